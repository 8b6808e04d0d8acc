package disagreement

import (
	"slices"
	"strings"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
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

// Altered finds two articles of which one repeats the words of the other around
// another answer, wherever sentences begin and end; nil if there are none.
func Altered(q *question.Question, best []*evidence.Evidence) *Difference {
	passages := firstPassages(best)
	seen := make([]uint8, largestID(passages)+1) // for each word of the corpus the last passage that was found to have it
	for i, a := range passages {
		n, own := uint8(i+1), 0
		for _, w := range a.Passage().Words {
			if !w.Stop && w.ID > 0 {
				seen[w.ID] = n
				own++
			}
		}
		for _, b := range passages[i+1:] {
			if a.Article() == b.Article() || !mayRepeat(seen, n, own, b.Passage().Words) {
				continue
			}
			if d := alteredIn(q, best, a, b); d != nil {
				return d
			}
		}
	}
	return nil
}

// largestID is the largest number of a word of the passages.
func largestID(passages []*evidence.Evidence) int {
	largest := 0
	for _, e := range passages {
		for i := range e.Passage().Words {
			largest = max(largest, e.Passage().Words[i].ID)
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
func firstPassages(best []*evidence.Evidence) []*evidence.Evidence {
	var first []*evidence.Evidence
	for _, e := range best {
		if e.Hit.Rank > alteredReach || len(e.Passage().Words) > longestPassage || e.At > 0 {
			continue
		}
		first = append(first, e)
	}
	slices.SortFunc(first, func(a, b *evidence.Evidence) int { return a.Hit.Rank - b.Hit.Rank })
	return first
}

// alteredIn finds a part in which the passages of two sentences differ and which
// answers the question.
func alteredIn(q *question.Question, best []*evidence.Evidence, a, b *evidence.Evidence) *Difference {
	if !areAboutOne(q, a, b) {
		return nil
	}
	swaps, _ := swapsOf(a.Passage().Words, b.Passage().Words)
	swaps = slices.DeleteFunc(swaps, swap.isSmall)
	for i, s := range swaps {
		if s.a.len() == 0 || s.b.len() == 0 || s.a.len() > longestSwap || s.b.len() > longestSwap || !amongShared(swaps, i, len(a.Passage().Words)) {
			continue
		}
		ea, ra := sentenceAt(best, a, s.a)
		eb, rb := sentenceAt(best, b, s.b)
		if ea == nil || eb == nil {
			continue
		}
		own := swap{ra, rb}
		if onlyChange(swaps, i, ea, eb) && tells(ea.Words()[ra.first:ra.next]) && tells(eb.Words()[rb.first:rb.next]) && asksAlteration(q, ea, eb, own) && altersTo(ea, eb, own) {
			return differs(ea, eb, own)
		}
	}
	return nil
}

// areAboutOne reports whether two passages are about the asked thing: both bear its
// name, or they share most names and numbers.
func areAboutOne(q *question.Question, a, b *evidence.Evidence) bool {
	if !lacksName(q, a) && !lacksName(q, b) {
		return true
	}
	return Overlap(a.NamesAndNumbers(), b.NamesAndNumbers()) >= aboutOne
}

// onlyChange reports whether two sentences say the same but for swap i of their
// passages: who won in another year is no other winner.
func onlyChange(swaps []swap, i int, a, b *evidence.Evidence) bool {
	for k, s := range swaps {
		if k == i || s.a.len() == 0 || s.b.len() == 0 || s.a.next <= a.Sentence.First || s.a.first >= a.Sentence.Next {
			continue
		}
		if tells(a.Passage().Words[s.a.first:s.a.next]) && tells(b.Passage().Words[s.b.first:s.b.next]) {
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
func sentenceAt(all []*evidence.Evidence, e *evidence.Evidence, r wordRange) (*evidence.Evidence, wordRange) {
	for _, o := range all {
		if o.Passage() == e.Passage() && o.Sentence.First <= r.first && r.next <= o.Sentence.Next {
			return o, wordRange{r.first - o.Sentence.First, r.next - o.Sentence.First}
		}
	}
	return nil, wordRange{}
}

// asksAlteration reports whether the question asks for what two versions of a text
// differ in. Where no value is asked for it is enough that one of them seems to
// answer, as they stand at one place.
func asksAlteration(q *question.Question, a, b *evidence.Evidence, s swap) bool {
	if len(evidence.ValueKinds[q.AskedKind()]) > 0 {
		return answers(q, a, s.a) && answers(q, b, s.b)
	}
	if valueIn(a, s.a) != nil || valueIn(b, s.b) != nil || cutsName(a, s.a) || cutsName(b, s.b) {
		return false
	}
	return answers(q, a, s.a) || answers(q, b, s.b)
}

// altersTo reports whether the parts exclude each other: values that do, or words of
// which each passage lacks some of the other's.
func altersTo(e *evidence.Evidence, o *evidence.Evidence, s swap) bool {
	if valueIn(e, s.a) != nil {
		return contradicts(e, o, s)
	}
	return lacksSome(o, e.Words()[s.a.first:s.a.next]) && lacksSome(e, o.Words()[s.b.first:s.b.next])
}

// lacksSome reports whether the passage lacks one of the words, and any related to it.
func lacksSome(e *evidence.Evidence, words []retrieval.Word) bool {
	return slices.ContainsFunc(words, func(w retrieval.Word) bool {
		return !w.Stop && !slices.ContainsFunc(e.Passage().Words, func(own retrieval.Word) bool {
			return own.Stem == w.Stem || !own.Stop && text.Related(own.Stem, w.Stem)
		})
	})
}

// cutsName reports whether a part begins or ends within a name: "Mayor Quist" and
// "Mara Quist" may be one.
func cutsName(e *evidence.Evidence, r wordRange) bool {
	words := e.Words()
	joined := func(i int) bool {
		return i > 0 && i < len(words) && words[i-1].IsCapital() && words[i].IsCapital() && !words[i-1].Stop && !words[i].Stop &&
			strings.TrimSpace(e.Passage().Text[words[i-1].End:words[i].Start]) == ""
	}
	return joined(r.first) || joined(r.next)
}

// Overlap is the share of the smaller set that both have; 1 if it is empty.
func Overlap(a, b map[string]bool) float64 {
	least := min(len(a), len(b))
	if least == 0 {
		return 1
	}
	return float64(InCommon(a, b)) / float64(least)
}
