package rest

import (
	"sync"
	"time"
)

const (
	// Discord bans an address after 10,000 invalid requests in ten minutes.
	maxInvalid    = 500
	invalidWindow = 10 * time.Minute
	// closedFor is how long a channel is left alone that refused the bot.
	closedFor = 10 * time.Minute
)

// invalidCount keeps the times of the last invalid requests.
type invalidCount struct {
	mu    sync.Mutex
	times [maxInvalid]time.Time
	next  int
}

// add counts an invalid request, and says whether it is the one that suspends
// all.
func (c *invalidCount) add(now time.Time) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	was := c.full(now)
	c.times[c.next] = now
	c.next = (c.next + 1) % maxInvalid
	return !was && c.full(now)
}

// suspended says whether the last ten minutes had too many.
func (c *invalidCount) suspended(now time.Time) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.full(now)
}

// full says whether the oldest of the last times is recent.
func (c *invalidCount) full(now time.Time) bool {
	oldest := c.times[c.next]
	return !oldest.IsZero() && now.Sub(oldest) < invalidWindow
}

// closedChannels are the channels that refused the bot lately.
type closedChannels struct {
	mu    sync.Mutex
	until map[string]time.Time
}

// close leaves a channel alone, and says whether that is new.
func (c *closedChannels) close(id string, now time.Time) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.until == nil {
		c.until = map[string]time.Time{}
	}
	for other, until := range c.until {
		if !now.Before(until) {
			delete(c.until, other)
		}
	}
	_, known := c.until[id]
	c.until[id] = now.Add(closedFor)
	return !known
}

func (c *closedChannels) isClosed(id string, now time.Time) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return now.Before(c.until[id])
}

// gate holds back all requests of the bot after Discord said so of all.
type gate struct {
	mu    sync.Mutex
	until time.Time
}

func (g *gate) shut(until time.Time) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if until.After(g.until) {
		g.until = until
	}
}

func (g *gate) wait(now time.Time) time.Duration {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.until.Sub(now)
}
