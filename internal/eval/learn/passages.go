package main

import (
	"context"

	"sherpa/internal/eval"
	"sherpa/retrieval"
)

// passages are the candidates of retrieval.
func passages(ctx context.Context, e *engines, q eval.Question) (group, []string, error) {
	var g group
	var names []string
	if !q.IsAnswerable() {
		return g, nil, nil
	}
	res, err := e.searcher.Search(ctx, retrieval.Query{Text: q.Text, K: candidatesKept, Explain: true})
	if err != nil {
		return g, nil, err
	}
	for _, h := range res.Hits {
		x, labels := take(h.Why.Parts)
		g.add(x, q.HeldBy(h.Article.ID, h.Passage.Text))
		names = labels
	}
	if !g.isMixed() {
		return group{}, nil, nil
	}
	return g, names, nil
}
