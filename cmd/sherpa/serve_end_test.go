package main

import (
	"context"
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// course writes down what happens, and when it does.
type course struct {
	mu     sync.Mutex
	events []string
}

func (c *course) note(event string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.events = append(c.events, event)
}

// until is a part that ends some time after its context.
func (c *course) until(name string, lingers time.Duration) part {
	return func(ctx context.Context) error {
		<-ctx.Done()
		c.note(name + " is to end")
		<-time.After(lingers)
		c.note(name + " ended")
		return nil
	}
}

// TestEndsInOrder: whatever ends the program, the bot takes nothing up any more
// before it is drained, and what that needs goes on until it is.
func TestEndsInOrder(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	fails := func(ctx context.Context) error {
		<-time.After(time.Minute)
		return broken
	}
	for name, tt := range map[string]struct {
		takes part // instead of one that goes on until it is told to end
		part  part // beside the lease
		want  error
		order []string
	}{
		"a signal": {
			order: []string{"bot is to end", "bot ended", "drain", "drained", "lease is to end", "lease ended"},
		},
		"a part fails": {
			part: fails, want: broken,
			order: []string{"bot is to end", "bot ended", "drain", "drained", "lease is to end", "lease ended"},
		},
		"the bot fails": {
			takes: fails, want: broken,
			order: []string{"drain", "drained", "lease is to end", "lease ended"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				var c course
				takes, parts := c.until("bot", 2*time.Second), []part{c.until("lease", time.Second)}
				if tt.takes != nil {
					takes = tt.takes
				}
				if tt.part != nil {
					parts = append(parts, tt.part)
				}
				ctx, signal := context.WithCancel(t.Context())
				time.AfterFunc(time.Hour, signal)
				err := runAll(ctx, takes, func(ctx context.Context) error {
					c.note("drain")
					<-time.After(5 * time.Second)
					c.note("drained")
					return ctx.Err()
				}, parts...)
				if diff := cmp.Diff(tt.order, c.events); diff != "" || !errors.Is(err, tt.want) || tt.want == nil && err != nil {
					t.Errorf("%v, want %v (-want +got)\n%s", err, tt.want, diff)
				}
			})
		})
	}
}
