package main

import (
	"context"
	"errors"
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
	a := newAdam(t.features*(1+t.columns), t.decayOf)
	m := &spanModel{columns: t.columns, w: a.w}
	order := rand.New(rand.NewPCG(1, 2)).Perm(len(groups)) //nolint:gosec // an order that is always the same
	for round := range t.rounds {
		rate := 0.05 * (1 - float64(round)/float64(t.rounds))
		for batch := range slices.Chunk(order, spanBatch) {
			for _, i := range batch {
				t.gradient(m, &groups[i], a.g)
			}
			a.step(float64(len(batch)), rate)
		}
	}
	return m
}

// ownDecay is how much stronger what a single kind of question learns is held
// back than what all share.
const ownDecay = 4

func (t spanTrainer) decayOf(weight int) float64 {
	if weight >= t.features {
		return t.decay * ownDecay
	}
	return t.decay
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
	for i := range p {
		p[i] = m.score(gr, i, t.features)
	}
	normalise(p)
	return p
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
