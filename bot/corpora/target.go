package corpora

import (
	"context"
	"errors"
	"fmt"

	"sherpa/store"
)

// limits are what a store may hold; 0 means no limit of ours.
type limits struct {
	articles int
	bytes    int64
}

func (c *Corpora) limitsOf(v *volume) limits {
	if v.guildID == "" {
		return limits{}
	}
	return limits{articles: c.opts.MaxArticles, bytes: c.opts.MaxBytes}
}

// target is a store that articles are read into. It keeps the limits, and notes
// what became of the articles.
type target struct {
	*store.Store
	volume         *volume
	limits         limits
	added, updated []string
}

// PutAll stores articles as the store does. Those that go beyond a limit fail with
// an error that names it, which ingest takes for a fault of theirs: it stores what
// still fits.
func (t *target) PutAll(ctx context.Context, entries []store.Entry) ([]store.Outcome, error) {
	t.volume.putting.Lock()
	defer t.volume.putting.Unlock()
	if err := t.admit(ctx, entries); err != nil {
		return nil, err
	}
	outcomes, err := t.Store.PutAll(ctx, entries)
	if errors.Is(err, store.ErrFull) {
		return nil, t.full(ctx, entries, err)
	}
	for i, o := range outcomes {
		switch id := entries[i].Article.ID; o {
		case store.Added:
			t.added = append(t.added, id)
		case store.Updated:
			t.updated = append(t.updated, id)
		case store.Unchanged:
		}
	}
	return outcomes, err
}

// admit refuses entries that would make too many articles.
func (t *target) admit(ctx context.Context, entries []store.Entry) error {
	if t.limits.articles <= 0 {
		return nil
	}
	stats, err := t.Stats(ctx)
	if err != nil || stats.Articles+len(entries) <= t.limits.articles {
		return err
	}
	n := stats.Articles
	for _, e := range entries {
		known, err := has(ctx, t.Store, e.Article.ID)
		if err != nil {
			return err
		}
		if !known {
			n++
		}
	}
	if n > t.limits.articles {
		return tooMany(t.limits.articles)
	}
	return nil
}

// About how much of a file a byte of text takes, with the indexes, and anything
// else at the most.
const (
	bytesPerText = 4
	bytesOfNote  = 256 << 10
)

// full tells a file that has reached its limit from a full disk, where entries, or
// something small, could not be stored.
func (t *target) full(ctx context.Context, entries []store.Entry, err error) error {
	stats, statsErr := t.Stats(ctx)
	need := stats.Bytes + bytesOfNote
	for _, e := range entries {
		need += bytesPerText * int64(len(e.Article.Text))
	}
	if t.limits.bytes <= 0 || statsErr != nil || need < t.limits.bytes {
		return err
	}
	return overLimit(fmt.Sprintf("%d MiB is the most; remove some articles first.", t.limits.bytes>>20))
}

func tooMany(most int) error {
	return overLimit(fmt.Sprintf("%d articles is the most; remove some first.", most))
}

// limitError is the refusal of what goes beyond a limit.
type limitError struct{ sentence string }

func overLimit(sentence string) error { return &limitError{sentence} }

// Error is the sentence, which reports show.
func (e *limitError) Error() string { return e.sentence }

// Is makes the refusal an ErrCap, and for ingest one of the article alone.
func (e *limitError) Is(reason error) bool { return reason == ErrCap || reason == store.ErrInvalid }
