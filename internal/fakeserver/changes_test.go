package fakeserver

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
)

func TestWaitFor(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var c Changes
		state, asked := 0, 0
		waited := make(chan error, 1)
		go func() {
			waited <- c.WaitFor(t.Context(), func() bool { asked++; return state == 2 })
		}()
		for want := 1; want <= 3; want++ {
			synctest.Wait()
			if asked != want {
				t.Errorf("asked %d times, want %d", asked, want)
			}
			state = want
			c.Tell()
		}
		if err := <-waited; err != nil {
			t.Error(err)
		}
	})
}

func TestWaitForIsGivenUp(t *testing.T) {
	t.Parallel()
	var c Changes
	gone := errors.New("gone")
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(gone)
	if err := c.WaitFor(ctx, func() bool { return false }); !errors.Is(err, gone) {
		t.Errorf("waited: %v", err)
	}
	if err := c.WaitFor(ctx, func() bool { return true }); err != nil {
		t.Errorf("what holds already: %v", err)
	}
}
