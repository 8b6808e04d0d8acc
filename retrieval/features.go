package retrieval

import (
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// feature is one sign that a passage answers a question.
type feature int

// The features, in the order of weights.go, which says what each means.
const (
	featBM25 feature = iota
	featCover
	featSentence
	featNear
	featPairs
	featTitle
	featKind
	featNames
	featRare
	featPhrase
	featLead
	featRelated
	featRun
	featCount
)

// featureNames are the names that explanations show.
var featureNames = [featCount]string{"bm25", "cover", "sentence", "near", "pairs", "title", "kind", "names", "rare", "phrase", "lead", "related", "run"}

// vector holds a passage's features, most of them between 0 and 1.
type vector [featCount]float64

func (f *vector) score() float64 {
	sum := 0.0
	for i, x := range f {
		sum += x * weights[i]
	}
	return sum
}

// explain lists the parts of the score; they add up to it.
func (f *vector) explain() *Explanation {
	e := &Explanation{}
	for i, x := range f {
		points := x * weights[i]
		e.Parts = append(e.Parts, Part{Feature: featureNames[i], Value: x, Weight: weights[i], Points: points})
		e.Score += points
	}
	return e
}

// features measures a candidate; topBM25 is the best candidate's BM25.
func features(a *Analysis, c candidate, topBM25 float64) *vector {
	var f vector
	total := a.TotalIDF()
	if total == 0 {
		return &f
	}
	in := occurrences(a, c.parsed.Words)
	if topBM25 > 0 {
		f[featBM25] = c.bm25 / topBM25
	}
	f[featCover] = in.cover(a) / total
	f[featTitle] = occurrences(a, c.parsed.Title).cover(a) / total
	f[featPairs] = pairs(a, in, 1)
	f[featNear] = pairs(a, in, 6)
	f[featNames] = nameCover(a, in)
	f[featRare] = rarest(a, in)
	f[featPhrase] = phrases(a, c.parsed)
	f[featRelated] = relatedCover(a, c.parsed.Words, in) / total
	f[featRun] = Run(a, c.parsed.Words)
	best, kind := bestSentence(a, c.parsed)
	f[featSentence], f[featKind] = best/total, kind
	if c.parsed.Lead {
		f[featLead] = 1
	}
	return &f
}

// places maps each term to the places of its matches among the words.
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
		if len(in[t]) > 0 || len(text.Groups(a.Terms[t].Stem)) == 0 {
			continue
		}
		for i := range words {
			if !words[i].Stop && text.Related(a.Terms[t].Stem, words[i].Stem) {
				sum += a.Terms[t].IDF
				break
			}
		}
	}
	return sum
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

// pairs is the share of neighbouring terms of the question that stand within
// gap words of each other in the same order, weighted by the rarer one.
func pairs(a *Analysis, in places, gap int) float64 {
	sum, total := 0.0, 0.0
	for t := 0; t+1 < len(a.Terms); t++ {
		weight := min(a.Terms[t].IDF, a.Terms[t+1].IDF)
		total += weight
		reach := gap
		if gap == 1 {
			reach = a.Terms[t+1].At - a.Terms[t].At
		}
		if anyNear(in[t], in[t+1], reach, gap > 1) {
			sum += weight
		}
	}
	if total == 0 {
		return 0
	}
	return sum / total
}

// anyNear reports whether some y follows some x by at most gap words; either
// order will do if both is set.
func anyNear(xs, ys []int, gap int, both bool) bool {
	for _, x := range xs {
		for _, y := range ys {
			if y > x && y-x <= gap || both && x > y && x-y <= gap {
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

// rarest is 1 where the rarest known term occurs.
func rarest(a *Analysis, in places) float64 {
	best := -1
	for t := range a.Terms {
		if a.Terms[t].Known && (best < 0 || a.Terms[t].IDF > a.Terms[best].IDF) {
			best = t
		}
	}
	if best >= 0 && len(in[best]) > 0 {
		return 1
	}
	return 0
}

// phrases is the share of the question's quoted phrases that occur.
func phrases(a *Analysis, p *Passage) float64 {
	if len(a.Phrases) == 0 {
		return 0
	}
	n := 0
	for _, phrase := range a.Phrases {
		if containsFolded(p, phrase) {
			n++
		}
	}
	return float64(n) / float64(len(a.Phrases))
}

// bestSentence is the largest weight of terms that one sentence covers, and
// whether that sentence has a value of the kind that is asked for.
func bestSentence(a *Analysis, p *Passage) (cover, kind float64) {
	for i := range p.Sentences {
		s := &p.Sentences[i]
		c := occurrences(a, p.In(s)).cover(a)
		k := 0.0
		if HoldsKind(a, p, s) {
			k = 1
		}
		if c > cover || c == cover && k > kind {
			cover, kind = c, k
		}
	}
	return cover, kind
}

// HoldsKind reports whether a sentence has a value of the kind that the
// question asks for and that the question does not itself name.
func HoldsKind(a *Analysis, p *Passage, s *Sentence) bool {
	switch a.Kind {
	case KindDate:
		return hasValue(s, value.Date, value.Clock)
	case KindDuration:
		return hasValue(s, value.Duration)
	case KindNumber:
		return hasValue(s, value.Number, value.Percent, value.Money, value.Duration)
	case KindPerson, KindPlace, KindOrganisation, KindList, KindWhoIs:
		return hasNewName(a, p, s)
	case KindQuotation:
		return hasQuotation(s.Of(p.Text))
	case KindReason:
		return hasReason(p.In(s))
	}
	return false
}

func hasValue(s *Sentence, kinds ...value.Kind) bool {
	for _, v := range s.Values {
		for _, k := range kinds {
			if v.Kind == k && !v.Ordinal {
				return true
			}
		}
	}
	return false
}

// hasNewName reports whether a sentence names somebody or something that the
// question does not.
func hasNewName(a *Analysis, p *Passage, s *Sentence) bool {
	words := p.In(s)
	for _, n := range s.Names {
		if !namedIn(a, words[n.First:n.Next]) {
			return true
		}
	}
	return false
}

// namedIn reports whether all words of a name are terms of the question.
func namedIn(a *Analysis, name []Word) bool {
	for _, w := range name {
		found := false
		for t := range a.Terms {
			found = found || a.Terms[t].Matches(w)
		}
		if !found {
			return false
		}
	}
	return true
}

func hasQuotation(s string) bool {
	for _, r := range s {
		if isQuote(r) {
			return true
		}
	}
	return false
}

var reasonWords = set(`because since due owing therefore thus hence reason cause caused causes causing so aim aims aimed purpose result led leads order after amid`)

func hasReason(words []Word) bool {
	for _, w := range words {
		if reasonWords[w.Norm] {
			return true
		}
	}
	return false
}

// containsFolded reports whether the words of a phrase stand side by side.
func containsFolded(p *Passage, phrase string) bool {
	want := splitFolded(phrase)
	for i := 0; i+len(want) <= len(p.Words); i++ {
		k := 0
		for k < len(want) && p.Words[i+k].Norm == want[k] {
			k++
		}
		if k == len(want) {
			return true
		}
	}
	return false
}
