package monitor

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"regexp"
	"strings"
)

// hidden stands for what must not be read.
const hidden = "(hidden)"

// shapes are secrets that can be told by how they look: the tokens of
// interactions in addresses, the token of a bot with or without "Bot", and keys
// of language models.
var shapes = []struct {
	pattern *regexp.Regexp
	with    string
}{
	{regexp.MustCompile(`((?:/|%2[Ff])(?:webhooks|interactions)(?:/|%2[Ff])\d+(?:/|%2[Ff]))[^/\s"'?]+`), "${1}" + hidden},
	{regexp.MustCompile(`\bBot [\w-]*\.[\w.-]*\w|\bBot [\w-]{20,}`), "Bot " + hidden},
	{regexp.MustCompile(`\b[\w-]{18,40}\.[\w-]{6}\.[\w-]{25,}`), hidden},
	{regexp.MustCompile(`\b(sk-|Bearer )[\w.-]{16,}`), "${1}" + hidden},
}

// shortest is the length of a secret below which it is not looked for: it would
// be found in ordinary words.
const shortest = 6

// Redactor hides secrets in what is logged, and passes all else on as it is.
type Redactor struct {
	to      slog.Handler
	secrets *strings.Replacer
}

// NewRedactor returns a handler that hides the given secrets, and whatever looks
// like one, before to gets them. Secrets of less than six bytes are not
// looked for.
func NewRedactor(to slog.Handler, secrets ...string) *Redactor {
	var pairs []string
	for _, s := range secrets {
		if len(s) >= shortest {
			pairs = append(pairs, s, hidden)
		}
	}
	return &Redactor{to, strings.NewReplacer(pairs...)}
}

// Text returns s without secrets.
func (r *Redactor) Text(s string) string {
	s = r.secrets.Replace(s)
	for _, shape := range shapes {
		s = shape.pattern.ReplaceAllString(s, shape.with)
	}
	return s
}

// Enabled implements slog.Handler.
func (r *Redactor) Enabled(ctx context.Context, l slog.Level) bool { return r.to.Enabled(ctx, l) }

// Handle implements slog.Handler.
func (r *Redactor) Handle(ctx context.Context, rec slog.Record) error {
	clean := slog.NewRecord(rec.Time, rec.Level, r.Text(rec.Message), rec.PC)
	rec.Attrs(func(a slog.Attr) bool {
		clean.AddAttrs(r.attr(a))
		return true
	})
	return r.to.Handle(ctx, clean)
}

// WithAttrs implements slog.Handler.
func (r *Redactor) WithAttrs(attrs []slog.Attr) slog.Handler {
	return &Redactor{r.to.WithAttrs(r.attrs(attrs)), r.secrets}
}

// WithGroup implements slog.Handler.
func (r *Redactor) WithGroup(name string) slog.Handler {
	return &Redactor{r.to.WithGroup(r.Text(name)), r.secrets}
}

func (r *Redactor) attrs(from []slog.Attr) []slog.Attr {
	clean := make([]slog.Attr, 0, len(from))
	for _, a := range from {
		clean = append(clean, r.attr(a))
	}
	return clean
}

func (r *Redactor) attr(a slog.Attr) slog.Attr {
	return slog.Attr{Key: r.Text(a.Key), Value: r.value(a.Value.Resolve())}
}

func (r *Redactor) value(v slog.Value) slog.Value {
	switch v.Kind() {
	case slog.KindString:
		return slog.StringValue(r.Text(v.String()))
	case slog.KindGroup:
		return slog.GroupValue(r.attrs(v.Group())...)
	case slog.KindAny:
		return r.any(v)
	}
	return v
}

// any hides a secret inside of a value of any type. A value that has none, in
// any of the ways in which handlers write it, is passed on as it is.
func (r *Redactor) any(v slog.Value) slog.Value {
	for _, written := range written(v.Any()) {
		if clean := r.Text(written); clean != written {
			return slog.StringValue(clean)
		}
	}
	return v
}

// written is a value as text and as JSON.
func written(v any) []string {
	forms := []string{fmt.Sprintf("%+v", v)}
	if raw, ok := v.([]byte); ok {
		forms = append(forms, string(raw))
	}
	if data, err := json.Marshal(v); err == nil {
		forms = append(forms, string(data))
	}
	return forms
}
