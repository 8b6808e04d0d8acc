package monitor_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"sherpa/bot/monitor"
)

const (
	botToken   = "MTAwMDAwMDAwMDAwMDAwMDAw.GxYzAb.abcdefghijklmnopqrstuvwxyz0123456789AB" //nolint:gosec // nobody's
	askedToken = "aW50ZXJhY3Rpb246MTIzNDU2Nzg5OmNhbmFyeQ"                                 //nolint:gosec // nobody's
	ownSecret  = "a-secret-of-ours"
)

func TestTextIsRedacted(t *testing.T) {
	t.Parallel()
	r := monitor.NewRedactor(slog.DiscardHandler, ownSecret, "", "ab")
	for _, tc := range []struct{ in, want string }{
		{"Post \"https://discord.com/api/v10/webhooks/12/" + askedToken + "/messages/@original\": EOF", "Post \"https://discord.com/api/v10/webhooks/12/(hidden)/messages/@original\": EOF"},
		{"/interactions/34/" + askedToken + "/callback", "/interactions/34/(hidden)/callback"},
		{"/webhooks/12/" + askedToken, "/webhooks/12/(hidden)"},
		{"/webhooks/12/" + askedToken + "?wait=true", "/webhooks/12/(hidden)?wait=true"},
		{"%2Fwebhooks%2F12%2F" + askedToken, "%2Fwebhooks%2F12%2F(hidden)"},
		{"Authorization: Bot " + botToken, "Authorization: Bot (hidden)"},
		{"map[Authorization:[Bot " + botToken + "]]", "map[Authorization:[Bot (hidden)]]"},
		{"Bot canary.of.a.token", "Bot (hidden)"},
		{"identify with " + botToken + ".", "identify with (hidden)."},
		{"x" + ownSecret + "y", "x(hidden)y"},
		{"key sk-proj-0123456789abcdef failed", "key sk-(hidden) failed"},
		{"Authorization: Bearer 0123456789abcdefg", "Authorization: Bearer (hidden)"},
		{"Bot started. The webhooks/12 of lab 7 work; abc.", "Bot started. The webhooks/12 of lab 7 work; abc."},
		{"/channels/12/messages/34", "/channels/12/messages/34"},
		{"/applications/12/commands", "/applications/12/commands"},
		{"", ""},
	} {
		if got := r.Text(tc.in); got != tc.want {
			t.Errorf("%q became %q, want %q", tc.in, got, tc.want)
		}
	}
}

// request is a value of a type of its own with a secret inside.
type request struct{ URL, Note string }

// lazy tells its value when it is logged.
type lazy struct{}

func (lazy) LogValue() slog.Value { return slog.StringValue("lazy " + ownSecret) }

func TestLogsAreRedactedAndNothingElseChanges(t *testing.T) {
	t.Parallel()
	for name, handler := range map[string]func(*bytes.Buffer) slog.Handler{
		"text": func(b *bytes.Buffer) slog.Handler {
			return slog.NewTextHandler(b, &slog.HandlerOptions{Level: slog.LevelDebug})
		},
		"JSON": func(b *bytes.Buffer) slog.Handler {
			return slog.NewJSONHandler(b, &slog.HandlerOptions{Level: slog.LevelDebug})
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var b bytes.Buffer
			url := "/webhooks/12/" + askedToken + "/messages"
			log := slog.New(monitor.NewRedactor(handler(&b), ownSecret, botToken)).
				With(slog.String("given", ownSecret), slog.String("kept-given", "g1")).WithGroup("group")
			log.LogAttrs(t.Context(), slog.LevelDebug, "message "+ownSecret+" kept-message",
				slog.String("plain", "kept-plain"), slog.String(ownSecret+"-key", "kept-keyed"), slog.Int("number", 4711), slog.Bool("yes", true),
				slog.Any("error", fmt.Errorf("kept-error: %w", errors.New("Post "+url))),
				slog.Any("struct", request{url, "kept-note"}), slog.Any("pointer", &request{url, "kept-pointed"}),
				slog.Any("bytes", []byte("kept-bytes "+ownSecret)), slog.Any("list", []string{"kept-item", "Bot " + botToken}),
				slog.Any("clean", request{"/a", "kept-clean"}), slog.Any("lazy", lazy{}), slog.Any("nil", nil),
				slog.Group("inner", slog.String("deep", "kept-deep "+url)),
			)
			said := b.String()
			for _, secret := range []string{ownSecret, askedToken, botToken} {
				if strings.Contains(said, secret) {
					t.Errorf("%q is told in %s", secret, said)
				}
			}
			for _, kept := range []string{
				"kept-message", "kept-given", "g1", "kept-plain", "kept-keyed", "4711", "true", "kept-error", "kept-note", "kept-pointed", "kept-bytes",
				"kept-item", "kept-clean", "lazy", "nil", "inner", "kept-deep", "/messages", "DEBUG",
			} {
				if !strings.Contains(said, kept) {
					t.Errorf("%q is lost in %s", kept, said)
				}
			}
			if name == "JSON" && !json.Valid(b.Bytes()) {
				t.Errorf("this is no JSON: %s", said)
			}
		})
	}
}

func TestLevelsAreTheHandlers(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	log := slog.New(monitor.NewRedactor(slog.NewTextHandler(&b, nil)))
	log.LogAttrs(t.Context(), slog.LevelDebug, "quiet")
	if b.Len() > 0 {
		t.Errorf("it says %s", b.String())
	}
}

func FuzzRedact(f *testing.F) {
	f.Add("Post https://discord.com/api/v10/webhooks/1/", "token-of-an-interaction")
	f.Add("Bot ", botToken)
	f.Fuzz(func(t *testing.T, before, token string) {
		r := monitor.NewRedactor(slog.DiscardHandler, ownSecret)
		if got := r.Text(before + ownSecret + token); strings.Contains(got, ownSecret) {
			t.Errorf("the secret is told in %q", got)
		}
		if strings.ContainsAny(token, "/\"'?% \t\r\n\v\f") || len(token) < 12 || strings.Contains("(hidden)/webhooks/12/", token) {
			return
		}
		if got := r.Text("x/webhooks/12/" + token + "/messages"); got != "x/webhooks/12/(hidden)/messages" {
			t.Errorf("the address became %q", got)
		}
	})
}
