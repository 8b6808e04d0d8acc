package yesno

import (
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// Who belongs to the party of somebody who came was there, too: "Ann was joined by Bob".

// cameAlong reports whether the sentence lists the one who is asked about among those who
// came with somebody, and its passage speaks of what he is to have been at.
func cameAlong(e *evidence.Evidence, q *question.Question, d *question.AskedDeed) bool {
	if len(d.Subject) == 0 || !e.MatchesAny(d.Subject) || !asksOnlyPresence(q, d) {
		return false
	}
	around := e.InPassage(q)
	if slices.ContainsFunc(d.Event, func(t int) bool { return t != d.Verb && around[t] < question.RelatedShare }) {
		return false
	}
	return slices.ContainsFunc(Parties(e), func(p Party) bool {
		return slices.ContainsFunc(p.Members, func(m text.Span) bool { return isAskedMember(e, q, d, m) })
	})
}

// asksOnlyPresence reports whether the question asks if somebody was there, and for nothing
// that he did.
func asksOnlyPresence(q *question.Question, d *question.AskedDeed) bool {
	return d.Presence && !q.AsksAhead() && len(d.Object) == 0 && (d.Verb < 0 || question.PresenceVerbs[q.Terms[d.Verb].Norm])
}

// isAskedMember reports whether a member of a list, as a span of the passage, has the last part of
// the name that is asked about.
func isAskedMember(e *evidence.Evidence, q *question.Question, d *question.AskedDeed, member text.Span) bool {
	last := d.Subject[len(d.Subject)-1]
	return slices.ContainsFunc(e.Words(), func(w retrieval.Word) bool {
		return w.Start >= member.Start && w.End <= member.End && q.TellsAny([]int{last}, []retrieval.Word{w})
	})
}
