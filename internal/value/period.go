package value

import (
	"strconv"
	"strings"
)

// relative reads what only the date of the article resolves: "today", "last week",
// "earlier this month", "last night".
func (f *finder) relative(i int) (When, int, bool) {
	w := f.norm(i)
	if _, ok := daysFrom[w]; ok && !f.inName(i) {
		return When{Relative: w}, i + 1, true
	}
	if (w == "earlier" || w == "later") && f.norm(i+1) == "this" && f.near(i+1) {
		period, next, ok := f.relative(i + 1)
		return period, next, ok
	}
	away, ok := aways[w]
	if !ok || !f.near(i+1) {
		return When{}, i, false
	}
	switch unit := f.norm(i + 1); {
	case unit == "night" && w == "last":
		return When{Relative: "yesterday"}, i + 2, true
	case w == "this" && partsOfToday[unit]:
		return When{Relative: "this " + unit}, i + 2, true
	case periods[unit] && !f.isDuration(i):
		return When{Relative: unit, Away: away}, i + 2, true
	case seasons[unit] == 0 || unit == "fall":
		return When{}, i, false
	case away != 0: // not this one, but of this year or another
		return When{Season: f.norm(i + 1)}, i + 2, true
	}
	return When{Relative: "year", Season: f.norm(i + 1)}, i + 2, true
}

var (
	aways   = map[string]int{"last": -1, "this": 0, "next": 1}
	periods = wordSet("week month year")
	// partsOfToday make a day of "this".
	partsOfToday = wordSet("morning afternoon evening")
)

// isDuration reports whether a period at word i is the length of something that
// has gone on: "over the last year", "in the next week".
func (f *finder) isDuration(i int) bool { return f.norm(i-1) == "the" }

// season reads "summer 2024", "the summer of 2024" and "in spring".
func (f *finder) season(i int) (When, int, bool) {
	name := f.norm(i)
	if seasons[name] == 0 {
		return When{}, i, false
	}
	at := i + 1
	if f.norm(at) == "of" {
		at++
	}
	if name == "fall" {
		name = "autumn"
	}
	if y, ok := f.year(at); ok && f.near(at) && !f.hasUnit(at) {
		return When{Year: y, Season: name}, at + 1, true
	}
	lead := i - 1
	if f.norm(lead) == "the" {
		lead--
	}
	return When{Season: name}, i + 1, f.norm(i) != "fall" && seasonLeads[f.norm(lead)]
}

var seasonLeads = wordSet("in during since until by early late mid")

// decade reads "1980s", "the '80s" and "the eighties".
func (f *finder) decade(i int) (When, bool) {
	digits, ok := strings.CutSuffix(f.norm(i), "s")
	if ten := decades[f.norm(i)]; ten > 0 && f.norm(i-1) == "the" {
		return When{Year: 1900 + ten, Span: decade}, true
	}
	y, err := strconv.Atoi(digits)
	if !ok || err != nil || y%10 != 0 || y == 0 || len(digits) != 4 && (len(digits) != 2 || f.norm(i-1) != "the") {
		return When{}, false
	}
	if len(digits) == 2 {
		y += 1900
	}
	return When{Year: y, Span: decade}, true
}

var decades = map[string]int{"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90}
