package store

import (
	"errors"
	"math"
	"math/rand/v2"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sync/errgroup"
)

const today = "2026-11-21"

// taking is a request of so many tokens, a quarter of them of the reply.
func taking(n int) Spend { return Spend{PromptTokens: n - n/4, CompletionTokens: n / 4} }

func mustReserve(tb testing.TB, s *Store, key SpendKey, most Spend) {
	tb.Helper()
	r, err := s.ReserveSpend(tb.Context(), key, most, SpendCaps{})
	if r.Reached != "" || err != nil {
		tb.Fatalf("%+v, %v", r, err)
	}
}

// mustHaveSpent compares the requests and sums of all together, or of a server,
// on the day of noon.
func mustHaveSpent(tb testing.TB, s *Store, guild string, requests int, want Spend) {
	tb.Helper()
	days, err := s.SpendingAll(tb.Context(), noon)
	if guild != "" {
		days, err = s.Spending(tb.Context(), guild, noon)
	}
	mustDo(tb, err)
	if diff := cmp.Diff([]SpendDay{{Day: today, Requests: requests, Spend: want}}, days); diff != "" {
		tb.Errorf("of %q: %s", guild, diff)
	}
}

func TestCapsOfSpending(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		before []SpendKey // each of 100 tokens and 50 micro-USD
		key    SpendKey
		caps   SpendCaps
		want   Reservation
	}{
		"no caps":            {[]SpendKey{{today, "g", "u"}}, SpendKey{today, "g", "u"}, SpendCaps{}, Reservation{}},
		"below":              {[]SpendKey{{today, "g", "u"}}, SpendKey{today, "g", "u"}, SpendCaps{User: SpendCap{Tokens: 126}}, Reservation{}},
		"four fifths":        {[]SpendKey{{today, "g", "u"}}, SpendKey{today, "g", "u"}, SpendCaps{User: SpendCap{Tokens: 125}}, Reservation{Near: []PayerKind{PayerUser}}},
		"one below the cap":  {[]SpendKey{{today, "g", "u"}}, SpendKey{today, "g", "u"}, SpendCaps{User: SpendCap{Tokens: 101}}, Reservation{Near: []PayerKind{PayerUser}}},
		"at the cap":         {[]SpendKey{{today, "g", "u"}}, SpendKey{today, "g", "u"}, SpendCaps{User: SpendCap{Tokens: 100}}, Reservation{PayerUser, []PayerKind{PayerUser}}},
		"over the cap":       {[]SpendKey{{today, "g", "u"}}, SpendKey{today, "g", "u"}, SpendCaps{User: SpendCap{Tokens: 1}}, Reservation{PayerUser, []PayerKind{PayerUser}}},
		"user elsewhere":     {[]SpendKey{{today, "g", "u"}}, SpendKey{today, "h", "u"}, SpendCaps{User: SpendCap{Tokens: 100}}, Reservation{PayerUser, []PayerKind{PayerUser}}},
		"another user":       {[]SpendKey{{today, "g", "u"}}, SpendKey{today, "g", "v"}, SpendCaps{User: SpendCap{Tokens: 100}}, Reservation{}},
		"server":             {[]SpendKey{{today, "g", "u"}, {today, "g", "v"}}, SpendKey{today, "g", "w"}, SpendCaps{Server: SpendCap{Tokens: 200}}, Reservation{PayerServer, []PayerKind{PayerServer}}},
		"another server":     {[]SpendKey{{today, "g", "u"}, {today, "g", "v"}}, SpendKey{today, "h", "u"}, SpendCaps{Server: SpendCap{Tokens: 200}}, Reservation{}},
		"outside servers":    {[]SpendKey{{today, "g", "u"}}, SpendKey{today, "", "u"}, SpendCaps{Server: SpendCap{Tokens: 1}}, Reservation{}},
		"all":                {[]SpendKey{{today, "g", "u"}, {today, "", "v"}}, SpendKey{today, "h", "w"}, SpendCaps{All: SpendCap{Tokens: 200}}, Reservation{PayerAll, []PayerKind{PayerAll}}},
		"at a terminal":      {[]SpendKey{{Day: today}, {Day: today}}, SpendKey{Day: today}, SpendCaps{SpendCap{1, 1}, SpendCap{1, 1}, SpendCap{Tokens: 200}}, Reservation{PayerAll, []PayerKind{PayerAll}}},
		"the narrowest":      {[]SpendKey{{today, "g", "u"}}, SpendKey{today, "g", "u"}, SpendCaps{SpendCap{Tokens: 1}, SpendCap{Tokens: 1}, SpendCap{Tokens: 1}}, Reservation{PayerUser, []PayerKind{PayerUser, PayerServer, PayerAll}}},
		"money":              {[]SpendKey{{today, "g", "u"}, {today, "g", "u"}}, SpendKey{today, "g", "u"}, SpendCaps{All: SpendCap{MicroUSD: 100}}, Reservation{PayerAll, []PayerKind{PayerAll}}},
		"money is near":      {[]SpendKey{{today, "g", "u"}, {today, "g", "u"}}, SpendKey{today, "g", "u"}, SpendCaps{All: SpendCap{MicroUSD: 125}}, Reservation{Near: []PayerKind{PayerAll}}},
		"money is there":     {[]SpendKey{{today, "g", "u"}, {today, "g", "u"}}, SpendKey{today, "g", "u"}, SpendCaps{All: SpendCap{MicroUSD: 126}}, Reservation{}},
		"tokens before":      {[]SpendKey{{today, "g", "u"}}, SpendKey{today, "g", "u"}, SpendCaps{All: SpendCap{100, 1000}}, Reservation{PayerAll, []PayerKind{PayerAll}}},
		"yesterday":          {[]SpendKey{{"2026-11-20", "g", "u"}}, SpendKey{today, "g", "u"}, SpendCaps{SpendCap{1, 1}, SpendCap{1, 1}, SpendCap{1, 1}}, Reservation{}},
		"the largest of all": {[]SpendKey{{today, "g", "u"}}, SpendKey{today, "g", "u"}, SpendCaps{All: SpendCap{math.MaxInt, math.MaxInt64}}, Reservation{}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, _ := newClockedStore(t)
			each := taking(100)
			each.MicroUSD = 50
			for _, key := range c.before {
				mustReserve(t, s, key, each)
			}
			before, err := s.SpendingAll(t.Context(), time.Time{})
			mustDo(t, err)
			got, err := s.ReserveSpend(t.Context(), c.key, taking(4), c.caps)
			if diff := cmp.Diff(c.want, got); diff != "" || err != nil {
				t.Error(diff, err)
			}
			after, err := s.SpendingAll(t.Context(), time.Time{})
			mustDo(t, err)
			if refused := c.want.Reached != ""; refused != cmp.Equal(before, after) {
				t.Errorf("before %+v, after %+v", before, after)
			}
		})
	}
}

// TestSpendStaysBelowTheCap lets a hundred goroutines on each of two handles, as
// two processes have, spend what they can.
func TestSpendStaysBelowTheCap(t *testing.T) {
	t.Parallel()
	const most, limit = 1000, 50_001 // so that the last request may go far over
	for name, c := range map[string]struct {
		key  SpendKey
		caps SpendCaps
		took func() int
	}{
		"all that was reserved":   {SpendKey{today, "g", "u"}, SpendCaps{User: SpendCap{Tokens: limit}}, func() int { return most }},
		"less than was reserved":  {SpendKey{today, "g", ""}, SpendCaps{Server: SpendCap{Tokens: limit}}, func() int { return rand.IntN(most + 1) }}, //nolint:gosec // a test
		"much less, and failures": {SpendKey{Day: today}, SpendCaps{All: SpendCap{Tokens: limit}}, func() int { return 350 * rand.IntN(2) }},         //nolint:gosec // a test
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, _ := newClockedStore(t)
			handles := []*Store{s, another(t, s)}
			for _, h := range handles { // what is tested here does not depend on the disk
				_, err := h.writer.ExecContext(t.Context(), "PRAGMA synchronous = OFF")
				mustDo(t, err)
			}
			var spent, sent, refused atomic.Int64
			var g errgroup.Group
			for worker := range 200 {
				g.Go(func() error {
					h := handles[worker%2]
					for {
						r, err := h.ReserveSpend(t.Context(), c.key, taking(most), c.caps)
						if err != nil {
							return err
						}
						if r.Reached != "" {
							refused.Add(1)
							return nil
						}
						took := c.took()
						spent.Add(int64(took))
						sent.Add(1)
						if err := h.SettleSpend(t.Context(), c.key, taking(most), taking(took)); err != nil {
							return err
						}
					}
				})
			}
			mustDo(t, g.Wait())
			over := spent.Load() - limit
			t.Logf("%d requests spent %d of %d (%+d), a request being %d; %d were refused", sent.Load(), spent.Load(), limit, over, most, refused.Load())
			if over > most {
				t.Errorf("%d over the cap, a request is %d", over, most)
			}
			days, err := s.SpendingAll(t.Context(), noon)
			if err != nil || len(days) != 1 || int64(days[0].tokens()) != spent.Load() || int64(days[0].Requests) != sent.Load() {
				t.Errorf("counted %+v, %v", days, err)
			}
		})
	}
}

// TestNothingIsFreedByFailing reserves without settling, as a process does that
// is killed while it waits for a reply, and goes on after a restart.
func TestNothingIsFreedByFailing(t *testing.T) {
	t.Parallel()
	s, _ := newClockedStore(t)
	key, caps := SpendKey{today, "g", "u"}, SpendCaps{Server: SpendCap{Tokens: 100}}
	mustReserve(t, s, key, taking(60))
	mustReserve(t, s, key, taking(60))
	path := s.Path()
	mustDo(t, s.Close())
	s = openStore(t, path, Options{})
	if r, err := s.ReserveSpend(t.Context(), key, taking(1), caps); r.Reached != PayerServer || err != nil {
		t.Errorf("after the restart: %+v, %v", r, err)
	}
	mustDo(t, s.SettleSpend(t.Context(), key, taking(60), taking(20)))
	mustHaveSpent(t, s, "", 2, Spend{PromptTokens: 60, CompletionTokens: 20})
	if r, err := s.ReserveSpend(t.Context(), key, taking(1), caps); r.Reached != "" || err != nil {
		t.Errorf("after settling: %+v, %v", r, err)
	}
}

// TestSpendOfADay settles on the next day what was reserved before midnight.
func TestSpendOfADay(t *testing.T) {
	t.Parallel()
	s, _ := newClockedStore(t)
	before, after := SpendKey{today, "g", "u"}, SpendKey{"2026-11-22", "g", "u"}
	mustReserve(t, s, before, taking(100))
	mustReserve(t, s, after, taking(40))
	mustDo(t, s.SettleSpend(t.Context(), before, taking(100), taking(80)))
	days, err := s.Spending(t.Context(), "g", noon)
	want := []SpendDay{{Day: today, Requests: 1, Spend: taking(80)}, {Day: "2026-11-22", Requests: 1, Spend: taking(40)}}
	if diff := cmp.Diff(want, days); diff != "" || err != nil {
		t.Error(diff, err)
	}
	days, err = s.Spending(t.Context(), "g", noon.Add(12*time.Hour))
	if diff := cmp.Diff(want[1:], days); diff != "" || err != nil {
		t.Error(diff, err)
	}
}

// TestNearIsSaidOnce lets two processes come near a cap on two days.
func TestNearIsSaidOnce(t *testing.T) {
	t.Parallel()
	s, _ := newClockedStore(t)
	caps := SpendCaps{Server: SpendCap{Tokens: 100}, All: SpendCap{Tokens: 1000}}
	for _, day := range []string{today, "2026-11-22"} {
		said := map[PayerKind]int{}
		for range 30 {
			for _, h := range []*Store{s, another(t, s)} {
				r, err := h.ReserveSpend(t.Context(), SpendKey{day, "g", "u"}, taking(20), caps)
				mustDo(t, err)
				for _, kind := range r.Near {
					said[kind]++
				}
			}
		}
		if diff := cmp.Diff(map[PayerKind]int{PayerServer: 1}, said); diff != "" {
			t.Errorf("on %s: %s", day, diff)
		}
	}
}

// TestNumbersOfAWrongServer reserves and settles what no request takes.
func TestNumbersOfAWrongServer(t *testing.T) {
	t.Parallel()
	huge := Spend{math.MaxInt, math.MaxInt, math.MaxInt64}
	negative := Spend{math.MinInt, -1, math.MinInt64}
	for name, c := range map[string]struct{ most, settled, took, want Spend }{
		"negative":                {negative, negative, negative, Spend{}},
		"more given back":         {taking(8), taking(80), taking(4), Spend{}},
		"more than was reserved":  {taking(8), taking(8), taking(80), taking(80)},
		"nothing":                 {taking(8), taking(8), Spend{}, Spend{}},
		"huge":                    {huge, huge, huge, Spend{mostSpent, mostSpent, mostSpent}},
		"huge after all":          {taking(8), taking(8), huge, Spend{mostSpent, mostSpent, mostSpent}},
		"huge was a mistake":      {huge, huge, taking(8), taking(8)},
		"a million tokens, money": {Spend{1, 2, 3}, Spend{1, 2, 3}, Spend{900_000, 100_000, 7}, Spend{900_000, 100_000, 7}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, _ := newClockedStore(t)
			key := SpendKey{today, "g", "u"}
			mustReserve(t, s, key, c.most)
			mustDo(t, s.SettleSpend(t.Context(), key, c.settled, c.took))
			mustHaveSpent(t, s, "g", 1, c.want)
		})
	}
}

// TestSumsDoNotRunOver counts the largest requests until a sum is at its end.
func TestSumsDoNotRunOver(t *testing.T) {
	t.Parallel()
	s, _ := newClockedStore(t)
	_, err := s.writer.ExecContext(t.Context(), "PRAGMA synchronous = OFF")
	mustDo(t, err)
	huge, key := Spend{math.MaxInt, math.MaxInt, math.MaxInt64}, SpendKey{today, "g", "u"}
	for range everyMost/mostSpent + 5 {
		mustReserve(t, s, key, huge)
	}
	mustDo(t, s.SettleSpend(t.Context(), key, Spend{}, huge))
	mustHaveSpent(t, s, "", everyMost/mostSpent+5, Spend{everyMost, everyMost, everyMost})
	caps := SpendCaps{All: SpendCap{Tokens: math.MaxInt}}
	if r, err := s.ReserveSpend(t.Context(), key, huge, caps); r.Reached != "" || err != nil {
		t.Errorf("%+v, %v", r, err)
	}
	caps.All.Tokens = everyMost
	if r, err := s.ReserveSpend(t.Context(), key, huge, caps); r.Reached != PayerAll || err != nil {
		t.Errorf("%+v, %v", r, err)
	}
	mustBeSound(t, s)
}

func TestWrongKeysOfSpending(t *testing.T) {
	t.Parallel()
	s, _ := newClockedStore(t)
	for _, key := range []SpendKey{{}, {Day: "today"}, {Day: "2026-11-31"}, {Day: "2026-1-1"}, {today, "g\x00", "u"}, {today, "g", "\xff"}} {
		if r, err := s.ReserveSpend(t.Context(), key, taking(1), SpendCaps{}); !errors.Is(err, ErrInvalidRecord) {
			t.Errorf("reserve as %q: %+v, %v", key, r, err)
		}
		if err := s.SettleSpend(t.Context(), key, taking(1), taking(1)); !errors.Is(err, ErrInvalidRecord) {
			t.Errorf("settle as %q: %v", key, err)
		}
	}
	if err := s.CountFallback(t.Context(), "g", ""); !errors.Is(err, ErrInvalidRecord) {
		t.Errorf("a fallback without a reason: %v", err)
	}
	if days, err := s.SpendingAll(t.Context(), time.Time{}); len(days) != 0 || err != nil {
		t.Errorf("%+v, %v", days, err)
	}
}

func TestSpendingAndFallbacks(t *testing.T) {
	t.Parallel()
	s, c := newClockedStore(t)
	mustDo(t, s.CountFallback(t.Context(), "g", "timeout"))
	c.advance(24 * time.Hour)
	for _, guild := range []string{"g", "", "h", "g"} {
		mustDo(t, s.CountFallback(t.Context(), guild, "over budget"))
	}
	mustDo(t, s.CountFallback(t.Context(), "g", "timeout"))
	mustReserve(t, s, SpendKey{"2026-11-22", "g", "u"}, taking(8))
	for guild, want := range map[string][]SpendDay{
		"g": {
			{Day: today, Fallbacks: map[string]int{"timeout": 1}},
			{Day: "2026-11-22", Requests: 1, Spend: taking(8), Fallbacks: map[string]int{"over budget": 2, "timeout": 1}},
		},
		"h":    {{Day: "2026-11-22", Fallbacks: map[string]int{"over budget": 1}}},
		"none": nil,
		"":     nil,
		"u":    nil,
	} {
		got, err := s.Spending(t.Context(), guild, noon)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("of %q: %s %v", guild, diff, err)
		}
	}
	got, err := s.SpendingAll(t.Context(), at(24*time.Hour))
	want := []SpendDay{{Day: "2026-11-22", Requests: 1, Spend: taking(8), Fallbacks: map[string]int{"over budget": 4, "timeout": 1}}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
}

// TestSettlingBringsNothingBack settles after the user's record was deleted.
func TestSettlingBringsNothingBack(t *testing.T) {
	t.Parallel()
	s, c := newClockedStore(t)
	key := SpendKey{today, "g", "1.ab"}
	mustReserve(t, s, key, taking(8))
	c.advance(24 * time.Hour)
	_, err := s.ForgetUser(t.Context(), []string{"1.ab"})
	mustDo(t, err)
	mustDo(t, s.SettleSpend(t.Context(), key, taking(8), taking(4)))
	if d, err := s.UserData(t.Context(), []string{"1.ab"}); len(d.Spent) != 0 || err != nil {
		t.Errorf("%+v, %v", d, err)
	}
	mustHaveSpent(t, s, "g", 1, taking(4))
}
