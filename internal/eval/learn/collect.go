package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"sherpa/answer"
	"sherpa/internal/eval"
	"sherpa/internal/eval/quality"
	"sherpa/retrieval"
	"sherpa/store"
)

// candidatesKept is how many candidates of a question are compared.
const candidatesKept = 40

// engines answer the questions of a set.
type engines struct {
	searcher *retrieval.Searcher
	engine   *answer.Engine
}

// collect measures the sets, which are given as pairs of articles and questions,
// and returns their cases with the features' names.
func collect(ctx context.Context, m model, pairs []string) ([]set, []string, error) {
	if len(pairs) == 0 || len(pairs)%2 != 0 {
		return nil, nil, errors.New("name each set by its articles and its questions")
	}
	var sets []set
	var names []string
	for i := 0; i < len(pairs); i += 2 {
		s, labels, err := collectSet(ctx, m, pairs[i], pairs[i+1])
		if err != nil {
			return nil, nil, err
		}
		sets, names = append(sets, s), labels
	}
	return sets, names, nil
}

// foreignMark before the questions of a set says that they are about other
// articles, so that these answer none of them.
const foreignMark = "other:"

func collectSet(ctx context.Context, m model, articles, file string) (s set, names []string, err error) {
	st, done, err := openCorpus(ctx, articles)
	if err != nil {
		return s, nil, err
	}
	defer func() { err = errors.Join(err, done()) }()
	name, foreign := strings.CutPrefix(file, foreignMark)
	questions, err := eval.ReadFiles([]string{name})
	if err != nil {
		return s, nil, err
	}
	e := engines{searcher: retrieval.New(st, retrieval.Options{})}
	e.engine = answer.New(e.searcher, st, answer.Options{})
	s.name = file
	for _, q := range questions {
		if q.Thread != "" || len(q.Docs) > 0 {
			continue // a follow-up is judged by the question that it becomes
		}
		if foreign {
			q.Answerable, q.MayRefuse = new(bool), false
		}
		g, labels, err := m.collect(ctx, &e, q)
		if err != nil {
			return s, nil, fmt.Errorf("question %s: %w", q.ID, err)
		}
		if len(g.x) > 0 {
			g.weight = 1
			if g.fold == "" {
				g.fold = fold(q)
			}
			s.groups, names = append(s.groups, g), labels
		}
	}
	if m.balance != nil {
		m.balance(s.groups)
	}
	if len(s.groups) == 0 {
		return s, nil, fmt.Errorf("%s teaches nothing", file)
	}
	return s, names, nil
}

// fold is the article that a question is about, or the question itself where the
// file names none.
func fold(q eval.Question) string {
	switch {
	case len(q.Evidence) > 0:
		return q.Evidence[0].Article
	case len(q.Sources) > 0:
		return q.Sources[0]
	}
	return q.ID
}

// take splits explained parts into values and names.
func take(parts []retrieval.Part) (x []float64, names []string) {
	for _, p := range parts {
		x, names = append(x, p.Value), append(names, p.Feature)
	}
	return x, names
}

// openCorpus makes a temporary store of the articles, in one or several paths that are
// listed as PATH lists folders; done removes it.
func openCorpus(ctx context.Context, articles string) (st *store.Store, done func() error, err error) {
	dir, err := os.MkdirTemp("", "learn")
	if err != nil {
		return nil, nil, err
	}
	st, err = store.Open(ctx, filepath.Join(dir, "learn.db"), store.Options{})
	if err != nil {
		return nil, nil, errors.Join(err, os.RemoveAll(dir))
	}
	done = func() error { return errors.Join(st.Close(), os.RemoveAll(dir)) }
	if err := quality.Fill(ctx, st, filepath.SplitList(articles)...); err != nil {
		return nil, nil, errors.Join(err, done())
	}
	return st, done, nil
}
