package retrieval

import (
	"slices"

	"sherpa/internal/text"
)

// Run is how far the words hold a run of the question's own words in order,
// common words included ("after the summit"): 0 up to two words, 1 from six.
func Run(a *Analysis, words []Word) float64 {
	best := 0
	var asked letterSet
	for _, w := range a.Words {
		asked |= letterSetOf(w)
	}
	for i := range words {
		norm := words[i].Norm
		if asked&letterSetOf(norm) == 0 {
			continue // most words are not in the question, and need not be compared
		}
		for k, asked := range a.Words {
			if norm == asked && (i == 0 || k == 0 || words[i-1].Norm != a.Words[k-1]) { // where a run begins
				best = max(best, commonRun(words[i:], a.Words[k:]))
			}
		}
	}
	return runShare(best)
}

// letterSet is a set of words of which only length and first letter are told.
type letterSet uint64

// letterSetOf is the set of a word, which any set of words that it is in overlaps.
func letterSetOf(w string) letterSet {
	if w == "" {
		return 0
	}
	return 1 << ((int(w[0]) + 7*len(w)) % 64)
}

// runShare is what a run of n words counts for.
func runShare(n int) float64 { return min(1, max(0, float64(n-2)/4)) }

// commonRun is how many words are the same from the beginning.
func commonRun(words []Word, asked []string) int {
	n := 0
	for n < len(words) && n < len(asked) && words[n].Norm == asked[n] {
		n++
	}
	return n
}

// longestRun is Run for the passage that was looked at, for runs that hold a term:
// each is found at the first of them.
func (p *probe) longestRun(words []Word) float64 {
	best := 0
	for _, s := range p.found {
		if s.grade() != sameForm {
			continue
		}
		at, k := s.at(), p.Terms[s.term()].At
		n := commonRun(words[at:], p.Words[k:])
		for n > 0 && at > 0 && k > 0 && words[at-1].Norm == p.Words[k-1] {
			at, k, n = at-1, k-1, n+1
		}
		best = max(best, n)
	}
	return runShare(best)
}

// pairShare is the share of neighbouring terms of the question that stand as close
// to each other as in the question, in order, each pair weighted by its more
// frequent term.
func (p *probe) pairShare() float64 {
	sum, total := 0.0, 0.0
	for t := 0; t+1 < len(p.Terms); t++ {
		weight := min(p.idf[t], p.idf[t+1])
		total += weight
		if follows(p.places[t], p.places[t+1], p.Terms[t+1].At-p.Terms[t].At) {
			sum += weight
		}
	}
	return share(sum, total)
}

// follows reports whether one of next stands at most so far after one of places.
func follows(places, next []int32, distance int) bool {
	for _, x := range places {
		for _, y := range next {
			if d := int(y - x); 0 < d && d <= distance {
				return true
			}
		}
	}
	return false
}

// bigramShare is the share of the question's pairs of words, common ones included,
// that stand side by side; one of the two is a term.
func (p *probe) bigramShare(words []Word) float64 {
	if len(p.Words) < 2 {
		return 0
	}
	clear(p.pairs[:])
	for _, s := range p.found {
		if s.grade() == looseMatch {
			continue
		}
		at, k := s.at(), p.Terms[s.term()].At
		if at+1 < len(words) && k+1 < len(p.Words) && words[at+1].Norm == p.Words[k+1] {
			p.pairs[k] = true
		}
		if at > 0 && k > 0 && words[at-1].Norm == p.Words[k-1] {
			p.pairs[k-1] = true
		}
	}
	n := 0
	for k := range len(p.Words) - 1 {
		if p.pairs[k] {
			n++
		}
	}
	return float64(n) / float64(len(p.Words)-1)
}

// windowWords is how many words a window has: about a clause or two.
const windowWords = 20

// window is the largest share of the weight that stands within so many words.
func (p *probe) window() float64 {
	best := 0.0
	for i, s := range p.found {
		var has terms
		for k := i; k < len(p.found) && p.found[k].at() < s.at()+windowWords; k++ {
			has.add(p.found[k])
		}
		best = max(best, p.worth(has))
	}
	return best
}

// phraseShare is the share of the question's quoted phrases that occur.
func phraseShare(a *Analysis, p *Passage) float64 {
	if len(a.Phrases) == 0 {
		return 0
	}
	n := 0
	for _, phrase := range a.Phrases {
		if hasPhrase(p.Words, phrase) {
			n++
		}
	}
	return float64(n) / float64(len(a.Phrases))
}

// hasPhrase reports whether the words of a phrase stand side by side.
func hasPhrase(words []Word, phrase string) bool {
	want := text.Words(phrase)
	same := func(w Word, x text.Word) bool { return w.Norm == x.Norm }
	for i := 0; i+len(want) <= len(words); i++ {
		if slices.EqualFunc(words[i:i+len(want)], want, same) {
			return true
		}
	}
	return false
}
