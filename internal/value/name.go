package value

import (
	"strings"

	"sherpa/internal/text"
)

// Name is a proper name: a run of capitalised words.
type Name struct {
	text.Span
	// First and Next are the words that it covers: words[First:Next].
	First, Next int
	// Initial marks a name whose first word begins the sentence, so that its
	// capital may mean nothing.
	Initial bool
}

// Names returns the proper names of a sentence in order. Words that only their
// place at the beginning of the sentence (or of a quotation) makes capital are
// left out when they are common words.
func Names(s string, words []text.Word) []Name {
	var names []Name
	for i := 0; i < len(words); {
		if !nameWord(words[i]) {
			i++
			continue
		}
		next := nameEnd(s, words, i)
		if n := (Name{First: i, Next: next, Initial: beginsClause(s, words, i)}); n.trim(words) {
			n.Span = text.Span{Start: words[n.First].Start, End: words[n.Next-1].End}
			names = append(names, n)
		}
		i = next
	}
	return names
}

// nameWord reports whether a word can begin or carry a name.
func nameWord(w text.Word) bool { return w.IsCapital() && w.Norm != "i" }

// nameEnd returns the word after the name that begins at i: it goes on over
// capitalised words and over small particles between them.
func nameEnd(s string, words []text.Word, i int) int {
	next := i + 1
	for next < len(words) {
		gap := s[words[next-1].End:words[next].Start]
		if !joinsNames(gap) || possessive(words[next-1]) {
			return next
		}
		switch {
		case nameWord(words[next]), words[next].IsNumeric() && next > i && len(words[next].Norm) <= 2 && gap == " ":
			next++
		case particles[words[next].Norm] && next+1 < len(words) && nameWord(words[next+1]) && s[words[next].End:words[next+1].Start] == " ":
			next += 2
		default:
			return next
		}
	}
	return next
}

// possessive reports whether the word ends in 's: "Putin's Moscow" is two names.
func possessive(w text.Word) bool { return w.Len() > len(w.Text) }

func joinsNames(gap string) bool {
	return gap == " " || gap == "-" || gap == "–" || gap == "‑" || gap == ". " || gap == " & "
}

var particles = map[string]bool{"of": true, "de": true, "del": true, "der": true, "von": true, "van": true, "bin": true, "al": true, "la": true, "du": true, "di": true, "da": true}

// beginsClause reports whether word i begins the sentence or a quotation.
func beginsClause(s string, words []text.Word, i int) bool {
	if i == 0 {
		return true
	}
	gap := s[words[i-1].End:words[i].Start]
	return strings.ContainsAny(gap, "“\".:!?|")
}

// trim cuts common words off the start of a name that begins a clause, and
// reports whether a name is left.
func (n *Name) trim(words []text.Word) bool {
	for n.First < n.Next && (commonCapital(words[n.First].Norm) || weekdays[words[n.First].Norm] != "" || isMonth(words[n.First].Norm)) {
		n.First++
		n.Initial = false
	}
	for n.Next > n.First && (weekdays[words[n.Next-1].Norm] != "" || isMonth(words[n.Next-1].Norm)) {
		n.Next--
	}
	return n.First < n.Next
}

func isMonth(norm string) bool {
	_, ok := months[norm]
	return ok && norm != "jan" && norm != "may" && norm != "mar"
}

// commonCapital reports whether a word is capital only by its place.
func commonCapital(norm string) bool { return text.IsStop(norm) && norm != "us" && norm != "will" }
