package value

import "time"

// Precision says how much of a date is known.
type Precision string

// The precisions of dates. The empty one is that of no date.
const (
	ByDay   Precision = "day"
	ByMonth Precision = "month"
	ByYear  Precision = "year"
)

// Written is when a text was written, as far as that is known. The zero value says
// that nothing is.
type Written struct {
	Day time.Time
	// Known is how much of Day is known.
	Known Precision
	// Inferred is set where the text does not say so itself.
	Inferred bool
}

// WrittenOn reads when a text was written (RFC 3339, YYYY-MM-DD, YYYY-MM or YYYY);
// the zero value means that it cannot.
func WrittenOn(date string) Written {
	day := ParseDate(date)
	switch {
	case day.IsZero():
		return Written{}
	case len(date) == len("2006"):
		return Written{Day: day, Known: ByYear}
	case len(date) == len("2006-01"):
		return Written{Day: day, Known: ByMonth}
	}
	return Written{Day: day, Known: ByDay}
}

// ParseDate reads an article's date (RFC 3339, YYYY-MM-DD, YYYY-MM or YYYY); the
// zero time means that it cannot.
func ParseDate(s string) time.Time {
	for _, layout := range []string{time.RFC3339, time.DateOnly, "2006-01", "2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t
		}
	}
	return time.Time{}
}

// Tense says on which side of the day of writing a date lies.
type Tense int

// The tenses.
const (
	TenseUnknown Tense = iota
	Past
	Future
	// Last and Next exclude the day, week, month or year of writing itself: "last
	// May", "next Friday".
	Last
	Next
)
