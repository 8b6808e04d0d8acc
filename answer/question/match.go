package question

import (
	"math/bits"
	"slices"
	"strings"

	"sherpa/internal/text"
	"sherpa/retrieval"
)

// RelatedShare is what a related word counts for beside the word itself.
const RelatedShare = 0.8

// KinShares are what words count for that the lexicon relates to a term.
var KinShares = [...]float64{text.Family: 0.9, text.Synonym: RelatedShare, text.Neighbour: 0.5}

// TermMatch is how well a word stands for a term of the question.
type TermMatch struct {
	Term     int
	Strength float64
}

// wordTerms says which terms a word stands for.
type wordTerms struct {
	known bool
	// Found are the terms that it stands for; a common word stands for none.
	Found []TermMatch
	// Same are the terms that are the word itself, common or not.
	Same TermBits
}

// Matches lists the terms that a word stands for.
func (q *Question) Matches(w *retrieval.Word) []TermMatch {
	if w.Stop {
		return nil
	}
	n, known := q.Number(w)
	switch {
	case !known:
		return q.stands(w).Found
	case n == 0:
		return nil
	}
	return q.TermsAt(n, w).Found
}

// TermsAt is what the word of a number stands for (retrieval.Spot.Number). It is
// remembered, since a question meets the same words in many sentences.
func (q *Question) TermsAt(number int, w *retrieval.Word) *wordTerms {
	if more := number + 1 - len(q.wordTerms); more > 0 {
		q.wordTerms = append(q.wordTerms, make([]wordTerms, more)...)
	}
	if !q.wordTerms[number].known {
		q.wordTerms[number] = q.stands(w)
	}
	return &q.wordTerms[number]
}

func (q *Question) stands(w *retrieval.Word) wordTerms {
	s := wordTerms{known: true}
	for t := range q.Terms {
		if q.Terms[t].Matches(*w) {
			s.Same |= 1 << t
			s.Found = append(s.Found, TermMatch{t, sameTerm(&q.Terms[t], w)})
		}
	}
	if w.Stop {
		s.Found = nil
	} else {
		s.Found = q.addRelated(s.Found, s.Same, w)
	}
	return s
}

// addRelated adds the terms that a word is related to, by the nearest kinship.
func (q *Question) addRelated(found []TermMatch, same TermBits, w *retrieval.Word) []TermMatch {
	for _, g := range groupsOf(w) {
		in := q.ofGroup(g)
		for terms := in &^ same; terms != 0; terms &= terms - 1 {
			found = append(found, TermMatch{bits.TrailingZeros32(uint32(terms)), KinShares[text.KinshipOf(g)]})
		}
		same |= in
	}
	return found
}

// ofGroup are the terms that stand in a group of the lexicon.
func (q *Question) ofGroup(group int) TermBits {
	var in TermBits
	for t := range q.Terms {
		if slices.Contains(q.Terms[t].Groups, group) {
			in |= 1 << t
		}
	}
	return in
}

// Match says for each term how well the words have it.
func (q *Question) Match(words []retrieval.Word) []float64 {
	return q.MatchInto(make([]float64, len(q.Terms)), words)
}

// MatchInto raises what m has of each term to what the words have. A nil m is made
// where they have anything.
func (q *Question) MatchInto(m []float64, words []retrieval.Word) []float64 {
	for i := range words {
		for _, found := range q.Matches(&words[i]) {
			if m == nil {
				m = make([]float64, len(q.Terms))
			}
			m[found.Term] = max(m[found.Term], found.Strength)
		}
	}
	return m
}

// MatchSpots is MatchInto for the words of a passage of which some are spots. Where m is
// nil, it is made when the first is found.
func (q *Question) MatchSpots(m []float64, words []retrieval.Word, spots []retrieval.Spot) []float64 {
	for _, s := range spots {
		for _, found := range q.TermsAt(int(s.Number), &words[s.At]).Found {
			if m == nil {
				m = make([]float64, len(q.Terms))
			}
			m[found.Term] = max(m[found.Term], found.Strength)
		}
	}
	return m
}

// matchWithin is MatchInto for a range of the words of a hit.
func (q *Question) matchWithin(m []float64, h *retrieval.Hit, words text.Span) []float64 {
	first, _ := slices.BinarySearchFunc(h.Spots, words.Start, func(s retrieval.Spot, at int) int { return int(s.At) - at })
	next := first
	for next < len(h.Spots) && int(h.Spots[next].At) < words.End {
		next++
	}
	return q.MatchSpots(m, h.Parsed.Words, h.Spots[first:next])
}

// groupsOf are the groups of the lexicon in which a word may stand for others.
func groupsOf(w *retrieval.Word) []int {
	if Strays[w.Norm] {
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
	if Agentive(a) == Agentive(b) || text.Base(a) != a || text.Base(b) != b {
		return 1
	}
	if Agentive(b) {
		a, b = b, a
	}
	if strings.HasPrefix(b, a) {
		return 1
	}
	return derivedShare
}

// IsAnyOf reports whether a word is one of the terms.
func (q *Question) IsAnyOf(terms []int, w retrieval.Word) bool {
	return slices.ContainsFunc(terms, func(t int) bool { return q.Terms[t].Matches(w) })
}

// Retells reports whether a word is one of some terms, or means the same.
func (q *Question) Retells(w retrieval.Word, terms ...int) bool {
	return slices.ContainsFunc(q.Matches(&w), func(m TermMatch) bool { return m.Strength >= RelatedShare && slices.Contains(terms, m.Term) })
}

// IsVerbOf reports whether a word is the verb of the deed. Where that is told by a noun
// ("make a concession") its verb is meant.
func (q *Question) IsVerbOf(s *Supposed, w retrieval.Word) bool {
	switch {
	case Fates[s.norm] != 0 && Fates[w.Norm] != 0:
		return Fates[s.norm] == Fates[w.Norm] // who was injured was not killed
	case s.Verb >= 0:
		return q.Retells(w, s.Verb)
	case s.norm == "":
		return false
	case w.Stem == s.stem:
		return len(s.Things) > 0
	}
	return q.Retells(w, s.Things...)
}

// Known is somebody or something that a passage names, and that the question has
// words of.
type Known struct {
	*retrieval.Referent
	// Named and told say for each term how well the name and the descriptions have
	// it; nil if they have nothing.
	Named, Told []float64
}

// KnownIn adds those of a passage whom the question has words of.
func (q *Question) KnownIn(all []Known, h *retrieval.Hit) []Known {
	for i := range h.Parsed.Referents {
		r := &h.Parsed.Referents[i]
		if r.Name.Len() == 0 {
			continue
		}
		k := Known{Referent: r, Named: q.matchWithin(nil, h, r.Name)}
		for _, s := range r.Told {
			k.Told = q.matchWithin(k.Told, h, s)
		}
		if k.Named != nil || k.Told != nil {
			all = append(all, k)
		}
	}
	return all
}

// TermBits is a set of terms; a question has no more of them than it has bits.
type TermBits uint32
