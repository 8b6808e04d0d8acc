package corpora

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sherpa/store"
	"sherpa/store/storetest"
)

// withFeeds are Corpora over a site, whose default store keeps the feeds.
func withFeeds(t *testing.T, opts Options) (*Corpora, *site, *store.Store) {
	t.Helper()
	s := newSite(t)
	opts.Default = storetest.New(t)
	opts.Feeds, opts.Fetcher = opts.Default, s
	return newCorpora(t, opts), s, opts.Default
}

func feedsOf(t *testing.T, c *Corpora, guildID string) []store.FeedState {
	t.Helper()
	_, feeds, err := c.Own(t.Context(), guildID)
	if err != nil {
		t.Fatal(err)
	}
	return feeds
}

// makeDue sets when a feed is read next to now.
func makeDue(t *testing.T, st *store.Store, f store.FeedState) {
	t.Helper()
	f.Next = time.Now().Add(-time.Second)
	if err := st.UpdateFeed(t.Context(), f); err != nil {
		t.Fatal(err)
	}
}

func refresh(t *testing.T, c *Corpora) {
	t.Helper()
	if err := c.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func TestFeedIsFollowed(t *testing.T) {
	t.Parallel()
	flags := &flagged{}
	c, s, st := withFeeds(t, Options{Flags: flags})
	s.article("Ferry", "The ferry of Norvik sails on Friday.")
	s.article("Pier", "The pier of Norvik is old.")
	s.feed("Ferry")
	before := time.Now()
	if r, err := c.Add(t.Context(), guildA, s.URL+"/feed", admin); err != nil || r.Added != 1 {
		t.Fatalf("%+v, %v", r, err)
	}
	feeds := feedsOf(t, c, guildA)
	if len(feeds) != 1 {
		t.Fatalf("feeds: %+v", feeds)
	}
	f := feeds[0]
	if f.URL != s.URL+"/feed" || f.AddedName != "Ada" || f.AddedBy != "h1" || f.Every != feedEvery || f.Next.Before(before.Add(feedEvery)) {
		t.Errorf("feed %+v", f)
	}
	if len(feedsOf(t, c, guildB)) > 0 {
		t.Error("another server has the feed")
	}

	s.requests()
	refresh(t, c)
	if n := s.requests(); n != 0 {
		t.Errorf("a feed that is not due costs %d requests", n)
	}

	s.feed("Ferry?corrected", "Pier")
	s.article("Ferry", "The ferry of Norvik sails on Sunday.")
	makeDue(t, st, f)
	refresh(t, c)
	want := map[string]string{s.URL + "/Ferry": "Ada", s.URL + "/Pier": "Ada"}
	if diff := cmp.Diff(want, byID(t, c)); diff != "" {
		t.Errorf("who added what (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{guildA + " own " + s.URL + "/Ferry updated"}, flags.take()); diff != "" {
		t.Errorf("flags (-want +got):\n%s", diff)
	}
	if f := feedsOf(t, c, guildA)[0]; f.Failures != 0 || f.LastError != "" || !f.Next.After(time.Now()) {
		t.Errorf("afterwards: %+v", f)
	}

	if err := c.Remove(t.Context(), guildA, s.URL+"/feed#x"); err != nil {
		t.Fatal(err)
	}
	if len(feedsOf(t, c, guildA)) != 0 || len(byID(t, c)) != 2 {
		t.Error("the feed is there, or its articles are gone")
	}
	if err := c.Remove(t.Context(), guildA, s.URL+"/feed"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("removed twice: %v", err)
	}
}

// TestFeedThatFails is left alone for longer and longer, and taken up again.
func TestFeedThatFails(t *testing.T) {
	t.Parallel()
	now := newClock()
	c, s, st := withFeeds(t, Options{Now: now.Now})
	s.article("Ferry", "The ferry of Norvik sails on Friday.")
	s.feed("Ferry")
	if _, err := c.Add(t.Context(), guildA, s.URL+"/feed", admin); err != nil {
		t.Fatal(err)
	}
	type state struct {
		Wait     time.Duration
		Failures int
		Error    string
	}
	read := func() state {
		makeDue(t, st, feedsOf(t, c, guildA)[0])
		refresh(t, c)
		f := feedsOf(t, c, guildA)[0]
		return state{f.Next.Sub(now.Now()), f.Failures, f.LastError}
	}
	steps := []struct {
		name string
		do   func()
		want state
	}{
		{"gone", func() { s.remove("/feed") }, state{time.Hour, 1, "the server answered with an error: 404 Not Found"}},
		{"still gone", func() {}, state{2 * time.Hour, 2, "the server answered with an error: 404 Not Found"}},
		{"a page instead", func() { s.article("feed", "Buy this domain.") }, state{4 * time.Hour, 3, "there is no feed at this address any more; check it in a browser"}},
		{"back", func() { s.feed("Ferry") }, state{feedEvery, 0, ""}},
		{"a page of it is missing", func() { s.feed("Ferry", "Missing") }, state{feedEvery, 0, ""}},
	}
	for _, step := range steps {
		step.do()
		if diff := cmp.Diff(step.want, read()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", step.name, diff)
		}
	}
	s.remove("/feed")
	for range 12 {
		read()
	}
	if got := read(); got.Wait != mostEvery || got.Failures != 13 {
		t.Errorf("after a long time: %+v", got)
	}
	if len(byID(t, c)) != 1 {
		t.Error("the page in the feed's place was taken, or the article lost")
	}
}

// TestLongFeed: who adds it waits for its beginning only.
func TestLongFeed(t *testing.T) {
	t.Parallel()
	c, s, st := withFeeds(t, Options{MaxArticles: 50})
	var names []string
	for i := range 60 {
		names = append(names, fmt.Sprintf("Page%d", i))
		s.article(names[i], fmt.Sprintf("The boat number %d sails on Friday.", i))
	}
	s.feed(names...)
	r, err := c.Add(t.Context(), guildA, s.URL+"/feed", admin)
	if err != nil || r.Added != firstEntries || s.requests() != firstEntries+1 {
		t.Fatalf("%+v, %v", r, err)
	}
	f := feedsOf(t, c, guildA)[0]
	if wait := time.Until(f.Next); wait > leastEvery {
		t.Errorf("the rest comes in %v", wait)
	}
	makeDue(t, st, f)
	refresh(t, c)
	if n := len(byID(t, c)); n != 50 {
		t.Errorf("%d articles, want as many as a server may have", n)
	}
	s.requests()
	makeDue(t, st, feedsOf(t, c, guildA)[0])
	refresh(t, c)
	if f := feedsOf(t, c, guildA)[0]; !strings.HasPrefix(f.LastError, "50 articles is the most") || s.requests() != 0 {
		t.Errorf("a feed for which there is no room: %+v", f)
	}
}

func TestFeedOfNoServer(t *testing.T) {
	t.Parallel()
	flags := &flagged{}
	c, s, st := withFeeds(t, Options{Flags: flags})
	s.article("Ferry", "The ferry of Norvik sails on Friday.")
	s.feed("Ferry")
	now := time.Now()
	put := func(guildID string) {
		f := store.FeedState{GuildID: guildID, URL: s.URL + "/feed", Added: now, Next: now.Add(-time.Hour), Every: time.Hour}
		if err := st.PutFeed(t.Context(), f); err != nil {
			t.Fatal(err)
		}
	}
	t.Log("a server's feed goes with its articles")
	put(guildB)
	refresh(t, c)
	if feeds, err := st.Feeds(t.Context(), guildB); err != nil || len(feeds) > 0 || len(articleIDs(t, c, insteadB)) > 0 {
		t.Errorf("feeds %v, %v", feeds, err)
	}
	t.Log("a feed of the default articles is read into them")
	put("")
	refresh(t, c)
	s.article("Ferry", "The ferry of Norvik sails on Sunday.")
	s.feed("Ferry?corrected")
	put("")
	refresh(t, c)
	if diff := cmp.Diff([]string{s.URL + "/Ferry"}, articleIDs(t, c, inDM)); diff != "" {
		t.Errorf("default articles (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{" default " + s.URL + "/Ferry updated"}, flags.take()); diff != "" {
		t.Errorf("flags (-want +got):\n%s", diff)
	}
}
