package answer

import (
	"context"
	"fmt"

	"sherpa/answer/candidate"
	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/answer/short"
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
	q := question.New(res.Analysis)
	all := evidence.Gather(q, res.Hits)
	if len(all) == 0 {
		return nil, 0, nil
	}
	best := short.PreferKind(q, all)
	rule := ""
	if candidate.SpanKinds[q.Kind] {
		rule = short.Answer(q, best)
	}
	s := candidate.NewSpanScorer(q, best[:min(len(best), candidate.AnswerSentences)], rule)
	var spans []Span
	for i := range s.Readings {
		s.Each(i, func(c candidate.Candidate) {
			sp := Span{Text: c.Text(), Score: s.Score(&c)}
			for _, sg := range s.Signs(&c) {
				sp.Features = append(sp.Features, sg.Feature)
				sp.Values = append(sp.Values, sg.Value)
			}
			spans = append(spans, sp)
		})
	}
	return spans, int(s.Asked.Asked), nil
}

// What the weights of candidates have: a row per sign and a column per kind of
// question.
const (
	SpanFeatures = candidate.SignCount
	SpanColumns  = int(question.ColumnCount)
)
