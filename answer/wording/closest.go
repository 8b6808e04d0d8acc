package wording

import (
	"cmp"
	"slices"

	"sherpa/internal/text"
)

const (
	// MinSimilarity is how alike a wording must be to be one.
	MinSimilarity = 0.4
	// maxCells is how many pairs of words an alignment may compare before it
	// keeps to the neighbourhood of the part that shares most.
	maxCells = 1 << 20
)

// Closest is a run of words of an article that is like a quotation.
type Closest struct {
	Span       text.Span
	Similarity float64
	// Diff is the run with [-words that are not there-] and {+words that are+}.
	Diff string
}

// ClosestIn is the closest wording in an article of which near is the part that
// shares most; false if it is not close enough.
func (w Wording) ClosestIn(article string, near text.Span) (Closest, bool) {
	q := w.words
	words := q.neighbourhood(text.Words(article), near)
	al := align(q, words)
	if al.similarity < MinSimilarity || al.same == 0 && q.saysSomething() || al.from >= al.to {
		return Closest{}, false
	}
	span := text.Span{Start: words[al.from].Start, End: words[al.to-1].End}
	return Closest{Span: span, Similarity: al.similarity, Diff: al.diff(w.Text, q, article, words)}, true
}

// neighbourhood is all words of an article, or, where that would be too much to
// align, the words of that part and as many on either side as are quoted.
func (q quotedWords) neighbourhood(words []text.Word, near text.Span) []text.Word {
	n := len(q.words)
	if n*len(words) <= maxCells {
		return words
	}
	at := func(offset int) int {
		i, _ := slices.BinarySearchFunc(words, offset, func(w text.Word, o int) int { return cmp.Compare(w.Start, o) })
		return i
	}
	return words[max(at(near.Start)-n, 0):min(at(near.End)+n, len(words))]
}

// saysSomething reports whether any of the words is more than a common one.
func (q quotedWords) saysSomething() bool {
	return slices.ContainsFunc(q.words, func(w text.Word) bool { return !text.IsStop(w.Norm) })
}
