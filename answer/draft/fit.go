package draft

import (
	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/answer/short"
	"sherpa/internal/text"
)

// FitQuote cuts the part of the sentence that is quoted to MaxStatement, around the
// clauses that match the question.
func FitQuote(e *evidence.Evidence, q *question.Question) {
	if e.Span.Len() <= short.MaxStatement {
		return
	}
	words := e.Words()
	best, bestCover := text.Span{}, -1.0
	for i := range e.Clauses() {
		for k := i; k < len(e.Clauses()); k++ {
			span := text.Span{Start: words[e.Clauses()[i].Start].Start, End: clauseEnd(e, k)}
			if span.Len() > short.MaxStatement {
				break
			}
			cover := q.Cover(q.Match(words[e.Clauses()[i].Start:e.Clauses()[k].End]))
			if cover > bestCover || cover == bestCover && span.Len() > best.Len() {
				best, bestCover = span, cover
			}
		}
	}
	if bestCover < 0 {
		start := e.Span.Start
		best = text.Span{Start: start, End: start + len(text.Truncate(e.Quote(), short.MaxStatement))}
	}
	e.Span = best
}

// clauseEnd is where clause k ends in the passage, with its closing marks.
func clauseEnd(e *evidence.Evidence, k int) int {
	if k == len(e.Clauses())-1 {
		return e.Sentence.End
	}
	return e.Words()[e.Clauses()[k].End-1].End
}

// keep cuts the quote anew if it lacks a place that it has to show: up to the end
// of that place, or from its start.
func keep(e *evidence.Evidence, at text.Span) {
	if at.Len() == 0 || at.Start >= e.Span.Start && at.End <= e.Span.End {
		return
	}
	if at.End-e.Sentence.Start <= short.MaxStatement {
		e.Span = text.Span{Start: e.Sentence.Start, End: at.End}
		return
	}
	end := at.Start + len(text.Truncate(e.Passage().Text[at.Start:e.Sentence.End], short.MaxStatement))
	e.Span = text.Span{Start: at.Start, End: max(end, at.End)}
}
