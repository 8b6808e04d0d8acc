package answer

import (
	"strings"

	"sherpa/internal/value"
	"sherpa/retrieval"
)

// add cites a further article for the statement, once.
func (s *statement) add(e *evidence) {
	if e.article() == s.lead.article() || len(s.also)+1 >= maxCitations {
		return
	}
	for _, other := range s.also {
		if other.article() == e.article() {
			return
		}
	}
	s.also = append(s.also, e)
}

// saysSame finds the statement that already says what e says.
func saysSame(chosen []*statement, e *evidence) *statement {
	for _, s := range chosen {
		if sameFact(s.lead, e) {
			return s
		}
	}
	return nil
}

const (
	// sameOverlap is the overlap from which two sentences report the same.
	sameOverlap = 0.55
	// leastStems is how many content words the shorter text needs: fewer are
	// shared by chance.
	leastStems = 4
)

// sameFact reports whether two sentences report the same: they share most of
// the shorter one's words. Two of one article do only if
// they are equal.
func sameFact(a, b *evidence) bool {
	if a.text() == b.text() {
		return true
	}
	if a.article() == b.article() {
		return false
	}
	return overlap(a.sentence, b.sentence) >= sameOverlap && !a.givesOther(b) && !a.turns(b)
}

// givesOther reports whether a sentence gives a value that excludes one of another's, and
// neither gives what the other does: what they tell is then not the same.
func (e *evidence) givesOther(o *evidence) bool {
	for _, v := range e.sentence.Values {
		for _, w := range o.sentence.Values {
			if !v.Ordinal && v.Unit == w.Unit && value.Excludes(v, w) && !e.givesToo(w) && !o.givesToo(v) {
				return true
			}
		}
	}
	return false
}

// overlap is the share of the shorter sentence's content words that the other has
// (the overlap coefficient of Szymkiewicz and Simpson).
func overlap(a, b *retrieval.Sentence) float64 {
	shorter := min(len(a.Stems), len(b.Stems))
	if shorter < leastStems {
		return 0
	}
	n := 0
	for x, y := a.Stems, b.Stems; len(x) > 0 && len(y) > 0; {
		switch order := strings.Compare(x[0], y[0]); {
		case order < 0:
			x = x[1:]
		case order > 0:
			y = y[1:]
		default:
			x, y, n = x[1:], y[1:], n+1
		}
	}
	return float64(n) / float64(shorter)
}
