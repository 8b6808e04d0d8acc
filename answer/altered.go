package answer

import (
	"slices"
	"strings"

	"sherpa/internal/text"
	"sherpa/retrieval"
)

// What makes two passages versions of one text around a part in which they differ: how
// many words they share beside it, on its nearer side at least and on both together.
const (
	leastBeside   = 3
	leastTogether = 14
	// repeatShare is the share of the shorter of two passages' words, small ones apart, that
	// the other must have to repeat it.
	repeatShare = 0.6
	// alteredReach is how many of the best passages are held against each other.
	alteredReach = 10
	// longestPassage is how many words a passage has at the most that is read for this.
	longestPassage = 400
	// aboutOne is the share of names and numbers from which two passages are about one
	// thing, where they do not bear the asked name.
	aboutOne = 0.6
)

// altered finds two articles of which one repeats the words of the other around
// another answer, wherever sentences begin and end; nil if there are none.
func altered(q *question, best []*evidence) *difference {
	passages := firstPassages(best)
	seen := make([]uint8, largestID(passages)+1) // for each word of the corpus the last passage that was found to have it
	for i, a := range passages {
		n, own := uint8(i+1), 0
		for _, w := range a.passage().Words {
			if !w.Stop && w.ID > 0 {
				seen[w.ID] = n
				own++
			}
		}
		for _, b := range passages[i+1:] {
			if a.article() == b.article() || !mayRepeat(seen, n, own, b.passage().Words) {
				continue
			}
			if d := q.alteredIn(best, a, b); d != nil {
				return d
			}
		}
	}
	return nil
}

// largestID is the largest number of a word of the passages.
func largestID(passages []*evidence) int {
	largest := 0
	for _, e := range passages {
		for i := range e.passage().Words {
			largest = max(largest, e.passage().Words[i].ID)
		}
	}
	return largest
}

// mayRepeat is a quick look whether a passage can repeat passage n, which has so many
// words that are not small, or this one it.
func mayRepeat(seen []uint8, n uint8, own int, words []retrieval.Word) bool {
	shared, all := 0, 0
	for i := range words {
		if words[i].Stop {
			continue
		}
		all++
		if seen[words[i].ID] == n {
			shared++
		}
	}
	return float64(shared) >= repeatShare*float64(min(own, all))
}

// firstPassages are sentences of the first passages, one of each, in the order of the
// search.
func firstPassages(best []*evidence) []*evidence {
	var first []*evidence
	for _, e := range best {
		if e.hit.Rank > alteredReach || len(e.passage().Words) > longestPassage || e.at > 0 {
			continue
		}
		first = append(first, e)
	}
	slices.SortFunc(first, func(a, b *evidence) int { return a.hit.Rank - b.hit.Rank })
	return first
}

// alteredIn finds a part in which the passages of two sentences differ and which
// answers the question.
func (q *question) alteredIn(best []*evidence, a, b *evidence) *difference {
	if !q.aboutOne(a, b) {
		return nil
	}
	swaps, _ := swapsOf(a.passage().Words, b.passage().Words)
	swaps = slices.DeleteFunc(swaps, swap.isSmall)
	for i, s := range swaps {
		if s.a.len() == 0 || s.b.len() == 0 || s.a.len() > longestSwap || s.b.len() > longestSwap || !amongShared(swaps, i, len(a.passage().Words)) {
			continue
		}
		ea, ra := sentenceAt(best, a, s.a)
		eb, rb := sentenceAt(best, b, s.b)
		if ea == nil || eb == nil {
			continue
		}
		own := swap{ra, rb}
		if onlyChange(swaps, i, ea, eb) && tells(ea.words()[ra.first:ra.next]) && tells(eb.words()[rb.first:rb.next]) && q.asksAlteration(ea, eb, own) && ea.altersTo(eb, own) {
			return ea.differs(eb, own)
		}
	}
	return nil
}

// aboutOne reports whether two passages are about the asked thing: both bear its
// name, or they share most names and numbers.
func (q *question) aboutOne(a, b *evidence) bool {
	if !q.lacksName(a) && !q.lacksName(b) {
		return true
	}
	return shareOf(a.namesAndNumbers(), b.namesAndNumbers()) >= aboutOne
}

// onlyChange reports whether two sentences say the same but for swap i of their
// passages: who won in another year is no other winner.
func onlyChange(swaps []swap, i int, a, b *evidence) bool {
	for k, s := range swaps {
		if k == i || s.a.len() == 0 || s.b.len() == 0 || s.a.next <= a.sentence.First || s.a.first >= a.sentence.Next {
			continue
		}
		if tells(a.passage().Words[s.a.first:s.a.next]) && tells(b.passage().Words[s.b.first:s.b.next]) {
			return false
		}
	}
	return true
}

// isSmall reports whether a swap is but a word or two that one side adds.
func (s swap) isSmall() bool { return (s.a.len() == 0 || s.b.len() == 0) && s.a.len()+s.b.len() <= 2 }

// amongShared reports whether enough words beside swap i are shared, of a text of n
// words.
func amongShared(swaps []swap, i, n int) bool {
	before, after := swaps[i].a.first, n-swaps[i].a.next
	if i > 0 {
		before -= swaps[i-1].a.next
	}
	if i+1 < len(swaps) {
		after = swaps[i+1].a.first - swaps[i].a.next
	}
	return min(before, after) >= leastBeside && before+after >= leastTogether
}

// sentenceAt is the sentence of the passage of e that a run of the passage's words
// lies in, and its words there; nil if there is none.
func sentenceAt(all []*evidence, e *evidence, r wordRange) (*evidence, wordRange) {
	for _, o := range all {
		if o.passage() == e.passage() && o.sentence.First <= r.first && r.next <= o.sentence.Next {
			return o, wordRange{r.first - o.sentence.First, r.next - o.sentence.First}
		}
	}
	return nil, wordRange{}
}

// asksAlteration reports whether the question asks for what two versions of a text
// differ in. Where no value is asked for it is enough that one of them seems to
// answer, as they stand at one place.
func (q *question) asksAlteration(a, b *evidence, s swap) bool {
	if len(valueKinds[q.kind()]) > 0 {
		return q.answers(a, s.a) && q.answers(b, s.b)
	}
	if a.valueIn(s.a) != nil || b.valueIn(s.b) != nil || a.cutsName(s.a) || b.cutsName(s.b) {
		return false
	}
	return q.answers(a, s.a) || q.answers(b, s.b)
}

// altersTo reports whether the parts exclude each other: values that do, or words of
// which each passage lacks some of the other's.
func (e *evidence) altersTo(o *evidence, s swap) bool {
	if e.valueIn(s.a) != nil {
		return e.contradicts(o, s)
	}
	return o.lacksSome(e.words()[s.a.first:s.a.next]) && e.lacksSome(o.words()[s.b.first:s.b.next])
}

// lacksSome reports whether the passage lacks one of the words, and any related to it.
func (e *evidence) lacksSome(words []retrieval.Word) bool {
	return slices.ContainsFunc(words, func(w retrieval.Word) bool {
		return !w.Stop && !slices.ContainsFunc(e.passage().Words, func(own retrieval.Word) bool {
			return own.Stem == w.Stem || !own.Stop && text.Related(own.Stem, w.Stem)
		})
	})
}

// cutsName reports whether a part begins or ends within a name: "Mayor Quist" and
// "Mara Quist" may be one.
func (e *evidence) cutsName(r wordRange) bool {
	words := e.words()
	joined := func(i int) bool {
		return i > 0 && i < len(words) && words[i-1].IsCapital() && words[i].IsCapital() && !words[i-1].Stop && !words[i].Stop &&
			strings.TrimSpace(e.passage().Text[words[i-1].End:words[i].Start]) == ""
	}
	return joined(r.first) || joined(r.next)
}
