package value

import (
	"strings"
	"unicode"
	"unicode/utf8"

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

// Names returns the proper names of a sentence in order. Common words, days and
// months at the beginning and days, months and dates at the end are left out,
// since their capitals make no name.
func Names(s string, words []text.Word) []Name {
	var names []Name
	c := context{asks: strings.HasSuffix(s, "?"), headline: strings.IndexFunc(s, unicode.IsLower) < 0}
	for i := 0; i < len(words); {
		if !nameWord(words[i]) {
			i++
			continue
		}
		next := nameEnd(s, words, i)
		if n := (Name{First: i, Next: next, Initial: beginsClause(s, words, i)}); n.trim(words, c) {
			n.Span = text.Span{Start: words[n.First].Start, End: words[n.Next-1].End}
			names = append(names, n)
		}
		i = next
	}
	return names
}

// context is what a sentence says of all its capitals.
type context struct {
	asks     bool // it is a question
	headline bool // it is written in capitals
}

// nameWord reports whether a word can begin or carry a name.
func nameWord(w text.Word) bool { return w.IsCapital() && w.Norm != "i" }

// nameEnd returns the word after the name that begins at i: it goes on over
// capitalised words, short numbers and the particles between them.
func nameEnd(s string, words []text.Word, i int) int {
	for next := i + 1; ; {
		if next >= len(words) || possessive(words[next-1]) {
			return next
		}
		gap := s[words[next-1].End:words[next].Start]
		carrier := afterParticles(s, words, next)
		switch {
		case !joinsNames(gap, words[next-1]):
			return next
		case nameWord(words[next]), isNameNumber(words[next]) && gap == " ":
			next++
		case carrier > next:
			next = carrier + 1
		default:
			return next
		}
	}
}

// maxParticles is how many particles a name has in a row ("von der").
const maxParticles = 2

// afterParticles returns the word of a name that follows the particles at word
// i, or i if there are none or no name goes on.
func afterParticles(s string, words []text.Word, i int) int {
	for at := i; at-i < maxParticles && at+1 < len(words) && particles[words[at].Norm]; at++ {
		gap := s[words[at].End:words[at+1].Start]
		if gap != " " && gap != "-" {
			break
		}
		if nameWord(words[at+1]) {
			return at + 1
		}
	}
	return i
}

var particles = wordSet("of de del della der den des dos van von zu bin ibn al el la le du di da")

// isNameNumber reports whether a number can belong to a name ("Apollo 11").
func isNameNumber(w text.Word) bool { return w.IsNumeric() && len(w.Norm) <= 2 }

// possessive reports whether the word ends in 's: "Putin's Moscow" is two names.
func possessive(w text.Word) bool { return w.Len() > len(w.Text) }

// maxTitle is how long a word is at most, in letters, whose point does not end a
// name: an initial or a title ("J.", "Prof.").
const maxTitle = 4

// joinsNames reports whether a name can go on over what stands after a word.
func joinsNames(gap string, before text.Word) bool {
	switch gap {
	case " ", "-", "–", "‑", " & ":
		return true
	case ". ":
		return utf8.RuneCountInString(before.Text) <= maxTitle
	}
	return false
}

// beginsClause reports whether word i begins the sentence or a quotation.
func beginsClause(s string, words []text.Word, i int) bool {
	if i == 0 {
		return true
	}
	gap := s[words[i-1].End:words[i].Start]
	return strings.ContainsAny(gap, "“‘\".:!?|")
}

// trim cuts what is no part of a name off both its ends and reports whether a
// name is left.
func (n *Name) trim(words []text.Word, c context) bool {
	for n.First < n.Next && !leadsName(words[n.First], c, n.Initial) {
		n.First++
		n.Initial = false
	}
	for n.First < n.Next && !endsName(words[n.First:n.Next]) {
		n.Next--
	}
	return n.First < n.Next
}

// leadsName reports whether a word can be the first of a name.
func leadsName(w text.Word, c context, initial bool) bool {
	switch {
	case w.Norm == "will": // a person's name, unless it asks
		return !c.asks || !initial
	case !c.headline && isAcronym(w): // the WHO
		return true
	}
	return !text.IsStop(w.Norm) && !isDay(w.Norm) && !w.IsNumeric()
}

// isAcronym reports whether a word has capitals only, and several.
func isAcronym(w text.Word) bool {
	return len(w.Text) > 1 && !w.IsNumeric() && strings.IndexFunc(w.Text, unicode.IsLower) < 0
}

// endsName reports whether the last of the words can be that of a name.
func endsName(words []text.Word) bool {
	last := words[len(words)-1]
	if last.IsNumeric() && len(words) > 1 {
		_, isMonth := months[words[len(words)-2].Norm]
		return !isMonth
	}
	return !isDay(last.Norm)
}

// isDay reports whether a word names a day of the week or a month and is no
// name of a person as well.
func isDay(norm string) bool {
	_, isMonth := months[norm]
	return weekdays[norm] || isMonth && norm != "jan" && norm != "may" && norm != "mar"
}
