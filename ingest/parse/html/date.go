package html

import (
	"strings"
	"time"
)

// layouts are the forms of date that pages use, with the form that is kept.
var layouts = []struct{ in, out string }{
	{time.RFC3339, time.RFC3339},
	{"2006-01-02T15:04:05.999Z0700", time.RFC3339},
	{"2006-01-02T15:04Z07:00", time.RFC3339},
	{"2006-01-02T15:04Z0700", time.RFC3339},
	{"2006-01-02 15:04:05Z07:00", time.RFC3339},
	{"2006-01-02 15:04:05 Z0700", time.RFC3339},
	{"2006-01-02 15:04:05 -0700 MST", time.RFC3339},
	{time.RFC1123Z, time.RFC3339},
	{time.RFC1123, time.RFC3339},
	// Without a zone the time of day is worth nothing.
	{"2006-01-02T15:04:05", time.DateOnly},
	{"2006-01-02T15:04", time.DateOnly},
	{"2006-01-02 15:04:05", time.DateOnly},
	{"2006-01-02 15:04", time.DateOnly},
	{time.DateOnly, time.DateOnly},
	{"2006/01/02", time.DateOnly},
	{"20060102", time.DateOnly},
	{"January 2, 2006", time.DateOnly},
	{"Jan 2, 2006", time.DateOnly},
	{"Jan. 2, 2006", time.DateOnly},
	{"2 January 2006", time.DateOnly},
	{"2 Jan 2006", time.DateOnly},
	{"Monday, January 2, 2006", time.DateOnly},
	{"Monday, 2 January 2006", time.DateOnly},
	{"2006-01", "2006-01"},
	{"2006", "2006"},
}

// date returns a date as RFC 3339, YYYY-MM-DD, YYYY-MM or YYYY, as precise as
// the text is, or nothing for a text that is no date. The zone stays as given,
// because the day depends on it.
func date(s string) string {
	s = strings.TrimSpace(s)
	for _, l := range layouts {
		if t, err := time.Parse(l.in, s); err == nil && t.Year() >= 1000 {
			return t.Format(l.out)
		}
	}
	return ""
}
