package main

import (
	"context"

	"sherpa/answer"
	"sherpa/internal/eval"
)

// gate is the answer with the signs that the question can be answered, which is
// what counts as right.
func gate(ctx context.Context, e *engines, q eval.Question) (group, []string, error) {
	var g group
	why, err := e.engine.Why(ctx, answer.Question{Text: q.Text, Asked: q.Asked}, 1)
	if err != nil || len(why.Gate) == 0 {
		return g, nil, err
	}
	x, names := take(why.Gate)
	g.add(x, q.IsAnswerable())
	return g, names, nil
}

func fitGate(groups []group, names []string, s settings) []float64 {
	return fitLogistic(groups, s, func(w []float64) { keepSigns(w, names) })
}

// keepSigns holds every weight to the side that makes sense of it: what is
// missing can only speak against an answer, what is there only for it. Without
// this, signs that go together take each other's place in one set and mislead in
// the next.
func keepSigns(w []float64, names []string) {
	for k, name := range names {
		switch name {
		case "bias":
		case "unknown", "stranger", "missing", "lacking", "nameless":
			w[k] = min(w[k], 0)
		default:
			w[k] = max(w[k], 0)
		}
	}
}
