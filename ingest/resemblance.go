package ingest

import (
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// sketch is what two texts are compared by.
type sketch struct {
	shingles map[uint64]bool
	// words counts every folded word; facts are those words that name or count.
	words map[string]int
	facts map[string]bool
}

func newSketch(s string) sketch {
	words := text.Words(s)
	p := sketch{shingles: make(map[uint64]bool, len(words)), words: make(map[string]int, len(words)), facts: map[string]bool{}}
	for _, h := range shingles(words) {
		p.shingles[h] = true
	}
	for _, w := range words {
		p.words[w.Norm]++
		if isFact(w) {
			p.facts[w.Norm] = true
		}
	}
	return p
}

// isFact reports whether a word is a figure or may be a part of a name.
func isFact(w text.Word) bool {
	return w.IsNumeric() || !text.IsStop(w.Norm) && (w.IsCapital() || len(value.Find(w.Text)) > 0)
}

// repeats reports whether two texts say nearly the same: most of their shingles
// are shared, and they do not differ by a figure or a name that each has instead
// of the other's. Such texts disagree, and readers must see both.
func (p sketch) repeats(q sketch) bool {
	return resemblance(p.shingles, q.shingles) >= nearShare && (!p.hasFactBeyond(q) || !q.hasFactBeyond(p))
}

// hasFactBeyond reports whether p has a figure or a name more often than q.
func (p sketch) hasFactBeyond(q sketch) bool {
	for f := range p.facts {
		if p.words[f] > q.words[f] {
			return true
		}
	}
	return false
}

// resemblance is the share of common elements among all (Broder 1997).
func resemblance(a, b map[uint64]bool) float64 {
	common := 0
	for h := range a {
		if b[h] {
			common++
		}
	}
	return float64(common) / float64(max(len(a)+len(b)-common, 1))
}
