package main

import "math"

// adam climbs along gradients (Kingma, Ba 2015).
type adam struct {
	w, g         []float64 // the weights, and the gradient of the step
	mean, spread []float64
	decay        func(weight int) float64
	steps        float64
}

// fullRate is the length of the steps of a fit to all cases at once.
const fullRate = 0.1

// newAdam starts n weights at 0, to which their decays draw them.
func newAdam(n int, decay func(weight int) float64) *adam {
	return &adam{w: make([]float64, n), g: make([]float64, n), mean: make([]float64, n), spread: make([]float64, n), decay: decay}
}

// evenly is one decay for all weights.
func evenly(decay float64) func(int) float64 { return func(int) float64 { return decay } }

// step takes one step along the gradient of cases that count n in all.
func (a *adam) step(n, rate float64) {
	a.steps++
	early, earlySpread := 1-math.Pow(0.9, a.steps), 1-math.Pow(0.99, a.steps)
	for k := range a.w {
		d := a.g[k]/n - a.decay(k)*a.w[k]
		a.mean[k] = 0.9*a.mean[k] + 0.1*d
		a.spread[k] = 0.99*a.spread[k] + 0.01*d*d
		a.w[k] += rate * a.mean[k] / early / (math.Sqrt(a.spread[k]/earlySpread) + 1e-8)
	}
	clear(a.g)
}
