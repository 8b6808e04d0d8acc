package corpora

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"sherpa/bot"
	"sherpa/ingest"
	"sherpa/internal/usererr"
	"sherpa/store"
)

const (
	// maxUpload is the size of the largest file that is taken, in bytes.
	maxUpload = 10 << 20
	// firstEntries is how much of a feed is read while somebody waits: a site is
	// asked for one page a second. The rest comes when the feed is read next.
	firstEntries = 20
)

// Add takes the page or the feed at an address into a server's own articles. A
// feed is read again from then on. What could not be taken is in the report.
func (c *Corpora) Add(ctx context.Context, guildID, address string, by bot.Admin) (ingest.Report, error) {
	// The canonical form begins with http or https, so that it is never taken for
	// the name of a file.
	address = ingest.CanonicalURL(strings.TrimSpace(address))
	if address == "" {
		return ingest.Report{}, usererr.New(usererr.Usage, "This is no address of a page (https://host/path).")
	}
	report, err := c.addTo(ctx, guildID, by, func(in *ingest.Ingester) (ingest.Report, error) { return in.Run(ctx, []string{address}) })
	if len(report.Feeds) > 0 && err == nil {
		err = c.follow(ctx, guildID, address, by, report)
	}
	return report, explain(err)
}

// AddFile takes a file that somebody sent into a server's own articles. What could
// not be taken is in the report.
func (c *Corpora) AddFile(ctx context.Context, guildID, name string, data []byte, by bot.Admin) (ingest.Report, error) {
	if len(data) > maxUpload {
		return ingest.Report{}, usererr.New(usererr.Usage, fmt.Sprintf("The file is larger than %d MiB; split it.", maxUpload>>20))
	}
	report, err := c.addTo(ctx, guildID, by, func(in *ingest.Ingester) (ingest.Report, error) { return in.RunFile(ctx, name, data) })
	return report, explain(err)
}

// intake says for whom articles are taken in, and how.
type intake struct {
	into *volume
	by   bot.Admin
	opts ingest.Options
}

// addTo takes something into a server's own articles.
func (c *Corpora) addTo(ctx context.Context, guildID string, by bot.Admin, run func(*ingest.Ingester) (ingest.Report, error)) (ingest.Report, error) {
	v, err := c.shelf.take(ctx, guildID, true)
	if err != nil {
		return ingest.Report{Skipped: []ingest.Skip{}}, err
	}
	defer c.shelf.give(v)
	return c.takeIn(ctx, intake{into: v, by: by, opts: ingest.Options{FeedEntries: firstEntries}}, run)
}

// takeIn reads something into a store, within its limits, and does what follows
// from it.
func (c *Corpora) takeIn(ctx context.Context, in intake, run func(*ingest.Ingester) (ingest.Report, error)) (ingest.Report, error) {
	in.opts.Now, in.opts.Workers = c.opts.Now, 1
	if c.opts.Fetcher != nil {
		in.opts.Fetcher = plainFetcher{c.opts.Fetcher}
	}
	to := &target{Store: in.into.store, volume: in.into, limits: c.limitsOf(in.into)}
	report, err := run(ingest.New(to, in.opts))
	// What is stored is stored, also where the time is up.
	after := context.WithoutCancel(ctx)
	if len(to.added)+len(to.updated) > 0 {
		c.filling.forget(in.into.guildID)
	}
	c.credit(after, in.into, to.added, in.by)
	c.flag(after, in.into, noteUpdated, to.updated...)
	if errors.Is(err, store.ErrFull) {
		err = to.full(after, nil, err)
	}
	return report, err
}

// follow has a feed read again, soon if it was not read to its end.
func (c *Corpora) follow(ctx context.Context, guildID, address string, by bot.Admin, r ingest.Report) error {
	if c.opts.Feeds == nil {
		return nil
	}
	now := c.opts.Now()
	f := store.FeedState{
		GuildID: guildID, URL: address, AddedBy: by.Hash, AddedName: by.Name, Added: now, Every: feedEvery,
		Next: now.Add(c.spread(feedEvery)),
	}
	if r.Left > 0 {
		f.Next = now.Add(leastEvery)
	}
	if err := c.opts.Feeds.PutFeed(context.WithoutCancel(ctx), f); err != nil {
		return fmt.Errorf("keep the feed: %w", err)
	}
	return nil
}

// credit notes who added articles. That it could not be noted is no reason to
// refuse them.
func (c *Corpora) credit(ctx context.Context, v *volume, ids []string, by bot.Admin) {
	if len(ids) > 0 && by.Hash != "" {
		c.warn(ctx, "hold the key of who added an article", c.opts.Default.HoldKey(ctx, by.Hash))
	}
	for _, id := range ids {
		if err := putAdder(ctx, v.store, id, by); err != nil {
			c.warn(ctx, "note who added an article", err)
			return
		}
	}
}

func (c *Corpora) warn(ctx context.Context, what string, err error) {
	if err != nil && !errors.Is(err, context.Canceled) {
		c.opts.Log.LogAttrs(ctx, slog.LevelWarn, what, slog.Any("error", err))
	}
}

// spread is a time up to a tenth longer, so that feeds that were added together
// are not read together for ever.
func (c *Corpora) spread(d time.Duration) time.Duration {
	return d + time.Duration(c.opts.Spread()*float64(d)/10)
}
