package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"sherpa/answer"
	"sherpa/corpus"
	"sherpa/ingest"
	"sherpa/retrieval"
	"sherpa/store"
)

// releaseKey is the fact under which a store remembers the release of the
// embedded briefs that it holds: noRelease in a store that ingest made.
const (
	releaseKey = "embedded_release"
	noRelease  = "none"
)

// engines answer questions from one store.
type engines struct {
	app    *app
	store  *store.Store
	search *retrieval.Searcher
	answer *answer.Engine
	// options are those of answer.
	options answer.Options
}

// openStore opens the store that the settings name.
func (a *app) openStore(ctx context.Context, opts store.Options) (*store.Store, error) {
	settings, err := a.settings()
	if err != nil {
		return nil, err
	}
	st, err := store.Open(ctx, settings.Store.Path, opts)
	return st, storeError(settings.Store.Path, err)
}

// withEngines opens the store, with the embedded briefs where there was none,
// and does something with what answers from it.
func (a *app) withEngines(ctx context.Context, do func(*engines) error) error {
	st, err := a.openSeeded(ctx)
	if err != nil {
		return err
	}
	defer closeStore(a, st)
	settings, err := a.settings()
	if err != nil {
		return err
	}
	log := a.remarkLog(settings.Config)
	model, err := a.newModel(settings.Config, st, log, nil)
	if err != nil {
		return err
	}
	defer closeModel(model)
	embedder, err := a.newEmbedder(settings.Config, st, log, nil)
	if err != nil {
		return err
	}
	defer closeEmbedder(embedder)
	search, opts := retrieval.New(st, searching(embedder, st)), answering(settings.Config, model, log)
	err = do(&engines{app: a, store: st, search: search, answer: answer.New(search, st, opts), options: opts})
	return storeError(st.Path(), err)
}

// openSeeded opens the store and brings its embedded briefs up to date. A store that
// --db names and that is not there is made, and said to be: it may be a slip.
func (a *app) openSeeded(ctx context.Context) (*store.Store, error) {
	_, missing := os.Stat(a.flags.Store)
	st, err := a.openStore(ctx, store.Options{})
	if err != nil {
		return nil, err
	}
	if a.flags.Store != "" && errors.Is(missing, fs.ErrNotExist) {
		a.notice("sherpa: there was no store at %s; the new one holds the articles that come with Sherpa.", a.flags.Store)
	}
	if err := seed(ctx, st); err != nil {
		closeStore(a, st)
		return nil, storeError(st.Path(), err)
	}
	return st, nil
}

// openForIngest opens the store; one that it creates holds only what is
// ingested.
func (a *app) openForIngest(ctx context.Context) (*store.Store, error) {
	st, err := a.openStore(ctx, store.Options{})
	if err != nil {
		return nil, err
	}
	if _, err := st.Meta(ctx, releaseKey); errors.Is(err, store.ErrNotFound) {
		if err := st.SetMeta(ctx, releaseKey, noRelease); err != nil {
			closeStore(a, st)
			return nil, storeError(st.Path(), err)
		}
	}
	return st, nil
}

// seed puts the embedded briefs into a new store, and replaces those of an older
// release. A store that ingest made is left alone, and so is one that cannot be
// written: it answers from what it has.
func seed(ctx context.Context, st *store.Store) error {
	wanted, err := wantsBriefs(ctx, st)
	if err != nil || !wanted {
		return err
	}
	// The fact is set before the briefs and completed after them, so that a
	// seeding that was cut short is taken up again.
	err = st.SetMeta(ctx, releaseKey, "incomplete")
	if errors.Is(err, store.ErrReadOnly) {
		return nil
	}
	if err != nil {
		return err
	}
	if _, err := ingest.SyncEmbedded(ctx, st, corpus.FS); err != nil {
		return fmt.Errorf("store the embedded articles: %w", err)
	}
	return st.SetMeta(ctx, releaseKey, corpus.Release)
}

// wantsBriefs reports whether the store is new, or holds briefs of another
// release than the program's.
func wantsBriefs(ctx context.Context, st *store.Store) (bool, error) {
	release, err := st.Meta(ctx, releaseKey)
	if err == nil {
		return release != noRelease && release != corpus.Release, nil
	}
	if !errors.Is(err, store.ErrNotFound) {
		return false, err
	}
	stats, err := st.Stats(ctx)
	return stats.Articles == 0, err
}

// newest is the date of the newest article, or empty.
func (e *engines) newest(ctx context.Context) string {
	stats, err := e.store.Stats(ctx)
	if err != nil {
		return ""
	}
	return stats.Newest
}

// closeStore closes a store. Everything was committed before, so that a failure
// is only worth a remark.
func closeStore(a *app, st *store.Store) {
	if err := st.Close(); err != nil {
		a.notice("sherpa: the store was not closed cleanly: %v", err)
	}
}
