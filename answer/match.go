package answer

import (
	"math/bits"
	"slices"
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

// wordTerms says which terms a word stands for.
type wordTerms struct {
	known bool
	// found are the terms that it stands for; a common word stands for none.
	found []termMatch
	// same are the terms that are the word itself, common or not.
	same termBits
}

// matches lists the terms that a word stands for.
func (q *question) matches(w *retrieval.Word) []termMatch {
	if w.Stop {
		return nil
	}
	n, known := q.Number(w)
	switch {
	case !known:
		return q.stands(w).found
	case n == 0:
		return nil
	}
	return q.termsAt(n, w).found
}

// termsAt is what the word of a number stands for (retrieval.Spot.Number). It is
// remembered, since a question meets the same words in many sentences.
func (q *question) termsAt(number int, w *retrieval.Word) *wordTerms {
	if more := number + 1 - len(q.wordTerms); more > 0 {
		q.wordTerms = append(q.wordTerms, make([]wordTerms, more)...)
	}
	if !q.wordTerms[number].known {
		q.wordTerms[number] = q.stands(w)
	}
	return &q.wordTerms[number]
}

func (q *question) stands(w *retrieval.Word) wordTerms {
	s := wordTerms{known: true}
	for t := range q.terms {
		if q.terms[t].Matches(*w) {
			s.same |= 1 << t
			s.found = append(s.found, termMatch{t, sameTerm(&q.terms[t], w)})
		}
	}
	if w.Stop {
		s.found = nil
	} else {
		s.found = q.addRelated(s.found, s.same, w)
	}
	return s
}

// addRelated adds the terms that a word is related to, by the nearest kinship.
func (q *question) addRelated(found []termMatch, same termBits, w *retrieval.Word) []termMatch {
	for _, g := range groupsOf(w) {
		in := q.ofGroup(g)
		for terms := in &^ same; terms != 0; terms &= terms - 1 {
			found = append(found, termMatch{bits.TrailingZeros32(uint32(terms)), kinShares[text.KinshipOf(g)]})
		}
		same |= in
	}
	return found
}

// ofGroup are the terms that stand in a group of the lexicon.
func (q *question) ofGroup(group int) termBits {
	var in termBits
	for t := range q.terms {
		if slices.Contains(q.terms[t].Groups, group) {
			in |= 1 << t
		}
	}
	return in
}

// match says for each term how well the words have it.
func (q *question) match(words []retrieval.Word) []float64 {
	return q.matchInto(make([]float64, len(q.terms)), words)
}

// matchInto raises what m has of each term to what the words have. A nil m is made
// where they have anything.
func (q *question) matchInto(m []float64, words []retrieval.Word) []float64 {
	for i := range words {
		for _, found := range q.matches(&words[i]) {
			if m == nil {
				m = make([]float64, len(q.terms))
			}
			m[found.term] = max(m[found.term], found.strength)
		}
	}
	return m
}

// matchSpots is matchInto for the words of a passage of which some are spots. Where m is
// nil, it is made when the first is found.
func (q *question) matchSpots(m []float64, words []retrieval.Word, spots []retrieval.Spot) []float64 {
	for _, s := range spots {
		for _, found := range q.termsAt(int(s.Number), &words[s.At]).found {
			if m == nil {
				m = make([]float64, len(q.terms))
			}
			m[found.term] = max(m[found.term], found.strength)
		}
	}
	return m
}

// matchWithin is matchInto for a range of the words of a hit.
func (q *question) matchWithin(m []float64, h *retrieval.Hit, words text.Span) []float64 {
	first, _ := slices.BinarySearchFunc(h.Spots, words.Start, func(s retrieval.Spot, at int) int { return int(s.At) - at })
	next := first
	for next < len(h.Spots) && int(h.Spots[next].At) < words.End {
		next++
	}
	return q.matchSpots(m, h.Parsed.Words, h.Spots[first:next])
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

// sameWord is 1 for a word and its inflections ("deliver", "delivered"), and derivedShare
// for other words of the same stem.
func sameWord(a, b string) float64 {
	if agentive(a) == agentive(b) || text.Base(a) != a || text.Base(b) != b {
		return 1
	}
	if agentive(b) {
		a, b = b, a
	}
	if strings.HasPrefix(b, a) {
		return 1
	}
	return derivedShare
}

// agentive reports whether a word names who does something.
func agentive(w string) bool {
	w = strings.TrimSuffix(w, "s")
	return len(w) > 5 && (strings.HasSuffix(w, "er") || strings.HasSuffix(w, "or"))
}
