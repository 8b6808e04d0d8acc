package main

import (
	"context"
	"slices"

	"sherpa/internal/eval"
	"sherpa/retrieval"
)

// byHand are the features whose weights are set by hand: retrieval/DESIGN.md says
// why.
var byHand = []string{"phrase", "echo"}

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
		x, labels := take(learnt(h.Why.Parts))
		g.add(x, q.HeldBy(h.Article.ID, h.Passage.Text))
		names = labels
	}
	g.every = len(q.Evidence) > 1
	if !g.isMixed() {
		return group{}, nil, nil
	}
	return g, names, nil
}

// learnt leaves out the parts whose weights are set by hand.
func learnt(parts []retrieval.Part) []retrieval.Part {
	return slices.DeleteFunc(parts, func(p retrieval.Part) bool { return slices.Contains(byHand, p.Feature) })
}
