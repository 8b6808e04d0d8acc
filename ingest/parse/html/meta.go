package html

import (
	"html"
	"net/url"
	"regexp"
	"strings"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/publicsuffix"
	"golang.org/x/text/language"

	"sherpa/ingest/parse"
	"sherpa/internal/text"
)

// maxLine is the size of a title, a name or a date that is kept, in bytes.
const maxLine = 500

// meta is what a page says of itself, from its head and from marks in its text.
type meta struct {
	linked    linked
	named     map[string]string // <meta name|property|itemprop>, in lower case
	htmlTitle string
	h1        []string
	lang      string // <html lang>
	canonical string
	times     []string // <time datetime>, those marked as publication first
}

// readMeta reads the metadata of a page. Later mentions of a name do not
// replace earlier ones.
func readMeta(root *xhtml.Node, scripts [][]byte) meta {
	m := meta{linked: readLinked(scripts), named: map[string]string{}}
	walk(root, func(n *xhtml.Node) bool {
		if n.Data != "html" && n.Data != "body" && hasAttr(n, "hidden") {
			return false
		}
		m.read(n)
		return true
	})
	return m
}

func (m *meta) read(n *xhtml.Node) {
	switch n.Data {
	case "html":
		m.lang = attr(n, "lang")
	case "title":
		setOnce(&m.htmlTitle, textIn(n))
	case "h1":
		m.h1 = append(m.h1, textIn(n))
	case "meta":
		m.readNamed(n)
	case "link":
		if strings.EqualFold(attr(n, "rel"), "canonical") {
			setOnce(&m.canonical, attr(n, "href"))
		}
	case "time":
		m.readTime(n)
	}
}

func (m *meta) readNamed(n *xhtml.Node) {
	content := line(attr(n, "content"))
	for _, key := range []string{"name", "property", "itemprop", "http-equiv"} {
		if name := strings.ToLower(strings.TrimSpace(attr(n, key))); name != "" && m.named[name] == "" {
			m.named[name] = content
		}
	}
}

func (m *meta) readTime(n *xhtml.Node) {
	value := line(attr(n, "datetime"))
	if value == "" || len(m.times) >= 100 {
		return
	}
	if hasAttr(n, "pubdate") || strings.EqualFold(attr(n, "itemprop"), "datePublished") {
		m.times = append([]string{value}, m.times...)
		return
	}
	m.times = append(m.times, value)
}

func setOnce(to *string, value string) {
	if *to == "" {
		*to = value
	}
}

// first returns the first of the named values that is not empty.
func (m *meta) first(names ...string) string {
	for _, name := range names {
		if v := m.named[name]; v != "" {
			return v
		}
	}
	return ""
}

// record returns the metadata as a Document without blocks.
func (m *meta) record(base *url.URL) parse.Document {
	return parse.Document{
		Title:     m.title(),
		Publisher: m.publisher(),
		Author:    m.author(),
		URL:       m.address(base),
		Lang:      m.language(),
		Published: m.published(),
		Updated:   m.updated(),
	}
}

func (m *meta) publisher() string {
	if m.linked.publisher != "" {
		return m.linked.publisher
	}
	return m.first("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "application-name")
}

// author is who the metadata say wrote the article.
func (m *meta) author() string {
	for _, v := range []string{m.linked.author, m.first("author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator"), m.named["article:author"]} {
		if v != "" && !isLink(v) {
			return writtenBy.ReplaceAllString(v, "")
		}
	}
	return ""
}

func (m *meta) language() string {
	for _, v := range []string{m.lang, m.linked.lang, m.first("content-language", "og:locale", "dc.language")} {
		if tag, err := language.Parse(v); err == nil && tag != language.Und {
			return tag.String()
		}
	}
	return ""
}

func (m *meta) published() string {
	candidates := []string{m.linked.published}
	for _, name := range []string{
		"article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
		"pubdate", "publish-date", "publish_date", "publication_date", "date", "dc.date", "dc.date.issued", "dcterms.issued", "dcterms.date",
		"dcterms.created", "article:published", "article.published", "og:published_time",
	} {
		candidates = append(candidates, m.named[name])
	}
	return firstDate(append(candidates, m.times...))
}

func (m *meta) updated() string {
	return firstDate([]string{
		m.linked.modified, m.named["article:modified_time"], m.named["article:modified"], m.named["og:updated_time"], m.named["datemodified"],
		m.named["last-modified"], m.named["dcterms.modified"],
	})
}

func firstDate(candidates []string) string {
	for _, c := range candidates {
		if d := date(c); d != "" {
			return d
		}
	}
	return ""
}

// address is the page's canonical address. A page may name only one of its own
// site, so that no page can take the place of another site's article; a page
// from a file may name any of the web.
func (m *meta) address(base *url.URL) string {
	for _, candidate := range []string{m.canonical, m.named["og:url"], m.linked.url} {
		ref, err := url.Parse(strings.TrimSpace(candidate))
		if candidate == "" || err != nil {
			continue
		}
		if u := base.ResolveReference(ref); isWeb(u) && acceptable(u, base) {
			return tidy(u)
		}
	}
	if base.Host == "" {
		return ""
	}
	return tidy(base)
}

// tracking matches the parameters that say where a reader came from.
var tracking = regexp.MustCompile(`^(?:utm_.*|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|cmpid)$`)

// tidy is a URL without its fragment and without tracking parameters.
func tidy(u *url.URL) string {
	t := *u
	t.Fragment, t.RawFragment = "", ""
	var parameters []string
	for p := range strings.SplitSeq(u.RawQuery, "&") {
		if name, _, _ := strings.Cut(p, "="); !tracking.MatchString(strings.ToLower(name)) && p != "" {
			parameters = append(parameters, p)
		}
	}
	t.RawQuery = strings.Join(parameters, "&")
	return t.String()
}

// acceptable reports whether a page at base may name u as its address. Naming
// the front page is a frequent mistake.
func acceptable(u, base *url.URL) bool {
	if base.Host == "" {
		return true
	}
	if strings.Trim(u.Path, "/") == "" && u.RawQuery == "" && strings.Trim(base.Path, "/") != "" {
		return false
	}
	return site(u) == site(base)
}

// site is the registered domain of a URL's host, or the host and port where
// there is none.
func site(u *url.URL) string {
	if domain, err := publicsuffix.EffectiveTLDPlusOne(strings.ToLower(u.Hostname())); err == nil && u.Port() == "" {
		return domain
	}
	return strings.ToLower(u.Host)
}

// line makes foreign text one clean line of limited length.
func line(s string) string {
	if len(s) > 8*maxLine {
		s = s[:8*maxLine]
	}
	return text.Truncate(text.Squeeze(text.Clean(html.UnescapeString(s))), maxLine)
}

// textIn is the text below a node as one line.
func textIn(n *xhtml.Node) string {
	var b strings.Builder
	collect(n, &b)
	return line(b.String())
}

func collect(n *xhtml.Node, b *strings.Builder) {
	if b.Len() > 8*maxLine {
		return
	}
	if n.Type == xhtml.TextNode {
		b.WriteString(n.Data)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		collect(c, b)
	}
}
