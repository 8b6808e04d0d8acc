package main

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"sherpa/answer"
	prompts "sherpa/answer/prompt"
	"sherpa/internal/config"
	"sherpa/internal/llm"
)

// TestRemarks says what is worth it as sentences, without secrets, and in the
// place of a line that says what goes on.
func TestRemarks(t *testing.T) {
	t.Parallel()
	var stderr bytes.Buffer
	a := newApp(strings.NewReader(""), &bytes.Buffer{}, &stderr, func(string) string { return "" })
	c := config.Default()
	c.LLM.APIKey = canaryKey
	log := a.remarkLog(c)
	log.Info("nobody waits for this")
	log.Warn("a cap is near", slog.String("cap of", "a user"), slog.String("day", "2025-09-01"))
	log.With(slog.String("for", "vectors")).WithGroup("g").Error("it\x1b[31m failed", slog.String("error", "the key "+canaryKey+" is wrong."))
	a.terminal.erases = true
	log.Warn("a line was taken away")
	want := "sherpa: a cap is near (cap of a user, day 2025-09-01).\n" +
		"sherpa: it [31m failed (for vectors): the key (hidden) is wrong.\n" +
		"\r\x1b[2Ksherpa: a line was taken away.\n"
	if got := stderr.String(); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestWatchedModel logs a failure once a minute, and one that is the asker's doing
// never.
func TestWatchedModel(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var lines logLines
		w := &watched{log: slog.New(slog.NewJSONHandler(&lines, nil))}
		fails := func(err error) {
			w.notice(t.Context(), &answer.GenerateError{Reason: answer.ReasonRejected, Err: err})
		}
		wrongKey, wrongName := errors.New("check llm.api_key"), errors.New("check llm.model")
		for _, err := range []error{wrongKey, wrongKey, wrongName, wrongKey, context.Canceled} {
			fails(err)
		}
		<-time.After(sameTrouble)
		fails(wrongKey)
		w.notice(t.Context(), answer.ErrNoSchema)
		w.notice(t.Context(), nil)
		for want, n := range map[string]int{`"error":"rejected: check llm.api_key"`: 3, `"error":"rejected: check llm.model"`: 1, "\n": 4} {
			if got := lines.count(want); got != n {
				t.Errorf("%d of %s in the log, want %d", got, want, n)
			}
		}
	})
}

// TestWatchedNothing is no model at all where there is none.
func TestWatchedNothing(t *testing.T) {
	t.Parallel()
	if g := watchedModel(nil, slog.New(slog.DiscardHandler)); g != nil {
		t.Errorf("a generator without a model: %v", g)
	}
	client, err := llm.New(llm.Options{BaseURL: "http://127.0.0.1:1/v1", Model: modelName, Limits: llm.Limits{Retries: -1}})
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	var lines logLines
	g := watchedModel(client, slog.New(slog.NewJSONHandler(&lines, nil)))
	_, err = g.Generate(t.Context(), answer.Payer{}, prompts.Prompt{Messages: []prompts.Message{{Role: prompts.User, Text: "Why?"}}})
	if failed, ok := errors.AsType[*answer.GenerateError](err); !ok || failed.Reason != answer.ReasonUnavailable || lines.count("connection refused") != 1 {
		t.Errorf("it ended with %v, and %d lines of log", err, lines.count("connection refused"))
	}
}
