package retrieval

import (
	"slices"

	"sherpa/internal/text"
)

// places maps each term to the places of its matches among some words.
type places [][]int

func occurrences(a *Analysis, words []Word) places {
	in := make(places, len(a.Terms))
	for i, w := range words {
		if w.Stop {
			continue
		}
		for t := range a.Terms {
			if a.Terms[t].Matches(w) {
				in[t] = append(in[t], i)
			}
		}
	}
	return in
}

// cover sums the weights of the terms that occur.
func (in places) cover(a *Analysis) float64 {
	sum := 0.0
	for t, at := range in {
		if len(at) > 0 {
			sum += a.Terms[t].IDF
		}
	}
	return sum
}

// relatedCover sums the weights of the terms that only related words stand for.
func relatedCover(a *Analysis, words []Word, in places) float64 {
	sum := 0.0
	for t := range a.Terms {
		if len(in[t]) == 0 && hasRelated(words, a.Terms[t].Stem) {
			sum += a.Terms[t].IDF
		}
	}
	return sum
}

func hasRelated(words []Word, stem string) bool {
	return len(text.Groups(stem)) > 0 &&
		slices.ContainsFunc(words, func(w Word) bool { return !w.Stop && text.Related(stem, w.Stem) })
}

// Run is how far the words hold a run of the question's own words in order,
// common words included ("after the summit"): 0 up to two words, 1 from six.
func Run(a *Analysis, words []Word) float64 {
	best := 0
	for i := range words {
		for k := range a.Words {
			n := 0
			for i+n < len(words) && k+n < len(a.Words) && words[i+n].Norm == a.Words[k+n] {
				n++
			}
			best = max(best, n)
		}
	}
	return min(1, max(0, float64(best-2)/4))
}

// pairShare is the share of neighbouring terms of the question that stand close
// to each other, each pair weighted by its more frequent term.
func pairShare(a *Analysis, in places, areClose func(x, y *Term, xs, ys []int) bool) float64 {
	sum, total := 0.0, 0.0
	for t := 0; t+1 < len(a.Terms); t++ {
		x, y := &a.Terms[t], &a.Terms[t+1]
		weight := min(x.IDF, y.IDF)
		total += weight
		if areClose(x, y, in[t], in[t+1]) {
			sum += weight
		}
	}
	if total == 0 {
		return 0
	}
	return sum / total
}

// asAsked reports whether some y follows some x as closely as in the question.
func asAsked(x, y *Term, xs, ys []int) bool {
	return anyPair(xs, ys, func(d int) bool { return 0 < d && d <= y.At-x.At })
}

// nearWords is how far apart words may be to be near each other.
const nearWords = 6

// within reports whether some x and some y are near each other in any order.
func within(_, _ *Term, xs, ys []int) bool {
	return anyPair(xs, ys, func(d int) bool { return d != 0 && -nearWords <= d && d <= nearWords })
}

// anyPair reports whether the distance from some x to some y is wanted.
func anyPair(xs, ys []int, wanted func(distance int) bool) bool {
	for _, x := range xs {
		for _, y := range ys {
			if wanted(y - x) {
				return true
			}
		}
	}
	return false
}

// nameCover is the share of the question's names that occur.
func nameCover(a *Analysis, in places) float64 {
	n, found := 0, 0
	for t := range a.Terms {
		if a.Terms[t].Name {
			n++
			if len(in[t]) > 0 {
				found++
			}
		}
	}
	if n == 0 {
		return 0
	}
	return float64(found) / float64(n)
}

// hasRarest reports whether the rarest known term occurs.
func hasRarest(a *Analysis, in places) bool {
	rarest := -1
	for t := range a.Terms {
		if a.Terms[t].Known && (rarest < 0 || a.Terms[t].IDF > a.Terms[rarest].IDF) {
			rarest = t
		}
	}
	return rarest >= 0 && len(in[rarest]) > 0
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
