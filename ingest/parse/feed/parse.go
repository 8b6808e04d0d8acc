// Package feed reads RSS, Atom and JSON feeds. It reads bytes that somebody
// else fetched, and must not open files or connections. A feed names pages; what
// it says of them (title, date, perhaps the text) is for the case that a page
// cannot be fetched.
package feed

import (
	"bytes"
	"errors"
	"fmt"
	"mime"
	"strings"

	"github.com/mmcdole/gofeed"

	"sherpa/ingest/parse"
	"sherpa/internal/text"
)

// Limits of a feed.
const (
	// MaxSize is the size of a feed in bytes.
	MaxSize = 10 << 20
	// MaxEntries is the number of entries that are read; the rest is left out.
	MaxEntries = 500
)

// Errors that callers branch on. Their texts are fit for a user.
var (
	// ErrNotFeed says that the text is no feed of a known kind, or a broken one.
	ErrNotFeed = errors.New("this is not a feed that can be read (RSS, Atom or JSON Feed)")
	// ErrTooLarge says that the feed is over a limit.
	ErrTooLarge = errors.New("the feed is too large to be read")
	// ErrEntity says that the feed declares entities of its own, with which
	// small feeds grow to gigabytes or read files.
	ErrEntity = errors.New("the feed declares XML entities of its own, which are refused")
)

// Feed is a list of articles that a site offers.
type Feed struct {
	Title string
	// Lang is a BCP 47 tag, or empty.
	Lang string
	// Entries are in the feed's order, without duplicates.
	Entries []Entry
}

// Entry is one article of a feed.
type Entry struct {
	// GUID identifies the entry within its feed; it is the URL where the feed
	// gives none.
	GUID string
	// URL is the address of the article's page, http or https, or empty.
	URL, Title, Author string
	// Published and Updated are RFC 3339 or YYYY-MM-DD, or empty, as the feed
	// has them: they may lie in the future.
	Published, Updated string
	// Document is the article as the feed has it, for use when its page cannot
	// be fetched. It is nil unless the entry has the article's full text.
	Document *parse.Document
}

// Parse reads a feed. feedURL is where it was fetched; relative links are
// resolved against it. An entry with neither a page nor a text is left out.
func Parse(body []byte, feedURL string) (Feed, error) {
	if len(body) > MaxSize {
		return Feed{}, fmt.Errorf("%w: %d MiB", ErrTooLarge, len(body)>>20)
	}
	body, err := trim(body)
	if err != nil {
		return Feed{}, err
	}
	raw, err := read(body)
	if err != nil {
		return Feed{}, fmt.Errorf("%w: %w", ErrNotFeed, err)
	}
	return translate(raw, baseURL(feedURL, raw.Link)), nil
}

// read calls the library. A panic in it is an error of the feed, so that one
// bad feed does not end the program.
func read(body []byte) (raw *gofeed.Feed, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the parser gave up: %v", r)
		}
	}()
	p := gofeed.NewParser()
	p.RSSTranslator = &gofeed.DefaultRSSTranslator{DisableContentImageScan: true}
	return p.Parse(bytes.NewReader(body))
}

// Is reports whether a fetched body is a feed. The content type alone decides
// nothing: many feeds are served as text/html, and many pages as anything.
func Is(contentType string, body []byte) bool {
	head := body[:min(len(body), 64<<10)]
	media, _, _ := mime.ParseMediaType(contentType)
	if isJSON(head) {
		return media == "application/feed+json" || bytes.Contains(head, []byte("jsonfeed.org/version"))
	}
	switch rootOf(head) {
	case "rss", "feed", "rdf":
		return true
	case "":
		return media == "application/rss+xml" || media == "application/atom+xml" || media == "application/feed+json"
	}
	return false
}

func isJSON(body []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(body, "\ufeff \t\r\n"), []byte("{"))
}

// line makes foreign text one clean line of limited length, without markup.
func line(s string) string {
	const maxLine = 500
	if len(s) > 8*maxLine {
		s = s[:8*maxLine]
	}
	if strings.ContainsAny(s, "<&") {
		s = plain(s)
	}
	return text.Truncate(text.Squeeze(text.Clean(s)), maxLine)
}
