package bot

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"runtime/debug"
	"strings"

	"sherpa/bot/payload"
	"sherpa/bot/texts"
	"sherpa/internal/usererr"
	"sherpa/store"
)

// Why work ends without an answer.
var (
	// errSlow: the time for an answer is over.
	errSlow = errors.New("the answer took too long")
	// errRestarting: the program is being stopped.
	errRestarting = errors.New("the program is stopping")
	// errElsewhere: another process works on the same question.
	errElsewhere = errors.New("another process answers this")
	// errCancelled: the question was deleted.
	errCancelled = errors.New("the question was deleted")
)

// notice is what somebody is told in place of an answer though nothing failed:
// a button is too old, a quota is used up.
type notice struct {
	say func(*texts.Texts) string
}

func (n notice) Error() string { return n.say(texts.For("en")) }

// tell is a notice with the text of a key.
func tell(key string, pairs ...any) error {
	return notice{func(t *texts.Texts) string { return t.Say(key, pairs...) }}
}

// panicked is a panic as an error. It says what kind of value was thrown and
// where; the value itself could hold somebody's text, unless it is Go's own.
type panicked struct {
	what  string
	stack string
}

func (p panicked) Error() string { return "panic: " + p.what }

// caught is the error of a recovered value; it is called by what recovers.
func caught(value any) error {
	what := fmt.Sprintf("%T", value)
	if _, ok := value.(runtime.Error); ok {
		what = fmt.Sprint(value)
	}
	return panicked{what, string(debug.Stack())}
}

// guard runs f and turns a panic into an error.
func guard(f func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = caught(v)
		}
	}()
	return f()
}

// explain says why there is no answer, and logs what failed under the code that
// the user is shown.
func (b *Bot) explain(ctx context.Context, kind string, t *texts.Texts, err error) payload.Message {
	var n notice
	switch {
	case errors.As(err, &n):
		return payload.Message{Content: n.say(t)}
	case errors.Is(err, errRestarting):
		b.metrics.Ended(kind, "restarting")
		return payload.Message{Content: t.Say("bot.restarting")}
	}
	code := newCode()
	b.logFault(ctx, kind, code, err)
	return payload.Message{Content: t.Say(sentenceOf(err), "Code", code)}
}

// sentenceOf is the key of the sentence for an error.
func sentenceOf(err error) string {
	switch {
	case errors.Is(err, errSlow), errors.Is(err, context.DeadlineExceeded):
		return "bot.slow"
	case errors.Is(err, store.ErrBusy), errors.Is(err, store.ErrFull), errors.Is(err, store.ErrDamaged):
		return "bot.store_failed"
	}
	return "bot.failed"
}

// logFault writes one line on a failure.
func (b *Bot) logFault(ctx context.Context, kind, code string, err error) {
	b.metrics.Ended(kind, "failed")
	attrs := []slog.Attr{slog.String("kind", kind), slog.String("code", code), slog.String("error", cause(err))}
	if p, ok := errors.AsType[panicked](err); ok {
		attrs = append(attrs, slog.String("stack", p.stack))
	}
	b.log.LogAttrs(ctx, slog.LevelError, "a question has no answer", attrs...)
}

// cause is the text of an error for the log. Errors of the answering packages
// may quote what was asked; of those, only the sentinel is told.
func cause(err error) string {
	var p panicked
	switch {
	case errors.As(err, &p):
		return p.Error()
	case usererr.Has(err):
		return usererr.Message(err)
	}
	for _, known := range []error{
		errSlow, context.DeadlineExceeded, context.Canceled, store.ErrBusy, store.ErrFull, store.ErrDamaged,
		store.ErrReadOnly, store.ErrNotFound, store.ErrAmbiguous, store.ErrInvalid,
	} {
		if errors.Is(err, known) {
			return known.Error()
		}
	}
	inner := err
	for next := errors.Unwrap(inner); next != nil; next = errors.Unwrap(inner) {
		inner = next
	}
	return fmt.Sprintf("%T", inner)
}

// newCode is a short code that a user can read out to the operator.
func newCode() string { return strings.ToUpper(rand.Text()[:6]) }
