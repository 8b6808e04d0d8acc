package retrieval

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
var featureNames = [featCount]string{
	featBM25: "bm25", featCover: "cover", featSentence: "sentence", featNear: "near", featPairs: "pairs", featTitle: "title", featKind: "kind",
	featNames: "names", featRare: "rare", featPhrase: "phrase", featLead: "lead", featRelated: "related", featRun: "run",
}

// vector holds a passage's features, each between 0 and 1.
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
	p := c.parsed
	in := occurrences(a, p.Words)
	if topBM25 > 0 {
		f[featBM25] = c.bm25 / topBM25
	}
	f[featCover] = in.cover(a) / total
	f[featTitle] = occurrences(a, p.Title).cover(a) / total
	f[featNear] = pairShare(a, in, within)
	f[featPairs] = pairShare(a, in, asAsked)
	f[featNames] = nameCover(a, in)
	f[featRare] = indicator(hasRarest(a, in))
	f[featPhrase] = phraseShare(a, p)
	f[featLead] = indicator(p.Lead)
	f[featRelated] = relatedCover(a, p.Words, in) / total
	f[featRun] = Run(a, p.Words)
	cover, kind := bestSentence(a, p)
	f[featSentence], f[featKind] = cover/total, indicator(kind)
	return &f
}

func indicator(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// bestSentence is the largest weight of terms that one sentence covers, and
// whether that sentence has a value of the kind that is asked for. Of sentences
// that cover the same, one with such a value counts.
func bestSentence(a *Analysis, p *Passage) (cover float64, kind bool) {
	for i := range p.Sentences {
		s := &p.Sentences[i]
		c, holds := occurrences(a, p.In(s)).cover(a), HoldsKind(a, p, s)
		if c > cover || c == cover && holds {
			cover, kind = c, holds
		}
	}
	return cover, kind
}
