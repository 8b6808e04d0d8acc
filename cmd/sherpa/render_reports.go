package main

import (
	"fmt"
	"strings"

	"sherpa/answer"
)

// renderComparison lays out what each article says of a topic.
func renderComparison(c answer.Comparison, v view) string {
	p := newPage(v)
	if len(c.Rows) == 0 {
		p.para("", "None of the articles speaks of "+c.Topic+".", bold)
		return p.String()
	}
	articles := 0
	for _, row := range c.Rows {
		articles += row.Articles()
	}
	say := " say"
	if articles == 1 {
		say = " says"
	}
	p.para("", c.Topic+": what "+count(articles, "article")+say, bold)
	for _, row := range c.Rows {
		p.gap()
		p.para("  ", quoted(row.Quote), plain)
		p.source("  - ", row.Article)
		for _, also := range row.Also {
			if also.Quote != row.Quote { // it says the same in its own words, and is quoted with no others
				p.para("  ", quoted(also.Quote), plain)
			}
			p.source("  - ", also.Article)
		}
	}
	if len(c.Disagreements) > 0 {
		p.disagreements(c.Disagreements, c.Citations)
		p.citations(c.Citations)
	}
	return p.String()
}

// renderTimeline lays out events in the order of their dates.
func renderTimeline(events []answer.Event, v view) string {
	p := newPage(v)
	if len(events) == 0 {
		p.para("", "The articles date no event of this kind.", bold)
		return p.String()
	}
	widest := 0
	for _, e := range events {
		widest = max(widest, textWidth(day(e.Date)))
	}
	sources, marks := answer.EventSources(events)
	for i, e := range events {
		date := day(e.Date)
		p.para(date+strings.Repeat(" ", widest-textWidth(date)+2), e.Event+" "+markers(marks[i]), plain)
	}
	p.citations(sources)
	return p.String()
}

// renderQuote says where words stand, or what comes closest to them.
func renderQuote(r answer.QuoteReport, v view) string {
	p := newPage(v)
	switch {
	case len(r.Exact) > 0:
		p.para("", "These words stand in "+count(len(r.Exact), "place")+":", green)
		for _, hit := range r.Exact {
			p.gap()
			p.source("  - ", hit.Article)
			p.para("    ", place(hit), dim)
		}
	case len(r.Closest) > 0:
		p.para("", "No article has these words. The closest wording, with [-what is not there-] and {+what is+}:", yellow)
		for _, match := range r.Closest {
			p.gap()
			p.para("  ", match.Diff, plain)
			p.source("  - ", match.Article)
			p.para("    ", fmt.Sprintf("%.0f %% alike, bytes %d to %d", match.Similarity*100, match.Start, match.End), dim)
		}
	default:
		p.para("", "No article has these words, or anything near them.", red)
	}
	return p.String()
}

// place says where words stand, and whether to the letter.
func place(hit answer.QuoteHit) string {
	text := fmt.Sprintf("bytes %d to %d", hit.Start, hit.End)
	if hit.Folded {
		return text + ", with other capitals, accents or marks"
	}
	return text + ", to the letter"
}

// verdicts are the words and styles of the verdicts: never the colour alone.
var verdicts = map[answer.Verdict]struct {
	word string
	style
}{
	answer.Supported:    {"Supported", green},
	answer.Contradicted: {"Contradicted", red},
	answer.NotCovered:   {"Not covered", yellow},
}

// renderChecks lays out the verdict on each claim with the words it rests on.
func renderChecks(checks []answer.ClaimCheck, v view) string {
	p := newPage(v)
	if len(checks) == 0 {
		p.para("", "There is no claim in this text that the articles could support or contradict.", bold)
		return p.String()
	}
	for _, c := range checks {
		verdict := verdicts[c.Verdict]
		p.gap()
		p.para("", verdict.word, verdict.style)
		p.para("  ", c.Claim, plain)
		for _, cite := range c.Citations {
			p.para("    ", quoted(cite.Quote), plain)
			p.source("    - ", cite.Article)
		}
	}
	return p.String()
}
