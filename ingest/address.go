package ingest

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/publicsuffix"

	"sherpa/ingest/parse"
	"sherpa/ingest/parse/feed"
	"sherpa/ingest/parse/html"
	"sherpa/ingest/parse/markdown"
	"sherpa/ingest/parse/plain"
	"sherpa/store"
)

// isAddress reports whether an input is a web address and not a path.
func isAddress(input string) bool {
	lower := strings.ToLower(input)
	return strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://")
}

var (
	errNoFetcher = errors.New("addresses cannot be fetched here; save the page and name the file")
	errNoFeed    = errors.New("there is no feed at this address any more; check it in a browser")
)

// address yields the task of a page, or those of a feed's entries. Like yield, it
// reports whether to go on.
func (in *Ingester) address(ctx context.Context, raw string, yield func(task) bool) bool {
	past, page, err := in.visit(ctx, raw)
	switch {
	case err != nil:
		return yield(skipped(raw, err))
	case page.NotModified:
		return yield(func(context.Context) result {
			return result{input: raw, feed: past.Article == "", unchanged: past.articles()}
		})
	case feed.Is(page.ContentType, page.Body):
		return in.feed(raw, page, past, yield)
	case in.opts.OnlyFeeds:
		return yield(skipped(raw, errNoFeed))
	}
	return yield(func(context.Context) result { return in.page(raw, page) })
}

// visit fetches what an address holds, if it changed since the last visit.
func (in *Ingester) visit(ctx context.Context, raw string) (visited, Page, error) {
	if in.opts.Fetcher == nil {
		return visited{}, Page{}, errNoFetcher
	}
	past, err := in.recall(ctx, raw)
	if err != nil {
		return past, Page{}, err
	}
	page, err := in.opts.Fetcher.Fetch(ctx, raw, past.conditional())
	return past, page, err
}

// page is the article of a page, with the validators for the next visit.
func (in *Ingester) page(raw string, page Page) result {
	d, err := parsePage(page)
	if err != nil {
		return result{input: raw, skip: reason(err)}
	}
	r := in.entry(raw, "", d)
	now := visited{ETag: page.ETag, LastModified: page.LastModified, Article: r.entry.Article.ID}
	if r.skip == "" {
		r.remember = func() memo { return now.memo(raw) }
	}
	return r
}

// parsePage reads a page by its content type and settles its address.
func parsePage(page Page) (parse.Document, error) {
	p, err := pageParser(page)
	if err != nil {
		return parse.Document{}, err
	}
	d, err := parseBody(page.Body, p)
	if err != nil {
		return parse.Document{}, err
	}
	d.ID, d.URL = "", trustedURL(d.URL, firstNonEmpty(page.FinalURL, page.URL))
	return d, nil
}

func pageParser(page Page) (parser, error) {
	kind, _, _ := strings.Cut(strings.ToLower(page.ContentType), ";")
	family, _, _ := strings.Cut(kind, "/")
	switch {
	case family == "image" || family == "audio" || family == "video" || family == "font":
		return nil, fmt.Errorf("the address holds no page but %s; name the article's page", kind)
	case kind == "text/plain":
		return plain.Parse, nil
	case kind == "text/markdown":
		return markdown.Parse, nil
	}
	return func(body []byte) (parse.Document, error) {
		return html.Parse(body, firstNonEmpty(page.FinalURL, page.URL), page.ContentType)
	}, nil
}

// trustedURL is the address that a page claims, if it lies on the site that the
// page came from; a page must not pass for an article of another site.
func trustedURL(claimed, final string) string {
	if c := CanonicalURL(claimed); c != "" && site(c) == site(final) {
		return c
	}
	return CanonicalURL(final)
}

// site is the domain that was registered, or the whole host where there is none.
func site(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	host := strings.ToLower(u.Hostname())
	if domain, err := publicsuffix.EffectiveTLDPlusOne(host); err == nil {
		return domain
	}
	return host
}

// recall returns what an earlier run remembered of an address. What it says of
// an article that the store no longer has is forgotten.
func (in *Ingester) recall(ctx context.Context, raw string) (visited, error) {
	past, err := recallVisit(ctx, in.store, raw)
	if err != nil || past.Article == "" {
		return past, err
	}
	_, err = in.store.Article(ctx, past.Article)
	switch {
	case errors.Is(err, store.ErrNotFound):
		return visited{}, nil
	case err != nil:
		return visited{}, fmt.Errorf("look for the article of an earlier visit: %w", err)
	}
	return past, nil
}
