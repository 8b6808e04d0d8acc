package draft

import (
	"slices"
	"strings"

	"sherpa/answer/disagreement"
	"sherpa/answer/evidence"
	"sherpa/answer/short"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// Add cites a further article for the statement, once.
func (s *Statement) Add(e *evidence.Evidence) {
	if e.Article() == s.Lead.Article() || len(s.Also)+1 >= short.MaxCitations {
		return
	}
	for _, other := range s.Also {
		if other.Article() == e.Article() {
			return
		}
	}
	s.Also = append(s.Also, e)
}

// Corroborate cites the sentence for the statement like it if it has all figures, dates,
// names and quotations of the statement, and reports whether it has.
func (s *Statement) Corroborate(e *evidence.Evidence) bool {
	if s.Lead.Text() != e.Text() && !s.Lead.BornOutBy(e) {
		return false
	}
	s.Add(e)
	return true
}

// says reports whether the statement has all that a sentence like it says.
func (s *Statement) says(e *evidence.Evidence) bool {
	return s.Lead.Article() == e.Article() || e.BornOutBy(s.Lead)
}

// corroborated cites the sentence for the first statement like it that it bears out, and
// reports whether there is one.
func corroborated(chosen []*Statement, e *evidence.Evidence) bool {
	return slices.ContainsFunc(chosen, func(s *Statement) bool { return SameFact(s.Lead, e) && s.Corroborate(e) })
}

// toldIn reports whether a sentence need not be a statement beside those that are chosen:
// it is cited for one, or has nothing that one lacks.
func toldIn(chosen []*Statement, e *evidence.Evidence) bool {
	return slices.ContainsFunc(chosen, func(s *Statement) bool { return SameFact(s.Lead, e) && (s.Corroborate(e) || s.says(e)) })
}

// StatementLike finds the statement that already says what e says.
func StatementLike(chosen []*Statement, e *evidence.Evidence) *Statement {
	for _, s := range chosen {
		if SameFact(s.Lead, e) {
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

// SameFact reports whether two sentences report the same: they share most of
// the shorter one's words. Two of one article do only if
// they are equal.
func SameFact(a, b *evidence.Evidence) bool {
	if a.Text() == b.Text() {
		return true
	}
	if a.Article() == b.Article() {
		return false
	}
	return overlap(a.Sentence, b.Sentence) >= sameOverlap && !givesOther(a, b) && !turns(a, b)
}

// givesOther reports whether a sentence gives a value that excludes one of another's, and
// neither gives what the other does: what they tell is then not the same.
func givesOther(e *evidence.Evidence, o *evidence.Evidence) bool {
	for _, v := range e.Sentence.Values {
		for _, w := range o.Sentence.Values {
			if !v.Ordinal && v.Unit == w.Unit && value.Excludes(v, w) && !disagreement.GivesToo(e, w) && !disagreement.GivesToo(o, v) {
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
