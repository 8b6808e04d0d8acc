package value

import (
	"strconv"
	"strings"
)

// clock reads a time of day at word i: "19:00 GMT", "9:05 p.m. ET", "7pm",
// "9.05 p.m.", "1900 GMT", "noon", "half past three".
func (f *finder) clock(i int) (Value, int, bool) {
	if v, next, ok := f.spokenClock(i); ok {
		return v, next, true
	}
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
	v.Halved = half == "" && v.Unit == "" && !hours && isHalved(written, minutes)
	return f.clockValue(v, minutes, i, next)
}

// isHalved reports whether a time that is written without the half of its day may be of
// either: "3:30", but not "03:30" or "15:30".
func isHalved(written string, minutes float64) bool {
	return !strings.HasPrefix(written, "0") && minutes >= minutesOfHour && minutes < minutesOfDay/2+minutesOfHour
}

// clockValue finishes a time of day that stands from word i up to next.
func (f *finder) clockValue(v Value, minutes float64, i, next int) (Value, int, bool) {
	v.Span = f.span(i, next)
	v.Low, v.High = minutes, minutes
	if !f.clockBound(&v, i) {
		f.applyHedge(&v, i)
	}
	return v, next, true
}

// clockMargin is how far "shortly before" a time goes, in minutes.
const clockMargin = 45

// clockBound widens v by the words before it that say on which side of a time
// something was: "just before noon", "shortly after midnight".
func (f *finder) clockBound(v *Value, i int) bool {
	side := f.norm(i - 1)
	if side != "before" && side != "after" || !closeLeads[f.norm(i-2)] || !f.near(i) || !f.near(i-1) {
		return false
	}
	v.Start, v.Hedged = f.words[i-2].Start, true
	if side == "before" {
		v.Low -= clockMargin
	} else {
		v.High += clockMargin
	}
	return true
}

var closeLeads = wordSet("just shortly soon right minutes moments")

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

// zone reads a time zone at word i; "" if there is none, or only that it is the
// local one.
func (f *finder) zone(i int) (zone string, next int) {
	w := f.norm(i)
	if !f.near(i) {
		return "", i
	}
	if _, ok := zones[w]; ok && f.isCapital(i) {
		return w, i + 1
	}
	for at := i + 1; at <= i+2; at++ { // "Eastern Daylight Time"
		if f.norm(at) == "time" && f.near(at) && (w == "local" || zoneNames[w] != "") {
			return zoneNames[w], at + 1
		}
	}
	return "", i
}

// zones are how many minutes time zones are ahead of Greenwich.
var zones = map[string]float64{
	"gmt": 0, "utc": 0, "et": -300, "est": -300, "edt": -240, "ct": -360, "cst": -360, "cdt": -300, "mt": -420, "mst": -420, "mdt": -360, "pt": -480,
	"pst": -480, "pdt": -420, "akst": -540, "akdt": -480, "cet": 60, "cest": 120, "bst": 60, "eet": 120, "eest": 180, "msk": 180, "ist": 330, "jst": 540,
}

var zoneNames = map[string]string{"eastern": "et", "central": "ct", "mountain": "mt", "pacific": "pt", "alaska": "akst", "moscow": "msk", "greenwich": "gmt"}

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
