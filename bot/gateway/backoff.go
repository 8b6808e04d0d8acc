package gateway

import (
	"context"
	"time"
)

// backoff is how long a shard waits between connections: a random part of a
// span that doubles with each, so that shards that fell together do not come
// back together.
type backoff struct {
	timing *Timing
	random func() float64
	tries  int
}

// next returns the wait before the next connection. up is how long the last one
// was ready: only one that lasted forgives what was before, so that a server
// that lets everybody in and then drops them is asked ever less often.
func (b *backoff) next(up time.Duration) time.Duration {
	if up >= b.timing.Steady {
		b.tries = 0
	}
	span := b.timing.BackoffMax
	if b.tries < 32 {
		span = min(span, b.timing.BackoffMin<<b.tries)
	}
	b.tries++
	return time.Duration(b.random() * float64(span))
}

// afterInvalid is the wait that Discord asks for before a new session follows an
// invalid one: one to five seconds.
func (b *backoff) afterInvalid() time.Duration {
	return time.Duration((1 + 4*b.random()) * float64(b.timing.BackoffMin))
}

// sleep waits until d has passed; an error is ctx's, which ended before.
func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
