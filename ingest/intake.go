package ingest

import (
	"context"
	"errors"
	"fmt"

	"sherpa/store"
)

// batchSize is the number of articles that are stored in one transaction.
const batchSize = 100

// intake takes results one after the other and stores them in batches.
type intake struct {
	store    Store
	progress func(Progress)
	report   Report
	articles int
	// seen says which input an id of this run came from.
	seen    map[string]string
	near    *nearIndex
	batch   []result
	pending []memo
}

func newIntake(ctx context.Context, st Store, progress func(Progress)) (*intake, error) {
	near, err := newNearIndex(ctx, st)
	if err != nil {
		return nil, err
	}
	if progress == nil {
		progress = func(Progress) {}
	}
	return &intake{store: st, progress: progress, report: newReport(), seen: map[string]string{}, near: near}, nil
}

// take deals with one result; its error is the store's.
func (k *intake) take(ctx context.Context, r result) error {
	accepted, err := k.accept(ctx, r)
	if err != nil {
		return err
	}
	if accepted && r.taken != nil {
		r.taken()
	}
	if r.remember != nil {
		k.pending = append(k.pending, r.remember())
	}
	k.progress(Progress{Input: r.input, Articles: k.articles, Skipped: len(k.report.Skipped)})
	if len(k.batch) >= batchSize {
		return k.flush(ctx)
	}
	return nil
}

// accept puts a result into the batch or into the report.
func (k *intake) accept(ctx context.Context, r result) (bool, error) {
	k.report.Unchanged += r.unchanged
	if r.feed {
		k.report.Feeds = append(k.report.Feeds, r.input)
		k.report.Left += r.left
	}
	k.articles += r.unchanged
	first, clash := k.seen[r.entry.Article.ID]
	switch {
	case r.skip != "":
		k.skip(r.input, r.skip)
		return false, nil
	case r.entry.Article.ID == "":
		return true, nil
	case clash:
		k.skip(r.input, fmt.Sprintf("the id %q was taken by %s in this run; give one of the two another id or name", r.entry.Article.ID, first))
		return false, nil
	}
	return true, k.addArticle(ctx, r)
}

func (k *intake) skip(input, reason string) {
	k.report.Skipped = append(k.report.Skipped, Skip{Input: input, Reason: reason})
}

func (k *intake) addArticle(ctx context.Context, r result) error {
	a := &r.entry.Article
	var err error
	if a.DuplicateOf, err = k.near.original(ctx, *a); err != nil {
		return err
	}
	k.seen[a.ID] = r.input
	k.articles++
	k.near.add(*a)
	k.batch = append(k.batch, r)
	return nil
}

// flush stores the batch, counts what came of it and then remembers what the
// next run wants to know.
func (k *intake) flush(ctx context.Context) error {
	entries := make([]store.Entry, len(k.batch))
	for i, r := range k.batch {
		entries[i] = r.entry
	}
	if err := k.put(ctx, entries); err != nil {
		return err
	}
	k.near.stored()
	for _, m := range k.pending {
		if err := k.store.SetMeta(ctx, m.key, m.value); err != nil {
			return fmt.Errorf("remember %s: %w", m.key, err)
		}
	}
	k.batch, k.pending = k.batch[:0], k.pending[:0]
	return nil
}

// put stores the entries together. If the store refuses one of them, each is
// stored by itself, so that the bad one does not stop the others.
func (k *intake) put(ctx context.Context, entries []store.Entry) error {
	if len(entries) == 0 {
		return nil
	}
	outcomes, err := k.store.PutAll(ctx, entries)
	switch {
	case err == nil:
		for i, outcome := range outcomes {
			k.report.count(entries[i], outcome)
		}
		return nil
	case !errors.Is(err, store.ErrInvalid):
		return fmt.Errorf("store %d articles: %w", len(entries), err)
	case len(entries) == 1:
		k.skip(k.seen[entries[0].Article.ID], err.Error())
		return nil
	}
	for i := range entries {
		if err := k.put(ctx, entries[i:i+1]); err != nil {
			return err
		}
	}
	return nil
}
