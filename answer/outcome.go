package answer

import (
	"cmp"
	"slices"

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
func outcomeDraft(q *question, all []*evidence) *draft {
	if len(all) == 0 {
		return nil
	}
	if q.cover(all[0].context) < eventKnown {
		return &draft{}
	}
	least := keepCover * q.cover(all[0].context)
	told := map[*evidence]float64{}
	var best []*evidence
	for _, e := range all {
		if t := e.tellsOutcome(); t > 0 && q.cover(e.context) >= least {
			told[e] = t
			best = append(best, e)
		}
	}
	if len(best) == 0 {
		return nil
	}
	slices.SortStableFunc(best, func(a, b *evidence) int { return cmp.Compare(told[b], told[a]) })
	d := &draft{judged: all[0]}
	for _, e := range best {
		d.say(q, e)
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
func (e *evidence) tellsOutcome() float64 {
	told := 0.0
	for _, c := range e.subclauses() {
		told = max(told, outcomeIn(e.words()[c.Start:c.End]))
	}
	if told > 0 && e.hit.Passage.Ordinal == 0 && e.at <= 1 {
		told += openingBonus
	}
	return told
}

// outcomeIn counts the noun for how something ended and the verb, and takes off for
// what may or should be.
func outcomeIn(clause []retrieval.Word) float64 {
	var noun, verb, possible bool
	for _, w := range clause {
		noun, verb, possible = noun || outcomeNouns[w.Norm], verb || outcomeVerbs[w.Norm], possible || modals[w.Norm]
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
	outcomeNouns = wordSet(`agreement agreements deal deals accord accords treaty pact settlement compromise breakthrough breakthroughs progress result results outcome success
		failure victory defeat verdict ruling judgment sentence concession concessions truce stalemate deadlock winner loser guilty unresolved`)
	outcomeVerbs = wordSet(`agreed reached signed ended concluded achieved failed won lost brought yielded resolved settled decided approved rejected passed convicted acquitted
		sentenced cleared announced collapsed destroyed rescued`)
)
