package render

import (
	"sherpa/answer"
	"sherpa/bot/customid"
)

// Sources shows the citations of an answer one by one: the words that it rests
// on, and where they stand.
func (r Renderer) Sources(v Shown) Paged {
	blocks, shown := []block{r.heading("answer.sources")}, noted{}
	for _, c := range v.Answer.Citations {
		blocks = append(blocks, r.citation(bold(marks([]int{c.N})), c, shown)...)
	}
	if len(v.Answer.Citations) == 0 {
		blocks = append(blocks, fixed(r.say.Say("answer.no_sources")))
	}
	return r.paged(v.id(customid.Sources), blocks, r.footerOf(v)...).Private()
}

// citation is the source of a quotation after a mark, the quotation, and the
// source's note.
func (r Renderer) citation(mark string, c answer.Citation, shown noted) []block {
	blocks := []block{fixed(mark + " " + r.sourceLine(c.Article)).apart().withNext(), quotation(c.Quote, "")}
	return append(blocks, r.note(c.Article, shown)...)
}

// heading is the first line of a view.
func (r Renderer) heading(key string) block {
	return fixed(bold(r.say.Say(key))).withNext()
}

// counted is the first line of a view that says how many there are.
func (r Renderer) counted(key string, n int, pairs ...any) block {
	return fixed(bold(r.say.Count(key, n, pairs...))).withNext()
}
