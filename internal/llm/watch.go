package llm

import (
	"context"
	"fmt"
	"sync"
	"time"

	"sherpa/answer"
)

// noConnection is the limit that the network breaks, and not the model.
const noConnection = "no connection"

// limit is a time limit that was reached.
type limit struct {
	what string
	of   time.Duration
}

// Error is for the operator.
func (l *limit) Error() string { return fmt.Sprintf("%s within %s", l.what, l.of) }

// fault is what reaching the limit means.
func (l *limit) fault() *fault {
	if l.what == noConnection {
		return &fault{reason: answer.ReasonUnavailable, text: l.Error() + ": is the server running, and can it be reached from here?", health: ill}
	}
	text := l.Error() + ": is the server overloaded, or the model too large for it?"
	return &fault{reason: answer.ReasonTimeout, text: text, cause: context.DeadlineExceeded, health: ill}
}

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
