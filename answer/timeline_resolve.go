package answer

import (
	"cmp"
	"time"

	"sherpa/internal/value"
)

// completed gives a date that the text gives in part what it lacks, by the time
// of writing. It goes no finer than that is known; a date of which nothing can be
// told stays as it is.
func completed(w value.When, t tense, at written) value.When {
	switch {
	case w.Year != 0 || at.precision == "" || at.precision == precisionYear:
		return w
	case w.Month != 0:
		return inYear(w, t, at)
	case at.precision == precisionDay:
		return onDay(w, t, at.day)
	case w.Relative == "today" && !at.inferred:
		return value.When{Year: at.day.Year(), Month: at.day.Month()}
	}
	return w
}

// onDay finds the day of "today" and "on Friday". A Friday to come is one of the
// seven days after the day of writing, one that was is that day or one of the six
// before.
func onDay(w value.When, t tense, day time.Time) value.When {
	if w.Weekday != "" {
		switch t {
		case tenseFuture, tenseNext:
			day = day.AddDate(0, 0, 7)
		case tenseLast:
			day = day.AddDate(0, 0, -1)
		}
	}
	return w.Resolve(day)
}

// inYear finds the year of "in February": the last February for what was, the
// next one for what is to come, and the nearest where the tense is unknown.
func inYear(w value.When, t tense, at written) value.When {
	if t == tenseUnknown {
		return w.Resolve(at.day)
	}
	side := cmp.Compare(w.Month, at.day.Month())
	if side == 0 && w.Day != 0 && at.precision == precisionDay {
		side = cmp.Compare(w.Day, at.day.Day())
	}
	w.Year = at.day.Year()
	switch {
	case side > 0 && t == tensePast, side >= 0 && t == tenseLast:
		w.Year--
	case side < 0 && t == tenseFuture, side <= 0 && t == tenseNext:
		w.Year++
	}
	return w
}

// dateOf writes a date as far as it is known, and how far that is; both are empty
// where the year is unknown.
func dateOf(w value.When) (date, precision string) {
	day := time.Date(w.Year, w.Month, w.Day, 0, 0, 0, 0, time.UTC)
	switch {
	case w.Year == 0:
		return "", ""
	case w.Month == 0:
		w.Day = 0
		return w.String(), precisionYear
	case w.Day == 0 || day.Day() != w.Day: // there is no February 30
		w.Day = 0
		return w.String(), precisionMonth
	}
	return w.String(), precisionDay
}
