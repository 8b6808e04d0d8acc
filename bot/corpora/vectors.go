package corpora

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"sherpa/retrieval"
	"sherpa/store"
)

const (
	// fillEvery is how often it is looked for passages without a vector, and
	// fillPause after how long again where no vectors could be made.
	fillEvery = time.Minute
	fillPause = 10 * time.Minute
	// ownVectorBytes is room for the vectors of one server's own articles.
	ownVectorBytes = 16 << 20
	// tellEvery is how often it is logged at the most that words alone rank.
	tellEvery = 10 * time.Minute
)

// searching are the options of the search in a store.
func (o *Options) searching(vectors retrieval.Vectors) retrieval.Options {
	return retrieval.Options{Embedder: o.Embedder, Vectors: vectors}
}

// filling remembers which stores have all their vectors.
type filling struct {
	mu sync.Mutex
	// states are by guild id: of the default store, under the empty one, its
	// version, and of a server's the serial of its file.
	states map[string]int64
	// again is the time before which nothing is tried, and told when it was last
	// logged that words alone rank.
	again, told time.Time
}

func newFilling() *filling { return &filling{states: map[string]int64{}} }

// begin reports whether a store is to be filled in a state. It is taken for
// filled from then on, unless forget is called.
func (f *filling) begin(guildID string, state int64, now time.Time) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	if is, ok := f.states[guildID]; ok && is == state || now.Before(f.again) {
		return false
	}
	f.states[guildID] = state
	return true
}

// forget has a store filled again.
func (f *filling) forget(guildID string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	delete(f.states, guildID)
}

// failed has nothing tried for a while.
func (f *filling) failed(guildID string, until time.Time) {
	f.mu.Lock()
	defer f.mu.Unlock()
	delete(f.states, guildID)
	f.again = until
}

// tell reports whether it is time to say that words alone rank.
func (f *filling) tell(now time.Time) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	if now.Sub(f.told) < tellEvery {
		return false
	}
	f.told = now
	return true
}

// fillDefault gives vectors to the default passages that lack one, if the articles
// changed.
func (c *Corpora) fillDefault(ctx context.Context) error {
	version, err := c.main.source.Version(ctx)
	if err != nil || !c.filling.begin("", version, c.opts.Now()) {
		return err
	}
	return c.fill(ctx, c.main)
}

// fillOwn gives vectors to the passages of the servers whose files are open. A
// file that nobody opens needs none.
func (c *Corpora) fillOwn(ctx context.Context) error {
	var errs []error
	for guildID, serial := range c.shelf.serials() {
		if ctx.Err() == nil && c.filling.begin(guildID, serial, c.opts.Now()) {
			errs = append(errs, c.fillServer(ctx, guildID))
		}
	}
	return errors.Join(errs...)
}

func (c *Corpora) fillServer(ctx context.Context, guildID string) error {
	v, err := c.shelf.take(ctx, guildID, false)
	if err != nil {
		c.filling.forget(guildID)
		return err
	}
	defer c.shelf.give(v)
	return c.fill(ctx, v)
}

// fill gives vectors to the passages of a store. Where there is no room for them,
// words alone rank.
func (c *Corpora) fill(ctx context.Context, v *volume) error {
	_, err := retrieval.Fill(ctx, v.store, c.opts.Embedder, retrieval.FillOptions{})
	if err != nil && !errors.Is(err, store.ErrFull) {
		c.filling.failed(v.guildID, c.opts.Now().Add(fillPause))
	}
	if err != nil {
		return fmt.Errorf("corpora: %w", err)
	}
	return nil
}

// degraded logs now and then that the search by meaning takes no part.
func (c *Corpora) degraded(ctx context.Context, why error) {
	if why == nil || errors.Is(why, retrieval.ErrNoVectors) || !c.filling.tell(c.opts.Now()) {
		return
	}
	c.opts.Log.LogAttrs(ctx, slog.LevelWarn, "articles are searched by words alone", slog.String("error", why.Error()))
}
