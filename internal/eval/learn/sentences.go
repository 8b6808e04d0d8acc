package main

import (
	"context"

	"sherpa/answer"
	"sherpa/internal/eval"
)

// sentences are the sentences that were weighed for an answer.
func sentences(ctx context.Context, e *engines, q eval.Question) (group, []string, error) {
	var g group
	var names []string
	if !q.IsAnswerable() {
		return g, nil, nil
	}
	why, err := e.engine.Why(ctx, answer.Question{Text: q.Text, Asked: q.Asked}, candidatesKept)
	if err != nil {
		return g, nil, err
	}
	for _, s := range why.Evidence {
		x, labels := take(s.Parts)
		g.add(x, q.ToldBy(s.Article.ID, s.Sentence))
		names = labels
	}
	if !g.isMixed() {
		return group{}, nil, nil
	}
	return g, names, nil
}
