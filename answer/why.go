package answer

import (
	"context"
	"fmt"

	"sherpa/internal/text"
	"sherpa/retrieval"
)

// Evidence is a sentence that was weighed for an answer, with the parts that add
// up to its score.
type Evidence struct {
	PassageID string           `json:"passage_id"`
	Article   Article          `json:"article"`
	Sentence  string           `json:"sentence"`
	Score     float64          `json:"score"`
	Parts     []retrieval.Part `json:"parts"`
}

// Why returns the sentences that were weighed for a question, best first: at
// most limit of them.
func (e *Engine) Why(ctx context.Context, qn Question, limit int) ([]Evidence, error) {
	res, err := e.search.Search(ctx, e.query(qn, resolve(qn)))
	if err != nil {
		return nil, fmt.Errorf("answer: search for evidence on %q: %w", text.Truncate(qn.Text, 80), err)
	}
	q := newQuestion(res.Analysis)
	all := gather(q, res.Hits)
	out := make([]Evidence, 0, limit)
	for _, ev := range all[:min(limit, len(all))] {
		out = append(out, ev.explain(q, res.Hits[0].Score))
	}
	return out, nil
}

func (e *evidence) explain(q *question, topScore float64) Evidence {
	out := Evidence{PassageID: e.hit.Passage.ID, Article: citedArticle(e.hit.Article), Sentence: e.text(), Score: e.score}
	for i, x := range e.features(q, topScore) {
		out.Parts = append(out.Parts, retrieval.Part{Feature: sentenceFeatureNames[i], Value: x, Weight: sentenceWeights[i], Points: x * sentenceWeights[i]})
	}
	return out
}
