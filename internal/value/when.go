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
	// Span is "decade" or "century" where Year begins a longer time.
	Span string
	// Relative is a word that only the date of the article resolves: "today",
	// "yesterday", "tomorrow", "tonight".
	Relative string
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
	if w.Day != 0 && o.Day != 0 && w.Day != o.Day {
		return false
	}
	return w.weekday() == "" || o.weekday() == "" || w.weekday() == o.weekday()
}

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
	return w.Year != 0 && o.Year != 0 || w.Month != 0 && o.Month != 0 || w.weekday() != "" && o.weekday() != ""
}

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
	return w.Weekday + w.Relative
}

// Resolve gives a date its year, month and day from the day on which it was
// written: "Friday" is the last Friday up to then, "today" the day itself. It
// returns w where published does not help.
func (w When) Resolve(published time.Time) When {
	switch {
	case published.IsZero():
		return w
	case w.Relative != "":
		return onDay(published.AddDate(0, 0, daysFrom[w.Relative]))
	case w.Weekday != "" && w.Day == 0:
		return lastWeekday(w.Weekday, published)
	case w.Month != 0 && w.Year == 0:
		return w.nearestYear(published)
	}
	return w
}

// daysFrom is how many days from the day of writing a relative day lies.
var daysFrom = map[string]int{"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}

// onDay is the full date of t.
func onDay(t time.Time) When {
	return When{Year: t.Year(), Month: t.Month(), Day: t.Day(), Weekday: strings.ToLower(t.Weekday().String())}
}

func lastWeekday(day string, published time.Time) When {
	for back := range 7 {
		if t := published.AddDate(0, 0, -back); strings.EqualFold(t.Weekday().String(), day) {
			return onDay(t)
		}
	}
	return When{Weekday: day}
}

// nearestYear is the year in which the month lies nearest to published.
func (w When) nearestYear(published time.Time) When {
	w.Year = published.Year()
	switch months := int(w.Month) - int(published.Month()); {
	case months > 6:
		w.Year--
	case months < -6:
		w.Year++
	}
	return w
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
