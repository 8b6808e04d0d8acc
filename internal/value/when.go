package value

import (
	"fmt"
	"strings"
	"time"
)

// The longer times that a When may span.
const (
	decade  = "decade"
	century = "century"
)

// When is a date as far as the text gives it; zero fields are unknown.
type When struct {
	Year    int
	Month   time.Month
	Day     int
	Weekday string // "friday", or empty
	// LastDay ends a run of days of one month that Day begins, or is 0.
	LastDay int
	// Season is "spring", "summer", "autumn" or "winter", or empty.
	Season string
	// Span is "decade" or "century" where Year begins a longer time.
	Span string
	// Relative is what only the date of the article resolves: "today", "yesterday",
	// "tomorrow", "tonight", "this morning"; or the unit of a time that is counted
	// from it, "week", "month", "year": Away is -1 for the last one, 0 for this one.
	Relative string
	Away     int
}

// Agrees reports whether both dates can be the same one, or one can lie in the
// other.
func (w When) Agrees(o When) bool {
	if w.Year != 0 && o.Year != 0 && !w.yearsMeet(o) {
		return false
	}
	if w.Month != 0 && o.Month != 0 && w.Month != o.Month {
		return false
	}
	if w.Day != 0 && o.Day != 0 && (w.Day > max(o.Day, o.LastDay) || o.Day > max(w.Day, w.LastDay)) {
		return false
	}
	if !w.seasonMeets(o) || !o.seasonMeets(w) {
		return false
	}
	if w.LastDay != 0 || o.LastDay != 0 {
		return true
	}
	return w.weekday() == "" || o.weekday() == "" || w.weekday() == o.weekday()
}

// seasonMeets reports whether w's season, if it gives one, can be that of o. What
// the calendar calls a season differs, and begins in the month before it.
func (w When) seasonMeets(o When) bool {
	if w.Season == "" || o.Season == w.Season {
		return true
	}
	if o.Season != "" {
		return false
	}
	const months, reach = 12, 4
	return o.Month == 0 || (int(o.Month)-seasons[w.Season]+months)%months < reach
}

// seasons are the months in which the seasons begin.
var seasons = map[string]int{"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

func (w When) yearsMeet(o When) bool {
	return w.Year <= o.lastYear() && o.Year <= w.lastYear()
}

// lastYear is the last year of the time that begins with Year. A century takes
// in the round year after it, which belongs to it by the calendar.
func (w When) lastYear() int {
	switch w.Span {
	case decade:
		return w.Year + 9
	case century:
		return w.Year + 100
	}
	return w.Year
}

// weekday is the day of the week, as written or as the calendar has it.
func (w When) weekday() string {
	if w.Weekday == "" && w.Year != 0 && w.Month != 0 && w.Day != 0 {
		return strings.ToLower(time.Date(w.Year, w.Month, w.Day, 0, 0, 0, 0, time.UTC).Weekday().String())
	}
	return w.Weekday
}

// comparable reports whether both dates say something of the same part of a
// date, so that they could contradict each other.
func (w When) comparable(o When) bool {
	return w.Year != 0 && o.Year != 0 || w.partOfYear() && o.partOfYear() || w.weekday() != "" && o.weekday() != ""
}

// partOfYear reports whether a date tells a month or a season.
func (w When) partOfYear() bool { return w.Month != 0 || w.Season != "" }

// String is the date as YYYY-MM-DD, YYYY-MM or YYYY; or what is known of it.
func (w When) String() string {
	switch {
	case w.Year != 0 && w.Month != 0 && w.Day != 0:
		return fmt.Sprintf("%04d-%02d-%02d", w.Year, w.Month, w.Day)
	case w.Year != 0 && w.Month != 0:
		return fmt.Sprintf("%04d-%02d", w.Year, w.Month)
	case w.Year != 0:
		return fmt.Sprintf("%04d", w.Year)
	case w.Month != 0 && w.Day != 0:
		return fmt.Sprintf("%s %d", w.Month, w.Day)
	case w.Month != 0:
		return w.Month.String()
	}
	return w.Weekday + w.Season + w.Relative
}

// daysFrom is how many days from the day of writing a relative day lies.
var daysFrom = map[string]int{"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "this morning": 0, "this afternoon": 0, "this evening": 0}
