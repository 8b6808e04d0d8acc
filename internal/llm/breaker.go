package llm

import (
	"errors"
	"log/slog"

	"github.com/sony/gobreaker/v2"

	"sherpa/answer"
)

// breaker stops requests to a server that fails again and again.
type breaker = gobreaker.CircuitBreaker[*reply]

func newBreaker(l Limits, log *slog.Logger) *breaker {
	return gobreaker.NewCircuitBreaker[*reply](gobreaker.Settings{
		Timeout:      l.Pause,
		ReadyToTrip:  func(c gobreaker.Counts) bool { return int64(c.ConsecutiveFailures) >= int64(l.Failures) },
		IsSuccessful: func(err error) bool { return err == nil || healthOf(err) == well },
		IsExcluded:   func(err error) bool { return err != nil && healthOf(err) == unknown },
		OnStateChange: func(_ string, from, to gobreaker.State) {
			log.Warn("requests to the language model", slog.String("were", from.String()), slog.String("are", to.String()))
		},
	})
}

func healthOf(err error) health {
	if f, ok := errors.AsType[*fault](err); ok {
		return f.health
	}
	return unknown
}

// through lets an attempt through b, unless its server failed too often.
func through(b *breaker, attempt func() (*reply, *fault)) (*reply, *fault) {
	r, err := b.Execute(func() (*reply, error) {
		r, f := attempt()
		if f == nil {
			return r, nil
		}
		return r, f
	})
	if err == nil {
		return r, nil
	}
	if f, ok := errors.AsType[*fault](err); ok {
		return r, f
	}
	return r, &fault{reason: answer.ReasonUnavailable, text: "the server failed several times in a row and is left alone for a while"}
}
