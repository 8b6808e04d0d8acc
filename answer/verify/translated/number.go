package translated

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"sherpa/internal/text"
)

// figureRead is a number as it stands in a sentence, in figures or words.
type figureRead struct {
	x    float64
	next int // the word after it
	// inWords says that it is written in words, ordinal that it counts in a row,
	// grouped that its thousands are set apart.
	inWords, ordinal, grouped bool
}

// figureAt reads the number that begins at word i.
func (r *reading) figureAt(i int) (figureRead, bool) {
	var f figureRead
	var ok bool
	if r.words[i].IsNumeric() {
		f, ok = r.digitsAt(i)
	} else {
		f, ok = r.spelledAt(i)
	}
	if ok && !f.ordinal {
		f = r.withHalf(r.scaledFigure(f))
	}
	return f, ok
}

// digitsAt reads "1.200", "230 000", "4,2", "1er" and "21-го".
func (r *reading) digitsAt(i int) (figureRead, bool) {
	digits, ending := cutDigits(r.norm(i))
	f := figureRead{next: i + 1}
	switch {
	case ordinalMarks[ending]:
		f.ordinal = true
	case ending != "":
		return f, false
	}
	whole, isGrouped := groupedDigits(digits, r.scaleAt(i+1) > 0)
	f.grouped = isGrouped
	for len(whole) <= 3 && !f.ordinal && r.groupFollows(f.next) {
		whole, f.grouped = whole+r.norm(f.next), true
		f.next++
		if len(whole) > 3 && !r.groupFollows(f.next) {
			break
		}
	}
	if f.next < len(r.words) && r.gap(f.next) == "," && r.words[f.next].IsNumeric() && !strings.Contains(whole, ".") {
		whole += "." + r.norm(f.next)
		f.next++
	}
	x, err := strconv.ParseFloat(whole, 64)
	f.x = x
	if err != nil || math.IsInf(x, 0) {
		return f, false
	}
	if r.ordinalFollows(f.next) {
		f.ordinal = true
		if !r.words[f.next].IsCapital() && ordinalMarks[r.norm(f.next)] {
			f.next++
		}
	}
	return f, true
}

// cutDigits parts a word that begins with a digit from the letters at its end.
func cutDigits(norm string) (digits, ending string) {
	digits = strings.TrimRightFunc(norm, unicode.IsLetter)
	return digits, norm[len(digits):]
}

// ordinalMarks are what may be written onto a figure that counts in a row.
var ordinalMarks = text.WordSet(`er re e eme nd nde º ª o a го й я е м му х ю ой ый ий га та те ти ої ого`)

// groupedDigits returns a figure without the marks between its thousands and
// with a point before its decimals. Three digits after the one mark are
// thousands, unless it is a comma and a scale follows: "1,234 millones".
func groupedDigits(digits string, scaled bool) (figure string, grouped bool) {
	mark := strings.IndexAny(digits, ".,")
	last := strings.LastIndexAny(digits, ".,")
	if mark < 0 {
		return digits, false
	}
	after := len(digits) - last - 1
	if after == 3 && digits[0] != '0' && (mark < last || !scaled || digits[mark] == '.') {
		return strings.NewReplacer(".", "", ",", "").Replace(digits), true
	}
	if mark < last {
		return strings.NewReplacer(".", "", ",", "").Replace(digits[:last]) + "." + digits[last+1:], true
	}
	return digits[:mark] + "." + digits[mark+1:], false
}

// groupFollows reports whether word i is the next three digits of a number whose
// thousands are parted by a space.
func (r *reading) groupFollows(i int) bool {
	if i >= len(r.words) || len(r.norm(i)) != 3 || strings.TrimFunc(r.gap(i), unicode.IsSpace) != "" || r.gap(i) == "" {
		return false
	}
	return strings.Trim(r.norm(i), "0123456789") == ""
}

// ordinalFollows reports whether what follows a figure before word i makes it
// count in a row: "21-го", "2. Runde".
func (r *reading) ordinalFollows(i int) bool {
	if i >= len(r.words) {
		return false
	}
	if r.gap(i) == "-" && (r.lang == "ru" || r.lang == "uk") {
		return ordinalMarks[r.norm(i)]
	}
	_, isFigure := r.has(i, figureSense)
	return r.lang == "de" && r.gap(i) == ". " && !isFigure && r.scaleAt(i) == 0
}

// numberAt is the number that a word means; German writes several as one word.
func (r *reading) numberAt(i int) (x float64, ok bool) {
	if key, found := r.has(i, numberSense); found {
		x, err := strconv.ParseFloat(key, 64)
		return x, err == nil
	}
	if r.lang == "de" && i < len(r.words) {
		return germanNumber(r.norm(i))
	}
	return 0, false
}

// scaleAt is the thousand, million or more that stands at word i, or 0.
func (r *reading) scaleAt(i int) float64 {
	if i >= len(r.words) || i < 1 || !r.near(i) {
		return 0
	}
	if x, ok := r.numberAt(i); ok && x >= 1000 {
		return x
	}
	return 0
}

// scaledFigure multiplies a figure by the scales after it: "3,5 mil millones".
func (r *reading) scaledFigure(f figureRead) figureRead {
	for f.x < maxFigure {
		m := r.scaleAt(f.next)
		if m == 0 {
			break
		}
		f.x *= m
		f.next++
		f.grouped = true
	}
	return f
}

// maxFigure ends a row of scales, which no text needs.
const maxFigure = 1e18

// spelledAt reads a number in words: "treinta y cinco", "quatre-vingt-dix".
func (r *reading) spelledAt(i int) (figureRead, bool) {
	if key, ok := r.ordinalAt(i); ok {
		return figureRead{x: key, next: i + 1, inWords: true, ordinal: true}, true
	}
	x, ok := r.numberAt(i)
	if !ok {
		return figureRead{}, false
	}
	sum := sumOfWords{french: r.lang == "fr"}
	sum.add(x)
	f := figureRead{next: i + 1, inWords: true}
	for {
		k := f.next
		if numberJoins[r.norm(k)] && r.near(k) {
			k++
		}
		x, ok := r.numberAt(k)
		if !ok || !r.near(k) || !sum.add(x) {
			break
		}
		f.next = k + 1
	}
	f.x = sum.total + sum.group
	return f, true
}

var numberJoins = text.WordSet(`y et und`)

// ordinalAt is the ordinal number that word i is.
func (r *reading) ordinalAt(i int) (float64, bool) {
	if i < 0 || i >= len(r.words) || r.words[i].inside {
		return 0, false
	}
	if r.means(i, figureSense, "seconds") && (r.means(i-1, figureSense, "half") || r.counts(i-1)) {
		return 0, false // the unit of time, and not "second"
	}
	for _, s := range r.words[i].senses {
		if n, ok := strings.CutSuffix(s.key, "th"); ok && s.kind == figureSense {
			x, err := strconv.ParseFloat(n, 64)
			return x, err == nil
		}
	}
	return 0, false
}

// sumOfWords adds up the words of a number: a group below a thousand, and the
// total of those before.
type sumOfWords struct {
	total, group float64
	french       bool
	begun        bool
}

// add takes the next word of a number and reports whether it belongs to it.
func (s *sumOfWords) add(x float64) bool {
	tens, unit := math.Mod(s.group, 100), math.Mod(s.group, 10)
	switch {
	case !s.begun:
		s.begun = true
		s.place(x)
		return true
	case x >= 1000:
		s.place(x)
		return s.total < maxFigure
	case x == 100 && s.group >= 2 && s.group <= 9:
		s.group *= 100
		return true
	case x >= 100:
		if s.group != 0 {
			return false
		}
	case s.french && x == 20 && tens == 4:
		s.group += 76
		return true
	case x >= 20:
		if tens != 0 {
			return false
		}
	case x >= 10:
		if tens != 0 && (!s.french || tens != 60 && tens != 80) {
			return false
		}
	case unit != 0 || tens == 10 && !s.french || x == 0:
		return false
	}
	s.group += x
	return true
}

func (s *sumOfWords) place(x float64) {
	switch {
	case x < 1000:
		s.group = x
	case s.group == 0 && s.total > 0:
		s.total *= x
	default:
		s.total += max(s.group, 1) * x
		s.group = 0
	}
}

// withHalf adds the half of "tres y media", "dreieinhalb" and "три с половиной".
func (r *reading) withHalf(f figureRead) figureRead {
	if halfLeads[r.norm(f.next)] && r.means(f.next+1, figureSense, "half") && r.near(f.next) && f.x < 1000 {
		f.x, f.next = f.x+0.5, f.next+2
	}
	return f
}

var halfLeads = text.WordSet(`y et und с з із`)

// germanNumber reads a number that is one word: "fünfundzwanzig",
// "zweihundertfünfzig", "dreieinhalb".
func germanNumber(norm string) (float64, bool) {
	if x, ok := germanSmall[norm]; ok {
		return x, true
	}
	if rest, ok := strings.CutSuffix(norm, "einhalb"); ok {
		x, ok := germanNumber(rest)
		return x + 0.5, ok && x < 100
	}
	for _, scale := range []struct {
		word string
		x    float64
	}{{"tausend", 1000}, {"hundert", 100}} {
		if before, after, ok := strings.Cut(norm, scale.word); ok && len(before)+len(after) > 0 {
			return germanParts(before, after, scale.x)
		}
	}
	if unit, ten, ok := strings.Cut(norm, "und"); ok {
		u, ten := germanSmall[unit], germanSmall[ten]
		return u + ten, u >= 1 && u <= 9 && ten >= 20 && ten <= 90
	}
	return 0, false
}

func germanParts(before, after string, scale float64) (float64, bool) {
	factor, rest, ok := 1.0, 0.0, true
	if before != "" {
		factor, ok = germanNumber(before)
	}
	if after = strings.TrimPrefix(after, "und"); after != "" && ok {
		rest, ok = germanNumber(after)
	}
	return factor*scale + rest, ok && factor < 1000 && rest < scale
}

// germanSmall are the numbers that have a word of their own.
var germanSmall = map[string]float64{
	"ein": 1, "eins": 1, "zwei": 2, "drei": 3, "vier": 4, "funf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwolf": 12,
	"dreizehn": 13, "vierzehn": 14, "funfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19, "zwanzig": 20, "dreissig": 30,
	"vierzig": 40, "funfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90,
}
