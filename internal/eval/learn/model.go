package main

import (
	"math"
	"slices"
)

// group is one question's candidates: feature vectors, some of them right.
type group struct {
	fold  string // questions of one article are never split between folds
	x     [][]float64
	right []bool
}

// trainer fits a linear model so that right candidates score above wrong ones:
// it maximises the log of the softmax share of the right ones (ListNet with one
// relevance level, Cao et al. 2007) by gradient ascent with Adam.
type trainer struct {
	rounds int
	decay  float64
}

func (m trainer) train(groups []group) []float64 {
	n := len(groups[0].x[0])
	w, g := make([]float64, n), make([]float64, n)
	mean, spread := make([]float64, n), make([]float64, n)
	for round := 1; round <= m.rounds; round++ {
		clear(g)
		for i := range groups {
			groups[i].gradient(w, g)
		}
		adam(w, g, mean, spread, round, m.decay, float64(len(groups)))
	}
	return w
}

// adam takes one step of Adam (Kingma, Ba 2015) along the gradient g of n cases.
func adam(w, g, mean, spread []float64, round int, decay, n float64) {
	for k := range w {
		d := g[k]/n - decay*w[k]
		mean[k] = 0.9*mean[k] + 0.1*d
		spread[k] = 0.99*spread[k] + 0.01*d*d
		w[k] += 0.1 * mean[k] / (1 - math.Pow(0.9, float64(round))) / (math.Sqrt(spread[k]/(1-math.Pow(0.99, float64(round)))) + 1e-8)
	}
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
			d += p[i] / share
		}
		for k, v := range x {
			g[k] += d * v
		}
	}
}

func (gr *group) softmax(w []float64) []float64 {
	p := make([]float64, len(gr.x))
	top := math.Inf(-1)
	for i, x := range gr.x {
		p[i] = dot(w, x)
		top = max(top, p[i])
	}
	sum := 0.0
	for i := range p {
		p[i] = math.Exp(p[i] - top)
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
	return p
}

func dot(w, x []float64) float64 {
	sum := 0.0
	for i, v := range x {
		sum += w[i] * v
	}
	return sum
}

// firstRight is the share of questions whose best candidate is right.
func firstRight(groups []group, w []float64) float64 {
	n := 0
	for _, g := range groups {
		p := g.softmax(w)
		if g.right[slices.Index(p, slices.Max(p))] {
			n++
		}
	}
	return float64(n) / float64(len(groups))
}

// crossValidate trains on all folds but one and measures on that one, for each.
func (m trainer) crossValidate(groups []group, folds int) float64 {
	var names []string
	for _, g := range groups {
		if !slices.Contains(names, g.fold) {
			names = append(names, g.fold)
		}
	}
	right := 0.0
	for f := range folds {
		var in, out []group
		for _, g := range groups {
			if slices.Index(names, g.fold)%folds == f {
				out = append(out, g)
			} else {
				in = append(in, g)
			}
		}
		if len(out) > 0 && len(in) > 0 {
			right += firstRight(out, m.train(in)) * float64(len(out))
		}
	}
	return right / float64(len(groups))
}
