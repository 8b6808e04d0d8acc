package rest

import (
	"context"
	"log/slog"
	"net/http"
	"sync"
	"time"
)

const (
	// skewWarning is the difference between the clocks above which the operator
	// is told.
	skewWarning = 2 * time.Second
	// confirmations is how many answers in a row must contradict what is known
	// about Discord's clock before they are believed: one may come from a proxy
	// with a clock of its own.
	confirmations = 3
)

// clock tells Discord's time. The date of an answer has whole seconds only, so
// that each narrows down by how much Discord's clock is ahead.
type clock struct {
	log   *slog.Logger
	start time.Time

	mu        sync.Mutex
	known     bool
	low, high time.Duration // how far Discord's clock is ahead, at least and at most
	doubts    int
}

func newClock(log *slog.Logger) clock { return clock{log: log, start: time.Now()} }

// local is this machine's time without the jumps of its clock.
func (c *clock) local() time.Time { return c.start.Round(0).Add(time.Since(c.start)) }

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.local().Add(c.ahead())
}

// ahead is the smallest correction that fits what is known.
func (c *clock) ahead() time.Duration {
	switch {
	case c.low > 0:
		return c.low
	case c.high < 0:
		return c.high
	}
	return 0
}

// learn takes in the date of an answer, which was given between sent and
// received by local.
func (c *clock) learn(ctx context.Context, date string, sent, received time.Time) {
	second, err := http.ParseTime(date)
	if err != nil {
		return
	}
	low, high := second.Sub(received), second.Add(time.Second).Sub(sent)
	c.mu.Lock()
	before := c.ahead()
	c.narrow(low, high)
	after := c.ahead()
	c.mu.Unlock()
	if after.Abs() > skewWarning && (after-before).Abs() > skewWarning {
		c.log.LogAttrs(ctx, slog.LevelWarn, "the clock of this machine is wrong; Discord's is used",
			slog.Duration("discord_is_ahead", after))
	}
}

func (c *clock) narrow(low, high time.Duration) {
	switch {
	case c.known && low <= c.high && high >= c.low:
		c.low, c.high, c.doubts = max(c.low, low), min(c.high, high), 0
		return
	case c.known:
		if c.doubts++; c.doubts < confirmations {
			return
		}
	}
	c.known, c.low, c.high, c.doubts = true, low, high, 0
}
