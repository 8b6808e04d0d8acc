package html

import (
	"slices"
	"strings"

	"sherpa/internal/text"
)

// separators stand between an article's title and the name of its site.
var separators = []string{" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " / "}

// title is the article's title without the name of its site.
func (m *meta) title() string {
	for _, t := range []string{m.headline(), m.first("og:title", "twitter:title", "dc.title"), m.headTitle()} {
		if t = m.withoutSite(t); t != "" {
			return t
		}
	}
	return ""
}

// headline is the title in the JSON-LD. Encyclopedias have a description as
// headline and the title as name; which is which, <title> tells.
func (m *meta) headline() string {
	name := m.linked.name
	if name == "" || slices.Contains(m.siteNames(), name) {
		return m.linked.headline
	}
	if m.linked.headline == "" || strings.Contains(m.htmlTitle, name) && !strings.Contains(m.htmlTitle, m.linked.headline) {
		return name
	}
	return m.linked.headline
}

// siteNames are the names that the site may have in a title.
func (m *meta) siteNames() []string {
	return []string{m.named["og:site_name"], m.linked.publisher, m.named["application-name"], strings.TrimPrefix(m.named["twitter:site"], "@")}
}

// headTitle is <title>, or the heading that stands in it; the only heading of a
// page without <title>.
func (m *meta) headTitle() string {
	for _, h := range m.h1 {
		if h != "" && strings.Contains(m.htmlTitle, h) && !m.isSite(h) {
			return h
		}
	}
	if m.htmlTitle == "" && len(m.h1) == 1 {
		return m.h1[0]
	}
	return m.htmlTitle
}

// isSite reports whether a heading is the name of the site.
func (m *meta) isSite(h string) bool {
	for _, sep := range separators {
		if strings.HasSuffix(m.htmlTitle, sep+h) {
			return true
		}
	}
	return false
}

// withoutSite takes the site's name, which the metadata tell, off the end or
// the beginning of a title.
func (m *meta) withoutSite(title string) string {
	for _, site := range m.siteNames() {
		if site == "" {
			continue
		}
		for _, sep := range separators {
			if rest, ok := cutEnd(title, sep, site); ok {
				return rest
			}
		}
	}
	return title
}

// cutEnd removes sep and site from the end of a title, or site and sep from
// its beginning, and reports whether it did.
func cutEnd(title, sep, site string) (rest string, ok bool) {
	same := func(s string) bool { return text.Fold(strings.TrimSpace(s)) == text.Fold(site) }
	if i := strings.LastIndex(title, sep); i > 0 && same(title[i+len(sep):]) {
		return strings.TrimSpace(title[:i]), true
	}
	if i := strings.Index(title, sep); i > 0 && same(title[:i]) {
		return strings.TrimSpace(title[i+len(sep):]), true
	}
	return title, false
}
