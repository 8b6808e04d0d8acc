package main

import (
	"context"
	"errors"
	"io"
	"math"
	"math/rand/v2"
	"slices"

	"sherpa/answer"
	"sherpa/internal/eval"
	"sherpa/retrieval"
)

// spanGroup is one question's candidates for the short answer.
type spanGroup struct {
	fold   string
	column int
	x      [][]entry
	f1     []float64 // of each candidate against the gold answers
}

// entry is a feature with its value.
type entry struct {
	feature int
	value   float32
}

// collectSpans reads the candidates of every answerable question.
func collectSpans(ctx context.Context, articles, file string) (_ []spanGroup, err error) {
	st, done, err := openCorpus(ctx, articles)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, done()) }()
	questions, err := eval.ReadFiles([]string{file})
	if err != nil {
		return nil, err
	}
	engine := answer.New(retrieval.New(st, retrieval.Options{}), st, answer.Options{})
	var groups []spanGroup
	for _, q := range questions {
		if len(q.Answers) == 0 || len(q.Evidence) == 0 || !q.IsAnswerable() {
			continue
		}
		spans, column, err := engine.Spans(ctx, answer.Question{Text: q.Text})
		if err != nil {
			return nil, err
		}
		groups = append(groups, newSpanGroup(q, spans, column))
	}
	return groups, nil
}

func newSpanGroup(q eval.Question, spans []answer.Span, column int) spanGroup {
	g := spanGroup{fold: q.Evidence[0].Article, column: column}
	for _, s := range spans {
		x := make([]entry, len(s.Features))
		for i, f := range s.Features {
			x[i] = entry{f, float32(s.Values[i])}
		}
		g.x = append(g.x, x)
		g.f1 = append(g.f1, eval.WordF1(s.Text, q.Answers))
	}
	return g
}

// spanModel has a weight of each feature for all questions, and how far each kind
// of question is off it.
type spanModel struct {
	columns int
	w       []float64 // shared, then one block per column
}

func (m *spanModel) score(g *spanGroup, i, features int) float64 {
	sum := 0.0
	for _, e := range g.x[i] {
		sum += float64(e.value) * (m.w[e.feature] + m.w[(1+g.column)*features+e.feature])
	}
	return sum
}

// spanTrainer maximises the log of the expected F1 under the softmax of the
// candidates, by Adam over batches in an order that the seed fixes.
type spanTrainer struct {
	features, columns int
	rounds            int
	decay             float64
}

const spanBatch = 64

func (t spanTrainer) train(groups []spanGroup) *spanModel {
	n := t.features * (1 + t.columns)
	m := &spanModel{columns: t.columns, w: make([]float64, n)}
	g, mean, spread := make([]float64, n), make([]float64, n), make([]float64, n)
	order := rand.New(rand.NewPCG(1, 2)).Perm(len(groups)) //nolint:gosec // an order that is always the same
	step := 0
	for round := range t.rounds {
		rate := 0.05 * (1 - float64(round)/float64(t.rounds))
		for batch := range slices.Chunk(order, spanBatch) {
			clear(g)
			for _, i := range batch {
				t.gradient(m, &groups[i], g)
			}
			step++
			t.step(m.w, g, mean, spread, step, rate, float64(len(batch)))
		}
	}
	return m
}

// ownDecay is how much stronger what a single kind of question learns is held
// back than what all share.
const ownDecay = 4

func (t spanTrainer) step(w, g, mean, spread []float64, step int, rate, n float64) {
	a, b := 1-math.Pow(0.9, float64(step)), 1-math.Pow(0.99, float64(step))
	for k := range w {
		decay := t.decay
		if k >= t.features {
			decay *= ownDecay
		}
		d := g[k]/n - decay*w[k]
		mean[k] = 0.9*mean[k] + 0.1*d
		spread[k] = 0.99*spread[k] + 0.01*d*d
		w[k] += rate * mean[k] / a / (math.Sqrt(spread[k]/b) + 1e-8)
	}
}

func (t spanTrainer) gradient(m *spanModel, gr *spanGroup, g []float64) {
	p := t.softmax(m, gr)
	expected := 0.0
	for i, f := range gr.f1 {
		expected += p[i] * f
	}
	if expected < 1e-12 {
		return
	}
	for i, x := range gr.x {
		d := p[i] * (gr.f1[i]/expected - 1)
		if math.Abs(d) < 1e-7 {
			continue
		}
		for _, e := range x {
			v := d * float64(e.value)
			g[e.feature] += v
			g[(1+gr.column)*t.features+e.feature] += v
		}
	}
}

func (t spanTrainer) softmax(m *spanModel, gr *spanGroup) []float64 {
	p := make([]float64, len(gr.x))
	if len(p) == 0 {
		return p
	}
	for i := range p {
		p[i] = m.score(gr, i, t.features)
	}
	top, sum := slices.Max(p), 0.0
	for i := range p {
		p[i] = math.Exp(p[i] - top)
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
	return p
}

// measure sums the F1 of the best candidate of each group, by column.
func (t spanTrainer) measure(m *spanModel, groups []spanGroup, sum, n []float64, each func(g *spanGroup, p, f1 float64)) {
	for i := range groups {
		g := &groups[i]
		n[g.column]++
		if len(g.x) == 0 {
			continue
		}
		p := t.softmax(m, g)
		best := slices.Index(p, slices.Max(p))
		sum[g.column] += g.f1[best]
		each(g, p[best], g.f1[best])
	}
}

func total(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum
}

// learnSpans cross-validates over articles, trains on all and prints the weights.
func learnSpans(ctx context.Context, out io.Writer, pairs []string, set settings, write bool) error {
	var groups []spanGroup
	for i := 0; i+1 < len(pairs); i += 2 {
		more, err := collectSpans(ctx, pairs[i], pairs[i+1])
		if err != nil {
			return err
		}
		groups = append(groups, more...)
	}
	t := spanTrainer{features: answer.SpanFeatures, columns: answer.SpanColumns, rounds: set.rounds, decay: set.decay}
	spans, ceiling := 0, 0.0
	for _, g := range groups {
		spans += len(g.x)
		if len(g.f1) > 0 {
			ceiling += slices.Max(g.f1)
		}
	}
	report(out, "%d questions, %d candidates each, ceiling F1 %.4f\n", len(groups), spans/len(groups), ceiling/float64(len(groups)))
	const folds = 5
	names := map[string]int{}
	for _, g := range groups {
		if _, ok := names[g.fold]; !ok {
			names[g.fold] = len(names)
		}
	}
	sum, n := make([]float64, t.columns), make([]float64, t.columns)
	type shown struct{ p, f1 float64 }
	var all []shown
	for f := range folds {
		var in, held []spanGroup
		for _, g := range groups {
			if names[g.fold]%folds == f {
				held = append(held, g)
			} else {
				in = append(in, g)
			}
		}
		t.measure(t.train(in), held, sum, n, func(_ *spanGroup, p, f1 float64) { all = append(all, shown{p, f1}) })
	}
	report(out, "cross-validated F1 %.4f\n", total(sum)/total(n))
	for c := range sum {
		report(out, "  column %d: %4.0f questions, F1 %.4f\n", c, n[c], sum[c]/max(n[c], 1))
	}
	slices.SortFunc(all, func(a, b shown) int {
		if a.p > b.p {
			return -1
		}
		return 1
	})
	run := 0.0
	for i, s := range all {
		run += s.f1
		if (i+1)%(len(all)/10) == 0 {
			report(out, "  best %4d, p >= %.3f: mean F1 %.3f, of all %.3f\n", i+1, s.p, run/float64(i+1), run/float64(len(groups)))
		}
	}
	m := t.train(groups)
	clear(sum)
	clear(n)
	t.measure(m, groups, sum, n, func(*spanGroup, float64, float64) {})
	report(out, "trained on all: F1 %.4f\n", total(sum)/total(n))
	if write {
		return writeRows("answer/candidate_weights.go", m.rows(t.features))
	}
	return nil
}

// rows are the weights as the program uses them: one row per feature.
func (m *spanModel) rows(features int) [][]float64 {
	rows := make([][]float64, features)
	for f := range rows {
		for c := range m.columns {
			rows[f] = append(rows[f], m.w[f]+m.w[(1+c)*features+f])
		}
	}
	return rows
}
