package bot

import (
	"context"
	"sync"
)

// crew counts goroutines, so that their end can be waited for while others are
// still begun.
type crew struct {
	mu      sync.Mutex
	at      int
	waiters []chan struct{}
}

// Go runs f, which must recover its own panics.
func (c *crew) Go(f func()) {
	c.mu.Lock()
	c.at++
	c.mu.Unlock()
	go func() {
		defer c.leave()
		f()
	}()
}

// size is how many there are.
func (c *crew) size() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *crew) leave() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.at--; c.at > 0 {
		return
	}
	for _, w := range c.waiters {
		close(w)
	}
	c.waiters = nil
}

// wait returns when nobody is at work, or with the cause of ctx's end.
func (c *crew) wait(ctx context.Context) error {
	c.mu.Lock()
	if c.at == 0 {
		c.mu.Unlock()
		return nil
	}
	idle := make(chan struct{})
	c.waiters = append(c.waiters, idle)
	c.mu.Unlock()
	select {
	case <-idle:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}
