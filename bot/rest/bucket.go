package rest

import (
	"context"
	"net/http"
	"strconv"
	"sync"
	"time"
)

// manyBuckets is how many buckets are kept before those without a limit in force
// are forgotten.
const manyBuckets = 1024

// buckets are Discord's rate limits for the requests of the bot. Which routes
// share one is learnt from the answers; each holds for one major parameter.
type buckets struct {
	mu     sync.Mutex
	names  map[string]string // Discord's name, by route
	byName map[string]*bucket
}

// bucket is one limit.
type bucket struct {
	// learnt is closed when the first answer came. Until then one request is
	// under way and the others wait, for nobody knows how many may.
	learnt    chan struct{}
	limited   bool
	limit     int
	remaining int
	reset     time.Time
	underWay  int
}

// enter returns nil once a request may be sent, which leave must be told the end
// of. Where it would have to wait beyond the end of ctx, it fails at once.
func (b *buckets) enter(ctx context.Context, route, major string) error {
	for {
		wait, learnt := b.try(route, major)
		switch {
		case learnt != nil:
			select {
			case <-learnt:
			case <-ctx.Done():
				return ctx.Err()
			}
		case wait <= 0:
			return nil
		default:
			if err := sleepWithin(ctx, wait); err != nil {
				return err
			}
		}
	}
}

// try takes a place, or says for how long or for what to wait.
func (b *buckets) try(route, major string) (time.Duration, <-chan struct{}) {
	b.mu.Lock()
	defer b.mu.Unlock()
	now := time.Now()
	key := b.key(route, major)
	k := b.byName[key]
	switch {
	case k == nil:
		b.forget(now)
		b.byName[key] = &bucket{learnt: make(chan struct{}), underWay: 1}
		return 0, nil
	case k.learnt != nil:
		return 0, k.learnt
	case k.limited && k.remaining <= 0 && now.Before(k.reset):
		return k.reset.Sub(now), nil
	case k.limited && !now.Before(k.reset):
		k.remaining = max(k.limit, 1)
		k.reset = now.Add(attemptTime) // until an answer says better
	}
	k.remaining--
	k.underWay++
	return 0, nil
}

// key names the bucket of a route as far as it is known.
func (b *buckets) key(route, major string) string {
	if b.byName == nil {
		b.names, b.byName = map[string]string{}, map[string]*bucket{}
	}
	name, ok := b.names[route]
	if !ok {
		name = route
	}
	return name + " " + major
}

// leave takes in what an answer says of the limit; h is nil where none came.
func (b *buckets) leave(route, major string, h http.Header) {
	b.mu.Lock()
	defer b.mu.Unlock()
	key := b.key(route, major)
	k := b.byName[key]
	if k == nil {
		return
	}
	k.underWay = max(k.underWay-1, 0)
	k.read(h, time.Now())
	if k.learnt != nil {
		close(k.learnt)
		k.learnt = nil
	}
	name := h.Get("X-RateLimit-Bucket")
	if name == "" || name == b.names[route] {
		return
	}
	b.names[route] = name
	if moved := b.key(route, major); b.byName[moved] == nil {
		b.byName[moved] = k
	}
	if moved := b.key(route, major); moved != key {
		delete(b.byName, key)
	}
}

// read takes the headers of an answer in. Those under way count as used.
func (k *bucket) read(h http.Header, now time.Time) {
	limit, errLimit := strconv.Atoi(h.Get("X-RateLimit-Limit"))
	remaining, errRemaining := strconv.Atoi(h.Get("X-RateLimit-Remaining"))
	after, ok := seconds(h.Get("X-RateLimit-Reset-After"))
	if errLimit != nil || errRemaining != nil || !ok {
		return
	}
	k.limited, k.limit = true, limit
	k.remaining = remaining - k.underWay
	k.reset = now.Add(after)
}

// exhaust takes in that a request was one too many, whatever the headers said.
func (b *buckets) exhaust(route, major string, after time.Duration) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if k := b.byName[b.key(route, major)]; k != nil {
		k.limited, k.remaining, k.limit = true, 0, max(k.limit, 1)
		k.reset = time.Now().Add(after)
	}
}

// forget drops what says nothing any more.
func (b *buckets) forget(now time.Time) {
	if len(b.byName) < manyBuckets {
		return
	}
	for key, k := range b.byName {
		if k.underWay == 0 && k.learnt == nil && !now.Before(k.reset) {
			delete(b.byName, key)
		}
	}
}

// sleepWithin waits for d, and fails at once where ctx ends before.
func sleepWithin(ctx context.Context, d time.Duration) error {
	if end, ok := ctx.Deadline(); ok && time.Until(end) < d {
		return ErrRateLimited
	}
	return sleep(ctx, d)
}
