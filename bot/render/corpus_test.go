package render_test

import (
	"context"
	"testing"
	"time"

	"sherpa/answer"
	"sherpa/corpus"
	"sherpa/ingest"
	"sherpa/retrieval"
	"sherpa/store"
	"sherpa/store/storetest"
)

// desk answers from the embedded articles, as the program does.
type desk struct {
	store  *store.Store
	search *retrieval.Searcher
	engine *answer.Engine
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	st := storetest.New(t)
	if _, err := ingest.SyncEmbedded(t.Context(), st, corpus.FS); err != nil {
		t.Fatal(err)
	}
	search := retrieval.New(st, retrieval.Options{})
	clock := func() time.Time { return time.Date(2025, 9, 1, 12, 0, 0, 0, time.UTC) }
	return &desk{store: st, search: search, engine: answer.New(search, st, answer.Options{Now: clock})}
}

// get calls one of the desk's methods, which must not fail.
func get[Q, A any](t *testing.T, ask func(context.Context, Q) (A, error), q Q) A {
	t.Helper()
	a, err := ask(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func (d *desk) ask(t *testing.T, question string, history ...answer.Turn) answer.Answer {
	t.Helper()
	return get(t, d.engine.Ask, answer.Question{Text: question, History: history})
}

func (d *desk) why(t *testing.T, question string) *answer.Reasons {
	t.Helper()
	r, err := d.engine.Why(t.Context(), answer.Question{Text: question}, 5)
	if err != nil {
		t.Fatal(err)
	}
	return &r
}

func (d *desk) articles(t *testing.T) []store.ArticleInfo {
	t.Helper()
	all, err := d.store.Articles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return all
}
