package corpora

import (
	"cmp"
	"context"
	"log/slog"
	"math/rand/v2"
	"path/filepath"
	"time"

	"golang.org/x/sync/errgroup"

	"sherpa/answer"
	"sherpa/bot"
	"sherpa/ingest"
	"sherpa/retrieval"
	"sherpa/store"
)

// The defaults of Options.
const (
	defaultArticles = 500
	defaultBytes    = 20 << 20
	defaultOpen     = 64
	defaultIdle     = 10 * time.Minute
	// defaultModelTime leaves a quarter of the time that a question may take, and
	// offlineTime is left in any case for an answer without the model.
	defaultModelTime = 45 * time.Second
	offlineTime      = 2 * time.Second
)

// Options set what Corpora work with. Default is required.
type Options struct {
	// Default is the default store. Its owner closes it, after the Corpora.
	Default *store.Store
	// Folder is where the servers' own files lie; empty means "servers" beside the
	// default store.
	Folder string
	// Fetcher gets pages and feeds; without one, addresses are refused.
	Fetcher ingest.Fetcher
	// Feeds keeps which feeds there are; without it, no feed is read again.
	Feeds Feeds
	// Flags is told what became of articles; nil means nobody is.
	Flags Flags
	// MaxArticles and MaxBytes cap one server's own articles, in number and in the
	// size of their file; 0 means 500 articles and 20 MiB.
	MaxArticles int
	MaxBytes    int64
	// MaxOpen is how many servers' files are open at a time, those in use not
	// counted; 0 means 64. Idle is how long one stays open unused; 0 means ten
	// minutes.
	MaxOpen int
	Idle    time.Duration
	// Generator is the language model that phrases answers, from the articles of
	// whoever asks alone; nil means that there is none. ModelTime is how long it may
	// take for one answer, less where somebody does not wait for so long; 0 means 45
	// seconds.
	Generator answer.Generator
	ModelTime time.Duration
	// Embedder makes the vectors for a search by meaning, which Run then fills in;
	// nil means that words alone are searched for.
	Embedder retrieval.Embedder
	// Now is the clock, and Spread draws from [0, 1) to spread the times at which
	// feeds are read; nil means time.Now and chance.
	Now    func() time.Time
	Spread func() float64
	// Log takes what nobody is told; nil discards it.
	Log *slog.Logger
}

func (o *Options) complete() {
	o.Folder = cmp.Or(o.Folder, filepath.Join(filepath.Dir(o.Default.Path()), "servers"))
	o.MaxArticles = cmp.Or(o.MaxArticles, defaultArticles)
	o.MaxBytes = cmp.Or(o.MaxBytes, defaultBytes)
	o.MaxOpen = cmp.Or(o.MaxOpen, defaultOpen)
	o.Idle = cmp.Or(o.Idle, defaultIdle)
	o.ModelTime = cmp.Or(o.ModelTime, defaultModelTime)
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Spread == nil {
		o.Spread = rand.Float64
	}
	if o.Embedder != nil {
		o.Embedder = retrieval.Remember(o.Embedder) // two stores are asked one question
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
}

// Corpora are the default articles and those of all servers. They are safe for
// concurrent use.
type Corpora struct {
	opts    Options
	main    *volume
	nothing *volume
	shelf   *shelf
	answers *answer.Cache
	known   *memory
	filling *filling
}

var (
	_ bot.Asker   = (*Corpora)(nil)
	_ bot.Checker = (*Corpora)(nil)
	_ bot.Corpus  = (*Corpora)(nil)
)

// New makes Corpora; Close them. Run does their work in the background.
func New(opts Options) *Corpora {
	opts.complete()
	c := &Corpora{
		opts:    opts,
		main:    &volume{source: opts.Default, store: opts.Default, search: retrieval.New(opts.Default, opts.searching(opts.Default))},
		nothing: &volume{source: nothing{}, search: retrieval.New(nothing{}, retrieval.Options{})},
		answers: answer.NewCache(answer.CacheOptions{Now: opts.Now}),
		known:   newMemory(opts.Now),
		filling: newFilling(),
	}
	c.shelf = newShelf(opts)
	return c
}

// Close closes the servers' files, those that are in use as soon as they no
// longer are.
func (c *Corpora) Close() {
	c.answers.Close()
	c.shelf.close()
}

// How often Run looks for changes that other processes made, and for feeds to
// read.
const (
	watchEvery = 2 * time.Second
	feedsEvery = time.Minute
)

// Run keeps what autocompletion knows up to date, closes files that nobody uses,
// reads feeds and fills in vectors, until ctx ends. It returns nil then.
func (c *Corpora) Run(ctx context.Context) error {
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return c.loop(ctx, "watch articles", watchEvery, c.watch) })
	group.Go(func() error { return c.serve(ctx) })
	group.Go(func() error { return c.loop(ctx, "read feeds", feedsEvery, c.Refresh) })
	if c.opts.Embedder != nil {
		group.Go(func() error { return c.loop(ctx, "fill in vectors", fillEvery, c.fillDefault) })
		group.Go(func() error { return c.loop(ctx, "fill in a server's vectors", fillEvery, c.fillOwn) })
	}
	return group.Wait()
}

// loop does some work now and again, until ctx ends. A failure is logged and tried
// again; a mistake in the program is, too.
func (c *Corpora) loop(ctx context.Context, what string, every time.Duration, work func(context.Context) error) error {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		if err := c.guarded(ctx, work); err != nil && ctx.Err() == nil {
			c.opts.Log.LogAttrs(ctx, slog.LevelWarn, what, slog.Any("error", err))
		}
		select {
		case <-ctx.Done():
			return nil
		case <-tick.C:
		}
	}
}
