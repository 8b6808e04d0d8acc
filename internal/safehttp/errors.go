package safehttp

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"strings"
	"time"
)

// Errors that callers branch on. Their texts are fit for a user.
var (
	// ErrURL says that the address is not one of a page.
	ErrURL = errors.New("this is not the address of a page (https://host/path)")
	// ErrScheme says that the address is not https, or leads to one that is not.
	ErrScheme = errors.New("only https addresses are fetched")
	// ErrPort says that the address names a port that is not 80 or 443.
	ErrPort = errors.New("only the ports 80 and 443 are used")
	// ErrPrivateAddress says that the host is not on the public internet.
	ErrPrivateAddress = errors.New("the address leads into a private network, which is refused; fetch.allow_hosts can name exceptions")
	// ErrUnknownHost says that the name system does not know the host.
	ErrUnknownHost = errors.New("no such host; check the spelling of the address")
	// ErrUnreachable says that no connection could be made, or that it broke.
	ErrUnreachable = errors.New("the server could not be reached")
	// ErrTimeout says that the server took too long.
	ErrTimeout = errors.New("the server took too long to answer")
	// ErrRedirects says that the address leads from one to the next too often.
	ErrRedirects = errors.New("the address is redirected too often")
	// ErrRobots says that the site asks programs not to fetch the page.
	ErrRobots = errors.New("the site's robots.txt asks programs not to fetch this page")
	// ErrTooLarge says that the answer is over a limit, also once unpacked.
	ErrTooLarge = errors.New("the page is too large")
	// ErrContentType says that the answer is no page, feed or text.
	ErrContentType = errors.New("this kind of content is not supported (pages, feeds and plain text are)")
	// ErrEncoding says that the answer is packed in a way that is not known, or
	// broken.
	ErrEncoding = errors.New("the answer is packed in a way that cannot be read")
	// ErrStatus says that the server refused; the error is a *StatusError.
	ErrStatus = errors.New("the server answered with an error")
)

// StatusError is an answer that is neither a page nor a redirect.
type StatusError struct {
	// Code is the status of HTTP.
	Code int
	// RetryAfter is how long the server asks to wait, at most a day; 0 where it does not say.
	RetryAfter time.Duration
}

func (e *StatusError) Error() string {
	return fmt.Sprintf("%v: %d %s", ErrStatus, e.Code, http.StatusText(e.Code))
}

// Unwrap makes the error an ErrStatus.
func (e *StatusError) Unwrap() error { return ErrStatus }

// explain puts an error of the network into one of the classes above. ctx is
// the caller's: once it is done, its error is the reason.
func explain(ctx context.Context, err error) error {
	var dns *net.DNSError
	var netErr net.Error
	switch {
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case isOurs(err):
		return err
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &netErr) && netErr.Timeout():
		return ErrTimeout
	case errors.As(err, &dns) && dns.IsNotFound:
		return fmt.Errorf("%w: %s", ErrUnknownHost, dns.Name)
	case strings.Contains(err.Error(), "response headers exceeded"): // net/http has no value for it
		return fmt.Errorf("%w: its headers alone are over %d KiB", ErrTooLarge, maxHeader>>10)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("%w: the answer broke off", ErrUnreachable)
	}
	return fmt.Errorf("%w: %w", ErrUnreachable, err)
}

// ours are the errors that need no explanation.
var ours = []error{ErrURL, ErrScheme, ErrPort, ErrPrivateAddress, ErrUnknownHost, ErrTooLarge, ErrEncoding, ErrContentType, ErrTimeout}

func isOurs(err error) bool {
	return slices.ContainsFunc(ours, func(e error) bool { return errors.Is(err, e) })
}
