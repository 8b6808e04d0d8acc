package render

import (
	"regexp"
	"strings"

	"sherpa/answer"
	"sherpa/bot/customid"
	"sherpa/internal/text"
)

// Quote says where words stand in the articles, or what comes closest to them.
func (r Renderer) Quote(words string, report answer.QuoteReport, turn customid.ID) Paged {
	var blocks []block
	switch {
	case len(report.Exact) > 0:
		blocks = r.exact(report.Exact)
	case len(report.Closest) > 0:
		blocks = r.closestWordings(report.Closest)
	default:
		blocks = []block{r.heading("answer.quote_nowhere")}
	}
	checked := r.subtext("answer.quote_checked", text.Squeeze(words))
	return r.paged(turn, append(blocks[:1:1], append([]block{checked}, blocks[1:]...)...))
}

// exact are the places where the words stand.
func (r Renderer) exact(hits []answer.QuoteHit) []block {
	blocks, shown := []block{r.counted("answer.quote_exact", len(hits))}, noted{}
	for _, hit := range hits {
		exactness := "answer.to_the_letter"
		if hit.Folded {
			exactness = "answer.but_for_marks"
		}
		blocks = append(blocks, fixed("- "+r.sourceLine(hit.Article)).apart().withNext())
		blocks = append(blocks, fixed("  "+joined(r.say.Say(exactness), r.bytes(hit.Start, hit.End))))
		blocks = append(blocks, r.note(hit.Article, shown)...)
	}
	return blocks
}

// closestWordings are the articles' words that come closest, each with what is
// different in it.
func (r Renderer) closestWordings(matches []answer.QuoteMatch) []block {
	blocks, shown := []block{r.heading("answer.quote_closest")}, noted{}
	for _, m := range matches {
		line := joined(r.sourceLine(m.Article), r.say.Say("answer.alike", "Share", r.say.Percent(m.Similarity)), r.bytes(m.Start, m.End))
		blocks = append(blocks, fixed("- "+line).apart().withNext(), quotation(m.Quote, ""))
		for _, d := range differences(m.Diff) {
			blocks = append(blocks, r.difference(d))
		}
		blocks = append(blocks, r.note(m.Article, shown)...)
	}
	return blocks
}

// difference is a place where a quotation is not as the article has it: words
// that are not there, words that are, or the one instead of the other.
type difference struct{ missing, added string }

// change finds the marks of a diff: [-words-], {+words+}, or both.
var change = regexp.MustCompile(`\[-(.*?)-\](?:\s*\{\+(.*?)\+\})?|\{\+(.*?)\+\}`)

func differences(diff string) []difference {
	var all []difference
	for _, m := range change.FindAllStringSubmatch(diff, -1) {
		all = append(all, difference{missing: strings.TrimSpace(m[1]), added: strings.TrimSpace(m[2] + m[3])})
	}
	return all
}

// difference says in words what is different.
func (r Renderer) difference(d difference) block {
	missing, added := r.quoted(d.missing), r.quoted(d.added)
	line := ""
	switch {
	case d.added == "":
		line = r.say.Say("answer.differ_missing", "Missing", missing)
	case d.missing == "":
		line = r.say.Say("answer.differ_added", "Added", added)
	default:
		line = r.say.Say("answer.differ_changed", "Missing", missing, "Added", added)
	}
	return fixed("- " + line)
}
