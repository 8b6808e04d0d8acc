package disagreement

import (
	"sherpa/answer/evidence"
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// atOtherTime reports whether two sentences give dates and none of the one can be
// one of the other.
func atOtherTime(a, b *evidence.Evidence) bool {
	dated := false
	for _, v := range a.Sentence.Values {
		for _, w := range b.Sentence.Values {
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
func atOtherTimes(a, b *evidence.Evidence) bool {
	return atOtherTime(a, b) || weekdaysDiffer(a, b) || ofOtherYear(a) != ofOtherYear(b)
}

// ofOtherYears reports whether only one of two sentences is of another year than its article, as
// far as it is known when both were written.
func ofOtherYears(a, b *evidence.Evidence) bool {
	return a.Written().Known != "" && b.Written().Known != "" && ofOtherYear(a) != ofOtherYear(b)
}

// weekdaysDiffer reports whether both sentences name days of the week, and no day that
// the other names.
func weekdaysDiffer(a, b *evidence.Evidence) bool {
	x, y := weekdays(a), weekdays(b)
	return len(x) > 0 && len(y) > 0 && InCommon(x, y) == 0
}

func weekdays(e *evidence.Evidence) map[string]bool {
	set := map[string]bool{}
	for _, v := range e.Sentence.Values {
		if v.Kind == value.Date && v.When.Weekday != "" {
			set[v.When.Weekday] = true
		}
	}
	return set
}

// ofOtherYear reports whether the sentence gives a year, and none that its article was
// written in.
func ofOtherYear(e *evidence.Evidence) bool {
	other := false
	for _, v := range e.Sentence.Values {
		if year := yearOf(e, v); year != 0 && !isSince(e, v) {
			if year == e.Written().Day.Year() {
				return false
			}
			other = true
		}
	}
	return other
}

// yearOf is the year that a date gives, or means if it is one: "last year", "next July"; else 0.
func yearOf(e *evidence.Evidence, v value.Value) int {
	if v.Kind != value.Date || v.When.Year != 0 {
		return v.When.Year
	}
	at := e.WordAt(v.Start)
	counted := at > 0 && nextOrLast[e.Words()[at-1].Norm] && v.When.Month != 0
	if when, ok := e.DateOf(v); ok && (counted || v.When.Relative != "" && when.Month == 0) {
		return when.Year
	}
	return 0
}

var nextOrLast = text.WordSet(`next last`)

// isSince reports whether a date only tells since when something is so: "the highest since
// 1998" is of the day of writing.
func isSince(e *evidence.Evidence, v value.Value) bool {
	at := e.WordAt(v.Start)
	return at > 0 && e.Words()[at-1].Norm == "since"
}

// lasting are the stems of verbs that only say that something takes its time.
var lasting = text.StemSet(`last spend spent need take wait`)

// measuresTime reports whether the sentence gives a time that may be no value: "for a few
// minutes".
func measuresTime(e *evidence.Evidence) bool { return e.Has(timeUnits) }

var timeUnits = text.WordSet(`second seconds minute minutes hour hours day days week weeks month months year years`)
