package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// amongFirst is how many passages are read: evidence is to stand among them, in
// whatever order.
const amongFirst = 10

// fitEvidence fits a linear model so that each right candidate by itself stands among
// the first ones. For each it climbs the log of the share that it would have against
// the wrong ones alone if it counted amongFirst times: what already stands among the
// first gains little by coming first.
func fitEvidence(groups []group, _ []string, s settings) []float64 {
	a := newAdam(len(groups[0].x[0]), evenly(s.decay))
	for range s.rounds {
		for i := range groups {
			groups[i].evidenceGradient(a.w, a.g)
		}
		a.step(totalWeight(groups), fullRate)
	}
	return a.w
}

// evidenceGradient adds the gradient of what fitEvidence climbs.
func (gr *group) evidenceGradient(w, g []float64) {
	p := gr.softmax(w)
	wrong, n := 0.0, 0.0
	for i, right := range gr.right {
		if right {
			n++
		} else {
			wrong += p[i]
		}
	}
	against := 0.0
	for i, right := range gr.right {
		if right {
			against += 1 / (amongFirst*p[i] + wrong)
		}
	}
	for i, x := range gr.x {
		d := -p[i] * against
		if gr.right[i] {
			d = wrong / (amongFirst*p[i] + wrong)
		}
		d *= gr.weight / n
		for k, v := range x {
			g[k] += d * v
		}
	}
}

// evidenceFigures are the share of the right candidates among the first ones and the
// share of questions that have a right one first.
func evidenceFigures(groups []group, scores [][]float64) string {
	first, found := 0.0, 0.0
	for i := range groups {
		order := groups[i].bestFirst(scores[i])
		right, all := 0.0, 0.0
		for rank, at := range order {
			if !groups[i].right[at] {
				continue
			}
			all++
			if rank < amongFirst {
				right++
			}
		}
		found += right / math.Max(1, all)
		if groups[i].right[order[0]] {
			first++
		}
	}
	n := float64(len(groups))
	return fmt.Sprintf("among the first ten %.4f  first %.4f", found/n, first/n)
}

// bestFirst are the places of the candidates, best first.
func (gr *group) bestFirst(scores []float64) []int {
	order := make([]int, len(scores))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
	return order
}
