package answer

import (
	"sherpa/internal/value"
)

// atOtherTime reports whether two sentences give dates and none of the one can be
// one of the other.
func atOtherTime(a, b *evidence) bool {
	dated := false
	for _, v := range a.sentence.Values {
		for _, w := range b.sentence.Values {
			if !value.Comparable(v, w) || v.Kind != value.Date || v.When.Month == 0 && v.When.Year == 0 {
				continue // two days of the week may be what the articles differ on, too
			}
			if value.Agree(v, w) {
				return false
			}
			dated = true
		}
	}
	return dated
}

// atOtherTimes reports whether two sentences tell of different times: by dates, by days of
// the week, or because one gives a year that is not that of its article while the
// other gives none.
func atOtherTimes(a, b *evidence) bool {
	return atOtherTime(a, b) || weekdaysDiffer(a, b) || a.ofOtherYear() != b.ofOtherYear()
}

// ofOtherYears reports whether only one of two sentences is of another year than its article, as
// far as it is known when both were written.
func ofOtherYears(a, b *evidence) bool {
	return a.written().Known != "" && b.written().Known != "" && a.ofOtherYear() != b.ofOtherYear()
}

// weekdaysDiffer reports whether both sentences name days of the week, and no day that
// the other names.
func weekdaysDiffer(a, b *evidence) bool {
	x, y := a.weekdays(), b.weekdays()
	return len(x) > 0 && len(y) > 0 && inCommon(x, y) == 0
}

func (e *evidence) weekdays() map[string]bool {
	set := map[string]bool{}
	for _, v := range e.sentence.Values {
		if v.Kind == value.Date && v.When.Weekday != "" {
			set[v.When.Weekday] = true
		}
	}
	return set
}

// ofOtherYear reports whether the sentence gives a year, and none that its article was
// written in.
func (e *evidence) ofOtherYear() bool {
	other := false
	for _, v := range e.sentence.Values {
		if year := e.yearOf(v); year != 0 && !e.isSince(v) {
			if year == e.written().Day.Year() {
				return false
			}
			other = true
		}
	}
	return other
}

// yearOf is the year that a date gives, or means if it is one: "last year"; else 0.
func (e *evidence) yearOf(v value.Value) int {
	if v.Kind != value.Date || v.When.Year != 0 || v.When.Relative == "" {
		return v.When.Year
	}
	if when, ok := e.dateOf(v); ok && when.Month == 0 {
		return when.Year
	}
	return 0
}

// isSince reports whether a date only tells since when something is so: "the highest since
// 1998" is of the day of writing.
func (e *evidence) isSince(v value.Value) bool {
	at := e.wordAt(v.Start)
	return at > 0 && e.words()[at-1].Norm == "since"
}
