package retrieval

import (
	"slices"
	"unicode/utf8"

	"sherpa/internal/text"
)

// Analysis is what the question asks, as far as its wording tells.
type Analysis struct {
	// Text is the cleaned question.
	Text string
	// Words are all its words, folded and corrected. A word that became part of
	// another ("took" in "took place") is empty.
	Words []string
	Kind  Kind
	// Terms are the words that say what the question is about, in order.
	Terms []Term
	// Focus are the words after "what", "which" or "how many": what is asked
	// for ("nuclear treaty").
	Focus []string
	// Phrases are the parts in quotation marks.
	Phrases []string

	spotter *spotter
}

// Number is the number of the spots where a word stands (Spot.Number), 0 where it
// stands for no term. It is not known of a word in an expression, which may be told
// from other places of the same word, and of one whose corpus was not searched.
func (a *Analysis) Number(w *Word) (number int, known bool) {
	if a.spotter == nil || w.Expression != 0 {
		return 0, false
	}
	n, known := a.spotter.number(w)
	return int(n), known
}

// TotalIDF is the sum of the terms' weights.
func (a *Analysis) TotalIDF() float64 {
	sum := 0.0
	for i := range a.Terms {
		sum += a.Terms[i].IDF
	}
	return sum
}

// Term is a word of the question that is searched for.
type Term struct {
	// Norm is the folded word, after correction.
	Norm string
	// Stem is its stem (text.Stem).
	Stem string
	// Asked is what was typed, where it was corrected.
	Asked string
	// Variants are other spellings of the name in the corpus.
	Variants []string
	// IDF weighs the term: how few passages have it.
	IDF float64
	// Known says that the corpus has the word in some form.
	Known bool
	// Name says that it is a proper name, as typed or as the corpus writes it.
	Name bool
	// OnlyName says that it can be nothing but a name; that is told only where the question
	// was asked in a store of many events.
	OnlyName bool
	// Verbal says that it may be a verb (Word.Verbal).
	Verbal bool
	// Acronym says that it was typed as one: "NATO", "UN".
	Acronym bool
	// Groups are the groups of the lexicon that it stands in.
	Groups []int
	// Idiom is the expression that gives the word its sense ("give" in "give up"), or 0.
	Idiom text.Expression
	// At is its place among the question's words.
	At int
}

// Matches reports whether a word of a passage is this term in some form.
func (t *Term) Matches(w Word) bool {
	return w.Stem == t.Stem || w.Norm == t.Norm || slices.Contains(t.Variants, w.Norm)
}

// isAcronym reports whether a word is two to five capitals.
func isAcronym(word string) bool {
	letters := 0
	for _, r := range word {
		switch {
		case r == '.':
		case r < 'A' || r > 'Z':
			return false
		default:
			letters++
		}
	}
	return letters >= 2 && letters <= 5
}

// quotedPhrases returns what stands in quotation marks, of two words or more.
func quotedPhrases(s string) []string {
	var phrases []string
	open := -1
	for i, r := range s {
		if !isQuote(r) {
			continue
		}
		if open < 0 {
			open = i + len(string(r))
			continue
		}
		if p := text.Squeeze(s[open:i]); text.CountWords(p) > 1 {
			phrases = append(phrases, p)
		}
		open = -1
	}
	return phrases
}

func isQuote(r rune) bool { return r == '"' || r >= utf8.RuneSelf && text.Fold(string(r)) == `"` }
