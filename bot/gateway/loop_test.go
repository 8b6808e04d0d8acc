package gateway

import (
	"context"
	"log/slog"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"sherpa/internal/fakediscord"
)

// loop runs a shard without sockets: made is called for each connection.
func loop(t *testing.T, info Info, made func(*shard, *session, *turn) ending) *shard {
	t.Helper()
	o := Options{
		Token: "token", Log: slog.New(slog.DiscardHandler), BudgetPath: filepath.Join(t.TempDir(), "identifies.json"),
		GatewayBot: func(context.Context) (Info, error) { return info, nil },
		Handler:    func(context.Context, Dispatch) {},
		Random:     rand.New(rand.NewPCG(1, 2)).Float64, //nolint:gosec // the same waits in each run
	}
	s, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	b := open(t, s.o.BudgetPath)
	sh := newShard(s, 0, 1, newTurns(s.o, b), false)
	sh.connected = func(_ context.Context, _ string, from *session, turn *turn) ending { return made(sh, from, turn) }
	return sh
}

var plenty = Info{URL: "ws://discord.test", Shards: 1, Total: 1000, Remaining: 1000, MaxConcurrency: 1, ResetAfter: time.Hour}

// TestReadyThenDrop has Discord drop every connection right after READY or
// RESUMED: 10,000 times where sessions survive that, and for 24 hours where they
// do not.
func TestReadyThenDrop(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		anew     bool
		drops    int
		lasts    time.Duration
		identify int // IDENTIFYs at most
	}{
		"sessions survive": {anew: false, drops: 10_000, lasts: 30 * 24 * time.Hour, identify: 1},
		"sessions end":     {anew: true, drops: 10_000, lasts: 24*time.Hour - 1, identify: 200},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithTimeout(t.Context(), tt.lasts)
				defer cancel()
				began := time.Now()
				drops := 0
				var identified, connected []time.Time
				sh := loop(t, plenty, func(_ *shard, from *session, turn *turn) ending {
					connected = append(connected, time.Now())
					if turn != nil {
						if err := turn.use(); err != nil {
							t.Error(err)
						}
						identified = append(identified, time.Now())
						from = &session{id: "s", url: "ws://discord.test", seq: 1}
					}
					if drops++; drops == tt.drops {
						cancel()
					}
					return ending{cause: causeClosed, code: 4000, session: from, wasReady: true, up: time.Millisecond, anew: tt.anew}
				})
				if err := sh.run(ctx); err != nil {
					t.Error(err)
				}
				figures := withinBudget(t, identified)
				t.Logf("%d drops in %v; %d IDENTIFYs, most in a minute, an hour, a day: %v; most connections in a minute: %d",
					drops, time.Since(began).Round(time.Minute), len(identified), figures, most(connected, time.Minute))
				if len(identified) > tt.identify || drops < min(tt.drops, tt.identify) {
					t.Errorf("%d IDENTIFYs", len(identified))
				}
			})
		})
	}
}

// TestInvalidSessionLoop has Discord answer every IDENTIFY with op 9 for 24 hours.
func TestInvalidSessionLoop(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		d, dial := inMemory(t, fakediscord.Options{})
		d.EveryConnection(fakediscord.Script{Identify: func(c *fakediscord.Conn) { c.InvalidSession(false) }})
		r := start(t, d, dial)
		pass(24*time.Hour - time.Second)
		var sent []time.Time
		for _, i := range d.Identifies() {
			sent = append(sent, i.Time)
		}
		t.Logf("%d connections, %d IDENTIFYs, most in a minute, an hour, a day: %v", len(d.Connections()), len(sent), withinBudget(t, sent))
		if r.s.States()[0].Phase != Spent || len(sent) < 100 {
			t.Errorf("%d IDENTIFYs, state %+v", len(sent), r.s.States()[0])
		}
		d.EveryConnection(fakediscord.Script{})
		r.next(nil)
	})
}

// TestReserve lets the session start limit run out but for its reserve.
func TestReserve(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		d, dial := inMemory(t, fakediscord.Options{})
		d.SetGateway(func(g *fakediscord.GatewayInfo) { g.Remaining, g.ResetAfter = reserve+3, 3*time.Hour })
		d.EveryConnection(fakediscord.Script{Identify: func(c *fakediscord.Conn) { c.InvalidSession(false) }})
		r := start(t, d, dial)
		pass(2 * time.Hour)
		if g := d.Gateway(); g.Remaining != reserve || len(d.Identifies()) != 3 {
			t.Errorf("%d remain after %d IDENTIFYs", g.Remaining, len(d.Identifies()))
		}
		if s := r.s.States()[0]; s.Phase != Spent || s.Identifies != 3 {
			t.Errorf("state %+v", s)
		}
		told := 0
		for _, s := range r.told() {
			if s.Phase == Spent {
				told++
			}
		}
		if told > 2 { // the minute's limit comes first, perhaps
			t.Errorf("told %d times that IDENTIFYs are used up", told)
		}
		d.EveryConnection(fakediscord.Script{})
		d.SetGateway(func(g *fakediscord.GatewayInfo) { g.Remaining = 1000 })
		began := time.Now()
		r.next(nil)
		if took := time.Since(began); took > 10*time.Minute {
			t.Errorf("ready %v after the limit was reset", took)
		}
	})
}
