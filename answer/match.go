package answer

import (
	"math/bits"
	"strings"

	"sherpa/internal/text"
	"sherpa/retrieval"
)

// relatedShare is what a related word counts for beside the word itself.
const relatedShare = 0.8

// kinShares are what words count for that the lexicon relates to a term.
var kinShares = [...]float64{text.Family: 0.9, text.Synonym: relatedShare, text.Neighbour: 0.5}

// termMatch is how well a word stands for a term of the question.
type termMatch struct {
	term     int
	strength float64
}

// termMatches remembers for each word of the corpus which terms it stands for: a
// question meets the same words in many sentences. It belongs to one question and
// is not safe for concurrent use.
type termMatches struct {
	// rows holds, for each word by its ID, one more than its place in found; 0 where
	// it was not met yet.
	rows []int32
	// found are the different outcomes; the first is that of words that match nothing.
	found [][]termMatch
}

func newTermMatches(vocabulary int) termMatches {
	return termMatches{rows: make([]int32, vocabulary+1), found: make([][]termMatch, 1, 64)}
}

// matches lists the terms that a word stands for.
func (q *question) matches(w *retrieval.Word) []termMatch {
	if w.Stop {
		return nil
	}
	if w.ID <= 0 || w.ID >= len(q.remembered.rows) || w.Expression != 0 {
		return q.matchTerms(w)
	}
	row := q.remembered.rows[w.ID]
	if row == 0 {
		row = q.remember(q.matchTerms(w))
		q.remembered.rows[w.ID] = row
	}
	return q.remembered.found[row-1]
}

func (q *question) remember(found []termMatch) int32 {
	if len(found) == 0 {
		return 1
	}
	q.remembered.found = append(q.remembered.found, found)
	return int32(len(q.remembered.found)) //nolint:gosec // at most one for each word of the corpus
}

func (q *question) matchTerms(w *retrieval.Word) []termMatch {
	var found []termMatch
	var same uint32 // the terms that are the word itself
	for t := range q.terms {
		if q.terms[t].Matches(*w) {
			same |= 1 << t
			found = append(found, termMatch{t, sameTerm(&q.terms[t], w)})
		}
	}
	return q.addRelated(found, same, w)
}

// addRelated adds the terms that a word is related to, by the nearest kinship.
func (q *question) addRelated(found []termMatch, same uint32, w *retrieval.Word) []termMatch {
	for _, g := range groupsOf(w) {
		for terms := q.ofGroup[g] &^ same; terms != 0; terms &= terms - 1 {
			found = append(found, termMatch{bits.TrailingZeros32(terms), kinShares[text.KinshipOf(g)]})
		}
		same |= q.ofGroup[g]
	}
	return found
}

// match says for each term how well the words have it.
func (q *question) match(words []retrieval.Word) []float64 {
	m := make([]float64, len(q.terms))
	q.matchInto(m, words)
	return m
}

// matchInto raises what m has of each term to what the words have.
func (q *question) matchInto(m []float64, words []retrieval.Word) {
	for i := range words {
		for _, found := range q.matches(&words[i]) {
			m[found.term] = max(m[found.term], found.strength)
		}
	}
}

// groupsOf are the groups of the lexicon in which a word may stand for others.
func groupsOf(w *retrieval.Word) []int {
	if strays[w.Norm] {
		return nil
	}
	return w.Groups
}

// derivedShare is what a word of the same stem but another kind counts for:
// "interpreter" is not "interpreted".
const derivedShare = 0.25

// sameTerm is how well a word stands for a term whose stem it has: one of the two in an
// idiom ("give up") means something else.
func sameTerm(t *retrieval.Term, w *retrieval.Word) float64 {
	if t.Idiom != 0 && t.Idiom != w.Expression || t.Idiom == 0 && w.Expression != 0 && w.Expression.Turned() {
		return derivedShare
	}
	return sameWord(t.Norm, w.Norm)
}

// sameWord is 1 for a word and its inflections, and derivedShare for other words
// of the same stem.
func sameWord(a, b string) float64 {
	if agentive(a) != agentive(b) && text.Base(a) == a && text.Base(b) == b {
		return derivedShare
	}
	return 1
}

// agentive reports whether a word names who does something.
func agentive(w string) bool {
	w = strings.TrimSuffix(w, "s")
	return len(w) > 5 && (strings.HasSuffix(w, "er") || strings.HasSuffix(w, "or"))
}
