package value

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"sherpa/internal/text"
)

// quantity reads a number with what it counts: a percentage, a sum of money, a
// duration or a plain number; or a range of them.
func (f *finder) quantity(i int) (Value, int, bool) {
	v, n, next, ok := f.figure(i)
	if !ok {
		return Value{}, i, false
	}
	next = f.rangeFrom(&v, i, n, next)
	if n.vague != (bounds{}) && v.Low == v.High {
		v.Low, v.High = n.vague.of(v.Low)
		v.Hedged = true
	}
	if !f.hedgeAfter(&v, &next) {
		f.applyHedge(&v, i)
	}
	if v.Kind == Duration && v.Ordinal { // "a third hour" has begun and not ended
		v.Low, v.Hedged = max(v.Low-seconds[v.Unit], 0), true
	}
	return v, f.inRole(&v, i, next), true
}

// figure reads one number with what it counts.
func (f *finder) figure(i int) (v Value, n number, next int, ok bool) {
	if n, ok = f.number(i); !ok {
		return Value{}, n, i, false
	}
	v = Value{Kind: Number, Span: f.span(i, n.next), Ordinal: n.ordinal, Low: n.x, High: n.x}
	if n.next == i+1 {
		v.End += n.sign
	}
	next = f.typed(&v, i, n)
	return v, n, next, v.Kind != Number || v.Unit != "" || !f.isLabel(i)
}

// longestLabel is how many digits a figure has at the most that numbers one of many.
const longestLabel = 3

// isLabel reports whether a figure that counts nothing belongs to the name before it:
// "Juror 8", "Route 9". Of a heading ("Total Population 115") that cannot be told.
func (f *finder) isLabel(i int) bool {
	before := f.norm(i - 1)
	return i > 1 && len(f.norm(i)) <= longestLabel && f.isNumeric(i) && isDigits(f.norm(i)) && f.isCapital(i-1) && !f.isCapital(i-2) && f.between(i-1) == " " && !text.IsStop(before) && !weekdays[before]
}

// typed finds out what the number at i counts, sets v's kind, unit, size and
// span, and returns the word after it.
func (f *finder) typed(v *Value, i int, n number) int {
	if unit, start, ok := f.currencyBefore(i); ok {
		v.Kind, v.Unit, v.Start = Money, unit, start
		return f.moneyScale(v, n.next)
	}
	if end, next, ok := f.percentEnd(n.next); ok {
		v.Kind, v.End = Percent, end
		return next
	}
	if unit, end, next, ok := f.degrees(n.next); ok {
		v.Unit, v.End = unit, end
		f.belowZero(v, i)
		return next
	}
	if n.unit != "" {
		return f.duration(v, n, n.unit, n.next)
	}
	if unit, next, ok := f.durationUnit(n.next); ok {
		return f.duration(v, n, unit, next)
	}
	if unit, end, next, ok := f.currencyAfter(n.next); ok {
		v.Kind, v.Unit, v.End = Money, unit, end
		return next
	}
	if unit, next, ok := f.measure(n.next); ok && !n.ordinal {
		next = f.measured(v, unit, next)
		f.belowZero(v, i)
		return next
	}
	if next, ok := f.magnitude(v, i, n.next); ok {
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
	vague   bounds  // how far "a few" may be from x
	scale   float64 // what "million" and the like multiplied it by, if anything
	unit    string  // the unit of time that is written into it ("2h45"), or ""
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

// figures reads "1,200", "1.2 million", "€5bn", "21st", "3½", "3 1/2" and "12 000".
func (f *finder) figures(i int) (number, bool) {
	x, ending, ok := cutFigure(f.norm(i))
	if !ok {
		return f.hoursMinutes(i)
	}
	for _, read := range []func(int) (number, bool){f.slashed, f.outOf} {
		if n, ok := read(i); ok {
			return f.ofUnit(n), true
		}
	}
	if n, ok := f.grouped(i); ok {
		return f.scaled(n), true
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
	if ending == "m" && f.isSize(i+1) { // "1.85m tall"
		return number{x: x, next: i + 1}, true
	}
	n := number{x: x * factor, next: i + 1, scale: factor}
	if part, size := fractionSign(f.s[f.words[i].End:]); size > 0 {
		n.x, n.sign = n.x+part, size
	}
	if part, ok := f.slashed(n.next); ok && f.between(i) == " " {
		n.x, n.next = n.x+part.x, part.next
	}
	return f.scaled(f.withPart(n)), true
}

var ordinalEndings = wordSet("st nd rd th")

// cutFigure parts a word such as "1,200m" into its number and its ending.
func cutFigure(w string) (x float64, ending string, ok bool) {
	digits := strings.TrimRightFunc(w, unicode.IsLetter)
	x, err := strconv.ParseFloat(ungrouped(digits), 64)
	return x, w[len(digits):], err == nil
}

// ungrouped takes the marks between groups of three digits out of a figure:
// "1,200", "1.200.000" and "12.000", which nobody would write for twelve.
func ungrouped(digits string) string {
	digits = strings.ReplaceAll(digits, ",", "")
	whole, groups, _ := strings.Cut(digits, ".")
	if groups == "" || len(whole) > 3 || groups != "000" && !strings.Contains(groups, ".") {
		return digits
	}
	for g := range strings.SplitSeq(groups, ".") {
		if len(g) != 3 {
			return digits
		}
	}
	return strings.ReplaceAll(digits, ".", "")
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
		n.scale = max(n.scale, 1) * m
		n.next++
	}
	return n
}
