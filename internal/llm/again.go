package llm

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"github.com/cenkalti/backoff/v5"
)

// jitter is the wait before each further attempt. It ends where the wait would
// go beyond the time that is left.
type jitter struct {
	pauses []time.Duration
	until  time.Time
	tried  int
}

// Reset does nothing: the library resets after a wait that a server asked for,
// and the next one is to be longer all the same.
func (*jitter) Reset() {}

// NextBackOff returns the next wait, or backoff.Stop.
func (j *jitter) NextBackOff() time.Duration {
	most := j.pauses[min(j.tried, len(j.pauses)-1)]
	j.tried++
	wait := rand.N(most) //nolint:gosec // nobody gains by guessing a wait
	if time.Until(j.until) <= wait {
		return backoff.Stop
	}
	return wait
}

// repeat calls attempt until it succeeds, fails for good, or was tried often
// enough. ctx has a deadline.
func repeat[T any](ctx context.Context, l Limits, attempt func() (T, *fault)) (T, *fault) {
	until, _ := ctx.Deadline()
	v, err := backoff.Retry(ctx, func() (T, error) {
		v, f := attempt()
		if f == nil {
			return v, nil
		}
		return v, f.retry(l, until)
	}, backoff.WithBackOff(&jitter{pauses: l.pauses, until: until}), backoff.WithMaxTries(uint(l.Retries)+1), backoff.WithMaxElapsedTime(0))
	if err == nil {
		return v, nil
	}
	if f, ok := errors.AsType[*fault](err); ok {
		return v, f
	}
	return v, ended(ctx) // the library says only that its context ended
}

// retry is f for the library: with the wait that a server asked for, or for good
// where that is longer than anybody waits.
func (f *fault) retry(l Limits, until time.Time) error {
	switch {
	case !f.again || f.after > l.RetryAfter || f.after > 0 && time.Until(until) <= f.after:
		return backoff.Permanent(f)
	case f.after > 0:
		return &patient{f, &backoff.RetryAfterError{Duration: f.after}}
	}
	return f
}

// patient is a fault after which a server asked to wait.
type patient struct {
	fault *fault
	wait  *backoff.RetryAfterError
}

func (p *patient) Error() string   { return p.fault.Error() }
func (p *patient) Unwrap() []error { return []error{p.fault, p.wait} }
