package gateway

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"sherpa/internal/usererr"
)

// most is the largest number of times within any span.
func most(times []time.Time, span time.Duration) int {
	highest, first := 0, 0
	for i, t := range times {
		for t.Sub(times[first]) >= span {
			first++
		}
		highest = max(highest, i-first+1)
	}
	return highest
}

// withinBudget checks the limits, and returns the figures of a minute, an hour
// and a day.
func withinBudget(t interface{ Errorf(string, ...any) }, times []time.Time) (figures [3]int) {
	for i, w := range windows {
		figures[i] = most(times, w.span)
		if figures[i] > w.limit {
			t.Errorf("%d IDENTIFYs within %v", figures[i], w.span)
		}
	}
	return figures
}

// TestLedgerLimits asks at random times, and restarts at random.
func TestLedgerLimits(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
		l := ledger{}
		var sent []time.Time
		for range rapid.IntRange(1, 400).Draw(t, "asked") {
			now = now.Add(time.Duration(rapid.IntRange(0, 600_000).Draw(t, "after")) * time.Millisecond)
			if rapid.IntRange(0, 9).Draw(t, "restart") == 0 {
				l = reread(t, l, now)
			}
			wait := l.wait(3, now)
			if rapid.Bool().Draw(t, "patient") {
				now, wait = now.Add(max(wait, 0)), 0
			}
			if wait <= 0 {
				l.add(3, now)
				sent = append(sent, now)
			}
		}
		withinBudget(t, sent)
	})
}

func reread(t *rapid.T, l ledger, now time.Time) ledger {
	t.Helper()
	out, err := parseLedger(written(l), now)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// written is the file of a ledger.
func written(l ledger) []byte {
	data, err := json.Marshal(l.page())
	if err != nil {
		panic(err)
	}
	return data
}

func TestLedgerForgets(t *testing.T) {
	t.Parallel()
	now := time.Now()
	l := ledger{}
	l.add(1, now)
	l.add(2, now.Add(time.Hour))
	l.add(2, now.Add(26*time.Hour))
	if diff := cmp.Diff(ledger{2: {now.Add(26 * time.Hour)}}, l); diff != "" {
		t.Error(diff)
	}
}

func TestParseLedger(t *testing.T) {
	t.Parallel()
	now := time.UnixMilli(1_800_000_000_000)
	ago := func(d time.Duration) int64 { return now.Add(-d).UnixMilli() }
	for name, tt := range map[string]struct {
		stamps []int64
		want   []time.Duration // ages
	}{
		"in order":              {[]int64{ago(time.Hour), ago(time.Minute)}, []time.Duration{time.Hour, time.Minute}},
		"too old":               {[]int64{ago(25 * time.Hour), ago(time.Minute)}, []time.Duration{time.Minute}},
		"the clock was back":    {[]int64{ago(time.Minute), ago(-time.Hour)}, []time.Duration{time.Minute, 0}},
		"the clock went astray": {[]int64{ago(time.Minute), ago(time.Hour)}, []time.Duration{time.Minute, time.Minute}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l := ledger{}
			for _, ms := range tt.stamps {
				l[1] = append(l[1], time.UnixMilli(ms))
			}
			got, err := parseLedger(written(l), now)
			if err != nil {
				t.Fatal(err)
			}
			var ages []time.Duration
			for _, at := range got[1] {
				ages = append(ages, now.Sub(at))
			}
			if diff := cmp.Diff(tt.want, ages); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func FuzzParseLedger(f *testing.F) {
	for _, seed := range []string{"", "{}", `{"version":1,"identifies":{"0":[1,2]}}`, `{"version":2}`, `{"version":1,"identifies":{"-1":[-9223372036854775808,9223372036854775807]}}`} {
		f.Add([]byte(seed))
	}
	now := time.UnixMilli(1_800_000_000_000)
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := parseLedger(data, now)
		if err != nil {
			return
		}
		for shard, times := range l {
			last := now.Add(-remembered)
			for _, at := range times {
				if at.Before(last) || at.After(now) {
					t.Errorf("%v after %v", at, last)
				}
				last = at
			}
			if wait := l.wait(shard, now); wait > remembered {
				t.Errorf("wait %v", wait)
			}
		}
	})
}

func TestBookIsKept(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "identifies.json")
	now := time.Now()
	b := open(t, path)
	for range 5 {
		if err := b.add(2, now); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := openBook(t.Context(), path, 0, func() {}); usererr.Code(err) != usererr.BadConfig || !errors.Is(err, errLocked) {
		t.Errorf("a second process opens it: %v", err)
	}
	if err := b.unlock(); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	again := open(t, path)
	if wait := again.ledger.wait(2, now.Add(10*time.Second)).Round(time.Second); wait != 50*time.Second {
		t.Errorf("wait %v", wait)
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 2 {
		t.Errorf("files %v, %v", left, err)
	}
}

func open(t *testing.T, path string) *book {
	t.Helper()
	b, err := openBook(t.Context(), path, 0, func() {})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.unlock() })
	return b
}

// TestBookChangesHands has the process that holds the file end, or not.
func TestBookChangesHands(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "identifies.json")
	synctest.Test(t, func(t *testing.T) {
		b := open(t, path)
		began := time.Now()
		if _, err := openBook(t.Context(), path, 30*time.Second, func() {}); !errors.Is(err, errLocked) || time.Since(began) < 30*time.Second {
			t.Errorf("after %v: %v", time.Since(began), err)
		}
		time.AfterFunc(20*time.Second, func() { _ = b.unlock() })
		next, err := openBook(t.Context(), path, 30*time.Second, func() {})
		if err != nil {
			t.Fatal(err)
		}
		if err := next.unlock(); err != nil {
			t.Error(err)
		}
	})
}

func TestDamagedBook(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "identifies.json")
	for _, content := range []string{"", "{", `{"version":9}`, `[]`} {
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := openBook(t.Context(), path, 0, func() {}); usererr.Code(err) != usererr.BadConfig {
			t.Errorf("%q: %v", content, err)
		}
	}
}

// TestNoIdentifyUncounted takes the folder of the file away: the IDENTIFY is not
// sent, and does not count.
func TestNoIdentifyUncounted(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "data")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	b := open(t, filepath.Join(dir, "identifies.json"))
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	turns := newTurns(&Options{GatewayBot: unlimited, Log: slog.New(slog.DiscardHandler), Timing: Timing{}.withDefaults()}, b)
	turn, err := turns.take(t.Context(), 0, func(string, time.Duration) {})
	if err != nil {
		t.Fatal(err)
	}
	if err := turn.use(); err == nil || turn.giveBack() || len(b.ledger[0]) != 0 {
		t.Errorf("used: %v; counted %d", err, len(b.ledger[0]))
	}
	if err := turn.use(); !errors.Is(err, errUsed) {
		t.Errorf("used twice: %v", err)
	}
}

// unlimited is a GatewayBot that allows a thousand more each time.
func unlimited(context.Context) (Info, error) {
	return Info{URL: "ws://discord.test", Shards: 1, Total: 1000, Remaining: 1000, MaxConcurrency: 1, ResetAfter: time.Hour}, nil
}

// TestCrashLoop restarts the process every five seconds for a day; each
// identifies as soon as it may.
func TestCrashLoop(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "identifies.json")
	synctest.Test(t, func(t *testing.T) {
		var sent []time.Time
		starts := 0
		for began := time.Now(); time.Since(began) < 24*time.Hour; starts++ {
			crash := time.Now().Add(5 * time.Second)
			b, err := openBook(t.Context(), path, 0, func() {})
			if err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithDeadline(t.Context(), crash)
			turns := newTurns(&Options{GatewayBot: unlimited, Log: slog.New(slog.DiscardHandler), Timing: Timing{}.withDefaults()}, b)
			if turn, err := turns.take(ctx, 0, func(string, time.Duration) {}); err == nil {
				if err := turn.use(); err != nil {
					t.Fatal(err)
				}
				sent = append(sent, time.Now())
			}
			<-ctx.Done()
			cancel()
			if err := b.unlock(); err != nil {
				t.Fatal(err)
			}
		}
		t.Logf("%d starts, %d IDENTIFYs; most in a minute, an hour, a day: %v", starts, len(sent), withinBudget(t, sent))
		if len(sent) < 190 {
			t.Errorf("only %d IDENTIFYs", len(sent))
		}
	})
}
