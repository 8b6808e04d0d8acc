package value

import (
	"strconv"
	"strings"
)

// clock reads a time of day at word i: "19:00 GMT", "9:05 p.m. ET", "7pm",
// "9.05 p.m.", "1900 GMT".
func (f *finder) clock(i int) (Value, int, bool) {
	if !f.isNumeric(i) {
		return Value{}, i, false
	}
	written, next := f.clockFigures(i)
	written, half := cutHalf(written)
	if w := f.norm(next); half == "" && (w == "am" || w == "pm") && f.near(next) {
		half, next = w, next+1
	}
	v := Value{Kind: Clock}
	v.Unit, next = f.zone(next)
	hours := f.norm(next) == "hours" && f.near(next)
	military := v.Unit != "" || hours && (clockLeads[f.norm(i-1)] || strings.HasPrefix(written, "0"))
	minutes, ok := minutesOf(written, half, military)
	if !ok {
		return Value{}, i, false
	}
	if hours {
		next++
	}
	v.Span = f.span(i, next)
	v.Low, v.High = minutes, minutes
	f.applyHedge(&v, i)
	return v, next, true
}

// clockLeads come before a time and not before a number of hours.
var clockLeads = wordSet("at by")

// clockFigures returns the figures of a time with colons, without the seconds.
func (f *finder) clockFigures(i int) (written string, next int) {
	written, next = f.norm(i), i+1
	if f.between(i) == ":" && f.isNumeric(next) {
		written += ":" + f.norm(next)
		next++
		if f.between(next-1) == ":" && f.isNumeric(next) {
			next++
		}
	}
	return written, next
}

// cutHalf parts "7pm" into the figure and the half of the day.
func cutHalf(s string) (figure, half string) {
	for _, half := range []string{"am", "pm"} {
		if figure, ok := strings.CutSuffix(s, half); ok {
			return figure, half
		}
	}
	return s, ""
}

// zone reads a time zone at word i; "" if there is none.
func (f *finder) zone(i int) (zone string, next int) {
	if w := f.norm(i); zones[w] && f.isCapital(i) && f.near(i) {
		return w, i + 1
	}
	return "", i
}

var zones = wordSet("gmt utc et est edt ct cst cdt mt mst mdt pt pst pdt cet cest bst eet eest msk akdt akst jst ist")

// minutesOf returns the minutes after midnight of a time as it is written.
// Without a colon it must have the half of the day, or be military: four digits
// with a zone.
func minutesOf(written, half string, military bool) (float64, bool) {
	hour, minute, hasColon := strings.Cut(written, ":")
	switch {
	case hasColon:
	case half != "":
		hour, minute, _ = strings.Cut(written, ".")
	case military && len(written) == 4:
		hour, minute = written[:2], written[2:]
	default:
		return 0, false
	}
	if minute == "" && !hasColon {
		minute = "00"
	}
	h, err := strconv.Atoi(hour)
	if err != nil || h > 24 || half != "" && (h < 1 || h > 12) {
		return 0, false
	}
	m, err := strconv.Atoi(minute)
	if err != nil || len(minute) != 2 || m > 59 || h == 24 && m > 0 {
		return 0, false
	}
	return float64(hourOfDay(h, half)*60 + m), true
}

// hourOfDay turns an hour of half a day into one of the whole day.
func hourOfDay(h int, half string) int {
	switch {
	case half == "am" && h == 12:
		return 0
	case half == "pm" && h < 12:
		return h + 12
	}
	return h
}
