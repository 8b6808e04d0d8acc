package answer

import (
	"sherpa/retrieval"
)

// itemCues begin the sentences that name one thing after the other: "First, …", "It
// also …", "Another is …".
var itemCues = wordSet(`first firstly second secondly third thirdly fourth fifth one another also finally lastly last next then moreover furthermore`)

// itemReach is how many words into a sentence such a cue stands at the most.
const itemReach = 3

// asksForItems reports whether the question asks for several things, which a text may
// name in several sentences.
func (q *question) asksForItems() bool { return q.Kind == retrieval.KindList || q.asksForMany() }

// itemise extends the first statement over the sentences that go on with what it
// announces ("It leaves three questions open. One is …"); a short answer would be a
// part of that. What it then holds is no statement of its own.
func (d *draft) itemise(q *question) {
	if len(d.statements) == 0 || d.differ != nil || !q.asksForItems() || !d.statements[0].lead.extendOverItems() {
		return
	}
	d.short, d.span = "", nil
	lead, kept := d.statements[0].lead, d.statements[:1]
	for _, s := range d.statements[1:] {
		if s.lead.passage() != lead.passage() || s.lead.span.Start >= lead.span.End || s.lead.span.End <= lead.span.Start {
			kept = append(kept, s)
		}
	}
	d.statements = kept
}

// extendOverItems reports whether the quote goes on with sentences that name items,
// at least two of them, as far as a statement may reach.
func (e *evidence) extendOverItems() bool {
	p, items := e.passage(), 0
	for k := e.at + 1; k < len(p.Sentences); k++ {
		s := &p.Sentences[k]
		if !itemBegins(p.In(s)) || s.End-e.span.Start > maxStatement {
			break
		}
		if items++; items > 1 {
			e.span.End = s.End
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
