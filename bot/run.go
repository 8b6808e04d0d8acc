package bot

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"sherpa/bot/event"
	"sherpa/bot/payload"
	"sherpa/bot/texts"
	"sherpa/store"
)

const (
	// drainWithin is how long Drain takes at the most; the last part of it is
	// for telling those whose answer was not ready.
	drainWithin = 20 * time.Second
	drainTell   = 5 * time.Second
	// othersEvery is how often it is looked for what other processes did: whom
	// they left waiting, and what they were told to forget.
	othersEvery = 2 * time.Second
)

// Run tells those who waited when an earlier process ended, follows what users did
// in other processes, and marks from time to time the answers whose sources changed. It returns when ctx ends.
func (b *Bot) Run(ctx context.Context) error {
	others, flags := time.NewTicker(othersEvery), time.NewTicker(b.SweepEvery)
	defer others.Stop()
	defer flags.Stop()
	b.sweep(ctx, "orphans", b.tellOrphans)
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-others.C:
			b.sweep(ctx, "orphans", b.tellOrphans)
			b.sweep(ctx, "news", b.hear)
		case <-flags.C:
			b.tidy()
			b.sweep(ctx, "flags", b.markFlagged)
		}
	}
}

// tidy forgets what is too old of all that is in memory with somebody's text or
// id: nothing else looks there while nobody asks.
func (b *Bot) tidy() {
	for _, memory := range []interface{ tidy() }{b.sessions, b.turns, b.unsaved, b.exchanges, b.lists, b.warned, b.news} {
		memory.tidy()
	}
}

func (b *Bot) sweep(ctx context.Context, what string, f func(context.Context) error) {
	if err := guard(func() error { return f(ctx) }); err != nil && ctx.Err() == nil {
		b.log.LogAttrs(ctx, slog.LevelWarn, "a sweep failed", slog.String("sweep", what), slog.String("error", cause(err)))
	}
}

// tellOrphans edits the interactions that a process left behind without an
// answer.
func (b *Bot) tellOrphans(ctx context.Context) error {
	orphans, err := b.ledger.Orphans(ctx)
	if err != nil {
		return fmt.Errorf("bot: read who waits: %w", err)
	}
	for _, p := range orphans {
		b.jobs.Go(func() { b.tellOrphan(p) }) //nolint:contextcheck // it ends with the bot
	}
	return nil
}

func (b *Bot) tellOrphan(p store.Pending) {
	ctx, cancel := context.WithTimeout(b.last, time.Minute)
	defer cancel()
	t := event.Ticket{ApplicationID: p.ApplicationID, Token: p.Token, Created: p.Since}
	err := guard(func() error {
		_, err := b.Sender.Edit(ctx, t, payload.Message{Content: texts.For(p.Locale).Say("bot.restarted")})
		return err
	})
	if err != nil {
		b.log.LogAttrs(ctx, slog.LevelWarn, "somebody who waited could not be told of the restart", slog.String("error", err.Error()))
	}
}

// Drain lets nobody ask any more, gives what is under way time to end, and then
// tells whoever still waits to ask again. It takes 20 s at the most, less if ctx
// ends earlier, and returns an error if work is still under way. Run has to have
// returned before: it would take further orphans, whom nobody could tell any more.
func (b *Bot) Drain(ctx context.Context) error {
	b.questions.close()
	b.views.close()
	b.additions.close()
	ctx, cancel := context.WithTimeout(ctx, drainWithin)
	defer cancel()
	end, _ := ctx.Deadline()
	grace, stop := context.WithDeadline(ctx, end.Add(-min(drainTell, time.Until(end)/2)))
	defer stop()
	err := b.jobs.wait(grace)
	b.stopLife(errRestarting)
	if err != nil {
		err = b.jobs.wait(ctx)
	}
	b.stopLast()
	if err != nil {
		return fmt.Errorf("bot: some who waited could not be told: %w", err)
	}
	return nil
}
