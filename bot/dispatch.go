package bot

import (
	"context"
	"encoding/json"
	"log/slog"
	"slices"
	"time"

	"sherpa/bot/event"
	"sherpa/bot/payload"
)

// maxJobs is how much may be under way, being acknowledged included, before
// further interactions are left unanswered.
const maxJobs = 4096

// HandleDispatch takes an event of the gateway by its type. It never waits: what
// takes time is done behind it. Types that mean nothing to the bot are ignored.
func (b *Bot) HandleDispatch(ctx context.Context, kind string, raw json.RawMessage) {
	err := guard(func() error { return b.dispatch(context.WithoutCancel(ctx), kind, raw) })
	if err != nil {
		b.metrics.Skipped("unreadable")
		b.log.LogAttrs(ctx, slog.LevelWarn, "an event could not be taken", slog.String("type", kind), slog.String("error", cause(err)))
	}
}

func (b *Bot) dispatch(ctx context.Context, kind string, raw json.RawMessage) error {
	switch kind {
	case "INTERACTION_CREATE":
		return read(event.ParseInteraction, raw, func(in *event.Interaction) { b.interact(ctx, in) })
	case "MESSAGE_CREATE":
		return read(event.ParseMessage, raw, b.onMessage)
	case "MESSAGE_UPDATE":
		return read(event.ParseMessage, raw, b.onEdit)
	case "MESSAGE_DELETE":
		return read(event.ParseDeleted, raw, b.onDelete)
	case "MESSAGE_DELETE_BULK":
		return read(event.ParseBulkDeleted, raw, b.onBulkDelete)
	case "THREAD_CREATE":
		return read(event.ParseThread, raw, b.onThread)
	case "GUILD_CREATE":
		b.learnThreads(raw)
		return read(event.ParseGuild, raw, b.onGuild)
	case "GUILD_DELETE":
		return read(event.ParseGuild, raw, b.onGuildGone)
	case "READY":
		return read(event.ParseReady, raw, b.onReady)
	}
	return nil
}

func read[T any](parse func([]byte) (*T, error), raw []byte, take func(*T)) error {
	v, err := parse(raw)
	if err == nil {
		take(v)
	}
	return err
}

// interact answers an interaction of the gateway. Sending its first response is
// a request to Discord, for which the gateway must not wait.
func (b *Bot) interact(ctx context.Context, in *event.Interaction) {
	if b.jobs.size() > maxJobs {
		b.metrics.Skipped("flood")
		return
	}
	b.jobs.Go(func() {
		err := guard(func() error {
			// An error has been logged where it happened.
			_ = b.HandleInteraction(ctx, in, func(ctx context.Context, r payload.Response) error {
				return b.Sender.Respond(ctx, in, r)
			})
			return nil
		})
		if err != nil {
			b.logFault(ctx, "interaction", newCode(), err)
		}
	})
}

// learnThreads remembers in which channels a server's threads are: a message
// does not tell.
func (b *Bot) learnThreads(raw json.RawMessage) {
	var guild struct {
		Threads []struct {
			ID       string `json:"id"`
			ParentID string `json:"parent_id"`
		} `json:"threads"`
	}
	if json.Unmarshal(raw, &guild) != nil {
		return // then their messages count as those of a channel that nobody chose
	}
	for _, t := range guild.Threads {
		b.parents.put(t.ID, t.ParentID)
	}
}

// onGuild learns that the bot is in a server.
func (b *Bot) onGuild(g *event.Guild) {
	if !g.Unavailable && !b.Settings.Get(g.ID).Left.IsZero() {
		b.record("return to a server", func(ctx context.Context) error { return b.ledger.MarkBack(ctx, g.ID) })
	}
}

// onGuildGone learns that the bot was removed from a server, unless Discord
// merely cannot reach it.
func (b *Bot) onGuildGone(g *event.Guild) {
	if !g.Unavailable {
		when := b.now()
		b.record("leaving a server", func(ctx context.Context) error { return b.ledger.MarkLeft(ctx, g.ID, when) })
	}
}

// onReady learns who the bot is, and which servers it is no longer in: nobody
// tells of a removal while there is no session.
func (b *Bot) onReady(r *event.Ready) {
	b.me.Store(r.UserID)
	when := b.now()
	b.record("servers that were left", func(ctx context.Context) error { return b.markAbsent(ctx, r, when) })
}

// markAbsent marks the servers of a shard as left of which something is kept,
// and which READY does not name. Those with an outage are named.
func (b *Bot) markAbsent(ctx context.Context, r *event.Ready, when time.Time) error {
	kept, err := b.ledger.Servers(ctx)
	if err != nil {
		return err
	}
	own, err := b.Corpus.Servers(ctx)
	if err != nil {
		return err
	}
	for _, guildID := range append(kept, own...) {
		if !r.Has(guildID) || slices.Contains(r.Guilds, guildID) {
			continue
		}
		if err := b.ledger.MarkLeft(ctx, guildID, when); err != nil {
			return err
		}
	}
	return nil
}
