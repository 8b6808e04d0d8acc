package candidate

import (
	"cmp"
	"math"
	"slices"

	"sherpa/answer/evidence"
)

// OrderSentences puts the sentences that were searched for candidates in the
// order of how likely one of theirs is the answer, and of their own scores, which
// are log odds too. Many good ones in one sentence count together. The other
// sentences stay behind as they are.
func OrderSentences(best []*evidence.Evidence, all []Candidate) []*evidence.Evidence {
	sums := make(map[*evidence.Evidence]float64, searchedSentences)
	for _, c := range all {
		sums[c.From] += math.Exp(c.score - all[0].score)
	}
	likely := func(e *evidence.Evidence) float64 { return math.Log(sums[e]) + e.Score }
	ordered := slices.Clone(best)
	slices.SortStableFunc(ordered[:min(len(ordered), searchedSentences)], func(a, b *evidence.Evidence) int { return cmp.Compare(likely(b), likely(a)) })
	return ordered
}
