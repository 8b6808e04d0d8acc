package answer

import (
	"cmp"
	"slices"

	"sherpa/answer/draft"
	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/answer/short"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// "How did the talks go?" and "What came of the talks?" ask for how an event ended.
// It is told in a few words that any field of news has: an agreement was reached or
// not, somebody won, a court decided.

// eventKnown is the share of the event's name that a sentence must have, so that it is
// this event which ended: a word that may only stand for it is not enough.
const eventKnown = 0.75

// outcomeDraft is what articles say of how the matter of a question ended, first
// what they tell most plainly; nil if they say nothing of it.
func outcomeDraft(q *question.Question, all []*evidence.Evidence) *draft.Draft {
	if len(all) == 0 {
		return nil
	}
	if q.Cover(all[0].Context) < eventKnown {
		return &draft.Draft{}
	}
	least := short.KeepCover * q.Cover(all[0].Context)
	told := map[*evidence.Evidence]float64{}
	var best []*evidence.Evidence
	for _, e := range all {
		if t := tellsOutcome(e); t > 0 && q.Cover(e.Context) >= least {
			told[e] = t
			best = append(best, e)
		}
	}
	if len(best) == 0 {
		return nil
	}
	slices.SortStableFunc(best, func(a, b *evidence.Evidence) int { return cmp.Compare(told[b], told[a]) })
	d := &draft.Draft{Judged: all[0]}
	for _, e := range best {
		say(d, q, e)
	}
	return d
}

// openingBonus is what it counts that a sentence opens its article, beside each word for
// how things end; what is only possible counts as much less.
const (
	openingBonus    = 0.5
	possiblePenalty = 1.5
)

// tellsOutcome is how plainly a clause of the sentence tells how something ended.
func tellsOutcome(e *evidence.Evidence) float64 {
	told := 0.0
	for _, c := range e.Subclauses() {
		told = max(told, outcomeIn(e.Words()[c.Start:c.End]))
	}
	if told > 0 && e.Hit.Passage.Ordinal == 0 && e.At <= 1 {
		told += openingBonus
	}
	return told
}

// outcomeIn counts the noun for how something ended and the verb, and takes off for
// what may or should be.
func outcomeIn(clause []retrieval.Word) float64 {
	var noun, verb, possible bool
	for _, w := range clause {
		noun, verb, possible = noun || outcomeNouns[w.Norm], verb || outcomeVerbs[w.Norm], possible || question.Modals[w.Norm]
	}
	told := 0.0
	for _, has := range []bool{noun, verb} {
		if has {
			told++
		}
	}
	if possible {
		told -= possiblePenalty
	}
	return told
}

var (
	outcomeNouns = text.WordSet(`agreement agreements deal deals accord accords treaty pact settlement compromise breakthrough breakthroughs progress result results outcome success
		failure victory defeat verdict ruling judgment sentence concession concessions truce stalemate deadlock winner loser guilty unresolved`)
	outcomeVerbs = text.WordSet(`agreed reached signed ended concluded achieved failed won lost brought yielded resolved settled decided approved rejected passed convicted acquitted
		sentenced cleared announced collapsed destroyed rescued`)
)
