package main

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"sherpa/answer"
	"sherpa/corpus"
)

// sourceName is what an article is called. A brief is never called by an
// outlet's name: it is ours, and says what it was written from.
func sourceName(a answer.Article) string {
	switch {
	case isBrief(a):
		return "Sherpa's brief of " + basedOn(a.BasedOn)
	case a.Title != "":
		return "“" + a.Title + "”"
	default:
		return a.ID
	}
}

// isBrief tells our own briefs from other people's articles that say what they
// are based on.
func isBrief(a answer.Article) bool { return a.Publisher == corpus.Publisher && a.BasedOn != "" }

// appendKnown adds a part that is known, with its lead.
func appendKnown(parts []string, lead, part string) []string {
	if part == "" {
		return parts
	}
	return append(parts, lead+part)
}

// basedOn puts a title into quotation marks and leaves the publisher in
// parentheses behind it, as well as a description of an untitled article,
// outside them.
func basedOn(text string) string {
	if first, _ := utf8.DecodeRuneInString(text); unicode.IsLower(first) {
		return text
	}
	title, publisher := text, ""
	if i := strings.LastIndex(text, " ("); i > 0 && strings.HasSuffix(text, ")") {
		title, publisher = text[:i], text[i:]
	}
	return "“" + title + "”" + publisher
}

// sourceLine is an article's name, publisher and date on one line.
func sourceLine(a answer.Article) string {
	parts := []string{sourceName(a)}
	if !isBrief(a) {
		parts = appendKnown(parts, "", a.Publisher)
		parts = appendKnown(parts, "based on ", a.BasedOn)
	}
	if a.Published != "" {
		parts = append(parts, day(a.Published))
	}
	return strings.Join(parts, ", ")
}

// shortSource is the publisher, or what else fits into a column, and the date.
func shortSource(a answer.Article) string {
	name := a.Publisher
	if name == "" || isBrief(a) {
		name = sourceName(a)
	}
	if a.Published == "" {
		return name
	}
	return name + ", " + day(a.Published)
}

// day writes a date of the store as people do: "16 August 2025", or as much of
// it as is known.
func day(date string) string {
	for _, form := range []struct{ in, out string }{
		{time.RFC3339, "2 January 2006"}, {time.DateOnly, "2 January 2006"}, {"2006-01", "January 2006"},
	} {
		if t, err := time.Parse(form.in, date); err == nil {
			return t.Format(form.out)
		}
	}
	return date
}

// markers writes "[1][3]".
func markers(numbers []int) string {
	var b strings.Builder
	for _, n := range numbers {
		fmt.Fprintf(&b, "[%d]", n)
	}
	return b.String()
}

// count writes "1 article" or "3 articles".
func count(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}

// sources adds the numbered list of an answer's sources. Where a language model
// put them into its own words, theirs stand there too.
func (p *page) sources(a answer.Answer) {
	unsaid := map[int]bool{}
	for _, c := range a.Citations {
		unsaid[c.N] = a.Mode == answer.ModeLLM
	}
	for _, s := range a.Statements {
		if s.Quote && len(s.Citations) > 0 {
			unsaid[s.Citations[0]] = false
		}
	}
	p.listSources(a.Citations, unsaid)
}

// citations adds the numbered list of sources.
func (p *page) citations(list []answer.Citation) { p.listSources(list, nil) }

func (p *page) listSources(list []answer.Citation, unsaid map[int]bool) {
	if len(list) == 0 {
		return
	}
	p.gap()
	p.para("", "Sources", bold)
	for _, group := range answer.ByArticle(list) {
		p.cited(group, unsaid)
	}
}

// cited adds the article that some citations are of, with its words where they
// stand nowhere else.
func (p *page) cited(group []answer.Citation, unsaid map[int]bool) {
	numbers := make([]int, 0, len(group))
	for _, c := range group {
		numbers = append(numbers, c.N)
	}
	mark := markers(numbers) + " "
	p.source(mark, group[0].Article)
	for _, c := range group {
		indent := strings.Repeat(" ", textWidth(mark))
		if len(group) > 1 {
			indent += markers([]int{c.N}) + " "
		}
		if unsaid[c.N] {
			p.para(indent, quoted(c.Quote), plain)
		}
	}
}

// quoted puts an article's words into quotation marks, unlike those that the
// words themselves have.
func quoted(text string) string {
	if strings.ContainsAny(text, "“”") {
		return "‘" + text + "’"
	}
	return "“" + text + "”"
}

// source adds one article after a mark: its name and, the first time that it
// stands on the page, its note and its link.
func (p *page) source(mark string, a answer.Article) {
	indent := strings.Repeat(" ", textWidth(mark))
	p.para(mark, sourceLine(a), plain)
	if p.described[a.ID] {
		return
	}
	p.described[a.ID] = true
	if a.Note != "" {
		p.para(indent, "Note: "+a.Note, dim)
	}
	if a.URL != "" {
		p.para(indent, a.URL, dim)
	}
}
