package answer

import (
	"cmp"
	"math"
	"slices"
)

// orderByCandidates puts the sentences that were searched for candidates in the
// order of how likely one of theirs is the answer, and of their own scores, which
// are log odds too. Many good ones in one sentence count together. The other
// sentences stay behind as they are.
func orderByCandidates(best []*evidence, all []candidate) []*evidence {
	sums := make(map[*evidence]float64, readSentences)
	for _, c := range all {
		sums[c.from] += math.Exp(c.score - all[0].score)
	}
	likely := func(e *evidence) float64 { return math.Log(sums[e]) + e.score }
	ordered := slices.Clone(best)
	slices.SortStableFunc(ordered[:min(len(ordered), readSentences)], func(a, b *evidence) int { return cmp.Compare(likely(b), likely(a)) })
	return ordered
}
