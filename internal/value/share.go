package value

// SameDate reports whether o gives all that v says of a date.
func SameDate(v, o When) bool {
	if !v.Agrees(o) || v.Span != o.Span && v.Year != 0 {
		return false
	}
	return (v.Year == 0 || o.Year != 0) && (v.Month == 0 || o.Month != 0) && (v.Day == 0 || o.Day != 0) &&
		(v.Weekday == "" || o.Weekday != "" || o.Day != 0 && o.Year != 0)
}

// Share is what a percentage or a fraction is of a whole, and 0 for others.
func Share(v Value) float64 {
	switch {
	case v.Kind == Percent:
		return (v.Low + v.High) / 200
	case IsShare(v):
		return (v.Low + v.High) / 2
	}
	return 0
}

// IsShare reports whether a number is a part of a whole.
func IsShare(v Value) bool { return v.Kind == Number && v.High > 0 && v.High < 1 }

// Rivals reports whether two values that differ speak of the same kind of thing.
func Rivals(v, o Value) bool {
	return Comparable(v, o) || v.Kind == Percent && IsShare(o) || o.Kind == Percent && IsShare(v)
}
