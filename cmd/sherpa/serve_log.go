package main

import (
	"log/slog"

	"sherpa/bot/monitor"
	"sherpa/internal/config"
)

// serveLog is the bot's log on stderr: JSON, or text on a terminal.
func (a *app) serveLog(c config.Config) *slog.Logger {
	var handler slog.Handler = slog.NewJSONHandler(a.stderr, nil)
	if a.terminal.err {
		handler = slog.NewTextHandler(a.stderr, nil)
	}
	return redacted(handler, c)
}

// remarkLog is the log of a command that a person waits for.
func (a *app) remarkLog(c config.Config) *slog.Logger { return redacted(remarks{app: a}, c) }

// redacted takes secrets out of whatever is logged.
func redacted(handler slog.Handler, c config.Config) *slog.Logger {
	return slog.New(monitor.NewRedactor(handler, c.Discord.Token.Reveal(), c.LLM.APIKey.Reveal(), c.Embedding.APIKey.Reveal()))
}
