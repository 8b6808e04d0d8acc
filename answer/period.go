package answer

import (
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// widen makes a short answer that is only one end of a period the whole of it: what was
// done "from 1905 to 1913" was not done in 1913. Who asks for a beginning or an end gets
// that.
func (d *draft) widen(q *question, e *evidence, v value.Value) {
	if q.Kind != retrieval.KindDate || v.Kind != value.Date || d.short != v.Of(e.passage().Text) || q.has(periodEnds) {
		return
	}
	for _, o := range e.sentence.Values {
		if o.Kind != value.Date || o.Start == v.Start {
			continue
		}
		gap := text.Span{Start: min(v.End, o.End), End: max(v.Start, o.Start)}
		if from, ok := e.periodStart(min(v.Start, o.Start), gap); ok {
			d.short = text.Span{Start: from, End: max(v.End, o.End)}.Of(e.passage().Text)
		}
	}
}

// periodStart is where the period begins of which the first date and the one behind a gap
// are the ends, and whether they are.
func (e *evidence) periodStart(first int, gap text.Span) (from int, ok bool) {
	words, lead := e.words(), retrieval.Word{}
	if at := e.wordAt(first); at > 0 {
		lead = words[at-1]
	}
	switch gap.Of(e.passage().Text) {
	case " to ", " until ", " till ", " through ":
		return first, lead.Norm == "from"
	case " and ":
		return lead.Start, lead.Norm == "between"
	case "–", " – ", "-":
		return first, true
	}
	return first, false
}

// periodEnds are the words with which a question asks for the beginning or the end of
// something.
var periodEnds = wordSet(`begin began begins start started starts open opened opens commence commenced end ended ends finish finished finishes close closed closes
	stop stopped until till since from by before after first last`)
