package render

import (
	"sherpa/answer"
	"sherpa/internal/text"
)

// inParts shows the answers to the questions of one message, each under its own,
// and what they rest on together.
func (r Renderer) inParts(v Shown) []block {
	blocks := r.context(v)
	for i := range v.Answer.Parts {
		blocks = append(blocks, r.part(v.Answer.Parts[i])...)
	}
	if n := v.Answer.Beyond; n > 0 {
		blocks = append(blocks, fixed(r.say.Count("answer.beyond", n)).apart())
	}
	if v.Answer.Answered {
		blocks = append(blocks, r.restsOn(v)...)
	}
	if len(blocks) > 0 {
		blocks[0].gap = false
	}
	return blocks
}

// part is the answer to one of several questions, under the question as it was
// understood.
func (r Renderer) part(a answer.Answer) []block {
	blocks := []block{block{text: text.Squeeze(a.Meant()), show: underlined}.apart().withNext()}
	if !a.Answered {
		return append(blocks, fixed(r.refusalLine(a)))
	}
	said := r.said(a, nil)
	said[0].gap = false
	return append(blocks, said...)
}

// underlined sets a foreign heading off from the answer below it.
func underlined(s string) string { return "__" + escape(s) + "__" }
