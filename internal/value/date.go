package value

import (
	"strconv"
	"strings"
	"time"
)

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
	if weekdays[word.Norm] {
		w, next := f.afterWeekday(i, word.Norm)
		return w, next, true
	}
	if full := shortWeekdays[word.Norm]; full != "" && word.IsCapital() {
		if w, next := f.afterWeekday(i, full); next > i+1 {
			return w, next, true
		}
	}
	if w, next, ok := f.relative(i); ok {
		return w, next, true
	}
	if w, next, ok := f.season(i); ok {
		return w, next, true
	}
	if m, ok := f.month(i); ok {
		w, next := f.afterMonth(m, i+1)
		return w, next, true
	}
	if w, ok := f.decade(i); ok {
		return w, i + 1, true
	}
	if word.IsNumeric() {
		return f.numericDate(i)
	}
	return f.century(i)
}

// inName reports whether the capital of word i is that of a name ("USA Today").
func (f *finder) inName(i int) bool { return f.isCapital(i) && f.isCapital(i-1) && f.near(i) }

// afterWeekday joins "Friday, August 15, 2025" and "Friday 15 August" into one
// date.
func (f *finder) afterWeekday(i int, name string) (When, int) {
	day := When{Weekday: name}
	if gap := f.between(i); strings.Trim(gap, ",. ") != "" {
		return day, i + 1
	}
	w, next, ok := When{}, 0, false
	if m, isMonth := f.month(i + 1); isMonth {
		w, next = f.afterMonth(m, i+2)
	} else if w, next, ok = f.dayMonth(i + 1); !ok {
		return day, i + 1
	}
	if w.Day == 0 {
		return day, i + 1
	}
	w.Weekday = day.Weekday
	return w, next
}

// month reads a month's name at word i. "May", "March", short forms and what is
// typed in small letters count only where a day or a year stands beside them, or a
// word such as "in" before; a small "may" is no month.
func (f *finder) month(i int) (time.Month, bool) {
	name := f.norm(i)
	m, ok := months[name]
	if !ok || !f.isCapital(i) && name == "may" {
		return 0, false
	}
	if f.isCapital(i) && !ambiguousMonths[name] {
		return m, true
	}
	_, dayBefore := f.day(i - 1)
	_, dayAfter := f.day(i + 1)
	_, yearAfter := f.year(i + 1)
	_, monthBefore := months[f.norm(i-2)]
	return m, dayBefore && f.near(i) || dayAfter || yearAfter || monthLeads[f.norm(i-1)] || monthBefore && rangeWords[f.norm(i-1)]
}

var (
	ambiguousMonths = wordSet("may march jan mar apr jun jul aug sep oct nov dec")
	monthLeads      = wordSet("in since until by during last next this early late mid of from")
	rangeWords      = wordSet("to and or through until")
)

// afterMonth reads "16, 2025", "16" or "2025" after a month.
func (f *finder) afterMonth(m time.Month, i int) (When, int) {
	w := When{Month: m}
	if d, ok := f.day(i); ok && strings.Trim(f.between(i-1), ". ") == "" && !f.countsPeople(i+1) {
		w.Day = d
		i++
		if last, ok := f.lastDay(d, i); ok {
			w.LastDay, i = last, f.lastDayEnd(i)
		}
	}
	if y, ok := f.year(i); ok && strings.Trim(f.between(i-1), ". ,") == "" && !f.countsPeople(i+1) {
		w.Year = y
		i++
	}
	return w, i
}

// numericDate reads "2025-07-16", "16.7.2025", "16 July 2025", "1980s", "19th
// century" and years.
func (f *finder) numericDate(i int) (When, int, bool) {
	if w, next, ok := f.isoDate(i); ok {
		return w, next, true
	}
	if w, next, ok := f.dayMonth(i); ok {
		return w, next, true
	}
	if w, next, ok := f.century(i); ok {
		return w, next, true
	}
	y, ok := f.year(i)
	if !ok || !f.looksLikeYear(i) {
		return When{}, i, false
	}
	return When{Year: y}, i + 1, true
}

// isoDate reads "2025-07-16", "16.07.2025" and "16/07/2025".
func (f *finder) isoDate(i int) (When, int, bool) {
	if strings.Count(f.norm(i), ".") == 2 {
		t, err := time.Parse("2.1.2006", f.norm(i))
		return dayOf(t), i + 1, err == nil
	}
	if i+2 >= len(f.words) || f.between(i) != f.between(i+1) {
		return When{}, i, false
	}
	layouts := isoLayouts[f.between(i)]
	for _, layout := range layouts {
		if t, err := time.Parse(layout, f.s[f.words[i].Start:f.words[i+2].End]); err == nil && !f.ambiguous(i, layout) {
			return dayOf(t), i + 3, true
		}
	}
	return When{}, i, false
}

// isoLayouts are the orders of a date's parts by what stands between them.
var isoLayouts = map[string][]string{"-": {time.DateOnly, "2-1-2006"}, "/": {"2/1/2006", "1/2/2006"}}

// ambiguous reports whether the day and the month that begin at word i might be
// taken for each other, unless the layout begins with the year.
func (f *finder) ambiguous(i int, layout string) bool {
	const months = 12
	a, _, _ := cutFigure(f.norm(i))
	b, _, _ := cutFigure(f.norm(i + 1))
	return layout != time.DateOnly && a <= months && b <= months && a != b
}

func dayOf(t time.Time) When { return When{Year: t.Year(), Month: t.Month(), Day: t.Day()} }

// dayMonth reads "16 July 2025" and "16th of July".
func (f *finder) dayMonth(i int) (When, int, bool) {
	d, ok := f.day(i)
	if !ok {
		return When{}, i, false
	}
	at := i + 1
	last, isRun := f.lastDay(d, at)
	if isRun {
		at = f.lastDayEnd(at)
	}
	if f.norm(at) == "of" {
		at++
	}
	m, ok := f.month(at)
	if !ok || !f.near(at) {
		return When{}, i, false
	}
	w, next := f.afterMonth(m, at+1)
	if w.Day != 0 { // "16 July 17": the day belongs to what follows
		return When{}, i, false
	}
	w.Day = d
	if isRun {
		w.LastDay = last
	}
	return w, next, true
}

// lastDay reads the day that ends a run of days begun by day first, after what
// joins them at word i: "15-17", "15 to 17", "15 and 16".
func (f *finder) lastDay(first, i int) (int, bool) {
	at := f.lastDayEnd(i) - 1
	if gap := f.between(i - 1); at == i && gap != "-" && gap != "–" || at > i && (!f.near(i) || !f.near(at)) {
		return 0, false
	}
	d, ok := f.day(at)
	return d, ok && d > first && (d == first+1 || f.norm(i) != "and") && !f.countsPeople(at+1)
}

// lastDayEnd is the word after the day that ends a run of days.
func (f *finder) lastDayEnd(i int) int {
	if w := f.norm(i); w == "to" || w == "through" || w == "and" {
		return i + 2
	}
	return i + 1
}

// lastCentury is the last ordinal that is taken as that of a century.
const lastCentury = 30

// century reads "19th century", "nineteenth century" and the first of "10th and
// 11th centuries".
func (f *finder) century(i int) (When, int, bool) {
	n, ok := f.ordinal(i)
	if !ok || n.x < 1 || n.x > lastCentury {
		return When{}, i, false
	}
	w := When{Year: int(n.x-1) * 100, Span: century}
	if w.Year == 0 {
		w.Year = 1
	}
	if f.isCentury(n.next) {
		return w, n.next + 1, true
	}
	at := n.next
	if rangeWords[f.norm(at)] {
		at++
	}
	other, ok := f.ordinal(at)
	return w, n.next, ok && strings.Trim(f.between(at-1), " ,-–") == "" && f.isCentury(other.next)
}

func (f *finder) isCentury(i int) bool {
	return f.near(i) && (f.norm(i) == "century" || f.norm(i) == "centuries")
}

// day reads a day of the month at word i: "16" or "16th".
func (f *finder) day(i int) (int, bool) {
	if !f.isNumeric(i) {
		return 0, false
	}
	digits := f.norm(i)
	for _, ending := range []string{"st", "nd", "rd", "th"} {
		digits = strings.TrimSuffix(digits, ending)
	}
	d, err := strconv.Atoi(digits)
	return d, err == nil && d >= 1 && d <= 31
}

// year reads four digits at word i that can be a year.
func (f *finder) year(i int) (int, bool) {
	if len(f.norm(i)) != 4 {
		return 0, false
	}
	y, err := strconv.Atoi(f.norm(i))
	return y, err == nil && y >= 1000 && y <= 2199
}

// looksLikeYear tells a year from a count: no sign, unit or counted noun beside
// it, or words around it that only a year has.
func (f *finder) looksLikeYear(i int) bool {
	prev := f.norm(i - 1)
	if f.hasUnit(i) {
		return false
	}
	if sureLeads[prev] {
		return true
	}
	if f.countsPeople(i + 1) {
		return false
	}
	if yearLeads[prev] || strings.ContainsAny(f.between(i-1), "(–-") || strings.ContainsAny(f.between(i), ")–-") {
		return true
	}
	counts := f.counted(i+1) != ""
	if h, _, hedged := f.hedgeBefore(i); hedged && (counts || h != about) {
		return false
	}
	return !counts || determiners[prev] || i > 0 && possessive(f.words[i-1])
}

// hasUnit reports whether the figure at word i stands with a currency, a percent
// sign, a scale or a unit.
func (f *finder) hasUnit(i int) bool {
	if _, _, ok := f.currencyBefore(i); ok || f.percentAfter(i+1) {
		return true
	}
	if _, _, ok := f.durationUnit(i + 1); ok {
		return true
	}
	if _, _, ok := f.measure(i + 1); ok {
		return true
	}
	_, isScale := scales[f.norm(i+1)]
	_, isCurrency := currencyWords[f.norm(i+1)]
	return (isScale || isCurrency) && f.near(i+1)
}

var (
	// sureLeads come before a year whatever follows it, yearLeads where no
	// people are counted, determiners where a year describes a noun ("the 2024
	// elections").
	sureLeads   = wordSet("in since until year during early late mid")
	yearLeads   = wordSet("by from before after of between")
	determiners = wordSet("the a an this that his her its their our")
)

var weekdays = wordSet("monday tuesday wednesday thursday friday saturday sunday")

// shortWeekdays are the short forms of days, which are read only before a date.
var shortWeekdays = map[string]string{
	"mon": "monday", "tue": "tuesday", "tues": "tuesday", "wed": "wednesday", "thu": "thursday", "thur": "thursday", "thurs": "thursday", "fri": "friday",
	"sat": "saturday", "sun": "sunday",
}

var months = map[string]time.Month{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10,
	"november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
	"nov": 11, "dec": 12,
}
