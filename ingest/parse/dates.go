package parse

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

const (
	monthName = `(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`
	dayNumber = `(\d{1,2})(?:st|nd|rd|th)?`
	fourDigit = `(\d{4})`
)

// dateShapes are the ways in which a date is written in English; order names
// what their groups hold. Purely numeric dates with the year last are left out:
// nobody can tell 8/9/2025 from 9/8/2025.
var dateShapes = []struct {
	re    *regexp.Regexp
	order string
}{
	{whole(`(\d{4})[-/](\d{1,2})[-/](\d{1,2})`), "ymd"},
	{whole(`(\d{4})-(\d{2})`), "ym"},
	{whole(monthName + ` ` + dayNumber + `,? ` + fourDigit), "Mdy"},
	{whole(dayNumber + `(?: of)? ` + monthName + `,? ` + fourDigit), "dMy"},
	{whole(monthName + `,? ` + fourDigit), "My"},
	{whole(fourDigit), "y"},
}

func whole(re string) *regexp.Regexp { return regexp.MustCompile(`(?i)^` + re + `$`) }

// stampLayouts are the machine-made time stamps that occur in metadata.
var stampLayouts = []string{
	time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02 15:04:05Z07:00", time.RFC1123Z, time.RFC1123,
}

var (
	datePrefix = regexp.MustCompile(`(?i)^(?:first |last )?(published|posted|updated|modified|date)?(?: on|:)?\s*(?:\d{1,2}:\d{2}\s*[ap]\.?m\.?(?: [a-z]{2,4})?,\s+)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?`)
	clockTail  = regexp.MustCompile(`(?i)[\s,T]+(?:at |[-–—|·•] )?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[ap]\.?\s?m\.?)?(?:\s*\(?[a-z]{1,5}\)?)?$|(?i)[\s,]+(?:at )?\d{1,2}\s*[ap]\.?m\.?(?:\s*\(?[a-z]{1,5}\)?)?$`)
)

// Date reads a date as people and machines write it and returns it as RFC 3339
// if it is a full time stamp, else as YYYY-MM-DD, YYYY-MM or YYYY.
func Date(s string) (string, bool) {
	s = strings.TrimSpace(s)
	for _, layout := range stampLayouts {
		if t, err := time.Parse(layout, s); err == nil && plausibleYear(t.Year()) {
			return t.Format(time.RFC3339), true
		}
	}
	date, _, ok := dateLine(s)
	return date, ok
}

// DateLine reads a line that is nothing but a date, perhaps with a weekday, a
// time of day and a word such as "Updated", which updated tells apart.
func DateLine(line string) (date string, updated, ok bool) {
	date, updated, ok = dateLine(line)
	return date, updated, ok && len(date) >= len("2006-01")
}

func dateLine(line string) (date string, updated, ok bool) {
	line = strings.TrimSpace(line)
	if len(line) > 100 {
		return "", false, false
	}
	prefix := datePrefix.FindStringSubmatch(line)
	word := strings.ToLower(prefix[1])
	rest := clockTail.ReplaceAllString(line[len(prefix[0]):], "")
	date, ok = plainDate(rest)
	return date, word == "updated" || word == "modified", ok
}

// plainDate reads a date without anything around it.
func plainDate(s string) (string, bool) {
	s = strings.Join(strings.Fields(s), " ")
	for _, shape := range dateShapes {
		if groups := shape.re.FindStringSubmatch(s); groups != nil {
			return assemble(shape.order, groups[1:])
		}
	}
	return "", false
}

// assemble puts the groups of a date shape together and refuses a day that does
// not exist.
func assemble(order string, groups []string) (string, bool) {
	var year, month, day int
	for i, part := range order {
		n, _ := strconv.Atoi(groups[i])
		switch part {
		case 'y':
			year = n
		case 'm':
			month = n
		case 'M':
			month = monthNumber(groups[i])
		case 'd':
			day = n
		}
	}
	switch {
	case !plausibleYear(year):
		return "", false
	case len(order) == 1:
		return fmt.Sprintf("%04d", year), true
	case month < 1 || month > 12:
		return "", false
	case len(order) == 2:
		return fmt.Sprintf("%04d-%02d", year, month), true
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day {
		return "", false
	}
	return t.Format(time.DateOnly), true
}

func plausibleYear(y int) bool { return 1400 <= y && y <= 2200 }

func monthNumber(name string) int {
	const names = "janfebmaraprmayjunjulaugsepoctnovdec"
	return strings.Index(names, strings.ToLower(name[:3]))/3 + 1
}

var datelineDash = regexp.MustCompile(`\s(?:[-–—―]|--)\s|[–—]`)

// agencyTail is the news agency that often stands at the end of a dateline.
var agencyTail = regexp.MustCompile(`\s*\([\p{L} ./&-]{2,30}\)$`)

// maxDateline is how far, in bytes, a dateline may reach into a paragraph.
const maxDateline = 90

// Dateline reads the dateline that a paragraph opens with, "Place, 15 August
// 2025 – …" or "Place, August 2025 (Agency) – …". It returns the date and the
// length of the dateline with its dash, in bytes.
func Dateline(paragraph string) (date string, length int, ok bool) {
	head := paragraph[:min(len(paragraph), maxDateline)]
	dash := datelineDash.FindStringIndex(head)
	if dash == nil {
		return "", 0, false
	}
	head = agencyTail.ReplaceAllString(strings.TrimSpace(head[:dash[0]]), "")
	for i := range head {
		if head[i] != ',' {
			continue
		}
		if date, ok = plainDate(head[i+1:]); ok && len(date) > len("2006") {
			return date, dash[1], true
		}
	}
	return "", 0, false
}
