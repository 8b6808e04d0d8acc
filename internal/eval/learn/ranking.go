package main

import (
	"fmt"
	"slices"
)

// fitRanking fits a linear model so that right candidates score above wrong ones:
// it maximises the log of the softmax share of the right ones (ListNet with one
// relevance level, Cao et al. 2007) by gradient ascent with Adam.
func fitRanking(groups []group, _ []string, s settings) []float64 {
	a := newAdam(len(groups[0].x[0]), evenly(s.decay))
	for range s.rounds {
		for i := range groups {
			groups[i].gradient(a.w, a.g)
		}
		a.step(totalWeight(groups), fullRate)
	}
	return a.w
}

func totalWeight(groups []group) float64 {
	sum := 0.0
	for i := range groups {
		sum += groups[i].weight
	}
	return sum
}

// gradient adds the gradient of the log share of the right candidates.
func (gr *group) gradient(w, g []float64) {
	p := gr.softmax(w)
	share := 0.0
	for i, right := range gr.right {
		if right {
			share += p[i]
		}
	}
	if share == 0 {
		return
	}
	for i, x := range gr.x {
		d := -p[i]
		if gr.right[i] {
			d += gr.wanted(p[i] / share)
		}
		d *= gr.weight
		for k, v := range x {
			g[k] += d * v
		}
	}
}

// wanted is the share that a right candidate should have: what it has of that of
// all right ones, or, where each of them is needed, as much as every other.
func (gr *group) wanted(share float64) float64 {
	if !gr.every {
		return share
	}
	n := 0
	for _, right := range gr.right {
		if right {
			n++
		}
	}
	return 1 / float64(n)
}

func (gr *group) softmax(w []float64) []float64 {
	p := make([]float64, len(gr.x))
	for i, x := range gr.x {
		p[i] = dot(w, x)
	}
	normalise(p)
	return p
}

// rankingFigures are the shares of questions that have a right candidate first
// and among the first three.
func rankingFigures(groups []group, scores [][]float64) string {
	first, three := 0, 0
	for i, g := range groups {
		switch at := g.firstRight(scores[i]); {
		case at == 0:
			first++
			three++
		case at < 3:
			three++
		}
	}
	n := float64(len(groups))
	return fmt.Sprintf("first %.4f  one of three %.4f", float64(first)/n, float64(three)/n)
}

// firstRight is the rank of the best right candidate, counted from 0.
func (gr *group) firstRight(scores []float64) int {
	order := gr.bestFirst(scores)
	return slices.IndexFunc(order, func(i int) bool { return gr.right[i] })
}
