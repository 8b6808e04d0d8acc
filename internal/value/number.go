package value

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"sherpa/internal/text"
)

// quantity reads a number with what it counts: a percentage, a sum of money, a
// duration or a plain number.
func (f *finder) quantity(i int) (Value, int, bool) {
	n, ok := f.number(i)
	if !ok {
		return Value{}, i, false
	}
	v := Value{Kind: Number, Span: f.span(i, n.next), Ordinal: n.ordinal, Low: n.x, High: n.x}
	v.End += n.sign
	next := f.typed(&v, i, n)
	if n.vague != (bounds{}) {
		v.Low, v.High = n.vague.of(v.Low)
		v.Hedged = true
	}
	f.applyHedge(&v, i)
	if v.Kind == Duration && v.Ordinal { // "a third hour" has begun and not ended
		v.Low, v.Hedged = max(v.Low-seconds[v.Unit], 0), true
	}
	return v, next, true
}

// typed finds out what the number at i counts, sets v's kind, unit, size and
// span, and returns the word after it.
func (f *finder) typed(v *Value, i int, n number) int {
	if unit, start, ok := f.currencyBefore(i); ok {
		v.Kind, v.Unit, v.Start = Money, unit, start
		return n.next
	}
	if end, next, ok := f.percentEnd(n.next); ok {
		v.Kind, v.End = Percent, end
		return next
	}
	if unit, next, ok := f.durationUnit(n.next); ok {
		return f.duration(v, n, unit, next)
	}
	if unit, end, next, ok := f.currencyAfter(n.next); ok {
		v.Kind, v.Unit, v.End = Money, unit, end
		return next
	}
	if unit, next, ok := f.measure(n.next); ok && !n.ordinal {
		f.measured(v, unit, next)
		return next
	}
	v.Unit = f.counted(n.next)
	return n.next
}

// peopleWords are the nouns for people that do not end in "s".
var peopleWords = wordSet("people person men women children")

func (f *finder) countsPeople(i int) bool { return peopleWords[f.norm(i)] && f.near(i) }

// maxPassed is how many words may stand between a number and what it counts
// ("1.2 million combined military casualties").
const maxPassed = 2

// counted is the noun that a plain number counts: the next word in the plural,
// passing adjectives.
func (f *finder) counted(i int) string {
	for k := i; k <= i+maxPassed && f.near(k); k++ {
		w := f.norm(k)
		if text.IsStop(w) && w != "of" {
			return ""
		}
		if peopleWords[w] || strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") {
			return w
		}
	}
	return ""
}

// number is a number in figures or words.
type number struct {
	x       float64
	next    int // the word after it
	sign    int // how many bytes of a fraction's sign ("½") follow its last word
	ordinal bool
	vague   bounds // how far "a few" may be from x
}

// number reads the number that begins at word i.
func (f *finder) number(i int) (number, bool) {
	if !f.isNumeric(i) {
		return f.spelled(i)
	}
	if f.isDesignation(i) {
		return number{}, false
	}
	return f.figures(i)
}

// isDesignation reports whether the figure at word i belongs to a name, as in
// "F-16".
func (f *finder) isDesignation(i int) bool {
	if !f.isCapital(i-1) || f.between(i-1) != "-" {
		return false
	}
	_, isNumber := cardinals[f.norm(i-1)]
	return !isNumber && !hedgeIntros[f.norm(i-1)]
}

// figureEndings are what may be written onto a figure, and what it multiplies by.
var figureEndings = map[string]float64{"": 1, "k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12, "trn": 1e12}

// figures reads "1,200", "1.2 million", "€5bn", "21st", "3½" and the first of
// "3-4".
func (f *finder) figures(i int) (number, bool) {
	x, ending, ok := cutFigure(f.norm(i))
	if !ok {
		return number{}, false
	}
	if ordinalEndings[ending] {
		return number{x: x, next: i + 1, ordinal: true}, true
	}
	factor, ok := figureEndings[ending]
	if _, isUnit := seconds[singular(ending)]; !ok && !isUnit && measures[ending] == "" {
		return number{}, false // "1980s" is a date, "4x4" a name
	}
	if !ok { // the unit is read from the same word
		return number{x: x, next: i + 1}, true
	}
	n := number{x: x * factor, next: i + 1}
	if part, size := fractionSign(f.s[f.words[i].End:]); size > 0 {
		n.x, n.sign = n.x+part, size
	}
	return f.scaled(f.withHalf(n)), true
}

var ordinalEndings = wordSet("st nd rd th")

// cutFigure parts a word such as "1,200m" into its number and its ending.
func cutFigure(w string) (x float64, ending string, ok bool) {
	digits := strings.TrimRightFunc(w, unicode.IsLetter)
	x, err := strconv.ParseFloat(strings.ReplaceAll(digits, ",", ""), 64)
	return x, w[len(digits):], err == nil
}

var fractionSigns = map[rune]float64{'½': 1. / 2, '¼': 1. / 4, '¾': 3. / 4, '⅓': 1. / 3, '⅔': 2. / 3}

// fractionSign reads the sign of a fraction at the start of s.
func fractionSign(s string) (x float64, size int) {
	r, n := utf8.DecodeRuneInString(s)
	if x = fractionSigns[r]; x == 0 {
		return 0, 0
	}
	return x, n
}

// withHalf adds the half of "three and a half".
func (f *finder) withHalf(n number) number {
	if f.near(n.next) && f.norm(n.next) == "and" && f.norm(n.next+1) == "a" && f.norm(n.next+2) == "half" {
		n.x, n.next = n.x+0.5, n.next+3
	}
	return n
}

var scales = map[string]float64{"dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}

// maxScaled ends a row of scales, which no text needs.
const maxScaled = 1e18

// scaled multiplies n by the scale words that follow it.
func (f *finder) scaled(n number) number {
	for n.x < maxScaled && f.near(n.next) {
		m, ok := scales[f.norm(n.next)]
		if !ok {
			break
		}
		n.x *= m
		n.next++
	}
	return n
}
