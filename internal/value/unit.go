package value

import (
	"strings"
	"unicode/utf8"
)

// seconds is the length of the units of time; months and years have the mean
// length of the Julian year.
var seconds = map[string]float64{
	"second": 1, "sec": 1, "minute": 60, "min": 60, "hour": 3600, "hr": 3600, "h": 3600, "day": 86400, "week": 604800,
	"month": 2629800, "year": 31557600, "decade": 315576000, "century": 3155760000,
}

// singular is a unit of time without its plural ending.
func singular(unit string) string {
	if unit == "centuries" {
		return "century"
	}
	return strings.TrimSuffix(unit, "s")
}

// durationUnit finds a unit of time at word i, written onto the figure before it
// ("2h") or one word on ("eight long years"); it returns its singular and the
// word after it.
func (f *finder) durationUnit(i int) (unit string, next int, ok bool) {
	if f.isNumeric(i - 1) {
		_, ending, _ := cutFigure(f.norm(i - 1))
		if _, ok = seconds[singular(ending)]; ok {
			return singular(ending), i, true
		}
	}
	if timeAdjectives[f.norm(i)] && f.near(i) {
		i++
	}
	unit = singular(f.norm(i))
	_, ok = seconds[unit]
	return unit, i + 1, ok && f.near(i)
}

var timeAdjectives = wordSet("long full more straight consecutive additional further whole")

// duration makes v the duration of n units; the smaller units that follow
// belong to it ("2 hours 45 minutes").
func (f *finder) duration(v *Value, n number, unit string, next int) int {
	v.Kind, v.Unit = Duration, unit
	x := n.x * seconds[unit]
	for !n.ordinal {
		more, after, smaller := f.smaller(next, unit)
		if more == 0 {
			break
		}
		x, next, unit = x+more, after, smaller
	}
	v.Low, v.High = x, x
	v.End = max(v.End, f.words[next-1].End)
	return next
}

// smaller reads what adds to a duration that was given in a unit: a smaller unit
// or "and a half"; 0 if nothing does.
func (f *finder) smaller(i int, unit string) (x float64, next int, smallerUnit string) {
	if i >= len(f.words) || !f.near(i) && f.between(i-1) != ", " {
		return 0, i, unit
	}
	at := i
	if f.norm(at) == "and" {
		at++
		if f.norm(at) == "a" && f.norm(at+1) == "half" {
			return seconds[unit] / 2, at + 2, unit
		}
	}
	if at >= len(f.words) {
		return 0, i, unit
	}
	n, ok := f.number(at)
	if !ok || n.ordinal || n.vague != (bounds{}) {
		return 0, i, unit
	}
	u, next, ok := f.durationUnit(n.next)
	if x = n.x * seconds[u]; !ok || seconds[u] >= seconds[unit] || x >= seconds[unit] {
		return 0, i, unit
	}
	return x, next, u
}

// measure finds a unit of measure at word i, or written onto the figure before
// it ("5km"), and returns its name and the word after it.
func (f *finder) measure(i int) (unit string, next int, ok bool) {
	if f.isNumeric(i - 1) {
		_, ending, _ := cutFigure(f.norm(i - 1))
		if unit = measures[ending]; unit != "" && ending != "m" {
			return unit, i, true
		}
	}
	if !f.near(i) {
		return "", i, false
	}
	if power := powers[f.norm(i)]; power != "" && f.near(i+1) && measures[f.norm(i+1)] != "" {
		return power + " " + measures[f.norm(i+1)], i + 2, true
	}
	unit = measures[f.norm(i)]
	if speed, next := f.speed(unit, i); speed != "" {
		return speed, next, true
	}
	return unit, i + 1, unit != ""
}

// speeds are the units of speed that an hour makes of units of length.
var speeds = map[string]string{"km": "kmh", "miles": "mph"}

// speed is the unit of speed that the unit of length at word i begins ("km/h",
// "miles per hour", "miles an hour"), and the word after it.
func (f *finder) speed(unit string, i int) (speed string, next int) {
	switch {
	case f.between(i) == "/" && f.norm(i+1) == "h":
		return speeds[unit], i + 2
	case (f.norm(i+1) == "per" || f.norm(i+1) == "an") && f.norm(i+2) == "hour":
		return speeds[unit], i + 3
	}
	return "", i
}

// powers are the words that make another unit of a unit of length.
var powers = map[string]string{"square": "square", "sq": "square", "cubic": "cubic", "nautical": "nautical"}

// powerSigns are the signs that do so after the unit.
var powerSigns = map[rune]string{'²': "square ", '³': "cubic "}

// measured makes v a number of a unit whose name ends before word next.
func (f *finder) measured(v *Value, unit string, next int) {
	v.Unit, v.End = unit, max(v.End, f.words[next-1].End)
	sign, n := utf8.DecodeRuneInString(f.s[v.End:])
	if power := powerSigns[sign]; power != "" {
		v.Unit, v.End = power+unit, v.End+n
	}
}

// measures maps the spellings of units of measure to one name.
var measures = func() map[string]string {
	m := map[string]string{}
	for name, spellings := range map[string]string{
		"miles": "mile miles mi", "km": "km kms kilometre kilometres kilometer kilometers", "metres": "m metre metres meter meters",
		"cm": "cm centimetre centimetres centimeter centimeters", "mm": "mm millimetre millimetres millimeter millimeters",
		"feet": "foot feet ft", "inches": "inch inches", "yards": "yard yards", "acres": "acre acres", "hectares": "ha hectare hectares",
		"tonnes": "tonne tonnes", "tons": "ton tons", "kg": "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes",
		"grams": "gram grams gramme grammes", "litres": "litre litres liter liters", "gallons": "gallon gallons", "barrels": "barrel barrels",
		"knots": "knot knots", "mph": "mph", "kmh": "kmh kph", "degrees": "degree degrees", "fathoms": "fathom fathoms",
		"megawatts": "mw megawatt megawatts", "gigawatts": "gw gigawatt gigawatts",
	} {
		for spelling := range strings.FieldsSeq(spellings) {
			m[spelling] = name
		}
	}
	return m
}()

// percentAfter reports whether a percent sign or word follows before word i.
func (f *finder) percentAfter(i int) bool {
	_, _, ok := f.percentEnd(i)
	return ok
}

// percentEnd returns where a percent sign or word ends that follows the word
// before i, and the next word.
func (f *finder) percentEnd(i int) (end, next int, ok bool) {
	end = f.words[i-1].End
	for _, sign := range []string{"%", " %"} {
		if strings.HasPrefix(f.s[end:], sign) {
			return end + len(sign), i, true
		}
	}
	switch w := f.norm(i); {
	case !f.near(i):
		return 0, i, false
	case w == "percent" || w == "percentage" || w == "pct":
		return f.words[i].End, i + 1, true
	case w == "per" && f.norm(i+1) == "cent":
		return f.words[i+1].End, i + 2, true
	}
	return 0, i, false
}
