// Package value finds the typed values of a text - numbers, percentages, sums of
// money, durations, dates and names - and says whether two of them agree.
//
// It reads one sentence at a time and keeps no state. It must not know about
// articles or questions: what a value is about is for its callers to decide.
package value

import (
	"math"
	"strings"

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
	// Unit is the folded noun that is counted, a unit or a currency; or empty.
	Unit string
	// When is set for dates.
	When When
	// Ordinal marks "third" and "21st".
	Ordinal bool
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

// finder reads values from the words of one sentence.
type finder struct {
	s     string
	words []text.Word
}

// at reads the value that begins at word i; next is the word after it.
func (f *finder) at(i int) (v Value, next int, ok bool) {
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

// between is what stands between word i and the next one.
func (f *finder) between(i int) string {
	if i < 0 || i+1 >= len(f.words) {
		return ""
	}
	return f.s[f.words[i].End:f.words[i+1].Start]
}

// span covers the words from i up to and without next.
func (f *finder) span(i, next int) text.Span {
	return text.Span{Start: f.words[i].Start, End: f.words[next-1].End}
}

// Agree reports whether a and b can both be true of one thing: their ranges
// meet, or the dates do not exclude each other.
func Agree(a, b Value) bool {
	if a.Kind != b.Kind {
		return false
	}
	if a.Kind == Date {
		return a.When.Agrees(b.When)
	}
	if a.Unit != b.Unit && a.Unit != "" && b.Unit != "" && (a.Kind == Number || a.Kind == Money) && !sameUnit(a.Unit, b.Unit) {
		return false
	}
	return a.Low <= b.High+tolerance(b) && b.Low <= a.High+tolerance(a)
}

func sameUnit(a, b string) bool { return text.Stem(a) == text.Stem(b) }

// tolerance is the rounding that a duration given without a hedge allows: "three
// hours" may be five minutes more or less. Counts are taken at their word.
func tolerance(v Value) float64 {
	if v.Kind != Duration || v.Hedged {
		return 0
	}
	return v.High * 0.03
}

// Comparable reports whether two values speak of the same kind of thing, so that
// a difference between them would mean something.
func Comparable(a, b Value) bool {
	if a.Kind != b.Kind || a.Ordinal != b.Ordinal {
		return false
	}
	if a.Kind == Date {
		return a.When.comparable(b.When)
	}
	return a.Kind != Number || a.Unit == "" || b.Unit == "" || sameUnit(a.Unit, b.Unit)
}

// exact makes the bounds of a plain figure.
func exact(x float64) (low, high float64) { return x, x }

// hedge widens the bounds of x as the words before it say: hedges maps a phrase
// to the share of x that it may lie below and above.
func hedge(x float64, h bounds) (low, high float64) {
	low, high = x*(1-h.below), x*(1+h.above)
	if h.openLow {
		low = math.Nextafter(x, math.Inf(1))
	}
	if h.openHigh {
		high = math.Nextafter(x, math.Inf(-1))
	}
	return low, high
}

// bounds says how far a hedged figure may be from what is written.
type bounds struct {
	below, above      float64
	openLow, openHigh bool // excludes the figure itself
}

var (
	under   = bounds{below: 0.25, openHigh: true}
	over    = bounds{above: 1, openLow: true}
	about   = bounds{below: 0.1, above: 0.1}
	atLeast = bounds{above: 1}
	atMost  = bounds{below: 1}
)

// hedges are the words that turn a figure into a bound.
var hedges = map[string]bounds{
	"nearly": under, "almost": under, "just under": under, "under": under, "less than": under, "fewer than": under, "close to": under, "below": under,
	"more than": over, "over": over, "just over": over, "above": over, "exceeding": over, "greater than": over, "longer than": over, "later than": over, "shorter than": under, "well over": over, "upwards of": over,
	"about": about, "around": about, "roughly": about, "approximately": about, "some": about, "an estimated": about, "estimated": about, "circa": about,
	"at least": atLeast, "no less than": atLeast, "no fewer than": atLeast, "as many as": atMost, "up to": atMost, "at most": atMost, "no more than": atMost,
}

// hedgeBefore finds the hedge that ends just before word i and where it starts.
func (f *finder) hedgeBefore(i int) (bounds, int, bool) {
	for n := 3; n >= 1; n-- {
		if i-n < 0 {
			continue
		}
		parts := make([]string, n)
		for k := range n {
			parts[k] = f.norm(i - n + k)
		}
		if h, ok := hedges[strings.Join(parts, " ")]; ok {
			return h, i - n, true
		}
	}
	return bounds{}, i, false
}
