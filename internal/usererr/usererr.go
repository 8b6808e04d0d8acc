// Package usererr holds errors with two texts: the cause, for whoever runs the
// program and reads its log, and one sentence for whoever asked, which says
// what happened, where, and what to do about it.
//
// The sentence is safe to show to anybody: it must never carry a secret, a
// stack or somebody else's text. The package prints nothing and decides
// nothing; the edges of the program (a terminal, a chat) show Message and exit
// with Code.
package usererr

import (
	"errors"
	"strings"
)

// The exit codes of the program. They are a contract with scripts; those above
// 2 are the meanings of sysexits(3).
const (
	OK          = 0  // done
	Failed      = 1  // the command ran and failed
	Usage       = 2  // wrong usage
	BadData     = 65 // the input data are bad
	Unavailable = 69 // a needed service is unavailable
	Damaged     = 74 // the store is damaged
	BadConfig   = 78 // the configuration is bad
)

// Unknown is the sentence for an error that carries none of its own.
const Unknown = "Something failed that Sherpa did not expect; run `sherpa doctor` to see what works."

// Error is an error with a sentence for the user and an exit code.
type Error struct {
	code    int
	message string
	cause   error
}

// New returns an error whose only text is the sentence message.
func New(code int, message string) error {
	return &Error{code: code, message: message}
}

// Wrap returns cause with the sentence message for the user and an exit code.
// It returns nil if cause is nil.
func Wrap(cause error, code int, message string) error {
	if cause == nil {
		return nil
	}
	return &Error{code: code, message: message, cause: cause}
}

// Error is the text for the operator: the sentence and its cause.
func (e *Error) Error() string {
	if e.cause == nil {
		return e.message
	}
	return strings.TrimSuffix(e.message, ".") + ": " + e.cause.Error()
}

// Unwrap returns the cause, or nil.
func (e *Error) Unwrap() error { return e.cause }

// Message returns the sentence for the user: that of the outermost Error in
// err's chain, else Unknown. It is empty for nil.
func Message(err error) string {
	if err == nil {
		return ""
	}
	if e, ok := errors.AsType[*Error](err); ok {
		return e.message
	}
	return Unknown
}

// Has reports whether err carries a sentence of its own.
func Has(err error) bool {
	_, ok := errors.AsType[*Error](err)
	return ok
}

// Code returns the exit code of err: OK for nil, that of the outermost Error in
// its chain, else Failed.
func Code(err error) int {
	if err == nil {
		return OK
	}
	if e, ok := errors.AsType[*Error](err); ok {
		return e.code
	}
	return Failed
}
