package main

import (
	"cmp"
	"math"
	"slices"
)

// fitLogistic fits a logistic regression with L2 regularisation to groups of one
// case. constrain holds the weights to what makes sense after each step.
func fitLogistic(groups []group, s settings, constrain func(w []float64)) []float64 {
	a := newAdam(len(groups[0].x[0]), evenly(s.decay))
	total := totalWeight(groups)
	for range s.rounds {
		for i := range groups {
			g := &groups[i]
			d := g.weight * (indicator(g.right[0]) - sigmoid(dot(a.w, g.x[0])))
			for k, v := range g.x[0] {
				a.g[k] += d * v
			}
		}
		a.step(total, fullRate)
		constrain(a.w)
	}
	return a.w
}

func indicator(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func sigmoid(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

// auc is the probability that a right case scores above a wrong one, ties
// counting half.
func auc(groups []group, scores [][]float64) float64 {
	order := make([]int, len(groups))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(scores[a][0], scores[b][0]) })
	ranks, right := 0.0, 0.0
	for i := 0; i < len(order); {
		first, next := i, i
		for next < len(order) && scores[order[next]][0] == scores[order[i]][0] {
			next++
		}
		for ; i < next; i++ {
			if groups[order[i]].right[0] {
				ranks += float64(first+next+1) / 2
				right++
			}
		}
	}
	wrong := float64(len(order)) - right
	if right == 0 || wrong == 0 {
		return math.NaN()
	}
	return (ranks - right*(right+1)/2) / (right * wrong)
}
