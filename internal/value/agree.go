package value

import "sherpa/internal/text"

// Agree reports whether a and b can both be true of one thing: their ranges
// meet, or the dates do not exclude each other.
func Agree(a, b Value) bool {
	switch {
	case a.Kind != b.Kind:
		return false
	case a.Kind == Date:
		return a.When.Agrees(b.When)
	case a.Kind != Duration && !unitsMeet(a, b):
		return false
	}
	margin := max(tolerance(a), tolerance(b))
	return a.Low <= b.High+margin && b.Low <= a.High+margin
}

// Comparable reports whether two values speak of the same kind of thing, so that
// a difference between them would mean something.
func Comparable(a, b Value) bool {
	switch {
	case a.Kind != b.Kind || a.Ordinal != b.Ordinal || a.Kind == Duration && a.Role != b.Role:
		return false
	case a.Kind == Date:
		return a.When.comparable(b.When)
	}
	if a.Kind == Duration {
		return SameScale(a, b)
	}
	return unitsMeet(a, b) && (a.Kind != Money || SameScale(a, b))
}

// scale is how many times longer or larger one of two durations, sums or counts may be before
// they cannot be of the same thing: talks of three hours are not the "worst war in eight
// decades".
const scale = 100

// SameScale reports whether two values are of like size.
func SameScale(a, b Value) bool {
	return a.High <= scale*b.High && b.High <= scale*a.High
}

// unitsMeet reports whether two values count the same, as far as they say so. What
// is measured is no count.
func unitsMeet(a, b Value) bool {
	if DimensionOf(a.Unit) != DimensionOf(b.Unit) {
		return false
	}
	return a.Unit == b.Unit || a.Unit == "" || b.Unit == "" || text.Stem(a.Unit) == text.Stem(b.Unit)
}

// durationTolerance is the share of itself by which a duration that is given
// without a hedge may be rounded: "three hours" may be five minutes more or less.
const durationTolerance = 0.03

// tolerance is how far from its bounds a value may be. Counts are taken at their
// word.
func tolerance(v Value) float64 {
	if v.Kind != Duration || v.Hedged {
		return 0
	}
	return v.High * durationTolerance
}

// Same reports whether two values say the same, not only that both can be true.
func Same(a, b Value) bool {
	if a.Kind == Date {
		return a.When == b.When
	}
	return a.Low == b.Low && a.High == b.High
}
