package value

import (
	"strconv"
	"strings"
)

// withPart adds the half or quarters of "three and a half", "two and three
// quarters".
func (f *finder) withPart(n number) number {
	if f.norm(n.next) != "and" || !f.near(n.next) || !f.near(n.next+1) {
		return n
	}
	if part, next, ok := f.partOf(n.next + 1); ok {
		n.x, n.next = n.x+part, next
	}
	return n
}

// partOf reads what is less than one of something, at word i: "a half", "three
// quarters", "two-thirds".
func (f *finder) partOf(i int) (x float64, next int, ok bool) {
	bottom := fractions[strings.TrimSuffix(f.norm(i+1), "s")]
	top := cardinals[f.norm(i)]
	if isArticle(f.norm(i)) && (bottom == fractions["half"] || bottom == fractions["quarter"]) {
		top = 1
	}
	if !f.near(i+1) || bottom == 0 || top < 1 || top >= bottom {
		return 0, i, false
	}
	return top / bottom, i + 2, true
}

// slashed reads a fraction in figures: "1/2", "3/4".
func (f *finder) slashed(i int) (number, bool) {
	if !f.isNumeric(i) || !f.isNumeric(i+1) || f.between(i) != "/" || f.between(i+1) == "/" || f.between(i-1) == "/" {
		return number{}, false
	}
	top, err := strconv.Atoi(f.norm(i))
	bottom, err2 := strconv.Atoi(f.norm(i + 1))
	if err != nil || err2 != nil || top < 1 || top >= bottom || bottom > 10 {
		return number{}, false
	}
	return number{x: float64(top) / float64(bottom), next: i + 2}, true
}

// grouped reads "12 000" and "1,5 million": groups of digits with spaces between
// them, and a comma before the tenths where something follows that is measured.
func (f *finder) grouped(i int) (number, bool) {
	gap, rest := f.between(i), f.norm(i+1)
	switch {
	case !isDigits(f.norm(i)) || !isDigits(rest) || f.isNumeric(i+2) && gap == ",":
		return number{}, false
	case gap == "," && len(rest) <= 2 && (f.hasUnit(i+1) || f.between(i+1) == " %"):
		x, err := strconv.ParseFloat(f.norm(i)+"."+rest, 64)
		return number{x: x, next: i + 2}, err == nil
	}
	digits, next := f.norm(i), i+1
	for len(f.norm(i)) <= 3 && len(f.norm(next)) == 3 && isDigits(f.norm(next)) && f.joinsGroups(next) && next-i < maxGroups {
		digits += f.norm(next)
		next++
	}
	x, err := strconv.ParseFloat(digits, 64)
	return number{x: x, next: next}, err == nil && next > i+1
}

// maxGroups is how many groups of three digits a figure has.
const maxGroups = 5

// joinsGroups reports whether the group of three digits at word i belongs to the
// figure before it: a space that may not break stands between them, or the group
// is one of zeros.
func (f *finder) joinsGroups(i int) bool {
	switch f.between(i - 1) {
	case "\u00a0", "\u202f", "\u2009", "’":
		return true
	case " ", "'":
		return f.norm(i) == "000"
	}
	return false
}

func isDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// hoursMinutes reads "2h45" and "2h45m" as a number of hours.
func (f *finder) hoursMinutes(i int) (number, bool) {
	hours, minutes, ok := strings.Cut(f.norm(i), "h")
	h, err := strconv.Atoi(hours)
	m, err2 := strconv.Atoi(strings.TrimSuffix(strings.TrimSuffix(minutes, "in"), "m"))
	if !ok || err != nil || err2 != nil || m > 59 || h < 0 || m < 0 {
		return number{}, false
	}
	return number{x: float64(h) + float64(m)/minutesOfHour, next: i + 1, unit: "hour"}, true
}

// isSize reports whether a word at i says in which direction a length is meant.
func (f *finder) isSize(i int) bool { return f.near(i) && directions[f.norm(i)] }

var directions = wordSet("tall high deep long wide thick away above below off apart downstream upstream offshore")
