package quality

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"sherpa/answer"
	"sherpa/corpus"
	"sherpa/ingest"
	"sherpa/internal/eval"
	"sherpa/retrieval"
	"sherpa/store"
)

// Result is what one set gave.
type Result struct {
	Set    Set
	Report eval.Report
	// Plain is what the simple method gave on the same articles and questions; it
	// has no figures where the questions bring articles of their own.
	Plain  eval.Report
	Checks []Checked
}

// Survey is what all sets gave.
type Survey struct {
	Results []Result
	// Absent names the sets that are known and were not there.
	Absent []string
	Worst  []Error
}

// Options says what to measure.
type Options struct {
	Sets   []Set
	Absent []string
	// Progress, if set, is told after every question how many were asked.
	Progress func(asked int)
}

// worstErrors is how many errors are explained.
const worstErrors = 20

// Measure asks the questions of every set over a store of its own, in a
// temporary folder, and explains the worst errors.
func Measure(ctx context.Context, opts Options) (survey Survey, err error) {
	dir, err := os.MkdirTemp("", "sherpa-quality-")
	if err != nil {
		return survey, fmt.Errorf("make a folder for the stores: %w", err)
	}
	survey.Absent = opts.Absent
	var benches []*bench
	defer func() {
		for _, b := range benches {
			err = errors.Join(err, b.store.Close())
		}
		err = errors.Join(err, os.RemoveAll(dir))
	}()
	asked := 0
	for i, set := range opts.Sets {
		b, err := newBench(ctx, filepath.Join(dir, fmt.Sprintf("%d.db", i)), set)
		if err != nil {
			return survey, fmt.Errorf("set %s: %w", set.Name, err)
		}
		benches = append(benches, b)
		result, err := b.measure(ctx, opts.Progress, asked)
		if err != nil {
			return survey, fmt.Errorf("set %s: %w", set.Name, err)
		}
		asked += len(result.Report.Outcomes)
		survey.Results = append(survey.Results, result)
	}
	for _, c := range worst(survey.Results, worstErrors) {
		words, err := benches[c.set].explain(ctx, c)
		if err != nil {
			return survey, fmt.Errorf("explain %s: %w", c.outcome.Question.ID, err)
		}
		survey.Worst = append(survey.Worst, Error{Set: opts.Sets[c.set], Class: c.class, Outcome: *c.outcome, Words: words})
	}
	return survey, nil
}

// bench is a set with the store that its questions are asked of.
type bench struct {
	set    Set
	store  *store.Store
	search *retrieval.Searcher
	answer *answer.Engine
}

func newBench(ctx context.Context, file string, set Set) (_ *bench, err error) {
	st, err := store.Open(ctx, file, store.Options{})
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, st.Close())
		}
	}()
	if err := Fill(ctx, st, append([]string{set.Articles}, set.Beside...)...); err != nil {
		return nil, err
	}
	search := retrieval.New(st, retrieval.Options{})
	return &bench{set: set, store: st, search: search, answer: answer.New(search, st, answer.Options{})}, nil
}

// Fill stores articles in one store: those below each path, or of the corpus that the
// program carries where it is Embedded. An empty path has none.
func Fill(ctx context.Context, st *store.Store, paths ...string) error {
	for _, articles := range paths {
		if err := fill(ctx, st, articles); err != nil {
			return err
		}
	}
	return nil
}

func fill(ctx context.Context, st *store.Store, articles string) error {
	switch articles {
	case "":
		return nil
	case Embedded:
		_, err := ingest.SyncEmbedded(ctx, st, corpus.FS)
		return err
	}
	report, err := ingest.New(st, ingest.Options{}).Run(ctx, []string{articles})
	if err == nil && report.Added == 0 {
		err = fmt.Errorf("%w: no article of %s could be taken", eval.ErrQuestionFile, articles)
	}
	return err
}

// measure asks the questions of the set, and then the simple method the same.
// Before is how many were asked of other sets.
func (b *bench) measure(ctx context.Context, progress func(int), before int) (Result, error) {
	result := Result{Set: b.set}
	now, err := b.set.asked()
	if err != nil {
		return result, err
	}
	opts := eval.Options{
		Engine: eval.Engine{Asker: b.answer, Searcher: b.search, Articles: b.store}, Files: []string{b.set.Questions}, Now: now, Offline: true,
	}
	if progress != nil {
		opts.Progress = func(done, _ int) { progress(before + done) }
	}
	if result.Report, err = eval.Run(ctx, opts); err != nil || b.set.Articles == "" {
		return result, err
	}
	if result.Checks, err = b.check(ctx); err != nil {
		return result, err
	}
	simple, err := newPlain(ctx, b.store)
	if err != nil {
		return result, err
	}
	opts.Engine, opts.Progress = simple.engine(), nil
	result.Plain, err = eval.Run(ctx, opts)
	return result, err
}
