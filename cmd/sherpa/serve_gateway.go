package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"sherpa/bot/gateway"
	"sherpa/bot/monitor"
	"sherpa/bot/rest"
)

// The intents that answers need; none of them is privileged.
const (
	intentGuilds         = 1 << 0
	intentGuildMessages  = 1 << 9 // those that mention the bot come with their text
	intentDirectMessages = 1 << 12
)

// gatewayPart is the connection to the gateway, if this process holds one.
type gatewayPart struct{ supervisor *gateway.Supervisor }

func (s *serving) newGateway() error {
	if !s.settings.Discord.Gateway {
		return nil
	}
	shards, err := shardsOf(s.settings.Discord.Shards)
	if err != nil {
		return err
	}
	s.gateway.supervisor, err = gateway.New(gateway.Options{
		Token:      gateway.Token(s.settings.Discord.Token.Reveal()),
		GatewayBot: s.gatewayBot,
		Handler:    func(ctx context.Context, d gateway.Dispatch) { s.bot.HandleDispatch(ctx, d.Type, d.Data) },
		BudgetPath: budgetPath(s.store.Path(), shards),
		Log:        s.log,
		Intents:    intentGuilds | intentGuildMessages | intentDirectMessages,
		Shards:     shards,
		OnState:    func(st gateway.State) { s.metrics.Shard(monitored(st)) },
	})
	return err
}

// budgetPath is the file that counts IDENTIFYs: one for each process, since
// ranges of shards do not overlap.
func budgetPath(storePath string, shards gateway.Shards) string {
	if shards.Count == 0 {
		return storePath + ".identify"
	}
	return fmt.Sprintf("%s.identify-%d-%d", storePath, shards.First, shards.First+shards.Count-1)
}

// gatewayBot asks Discord where the gateway is.
func (s *serving) gatewayBot(ctx context.Context) (gateway.Info, error) {
	g, err := s.client.GatewayBot(ctx)
	if errors.Is(err, rest.ErrBadToken) {
		return gateway.Info{}, fmt.Errorf("%w: %w", gateway.ErrUnauthorized, err)
	}
	return gateway.Info(g), err
}

// shardsOf reads discord.shards, which the settings have checked.
func shardsOf(text string) (gateway.Shards, error) {
	if text == "auto" || text == "0" {
		return gateway.Shards{}, nil
	}
	if n, err := strconv.Atoi(text); err == nil {
		return gateway.Shards{Total: n}, nil
	}
	var from, to, total int
	if _, err := fmt.Fscanf(strings.NewReader(text), "%d-%d/%d", &from, &to, &total); err != nil {
		return gateway.Shards{}, fmt.Errorf("discord.shards: %w", err)
	}
	return gateway.Shards{Total: total, First: from, Count: to - from + 1}, nil
}

// monitored is a shard's state as health and metrics show it.
func monitored(s gateway.State) monitor.Shard {
	return monitor.Shard{
		Number: s.Shard, State: string(s.Phase), Ready: s.Phase == gateway.Ready, Since: s.Since,
		Identifies: s.Identifies, Resumes: s.Resumes, Drops: s.Drops, Latency: s.Latency,
	}
}
