package answer

import (
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
	return overlap(a.words(), b.words()) >= sameOverlap
}

// overlap is the share of the shorter text's content words that the other has
// (the overlap coefficient of Szymkiewicz and Simpson).
func overlap(a, b []retrieval.Word) float64 {
	x, y := stems(a), stems(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < leastStems {
		return 0
	}
	n := 0
	for s := range x {
		if y[s] {
			n++
		}
	}
	return float64(n) / float64(len(x))
}

func stems(words []retrieval.Word) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		if !w.Stop {
			set[w.Stem] = true
		}
	}
	return set
}
