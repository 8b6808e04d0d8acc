package evidence

import (
	"sherpa/answer/clause"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// ClauseAround is the clause of a place; a relative clause brings the words
// before it, which it speaks of.
func (e *Evidence) ClauseAround(at text.Span) []retrieval.Word {
	words := e.Words()
	for i, w := range words {
		if w.Start < at.Start {
			continue
		}
		c := clause.At(e.Clauses(), i)
		if Relatives[words[c.Start].Norm] {
			c.Start = max(0, c.Start-4)
		}
		return words[c.Start:c.End]
	}
	return nil
}

// Relatives begin a clause that says more of the words before it.
var Relatives = text.WordSet("which who whom that where when whose")

// ClauseWords are the words of the clause that holds a place of the passage.
func (e *Evidence) ClauseWords(at text.Span) []retrieval.Word {
	words := e.Words()
	for i, w := range words {
		if w.Start >= at.Start {
			c := clause.At(e.Clauses(), i)
			return words[c.Start:c.End]
		}
	}
	return nil
}

// Clauses are the clauses of the sentence, as ranges of its words.
func (e *Evidence) Clauses() []text.Span {
	return e.Facts().clauses.Of(func() []text.Span { return clause.Split(e.Passage().Text, e.Words()) })
}

// Subclauses are the clauses, cut also where one begins without a comma: "sold
// nothing before he left".
func (e *Evidence) Subclauses() []text.Span { return e.Facts().subclauses.Of(e.splitClauses) }

func (e *Evidence) splitClauses() []text.Span {
	words := e.Words()
	var all []text.Span
	for _, c := range e.Clauses() {
		first := c.Start
		for i := c.Start + 1; i+1 < c.End; i++ {
			if question.Subordinators[words[i].Norm] && question.SubjectPronouns[words[i+1].Norm] {
				all = append(all, text.Span{Start: first, End: i})
				first = i
			}
		}
		all = append(all, text.Span{Start: first, End: c.End})
	}
	return all
}

// Scope is the run of clauses that together hold the best part of what the
// sentence matches, as a range of its words.
func (e *Evidence) Scope(q *question.Question) text.Span {
	words := e.Words()
	best, bestCover := text.Span{}, 0.0
	for _, c := range e.Clauses() {
		if cover := q.Cover(q.Match(words[c.Start:c.End])); cover > bestCover {
			best, bestCover = c, cover
		}
	}
	return best
}
