package corpora

import (
	"context"
	"errors"

	"sherpa/ingest"
	"sherpa/internal/safehttp"
)

// plainFetcher words the errors of a Fetcher so that anybody may read them: an
// admin of a server must not learn from them what the network behind the bot is
// like.
type plainFetcher struct{ ingest.Fetcher }

// Fetch gets a page.
func (f plainFetcher) Fetch(ctx context.Context, rawURL string, cond ingest.Conditional) (ingest.Page, error) {
	page, err := f.Fetcher.Fetch(ctx, rawURL, cond)
	if err != nil {
		err = plainError{sentence: plainReason(err), cause: err}
	}
	return page, err
}

// plainError is an error with a text of our own.
type plainError struct {
	sentence string
	cause    error
}

func (e plainError) Error() string { return e.sentence }
func (e plainError) Unwrap() error { return e.cause }

// publicReasons are the errors of fetching whose texts name nothing but the class.
var publicReasons = []error{
	safehttp.ErrURL, safehttp.ErrScheme, safehttp.ErrPort, safehttp.ErrUnknownHost, safehttp.ErrUnreachable,
	safehttp.ErrTimeout, safehttp.ErrRedirects, safehttp.ErrRobots, safehttp.ErrTooLarge, safehttp.ErrContentType,
	safehttp.ErrEncoding,
}

func plainReason(err error) string {
	if status, ok := errors.AsType[*safehttp.StatusError](err); ok {
		return status.Error()
	}
	if errors.Is(err, safehttp.ErrPrivateAddress) {
		return "the address leads into a private network, which is refused"
	}
	for _, reason := range publicReasons {
		if errors.Is(err, reason) {
			return reason.Error()
		}
	}
	return "the page could not be fetched"
}
