package answer

import (
	"sherpa/retrieval"
)

// A sentence that holds an answer of the expected kind comes before the others
// if it lies at most kindReach below the best of all, and at most kindMargin
// below the best of its kind. The scores are log odds.
const (
	kindReach  = 2.0
	kindMargin = 1.5
)

// coverShare is the share of the best sentence's cover, with its surroundings,
// that a preferred sentence must have.
const coverShare = 0.6

// prefer moves the sentences that hold an answer of the expected kind before
// those that only share the question's words.
func prefer(q *question, all []*evidence) []*evidence {
	var first, rest []*evidence
	floor := all[0].score - kindReach
	for _, e := range all {
		if len(first) == 0 && e.score >= floor && e.answersKind(q) {
			floor = max(floor, e.score-kindMargin)
		}
		if e.score >= floor && e.answersKind(q) && q.cover(e.context) >= coverShare*q.cover(all[0].context) {
			first = append(first, e)
		} else {
			rest = append(rest, e)
		}
	}
	return append(first, rest...)
}

// answersKind reports whether the sentence holds what the kind needs.
func (e *evidence) answersKind(q *question) bool {
	switch q.Kind {
	case retrieval.KindDate, retrieval.KindDuration, retrieval.KindNumber:
		return len(e.attached(q)) > 0
	case retrieval.KindPerson:
		return len(e.persons(q)) > 0
	case retrieval.KindPlace:
		return len(e.placeSpans(q)) > 0 || len(q.focus) > 0 && e.bodyNamed(q)
	case retrieval.KindOrganisation:
		return e.bodyNamed(q) && q.focusKnown()
	case retrieval.KindWhoIs:
		return e.roleSpan(q).Len() > 0
	case retrieval.KindList:
		return len(e.members(q)) > 1 && e.nameShare(q, e.matched) >= relatedShare
	case retrieval.KindReason:
		return e.cause.sure()
	case retrieval.KindManner:
		return q.deed == nil || e.means.sure()
	case retrieval.KindQuotation:
		return e.saysAsAsked(q)
	}
	return true
}
