package value

import "math"

// Excludes reports whether two values that different texts give for one thing
// contradict each other: they are comparable and cannot both be true, also if one
// is the other in another unit, or rounded.
func Excludes(a, b Value) bool {
	if a.Kind == Clock && b.Kind == Clock {
		return clocksExclude(a, b)
	}
	a, b, converted := inOneUnit(a, b)
	if !Comparable(a, b) || Agree(a, b) {
		return false
	}
	return !rounds(a, b) && !rounds(b, a) && !(converted && isClose(a, b))
}

// conversionMargin is the share of itself by which a figure may be off that was
// converted from another unit: "30 miles" are "50 km".
const conversionMargin = 0.05

// isClose reports whether two converted figures may be the same.
func isClose(a, b Value) bool {
	margin := conversionMargin * max(math.Abs(a.High), math.Abs(b.High))
	if DimensionOf(a.Unit) == Temperature {
		margin = max(margin, 1)
	}
	return a.Low <= b.High+margin && b.Low <= a.High+margin
}

// inOneUnit brings two values to one unit where that is needed to compare them:
// measures of one dimension to its base unit, and ages to years.
func inOneUnit(a, b Value) (x, y Value, converted bool) {
	if a.Role == Age && b.Role == Age {
		return inYears(a), inYears(b), false
	}
	d := DimensionOf(a.Unit)
	if a.Kind != Number || b.Kind != Number || d == NoDimension || d != DimensionOf(b.Unit) || a.Unit == b.Unit {
		return a, b, false
	}
	if sizeOf(a.Unit).size == 0 || sizeOf(b.Unit).size == 0 {
		a.Unit, b.Unit = "", "" // degrees of an unknown scale
		return a, b, true
	}
	base := baseUnits[d]
	a.Low, a.High = inBase(a)
	b.Low, b.High = inBase(b)
	a.Unit, b.Unit = base, base
	return a, b, true
}

// baseUnits are the names of the units that sizes are given in.
var baseUnits = map[Dimension]string{
	Length: "metres", Area: "square metres", Volume: "litres", Mass: "kg", Speed: "metres a second", Temperature: "degrees celsius", Power: "watts",
}

// inYears is an age as a plain number of whole years.
func inYears(v Value) Value {
	if v.Kind == Duration {
		v.Low, v.High = math.Floor(v.Low/seconds["year"]+0.01), math.Floor(v.High/seconds["year"]+0.01)
	}
	v.Kind, v.Unit = Number, ""
	return v
}

// leastRounded is how large a count has to be before it is taken for a rounded one.
const leastRounded = 1000

// maxRounding is the share of itself by which a figure may be rounded.
const maxRounding = 0.05

// rounds reports whether a is b rounded to the figures that a is written with: a
// population of 94,000 is one of 93,871. People and percents are counted exactly
// as long as they are few.
func rounds(a, b Value) bool {
	if a.Low != a.High || a.Kind == Date || a.Kind == Clock || a.Ordinal || a.Kind == Number && a.Role == Age {
		return false
	}
	unit := lastPlace(a.Low)
	switch {
	case a.Kind == Percent:
		unit = min(unit, 1)
	case a.Kind == Number && DimensionOf(a.Unit) == NoDimension && a.Low < leastRounded:
		return false
	}
	unit = min(unit, maxRounding*2*math.Abs(a.Low))
	return b.Low-unit/2 <= a.Low && a.Low <= b.High+unit/2
}

// lastPlace is the place of the last figure of x that is not 0: 1,000 for 94,000.
func lastPlace(x float64) float64 {
	place := 0.001
	for place < maxScaled && x != 0 && math.Abs(math.Remainder(x, place*10)) < place/1000 {
		place *= 10
	}
	return place
}

// What times of day may differ by, in minutes, before they contradict each other:
// as they are rounded, and where a zone is named that summer time moves.
const (
	clockRounding = 5
	summerTime    = 60
)

// clocksExclude reports whether two times of day cannot be the same. A zone that
// only one of them names tells nothing.
func clocksExclude(a, b Value) bool {
	margin := float64(clockRounding)
	if a.Unit != b.Unit {
		x, known := zones[a.Unit]
		y, also := zones[b.Unit]
		if !known || !also {
			return false
		}
		a.Low, a.High, b.Low, b.High = a.Low-x, a.High-x, b.Low-y, b.High-y
		margin += summerTime
	}
	cycle := float64(minutesOfDay)
	if a.Halved || b.Halved {
		cycle /= 2
	}
	apart := math.Mod(math.Abs((a.Low+a.High)-(b.Low+b.High))/2, cycle)
	apart = min(apart, cycle-apart)
	return apart > margin+(a.High-a.Low)/2+(b.High-b.Low)/2
}
