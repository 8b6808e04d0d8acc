package ingest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"sherpa/ingest/parse"
	"sherpa/ingest/parse/feed"
)

// entries reads a feed: the page of every entry that is new or changed since the
// last visit. Pages are fetched one after the other, to be gentle to the site.
func (in *Ingester) entries(ctx context.Context, raw string, page Page, past visited) ([]result, error) {
	f, err := parseFeed(page)
	if err != nil {
		return nil, err
	}
	now := visited{ETag: page.ETag, LastModified: page.LastModified, Entries: make(map[string]string, len(f.Entries))}
	results := make([]result, 0, len(f.Entries)+1)
	for _, e := range f.Entries {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		r, whole := in.feedEntry(ctx, raw, f, e, past)
		results = append(results, r)
		if whole {
			now.Entries[e.GUID] = state(e)
		} else {
			// The next run has to see the feed again to retry this entry.
			now.ETag, now.LastModified = "", ""
		}
	}
	return append(results, result{input: raw, remember: []memo{now.memo(raw)}}), nil
}

// parseFeed keeps a mistake of the parser from ending the run.
func parseFeed(page Page) (f feed.Feed, err error) {
	_, err = safely(func(body []byte) (parse.Document, error) {
		var err error
		f, err = feed.Parse(body, firstNonEmpty(page.FinalURL, page.URL))
		return parse.Document{}, err
	}, page.Body)
	return f, err
}

// feedEntry takes one entry; whole says that nothing is left for another run.
func (in *Ingester) feedEntry(ctx context.Context, raw string, f feed.Feed, e feed.Entry, past visited) (r result, whole bool) {
	label := firstNonEmpty(e.URL, raw+" ("+e.GUID+")")
	if past.Entries[e.GUID] == state(e) {
		return result{input: label, unchanged: 1}, true
	}
	d, err := in.entryPage(ctx, e)
	whole = err == nil
	if err != nil && e.Document != nil {
		d, err = *e.Document, nil
		d.URL = firstNonEmpty(d.URL, e.URL)
	}
	if err != nil {
		return result{input: label, skip: reason(err)}, false
	}
	complete(&d, f, e)
	r = in.entry(label, raw+"/"+e.GUID, d)
	return r, whole && r.skip == ""
}

// entryPage fetches and parses the page that an entry names.
func (in *Ingester) entryPage(ctx context.Context, e feed.Entry) (parse.Document, error) {
	if e.URL == "" {
		if e.Document == nil {
			return parse.Document{}, fmt.Errorf("the entry %q has neither an address nor a text", e.Title)
		}
		return *e.Document, nil
	}
	page, err := in.opts.Fetcher.Fetch(ctx, e.URL, Conditional{})
	if err != nil {
		return parse.Document{}, err
	}
	return parsePage(page)
}

// complete fills from the feed what the page does not say.
func complete(d *parse.Document, f feed.Feed, e feed.Entry) {
	d.Title = firstNonEmpty(d.Title, e.Title)
	d.Author = firstNonEmpty(d.Author, e.Author)
	d.Publisher = firstNonEmpty(d.Publisher, f.Title)
	d.Published = firstNonEmpty(d.Published, e.Published)
	d.Updated = firstNonEmpty(d.Updated, e.Updated)
	d.Lang = firstNonEmpty(d.Lang, f.Lang)
}

// state is a digest of all that a feed says of an entry: if it stays the same,
// the entry's page is not fetched again.
func state(e feed.Entry) string {
	h := sha256.New()
	fields := []string{e.GUID, e.URL, e.Title, e.Author, e.Published, e.Updated}
	if e.Document != nil {
		for _, b := range e.Document.Blocks {
			fields = append(fields, b.Text)
		}
	}
	_, _ = h.Write([]byte(strings.Join(fields, "\x00"))) // a hash never fails to write
	return hex.EncodeToString(h.Sum(nil)[:12])
}
