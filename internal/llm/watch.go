package llm

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// limit is a time limit that was reached.
type limit struct {
	what string
	of   time.Duration
}

// Error is for the operator.
func (l *limit) Error() string { return fmt.Sprintf("%s within %s", l.what, l.of) }

// watch ends a request's context when what is waited for does not come. A read
// that is stuck ends with it.
type watch struct {
	cancel context.CancelCauseFunc

	mu    sync.Mutex
	timer *time.Timer
	over  bool
}

// newWatch returns a context that ends with parent, with stop, or at a limit
// that wait set.
func newWatch(parent context.Context) (context.Context, *watch) {
	ctx, cancel := context.WithCancelCause(parent)
	return ctx, &watch{cancel: cancel}
}

// wait sets the limit for what comes next, in place of the last one.
func (w *watch) wait(what string, most time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.timer != nil {
		w.timer.Stop()
	}
	if !w.over {
		w.timer = time.AfterFunc(most, func() { w.cancel(&limit{what: what, of: most}) })
	}
}

// stop ends the context and the watching.
func (w *watch) stop() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.over = true
	if w.timer != nil {
		w.timer.Stop()
	}
	w.cancel(context.Canceled)
}
