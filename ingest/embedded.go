package ingest

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
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
	ingested, embeddedBefore := byOrigin(stored)
	var entries []store.Entry
	current := make(map[string]bool, len(carried))
	for _, e := range carried {
		current[e.Article.ID] = true
		if !ingested[e.Article.ID] {
			entries = append(entries, e)
		}
	}
	outcomes, err := st.PutAll(ctx, entries)
	if err != nil {
		return report, fmt.Errorf("store the embedded articles: %w", err)
	}
	for i, outcome := range outcomes {
		report.count(entries[i], outcome)
	}
	for _, id := range embeddedBefore {
		if current[id] {
			continue
		}
		if err := st.Remove(ctx, id); err != nil && !errors.Is(err, store.ErrNotFound) {
			return report, fmt.Errorf("remove the embedded article %q: %w", id, err)
		}
		report.Removed++
	}
	return report, nil
}

func byOrigin(articles []store.ArticleInfo) (ingested map[string]bool, embedded []string) {
	ingested = make(map[string]bool)
	for _, a := range articles {
		if a.Embedded {
			embedded = append(embedded, a.ID)
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
	for _, name := range names {
		body, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("read the embedded article %s: %w", name, err)
		}
		d, err := markdown.Parse(body)
		if err != nil {
			return nil, fmt.Errorf("embedded article %s: %w", name, err)
		}
		e, err := NewEntry(d, fileID(name), time.Now())
		if err != nil {
			return nil, fmt.Errorf("embedded article %s: %w", name, err)
		}
		e.Article.Embedded = true
		entries = append(entries, e)
	}
	return entries, nil
}
