// Package value finds the typed values of a text - numbers, percentages, sums of
// money, durations, dates and names - and says whether two of them agree.
//
// It reads one sentence at a time and keeps no state. It must not know about
// articles or questions: what a value is about is for its callers to decide.
package value

import (
	"strings"
	"unicode"

	"sherpa/internal/text"
)

// Kind is the type of a value.
type Kind int

// The kinds of values.
const (
	Number Kind = iota
	Percent
	Money
	Duration
	Date
	Clock
)

// String names the kind as reports show it.
func (k Kind) String() string {
	return [...]string{"number", "percentage", "money", "duration", "date", "time"}[k]
}

// Value is a typed value and where it stands.
type Value struct {
	text.Span
	Kind Kind
	// Low and High bound the magnitude: plain for numbers and money, in percent,
	// in seconds for durations, in minutes after midnight for times. "Nearly
	// three" is below 3, "more than three" is above.
	Low, High float64
	// Hedged says that the text gives a bound or an approximation, not a figure.
	Hedged bool
	// Unit is the folded noun that is counted, a unit of time ("hour"), a unit of
	// measure as one name in the plural ("km", "miles"), a currency's code in
	// small letters or a time zone; or empty.
	Unit string
	// When is set for dates.
	When When
	// Halved says that a time is one of half a day and not of which: "half past three".
	Halved bool
	// Ordinal marks "third" and "21st".
	Ordinal bool
	// Role is what a duration, or a number of years, says of something.
	Role Role
}

// Find returns the values of a sentence in order. They do not overlap.
func Find(s string) []Value { return FindIn(s, text.Words(s)) }

// FindIn is Find for a caller that has the words of s already.
func FindIn(s string, words []text.Word) []Value {
	f := finder{s: s, words: words}
	var found []Value
	for i := 0; i < len(words); {
		v, next, ok := f.at(i)
		if !ok {
			i++
			continue
		}
		found = append(found, v)
		i = next
	}
	return found
}

// finder reads values from the words of one sentence. Its methods take the place
// of a word and return, with what they read there, the word after it.
type finder struct {
	s     string
	words []text.Word
}

// at reads the value that begins at word i; next is the word after it.
func (f *finder) at(i int) (v Value, next int, ok bool) {
	if v, next, ok = f.clock(i); ok {
		return v, next, true
	}
	if v, next, ok = f.date(i); ok {
		return v, next, true
	}
	return f.quantity(i)
}

// norm is the folded word at i, or "" past the ends.
func (f *finder) norm(i int) string {
	if i < 0 || i >= len(f.words) {
		return ""
	}
	return f.words[i].Norm
}

// isNumeric reports whether there is a word at i that starts with a digit.
func (f *finder) isNumeric(i int) bool {
	return i >= 0 && i < len(f.words) && f.words[i].IsNumeric()
}

// isCapital reports whether there is a word at i that starts with a capital.
func (f *finder) isCapital(i int) bool {
	return i >= 0 && i < len(f.words) && f.words[i].IsCapital()
}

// between is what stands between word i and the next one.
func (f *finder) between(i int) string {
	if i < 0 || i+1 >= len(f.words) {
		return ""
	}
	return f.s[f.words[i].End:f.words[i+1].Start]
}

// near reports whether word i follows the one before it with nothing but spaces,
// hyphens and a fraction's sign between them, so that they can be parts of one
// value.
func (f *finder) near(i int) bool {
	if i < 1 || i >= len(f.words) {
		return false
	}
	return strings.IndexFunc(f.between(i-1), parts) < 0
}

// parts reports whether r keeps the words around it from being one value.
func parts(r rune) bool {
	return !unicode.IsSpace(r) && !text.IsDash(r) && fractionSigns[r] == 0
}

// span covers the words from i up to and without next.
func (f *finder) span(i, next int) text.Span {
	return text.Span{Start: f.words[i].Start, End: f.words[next-1].End}
}

// wordSet is the set of the words of a list.
func wordSet(list string) map[string]bool { return text.WordSet(list) }
