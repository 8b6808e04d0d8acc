package feed

import (
	"net/url"
	"strings"
	"time"
	"unicode"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"
	"golang.org/x/text/language"

	"sherpa/ingest/parse"
	article "sherpa/ingest/parse/html"
	"sherpa/internal/text"
)

// fullText is how many letters the text of an entry must have to be taken for
// the whole article. Shorter ones are nearly always its first paragraph.
const fullText = 600

// translate turns what the library read into a Feed.
func translate(raw *gofeed.Feed, base *url.URL) Feed {
	f := Feed{Title: line(raw.Title), Lang: languageTag(raw.Language)}
	seen := map[string]int{} // GUID to index in f.Entries
	for _, item := range raw.Items {
		if item == nil || len(seen) >= MaxEntries {
			continue
		}
		e := entryOf(item, base)
		e.Document = documentOf(e, f, item)
		if e.URL == "" && e.Document == nil {
			continue
		}
		if i, twice := seen[e.GUID]; twice {
			if newer(e, f.Entries[i]) {
				f.Entries[i] = e
			}
			continue
		}
		seen[e.GUID] = len(f.Entries)
		f.Entries = append(f.Entries, e)
	}
	return f
}

func entryOf(item *gofeed.Item, base *url.URL) Entry {
	e := Entry{
		GUID:      line(item.GUID),
		Title:     line(item.Title),
		Author:    authors(item),
		Published: date(item.Published, item.PublishedParsed),
		Updated:   date(item.Updated, item.UpdatedParsed),
	}
	if e.Updated == e.Published {
		e.Updated = "" // one date that says both
	}
	for _, link := range append([]string{item.Link}, append(item.Links, item.GUID)...) {
		if e.URL = webLink(link, base, link == item.GUID); e.URL != "" {
			break
		}
	}
	if e.GUID == "" {
		e.GUID = e.URL
	}
	if e.GUID == "" {
		e.GUID = e.Title
	}
	return e
}

// newer reports whether a was changed after b. Times are compared as instants.
func newer(a, b Entry) bool { return instant(a).After(instant(b)) }

func instant(e Entry) time.Time {
	for _, s := range []string{e.Updated, e.Published} {
		for _, layout := range []string{time.RFC3339, time.DateOnly} {
			if t, err := time.Parse(layout, s); err == nil {
				return t
			}
		}
	}
	return time.Time{}
}

func authors(item *gofeed.Item) string {
	var names []string
	for _, p := range item.Authors {
		if p == nil {
			continue
		}
		if name := line(p.Name); name != "" && !strings.Contains(strings.Join(names, ", "), name) && len(names) < 20 {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// baseURL is what relative links are resolved against: the feed's address, else
// its site's.
func baseURL(feedURL, siteURL string) *url.URL {
	for _, s := range []string{feedURL, siteURL} {
		if u, err := url.Parse(s); err == nil && isWeb(u) {
			return u
		}
	}
	return &url.URL{}
}

// webLink resolves a link and returns it if it leads to a page of the web. A
// GUID is a link only where it is an absolute one.
func webLink(link string, base *url.URL, guid bool) string {
	ref, err := url.Parse(strings.TrimSpace(text.Clean(link)))
	if err != nil || ref.String() == "" || guid && !ref.IsAbs() {
		return ""
	}
	u := base.ResolveReference(ref)
	if !isWeb(u) || len(u.String()) > 2048 {
		return ""
	}
	u.Fragment = ""
	return u.String()
}

func isWeb(u *url.URL) bool {
	return (u.Scheme == "https" || u.Scheme == "http") && u.Hostname() != "" && u.User == nil
}

func languageTag(s string) string {
	tag, err := language.Parse(strings.TrimSpace(s))
	if err != nil || tag == language.Und {
		return ""
	}
	return tag.String()
}

// documentOf returns the entry's article if the feed has the whole of it.
func documentOf(e Entry, f Feed, item *gofeed.Item) *parse.Document {
	for _, content := range []string{item.Content, item.Description} {
		blocks := blocksOf(content)
		if !isFull(blocks) {
			continue
		}
		return &parse.Document{
			Title: e.Title, Publisher: f.Title, Author: e.Author, URL: e.URL, Lang: f.Lang,
			Published: e.Published, Updated: e.Updated, Blocks: blocks,
		}
	}
	return nil
}

// blocksOf reads an entry's content, which is HTML or plain text.
func blocksOf(content string) []parse.Block {
	if strings.Contains(content, "<") {
		blocks, err := article.Fragment(content)
		if err != nil {
			return nil // without its text, the entry still names its page
		}
		return blocks
	}
	var blocks []parse.Block
	for paragraph := range strings.SplitSeq(text.Clean(content), "\n") {
		if s := text.Squeeze(paragraph); s != "" && len(content) <= article.MaxText {
			blocks = append(blocks, parse.Block{Text: s})
		}
	}
	return blocks
}

// isFull reports whether blocks look like a whole article and not like its
// beginning.
func isFull(blocks []parse.Block) bool {
	letters, last := 0, ""
	for _, b := range blocks {
		if b.Kind != parse.Paragraph {
			continue
		}
		last = b.Text
		for _, r := range b.Text {
			if unicode.IsLetter(r) {
				letters++
			}
		}
	}
	return letters >= fullText && !breaksOff(last)
}

// breaksOff reports whether a text ends like the beginning of an article.
func breaksOff(s string) bool {
	s = strings.TrimRight(s, " ])»>")
	for _, end := range []string{"…", "..", "read more", "continue reading", "read the full story"} {
		if strings.HasSuffix(strings.ToLower(s), end) {
			return true
		}
	}
	return false
}

// plain is the text of a piece of HTML, its tags replaced by spaces.
func plain(s string) string {
	z := html.NewTokenizer(strings.NewReader(s))
	var b strings.Builder
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.Write(z.Text())
		default:
			b.WriteByte(' ')
		}
	}
}
