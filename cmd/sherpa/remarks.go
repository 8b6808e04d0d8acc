package main

import (
	"context"
	"log/slog"
	"slices"
	"strings"
)

// remarks is the log of a command in a terminal: what its user should know is a
// sentence on stderr, and nothing else is said.
type remarks struct {
	app *app
	// known are attributes of every record, as they are shown.
	known []string
}

var _ slog.Handler = remarks{}

// Enabled implements slog.Handler.
func (remarks) Enabled(_ context.Context, level slog.Level) bool { return level >= slog.LevelWarn }

// Handle implements slog.Handler.
func (r remarks) Handle(_ context.Context, record slog.Record) error {
	cause, more := "", r.known
	record.Attrs(func(attr slog.Attr) bool {
		if attr.Key == "error" {
			cause = ": " + attr.Value.String()
		} else {
			more = append(slices.Clip(more), shownAttr(attr))
		}
		return true
	})
	text := record.Message
	if len(more) > 0 {
		text += " (" + strings.Join(more, ", ") + ")"
	}
	r.app.notice("sherpa: %s%s.", text, strings.TrimSuffix(cause, "."))
	return nil
}

// WithAttrs implements slog.Handler.
func (r remarks) WithAttrs(attrs []slog.Attr) slog.Handler {
	known := slices.Clip(r.known)
	for _, attr := range attrs {
		known = append(known, shownAttr(attr))
	}
	return remarks{r.app, known}
}

// WithGroup implements slog.Handler. Groups are not shown.
func (r remarks) WithGroup(string) slog.Handler { return r }

func shownAttr(attr slog.Attr) string { return attr.Key + " " + attr.Value.String() }
