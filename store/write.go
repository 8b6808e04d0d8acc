package store

import (
	"context"
	"fmt"
	"slices"
	"time"

	"sherpa/internal/text"
)

// Outcome says what Put did with an article.
type Outcome int

// The outcomes of Put.
const (
	Unchanged Outcome = iota // the store had it, with the same hash
	Added                    // it is new
	Updated                  // it replaced an earlier version
)

// String is the outcome in a word.
func (o Outcome) String() string {
	return [...]string{"unchanged", "added", "updated"}[o]
}

// Entry is an article with its passages in order.
type Entry struct {
	Article  Article
	Passages []Passage
}

// Put stores one article; see PutAll.
func (s *Store) Put(ctx context.Context, a Article, ps []Passage) (Outcome, error) {
	outcomes, err := s.PutAll(ctx, []Entry{{a, ps}})
	if err != nil {
		return Unchanged, err
	}
	return outcomes[0], nil
}

// PutAll stores articles in one transaction: all of them or, on an error, none.
// When it returns nil they are on the disk.
//
// An article whose hash the store has already under its id is left alone, except
// that an article that was embedded and now comes from elsewhere is taken over.
// Another hash replaces the article and its passages, and keeps the time of its
// first addition; answers that cite it are flagged. Passages come in the order of the text, without overlap, with
// ordinals from 0; Text must be the article's bytes from Start to End. Their
// RowID, ID and ArticleID are the store's to give. A context that ends takes
// effect between two articles.
func (s *Store) PutAll(ctx context.Context, entries []Entry) ([]Outcome, error) {
	for _, e := range entries {
		if err := e.validate(); err != nil {
			return nil, err
		}
	}
	outcomes := make([]Outcome, len(entries))
	err := s.write(ctx, "store articles", func(tx writeTx) error {
		words := make(tally)
		for i, e := range entries {
			if err := ctx.Err(); err != nil {
				return err
			}
			var err error
			if outcomes[i], err = put(tx, e, words); err != nil {
				return fmt.Errorf("article %q: %w", e.Article.ID, err)
			}
		}
		return finish(tx, words, slices.ContainsFunc(outcomes, func(o Outcome) bool { return o != Unchanged }))
	})
	if err != nil {
		return nil, err
	}
	return outcomes, nil
}

// finish writes what a transaction changed besides the articles themselves.
func finish(tx writeTx, words tally, changed bool) error {
	if !changed {
		return nil
	}
	if err := words.apply(tx); err != nil {
		return fmt.Errorf("count words: %w", err)
	}
	if err := mergeIndexes(tx); err != nil {
		return err
	}
	return tx.exec("UPDATE corpus SET version = version + 1")
}

func put(tx writeTx, e Entry, words tally) (Outcome, error) {
	var num, added int64
	var hash string
	var embedded bool
	known, err := tx.get("SELECT num, hash, embedded, added FROM articles WHERE id = ?", []any{e.Article.ID}, &num, &hash, &embedded, &added)
	if err != nil {
		return Unchanged, err
	}
	takenOver := embedded && !e.Article.Embedded
	if known && hash == e.Article.Hash && !takenOver {
		return Unchanged, nil
	}
	if !known {
		return Added, insert(tx, e, words)
	}
	e.Article.Added = time.Unix(0, added)
	if err := remove(tx, num, words); err != nil {
		return Unchanged, err
	}
	if err := flagCiting(tx, e.Article.ID, FlagUpdated); err != nil {
		return Unchanged, err
	}
	return Updated, insert(tx, e, words)
}

func insert(tx writeTx, e Entry, words tally) error {
	a := e.Article
	if a.Added.IsZero() {
		a.Added = time.Now()
	}
	num, err := tx.insert(`INSERT INTO articles (id, title, publisher, source_key, author, url, lang, published, updated,
		note, based_on, hash, simhash, duplicate_of, embedded, added, seal, text)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		a.ID, a.Title, a.Publisher, text.Fold(a.Publisher), a.Author, a.URL, a.Lang, a.Published, a.Updated,
		a.Note, a.BasedOn, a.Hash, int64(a.Simhash), a.DuplicateOf, a.Embedded, a.Added.UnixNano(), seal(a, e.Passages), []byte(a.Text)) //nolint:gosec // the bits are kept as they are
	if err != nil {
		return err
	}
	for i, p := range e.Passages {
		err := tx.exec(`INSERT INTO passages (article, ordinal, start, end, lead, unspaced, heading) VALUES (?, ?, ?, ?, ?, ?, ?)`,
			num, i, p.Start, p.End, p.Lead, hasUnspaced(a, p), p.Heading)
		if err != nil {
			return fmt.Errorf("passage %d: %w", i, err)
		}
		words.count(a, p, 1)
	}
	return nil
}

func hasUnspaced(a Article, p Passage) bool {
	return text.HasUnspaced(p.Text) || text.HasUnspaced(p.Heading) || text.HasUnspaced(a.Title)
}
