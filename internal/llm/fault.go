package llm

import (
	"context"
	"errors"
	"time"

	"sherpa/answer"
)

// health is what a fault says of the server, for the circuit breaker.
type health int

const (
	// unknown: the fault is ours, the caller's or the configuration's.
	unknown health = iota
	ill
	well
)

// fault says why there is no reply.
type fault struct {
	reason answer.Reason
	// text is for the operator: what happened and what to do.
	text string
	// cause is a sentinel that callers may ask for. Foreign errors are not kept,
	// since their texts may hold anything.
	cause error
	// again says that the same may be sent once more, after at least that long.
	again  bool
	after  time.Duration
	health health
	// refused is what the server objects to, where it refuses a request.
	refused *refusal
}

// Error is for the operator.
func (f *fault) Error() string { return f.text }

// Unwrap returns the sentinel.
func (f *fault) Unwrap() error { return f.cause }

// outcome names the fault for metrics.
func (f *fault) outcome() string {
	if errors.Is(f.cause, context.Canceled) {
		return "cancelled"
	}
	return string(f.reason)
}

// ended is the fault of a context that ended: by a limit of ours, by the
// caller's deadline, or because nobody waits any longer.
func ended(ctx context.Context) *fault {
	cause := context.Cause(ctx)
	if l, ok := errors.AsType[*limit](cause); ok {
		return l.fault()
	}
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return &fault{reason: answer.ReasonTimeout, text: "the time for the whole answer is over", cause: context.DeadlineExceeded}
	}
	return &fault{reason: answer.ReasonTimeout, text: "nobody waits for it any longer", cause: context.Canceled}
}

// incomplete is the fault of a reply that cannot be used.
func incomplete(text string) *fault {
	return &fault{reason: answer.ReasonIncomplete, text: text, health: ill}
}
