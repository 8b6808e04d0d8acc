package store

import (
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"
)

// TestClaimIsGivenOnce lets four goroutines on two handles, as two processes
// have, claim the same events.
func TestClaimIsGivenOnce(t *testing.T) {
	t.Parallel()
	s, _ := newClockedStore(t)
	handles := []*Store{s, another(t, s)}
	const events = 40
	var given [events]atomic.Int32
	var g errgroup.Group
	for worker := range 4 {
		g.Go(func() error {
			for i := range events {
				first, err := handles[worker%2].Claim(t.Context(), fmt.Sprint("event ", i))
				if err != nil {
					return err
				}
				if first {
					given[i].Add(1)
				}
			}
			return nil
		})
	}
	mustDo(t, g.Wait())
	for i := range given {
		if n := given[i].Load(); n != 1 {
			t.Errorf("event %d was given %d times", i, n)
		}
	}
}

func TestClaimIsForgotten(t *testing.T) {
	t.Parallel()
	s, c := newClockedStore(t)
	for _, step := range []struct {
		after time.Duration
		first bool
	}{{0, true}, {claimLife - 1, false}, {claimLife, true}, {claimLife + 1, false}} {
		c.after(step.after)
		_, err := s.Purge(t.Context(), c.now())
		mustDo(t, err)
		if first, err := s.Claim(t.Context(), "1"); first != step.first || err != nil {
			t.Errorf("after %v: %v %v", step.after, first, err)
		}
	}
}

func TestCount(t *testing.T) {
	t.Parallel()
	s, c := newClockedStore(t)
	for _, step := range []struct {
		after time.Duration
		key   string
		limit int
		used  int
		ok    bool
	}{
		{0, "1.ab", 2, 1, true},
		{0, "1.ab", 2, 2, true},
		{0, "1.ab", 2, 2, false},
		{0, "1.ab", 3, 3, true},
		{0, "1.ab", 1, 3, false},
		{0, "1.ab@g", 2, 1, true},
		{0, "g", 0, 0, false},
		{0, "g", -1, 0, false},
		{12*time.Hour - 1, "1.ab", 3, 3, false},
		{12 * time.Hour, "1.ab", 3, 1, true}, // midnight in UTC
	} {
		c.after(step.after)
		used, ok, err := s.Count(t.Context(), step.key, step.limit)
		if used != step.used || ok != step.ok || err != nil {
			t.Errorf("%+v: %d %v %v", step, used, ok, err)
		}
	}
}

// TestCountIsExact lets two processes count up to a limit.
func TestCountIsExact(t *testing.T) {
	t.Parallel()
	s, _ := newClockedStore(t)
	var g errgroup.Group
	var granted atomic.Int32
	for _, h := range []*Store{s, another(t, s)} {
		g.Go(func() error {
			for range 20 {
				_, ok, err := h.Count(t.Context(), "g", 25)
				if err != nil {
					return err
				}
				if ok {
					granted.Add(1)
				}
			}
			return nil
		})
	}
	mustDo(t, g.Wait())
	if n := granted.Load(); n != 25 {
		t.Errorf("%d of 25 were granted", n)
	}
}
