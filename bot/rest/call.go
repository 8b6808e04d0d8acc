package rest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"time"

	"sherpa/bot/payload"
)

// call is one thing to be done, in as many attempts as it takes.
type call struct {
	// op names it in errors, logs and metrics.
	op           string
	method, path string
	body         *payload.Body
	lane         lane
	// until is when another attempt may begin at the latest, and last when the
	// first may, by this machine's clock.
	until, last time.Time
	// retries is how many more attempts follow a failure that may pass.
	retries int
	// backoff is the pause after the first failure, at most; it doubles.
	backoff time.Duration
	// attempt is how long one attempt may take.
	attempt time.Duration
}

// lane is what a call waits for, and what learns from its answers.
type lane interface {
	// enter waits until a request may be sent.
	enter(ctx context.Context) error
	// leave is told of the headers of the answer; nil where none came.
	leave(h http.Header)
	// refused is told of an answer that is no success. It returns the error for
	// the caller.
	refused(e *Error) error
	// authorized says whether the bot's token is sent along.
	authorized() bool
}

const (
	forever    = 1 << 30 // retries
	maxBackoff = 8 * time.Second
	maxEarly   = time.Second // where Discord is about to know
)

// do makes attempts until one succeeds, or no further one makes sense.
func (c *Client) do(ctx context.Context, k call) (json.RawMessage, error) {
	if !time.Now().Before(k.last) {
		return nil, fmt.Errorf("%s: %w", k.op, ErrGone)
	}
	first, cancelFirst := context.WithDeadline(ctx, k.last)
	defer cancelFirst()
	again, cancelAgain := context.WithDeadline(ctx, k.until)
	defer cancelAgain()
	body, err := c.attempt(ctx, first, k)
	for tries := 0; err != nil && tries < k.retries && ctx.Err() == nil && mayPass(err); tries++ {
		if sleepWithin(again, pauseAfter(err, k.backoff, tries)) != nil {
			return nil, outOfTime(err)
		}
		body, err = c.attempt(ctx, again, k)
	}
	return body, err
}

// mayPass says whether another attempt can end better.
func mayPass(err error) bool {
	if answer, ok := errors.AsType[*Error](err); ok {
		return answer.temporary()
	}
	_, none := errors.AsType[*transportError](err)
	return none
}

// pauseAfter is what Discord asked for, or else a random part of a time that
// doubles with each try, so that many who failed together do not come back
// together.
func pauseAfter(err error, backoff time.Duration, tries int) time.Duration {
	most := min(backoff<<min(tries, 10), maxBackoff)
	if e, ok := errors.AsType[*Error](err); ok {
		switch {
		case e.Status == http.StatusTooManyRequests:
			return e.RetryAfter
		case e.early:
			most = min(most, maxEarly)
		}
	}
	return rand.N(most) + time.Millisecond //nolint:gosec // spreads attempts
}

// outOfTime is the last error of a call for which there is no time left.
func outOfTime(err error) error {
	if e, ok := errors.AsType[*Error](err); ok && e.Status == http.StatusTooManyRequests {
		return fmt.Errorf("%w: %w", ErrRateLimited, err)
	}
	return err
}

// attempt sends a request once and says what became of it. It waits for its turn
// until the end of waiting.
func (c *Client) attempt(ctx, waiting context.Context, k call) (json.RawMessage, error) {
	if c.invalid.suspended(time.Now()) {
		return nil, fmt.Errorf("%s: %w", k.op, ErrSuspended)
	}
	if err := k.lane.enter(waiting); err != nil {
		return nil, fmt.Errorf("%s: %w", k.op, err)
	}
	ans, err := c.exchange(ctx, k)
	k.lane.leave(ans.header)
	if err != nil {
		return nil, newTransportError(k.op, err)
	}
	if ans.status >= 200 && ans.status < 300 {
		return ans.body, nil
	}
	e := readError(k.op, ans)
	c.countInvalid(ctx, e)
	return nil, k.lane.refused(e)
}

// countInvalid counts what Discord counts before it bans.
func (c *Client) countInvalid(ctx context.Context, e *Error) {
	limited := e.Status == http.StatusTooManyRequests && e.scope != "shared"
	if !limited && e.Status != http.StatusUnauthorized && e.Status != http.StatusForbidden {
		return
	}
	if c.invalid.add(time.Now()) {
		c.log.LogAttrs(ctx, slog.LevelError, "too many requests to Discord were invalid: none is sent until they are ten minutes old",
			slog.String("last", e.Op), slog.Int("status", e.Status))
	}
}
