package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sherpa/answer"
	"sherpa/corpus"
	"sherpa/internal/text"
	"sherpa/store"
)

// cited is a stored article as a citation names it.
func cited(a store.Article) answer.Article {
	return answer.Article{
		ID: a.ID, Title: a.Title, Publisher: a.Publisher, Published: a.Published, URL: a.URL, BasedOn: a.BasedOn, Note: a.Note,
	}
}

// isBrief tells our own briefs from other people's articles that say what they
// are based on.
func isBrief(a answer.Article) bool { return a.Publisher == corpus.Publisher && a.BasedOn != "" }

// sourceLine is an article's name, as a link where it has an address, with
// publisher and date.
func (r Renderer) sourceLine(a answer.Article) string {
	parts := []string{r.sourceName(a)}
	if !isBrief(a) {
		parts = append(parts, word(a.Publisher), r.basedOn(a))
	}
	return joined(append(parts, r.date(a.Published))...)
}

// sourceName is what an article is called. A brief is never called by an
// outlet's name: it is ours, and says what it was written from.
func (r Renderer) sourceName(a answer.Article) string {
	switch {
	case isBrief(a):
		return r.briefName(a)
	case a.Title == "":
		return linked(name(a.ID), a.URL)
	case a.URL == "":
		return r.quoted(a.Title)
	}
	return linked(name(a.Title), a.URL)
}

// briefName is what a brief of ours is called.
func (r Renderer) briefName(a answer.Article) string {
	if a.URL == "" {
		return r.say.Say("answer.brief_of", "Article", r.original(name(a.BasedOn), escape))
	}
	asIs := func(s string) string { return s } // a link escapes its title
	return linked(r.say.Say("answer.brief_of", "Article", r.original(name(a.BasedOn), asIs)), a.URL)
}

// ownTitle is the title of a brief, which its name leaves out: buttons and
// suggestions call it by that. Other articles have it in their name.
func (r Renderer) ownTitle(a answer.Article) string {
	if !isBrief(a) || a.Title == "" {
		return ""
	}
	return r.quoted(a.Title)
}

// quoted is a foreign name in quotation marks.
func (r Renderer) quoted(s string) string { return r.say.Quote(escape(name(s))) }

// basedOn says what somebody else's article was written from.
func (r Renderer) basedOn(a answer.Article) string {
	if a.BasedOn == "" {
		return ""
	}
	return r.say.Say("answer.based_on", "Article", escape(name(a.BasedOn)))
}

// original puts a title into quotation marks, and leaves the publisher in
// parentheses behind it outside, as well as the description of an article that
// has no title. set writes the parts as Markdown.
func (r Renderer) original(basedOn string, set func(string) string) string {
	if first, _ := utf8.DecodeRuneInString(basedOn); unicode.IsLower(first) {
		return set(basedOn)
	}
	title, publisher := basedOn, ""
	if i := strings.LastIndex(basedOn, " ("); i > 0 && strings.HasSuffix(basedOn, ")") {
		title, publisher = basedOn[:i], basedOn[i:]
	}
	return r.say.Quote(set(title)) + set(publisher)
}

// date writes an article's date in the asker's language; what is no date stays
// as it is.
func (r Renderer) date(iso string) string {
	if written := r.say.Date(iso); written != iso {
		return written
	}
	return word(iso)
}

// noted are the ids of the articles whose notes were shown.
type noted map[string]bool

// note is an editor's remark on an article, if it has one that was not shown
// yet.
func (r Renderer) note(a answer.Article, shown noted) []block {
	if a.Note == "" || shown[a.ID] {
		return nil
	}
	shown[a.ID] = true
	return []block{{text: text.Squeeze(a.Note), show: func(s string) string {
		return small(r.say.Say("answer.note", "Note", escape(s)))
	}}}
}

// numbers are the numbers of citations.
func numbers(list []answer.Citation) []int {
	all := make([]int, len(list))
	for i, c := range list {
		all[i] = c.N
	}
	return all
}
