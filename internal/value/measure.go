package value

import (
	"strings"
	"unicode/utf8"
)

// measure finds a unit of measure at word i, or written onto the figure before
// it ("5km"), and returns its name and the word after it.
func (f *finder) measure(i int) (unit string, next int, ok bool) {
	if f.isNumeric(i - 1) {
		_, ending, _ := cutFigure(f.norm(i - 1))
		if unit = onFigure[ending]; unit == "" && ending != "m" {
			unit = measures[ending]
		}
		if unit != "" {
			return unit, i, true
		}
	}
	if !f.near(i) {
		return "", i, false
	}
	if power := powers[f.norm(i)]; power != "" && strings.Trim(f.between(i), ". ") == "" && measures[f.norm(i+1)] != "" {
		return power + " " + measures[f.norm(i+1)], i + 2, true
	}
	unit = measures[f.norm(i)]
	if strings.HasPrefix(f.norm(i+1), "hour") && DimensionOf(unit) == Power {
		return "", i, false // energy
	}
	if f.norm(i) == "pounds" && f.weighs(i) {
		unit = "lb"
	}
	if compound, next := f.compound(unit, i); compound != "" {
		return compound, next, true
	}
	return unit, i + 1, unit != ""
}

// onFigure are the units that are one only where they are written onto a figure.
var onFigure = map[string]string{"in": "inches"}

// speeds are the units of speed that a unit of time makes of units of length.
var speeds = map[string]map[string]string{
	"km": {"hour": "kmh", "h": "kmh"}, "miles": {"hour": "mph", "h": "mph"}, "metres": {"second": "metres a second", "s": "metres a second"},
}

// scaleNames are the scales of degrees.
var scaleNames = map[string]string{
	"celsius": "degrees celsius", "centigrade": "degrees celsius", "c": "degrees celsius", "fahrenheit": "degrees fahrenheit", "f": "degrees fahrenheit",
}

// compound is the unit that the unit at word i begins, and the word after it: one
// of speed ("km/h", "miles per hour", "miles an hour"), or of temperature
// ("degrees Celsius").
func (f *finder) compound(unit string, i int) (whole string, next int) {
	switch w := f.norm(i + 1); {
	case unit == "degrees" && f.near(i+1) && f.isCapital(i+1):
		return scaleNames[w], i + 2
	case f.between(i) == "/":
		return speeds[unit][w], i + 2
	case (w == "per" || isArticle(w)) && f.near(i+1) && f.near(i+2):
		return speeds[unit][f.norm(i+2)], i + 3
	}
	return "", i
}

// powers are the words that make another unit of a unit of length.
var powers = map[string]string{"square": "square", "sq": "square", "cubic": "cubic", "nautical": "nautical"}

// powerSigns are the signs that do so after the unit.
var powerSigns = map[rune]string{'²': "square ", '³': "cubic "}

// measured makes v a number of a unit whose name ends before word next, and
// returns the word after it; the inches that follow feet belong to it.
func (f *finder) measured(v *Value, unit string, next int) int {
	v.Unit, v.End = unit, max(v.End, f.words[next-1].End)
	sign, n := utf8.DecodeRuneInString(f.s[v.End:])
	if power := powerSigns[sign]; power != "" {
		v.Unit, v.End = power+unit, v.End+n
	}
	if inches, after, ok := f.inches(unit, next); ok {
		const inFoot = 12
		v.Low += inches / inFoot
		v.High, v.End, next = v.Low, f.words[after-1].End, after
	}
	return next
}

// inches reads the inches that follow feet: "six feet two inches".
func (f *finder) inches(unit string, i int) (x float64, next int, ok bool) {
	if unit != "feet" || i >= len(f.words) || !f.near(i) {
		return 0, i, false
	}
	n, ok := f.number(i)
	if !ok || n.ordinal || n.next == i {
		return 0, i, false
	}
	small, next, ok := f.measure(n.next)
	return n.x, next, ok && small == "inches"
}

// degreeSigns are the signs of a temperature.
var degreeSigns = map[rune]string{'°': "degrees", '℃': "degrees celsius", '℉': "degrees fahrenheit"}

// degrees reads the sign of a temperature, and the letter of its scale, after the
// word before i; it returns where that ends and the next word.
func (f *finder) degrees(i int) (unit string, end, next int, ok bool) {
	end = f.words[i-1].End
	rest := strings.TrimPrefix(f.s[end:], " ")
	r, n := utf8.DecodeRuneInString(rest)
	if unit, ok = degreeSigns[r]; !ok {
		return "", 0, i, false
	}
	end = len(f.s) - len(rest) + n
	if scale := scaleNames[f.norm(i)]; i < len(f.words) && scale != "" && strings.TrimPrefix(f.s[end:f.words[i].Start], " ") == "" {
		return scale, f.words[i].End, i + 1, true
	}
	return unit, end, i, true
}

// belowZero makes a temperature negative that has a sign or "minus" before it.
func (f *finder) belowZero(v *Value, i int) {
	if DimensionOf(v.Unit) != Temperature {
		return
	}
	if f.norm(i-1) == "minus" && f.near(i) {
		v.Start = f.words[i-1].Start
	} else {
		r, n := utf8.DecodeLastRuneInString(f.s[:v.Start])
		if r != '-' && r != '−' || v.Start > n && f.s[v.Start-n-1] != ' ' {
			return
		}
		v.Start -= n
	}
	v.Low, v.High = -v.High, -v.Low
}

// magnitude makes v, read from word i up to next, the magnitude of an earthquake
// where a word beside it says so ("magnitude 6.3", "6.3-magnitude").
func (f *finder) magnitude(v *Value, i, next int) (after int, ok bool) {
	before := i - 1
	if f.norm(before) == "of" {
		before--
	}
	if f.norm(before) == "magnitude" {
		v.Unit = "magnitude"
		return next, true
	}
	if f.norm(next) != "magnitude" || !f.near(next) {
		return next, false
	}
	v.Unit = "magnitude"
	return next + 1, true
}
