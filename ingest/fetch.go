package ingest

import "context"

// Fetcher gets pages and feeds from the web.
type Fetcher interface {
	// Fetch gets a page, or only says that it has not changed if cond still
	// holds. The size of a body and the time are the Fetcher's to limit.
	Fetch(ctx context.Context, rawURL string, cond Conditional) (Page, error)
}

// Page is what came back for an address.
type Page struct {
	// URL was asked for, FinalURL is where redirects led.
	URL, FinalURL, ContentType string
	Body                       []byte
	ETag, LastModified         string
	// NotModified says that the page is as Conditional describes it; Body is
	// empty then.
	NotModified bool
}

// Conditional holds the validators of an earlier answer; both may be empty.
type Conditional struct{ ETag, LastModified string }
