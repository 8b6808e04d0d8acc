package short

import (
	"sherpa/answer/evidence"
	"sherpa/answer/question"
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

// PreferKind moves the sentences that hold an answer of the expected kind before
// those that only share the question's words.
func PreferKind(q *question.Question, all []*evidence.Evidence) []*evidence.Evidence {
	var first, rest []*evidence.Evidence
	floor := all[0].Score - kindReach
	for _, e := range all {
		if len(first) == 0 && e.Score >= floor && e.AnswersKind(q) {
			floor = max(floor, e.Score-kindMargin)
		}
		if e.Score >= floor && e.AnswersKind(q) && q.Cover(e.Context) >= coverShare*q.Cover(all[0].Context) {
			first = append(first, e)
		} else {
			rest = append(rest, e)
		}
	}
	return append(first, rest...)
}
