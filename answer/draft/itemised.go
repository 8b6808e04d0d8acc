package draft

import (
	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/answer/short"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// itemCues begin the sentences that name one thing after the other: "First, …", "It
// also …", "Another is …".
var itemCues = text.WordSet(`first firstly second secondly third thirdly fourth fifth one another also finally lastly last next then moreover furthermore`)

// itemReach is how many words into a sentence such a cue stands at the most.
const itemReach = 3

// asksForItems reports whether the question asks for several things, which a text may
// name in several sentences.
func asksForItems(q *question.Question) bool { return q.Kind == retrieval.KindList || q.AsksForMany() }

// itemise extends the first statement over the sentences that go on with what it
// announces ("It leaves three questions open. One is …"); a short answer would be a
// part of that. What it then holds is no statement of its own.
func (d *Draft) itemise(q *question.Question) {
	if len(d.Statements) == 0 || d.Differ != nil || !asksForItems(q) || !extendOverItems(d.Statements[0].Lead) {
		return
	}
	d.Short, d.Span = "", nil
	lead, kept := d.Statements[0].Lead, d.Statements[:1]
	for _, s := range d.Statements[1:] {
		if s.Lead.Passage() != lead.Passage() || s.Lead.Span.Start >= lead.Span.End || s.Lead.Span.End <= lead.Span.Start {
			kept = append(kept, s)
		}
	}
	d.Statements = kept
}

// extendOverItems reports whether the quote goes on with sentences that name items,
// at least two of them, as far as a statement may reach.
func extendOverItems(e *evidence.Evidence) bool {
	p, items := e.Passage(), 0
	for k := e.At + 1; k < len(p.Sentences); k++ {
		s := &p.Sentences[k]
		if !itemBegins(p.In(s)) || s.End-e.Span.Start > short.MaxStatement {
			break
		}
		if items++; items > 1 {
			e.Span.End = s.End
		}
	}
	return items > 1
}

func itemBegins(words []retrieval.Word) bool {
	for _, w := range words[:min(len(words), itemReach)] {
		if itemCues[w.Norm] {
			return true
		}
	}
	return false
}
