package answer

import (
	"sherpa/internal/text"
)

// fit cuts the part of the sentence that is quoted to maxStatement, around the
// clauses that match the question.
func (e *evidence) fit(q *question) {
	if e.span.Len() <= maxStatement {
		return
	}
	words := e.words()
	best, bestCover := text.Span{}, -1.0
	for i := range e.clauses() {
		for k := i; k < len(e.clauses()); k++ {
			span := text.Span{Start: words[e.clauses()[i].Start].Start, End: e.clauseEnd(k)}
			if span.Len() > maxStatement {
				break
			}
			cover := q.cover(q.match(words[e.clauses()[i].Start:e.clauses()[k].End]))
			if cover > bestCover || cover == bestCover && span.Len() > best.Len() {
				best, bestCover = span, cover
			}
		}
	}
	if bestCover < 0 {
		start := e.span.Start
		best = text.Span{Start: start, End: start + len(text.Truncate(e.quote(), maxStatement))}
	}
	e.span = best
}

// clauseEnd is where clause k ends in the passage, with its closing marks.
func (e *evidence) clauseEnd(k int) int {
	if k == len(e.clauses())-1 {
		return e.sentence.End
	}
	return e.words()[e.clauses()[k].End-1].End
}

// keep cuts the quote anew if it lacks a place that it has to show: up to the end
// of that place, or from its start.
func (e *evidence) keep(at text.Span) {
	if at.Len() == 0 || at.Start >= e.span.Start && at.End <= e.span.End {
		return
	}
	if at.End-e.sentence.Start <= maxStatement {
		e.span = text.Span{Start: e.sentence.Start, End: at.End}
		return
	}
	end := at.Start + len(text.Truncate(e.passage().Text[at.Start:e.sentence.End], maxStatement))
	e.span = text.Span{Start: at.Start, End: max(end, at.End)}
}
