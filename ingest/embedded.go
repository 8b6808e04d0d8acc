package ingest

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"time"

	"sherpa/ingest/parse/markdown"
	"sherpa/store"
)

// EmbeddedStore is what SyncEmbedded needs of the store.
type EmbeddedStore interface {
	Articles(ctx context.Context) ([]store.ArticleInfo, error)
	PutAll(ctx context.Context, entries []store.Entry) ([]store.Outcome, error)
	Remove(ctx context.Context, id string) error
}

// SyncEmbedded makes the store's embedded articles equal to the Markdown files at
// the top of fsys: it adds and replaces them, and removes those that fsys no
// longer has. Articles that somebody ingested stay, also under the id of an
// embedded one, which is then left out. A file that cannot be read is an error,
// for the program carries it.
func SyncEmbedded(ctx context.Context, st EmbeddedStore, fsys fs.FS) (Report, error) {
	report := newReport()
	carried, err := embedded(fsys)
	if err != nil {
		return report, err
	}
	stored, err := st.Articles(ctx)
	if err != nil {
		return report, fmt.Errorf("list the stored articles: %w", err)
	}
	ingested, old := byOrigin(stored)
	entries := slices.DeleteFunc(carried, func(e store.Entry) bool { return ingested[e.Article.ID] })
	outcomes, err := st.PutAll(ctx, entries)
	if err != nil {
		return report, fmt.Errorf("store the embedded articles: %w", err)
	}
	for i, outcome := range outcomes {
		report.count(entries[i], outcome)
		delete(old, entries[i].Article.ID)
	}
	report.Removed, err = removeAll(ctx, st, old)
	return report, err
}

func removeAll(ctx context.Context, st EmbeddedStore, ids map[string]bool) (removed int, err error) {
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		if err := st.Remove(ctx, id); err != nil && !errors.Is(err, store.ErrNotFound) {
			return removed, fmt.Errorf("remove the embedded article %q: %w", id, err)
		}
		removed++
	}
	return removed, nil
}

// byOrigin returns the ids of articles that somebody ingested and of those that
// an earlier release embedded.
func byOrigin(articles []store.ArticleInfo) (ingested, embedded map[string]bool) {
	ingested, embedded = make(map[string]bool), make(map[string]bool)
	for _, a := range articles {
		if a.Embedded {
			embedded[a.ID] = true
		} else {
			ingested[a.ID] = true
		}
	}
	return ingested, embedded
}

// embedded reads the articles that the program carries.
func embedded(fsys fs.FS) ([]store.Entry, error) {
	names, err := fs.Glob(fsys, "*.md")
	if err != nil {
		return nil, fmt.Errorf("list the embedded articles: %w", err)
	}
	var entries []store.Entry
	taken := map[string]bool{}
	for _, name := range names {
		e, err := embeddedArticle(fsys, name)
		if err == nil && taken[e.Article.ID] {
			err = fmt.Errorf("its id %q is taken", e.Article.ID)
		}
		if err != nil {
			return nil, fmt.Errorf("embedded article %s: %w", name, err)
		}
		taken[e.Article.ID] = true
		entries = append(entries, e)
	}
	return entries, nil
}

func embeddedArticle(fsys fs.FS, name string) (store.Entry, error) {
	body, err := fs.ReadFile(fsys, name)
	if err != nil {
		return store.Entry{}, err
	}
	d, err := markdown.Parse(body)
	if err != nil {
		return store.Entry{}, err
	}
	e, err := NewEntry(d, fileID(name), time.Now())
	e.Article.Embedded = true
	return e, err
}
