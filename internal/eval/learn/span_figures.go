package main

import (
	"cmp"
	"context"
	"io"
	"slices"

	"sherpa/answer"
)

// learnSpans cross-validates over articles, trains on all and prints how good the
// candidates are that come first.
func learnSpans(ctx context.Context, out io.Writer, pairs []string, s settings, write bool) error {
	var groups []spanGroup
	for i := 0; i+1 < len(pairs); i += 2 {
		more, err := collectSpans(ctx, pairs[i], pairs[i+1])
		if err != nil {
			return err
		}
		groups = append(groups, more...)
	}
	reportCeiling(out, groups)
	t := spanTrainer{features: answer.SpanFeatures, columns: answer.SpanColumns, rounds: s.rounds, decay: s.decay}
	if s.folds > 1 {
		held := t.validate(groups, s.folds)
		report(out, "cross-validated F1 %.4f\n", held.f1())
		held.reportColumns(out)
		held.reportFloors(out)
	}
	m := t.train(groups)
	fitted := newSpanFigures(t.columns)
	t.measure(m, groups, fitted)
	report(out, "trained on all: F1 %.4f\n", fitted.f1())
	if write {
		return writeRows("answer/candidate/weights.go", m.rows(t.features))
	}
	return nil
}

// reportCeiling prints what the best candidates would reach.
func reportCeiling(out io.Writer, groups []spanGroup) {
	spans, ceiling := 0, 0.0
	for _, g := range groups {
		spans += len(g.x)
		if len(g.f1) > 0 {
			ceiling += slices.Max(g.f1)
		}
	}
	n := max(len(groups), 1)
	report(out, "%d questions, %d candidates each, ceiling F1 %.4f\n", len(groups), spans/n, ceiling/float64(n))
}

// validate measures each fold with weights that were learnt from the others.
func (t spanTrainer) validate(groups []spanGroup, folds int) *spanFigures {
	figures := newSpanFigures(t.columns)
	number := foldNumbers(groups, func(g spanGroup) string { return g.fold })
	for f := range folds {
		var in, held []spanGroup
		for _, g := range groups {
			if number[g.fold]%folds == f {
				held = append(held, g)
			} else {
				in = append(in, g)
			}
		}
		t.measure(t.train(in), held, figures)
	}
	return figures
}

// measure adds the best candidate of each group to the figures.
func (t spanTrainer) measure(m *spanModel, groups []spanGroup, figures *spanFigures) {
	for i := range groups {
		g := &groups[i]
		figures.n[g.column]++
		if len(g.x) == 0 {
			continue
		}
		p := t.softmax(m, g)
		best := slices.Index(p, slices.Max(p))
		figures.sum[g.column] += g.f1[best]
		figures.shown = append(figures.shown, shownSpan{p[best], g.f1[best]})
	}
}

// spanFigures are the sums of F1 and the numbers of questions by column, and every
// candidate that came first.
type spanFigures struct {
	sum, n []float64
	shown  []shownSpan
}

// shownSpan is a candidate that came first: its share of the softmax and its F1.
type shownSpan struct{ p, f1 float64 }

func newSpanFigures(columns int) *spanFigures {
	return &spanFigures{sum: make([]float64, columns), n: make([]float64, columns)}
}

func (s *spanFigures) f1() float64 { return total(s.sum) / max(total(s.n), 1) }

func total(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum
}

// reportColumns prints the F1 of each kind of question.
func (s *spanFigures) reportColumns(out io.Writer) {
	for c := range s.sum {
		report(out, "  column %d: %4.0f questions, F1 %.4f\n", c, s.n[c], s.sum[c]/max(s.n[c], 1))
	}
}

// reportFloors prints the F1 above floors of the share, by tenths of the
// questions.
func (s *spanFigures) reportFloors(out io.Writer) {
	slices.SortStableFunc(s.shown, func(a, b shownSpan) int { return cmp.Compare(b.p, a.p) })
	tenth := max(len(s.shown)/10, 1)
	sum := 0.0
	for i, shown := range s.shown {
		sum += shown.f1
		if n := float64(i + 1); (i+1)%tenth == 0 {
			report(out, "  best %4d, p >= %.3f: mean F1 %.3f, of all %.3f\n", i+1, shown.p, sum/n, sum/max(total(s.n), 1))
		}
	}
}
