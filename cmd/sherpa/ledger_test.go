package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/sync/errgroup"

	"sherpa/answer"
	"sherpa/internal/config"
	"sherpa/internal/llm"
	"sherpa/store"
	"sherpa/store/storetest"
)

var _ llm.Ledger = (*storeLedger)(nil)

// logLines is a log as lines of JSON.
type logLines struct {
	mu sync.Mutex
	b  bytes.Buffer
}

// Write keeps a line.
func (l *logLines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *logLines) count(mark string) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return strings.Count(l.b.String(), mark)
}

// ledgerOn makes a ledger over the store at path, as a process of its own does,
// on a day that the test chooses.
func ledgerOn(t *testing.T, path string, c config.LLM, day *atomic.Int64) (*storeLedger, *logLines) {
	t.Helper()
	st := storetest.Open(t, path, store.Options{})
	lines := &logLines{}
	l := newStoreLedger(st, c, slog.New(slog.NewJSONHandler(lines, nil)))
	l.now = func() time.Time { return stopped.AddDate(0, 0, int(day.Load())) }
	return l, lines
}

// TestLedgerHoldsTheCaps reserves until each cap of the settings is reached.
func TestLedgerHoldsTheCaps(t *testing.T) {
	t.Parallel()
	each := llm.Spend{PromptTokens: 300, CompletionTokens: 100, MicroUSD: 1000}
	for name, tt := range map[string]struct {
		caps  config.LLM
		by    answer.Payer
		again answer.Payer // is refused too
		other answer.Payer // is not
		fits  int
		why   string
	}{
		"user": {
			config.LLM{DailyTokensUser: 1000},
			answer.Payer{GuildID: "g", UserHash: "1.a"},
			answer.Payer{UserHash: "1.a"},
			answer.Payer{GuildID: "g", UserHash: "1.b"},
			3, "the day's cap of a user is reached",
		},
		"server": {
			config.LLM{DailyTokensServer: 1200},
			answer.Payer{GuildID: "g", UserHash: "1.a"},
			answer.Payer{GuildID: "g", UserHash: "1.b"},
			answer.Payer{GuildID: "h", UserHash: "1.a"},
			3, "the day's cap of a server is reached",
		},
		"all": {
			config.LLM{DailyTokens: 1201},
			answer.Payer{GuildID: "g", UserHash: "1.a"},
			answer.Payer{},
			answer.Payer{},
			4, "the day's cap of all together is reached",
		},
		"money": {
			config.LLM{DailyUSD: "0.0025", InputPrice: "1", OutputPrice: "1"},
			answer.Payer{},
			answer.Payer{GuildID: "g", UserHash: "1.a"},
			answer.Payer{},
			3, "the day's cap of all together is reached",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l, _ := ledgerOn(t, filepath.Join(t.TempDir(), "a.db"), tt.caps, new(atomic.Int64))
			for i := range tt.fits {
				if _, err := l.Reserve(t.Context(), tt.by, each); err != nil {
					t.Fatalf("request %d: %v", i, err)
				}
			}
			for _, by := range []answer.Payer{tt.by, tt.again} {
				_, err := l.Reserve(t.Context(), by, each)
				if !errors.Is(err, llm.ErrOverBudget) || !strings.Contains(err.Error(), tt.why) {
					t.Errorf("%+v: %v", by, err)
				}
			}
			if tt.other != (answer.Payer{}) {
				if _, err := l.Reserve(t.Context(), tt.other, each); err != nil {
					t.Errorf("%+v: %v", tt.other, err)
				}
			}
		})
	}
}

// TestLedgerSettles does so for a reply that nobody waits for any more, and on
// the day of the reservation.
func TestLedgerSettles(t *testing.T) {
	t.Parallel()
	var day atomic.Int64
	l, _ := ledgerOn(t, filepath.Join(t.TempDir(), "a.db"), config.LLM{}, &day)
	ctx, cancel := context.WithCancel(t.Context())
	r, err := l.Reserve(ctx, answer.Payer{GuildID: "g", UserHash: "1.a"}, llm.Spend{PromptTokens: 500, CompletionTokens: 700, MicroUSD: 90})
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	day.Add(1)
	if err := l.Settle(ctx, r, llm.Spend{PromptTokens: 480, CompletionTokens: 120, MicroUSD: 30}); err != nil {
		t.Fatal(err)
	}
	got, err := l.store.Spending(t.Context(), "g", stopped)
	want := []store.SpendDay{{Day: "2025-09-01", Requests: 1, Spend: store.Spend{PromptTokens: 480, CompletionTokens: 120, MicroUSD: 30}}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
	if _, err := l.Reserve(ctx, answer.Payer{}, llm.Spend{}); !errors.Is(err, context.Canceled) || errors.Is(err, llm.ErrOverBudget) {
		t.Errorf("nobody waits: %v", err)
	}
}

// TestLedgersShareTheCaps lets two processes spend at the same time.
func TestLedgersShareTheCaps(t *testing.T) {
	t.Parallel()
	const most, limit = 400, 10_001
	path := filepath.Join(t.TempDir(), "a.db")
	var day atomic.Int64
	var spent atomic.Int64
	var g errgroup.Group
	var logs []*logLines
	for range 2 {
		l, lines := ledgerOn(t, path, config.LLM{DailyTokens: limit}, &day)
		logs = append(logs, lines)
		for range 10 {
			g.Go(func() error {
				for {
					_, err := l.Reserve(t.Context(), answer.Payer{}, llm.Spend{PromptTokens: 300, CompletionTokens: 100})
					if errors.Is(err, llm.ErrOverBudget) {
						return nil
					}
					if err != nil {
						return err
					}
					spent.Add(most)
				}
			})
		}
	}
	if err := g.Wait(); err != nil {
		t.Fatal(err)
	}
	if got := spent.Load(); got < limit || got >= limit+most {
		t.Errorf("%d of %d were spent", got, limit)
	}
	if n := logs[0].count("four fifths") + logs[1].count("four fifths"); n != 1 {
		t.Errorf("%d warnings", n)
	}
}

// TestLedgerWarnsOnceADay brings several servers and users near their caps on two
// days.
func TestLedgerWarnsOnceADay(t *testing.T) {
	t.Parallel()
	var day atomic.Int64
	l, lines := ledgerOn(t, filepath.Join(t.TempDir(), "a.db"), config.LLM{DailyTokensServer: 1000, DailyTokensUser: 1000, DailyTokens: 5000}, &day)
	for d := range 2 {
		day.Store(int64(d))
		for _, by := range []answer.Payer{{GuildID: "canary1", UserHash: "1.canary"}, {GuildID: "canary2", UserHash: "2.canary"}, {UserHash: "3.canary"}} {
			for range 20 {
				if _, err := l.Reserve(t.Context(), by, llm.Spend{PromptTokens: 100}); err != nil && !errors.Is(err, llm.ErrOverBudget) {
					t.Fatal(err)
				}
			}
		}
	}
	for mark, want := range map[string]int{
		`"WARN"`: 4, `"cap of":"a user","day":"2025-09-01"`: 1, `"cap of":"a user","day":"2025-09-02"`: 1,
		`"cap of":"a server","day":"2025-09-01"`: 1, `"cap of":"a server","day":"2025-09-02"`: 1, "all together": 0, "canary": 0,
	} {
		if n := lines.count(mark); n != want {
			t.Errorf("%d of %s in the log, want %d", n, mark, want)
		}
	}
}

// TestLedgerOfAReadOnlyStore reserves nothing.
func TestLedgerOfAReadOnlyStore(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a.db")
	l, _ := ledgerOn(t, path, config.LLM{}, new(atomic.Int64))
	st, err := store.Open(t.Context(), path, store.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = st.Close() }() // nothing was written
	l.store = st
	if r, err := l.Reserve(t.Context(), answer.Payer{}, llm.Spend{}); !errors.Is(err, store.ErrReadOnly) || errors.Is(err, llm.ErrOverBudget) || r != (llm.Receipt{}) {
		t.Errorf("%+v, %v", r, err)
	}
}

// spendInScript counts, in a store, a request of so many tokens of the prompt and
// a tenth of the reply, or an answer that was made without the model:
// spend FILE DAYS-AGO TOKENS MICRO-USD | spend FILE DAYS-AGO REASON.
func spendInScript(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 || len(args) > 4 {
		ts.Fatalf("usage: spend FILE DAYS-AGO TOKENS MICRO-USD | spend FILE DAYS-AGO REASON")
	}
	var ago, prompt int
	var micro int64
	ts.Check(json.Unmarshal([]byte(args[1]), &ago))
	day := stopped.AddDate(0, 0, -ago)
	ctx := context.Background()
	st, err := store.Open(ctx, ts.MkAbs(args[0]), store.Options{Now: func() time.Time { return day }})
	ts.Check(err)
	defer func() { ts.Check(st.Close()) }()
	if len(args) == 3 {
		ts.Check(st.CountFallback(ctx, "g", args[2]))
		return
	}
	ts.Check(json.Unmarshal([]byte(args[2]), &prompt))
	ts.Check(json.Unmarshal([]byte(args[3]), &micro))
	l := newStoreLedger(st, config.LLM{}, slog.New(slog.DiscardHandler))
	l.now = func() time.Time { return day }
	r, err := l.Reserve(ctx, answer.Payer{GuildID: "g", UserHash: "1.a"}, llm.Spend{PromptTokens: 1})
	ts.Check(err)
	ts.Check(l.Settle(ctx, r, llm.Spend{PromptTokens: prompt, CompletionTokens: prompt / 10, MicroUSD: micro}))
}
