package gateway

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"sherpa/internal/fakediscord"
)

// failing is a GatewayBot that fails n times; then it asks.
func failing(n int64, ask func(context.Context) (Info, error), failure func() (Info, error)) func(context.Context) (Info, error) {
	var calls atomic.Int64
	return func(ctx context.Context) (Info, error) {
		if calls.Add(1) <= n {
			return failure()
		}
		return ask(ctx)
	}
}

// TestRESTFailsAtFirst has GET /gateway/bot fail for a while. Waits are half of
// their spans: 0.5, 1, 2, 4 s.
func TestRESTFailsAtFirst(t *testing.T) {
	t.Parallel()
	for name, failure := range map[string]func() (Info, error){
		"an error":   func() (Info, error) { return Info{}, errors.New("503") },
		"no address": func() (Info, error) { return Info{Shards: 1, Remaining: 1000}, nil },
		"nonsense":   func() (Info, error) { return Info{URL: "https://discord.com", Shards: 1, Remaining: 1000}, nil },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				d, dial := inMemory(t, fakediscord.Options{})
				began := time.Now()
				r := start(t, d, dial, func(o *Options) { o.GatewayBot = failing(4, o.GatewayBot, failure) })
				r.next(nil)
				if took := time.Since(began); took != 7500*time.Millisecond {
					t.Errorf("ready after %v", took)
				}
			})
		})
	}
}

// TestRESTFailsLater has GET /gateway/bot fail while a session is needed, then
// refuse the token.
func TestRESTFailsLater(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		d, dial := inMemory(t, fakediscord.Options{})
		var failure atomic.Pointer[error]
		r := start(t, d, dial, func(o *Options) {
			ask := o.GatewayBot
			o.GatewayBot = func(ctx context.Context) (Info, error) {
				if err := failure.Load(); err != nil {
					return Info{}, *err
				}
				return ask(ctx)
			}
		})
		c := r.next(nil)
		pass(time.Hour)
		down, wrong := errors.New("down"), ErrUnauthorized
		failure.Store(&down)
		c.Cut()
		c = r.next(c) // resuming needs no REST
		c.InvalidSession(false)
		pass(time.Hour)
		if s := r.s.States()[0]; s.Phase != BackingOff || s.Identifies != 1 || len(d.Connections()) != 2 {
			t.Errorf("state %+v, %d connections", s, len(d.Connections()))
		}
		failure.Store(nil)
		c = r.next(c)
		pass(time.Hour)
		failure.Store(&wrong)
		c.InvalidSession(false)
		refused(t, r.ended(), 4004)
	})
}

// TestSecondProcess starts a process while another one holds the file: it waits
// for that one to end.
func TestSecondProcess(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "identifies.json")
	synctest.Test(t, func(t *testing.T) {
		d, dial := inMemory(t, fakediscord.Options{})
		same := func(o *Options) { o.BudgetPath = path }
		first := start(t, d, dial, same)
		c := first.next(nil)
		var log strings.Builder
		start(t, d, dial, same, logTo(&log))
		pass(20 * time.Second)
		if n := len(d.Connections()); n != 1 || !strings.Contains(log.String(), "another process") {
			t.Errorf("%d connections; the log says: %s", n, log.String())
		}
		first.stop()
		if err := first.ended(); err != nil {
			t.Error(err)
		}
		first.next(c)
	})
}

// TestObserverPanics has OnState panic: Run ends with an error, and the process
// does not.
func TestObserverPanics(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		d, dial := inMemory(t, fakediscord.Options{})
		r := start(t, d, dial, func(o *Options) {
			o.OnState = func(s State) {
				if s.Phase == Connecting {
					panic("somebody's text")
				}
			}
		})
		if err := r.ended(); err == nil || !strings.Contains(err.Error(), "panicked") || strings.Contains(err.Error(), "somebody") {
			t.Errorf("Run: %v", err)
		}
	})
}
