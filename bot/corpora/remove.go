package corpora

import (
	"context"
	"errors"
	"fmt"

	"sherpa/ingest"
	"sherpa/store"
)

// What became of an article that an answer cited, as Flags are told it.
const (
	noteUpdated   = "updated"
	noteWithdrawn = "withdrawn"
)

// Flags is told what became of an article, so that the answers that cited it can be
// marked. guildID is empty for articles of the default store.
type Flags interface {
	FlagAnswers(ctx context.Context, guildID string, a store.CitedArticle, note string) (int, error)
}

// flag tells what became of articles. Their answers are not worth failing for.
func (c *Corpora) flag(ctx context.Context, v *volume, note string, ids ...string) {
	if c.opts.Flags == nil {
		return
	}
	for _, id := range ids {
		cited := store.CitedArticle{ID: id, Own: v.guildID != ""}
		if _, err := c.opts.Flags.FlagAnswers(ctx, v.guildID, cited, note); err != nil {
			c.warn(ctx, "flag the answers that cited an article", err)
		}
	}
}

// Remove takes one of a server's own articles away, by its id or the beginning of
// it, or a feed, by its address. The articles of a feed stay. It fails with
// store.ErrNotFound and store.ErrAmbiguous.
func (c *Corpora) Remove(ctx context.Context, guildID, id string) error {
	if !isGuild(guildID) {
		return explain(ErrGuild)
	}
	if removed, err := c.removeFeed(ctx, guildID, id); removed || err != nil {
		return explain(err)
	}
	v, err := c.shelf.take(ctx, guildID, false)
	if err != nil {
		return explain(err)
	}
	defer c.shelf.give(v)
	return explain(c.removeArticle(ctx, v, id))
}

// removeFeed removes the feed with an address, if there is one.
func (c *Corpora) removeFeed(ctx context.Context, guildID, address string) (bool, error) {
	if c.opts.Feeds == nil {
		return false, nil
	}
	for _, url := range []string{address, ingest.CanonicalURL(address)} {
		err := c.opts.Feeds.RemoveFeed(ctx, guildID, url)
		if !errors.Is(err, store.ErrNotFound) {
			return err == nil, err
		}
	}
	return false, nil
}

func (c *Corpora) removeArticle(ctx context.Context, v *volume, id string) error {
	a, err := v.store.FindArticle(ctx, id)
	if err != nil {
		return err
	}
	err = v.store.Remove(ctx, a.ID)
	if errors.Is(err, store.ErrBusy) {
		if there, hasErr := has(ctx, v.store, a.ID); !there && hasErr == nil {
			c.warn(ctx, "remove an article", err) // it is gone; only traces wait for the next removal
			err = nil
		}
	}
	if err != nil {
		return err
	}
	after := context.WithoutCancel(ctx)
	c.warn(after, "forget who added an article", c.dropAdders(after, v, []string{a.ID}))
	c.flag(after, v, noteWithdrawn, a.ID)
	return nil
}

// Forget deletes all articles of a server that the bot has left. It fails with
// store.ErrBusy while somebody reads them; try again then.
func (c *Corpora) Forget(ctx context.Context, guildID string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := c.shelf.forget(guildID); err != nil {
		return explain(fmt.Errorf("corpora: %w", err))
	}
	c.known.drop(guildID)
	return nil
}
