package store

import (
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sync/errgroup"
)

func feed(guild, url string, next time.Time) FeedState {
	return FeedState{GuildID: guild, URL: url, AddedBy: "1.ab", AddedName: "Ann", Added: noon, Next: next, Every: time.Hour}
}

func mustHaveFeeds(tb testing.TB, s *Store, guild string, want ...FeedState) {
	tb.Helper()
	got, err := s.Feeds(tb.Context(), guild)
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		tb.Error(diff, err)
	}
}

func TestFeeds(t *testing.T) {
	t.Parallel()
	s, _ := newClockedStore(t)
	f, ours := feed("g", "https://example.com/feed", noon), feed("", "https://example.com/feed", noon)
	mustDo(t, s.PutFeed(t.Context(), f))
	mustDo(t, s.PutFeed(t.Context(), ours))
	mustDo(t, s.PutFeed(t.Context(), feed("h", "https://example.com/feed", noon)))

	f.Failures, f.LastError, f.Next = 2, "it does not answer", at(2*time.Hour)
	mustDo(t, s.UpdateFeed(t.Context(), f))
	mustHaveFeeds(t, s, "g", f)

	again := feed("g", f.URL, at(time.Hour))
	again.AddedBy, again.AddedName, again.Added, again.Every = "1.cd", "Bob", at(time.Hour), time.Minute
	mustDo(t, s.PutFeed(t.Context(), again))
	again.AddedBy, again.AddedName, again.Added = f.AddedBy, f.AddedName, f.Added
	mustHaveFeeds(t, s, "g", again)
	mustHaveFeeds(t, s, "", ours)

	mustDo(t, s.RemoveFeed(t.Context(), "g", f.URL))
	mustHaveFeeds(t, s, "g")
	mustHaveFeeds(t, s, "h", feed("h", f.URL, noon))
	for name, err := range map[string]error{
		"update": s.UpdateFeed(t.Context(), f), "remove": s.RemoveFeed(t.Context(), "g", f.URL),
	} {
		if !errors.Is(err, ErrNotFound) {
			t.Errorf("%s: error %v, want ErrNotFound", name, err)
		}
	}
	if err := s.PutFeed(t.Context(), FeedState{GuildID: "g", URL: "u"}); !errors.Is(err, ErrInvalidRecord) {
		t.Errorf("without an interval: error %v, want ErrInvalidRecord", err)
	}
}

func TestDueFeedsAreTakenOnce(t *testing.T) {
	t.Parallel()
	s, c := newClockedStore(t)
	const feeds = 20
	for i := range feeds {
		mustDo(t, s.PutFeed(t.Context(), feed(fmt.Sprint("g", i%3), fmt.Sprint("u", i), at(time.Duration(i)*time.Minute))))
	}
	c.after((feeds - 2) * time.Minute)
	taken := make(map[string]FeedState)
	var mu sync.Mutex
	var g errgroup.Group
	for _, h := range []*Store{s, another(t, s)} {
		g.Go(func() error {
			for range feeds {
				list, err := h.TakeDueFeeds(t.Context(), 2)
				if err != nil {
					return err
				}
				mu.Lock()
				for _, f := range list {
					if _, twice := taken[f.URL]; twice {
						t.Errorf("%s was taken twice", f.URL)
					}
					taken[f.URL] = f
				}
				mu.Unlock()
			}
			return nil
		})
	}
	mustDo(t, g.Wait())
	if len(taken) != feeds-1 {
		t.Errorf("%d feeds were taken", len(taken))
	}
	if next := taken["u3"].Next; !next.Equal(c.now().Add(time.Hour)) {
		t.Errorf("next %v", next)
	}
	c.advance(time.Hour) // nobody said what came of it
	if list, err := s.TakeDueFeeds(t.Context(), 100); len(list) != feeds || err != nil {
		t.Errorf("%d feeds an hour later, %v", len(list), err)
	} else if list[0].URL != "u19" {
		t.Errorf("the longest due is %s", list[0].URL)
	}
}
