package ingest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"sherpa/ingest/parse"
	"sherpa/ingest/parse/feed"
)

var errNoEntries = errors.New("the feed has no entries that can be read; check its address in a browser")

// feed yields a task for every entry of a feed, and one that remembers the feed.
// An entry that is as it was at the last visit is not fetched again, so that an
// article that was removed from the store stays away.
func (in *Ingester) feed(raw string, page Page, past visited, yield func(task) bool) bool {
	f, err := parseFeed(page)
	if err == nil && len(f.Entries) == 0 {
		err = errNoEntries
	}
	if err != nil {
		return yield(skipped(raw, err))
	}
	now := visited{Entries: make(map[string]string, len(f.Entries))}
	entries := in.due(f.Entries, past)
	for _, e := range entries {
		taken := func() { now.Entries[e.GUID] = state(e) }
		if !yield(func(ctx context.Context) result { return in.feedEntry(ctx, source{raw, f, past}, e, taken) }) {
			return false
		}
	}
	remember := func() memo {
		if len(now.Entries) == len(f.Entries) { // else the next run has to see the feed again
			now.ETag, now.LastModified = page.ETag, page.LastModified
		}
		return now.memo(raw)
	}
	return yield(func(context.Context) result {
		return result{input: raw, feed: true, left: len(f.Entries) - len(entries), remember: remember}
	})
}

// due are the entries that a run deals with: those that are as they were, which
// cost nothing, and as many of the others as the options allow.
func (in *Ingester) due(entries []feed.Entry, past visited) []feed.Entry {
	fetched := 0
	var due []feed.Entry
	for _, e := range entries {
		if past.Entries[e.GUID] != state(e) {
			if fetched++; in.opts.FeedEntries > 0 && fetched > in.opts.FeedEntries {
				continue
			}
		}
		due = append(due, e)
	}
	return due
}

// source is the feed that an entry comes from.
type source struct {
	raw  string
	feed feed.Feed
	past visited
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

// feedEntry reads one entry; taken is to be called if nothing of it is left for
// another run.
func (in *Ingester) feedEntry(ctx context.Context, from source, e feed.Entry, taken func()) result {
	label := firstNonEmpty(e.URL, from.raw+" ("+e.GUID+")")
	if from.past.Entries[e.GUID] == state(e) {
		return result{input: label, unchanged: 1, taken: taken}
	}
	d, err := in.entryPage(ctx, e)
	if err != nil && e.Document != nil && site(e.URL) == site(from.raw) { // a feed speaks for its own site only
		d, err, taken = *e.Document, nil, nil
		d.ID, d.URL = "", e.URL
	}
	if err != nil {
		return result{input: label, skip: reason(err)}
	}
	complete(&d, from.feed, e)
	r := in.entry(label, from.raw+"/"+e.GUID, d)
	r.taken = taken
	return r
}

// entryPage fetches and parses the page that an entry names.
func (in *Ingester) entryPage(ctx context.Context, e feed.Entry) (parse.Document, error) {
	if e.URL == "" {
		if e.Document == nil {
			return parse.Document{}, fmt.Errorf("the entry %q has neither an address nor a text", e.Title)
		}
		d := *e.Document
		d.ID, d.URL = "", ""
		return d, nil
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
