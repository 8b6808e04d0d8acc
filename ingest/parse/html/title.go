package html

import (
	"strings"

	"sherpa/internal/text"
)

// separators stand between an article's title and the name of its site.
var separators = []string{" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " / "}

// title is the article's title without the name of its site.
func (m *meta) title() string {
	h1 := ""
	if len(m.h1) == 1 {
		h1 = m.h1[0]
	}
	for _, t := range []string{m.linked.headline, m.first("og:title", "twitter:title", "dc.title"), h1, m.htmlTitle} {
		if t = m.withoutSite(t); t != "" {
			return t
		}
	}
	return ""
}

// withoutSite takes the site's name off the end or the beginning of a title.
// The name is known from the metadata; where it is not, a title of <title> is
// shortened to the heading that begins it.
func (m *meta) withoutSite(title string) string {
	for _, site := range []string{m.named["og:site_name"], m.linked.publisher, m.named["application-name"], strings.TrimPrefix(m.named["twitter:site"], "@")} {
		if site == "" {
			continue
		}
		for _, sep := range separators {
			if rest, ok := cutEnd(title, sep, site); ok {
				return rest
			}
		}
	}
	for _, h := range m.h1 {
		for _, sep := range separators {
			if h != "" && strings.HasPrefix(title, h+sep) {
				return h
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
