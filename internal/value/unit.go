package value

import (
	"strings"
	"unicode/utf8"
)

// seconds is the length of the units of time.
var seconds = map[string]float64{
	"second": 1, "minute": 60, "min": 60, "hour": 3600, "hr": 3600, "day": 86400, "week": 604800,
	"month": 2629800, "year": 31557600, "decade": 315576000, "century": 3155760000, "centurie": 3155760000,
}

// durationUnit finds a unit of time at word i, or one word on ("eight long
// years"), and returns its singular and its place.
func (f *finder) durationUnit(i int) (unit string, at int, ok bool) {
	for at = i; at <= i+1 && at < len(f.words); at++ {
		unit = strings.TrimSuffix(f.norm(at), "s")
		if _, ok = seconds[unit]; ok {
			return unit, at, at == i || timeAdjectives[f.norm(i)]
		}
	}
	return "", i, false
}

var timeAdjectives = map[string]bool{
	"long": true, "full": true, "more": true, "straight": true, "consecutive": true, "additional": true, "further": true, "whole": true,
}

// unitSize is what one unit of the value is worth in the kind's base unit.
func unitSize(v *Value) float64 {
	if v.Kind == Duration {
		return seconds[v.Unit]
	}
	return 1
}

// percentAfter reports whether a percent sign or word follows before word i.
func (f *finder) percentAfter(i int) bool {
	end := f.words[i-1].End
	rest := f.s[end:]
	if strings.HasPrefix(rest, "%") || strings.HasPrefix(rest, " %") {
		return true
	}
	switch f.norm(i) {
	case "percent", "percentage":
		return true
	case "per":
		return f.norm(i+1) == "cent"
	}
	return false
}

// percentEnd lets the span end after the sign or word and returns the next word.
func (f *finder) percentEnd(v *Value, i int) int {
	if at := strings.IndexByte(f.s[v.End:], '%'); at >= 0 && at <= 1 {
		v.Span.End += at + 1
		return i
	}
	if f.norm(i) == "per" {
		i++
	}
	v.Span.End = f.words[i].End
	return i + 1
}

var currencySigns = map[rune]string{'$': "usd", '€': "eur", '£': "gbp", '¥': "jpy", '₽': "rub", '₴': "uah", '₹': "inr"}

var currencyWords = map[string]string{
	"dollar": "usd", "dollars": "usd", "usd": "usd", "euro": "eur", "euros": "eur", "eur": "eur", "pounds": "gbp", "rubles": "rub",
	"roubles": "rub", "hryvnia": "uah", "hryvnias": "uah", "yuan": "cny", "yen": "jpy", "rupees": "inr", "francs": "chf",
}

// currencyBefore names the currency whose sign stands just before word i.
func (f *finder) currencyBefore(i int) string {
	r, _ := utf8.DecodeLastRuneInString(f.s[:f.words[i].Start])
	return currencySigns[r]
}

// currencyStart is where the sign before word i starts, with a country before it
// ("US$5").
func (f *finder) currencyStart(i int) int {
	start := f.words[i].Start
	_, n := utf8.DecodeLastRuneInString(f.s[:start])
	start -= n
	if i > 0 && f.words[i-1].End == start {
		start = f.words[i-1].Start
	}
	return start
}

// clock recognises a time of day at word i: "19:00", "9:05 p.m.", "7 p.m.".
func (f *finder) clock(v *Value, i int, n number) bool {
	if n.ordinal || n.x > 24 || n.x != float64(int(n.x)) || !f.words[i].IsNumeric() {
		return false
	}
	if f.between(i) == ":" && len(f.norm(i+1)) == 2 && f.words[i+1].IsNumeric() {
		v.Kind, v.Unit = Clock, "clock"
		return true
	}
	if next := f.norm(n.next); next == "pm" || next == "am" {
		v.Kind, v.Unit = Clock, "clock"
		return true
	}
	return false
}

// clockEnd lets the span of a time end after its minutes, half of the day and
// time zone, and returns the next word.
func (f *finder) clockEnd(v *Value, i int) int {
	if i < len(f.words) && f.s[v.End:f.words[i].Start] == ":" {
		i++
	}
	for i < len(f.words) && clockWords[f.norm(i)] {
		i++
	}
	v.Span.End = f.words[i-1].End
	return i
}

var clockWords = map[string]bool{
	"am": true, "pm": true, "gmt": true, "utc": true, "et": true, "est": true, "edt": true, "cet": true, "cest": true, "bst": true, "hours": true,
}
