// Package html turns a news page into a parse.Document: the readable article
// with its metadata. It reads bytes that somebody else fetched. It must not
// open files or connections, and nothing that a reader of the page would not
// see (hidden elements, comments, scripts, alternative texts) may become text,
// because hidden text is where instructions to a language model are planted.
package html

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"

	"golang.org/x/net/html"

	readability "codeberg.org/readeck/go-readability/v2"

	"sherpa/ingest/parse"
)

// Limits of a page. They are far above what news pages have and low enough
// that the costliest page within them takes less than two seconds.
const (
	// MaxPage is the size of a page in bytes.
	MaxPage = 20 << 20
	// MaxElements is the number of elements of a page.
	MaxElements = 30_000
	// MaxText is the size of an article's text in bytes.
	MaxText = 1 << 20
	// maxVisible is the size of all the text on a page in bytes.
	maxVisible = 4 * MaxText
)

// Errors that callers branch on. Their texts are fit for a user.
var (
	// ErrNoArticle says that the page is not an article: a front page, a
	// search form, an empty page.
	ErrNoArticle = errors.New("the page has no article that can be read")
	// ErrNeedsScript says that the page draws its article with a script.
	ErrNeedsScript = errors.New("the page shows its article only to browsers that run its scripts; save it from a browser as text")
	// ErrPaywall says that the page shows only the beginning of its article.
	ErrPaywall = errors.New("the page shows only the beginning of its article to readers without a subscription")
	// ErrTooLarge says that the page or its article is over a limit.
	ErrTooLarge = errors.New("the page is too large or too deeply nested to be read")
)

// Parse finds the article of a page. pageURL is where the page was fetched and
// contentType is the header of that name; both may be empty, as for a file.
// The error wraps one of this package's where no article was found.
func Parse(page []byte, pageURL, contentType string) (parse.Document, error) {
	if len(page) > MaxPage {
		return parse.Document{}, fmt.Errorf("%w: %d MiB", ErrTooLarge, len(page)>>20)
	}
	reduced, err := reduce(decode(page, contentType))
	if err != nil {
		return parse.Document{}, err
	}
	root, err := html.Parse(bytes.NewReader(reduced.page))
	if err != nil {
		// Nesting past 512 elements is the only error of a reader in memory.
		return parse.Document{}, fmt.Errorf("%w: %w", ErrTooLarge, err)
	}
	base := webURL(pageURL)
	meta := readMeta(root, reduced.linked)
	d := meta.record(base)
	found := findings{restricted: meta.linked.restricted, scripted: reduced.scripted, visible: prune(root, reduced.sheet)}
	if found.visible > maxVisible {
		return parse.Document{}, fmt.Errorf("%w: %d MiB of text", ErrTooLarge, found.visible>>20)
	}
	if err := fillArticle(&d, root, base); err != nil {
		return parse.Document{}, err
	}
	found.blocks = d.Blocks
	if err := found.check(); err != nil {
		return parse.Document{}, err
	}
	return d, nil
}

// fillArticle lets readability find the article and cuts it into d's blocks.
// Where there is no article it leaves none. An author who is named on the page
// only is filled in.
func fillArticle(d *parse.Document, root *html.Node, base *url.URL) error {
	demote(root, d.Title)
	p := readability.NewParser()
	p.DisableJSONLD = true // read before, with more of its forms
	article, err := p.ParseAndMutate(root, base)
	if err != nil {
		return fmt.Errorf("find the article: %w", err)
	}
	if article.Node == nil || linkShare(article.Node) > 0.5 {
		return nil
	}
	if d.Author == "" {
		d.Author = visibleAuthor(article.Byline())
	}
	d.Blocks = blocksOf(article.Node, d.Title, d.Author)
	return nil
}

// webURL returns the URL if it is one of the web, else an empty one.
func webURL(s string) *url.URL {
	u, err := url.Parse(s)
	if err != nil || !isWeb(u) {
		return &url.URL{}
	}
	return u
}

// isWeb reports whether the URL is an absolute http(s) one without a password.
func isWeb(u *url.URL) bool {
	return (u.Scheme == "https" || u.Scheme == "http") && u.Hostname() != "" && u.User == nil
}
