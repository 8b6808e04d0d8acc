package answer

import (
	"slices"

	"sherpa/internal/text"
	"sherpa/retrieval"
)

// Who belongs to the party of somebody who came was there, too: "Ann was joined by Bob".

// cameAlong reports whether the sentence lists the one who is asked about among those who
// came with somebody, and its passage speaks of what he is to have been at.
func (e *evidence) cameAlong(q *question, d *askedDeed) bool {
	if len(d.subject) == 0 || !e.matchesAny(d.subject) || !q.asksOnlyPresence(d) {
		return false
	}
	around := e.inPassage(q)
	if slices.ContainsFunc(d.event, func(t int) bool { return t != d.verb && around[t] < relatedShare }) {
		return false
	}
	return slices.ContainsFunc(e.parties(), func(p party) bool {
		return slices.ContainsFunc(p.members, func(m text.Span) bool { return e.isAskedMember(q, d, m) })
	})
}

// asksOnlyPresence reports whether the question asks if somebody was there, and for nothing
// that he did.
func (q *question) asksOnlyPresence(d *askedDeed) bool {
	return d.presence && !q.isAhead() && len(d.object) == 0 && (d.verb < 0 || presenceVerbs[q.terms[d.verb].Norm])
}

// isAskedMember reports whether a member of a list, as a span of the passage, has the last part of
// the name that is asked about.
func (e *evidence) isAskedMember(q *question, d *askedDeed, member text.Span) bool {
	last := d.subject[len(d.subject)-1]
	return slices.ContainsFunc(e.words(), func(w retrieval.Word) bool {
		return w.Start >= member.Start && w.End <= member.End && q.tellsAny([]int{last}, []retrieval.Word{w})
	})
}
