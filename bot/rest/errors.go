package rest

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"syscall"
	"time"
)

// What callers branch on. None of these passes if the same is tried again.
var (
	// ErrTooLate: the interaction is so old that Discord would not take a first
	// response any more; nothing was sent.
	ErrTooLate = errors.New("the interaction is too old for a first response")
	// ErrUnknownInteraction: Discord does not know the interaction, or not any
	// more.
	ErrUnknownInteraction = errors.New("the interaction is unknown to Discord")
	// ErrGone: the interaction's token has expired, or the message was deleted.
	ErrGone = errors.New("the interaction or its message is gone")
	// ErrBadToken: Discord does not accept the bot's token. No request that needs
	// it is sent any more.
	ErrBadToken = errors.New("the bot's token is not accepted by Discord")
	// ErrClosed: the bot cannot write into the channel. It is not tried again for
	// ten minutes.
	ErrClosed = errors.New("the bot cannot write into the channel")
)

// What may pass later.
var (
	// ErrRateLimited: Discord asks to wait for longer than the caller allows.
	ErrRateLimited = errors.New("the wait that Discord asks for is longer than there is time")
	// ErrSuspended: so many requests were invalid that Discord would soon ban
	// this address; nothing is sent for some minutes.
	ErrSuspended = errors.New("too many requests were invalid: nothing is sent for some minutes")
)

// Error is an answer of Discord's that is no success.
type Error struct {
	// Op names what was attempted: "send", "callback".
	Op string
	// Status is HTTP's, Code Discord's own; 0 where there was none.
	Status, Code int
	// RetryAfter is how long Discord asks to wait, with status 429.
	RetryAfter time.Duration
	// scope is whose limit was hit, as Discord names it.
	scope string
	// wide says that the limit holds for all requests.
	wide bool
	// early says that Discord may come to know what it does not know yet.
	early bool
}

// Error names what was attempted and the codes. Discord's words are left away:
// they may repeat what was sent.
func (e *Error) Error() string {
	if e.Code != 0 {
		return fmt.Sprintf("%s: Discord answered %d with code %d", e.Op, e.Status, e.Code)
	}
	return fmt.Sprintf("%s: Discord answered %d %s", e.Op, e.Status, http.StatusText(e.Status))
}

// temporary says whether the same may pass later.
func (e *Error) temporary() bool {
	return e.early || e.Status == http.StatusTooManyRequests || e.Status >= http.StatusInternalServerError
}

// transportError is a request without an answer. What the transport says holds
// the address, and so the interaction's token: only its kind is kept.
type transportError struct {
	op, kind string
	cause    error // a context's error or a number of the system, or nil
}

func (e *transportError) Error() string { return e.op + ": no answer from Discord: " + e.kind }

func (e *transportError) Unwrap() error { return e.cause }

func newTransportError(op string, err error) error {
	var (
		number  syscall.Errno
		name    *net.DNSError
		timeout net.Error
	)
	switch {
	case errors.Is(err, context.Canceled):
		return &transportError{op, "it was cancelled", context.Canceled}
	case errors.Is(err, context.DeadlineExceeded):
		return &transportError{op, "it took too long", context.DeadlineExceeded}
	case errors.As(err, &name):
		return &transportError{op, "its name was not found", nil}
	case errors.As(err, &number):
		return &transportError{op, number.Error(), number}
	case errors.As(err, &timeout) && timeout.Timeout():
		return &transportError{op, "it took too long", nil}
	case errors.Is(err, errTooLarge):
		return &transportError{op, errTooLarge.Error(), nil}
	}
	return &transportError{op, "the connection failed", nil}
}
