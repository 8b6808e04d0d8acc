package draft

import (
	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// widen makes a short answer that is only one end of a period the whole of it: what was
// done "from 1905 to 1913" was not done in 1913. Who asks for a beginning or an end gets
// that.
func (d *Draft) widen(q *question.Question, e *evidence.Evidence, v value.Value) {
	if q.Kind != retrieval.KindDate || v.Kind != value.Date || d.Short != v.Of(e.Passage().Text) || q.Has(periodEnds) {
		return
	}
	for _, o := range e.Sentence.Values {
		if o.Kind != value.Date || o.Start == v.Start {
			continue
		}
		gap := text.Span{Start: min(v.End, o.End), End: max(v.Start, o.Start)}
		if from, ok := periodStart(e, min(v.Start, o.Start), gap); ok {
			d.Short = text.Span{Start: from, End: max(v.End, o.End)}.Of(e.Passage().Text)
		}
	}
}

// periodStart is where the period begins of which the first date and the one behind a gap
// are the ends, and whether they are.
func periodStart(e *evidence.Evidence, first int, gap text.Span) (from int, ok bool) {
	words, lead := e.Words(), retrieval.Word{}
	if at := e.WordAt(first); at > 0 {
		lead = words[at-1]
	}
	switch gap.Of(e.Passage().Text) {
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
var periodEnds = text.WordSet(`begin began begins start started starts open opened opens commence commenced end ended ends finish finished finishes close closed closes
	stop stopped until till since from by before after first last`)
