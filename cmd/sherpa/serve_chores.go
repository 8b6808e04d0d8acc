package main

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/cenkalti/backoff/v5"

	"sherpa/bot/command"
	"sherpa/bot/rest"
	"sherpa/internal/usererr"
	"sherpa/store"
)

// purgeEvery is how often is deleted what is past its time: often enough that
// what somebody deletes is gone from the files within a minute.
const purgeEvery = 30 * time.Second

// purge deletes what is past its time, and the articles of servers that the bot
// left a week ago, until ctx ends.
func (s *serving) purge(ctx context.Context) error {
	ticks := time.NewTicker(purgeEvery)
	defer ticks.Stop()
	for {
		if err := s.purgeOnce(ctx); err != nil && ctx.Err() == nil && !errors.Is(err, store.ErrBusy) {
			s.log.LogAttrs(ctx, slog.LevelWarn, "old records could not be deleted; it is tried again", slog.String("error", err.Error()))
		}
		select {
		case <-ctx.Done():
			return nil
		case <-ticks.C:
		}
	}
}

func (s *serving) purgeOnce(ctx context.Context) error {
	purged, err := s.store.Purge(ctx, time.Now())
	for _, guild := range purged.Left {
		gone := s.corpora.Forget(ctx, guild)
		if gone == nil {
			gone = s.store.ServerGone(ctx, guild)
		}
		err = errors.Join(err, gone)
	}
	return err
}

// register tells Discord the commands, where it does not know them. The bot
// works with the old ones meanwhile, so that a failure is worth a line of the
// log; only a refused token ends it.
func (s *serving) register(ctx context.Context) error {
	_, err := backoff.Retry(ctx, func() (struct{}, error) {
		err := s.registerOnce(ctx)
		if errors.Is(err, rest.ErrBadToken) || usererr.Has(err) {
			err = backoff.Permanent(err)
		} else if err != nil && ctx.Err() == nil {
			s.log.LogAttrs(ctx, slog.LevelWarn, "the commands could not be registered; it is tried again", slog.String("error", err.Error()))
		}
		return struct{}{}, err
	}, backoff.WithMaxElapsedTime(0))
	switch {
	case err == nil, ctx.Err() != nil:
		return nil
	case errors.Is(err, rest.ErrBadToken):
		return err
	}
	s.log.LogAttrs(ctx, slog.LevelError, "the commands could not be registered", slog.String("error", usererr.Message(err)))
	return nil
}

func (s *serving) registerOnce(ctx context.Context) error {
	app, err := s.client.Application(ctx)
	if err != nil {
		return err
	}
	changed, err := command.Register(ctx, s.client, s.store, app.ID)
	if err == nil {
		s.log.LogAttrs(ctx, slog.LevelInfo, "serving", slog.String("application", app.Name), slog.Bool("commands changed", changed))
	}
	return err
}
