package value

import (
	"math"
	"strings"
)

// spelled reads a number in words: "twenty-five", "one hundred and twenty",
// "three and a half", "half a million", "a dozen", "one-fifth", "third".
func (f *finder) spelled(i int) (number, bool) {
	if f.isPronoun(i) {
		return number{}, false
	}
	for _, read := range []func(int) (number, bool){f.fraction, f.ordinal, f.cardinal, f.multitude, f.loose} {
		if n, ok := read(i); ok {
			return n, true
		}
	}
	return number{}, false
}

// isPronoun reports whether "one" at word i stands for somebody or something.
func (f *finder) isPronoun(i int) bool {
	if f.norm(i) != "one" {
		return false
	}
	next := f.norm(i + 1)
	return pronounLeads[f.norm(i-1)] || next == "another" || next == "of"
}

var pronounLeads = wordSet("no any every each some this that which another")

// cardinal reads a whole number in words, group by group: each group is below a
// thousand and has a smaller scale than the one before.
func (f *finder) cardinal(i int) (number, bool) {
	n, ok := f.group(i, math.Inf(1))
	if !ok {
		return number{}, false
	}
	total := n.x
	for scale := n.x; scale >= 1000; {
		at := n.next
		if f.norm(at) == "and" {
			at++
		}
		part, ok := f.group(at, scale)
		if !ok || !f.near(at) || !f.near(n.next) {
			break
		}
		total, scale, n.next = total+part.x, part.x, part.next
	}
	n.x = total
	return f.scaled(f.withPart(n)), true
}

// group reads a number below a thousand with its scale, if the whole is below
// limit.
func (f *finder) group(i int, limit float64) (number, bool) {
	n, ok := f.hundreds(i)
	if !ok {
		return number{}, false
	}
	if m := scales[f.norm(n.next)]; m >= 1000 && f.near(n.next) {
		n.x, n.scale, n.next = n.x*m, m, n.next+1
	}
	return n, n.x < limit
}

// hundreds reads a number below ten thousand: "twelve hundred and five".
func (f *finder) hundreds(i int) (number, bool) {
	n, ok := f.tens(i)
	if !ok || f.norm(n.next) != "hundred" || !f.near(n.next) {
		return n, ok
	}
	n.x, n.next = n.x*100, n.next+1
	at := n.next
	if f.norm(at) == "and" && f.near(at) {
		at++
	}
	rest, ok := f.tens(at)
	if ok && f.near(at) && f.norm(rest.next) != "hundred" {
		n.x, n.next = n.x+rest.x, rest.next
	}
	return n, true
}

// tens reads a number below a hundred.
func (f *finder) tens(i int) (number, bool) {
	x, ok := cardinals[f.norm(i)]
	if !ok {
		return number{}, false
	}
	n := number{x: x, next: i + 1}
	if unit := cardinals[f.norm(i+1)]; x >= 20 && unit >= 1 && unit < 10 && f.near(i+1) {
		n.x, n.next = x+unit, i+2
	}
	return n, true
}

// ordinal reads "third", "twenty-first" and "21st".
func (f *finder) ordinal(i int) (number, bool) {
	if f.isNumeric(i) {
		x, ending, ok := cutFigure(f.norm(i))
		return number{x: x, next: i + 1, ordinal: true}, ok && ordinalEndings[ending]
	}
	if x, ok := ordinals[f.norm(i)]; ok {
		return number{x: x, next: i + 1, ordinal: true}, true
	}
	ten, unit := cardinals[f.norm(i)], ordinals[f.norm(i+1)]
	if ten < 20 || unit < 1 || unit > 9 || !f.near(i+1) {
		return number{}, false
	}
	return number{x: ten + unit, next: i + 2, ordinal: true}, true
}

// vague are the words for small numbers that only mean something before a unit
// of time.
var vague = map[string]number{
	"few": {x: 3, vague: bounds{below: 1. / 3, above: 2}}, "couple": {x: 2, vague: bounds{above: 0.5}},
	"several": {x: 4, vague: bounds{below: 0.25, above: 1.25}},
}

// How many times its unit a multitude is at the least and at the most:
// "hundreds" are not a thousand.
const leastOfMany, mostOfMany = 2, 10

// multitude reads "dozens", "hundreds of thousands" and "tens of millions".
func (f *finder) multitude(i int) (number, bool) {
	m := multitudes[f.norm(i)]
	if m == 0 {
		return number{}, false
	}
	n := number{next: i + 1}
	for f.norm(n.next) == "of" && f.near(n.next) && f.near(n.next+1) && multitudes[f.norm(n.next+1)] > m && m < maxScaled {
		m, n.next = m*multitudes[f.norm(n.next+1)], n.next+2
	}
	if m == multitudes["tens"] {
		return n, false
	}
	if _, isCurrency := currencyWords[f.norm(n.next+1)]; f.norm(n.next) == "of" && f.near(n.next) && (isCurrency || f.isUnit(n.next+1)) {
		n.next++
	}
	n.x, n.scale, n.vague = leastOfMany*m, m, bounds{above: mostOfMany/leastOfMany - 1}
	return n, true
}

var multitudes = map[string]float64{
	"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12,
}

// loose reads the numbers that an article makes: "a dozen", "a hundred and
// fifty", "an hour", "a few minutes"; and "several hours".
func (f *finder) loose(i int) (number, bool) {
	at := i
	if isArticle(f.norm(i)) && f.near(i+1) {
		at++
	}
	if n, ok := vague[f.norm(at)]; ok && (at > i || f.norm(at) == "several") {
		n.next = at + 1
		if f.norm(n.next) == "of" {
			n.next++
		}
		if scaled := f.scaled(n); scaled.next > n.next {
			return scaled, true // "several hundred"
		}
		_, _, ok = f.durationUnit(n.next)
		return n, ok || f.norm(at) == "couple" && f.counted(n.next) != ""
	}
	if at == i {
		return number{}, false
	}
	if _, ok := scales[f.norm(at)]; ok {
		return f.afterArticle(i), true
	}
	return number{x: 1, next: at}, f.isOneUnit(at) && !f.isRate(i)
}

// afterArticle reads the number whose one is an article: "a hundred and fifty".
func (f *finder) afterArticle(i int) number {
	n := f.scaled(number{x: 1, next: i + 1})
	at := n.next
	if f.norm(at) != "and" || n.x < 100 {
		return n
	}
	if rest, ok := f.tens(at + 1); ok && f.near(at) && f.near(at+1) && scales[f.norm(rest.next)] == 0 {
		n.x, n.next = n.x+rest.x, rest.next
	}
	return n
}

// isOneUnit reports whether a unit stands at word i that an article before it
// makes one of. "A second", "a foot" and the like are more often other words.
func (f *finder) isOneUnit(i int) bool {
	if notOne[f.norm(i)] {
		return false
	}
	if _, next, ok := f.durationUnit(i); ok && next == i+1 {
		return true
	}
	_, _, ok := f.measure(i)
	return ok
}

var notOne = wordSet("second min sec h hr foot ft m yard ton degree knot in square")

// isRate reports whether the article at word i says "for each" ("60 miles an
// hour", "twice a day").
func (f *finder) isRate(i int) bool {
	w := f.norm(i - 1)
	_, isTime := seconds[singular(w)]
	_, isCurrency := currencyWords[w]
	return f.near(i) && (isTime || isCurrency || measures[w] != "" || rateLeads[w] || f.isNumeric(i-1) || scales[w] > 0)
}

var rateLeads = wordSet("times once twice percent cent people barrels")

func isArticle(w string) bool { return w == "a" || w == "an" }

// fraction reads "half", "one-fifth", "two thirds", "a quarter of".
func (f *finder) fraction(i int) (number, bool) {
	if f.norm(i) == "half" {
		return f.half(i)
	}
	if n, ok := f.outOf(i); ok {
		return n, true
	}
	bottom, ok := fractions[strings.TrimSuffix(f.norm(i+1), "s")]
	if !ok || !f.near(i+1) {
		return number{}, false
	}
	top := cardinals[f.norm(i)]
	if f.norm(i) == "a" && f.isPart(i) {
		top = 1
	}
	if top < 1 || top > 9 {
		return number{}, false
	}
	return f.ofUnit(number{x: top / bottom, next: i + 2}), true
}

// outOf reads a share of a whole number: "one in five", "nine out of ten".
func (f *finder) outOf(i int) (number, bool) {
	at := i + 2
	switch {
	case f.norm(i+1) == "in":
	case f.norm(i+1) == "out" && f.norm(i+2) == "of":
		at = i + 3
	default:
		return number{}, false
	}
	top, bottom := f.small(i), f.small(at)
	if top < 1 || top >= bottom || !f.near(i+1) || !f.near(at) {
		return number{}, false
	}
	_, _, isTime := f.durationUnit(at + 1)
	return number{x: top / bottom, next: at + 1}, !isTime && !f.percentAfter(at+1)
}

// small is the whole number up to a hundred at word i, in one word or in figures; 0
// if there is none.
func (f *finder) small(i int) float64 {
	if x := cardinals[f.norm(i)]; x > 0 {
		return x
	}
	if x, ending, ok := cutFigure(f.norm(i)); ok && ending == "" && x <= 100 && isDigits(f.norm(i)) {
		return x
	}
	return 0
}

// isPart reports whether "a third" at word i is a part of something and not the
// next of a row.
func (f *finder) isPart(i int) bool {
	if _, _, hedged := f.hedgeBefore(i); hedged || f.norm(i+2) == "of" || f.norm(i-1) == "by" {
		return true
	}
	if !f.near(i + 2) {
		return true
	}
	part := f.norm(i + 1)
	_, _, isTime := f.durationUnit(i + 2)
	_, _, isMeasure := f.measure(i + 2)
	return (isTime || isMeasure) && (part == "half" || part == "quarter")
}

// half reads "half a million", "half an hour", "half-hour" and "half".
func (f *finder) half(i int) (number, bool) {
	n := number{x: 0.5, next: i + 1}
	if _, inRow := ordinals[f.norm(i-1)]; inRow && f.near(i) {
		return n, false // "the second half"
	}
	if isArticle(f.norm(i+1)) && f.near(i+1) && f.near(i+2) {
		if m, ok := scales[f.norm(i+2)]; ok {
			return number{x: 0.5 * m, next: i + 3}, true
		}
		if f.isUnit(i + 2) {
			n.next++
		}
		return n, true
	}
	isPrefix := f.between(i) == "-" && !f.isUnit(i+1) // "half-brother"
	return f.ofUnit(n), !isPrefix && f.norm(i+1) != "past"
}

// ofUnit passes "of an" where a unit follows: "a quarter of an hour".
func (f *finder) ofUnit(n number) number {
	if f.norm(n.next) == "of" && isArticle(f.norm(n.next+1)) && f.isUnit(n.next+2) {
		n.next += 2
	}
	return n
}

// isUnit reports whether a unit of time or measure stands at word i.
func (f *finder) isUnit(i int) bool {
	if _, next, ok := f.durationUnit(i); ok && next == i+1 {
		return true
	}
	_, _, ok := f.measure(i)
	return ok
}

var fractions = map[string]float64{
	"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}

var cardinals = map[string]float64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
	"nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

var ordinals = map[string]float64{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
	"eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
	"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
	"seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}
