package rest

import (
	"context"
	"sync"
	"time"
)

// tickets are the limits of single interactions. One is kept only as long as
// it holds something back, so that nothing stays of an interaction that was
// answered.
type tickets struct {
	mu    sync.Mutex
	holds map[string]hold
	// sweep is the number of holds at which those that ended are dropped.
	sweep int
}

// hold keeps requests of an interaction, or of one of its messages, back.
type hold struct {
	until time.Time
	// gone says that there will never be anything to wait for.
	gone bool
}

// fewHolds is how many holds are kept without looking which of them ended.
const fewHolds = 64

// set keeps requests for key back until a time.
func (t *tickets) set(key string, h hold) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.holds) >= t.sweep {
		t.drop(time.Now())
	}
	t.holds[key] = h
}

// drop forgets holds that ended. The map is made anew, since one that was large
// stays large.
func (t *tickets) drop(now time.Time) {
	left := map[string]hold{}
	for key, h := range t.holds {
		if now.Before(h.until) {
			left[key] = h
		}
	}
	t.holds, t.sweep = left, 2*len(left)+fewHolds
}

// enter returns nil once a request may be sent that the keys name.
func (t *tickets) enter(ctx context.Context, keys ...string) error {
	for _, key := range keys {
		for {
			h, now := t.get(key), time.Now()
			if !now.Before(h.until) {
				break
			}
			if h.gone {
				return ErrGone
			}
			if err := sleepWithin(ctx, h.until.Sub(now)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *tickets) get(key string) hold {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.holds[key]
}
