package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"sherpa/answer"
	"sherpa/internal/eval"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// candidatesKept is how many candidates of a question are compared.
const candidatesKept = 40

// collect asks every question that has gold evidence and returns its candidates'
// features, with the features' names.
func collect(ctx context.Context, what, articles string, files []string) (_ []group, _ []string, err error) {
	st, done, err := openCorpus(ctx, articles)
	if err != nil {
		return nil, nil, err
	}
	defer func() { err = errors.Join(err, done()) }()
	questions, err := eval.ReadFiles(files)
	if err != nil {
		return nil, nil, err
	}
	c := collector{searcher: retrieval.New(st, retrieval.Options{})}
	c.engine = answer.New(c.searcher, st, answer.Options{})
	for _, q := range questions {
		if len(q.Evidence) == 0 || len(q.Answers) == 0 {
			continue
		}
		if err := c.add(ctx, what, q); err != nil {
			return nil, nil, fmt.Errorf("question %s: %w", q.ID, err)
		}
	}
	if len(c.groups) == 0 {
		return nil, nil, fmt.Errorf("no question of %s has a right candidate", strings.Join(files, ", "))
	}
	return c.groups, c.names, nil
}

type collector struct {
	searcher *retrieval.Searcher
	engine   *answer.Engine
	groups   []group
	names    []string
}

// add keeps the candidates of a question if some are right and some wrong.
func (c *collector) add(ctx context.Context, what string, q eval.Question) error {
	g := group{fold: q.Evidence[0].Article}
	add := func(parts []retrieval.Part, right bool) {
		x := make([]float64, len(parts))
		c.names = c.names[:0]
		for i, p := range parts {
			x[i] = p.Value
			c.names = append(c.names, p.Feature)
		}
		g.x, g.right = append(g.x, x), append(g.right, right)
	}
	var err error
	if what == "passages" {
		err = c.passages(ctx, q, add)
	} else {
		err = c.sentences(ctx, q, add)
	}
	if hasBoth(g.right) {
		c.groups = append(c.groups, g)
	}
	return err
}

func (c *collector) passages(ctx context.Context, q eval.Question, add func([]retrieval.Part, bool)) error {
	res, err := c.searcher.Search(ctx, retrieval.Query{Text: q.Text, K: candidatesKept, Explain: true})
	for _, h := range res.Hits {
		add(h.Why.Parts, gold(q, h.Article.ID) && (holds(q.Answers, h.Passage.Text) || strings.Contains(h.Passage.Text, q.Evidence[0].Text)))
	}
	return err
}

func (c *collector) sentences(ctx context.Context, q eval.Question, add func([]retrieval.Part, bool)) error {
	why, err := c.engine.Why(ctx, answer.Question{Text: q.Text}, candidatesKept)
	for _, e := range why.Evidence {
		add(e.Parts, gold(q, e.Article.ID) && holds(q.Answers, e.Sentence))
	}
	return err
}

func gold(q eval.Question, article string) bool {
	for _, e := range q.Evidence {
		if e.Article == article {
			return true
		}
	}
	return false
}

// holds reports whether one of the answers stands in the text, folded.
func holds(answers []string, s string) bool {
	folded := text.Fold(s)
	for _, a := range answers {
		if strings.Contains(folded, text.Fold(a)) {
			return true
		}
	}
	return false
}

func hasBoth(right []bool) bool {
	n := 0
	for _, r := range right {
		if r {
			n++
		}
	}
	return n > 0 && n < len(right)
}
