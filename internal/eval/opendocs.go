package eval

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"sherpa/answer"
	"sherpa/ingest"
	"sherpa/retrieval"
	"sherpa/store"
)

// OpenDocs makes a store of a question's own articles in a temporary folder,
// the way that an ingested file of articles becomes one. Closing it removes
// the folder.
func OpenDocs(ctx context.Context, docs []Doc) (Engine, io.Closer, error) {
	return openDocs(ctx, docs, answer.Options{})
}

// OpenDocsWith is OpenDocs for an engine with options of its own.
func OpenDocsWith(opts answer.Options) func(context.Context, []Doc) (Engine, io.Closer, error) {
	return func(ctx context.Context, docs []Doc) (Engine, io.Closer, error) { return openDocs(ctx, docs, opts) }
}

func openDocs(ctx context.Context, docs []Doc, opts answer.Options) (_ Engine, _ io.Closer, err error) {
	dir, err := os.MkdirTemp("", "sherpa-eval-")
	if err != nil {
		return Engine{}, nil, fmt.Errorf("make a folder for the store: %w", err)
	}
	own := &ownStore{dir: dir}
	defer func() {
		if err != nil {
			err = errors.Join(err, own.Close())
		}
	}()
	if own.store, err = store.Open(ctx, filepath.Join(dir, "own.db"), store.Options{}); err != nil {
		return Engine{}, nil, err
	}
	if err := own.fill(ctx, docs); err != nil {
		return Engine{}, nil, err
	}
	search := retrieval.New(own.store, retrieval.Options{})
	return Engine{Asker: answer.New(search, own.store, opts), Searcher: search, Articles: own.store}, own, nil
}

// ownStore is a store in a folder of its own.
type ownStore struct {
	dir   string
	store *store.Store
}

// fill ingests the articles. One that ingest does not take is left out, as it
// would be from any store; that none is taken is an error.
func (own *ownStore) fill(ctx context.Context, docs []Doc) error {
	file := filepath.Join(own.dir, "docs.jsonl")
	if err := writeArticles(file, docs); err != nil {
		return err
	}
	report, err := ingest.New(own.store, ingest.Options{Workers: 1}).Run(ctx, []string{file})
	if err != nil {
		return err
	}
	if report.Added == 0 {
		return fmt.Errorf("none of the %d docs could be taken: %v", len(docs), report.Skipped)
	}
	return nil
}

// writeArticles writes what an article says and nothing of what it is held to
// answer.
func writeArticles(file string, docs []Doc) error {
	var lines bytes.Buffer
	for _, d := range docs {
		line, err := json.Marshal(map[string]string{"id": d.ID, "text": d.Text})
		if err != nil {
			return fmt.Errorf("write article %s: %w", d.ID, err)
		}
		lines.Write(append(line, '\n'))
	}
	return os.WriteFile(file, lines.Bytes(), 0o600)
}

// Close closes the store and removes its folder.
func (own *ownStore) Close() error {
	var err error
	if own.store != nil {
		err = own.store.Close()
	}
	return errors.Join(err, os.RemoveAll(own.dir))
}
