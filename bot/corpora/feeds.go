package corpora

import (
	"context"
	"errors"
	"fmt"
	"time"

	"sherpa/bot"
	"sherpa/ingest"
	"sherpa/internal/usererr"
	"sherpa/store"
)

// Feeds keeps which feeds there are and when each is read next.
type Feeds interface {
	Feeds(ctx context.Context, guildID string) ([]store.FeedState, error)
	// PutFeed adds a feed or changes it; UpdateFeed fails with store.ErrNotFound
	// if it was removed.
	PutFeed(ctx context.Context, f store.FeedState) error
	UpdateFeed(ctx context.Context, f store.FeedState) error
	RemoveFeed(ctx context.Context, guildID, url string) error
	// TakeDueFeeds returns feeds that are to be read now; no other process gets
	// them.
	TakeDueFeeds(ctx context.Context, limit int) ([]store.FeedState, error)
}

const (
	// feedEvery is how often a feed is read, and leastEvery how often at the most.
	feedEvery  = 30 * time.Minute
	leastEvery = 15 * time.Minute
	// mostEvery is how long a feed that fails is left alone at the most.
	mostEvery = 24 * time.Hour
	// feedLimit is how long one reading may take.
	feedLimit = 10 * time.Minute
	// laterEntries is how many entries of a feed are read at a time: what a slow
	// site can give within feedLimit.
	laterEntries = 100
)

// Refresh reads the feeds that are due, one after the other. A feed that cannot be
// read is tried again later, each time after a longer while. An error means that
// the feeds themselves could not be looked up or kept.
func (c *Corpora) Refresh(ctx context.Context) error {
	if c.opts.Feeds == nil {
		return nil
	}
	read := map[[2]string]bool{}
	for {
		due, err := c.opts.Feeds.TakeDueFeeds(ctx, 1)
		if err != nil {
			return fmt.Errorf("corpora: look for feeds to read: %w", err)
		}
		if len(due) == 0 || ctx.Err() != nil {
			return ctx.Err()
		}
		key := [2]string{due[0].GuildID, due[0].URL}
		if read[key] { // clocks differ; no site is asked twice for that
			return nil
		}
		read[key] = true
		if err := c.refreshFeed(ctx, due[0]); err != nil {
			return err
		}
	}
}

// refreshFeed reads one feed and says when it is read next.
func (c *Corpora) refreshFeed(ctx context.Context, f store.FeedState) error {
	report, err := c.readFeed(ctx, f)
	switch {
	case ctx.Err() != nil: // its time comes again
		return nil
	case errors.Is(err, store.ErrNotFound): // the server's articles were deleted
		err = c.opts.Feeds.RemoveFeed(ctx, f.GuildID, f.URL)
	default:
		c.schedule(&f, report, err)
		err = c.opts.Feeds.UpdateFeed(ctx, f)
	}
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return fmt.Errorf("corpora: keep what came of a feed: %w", err)
	}
	return nil
}

// readFeed takes what is new in a feed into the articles of its server, or with no
// server into the default ones.
func (c *Corpora) readFeed(ctx context.Context, f store.FeedState) (ingest.Report, error) {
	ctx, cancel := context.WithTimeout(ctx, feedLimit)
	defer cancel()
	v := c.main
	if f.GuildID != "" {
		own, err := c.shelf.take(ctx, f.GuildID, false)
		if err != nil {
			return ingest.Report{}, err
		}
		defer c.shelf.give(own)
		v = own
	}
	room, err := c.room(ctx, v)
	if err != nil {
		return ingest.Report{}, err
	}
	in := intake{
		into: v, by: bot.Admin{Hash: f.AddedBy, Name: f.AddedName},
		opts: ingest.Options{FeedEntries: min(room, laterEntries), OnlyFeeds: true},
	}
	return c.takeIn(ctx, in, func(in *ingest.Ingester) (ingest.Report, error) { return in.Run(ctx, []string{f.URL}) })
}

// room is how many articles a store may still take. Pages that it may not take are
// not worth fetching: without any room, that is the error.
func (c *Corpora) room(ctx context.Context, v *volume) (int, error) {
	most := c.limitsOf(v).articles
	if most <= 0 {
		return laterEntries, nil
	}
	stats, err := v.store.Stats(ctx)
	if err == nil && stats.Articles >= most {
		err = tooMany(most)
	}
	return most - stats.Articles, err
}

// schedule sets when a feed is read next, by what came of it now.
func (c *Corpora) schedule(f *store.FeedState, r ingest.Report, err error) {
	f.LastError = feedError(f.URL, r, err)
	wait := max(f.Every, leastEvery)
	switch {
	case f.LastError != "":
		f.Failures++
		for range min(f.Failures, 10) {
			wait *= 2
		}
	case r.Left > 0:
		f.Failures, wait = 0, leastEvery
	default:
		f.Failures = 0
	}
	f.Next = c.opts.Now().Add(c.spread(min(wait, mostEvery)))
}

// feedError says why a feed could not be read, in a sentence fit for the server's
// admins; empty if it could, even where some of its pages could not.
func feedError(url string, r ingest.Report, err error) string {
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return "the site took too long"
	case err != nil:
		return usererr.Message(explain(err))
	}
	for _, s := range r.Skipped {
		if s.Input == url {
			return s.Reason
		}
	}
	return ""
}

// feedsOf lists the feeds of a server.
func (c *Corpora) feedsOf(ctx context.Context, guildID string) ([]store.FeedState, error) {
	if c.opts.Feeds == nil {
		return nil, nil
	}
	return c.opts.Feeds.Feeds(ctx, guildID)
}
