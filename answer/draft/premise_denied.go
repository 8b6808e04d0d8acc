package draft

import (
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
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
func undoes(e *evidence.Evidence, q *question.Question, s *question.Supposed, u *evidence.Undone) float64 {
	switch {
	case u.Away && s.Presence && isAway(e, q, s, u):
		return q.Cover(e.Context)
	case q.Kind == retrieval.KindQuotation, u.SaysAway(), missesNames(e, q), !sameDeed(e, q, s, u), !sameDoer(e, q, s, u), onlyLike(e, q, s, u):
		return 0
	}
	m := q.Match(e.Words()[u.Clause.Start:u.Clause.End])
	for t := range m {
		m[t] = max(m[t], evidence.AroundShare*e.Context[t])
	}
	deed := s.Things
	if s.Verb >= 0 {
		deed, m[s.Verb] = append(slices.Clip(deed), s.Verb), 1
	}
	if q.ShareOf(deed, m) < premiseShare {
		return 0
	}
	return q.Cover(m)
}

// missesNames reports whether a name of the question stands nowhere near the sentence,
// but for names that stand everywhere.
func missesNames(e *evidence.Evidence, q *question.Question) bool {
	whole := e.InPassage(q)
	return slices.ContainsFunc(q.Names(), func(t int) bool { return e.Context[t] == 0 && whole[t] == 0 && q.Terms[t].IDF > evidence.Everywhere })
}

// onlyLike reports whether a verb is only like the question's, and the sentence has
// nothing else of what is said of the deed.
func onlyLike(e *evidence.Evidence, q *question.Question, s *question.Supposed, u *evidence.Undone) bool {
	return len(s.Things) > 0 && s.Verb >= 0 && u.Thing.Len() == 0 && e.Words()[u.Verb].Stem != q.Terms[s.Verb].Stem && q.ShareOf(s.Things, e.Matched) == 0
}

// sameDeed reports whether what a clause denies is what the question takes for granted.
func sameDeed(e *evidence.Evidence, q *question.Question, s *question.Supposed, u *evidence.Undone) bool {
	words := e.Words()
	switch {
	case u.Cancelled:
		return s.Verb < 0 && !s.BySubject && q.ShareOf(s.Objects, q.Match(words[u.Thing.Start:u.Thing.End])) >= cancelledShare
	case u.Thing.Len() == 0:
		return q.IsVerbOf(s, words[u.Verb])
	}
	noun, empty := words[u.Thing.End-1], isEmpty(u, e)
	switch {
	case empty && s.Verb >= 0 && q.Retells(noun, s.Verb):
		return true
	case !q.Retells(noun, s.Things...) && !q.FocusStems[noun.Stem]:
		return false
	}
	return empty && comesAbout(q, s) || u.Verb >= 0 && s.Verb >= 0 && q.Retells(words[u.Verb], s.Verb)
}

// comesAbout reports whether the deed is that something came about: "reach a deal".
func comesAbout(q *question.Question, s *question.Supposed) bool {
	return s.Verb < 0 || question.ComeVerbs[q.Terms[s.Verb].Stem]
}

// isEmpty reports whether nothing is told of the thing but that there was none.
func isEmpty(u *evidence.Undone, e *evidence.Evidence) bool {
	if u.Verb < 0 {
		return true
	}
	w := e.Words()[u.Verb]
	return lexicon.LightVerbs[w.Stem] || evidence.SaysThere(w) || question.ClassWords[w.Norm] == question.ClassAuxiliary
}

// sameDoer reports whether a denial is about those of whom the question takes the deed
// for granted.
func sameDoer(e *evidence.Evidence, q *question.Question, s *question.Supposed, u *evidence.Undone) bool {
	before := e.Words()[u.Clause.Start:u.At]
	switch {
	case s.BySubject:
		return u.OfAll(e) || deniesAsked(q, s, before)
	case len(s.Doers) == 0, u.Nobody && (u.Thing.Len() == 0 || u.Verb < 0 || u.Verb > u.At):
		return true
	case !slices.ContainsFunc(s.Doers, func(t int) bool { return e.Context[t] > 0 }):
		return false
	}
	v := u.At
	if u.Verb >= 0 {
		v = min(v, u.Verb)
	}
	if subject := e.SubjectBefore(u.Clause, v); subject.Name.Len() > 0 && !q.TellsAny(s.Doers, before) {
		return q.TellsAny(s.Doers, e.Passage().Words[subject.Name.Start:subject.Name.End])
	}
	return true
}

// deniesAsked reports whether a denial is about those who are asked for: "Which Dutch
// towns" about "Dutch towns", but not about a town.
func deniesAsked(q *question.Question, s *question.Supposed, before []retrieval.Word) bool {
	if len(s.Asked) < 2 {
		return false
	}
	for _, t := range s.Asked {
		if !slices.ContainsFunc(before, func(w retrieval.Word) bool { return q.Retells(w, t) }) {
			return false
		}
	}
	return true
}
