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
	before := make(map[string]store.ArticleInfo, len(stored))
	for _, a := range stored {
		before[a.ID] = a
	}
	entries := slices.DeleteFunc(carried, func(e store.Entry) bool {
		a, known := before[e.Article.ID]
		delete(before, e.Article.ID)
		if same := known && a.Embedded && a.Hash == e.Article.Hash; same {
			report.Unchanged++
			return true
		}
		return known && !a.Embedded
	})
	if err := report.put(ctx, st, entries); err != nil {
		return report, err
	}
	return report, report.removeEmbedded(ctx, st, before)
}

// put stores entries, if there are any: a store that is up to date may be
// read-only.
func (r *Report) put(ctx context.Context, st EmbeddedStore, entries []store.Entry) error {
	if len(entries) == 0 {
		return nil
	}
	outcomes, err := st.PutAll(ctx, entries)
	if err != nil {
		return fmt.Errorf("store the embedded articles: %w", err)
	}
	for i, outcome := range outcomes {
		r.count(entries[i], outcome)
	}
	return nil
}

// removeEmbedded removes those of the articles that were embedded. A store that
// is busy is no reason to stop: the next start removes what is left.
func (r *Report) removeEmbedded(ctx context.Context, st EmbeddedStore, articles map[string]store.ArticleInfo) error {
	for _, id := range slices.Sorted(maps.Keys(articles)) {
		if !articles[id].Embedded {
			continue
		}
		if err := st.Remove(ctx, id); err != nil && !errors.Is(err, store.ErrNotFound) && !errors.Is(err, store.ErrBusy) {
			return fmt.Errorf("remove the embedded article %q: %w", id, err)
		}
		r.Removed++
	}
	return nil
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
