package main

import (
	"log/slog"

	"sherpa/bot/monitor"
	"sherpa/internal/config"
)

// serveLog is the bot's log on stderr: JSON, or text on a terminal. Secrets are
// taken out of whatever is logged.
func (a *app) serveLog(c config.Config) *slog.Logger {
	var handler slog.Handler = slog.NewJSONHandler(a.stderr, nil)
	if a.terminal.err {
		handler = slog.NewTextHandler(a.stderr, nil)
	}
	return slog.New(monitor.NewRedactor(handler, c.Discord.Token.Reveal(), c.LLM.APIKey.Reveal()))
}
