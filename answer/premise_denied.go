package answer

import (
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

const (
	// premiseShare is the share of what the question says of the deed, besides names,
	// that a denial of it must have.
	premiseShare = 0.5
	// cancelledShare is the share of what is supposed to take place that must stand
	// before "was called off".
	cancelledShare = 0.7
)

// undoes is the share of the question that a denial of its deed has, or 0 if it denies
// something else.
func (e *evidence) undoes(q *question, s *supposed, u *undone) float64 {
	switch {
	case u.away && s.presence && e.isAway(q, s, u):
		return q.cover(e.context)
	case q.Kind == retrieval.KindQuotation, u.saysAway(), e.missesNames(q), !e.sameDeed(q, s, u), !e.sameDoer(q, s, u), e.onlyLike(q, s, u):
		return 0
	}
	m := q.match(e.words()[u.clause.Start:u.clause.End])
	for t := range m {
		m[t] = max(m[t], aroundShare*e.context[t])
	}
	deed := s.things
	if s.verb >= 0 {
		deed, m[s.verb] = append(slices.Clip(deed), s.verb), 1
	}
	if q.shareOf(deed, m) < premiseShare {
		return 0
	}
	return q.cover(m)
}

// missesNames reports whether a name of the question stands nowhere near the sentence,
// but for names that stand everywhere.
func (e *evidence) missesNames(q *question) bool {
	whole := e.inPassage(q)
	return slices.ContainsFunc(q.names(), func(t int) bool { return e.context[t] == 0 && whole[t] == 0 && q.terms[t].IDF > everywhere })
}

// onlyLike reports whether a verb is only like the question's, and the sentence has
// nothing else of what is said of the deed.
func (e *evidence) onlyLike(q *question, s *supposed, u *undone) bool {
	return len(s.things) > 0 && s.verb >= 0 && u.thing.Len() == 0 && e.words()[u.verb].Stem != q.terms[s.verb].Stem && q.shareOf(s.things, e.matched) == 0
}

// sameDeed reports whether what a clause denies is what the question takes for granted.
func (e *evidence) sameDeed(q *question, s *supposed, u *undone) bool {
	words := e.words()
	switch {
	case u.cancelled:
		return s.verb < 0 && !s.bySubject && q.shareOf(s.objects, q.match(words[u.thing.Start:u.thing.End])) >= cancelledShare
	case u.thing.Len() == 0:
		return q.isVerbOf(s, words[u.verb])
	}
	noun, empty := words[u.thing.End-1], u.isEmpty(e)
	switch {
	case empty && s.verb >= 0 && q.retells(noun, s.verb):
		return true
	case !q.retells(noun, s.things...) && !q.focus[noun.Stem]:
		return false
	}
	return empty && q.comesAbout(s) || u.verb >= 0 && s.verb >= 0 && q.retells(words[u.verb], s.verb)
}

// retells reports whether a word is one of some terms, or means the same.
func (q *question) retells(w retrieval.Word, terms ...int) bool {
	return slices.ContainsFunc(q.matches(&w), func(m termMatch) bool { return m.strength >= relatedShare && slices.Contains(terms, m.term) })
}

// comesAbout reports whether the deed is that something came about: "reach a deal".
func (q *question) comesAbout(s *supposed) bool {
	return s.verb < 0 || comeVerbs[q.terms[s.verb].Stem]
}

// isVerbOf reports whether a word is the verb of the deed. Where that is told by a noun
// ("make a concession") its verb is meant.
func (q *question) isVerbOf(s *supposed, w retrieval.Word) bool {
	switch {
	case fates[s.norm] != 0 && fates[w.Norm] != 0:
		return fates[s.norm] == fates[w.Norm] // who was injured was not killed
	case s.verb >= 0:
		return q.retells(w, s.verb)
	case s.norm == "":
		return false
	case w.Stem == s.stem:
		return len(s.things) > 0
	}
	return q.retells(w, s.things...)
}

// isEmpty reports whether nothing is told of the thing but that there was none.
func (u *undone) isEmpty(e *evidence) bool {
	if u.verb < 0 {
		return true
	}
	w := e.words()[u.verb]
	return lexicon.LightVerbs[w.Stem] || saysThere(w) || classWords[w.Norm] == wcAuxiliary
}

// saysThere reports whether a verb says that there is something.
func saysThere(w retrieval.Word) bool {
	return notingVerbs[w.Stem] || comeVerbs[w.Stem] || classWords[w.Norm] == wcBe
}

// notingVerbs are the stems of verbs by which it is told that there is something.
var notingVerbs = text.StemSet(`report reported record recorded see seen saw find found`)

// sameDoer reports whether a denial is about those of whom the question takes the deed
// for granted.
func (e *evidence) sameDoer(q *question, s *supposed, u *undone) bool {
	before := e.words()[u.clause.Start:u.at]
	switch {
	case s.bySubject:
		return u.ofAll(e) || q.deniesAsked(s, before)
	case len(s.doers) == 0, u.nobody && (u.thing.Len() == 0 || u.verb < 0 || u.verb > u.at):
		return true
	case !slices.ContainsFunc(s.doers, func(t int) bool { return e.context[t] > 0 }):
		return false
	}
	v := u.at
	if u.verb >= 0 {
		v = min(v, u.verb)
	}
	if subject := e.subjectBefore(u.clause, v); subject.name.Len() > 0 && !q.tellsAny(s.doers, before) {
		return q.tellsAny(s.doers, e.passage().Words[subject.name.Start:subject.name.End])
	}
	return true
}

// ofAll reports whether it is denied of everybody, or told that there was no such thing.
func (u *undone) ofAll(e *evidence) bool {
	return u.nobody && (u.verb < 0 || u.verb > u.at || saysThere(e.words()[u.verb]))
}

// deniesAsked reports whether a denial is about those who are asked for: "Which Dutch
// towns" about "Dutch towns", but not about a town.
func (q *question) deniesAsked(s *supposed, before []retrieval.Word) bool {
	if len(s.asked) < 2 {
		return false
	}
	for _, t := range s.asked {
		if !slices.ContainsFunc(before, func(w retrieval.Word) bool { return q.retells(w, t) }) {
			return false
		}
	}
	return true
}
