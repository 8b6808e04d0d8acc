package value

import (
	"strconv"
	"strings"
	"unicode"

	"sherpa/internal/text"
)

// quantity reads a number with what it counts: a percentage, a sum of money, a
// duration, a time of day or a plain number.
func (f *finder) quantity(i int) (Value, int, bool) {
	n, ok := f.number(i)
	if !ok {
		return Value{}, i, false
	}
	v := Value{Kind: Number, Ordinal: n.ordinal}
	h, start, hedged := f.hedgeBefore(i)
	v.Span = f.span(i, n.next)
	next := f.typed(&v, i, n)
	v.Low, v.High = exact(n.x * unitSize(&v))
	if hedged {
		v.Span.Start, v.Hedged = f.words[start].Start, true
		v.Low, v.High = hedge(n.x*unitSize(&v), h)
	}
	if v.Kind == Duration && v.Ordinal {
		v.Low, v.Hedged = v.Low-unitSize(&v), true
	}
	return v, next, true
}

// typed finds out what the number at i counts, sets v's kind, unit and span, and
// returns the word after it.
func (f *finder) typed(v *Value, i int, n number) int {
	switch {
	case f.clock(v, i, n):
		return f.clockEnd(v, n.next)
	case f.percentAfter(n.next):
		v.Kind = Percent
		return f.percentEnd(v, n.next)
	case f.currencyBefore(i) != "":
		v.Kind, v.Unit = Money, f.currencyBefore(i)
		v.Span.Start = f.currencyStart(i)
		return n.next
	}
	if size, at, ok := f.durationUnit(n.next); ok {
		v.Kind, v.Unit = Duration, size
		v.Span.End = f.words[at].End
		return at + 1
	}
	if c, ok := currencyWords[f.norm(n.next)]; ok {
		v.Kind, v.Unit = Money, c
		v.Span.End = f.words[n.next].End
		return n.next + 1
	}
	v.Unit = f.counted(n.next)
	return n.next
}

// counted is the noun that a plain number counts: the next small word, passing
// one adjective ("1.2 million combined casualties").
func (f *finder) counted(i int) string {
	for k := i; k < i+3 && k < len(f.words); k++ {
		if strings.ContainsAny(f.between(k-1), ",;:().") {
			return ""
		}
		w := f.words[k]
		if text.IsStop(w.Norm) && w.Norm != "of" {
			return ""
		}
		if strings.HasSuffix(w.Norm, "s") || w.Norm == "people" || w.Norm == "men" || w.Norm == "women" || w.Norm == "children" {
			return w.Norm
		}
	}
	return ""
}

// number is a number in figures or words.
type number struct {
	x       float64
	next    int // the word after it
	ordinal bool
}

// number reads the number that begins at word i.
func (f *finder) number(i int) (number, bool) {
	if f.words[i].IsNumeric() {
		return f.figures(i)
	}
	return f.spelled(i)
}

// figures reads "1,200", "1.2 million", "21st", "3-4" (the first), "3½".
func (f *finder) figures(i int) (number, bool) {
	w := f.norm(i)
	digits := strings.TrimRightFunc(w, func(r rune) bool { return !unicode.IsDigit(r) })
	tail := w[len(digits):]
	x, err := strconv.ParseFloat(strings.ReplaceAll(digits, ",", ""), 64)
	if err != nil {
		return number{}, false
	}
	n := number{x: x, next: i + 1}
	switch tail {
	case "":
	case "st", "nd", "rd", "th":
		n.ordinal = true
		return n, true
	case "m", "mn":
		n.x *= 1e6
	case "b", "bn":
		n.x *= 1e9
	case "k":
		n.x *= 1e3
	case "s":
		return number{}, false // "1980s" is a date
	default:
		return number{}, false
	}
	return f.scaled(n), true
}

// scaled multiplies n by the scale words that follow it.
func (f *finder) scaled(n number) number {
	for {
		m, ok := scales[f.norm(n.next)]
		if !ok {
			return n
		}
		n.x *= m
		n.next++
	}
}

// spelled reads "twenty-five", "one hundred and twenty", "three and a half",
// "half a million", "a dozen", "one-fifth", "third".
func (f *finder) spelled(i int) (number, bool) {
	if n, ok := f.fraction(i); ok {
		return n, true
	}
	if x, ok := ordinals[f.norm(i)]; ok {
		return number{x: x, next: i + 1, ordinal: true}, true
	}
	sum, part, at := 0.0, 0.0, i
	for ; at < len(f.words); at++ {
		w := f.norm(at)
		if x, ok := cardinals[w]; ok {
			part += x
			continue
		}
		if m, ok := scales[w]; ok && at > i {
			part *= m
			if m >= 1000 {
				sum, part = sum+part, 0
			}
			continue
		}
		if w == "and" && at > i && part >= 100 && cardinals[f.norm(at+1)] > 0 {
			continue
		}
		break
	}
	if at == i {
		return f.loose(i)
	}
	n := number{x: sum + part, next: at}
	if f.norm(at) == "and" && f.norm(at+1) == "a" && f.norm(at+2) == "half" {
		n.x, n.next = n.x+0.5, at+3
	}
	if f.norm(at) == "dozen" {
		n.x, n.next = n.x*12, at+1
	}
	return n, true
}

// loose reads the vague numbers that stand before a unit: "a dozen", "a few
// minutes", "a hundred", "an hour".
func (f *finder) loose(i int) (number, bool) {
	if a := f.norm(i); a != "a" && a != "an" {
		return number{}, false
	}
	w := f.norm(i + 1)
	if w == "dozen" {
		return number{x: 12, next: i + 2}, true
	}
	if m, ok := scales[w]; ok {
		return f.scaled(number{x: m, next: i + 2}), true
	}
	if w == "few" || w == "couple" {
		next := i + 2
		if f.norm(next) == "of" {
			next++
		}
		if _, _, ok := f.durationUnit(next); ok {
			return number{x: 3, next: next}, true
		}
		return number{}, false
	}
	if _, _, ok := f.durationUnit(i + 1); ok && w != "second" && w != "may" {
		return number{x: 1, next: i + 1}, true
	}
	return number{}, false
}

// fraction reads "half", "one-fifth", "two thirds", "a quarter of".
func (f *finder) fraction(i int) (number, bool) {
	if f.norm(i) == "half" {
		n := number{x: 0.5, next: i + 1}
		if f.norm(i+1) == "a" || f.norm(i+1) == "an" {
			if m, ok := scales[f.norm(i+2)]; ok {
				return number{x: 0.5 * m, next: i + 3}, true
			}
			n.next++
		}
		return n, true
	}
	top, ok := cardinals[f.norm(i)]
	if f.norm(i) == "a" {
		top, ok = 1, true
	}
	bottom, isPart := fractions[strings.TrimSuffix(f.norm(i+1), "s")]
	if !ok || !isPart || top > 9 || (f.norm(i) == "a" && f.norm(i+2) != "of") {
		return number{}, false
	}
	return number{x: top / bottom, next: i + 2}, true
}

var fractions = map[string]float64{
	"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}

var scales = map[string]float64{"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}

var cardinals = map[string]float64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
	"nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

var ordinals = map[string]float64{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
	"eleventh": 11, "twelfth": 12,
}
