package answer

import (
	"slices"

	"sherpa/internal/text"
	"sherpa/retrieval"
)

var (
	// gatherings are what people take part in, and seats where they are who do.
	gatherings = wordSet(`summit summits talks meeting meetings conference session ceremony debate trial hearing gathering negotiations discussions discussion
		event verdict vote dinner dialogue briefing reception funeral wedding concert match game`)
	seats = wordSet(`table room podium stage side`)
	// beingThere are verbs of those who are there.
	beingThere = wordSet(`attend attended join joined participate participated sit sat arrive arrived come came travel travelled traveled get got go went fly flew
		leave left walk walked storm stormed invite invited include included present appear appeared accompany accompanied`)
	// presenceAlone are the stems of verbs of being there that need no object.
	presenceAlone = text.StemSet(`attend participate come appear arrive sit invited included`)
)

// readPresence reads whether the question takes for granted that somebody was there: by
// the verb, or by where it is supposed to have been done.
func (q *question) readPresence(s *supposed) {
	s.presence = beingThere[s.norm]
	s.things = slices.DeleteFunc(s.things, func(t int) bool {
		s.presence = s.presence || seats[q.terms[t].Norm] && q.isCircumstance(q.terms[t].At)
		return seats[q.terms[t].Norm]
	})
	for _, t := range s.things {
		if gatherings[q.terms[t].Norm] && !slices.Contains(s.asked, t) {
			s.events = append(s.events, t)
			s.presence = s.presence || q.isCircumstance(q.terms[t].At)
		}
	}
}

// isAway reports whether those who are said not to have been there are those of whom
// the question takes it for granted, and whether it is the same event.
func (e *evidence) isAway(q *question, s *supposed, u *undone) bool {
	words := e.words()
	around := func(t int) bool { return e.context[t] >= relatedShare }
	switch {
	case e.missesNames(q), !noneOrSome(s.events, around), !noneOrSome(s.things, around), !u.tellsWhere(q, s, words):
		return false
	case s.bySubject, len(s.doers) == 0:
		return q.deniesAsked(s, words[u.clause.Start:u.at])
	}
	return e.isAwayer(q, s, u)
}

// noneOrSome reports whether something holds of any of some terms; of none it does.
func noneOrSome(terms []int, holds func(int) bool) bool {
	return len(terms) == 0 || slices.ContainsFunc(terms, holds)
}

// tellsWhere reports whether it is told where somebody was not, as far as the verb needs
// it: "did not take the stand" is no absence from the court.
func (u *undone) tellsWhere(q *question, s *supposed, words []retrieval.Word) bool {
	if u.verb <= u.at || presenceAlone[words[u.verb].Stem] {
		return true
	}
	where := words[u.verb+1 : u.clause.End]
	return q.tellsAny(s.things, where) || slices.ContainsFunc(where, isPresence)
}

// isAwayer reports whether the one who is said not to have been there is a doer of the
// deed: the next before, or behind "absent was".
func (e *evidence) isAwayer(q *question, s *supposed, u *undone) bool {
	words := e.words()
	for i := u.at - 1; i >= u.clause.Start; i-- {
		switch w := words[i]; {
		case q.tellsAny(s.doers, words[i:i+1]):
			return true
		case subjectPronouns[w.Norm]:
			return e.matchesAny(s.doers)
		case !w.IsCapital() && !w.Stop && isFinite(w):
			return false
		}
	}
	be := slices.IndexFunc(words[u.at:u.clause.End], func(w retrieval.Word) bool { return classWords[w.Norm] == wcBe })
	return be >= 0 && q.tellsAny(s.doers, words[u.at+be:u.clause.End])
}

// tellsPresence reports whether a clause tells that those of whom the question takes it
// for granted were there.
func (e *evidence) tellsPresence(q *question, s *supposed) bool {
	return slices.ContainsFunc(e.clauses(), func(c text.Span) bool {
		clause := e.words()[c.Start:c.End]
		return isTold(clause) && q.tellsAny(s.doers, clause) && slices.ContainsFunc(clause, func(w retrieval.Word) bool { return beingThere[w.Norm] })
	})
}
