package llm

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/url"
	"strings"

	"sherpa/answer"
)

// faultOf says what an exchange's error means.
func (x *exchange) faultOf(ctx context.Context, err error, begun bool, c cleaner) *fault {
	var unusable unusableError
	var told *reportedError
	var r *refusal
	switch {
	case errors.As(err, &r):
		return r.fault(c)
	case errors.As(err, &unusable):
		return incomplete(unusable.Error())
	case errors.Is(err, errBody):
		return incomplete("the reply is larger than any that was asked for")
	case errors.As(err, &told):
		return told.fault(begun, c)
	case ctx.Err() != nil:
		return ended(ctx)
	case errors.Is(err, errNotLocal):
		return &fault{reason: answer.ReasonRejected, text: "the host of llm.base_url is not this machine; use https, or allow http with llm.allow_http"}
	case !x.started:
		return &fault{reason: answer.ReasonRejected, text: "the request cannot be made: " + c.excerpt(err.Error())}
	case !x.reached.Load():
		return unreached(err, c)
	case begun:
		return incomplete("the connection broke in the middle of the reply")
	}
	return &fault{reason: answer.ReasonUnavailable, text: "the connection broke before the reply began: " + c.excerpt(inner(err)), again: true, health: ill}
}

// fault is an error within a stream. Before the first token it is as good as a
// status that says so.
func (e *reportedError) fault(begun bool, c cleaner) *fault {
	text := "the server reported an error instead of the reply"
	if said := c.excerpt(e.message); said != "" {
		text += ", saying: " + said
	}
	if begun {
		return incomplete(text)
	}
	return &fault{reason: answer.ReasonUnavailable, text: text, again: true, health: ill}
}

// unreached is the fault of a connection that could not be made.
func unreached(err error, c cleaner) *fault {
	f := &fault{reason: answer.ReasonUnavailable, again: true, health: ill}
	_, name := errors.AsType[*net.DNSError](err)
	switch {
	case name:
		f.text = "the host of llm.base_url has no address; is its name right?"
	case isTLS(err):
		f.text, f.again = "no safe connection to the host of llm.base_url; is its certificate valid, and https right?", false
	default:
		f.text = "no connection to the host of llm.base_url; is the server running?"
	}
	if said := c.excerpt(inner(err)); said != "" {
		f.text += " (" + said + ")"
	}
	return f
}

// isTLS says whether the two could not agree on a safe connection. Most such
// errors have no type, but all say what they are of.
func isTLS(err error) bool {
	return errors.Is(err, http.ErrSchemeMismatch) || strings.Contains(err.Error(), "tls: ")
}

// inner is an error's text without the address that was asked.
func inner(err error) string {
	if u, ok := errors.AsType[*url.Error](err); ok {
		return u.Err.Error()
	}
	return err.Error()
}
