// Package clause cuts sentences into clauses, by punctuation and conjunctions. It
// must not know what the clauses are for.
package clause

import (
	"strings"

	"sherpa/internal/text"
	"sherpa/retrieval"
)

// Starts are words that begin a new clause after a comma.
var Starts = text.WordSet(`and but while whereas although though which who whom whose where when after before because since as so yet or`)

// clauseStartsAlone begin a clause without a comma.
var clauseStartsAlone = text.WordSet(`while whereas although though because`)

// Split cuts a sentence's words into clauses, as ranges of indexes into words.
// It goes by punctuation and conjunctions; a comma in a list is no boundary.
func Split(s string, words []retrieval.Word) []text.Span {
	var spans []text.Span
	first := 0
	for i := 1; i < len(words); i++ {
		if startsClause(s, words, i) && i-first > 1 {
			spans = append(spans, text.Span{Start: first, End: i})
			first = i
		}
	}
	return append(spans, text.Span{Start: first, End: len(words)})
}

func startsClause(s string, words []retrieval.Word, i int) bool {
	gap := s[words[i-1].End:words[i].Start]
	if clauseStartsAlone[words[i].Norm] {
		return true
	}
	for _, r := range gap {
		switch r {
		case ';':
			if !shortItem(s, words, i) {
				return true
			}
		case ':', '—', '–', '(', ')', '“', '”':
			if r != '–' || len(gap) > len("–") {
				return true
			}
		case ',':
			if Starts[words[i].Norm] && !inList(words, i) {
				return true
			}
		}
	}
	return false
}

// shortItem reports whether the words from i up to the next semicolon are so few
// that the semicolon before them separates the items of a list.
func shortItem(s string, words []retrieval.Word, i int) bool {
	end := i + 1
	for end < len(words) && !strings.Contains(s[words[end-1].End:words[end].Start], ";") {
		end++
	}
	return end-i <= 9
}

// inList reports whether the "and" at word i only joins the last item of a list:
// a capitalised item stands on either side.
func inList(words []retrieval.Word, i int) bool {
	if words[i].Norm != "and" && words[i].Norm != "or" || i+1 >= len(words) {
		return false
	}
	return words[i+1].IsCapital() && words[i-1].IsCapital()
}

// At returns the clause that holds word i.
func At(cl []text.Span, i int) text.Span {
	for _, c := range cl {
		if c.Start <= i && i < c.End {
			return c
		}
	}
	return text.Span{}
}
