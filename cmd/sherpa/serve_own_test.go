package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"sherpa/internal/fakediscord"
	"sherpa/store"
)

// newspaper is a site with a feed that grows.
type newspaper struct {
	*httptest.Server
	second atomic.Bool
}

func newNewspaper(t *testing.T) *newspaper {
	t.Helper()
	n := &newspaper{}
	page := func(title, text string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			_, _ = fmt.Fprintf(w, `<html lang="en"><head><title>%[1]s</title></head><body><article><h1>%[1]s</h1><p>%[2]s</p></article></body></html>`, title, strings.Repeat(text+" ", 6))
		}
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/feed.xml", n.feed)
	mux.HandleFunc("/bridge", page("A bridge in Brunnvik", "The new bridge in Brunnvik was opened on 3 May 2026 by the mayor Karin Lind."))
	mux.HandleFunc("/ferry", page("A ferry for Brunnvik", "The ferry Halda was bought for Brunnvik by the harbour director Ana Brandt."))
	n.Server = httptest.NewServer(mux)
	t.Cleanup(n.Close)
	return n
}

func (n *newspaper) feed(w http.ResponseWriter, _ *http.Request) {
	items := n.item("bridge", "A bridge in Brunnvik")
	if n.second.Load() {
		items += n.item("ferry", "A ferry for Brunnvik")
	}
	w.Header().Set("Content-Type", "application/rss+xml")
	_, _ = fmt.Fprintf(w, `<?xml version="1.0"?><rss version="2.0"><channel><title>Brunnvik News</title><link>%s</link>%s</channel></rss>`, n.URL, items)
}

func (n *newspaper) item(path, title string) string {
	return fmt.Sprintf(`<item><title>%s</title><link>%s/%s</link><guid>%[2]s/%[3]s</guid></item>`, title, n.URL, path)
}

// TestServeOwnArticles lets an admin add a feed. What it grows by is read on its
// schedule, and no other server sees any of it.
func TestServeOwnArticles(t *testing.T) {
	t.Parallel()
	s := newServed(t)
	site := newNewspaper(t)
	allowed := "SHERPA_FETCH_ALLOW_HOSTS=" + strings.TrimPrefix(site.URL, "http://")
	admin := fakediscord.From{GuildID: "700000000000000007", ChannelID: "800000000000000008", Permissions: 1<<5 | 1<<10}
	elsewhere := fakediscord.From{GuildID: "700000000000000099", ChannelID: "800000000000000099"}
	use := func(from fakediscord.From, path string, options ...fakediscord.Option) string {
		t.Helper()
		return s.does(path, s.discord.Slash(from, path, options...)).Content
	}
	expect := func(got, want string, there bool) {
		t.Helper()
		if strings.Contains(got, want) != there {
			t.Errorf("%q holds %q: %t, want %t", got, want, !there, there)
		}
	}
	bridge := fakediscord.Text("question", "When was the bridge in Brunnvik opened?")
	ferry := fakediscord.Text("question", "Who bought the ferry Halda for Brunnvik?")

	s.start(allowed)
	expect(use(admin, "settings corpus use", fakediscord.Text("articles", "instead")), "went wrong", false)
	expect(use(admin, "ask", fakediscord.Text("question", "Was a ceasefire agreed?")), "Nothing pointed to", false)
	expect(use(admin, "settings corpus add", fakediscord.Text("url", site.URL+"/feed.xml")), "Added: 1", true)
	expect(use(admin, "ask", bridge), "3 May 2026", true)
	expect(use(elsewhere, "ask", bridge), "3 May 2026", false)
	expect(use(admin, "ask", ferry), "Ana Brandt", false)
	s.stop(syscall.SIGTERM)

	site.second.Store(true)
	s.feedIsDue(admin.GuildID)
	s.start(allowed)
	s.becomes("the new entry", func() string { return use(admin, "settings corpus list") }, "A ferry for Brunnvik")
	expect(use(admin, "ask", ferry), "Ana Brandt", true)
	expect(use(elsewhere, "ask", ferry), "Ana Brandt", false)
	s.stop(syscall.SIGTERM)
}

// feedIsDue makes the feeds of a server due, as time would.
func (s *served) feedIsDue(guildID string) {
	s.t.Helper()
	s.looksInto(func(st *store.Store) {
		feeds, err := st.Feeds(s.t.Context(), guildID)
		if err != nil || len(feeds) != 1 {
			s.t.Fatalf("%d feeds, %v", len(feeds), err)
		}
		feeds[0].Next = time.Now().Add(-time.Minute)
		if err := st.UpdateFeed(s.t.Context(), feeds[0]); err != nil {
			s.t.Fatal(err)
		}
	})
}

// becomes asks again until something is shown.
func (s *served) becomes(what string, ask func() string, want string) {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(s.t.Context(), patience)
	defer cancel()
	again := time.NewTicker(100 * time.Millisecond)
	defer again.Stop()
	for !strings.Contains(ask(), want) {
		select {
		case <-again.C:
		case <-ctx.Done():
			s.t.Fatalf("%s is not there", what)
		}
	}
}
