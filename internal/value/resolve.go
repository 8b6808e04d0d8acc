package value

import (
	"cmp"
	"strings"
	"time"
)

// DateOf is the date that a value gives in a text written then: of "on Friday",
// "yesterday", "in May" and "two days ago". What is known of it goes no finer than
// what is known of the time of writing. It is false where the value is no date, or
// nothing can be told of its year.
func DateOf(v Value, t Tense, at Written) (When, bool) {
	w := v.When
	switch {
	case v.Kind == Date:
		w = w.Completed(t, at)
	case v.Kind == Duration && v.Role == Ago:
		w = v.before(at)
	}
	return w, w.Year != 0
}

// Completed gives a date that a text gives in part what it lacks, by the time of
// writing. It goes no finer than that is known; a date of which nothing can be told
// stays as it is.
func (w When) Completed(t Tense, at Written) When {
	switch {
	case w.Year != 0 || at.Known == "":
		return w
	case w.Relative != "":
		return w.fromWriting(at)
	case at.Known == ByYear:
		return w
	case w.Month != 0:
		return w.inYear(t, at)
	case w.Weekday != "" && at.Known == ByDay:
		return w.onWeekday(t, at.Day)
	}
	return w
}

// fromWriting is the day, month or year of a relative date; a week has none.
func (w When) fromWriting(at Written) When {
	from, isDay := daysFrom[w.Relative]
	switch {
	case w.Relative == "year":
		return When{Year: at.Day.Year() + w.Away, Season: w.Season}
	case at.Known == ByYear || at.Inferred && at.Known != ByDay:
		return w
	case w.Relative == "month":
		return monthOf(at.Day, w.Away)
	case isDay && at.Known == ByDay:
		return fullDate(at.Day.AddDate(0, 0, from))
	case isDay && from == 0:
		return monthOf(at.Day, 0)
	}
	return w
}

// onWeekday finds the day of "on Friday". A Friday to come is the day of writing or one of
// the six after it ("next Friday" is never that day), one that was is that day or one of the
// six before.
func (w When) onWeekday(t Tense, day time.Time) When {
	switch t {
	case Future:
		day = day.AddDate(0, 0, 6)
	case Next:
		day = day.AddDate(0, 0, 7)
	case Last:
		day = day.AddDate(0, 0, -1)
	}
	for back := range 7 {
		if d := day.AddDate(0, 0, -back); strings.EqualFold(d.Weekday().String(), w.Weekday) {
			return fullDate(d)
		}
	}
	return w
}

// fullDate is the full date of t.
func fullDate(t time.Time) When {
	return When{Year: t.Year(), Month: t.Month(), Day: t.Day(), Weekday: strings.ToLower(t.Weekday().String())}
}

// monthOf is the month that lies so many months after that of a day.
func monthOf(day time.Time, after int) When {
	first := time.Date(day.Year(), day.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, after, 0)
	return When{Year: first.Year(), Month: first.Month()}
}

// inYear finds the year of "in February": the last February for what was, the next
// one for what is to come, and the nearest where the tense is unknown.
func (w When) inYear(t Tense, at Written) When {
	if t == TenseUnknown {
		return w.nearestYear(at.Day)
	}
	side := cmp.Compare(w.Month, at.Day.Month())
	if side == 0 && w.Day != 0 && at.Known == ByDay {
		side = cmp.Compare(w.Day, at.Day.Day())
	}
	w.Year = at.Day.Year()
	switch {
	case side > 0 && t == Past, side >= 0 && t == Last:
		w.Year--
	case side < 0 && t == Future, side <= 0 && t == Next:
		w.Year++
	}
	return w
}

// nearestYear is the year in which the month lies nearest to a day.
func (w When) nearestYear(day time.Time) When {
	w.Year = day.Year()
	switch months := int(w.Month) - int(day.Month()); {
	case months > 6:
		w.Year--
	case months < -6:
		w.Year++
	}
	return w
}

// before is the date that lies so long before the time of writing: a day for days,
// a month for months, a year for years. Weeks are mostly rounded, and give none.
func (v Value) before(at Written) When {
	n := int(v.Low/seconds[v.Unit] + 0.5)
	switch {
	case v.Hedged || v.Low != v.High || at.Known == "":
	case v.Unit == "day" && at.Known == ByDay:
		return fullDate(at.Day.AddDate(0, 0, -n))
	case v.Unit == "month" && at.Known != ByYear:
		return monthOf(at.Day, -n)
	case v.Unit == "year":
		return When{Year: at.Day.Year() - n}
	}
	return When{}
}

// Later is the date that lies so long after w as a duration says; what w gives
// must be as fine as the duration's unit. It is the zero value else.
func (w When) Later(v Value) When {
	n := int(v.Low/seconds[v.Unit] + 0.5)
	switch {
	case v.Kind != Duration || v.Hedged || v.Low != v.High || w.Year == 0 || w.Span != "" || w.LastDay != 0:
	case v.Unit == "day" && w.Day != 0, v.Unit == "week" && w.Day != 0:
		days := n
		if v.Unit == "week" {
			days *= daysOfWeek
		}
		return fullDate(w.First().AddDate(0, 0, days))
	case v.Unit == "month" && w.Month != 0:
		return monthOf(w.First(), n)
	case v.Unit == "year":
		return When{Year: w.Year + n}
	}
	return When{}
}

const daysOfWeek = 7

// First is the first day of a date whose year is known.
func (w When) First() time.Time {
	return time.Date(w.Year, max(w.Month, time.January), max(w.Day, 1), 0, 0, 0, 0, time.UTC)
}

// ISO writes a date as far as it is known (YYYY-MM-DD, YYYY-MM or YYYY), and how far
// that is; both are empty where the year is unknown.
func (w When) ISO() (date string, known Precision) {
	switch {
	case w.Year == 0:
		return "", ""
	case w.Month == 0:
		return When{Year: w.Year}.String(), ByYear
	case w.Day == 0 || w.First().Day() != w.Day: // there is no February 30
		return When{Year: w.Year, Month: w.Month}.String(), ByMonth
	}
	return w.String(), ByDay
}
