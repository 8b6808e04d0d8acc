package rest

import (
	"context"
	"net/http"
	"strconv"
	"strings"
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
	// guessed says that a window began of which no answer told yet.
	guessed bool
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
		k.reset, k.guessed = now.Add(attemptTime), true
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
	if k := b.byName[b.key(route, major)]; k != nil {
		k.underWay = max(k.underWay-1, 0)
		k.read(h, time.Now())
		k.known()
	}
	if name := h.Get("X-RateLimit-Bucket"); name != "" && name != b.names[route] {
		b.rename(route, name)
	}
}

// rename moves the buckets of a route to Discord's name for them. Where there is
// one of that name, another route shares it, and that one counts.
func (b *buckets) rename(route, name string) {
	before := b.key(route, "")
	b.names[route] = name
	moved := map[string]*bucket{}
	for key, k := range b.byName {
		if major, ok := strings.CutPrefix(key, before); ok {
			delete(b.byName, key)
			moved[b.key(route, major)] = k
		}
	}
	for key, k := range moved {
		if b.byName[key] == nil {
			b.byName[key] = k
			continue
		}
		k.known() // whoever waits looks again
	}
}

// known lets those go on who wait for the first answer.
func (k *bucket) known() {
	if k.learnt != nil {
		close(k.learnt)
		k.learnt = nil
	}
}

// sameWindow is how far apart two answers of one window may say that it ends.
const sameWindow = 500 * time.Millisecond

// read takes the headers of an answer in. Answers may come in another order than
// they were given.
func (k *bucket) read(h http.Header, now time.Time) {
	limit, errLimit := strconv.Atoi(h.Get("X-RateLimit-Limit"))
	remaining, errRemaining := strconv.Atoi(h.Get("X-RateLimit-Remaining"))
	after, ok := seconds(h.Get("X-RateLimit-Reset-After"))
	if errLimit != nil || errRemaining != nil || !ok {
		return
	}
	reset := now.Add(after)
	switch later := reset.Sub(k.reset); {
	case k.guessed, k.limited && later.Abs() <= sameWindow:
		remaining = min(remaining, k.remaining)
	case k.limited && later < 0:
		return // of the window before
	default:
		remaining -= k.underWay
	}
	k.limited, k.guessed = true, false
	k.limit, k.remaining, k.reset = limit, remaining, reset
}

// exhaust takes in that a request was one too many, whatever the headers said.
func (b *buckets) exhaust(route, major string, after time.Duration) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if k := b.byName[b.key(route, major)]; k != nil {
		k.limited, k.guessed, k.remaining, k.limit = true, false, 0, max(k.limit, 1)
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
