package fakeserver

import (
	"context"
	"fmt"
	"sync"
)

// Changes tell those who wait for a state that it may have come. The zero value is
// ready.
type Changes struct {
	mu sync.Mutex
	// next is closed at the next change; nil where nobody waits for one.
	next chan struct{}
}

// Tell wakes those who wait. It is called after a change, or before one under the
// lock that guards what changes.
func (c *Changes) Tell() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.next != nil {
		close(c.next)
		c.next = nil
	}
}

// WaitFor waits until the predicate holds. It is asked at once, and again after
// every change.
func (c *Changes) WaitFor(ctx context.Context, holds func() bool) error {
	for {
		changed := c.following()
		if holds() {
			return nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return fmt.Errorf("wait for a change of the server: %w", context.Cause(ctx))
		}
	}
}

// following is closed at the next change.
func (c *Changes) following() <-chan struct{} {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.next == nil {
		c.next = make(chan struct{})
	}
	return c.next
}
