package evidence

import (
	"slices"

	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// Preferred is a clause that tells what is asked of one of the two that the question
// puts up to choose from.
type Preferred struct {
	From *Evidence
	// Rest is the share of the rest that the clause has.
	Rest float64
	// Word is the word that names the one, in words of the sentence; -1 where a
	// pronoun means it.
	Word int
}

// NameAt is the name that word i of the sentence belongs to, or else the word.
func (e *Evidence) NameAt(i int) string {
	for _, n := range e.Sentence.Names {
		if (n.First <= i || n.First == 1) && i < n.Next { // the first word may begin the name
			return e.FullName(n.First, n.Next).Of(e.Passage().Text)
		}
	}
	return e.Words()[i].Of(e.Passage().Text)
}

// Choice reads which of the two a clause speaks of, and how much of the rest it
// tells.
func (e *Evidence) Choice(q *question.Question, c text.Span, rest []int) (side int, one Preferred, ok bool) {
	words := e.Words()[c.Start:c.End]
	m := q.Match(words)
	for t := range m {
		if q.Terms[t].Name && !q.Choice.Has(t) {
			m[t] = max(m[t], e.Context[t])
		}
	}
	var at [2]int
	for s := range q.Choice {
		at[s] = slices.IndexFunc(words, func(w retrieval.Word) bool { return q.IsOfEvent(q.Choice[s], w) })
	}
	switch {
	case at[0] >= 0 && at[1] >= 0:
		near := [2]int{q.Distance(rest, words, at[0]), q.Distance(rest, words, at[1])}
		if near[0] == near[1] || min(near[0], near[1]) > question.BesideReach {
			return 0, Preferred{}, false
		}
		side = question.OrSide(near[1] < near[0])
	case at[0] < 0 && at[1] < 0:
		a, b := e.meansAny(q.Choice[0]), e.meansAny(q.Choice[1])
		if a == b {
			return 0, Preferred{}, false
		}
		return question.OrSide(b), Preferred{From: e, Rest: q.ShareOf(rest, m), Word: -1}, true
	default:
		side = question.OrSide(at[1] >= 0)
	}
	return side, Preferred{From: e, Rest: q.ShareOf(rest, m), Word: c.Start + at[side]}, true
}

// meansAny reports whether the sentence has one of the terms by a pronoun.
func (e *Evidence) meansAny(terms []int) bool {
	return slices.ContainsFunc(terms, func(t int) bool { return e.Matched[t] >= pronounShare })
}
