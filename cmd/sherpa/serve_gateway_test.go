package main

import (
	"net/http"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/bot/gateway"
	"sherpa/internal/fakediscord"
)

func TestShardsOf(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]gateway.Shards{
		"auto":  {},
		"0":     {},
		"4":     {Total: 4},
		"0-0/8": {Total: 8, Count: 1},
		"4-7/8": {Total: 8, First: 4, Count: 4},
	} {
		got, err := shardsOf(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
	if _, err := shardsOf("two"); err == nil {
		t.Error("words were taken for shards")
	}
}

// Processes that share the shards of one bot count their IDENTIFYs apart.
func TestBudgetPathsDiffer(t *testing.T) {
	t.Parallel()
	seen := map[string]string{}
	for _, text := range []string{"auto", "0-0/8", "1-3/8", "4-7/8"} {
		shards, err := shardsOf(text)
		if err != nil {
			t.Fatal(err)
		}
		path := budgetPath("a.db", shards)
		if other, ok := seen[path]; ok {
			t.Errorf("%s and %s share %s", text, other, path)
		}
		seen[path] = text
	}
}

// TestServeIsNotReadyWithoutDiscord looks at the program's health while Discord
// does not say where the gateway is, and after it did.
func TestServeIsNotReadyWithoutDiscord(t *testing.T) {
	t.Parallel()
	s := newServed(t)
	s.listens()
	s.discord.Fault("GET /gateway/bot", fakediscord.HTMLPage(http.StatusServiceUnavailable))
	s.launch()
	s.wait("it to ask where the gateway is", func() bool { return len(s.discord.RequestsTo("GET /gateway/bot")) > 0 })
	if status, body := s.get("/healthz"); status != http.StatusServiceUnavailable {
		t.Errorf("without a gateway /healthz answers %d: %s", status, body)
	}
	s.discord.Calm()
	s.becomes("its health", func() string { _, body := s.get("/healthz"); return body }, `"state": "ready"`)
	if status, body := s.get("/healthz"); status != http.StatusOK {
		t.Errorf("with a gateway /healthz answers %d: %s", status, body)
	}
	if code := s.stop(syscall.SIGTERM); code != 0 {
		t.Errorf("SIGTERM ended the program with %d, want 0", code)
	}
}
