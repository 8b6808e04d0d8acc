package store

import (
	"context"
	"fmt"
	"path/filepath"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sync/errgroup"
)

func pending(id, owner string, since time.Time) Pending {
	return Pending{InteractionID: id, ApplicationID: "app", Token: "token of " + id, Locale: "de", Owner: owner, Since: since}
}

func mustBegin(tb testing.TB, s *Store, list ...Pending) {
	tb.Helper()
	for _, p := range list {
		mustDo(tb, s.Begin(tb.Context(), p))
	}
}

func mustFindOrphans(tb testing.TB, s *Store, want ...Pending) {
	tb.Helper()
	got, err := s.Orphans(tb.Context())
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		tb.Errorf("orphans: %s %v", diff, err)
	}
}

func mustRenew(tb testing.TB, leases ...*Lease) {
	tb.Helper()
	for _, l := range leases {
		mustDo(tb, l.Renew(tb.Context()))
	}
}

func TestOrphansOfAProcessThatEnded(t *testing.T) {
	t.Parallel()
	s, c := newClockedStore(t)
	late, early, live := pending("2", "old", at(-time.Second)), pending("1", "old", at(-2*time.Second)), pending("3", "new", noon)
	mustBegin(t, s, late, early, live, pending("4", "old", noon), pending("5", "old", at(-tokenLife)))
	mustDo(t, s.End(t.Context(), "4"))
	mustFindOrphans(t, s)
	mustDo(t, NewLease(s, "old").Release(t.Context()))
	mustFindOrphans(t, s, early, late) // at once, but for what can no longer be answered
	mustFindOrphans(t, s)
	c.after(time.Second)
	mustDo(t, NewLease(s, "new").Release(t.Context()))
	mustFindOrphans(t, s, live)
}

// TestOrphansOfAProcessThatWasKilled restarts a process two seconds after it was
// killed, and asks every two seconds.
func TestOrphansOfAProcessThatWasKilled(t *testing.T) {
	t.Parallel()
	s, c := newClockedStore(t)
	orphan := pending("1", "old", noon)
	mustBegin(t, s, orphan)
	restarted := another(t, s)
	lease := NewLease(restarted, "new")
	const start = 2 * time.Second
	for after := start; ; after += leaseEvery {
		c.after(after)
		mustRenew(t, lease)
		got, err := restarted.Orphans(t.Context())
		mustDo(t, err)
		if len(got) > 0 {
			if diff := cmp.Diff([]Pending{orphan}, got); diff != "" {
				t.Error(diff)
			}
			if after-start > 10*time.Second-leaseEvery {
				t.Errorf("found only %v after the restart", after-start)
			}
			return
		}
		if after > time.Minute {
			t.Fatal("not found in a minute")
		}
	}
}

// TestLiveProcessesKeepTheirInteractions lets nobody renew for a while, because
// the store was locked, the machine slept or the clock was set.
func TestLiveProcessesKeepTheirInteractions(t *testing.T) {
	t.Parallel()
	for name, pause := range map[string]time.Duration{
		"locked": 10 * time.Second, "asleep": time.Minute, "clock set forward": 14 * time.Minute, "clock set back": -time.Hour,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := newClockedStore(t)
			a, b := NewLease(s, "a"), NewLease(s, "b")
			mustBegin(t, s, pending("1", "a", at(30*time.Second)))
			var past time.Duration
			for ; past < 30*time.Second; past += leaseEvery {
				c.after(past)
				mustRenew(t, a, b)
			}
			c.after(past + pause)
			mustRenew(t, b) // the other one comes a moment later
			mustFindOrphans(t, s)
			for range 10 {
				c.advance(leaseEvery)
				mustRenew(t, a, b)
				mustFindOrphans(t, s)
			}
			for range 4 { // and now it dies
				mustFindOrphans(t, s)
				c.advance(leaseEvery)
				mustRenew(t, b)
			}
			if got, err := s.Orphans(t.Context()); len(got) != 1 || err != nil {
				t.Errorf("orphans %v, %v", got, err)
			}
		})
	}
}

// TestOrphansAreTakenOnce lets two processes take the orphans of many others.
func TestOrphansAreTakenOnce(t *testing.T) {
	t.Parallel()
	s, _ := newClockedStore(t)
	other := another(t, s)
	const rounds, each = 15, 4
	taken := make(map[string]int)
	var mu sync.Mutex
	var g errgroup.Group
	for round := range rounds {
		owner := fmt.Sprint("owner ", round)
		for i := range each {
			mustBegin(t, s, pending(fmt.Sprint(round, " ", i), owner, noon))
		}
		mustDo(t, NewLease(s, owner).Release(t.Context()))
		for _, h := range []*Store{s, other, s, other} {
			g.Go(func() error {
				list, err := h.Orphans(t.Context())
				mu.Lock()
				defer mu.Unlock()
				for _, p := range list {
					taken[p.InteractionID]++
				}
				return err
			})
		}
	}
	mustDo(t, g.Wait())
	for id, times := range taken {
		if times != 1 {
			t.Errorf("%s was taken %d times", id, times)
		}
	}
	if len(taken) != rounds*each {
		t.Errorf("%d orphans were taken", len(taken))
	}
}

// TestLeaseRuns has a process hold its lease for a minute and then end.
func TestLeaseRuns(t *testing.T) {
	t.Parallel()
	needFTS5(t)
	path := filepath.Join(t.TempDir(), "test.db")
	synctest.Test(t, func(t *testing.T) {
		s := openStore(t, path, Options{})
		ctx, cancel := context.WithCancel(t.Context())
		var g errgroup.Group
		for _, owner := range []string{"a", "b"} {
			g.Go(func() error {
				NewLease(s, owner).Run(ctx, func(err error) { t.Error(err) })
				return nil
			})
		}
		p := pending("1", "a", time.Now().UTC())
		mustBegin(t, s, p)
		for range 30 {
			<-time.After(leaseEvery)
			mustFindOrphans(t, s)
		}
		cancel()
		mustDo(t, g.Wait())
		mustFindOrphans(t, s, p)
	})
}

// TestTokensAreGone looks for tokens in the files after each way in which they
// are forgotten.
func TestTokensAreGone(t *testing.T) {
	t.Parallel()
	const mark = "aW50ZXJhY3Rpb246quzzlewock"
	for name, forget := range map[string]func(*Store) error{
		"answered": func(s *Store) error { return s.End(t.Context(), "1") },
		"orphaned": func(s *Store) error {
			mustDo(t, NewLease(s, "p").Release(t.Context()))
			_, err := s.Orphans(t.Context())
			return err
		},
		"expired": func(*Store) error { return nil },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := newClockedStore(t)
			mustBegin(t, s, Pending{InteractionID: "1", Token: mark, Owner: "p", Since: noon}, pending("2", "p", noon))
			if !inFiles(t, s, mark) {
				t.Fatal("the token was never there")
			}
			mustDo(t, forget(s))
			c.after(tokenLife)
			_, err := s.Purge(t.Context(), c.now())
			mustDo(t, err)
			if inFiles(t, s, mark) {
				t.Error("the token is still in the files")
			}
		})
	}
}
