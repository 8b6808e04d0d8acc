package main

import (
	"context"
	"fmt"
	"math"
	"strings"

	"sherpa/answer"
	"sherpa/internal/eval"
)

// gate is the answer with the signs that the question can be answered, which is
// what counts as right.
func gate(ctx context.Context, e *engines, q eval.Question) (group, []string, error) {
	var g group
	if q.MayRefuse {
		return g, nil, nil // an answer and a refusal are both right
	}
	why, err := e.engine.Why(ctx, answer.Question{Text: q.Text, Asked: q.Asked}, 1)
	if err != nil || len(why.Gate) == 0 {
		return g, nil, err
	}
	x, names := take(why.Gate)
	g.add(x, q.IsAnswerable())
	if len(why.Evidence) > 0 {
		g.fold = why.Evidence[0].Article.ID // a question without an answer has no gold article
	}
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
		case "cover", "names", "long articles", "long names", "long near", "long found":
			w[k] = max(w[k], 0)
		case "bias", "long bias":
		default:
			w[k] = min(w[k], 0)
		}
	}
}

// answerableShare is how much the answerable questions of each set count: so many
// of people's questions are taken to have an answer. At confidence one half, a
// wrong refusal then costs as much as answerableShare / (1 - answerableShare)
// refusals that are missed, where both are counted as shares.
const answerableShare = 0.72

// balanceSides lets the right and the wrong cases of a set count as much as
// answerableShare says.
func balanceSides(groups []group) {
	sum := map[bool]float64{}
	for i := range groups {
		sum[groups[i].right[0]] += groups[i].weight
	}
	if len(sum) < 2 {
		return
	}
	side := map[bool]float64{true: answerableShare / sum[true], false: (1 - answerableShare) / sum[false]}
	for i := range groups {
		groups[i].weight *= side[groups[i].right[0]]
	}
}

// gateFigures are the AUC, the shares of answerable questions that are answered
// and of others that are refused, by the threshold, and how well the confidence
// is calibrated.
func gateFigures(groups []group, scores [][]float64) string {
	var out strings.Builder
	fmt.Fprintf(&out, "AUC %.4f, calibration error %.3f; answered/refused at", auc(groups, scores), calibrationError(groups, scores))
	for _, threshold := range []float64{0.3, 0.4, 0.5, 0.6, 0.7} {
		answered, refused := judged(groups, scores, threshold)
		fmt.Fprintf(&out, "  %.1f: %.3f/%.3f", threshold, answered, refused)
	}
	return out.String()
}

// judged are the shares of answerable questions that are answered and of others
// that are refused.
func judged(groups []group, scores [][]float64, threshold float64) (answered, refused float64) {
	n, right := map[bool]float64{}, map[bool]float64{}
	for i, g := range groups {
		n[g.right[0]]++
		if (sigmoid(scores[i][0]) >= threshold) == g.right[0] {
			right[g.right[0]]++
		}
	}
	return right[true] / n[true], right[false] / n[false]
}

// calibrationError is the mean difference of confidence and share of answerable
// questions in ten bins of confidence, weighted as the fit weighs its cases
// (expected calibration error, Naeini et al. 2015).
func calibrationError(groups []group, scores [][]float64) float64 {
	const bins = 10
	var weight, sum, right [bins]float64
	total := 0.0
	for i, g := range groups {
		p := sigmoid(scores[i][0])
		b := min(bins-1, int(p*bins))
		weight[b] += g.weight
		sum[b] += g.weight * p
		right[b] += g.weight * indicator(g.right[0])
		total += g.weight
	}
	e := 0.0
	for b := range bins {
		e += math.Abs(sum[b]-right[b]) / total
	}
	return e
}
