package draft

import (
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// isAway reports whether those who are said not to have been there are those of whom
// the question takes it for granted, and whether it is the same event.
func isAway(e *evidence.Evidence, q *question.Question, s *question.Supposed, u *evidence.Undone) bool {
	words := e.Words()
	around := func(t int) bool { return e.Context[t] >= question.RelatedShare }
	switch {
	case missesNames(e, q), !evidence.EmptyOrAny(s.Events, around), !evidence.EmptyOrAny(s.Things, around), !tellsWhere(u, q, s, words):
		return false
	case s.BySubject, len(s.Doers) == 0:
		return deniesAsked(q, s, words[u.Clause.Start:u.At])
	}
	return isAwayer(e, q, s, u)
}

// tellsWhere reports whether it is told where somebody was not, as far as the verb needs
// it: "did not take the stand" is no absence from the court.
func tellsWhere(u *evidence.Undone, q *question.Question, s *question.Supposed, words []retrieval.Word) bool {
	if u.Verb <= u.At || question.PresenceAlone[words[u.Verb].Stem] {
		return true
	}
	where := words[u.Verb+1 : u.Clause.End]
	return q.TellsAny(s.Things, where) || slices.ContainsFunc(where, question.IsPresence)
}

// isAwayer reports whether the one who is said not to have been there is a doer of the
// deed: the next before, or behind "absent was".
func isAwayer(e *evidence.Evidence, q *question.Question, s *question.Supposed, u *evidence.Undone) bool {
	words := e.Words()
	for i := u.At - 1; i >= u.Clause.Start; i-- {
		switch w := words[i]; {
		case q.TellsAny(s.Doers, words[i:i+1]):
			return true
		case question.SubjectPronouns[w.Norm]:
			return e.MatchesAny(s.Doers)
		case !w.IsCapital() && !w.Stop && isFinite(w):
			return false
		}
	}
	be := slices.IndexFunc(words[u.At:u.Clause.End], func(w retrieval.Word) bool { return question.ClassWords[w.Norm] == question.ClassBe })
	return be >= 0 && q.TellsAny(s.Doers, words[u.At+be:u.Clause.End])
}

// tellsPresence reports whether a clause tells that those of whom the question takes it
// for granted were there.
func tellsPresence(e *evidence.Evidence, q *question.Question, s *question.Supposed) bool {
	return slices.ContainsFunc(e.Clauses(), func(c text.Span) bool {
		clause := e.Words()[c.Start:c.End]
		return isTold(clause) && q.TellsAny(s.Doers, clause) && slices.ContainsFunc(clause, func(w retrieval.Word) bool { return question.BeingThere[w.Norm] })
	})
}
