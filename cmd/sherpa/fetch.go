package main

import (
	"context"

	"sherpa/ingest"
	"sherpa/internal/buildinfo"
	"sherpa/internal/config"
	"sherpa/internal/safehttp"
)

// fetcher lets ingest get pages through the guarded client.
type fetcher struct{ client *safehttp.Client }

var _ ingest.Fetcher = fetcher{}

// newFetcher makes the client that the settings describe.
func newFetcher(c config.Config) fetcher {
	contact := c.Operator.Contact
	if contact == "" {
		contact = "no contact configured"
	}
	return fetcher{safehttp.New(safehttp.Options{
		AllowHosts: c.Fetch.AllowHosts,
		AllowHTTP:  c.Fetch.AllowHTTP,
		UserAgent:  "sherpa/" + buildinfo.Get().Version + " (" + contact + ")",
	})}
}

// Fetch gets a page.
func (f fetcher) Fetch(ctx context.Context, rawURL string, cond ingest.Conditional) (ingest.Page, error) {
	r, err := f.client.Get(ctx, rawURL, safehttp.Validators(cond))
	if err != nil {
		return ingest.Page{}, err
	}
	return ingest.Page{
		URL: r.URL, FinalURL: r.FinalURL, ContentType: r.ContentType, Body: r.Body,
		ETag: r.ETag, LastModified: r.LastModified, NotModified: r.NotModified,
	}, nil
}
