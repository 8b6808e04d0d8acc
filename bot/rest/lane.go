package rest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"time"
)

// Codes of Discord's errors.
const (
	codeUnknownChannel     = 10003
	codeUnknownMessage     = 10008
	codeUnknownWebhook     = 10015
	codeUnknownInteraction = 10062
	codeAcknowledged       = 40060
	codeMissingAccess      = 50001
	codeCannotMessage      = 50007
	codeMissingPermissions = 50013
)

// botLane is for requests that need the bot's token. They share the limits of
// the bot.
type botLane struct {
	c *Client
	// route and major name the bucket: the method and the path without ids, and
	// the id of the channel or server.
	route, major string
	// channel is the channel that is written to, if any.
	channel string
}

func (l botLane) authorized() bool { return true }

func (l botLane) enter(ctx context.Context) error {
	switch {
	case l.c.badToken.Load():
		return ErrBadToken
	case l.channel != "" && l.c.channels.isClosed(l.channel, time.Now()):
		return ErrClosed
	}
	if err := l.c.buckets.enter(ctx, l.route, l.major); err != nil {
		return err
	}
	err := sleepWithin(ctx, l.c.pause.wait(time.Now()))
	if err == nil && l.c.global.Wait(ctx) != nil {
		err = cmp.Or(ctx.Err(), ErrRateLimited)
	}
	if err != nil {
		l.leave(nil)
	}
	return err
}

func (l botLane) leave(h http.Header) { l.c.buckets.leave(l.route, l.major, h) }

func (l botLane) refused(e *Error) error {
	switch {
	case e.Status == http.StatusUnauthorized:
		if !l.c.badToken.Swap(true) {
			l.c.log.LogAttrs(context.Background(), slog.LevelError, "Discord does not accept the bot's token; nothing is sent with it any more")
		}
		return fmt.Errorf("%w: %w", ErrBadToken, e)
	case l.channel != "" && closes(e.Code):
		if l.c.channels.close(l.channel, time.Now()) {
			l.c.log.LogAttrs(context.Background(), slog.LevelWarn, "the bot cannot write into a channel; it is left alone for ten minutes",
				slog.String("op", e.Op), slog.Int("code", e.Code))
		}
		return fmt.Errorf("%w: %w", ErrClosed, e)
	case e.Status == http.StatusTooManyRequests && e.wide:
		l.c.pause.shut(time.Now().Add(e.RetryAfter))
	case e.Status == http.StatusTooManyRequests:
		l.c.buckets.exhaust(l.route, l.major, e.RetryAfter)
	}
	return e
}

// closes says whether an error means that nothing can be written to a channel.
func closes(code int) bool {
	switch code {
	case codeMissingAccess, codeMissingPermissions, codeCannotMessage, codeUnknownChannel:
		return true
	}
	return false
}

// callbackLane is for first responses. There is one for an interaction, so that
// there is nothing to wait for and nothing to keep.
type callbackLane struct{}

func (callbackLane) authorized() bool { return false }

func (callbackLane) enter(ctx context.Context) error { return ctx.Err() }

func (callbackLane) leave(http.Header) {}

func (callbackLane) refused(e *Error) error {
	if e.Code == codeUnknownInteraction {
		return fmt.Errorf("%w: %w", ErrUnknownInteraction, e)
	}
	return e
}

// ticketLane is for all that follows a first response.
type ticketLane struct {
	c     *Client
	token string
	// message is the message that is changed, if any.
	message string
	// unheard is until when Discord may not know the token yet, and expires when
	// it does not know it any more, by this machine's clock.
	unheard, expires time.Time
}

func (l ticketLane) authorized() bool { return false }

func (l ticketLane) enter(ctx context.Context) error {
	return l.c.tickets.enter(ctx, l.token, l.messageKey())
}

func (l ticketLane) messageKey() string { return l.token + "/" + l.message }

func (l ticketLane) leave(h http.Header) {
	if h.Get("X-RateLimit-Remaining") != "0" {
		return
	}
	if after, ok := seconds(h.Get("X-RateLimit-Reset-After")); ok && after > 0 {
		l.c.tickets.set(l.token, hold{until: earlier(time.Now().Add(after), l.expires)})
	}
}

func (l ticketLane) refused(e *Error) error {
	switch {
	case e.Code == codeUnknownWebhook && time.Now().Before(l.unheard):
		e.early = true
		return e
	case e.Code == codeUnknownMessage:
		l.c.tickets.set(l.messageKey(), hold{until: l.expires, gone: true})
	case e.Status == http.StatusNotFound, e.Status == http.StatusUnauthorized:
		l.c.tickets.set(l.token, hold{until: l.expires, gone: true})
	default:
		return e
	}
	return fmt.Errorf("%w: %w", ErrGone, e)
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

// isCode says whether err is an answer with one of Discord's codes.
func isCode(err error, code int) bool {
	e, ok := errors.AsType[*Error](err)
	return ok && e.Code == code
}
