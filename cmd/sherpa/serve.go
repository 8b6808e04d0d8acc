package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/cenkalti/backoff/v5"
	"golang.org/x/sync/errgroup"

	"sherpa/bot/gateway"
	"sherpa/bot/rest"
	"sherpa/internal/config"
	"sherpa/internal/usererr"
	"sherpa/store"
)

// serveCmd is the Discord bot.
type serveCmd struct{}

// Help says what is needed, and where the rest stands.
func (serveCmd) Help() string {
	return `The bot's token comes from DISCORD_TOKEN, or from the file that
DISCORD_TOKEN_FILE names. docs/discord.md has the five steps of setting it up.
Ctrl-C and SIGTERM let answers that are under way end, for 20 seconds at the most.

The exit code is 78 where trying again cannot help, such as a wrong token.`
}

// Run serves until a signal comes or Discord refuses the bot for good.
func (serveCmd) Run(ctx context.Context, a *app) error {
	settings, err := a.settings()
	if err != nil {
		return err
	}
	if err := checkServe(settings.Config); err != nil {
		return err
	}
	s, err := assemble(ctx, a, settings.Config)
	switch {
	case err != nil && ctx.Err() != nil:
		return nil // it was stopped before it began
	case err != nil:
		return err
	}
	defer closeStore(a, s.store)
	defer s.close()
	return serveError(s.run(ctx))
}

// startWithin is how long the store may be locked when the bot starts.
const startWithin = time.Minute

// assemble opens the store and puts the parts together. It is tried again while
// another process keeps the store locked: one that takes in many articles, or
// another of the bot's that makes the store at this moment.
func assemble(ctx context.Context, a *app, c config.Config) (*serving, error) {
	waits := sync.OnceFunc(func() { a.notice("sherpa: another process is writing to the store; waiting for it to end.") })
	return backoff.Retry(ctx, func() (*serving, error) {
		s, err := tryAssemble(ctx, a, c)
		switch {
		case err == nil:
			return s, nil
		case !errors.Is(err, store.ErrBusy):
			return nil, backoff.Permanent(err)
		}
		waits()
		return nil, err
	}, backoff.WithMaxElapsedTime(startWithin))
}

func tryAssemble(ctx context.Context, a *app, c config.Config) (*serving, error) {
	st, err := a.openSeeded(ctx)
	if err != nil {
		return nil, err
	}
	s, err := newServing(ctx, a, c, st)
	if err != nil {
		closeStore(a, st)
		return nil, storeError(st.Path(), serveError(err))
	}
	return s, nil
}

// checkServe says what is missing in the settings.
func checkServe(c config.Config) error {
	switch {
	case c.Discord.Token.Reveal() == "":
		return usererr.New(usererr.BadConfig, "the bot needs its token: copy it from the Bot page of your application on https://discord.com/developers/applications and run `export DISCORD_TOKEN=…`.")
	case c.Discord.PublicKey != "" && c.HTTP.Address == "":
		return usererr.New(usererr.BadConfig, "discord.public_key is for interactions over HTTP, and no http.address says where to listen; set one, or leave the key away.")
	case !c.Discord.Gateway && c.Discord.PublicKey == "":
		return usererr.New(usererr.BadConfig, "without a gateway nothing reaches the bot; set discord.gateway to true, or discord.public_key and http.address for interactions over HTTP.")
	}
	return nil
}

// run runs all parts until ctx ends or one of them fails, and then lets answers
// that are under way end before the connection to Discord is given up.
func (s *serving) run(ctx context.Context) error {
	drain := func(ctx context.Context) error {
		s.log.Info("stopping: answers under way may end")
		return s.bot.Drain(ctx)
	}
	return runAll(ctx, s.bot.Run, drain, s.parts()...)
}

// part runs until its context ends.
type part = func(context.Context) error

// runAll runs takes and the parts until ctx ends or one of them fails. Then takes
// ends first, so that it takes nothing up any more; drain brings what it has taken
// up to an end, for which the parts may be needed; and these end last.
func runAll(ctx context.Context, takes, drain part, parts ...part) error {
	group, sound := errgroup.WithContext(context.WithoutCancel(ctx))
	running, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()
	for _, p := range parts {
		group.Go(func() error { return p(running) })
	}
	group.Go(func() error {
		defer stop()
		taking, end := context.WithCancel(sound)
		defer end()
		defer context.AfterFunc(ctx, end)()
		err := takes(taking)
		return errors.Join(err, drain(context.WithoutCancel(ctx)))
	})
	return group.Wait()
}

// serveError turns what ended the bot into a sentence with its exit code.
func serveError(err error) error {
	var fatal *gateway.CloseError
	switch {
	case err == nil, usererr.Has(err):
		return err
	case errors.Is(err, rest.ErrBadToken), errors.Is(err, gateway.ErrUnauthorized):
		return usererr.Wrap(err, usererr.BadConfig, "Discord refuses the token; reset it on the Bot page of your application and set DISCORD_TOKEN anew.")
	case errors.As(err, &fatal):
		return usererr.Wrap(err, usererr.BadConfig, fmt.Sprintf("%v; the bot does not try again.", fatal))
	}
	return err
}
