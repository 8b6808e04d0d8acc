package question

import (
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// A yes/no question may put up two names or things to choose from: "Was it Ann or
// Bob who signed?" The answer is the one of which a clause tells the rest.

// choice are the terms of the two that are put up to choose from.
type choice [2][]int

// Has reports whether a term belongs to one of the two.
func (c *choice) Has(t int) bool {
	return c != nil && (slices.Contains(c[0], t) || slices.Contains(c[1], t))
}

// choiceShare is what those to choose from weigh beside other words: only one of
// them is to be found.
const choiceShare = 0.5

// readChoice finds what stands on either side of "or"; nil if there is no choice.
func (q *Question) readChoice() *choice {
	or := slices.Index(q.Words, "or")
	if q.Kind != retrieval.KindYesNo || or < 0 || lexicon.Auxiliaries[q.WordAt(or+1)] {
		return nil
	}
	var c choice
	for t := range q.Terms {
		switch at := q.Terms[t].At; {
		case at < or && at == or-1, at > or && at <= or+orReach && len(c[1]) == 0:
			side := OrSide(at > or)
			c[side] = q.wholeName(t, at > or)
		}
	}
	if len(c[0]) == 0 || len(c[1]) == 0 {
		return nil
	}
	return &c
}

// OrSide is the index of one of the two.
func OrSide(second bool) int {
	if second {
		return 1
	}
	return 0
}

// wholeName are the terms of the name that a term begins, or ends; any other term is
// alone.
func (q *Question) wholeName(t int, begins bool) []int {
	step := -1
	if begins {
		step = 1
	}
	terms := []int{t}
	for n := t + step; n >= 0 && n < len(q.Terms) && q.Terms[n].Name && q.Terms[t].Name && q.Terms[n].At == q.Terms[n-step].At+step; n += step {
		terms = append(terms, n)
	}
	return terms
}

// RestLeast is the share of the rest that a clause must tell, and RestStep how much
// more than of the other one.
const (
	RestLeast = 0.5
	RestStep  = 0.2
)

// IsOther reports whether a clause speaks of what is only possible, or of another time
// than the question: "the next meeting".
func (q *Question) IsOther(d *AskedDeed, clause []retrieval.Word) bool {
	return q.ConceivedIn(d, clause) || slices.ContainsFunc(clause, func(w retrieval.Word) bool { return otherTimes[w.Norm] && !slices.Contains(q.Words, w.Norm) })
}

var otherTimes = text.WordSet(`next another`)

// Besides are the terms that say what is asked of the two.
func (q *Question) Besides() []int {
	var rest []int
	for t := range q.Terms {
		if !q.Choice.Has(t) && !q.IsLight(t) && q.Weight[t] > 0 {
			rest = append(rest, t)
		}
	}
	return rest
}

// BesideReach is how near the rest one of two must stand that are both named.
const BesideReach = 2

// Distance is how far from word i the nearest word stands that is one of some terms.
func (q *Question) Distance(terms []int, words []retrieval.Word, i int) int {
	least := len(words)
	for k := range words {
		if k != i && q.IsOfEvent(terms, words[k]) {
			least = min(least, Abs(k-i))
		}
	}
	return least
}
