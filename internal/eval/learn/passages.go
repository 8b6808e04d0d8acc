package main

import (
	"context"
	"slices"

	"sherpa/internal/eval"
	"sherpa/retrieval"
)

// byHand are the features whose weights are set by hand, and those that only long
// questions have: retrieval/DESIGN.md says why.
var byHand = []string{"phrase", "echo", "part", "clause", "stretch", "telling", "alone", "words", "topic"}

// passages are the candidates of retrieval.
func passages(ctx context.Context, e *engines, q eval.Question) (group, []string, error) {
	g, _, names, err := ranked(ctx, e, q, candidatesKept, learnt)
	return g, names, err
}

// longKept is how many candidates of a long question are compared.
const longKept = 100

// longPassages are the candidates of retrieval for a long question, each as far as it
// is one. The gold passages of every one are to be found, and nothing else.
func longPassages(ctx context.Context, e *engines, q eval.Question) (group, []string, error) {
	q.Answers = nil
	g, a, names, err := ranked(ctx, e, q, longKept, func(parts []retrieval.Part) []retrieval.Part { return parts })
	if a.Length() == 0 {
		return group{}, nil, err
	}
	return g, names, err
}

// ranked are the candidates of retrieval with the parts of their scores that are
// wanted.
func ranked(ctx context.Context, e *engines, q eval.Question, k int, wanted func([]retrieval.Part) []retrieval.Part) (
	g group, a retrieval.Analysis, names []string, err error,
) {
	if !q.IsAnswerable() {
		return g, a, nil, nil
	}
	res, err := e.searcher.Search(ctx, retrieval.Query{Text: q.Text, K: k, Explain: true})
	if err != nil {
		return g, a, nil, err
	}
	for _, h := range res.Hits {
		x, labels := take(wanted(h.Why.Parts))
		g.add(x, q.HeldBy(h.Article.ID, h.Passage.Text))
		names = labels
	}
	g.every = len(q.Evidence) > 1
	if !g.isMixed() {
		return group{}, res.Analysis, nil, nil
	}
	return g, res.Analysis, names, nil
}

// learnt leaves out the parts whose weights are set by hand.
func learnt(parts []retrieval.Part) []retrieval.Part {
	return slices.DeleteFunc(parts, func(p retrieval.Part) bool { return slices.Contains(byHand, p.Feature) })
}
