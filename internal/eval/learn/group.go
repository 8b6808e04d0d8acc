package main

import (
	"math"
	"slices"
)

// group is what one question has to be told apart: the features of its candidates,
// and which of them are right. For the gate there is one, the answer.
type group struct {
	fold  string // groups of one article are never split between folds
	x     [][]float64
	right []bool
	// every says that each right candidate is needed, not only one of them.
	every bool
	// weight is how much the group counts.
	weight float64
}

// add adds a candidate.
func (gr *group) add(x []float64, right bool) {
	gr.x, gr.right = append(gr.x, x), append(gr.right, right)
}

// isMixed reports whether some candidates are right and some wrong: others teach
// nothing about their order.
func (gr *group) isMixed() bool {
	n := 0
	for _, r := range gr.right {
		if r {
			n++
		}
	}
	return 0 < n && n < len(gr.right)
}

// set is the groups of one question file.
type set struct {
	name   string
	groups []group
}

// weigh lets the groups count as much as share in all.
func (s *set) weigh(share float64) {
	sum := 0.0
	for i := range s.groups {
		sum += s.groups[i].weight
	}
	for i := range s.groups {
		s.groups[i].weight *= share / sum
	}
}

// scores are the weighted sums of all candidates.
func scores(groups []group, w []float64) [][]float64 {
	all := make([][]float64, len(groups))
	for i, g := range groups {
		for _, x := range g.x {
			all[i] = append(all[i], dot(w, x))
		}
	}
	return all
}

func dot(w, x []float64) float64 {
	sum := 0.0
	for i, v := range x {
		sum += w[i] * v
	}
	return sum
}

// normalise turns log odds into shares of one: their softmax.
func normalise(p []float64) {
	if len(p) == 0 {
		return
	}
	top, sum := slices.Max(p), 0.0
	for i := range p {
		p[i] = math.Exp(p[i] - top)
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
}

// crossValidate scores the groups of each fold with weights that were fitted to
// the other folds.
func crossValidate(groups []group, folds int, fit func([]group) []float64) [][]float64 {
	all := make([][]float64, len(groups))
	number := foldNumbers(groups, func(g group) string { return g.fold })
	for f := range folds {
		var in, out []group
		var at []int
		for i, g := range groups {
			if number[g.fold]%folds == f {
				out, at = append(out, g), append(at, i)
			} else {
				in = append(in, g)
			}
		}
		if len(in) == 0 || len(out) == 0 {
			continue
		}
		for i, s := range scores(out, fit(in)) {
			all[at[i]] = s
		}
	}
	return all
}

// foldNumbers numbers the articles in the order in which they come.
func foldNumbers[G any](groups []G, article func(G) string) map[string]int {
	number := map[string]int{}
	for _, g := range groups {
		if _, ok := number[article(g)]; !ok {
			number[article(g)] = len(number)
		}
	}
	return number
}
