package value

import (
	"fmt"
	"strconv"
	"strings"
	"time"
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
	// "yesterday", "tomorrow".
	Relative string
}

// Agrees reports whether both dates can be the same one.
func (w When) Agrees(o When) bool {
	if w.Year != 0 && o.Year != 0 && w.Year != o.Year {
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

// date reads the date that begins at word i.
func (f *finder) date(i int) (Value, int, bool) {
	w, next, ok := f.when(i)
	if !ok {
		return Value{}, i, false
	}
	return Value{Kind: Date, Span: f.span(i, next), When: w}, next, true
}

func (f *finder) when(i int) (When, int, bool) {
	word := f.words[i]
	if day, ok := weekdays[word.Norm]; ok && word.IsCapital() {
		return f.afterWeekday(day, i+1)
	}
	if relativeDays[word.Norm] {
		return When{Relative: word.Norm}, i + 1, true
	}
	if m, ok := f.month(i); ok {
		return f.afterMonth(m, i+1)
	}
	if word.IsNumeric() {
		return f.numericDate(i)
	}
	return When{}, i, false
}

// afterWeekday joins "Friday, August 15, 2025" into one date.
func (f *finder) afterWeekday(day string, i int) (When, int, bool) {
	if m, ok := f.month(i); ok && strings.TrimSpace(f.between(i-1)) != "." {
		if w, next, ok := f.afterMonth(m, i+1); ok && w.Day != 0 {
			w.Weekday = day
			return w, next, true
		}
	}
	return When{Weekday: day}, i, true
}

// month reads a month's name at word i. "May", "March" and short forms count
// only where a day or a year stands beside them, or "in" before.
func (f *finder) month(i int) (time.Month, bool) {
	if i >= len(f.words) || !f.words[i].IsCapital() {
		return 0, false
	}
	m, ok := months[f.words[i].Norm]
	if !ok {
		return 0, false
	}
	if f.words[i].Norm != "may" && f.words[i].Norm != "march" && len(f.words[i].Norm) > 3 {
		return m, true
	}
	_, numericBefore := f.day(i - 1)
	return m, numericBefore || i+1 < len(f.words) && f.words[i+1].IsNumeric() || monthLeads[f.norm(i-1)]
}

var monthLeads = map[string]bool{
	"in": true, "since": true, "until": true, "by": true, "during": true, "last": true, "next": true, "early": true, "late": true, "mid": true, "of": true, "from": true,
}

// afterMonth reads "16, 2025", "16" or "2025" after a month.
func (f *finder) afterMonth(m time.Month, i int) (When, int, bool) {
	w := When{Month: m}
	if d, ok := f.day(i); ok && f.norm(i-1) != "" {
		w.Day = d
		i++
	}
	if y, ok := f.year(i); ok && strings.Trim(f.between(i-1), " ,") == "" {
		w.Year = y
		i++
	}
	return w, i, true
}

// numericDate reads "2025-07-16", "16 July 2025", "1980s", "19th century" and
// years.
func (f *finder) numericDate(i int) (When, int, bool) {
	if w, ok := f.isoDate(i); ok {
		return w, i + 3, true
	}
	if d, ok := f.day(i); ok {
		if m, ok := f.month(i + 1); ok && strings.TrimSpace(f.between(i)) == "" {
			w, next, _ := f.afterMonth(m, i+2)
			if w.Day == 0 {
				w.Day = d
				return w, next, true
			}
		}
	}
	if w, next, ok := f.longTime(i); ok {
		return w, next, true
	}
	y, ok := f.year(i)
	if !ok || !f.looksLikeYear(i) {
		return When{}, i, false
	}
	return When{Year: y}, i + 1, true
}

func (f *finder) isoDate(i int) (When, bool) {
	if i+2 >= len(f.words) || f.between(i) != "-" || f.between(i+1) != "-" {
		return When{}, false
	}
	t, err := time.Parse(time.DateOnly, f.s[f.words[i].Start:f.words[i+2].End])
	if err != nil {
		return When{}, false
	}
	return When{Year: t.Year(), Month: t.Month(), Day: t.Day()}, true
}

// longTime reads decades and centuries.
func (f *finder) longTime(i int) (When, int, bool) {
	w := f.norm(i)
	if y, err := strconv.Atoi(strings.TrimSuffix(w, "s")); err == nil && len(w) == 5 && w[4] == 's' && y%10 == 0 {
		return When{Year: y, Span: "decade"}, i + 1, true
	}
	n, ok := f.figures(i)
	if !ok || !n.ordinal {
		return When{}, i, false
	}
	if c := f.norm(i + 1); c == "century" || c == "centuries" {
		return When{Year: int(n.x-1) * 100, Span: "century"}, i + 2, true
	}
	return When{}, i, false
}

// day reads a day of the month at word i: "16" or "16th".
func (f *finder) day(i int) (int, bool) {
	if i < 0 || i >= len(f.words) || !f.words[i].IsNumeric() {
		return 0, false
	}
	d, err := strconv.Atoi(strings.TrimRight(f.words[i].Norm, "sthrnd"))
	return d, err == nil && d >= 1 && d <= 31
}

// year reads four digits at word i that can be a year.
func (f *finder) year(i int) (int, bool) {
	if i < 0 || i >= len(f.words) || len(f.words[i].Norm) != 4 {
		return 0, false
	}
	y, err := strconv.Atoi(f.words[i].Norm)
	return y, err == nil && y >= 1000 && y <= 2199
}

// looksLikeYear tells a year from a count: no percent sign, currency or counted
// noun beside it.
func (f *finder) looksLikeYear(i int) bool {
	if f.currencyBefore(i) != "" || f.percentAfter(i+1) {
		return false
	}
	if _, ok := scales[f.norm(i+1)]; ok {
		return false
	}
	if _, _, ok := f.durationUnit(i + 1); ok {
		return false
	}
	if yearLeads[f.norm(i-1)] || strings.ContainsAny(f.between(i-1), "(–-") || strings.ContainsAny(f.between(i), ")–-") {
		return true
	}
	if _, _, hedged := f.hedgeBefore(i); hedged {
		return false
	}
	return f.counted(i+1) == ""
}

var yearLeads = map[string]bool{
	"in": true, "since": true, "until": true, "by": true, "from": true, "before": true, "after": true, "year": true, "of": true, "during": true, "early": true, "late": true, "between": true,
}

var relativeDays = map[string]bool{"today": true, "yesterday": true, "tomorrow": true, "tonight": true}

var weekdays = map[string]string{
	"monday": "monday", "tuesday": "tuesday", "wednesday": "wednesday", "thursday": "thursday", "friday": "friday", "saturday": "saturday", "sunday": "sunday",
}

var months = map[string]time.Month{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10,
	"november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
	"nov": 11, "dec": 12,
}

// Resolve gives a date its year, month and day from the day on which it was
// written: "Friday" is the last Friday up to then, "today" the day itself. It
// returns w where published does not help.
func (w When) Resolve(published time.Time) When {
	switch {
	case published.IsZero():
		return w
	case w.Relative != "":
		return onDay(published.AddDate(0, 0, map[string]int{"yesterday": -1, "tomorrow": 1}[w.Relative]))
	case w.Weekday != "" && w.Day == 0:
		return lastWeekday(w.Weekday, published)
	case w.Month != 0 && w.Year == 0:
		return w.nearestYear(published)
	}
	return w
}

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
	months := int(w.Month) - int(published.Month())
	if months > 6 {
		w.Year--
	}
	if months < -6 {
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
