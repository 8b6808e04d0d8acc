package value

import "strings"

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
		if part, next, ok := f.partOf(at); ok {
			return part * seconds[unit], next, unit
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

// Units is how many of its unit a duration has: 19 for "19 hours".
func (v Value) Units() float64 { return v.Low / seconds[v.Unit] }
