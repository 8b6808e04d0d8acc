package evidence

import (
	"slices"
	"strings"

	"sherpa/internal/text"
	"sherpa/retrieval"
)

// Beside reports whether nothing but a space or a comma stands between two words.
func (e *Evidence) Beside(from, to int) bool {
	gap := strings.TrimSpace(e.Passage().Text[from:to])
	return gap == "" || gap == ","
}

// Has reports whether the sentence has one of the words.
func (e *Evidence) Has(set map[string]bool) bool {
	words := e.Words()
	for i := range words {
		if set[words[i].Norm] {
			return true
		}
	}
	return false
}

// HoldsRun reports whether words stand in a sentence one after the other.
func HoldsRun(words []retrieval.Word, run []string) bool {
	for i := 0; i+len(run) <= len(words); i++ {
		if slices.EqualFunc(words[i:i+len(run)], run, func(w retrieval.Word, norm string) bool { return w.Norm == norm }) {
			return true
		}
	}
	return false
}

// IsArticle reports whether a word is an article, which a short answer does
// without.
func IsArticle(norm string) bool { return norm == "the" || norm == "a" || norm == "an" }

// HasStem reports whether one of the words has a stem.
func HasStem(words []retrieval.Word, stem string) bool {
	for i := range words {
		if words[i].Stem == stem {
			return true
		}
	}
	return false
}

// Adjoin reports whether nothing but a space stands between word i and the next.
func (e *Evidence) Adjoin(i int) bool {
	words := e.Words()
	return i+1 >= len(words) || strings.TrimSpace(e.Passage().Text[words[i].End:words[i+1].Start]) == ""
}

func isAnd(w retrieval.Word) bool { return w.Norm == "and" }

// IsThat reports whether the word is "that".
func IsThat(w retrieval.Word) bool { return w.Norm == "that" }

// WordsWithin bounds the words that lie in a span.
func WordsWithin(words []retrieval.Word, at text.Span) (first, next int) {
	for first < len(words) && words[first].Start < at.Start {
		first++
	}
	next = first
	for next < len(words) && words[next].End <= at.End {
		next++
	}
	return first, next
}

// AnyMatch reports whether any sentence has the term.
func AnyMatch(all []*Evidence, t int) bool {
	for _, e := range all {
		if e.Matched[t] > 0 {
			return true
		}
	}
	return false
}

// MatchesAny reports whether the sentence has any of some terms.
func (e *Evidence) MatchesAny(terms []int) bool {
	return slices.ContainsFunc(terms, func(t int) bool { return e.Matched[t] > 0 })
}

// WordAt is the first word of the sentence that begins at an offset or behind it, or -1.
func (e *Evidence) WordAt(start int) int {
	return slices.IndexFunc(e.Words(), func(w retrieval.Word) bool { return w.Start >= start })
}

// Unbroken are the words up to the first comma or other mark.
func Unbroken(words []retrieval.Word) []retrieval.Word {
	for i := 1; i < len(words); i++ {
		if words[i].Start > words[i-1].End+1 {
			return words[:i]
		}
	}
	return words
}

// HasWord reports whether a clause has a word.
func HasWord(clause []retrieval.Word, norm string) bool {
	return slices.ContainsFunc(clause, func(w retrieval.Word) bool { return w.Norm == norm })
}

// IsQuestion reports whether the sentence is a question itself.
func (e *Evidence) IsQuestion() bool { t := e.Text(); return t[len(t)-1] == '?' }
