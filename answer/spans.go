package answer

import (
	"context"
	"fmt"
)

// Span is a candidate for the short answer with its signs, for those who learn
// the weights of both.
type Span struct {
	Text string
	// Score is the candidate's weighted sum.
	Score float64
	// Features are the indexes of its signs, and Values their values.
	Features []int
	Values   []float64
}

// Spans returns all candidates for the short answer to a question, and the
// column of the weights that holds for it.
func (e *Engine) Spans(ctx context.Context, qn Question) ([]Span, int, error) {
	res, err := e.search.Search(ctx, e.query(qn, qn.Text))
	if err != nil {
		return nil, 0, fmt.Errorf("answer: search for spans: %w", err)
	}
	q := newQuestion(res.Analysis)
	all := gather(q, res.Hits)
	if len(all) == 0 {
		return nil, 0, nil
	}
	best := prefer(q, all)
	rule := ""
	if spanKinds[q.Kind] {
		rule = shortAnswer(q, best)
	}
	s := newSpanScorer(q, best[:min(len(best), candidateSentences)], rule)
	var spans []Span
	for i := range s.readings {
		s.each(i, func(c candidate) {
			sp := Span{Text: c.text(), Score: s.score(&c)}
			for _, sg := range s.signs(&c) {
				sp.Features = append(sp.Features, sg.feature)
				sp.Values = append(sp.Values, sg.value)
			}
			spans = append(spans, sp)
		})
	}
	return spans, int(s.asked.asked), nil
}

// What the weights of candidates have: a row per sign and a column per kind of
// question.
const (
	SpanFeatures = cfCount
	SpanColumns  = int(askedCount)
)
