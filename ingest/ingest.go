package ingest

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"time"

	"sherpa/store"
)

// ErrNoInput says that Run was called without anything to read.
var ErrNoInput = errors.New("nothing to ingest: name a file, a folder, an address or a feed")

// Store is what a run needs of the store.
type Store interface {
	// PutAll stores whole articles in one transaction, or none of them.
	PutAll(ctx context.Context, entries []store.Entry) ([]store.Outcome, error)
	Article(ctx context.Context, id string) (store.Article, error)
	Simhashes(ctx context.Context) (map[string]uint64, error)
	Meta(ctx context.Context, key string) (string, error)
	SetMeta(ctx context.Context, key, value string) error
}

// Options are what a run may be given; the zero value reads files only.
type Options struct {
	// Fetcher gets pages and feeds; without one, addresses are skipped.
	Fetcher Fetcher
	// Now is the clock for Article.Added; nil means time.Now.
	Now func() time.Time
	// FeedEntries is how many entries of a feed are fetched at the most in a run;
	// 0 means all. The others are left for the next run.
	FeedEntries int
	// OnlyFeeds skips addresses that hold something else than a feed.
	OnlyFeeds bool
	// Progress, if set, is called after every article, from Run's goroutine.
	Progress func(Progress)
	// Workers is how many inputs are parsed at a time; 0 means one a processor.
	Workers int
}

// Ingester reads inputs into a store. Several runs may not overlap.
type Ingester struct {
	store Store
	opts  Options
}

// New returns an Ingester that writes to st.
func New(st Store, opts Options) *Ingester {
	if opts.Now == nil {
		opts.Now = time.Now
	}
	if opts.Workers <= 0 {
		opts.Workers = runtime.GOMAXPROCS(0)
	}
	return &Ingester{store: st, opts: opts}
}

// Run reads the inputs in order. What cannot be taken is in the report. An error
// means that the run could not go on: the store failed, ctx ended or there was
// no input; what the report counts is stored all the same.
func (in *Ingester) Run(ctx context.Context, inputs []string) (Report, error) {
	if len(inputs) == 0 {
		return newReport(), ErrNoInput
	}
	return in.run(ctx, func(ctx context.Context) iter.Seq[task] { return in.tasks(ctx, inputs) })
}

// run does tasks and stores what comes of them.
func (in *Ingester) run(ctx context.Context, tasks func(context.Context) iter.Seq[task]) (Report, error) {
	k, err := newIntake(ctx, in.store, in.opts.Progress)
	if err != nil {
		return newReport(), err
	}
	for r := range inOrder(ctx, in.opts.Workers, tasks) {
		if err := k.take(ctx, r); err != nil {
			return k.report, err
		}
	}
	if err := ctx.Err(); err != nil {
		return k.report, fmt.Errorf("ingest was stopped: %w", err)
	}
	return k.report, k.flush(ctx)
}
