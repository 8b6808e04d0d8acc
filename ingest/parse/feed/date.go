package feed

import (
	"strings"
	"time"
)

// zoned are the forms of date that name their zone. They are tried before the
// library's many forms, because it turns every time to UTC, which may be the
// day before or after the one that the feed names.
var zoned = []string{
	time.RFC3339,
	time.RFC1123Z,
	"Mon, 2 Jan 2006 15:04:05 -0700",
	"2 Jan 2006 15:04:05 -0700",
	"Mon, 2 Jan 2006 15:04 -0700",
	"2006-01-02T15:04:05-0700",
}

// zones are the zones that RFC 822 knows by name.
var zones = strings.NewReplacer(" EST", " -0500", " EDT", " -0400", " CST", " -0600", " CDT", " -0500",
	" MST", " -0700", " MDT", " -0600", " PST", " -0800", " PDT", " -0700", " GMT", " +0000", " UTC", " +0000", " UT", " +0000")

// date returns a feed's date as RFC 3339, or as YYYY-MM-DD where the feed gives
// no time of day, or nothing where it cannot be read. parsed is the library's
// reading.
func date(written string, parsed *time.Time) string {
	written = strings.TrimSpace(written)
	for _, layout := range zoned {
		if t, err := time.Parse(layout, zones.Replace(written)); err == nil && plausible(t) {
			return t.Format(time.RFC3339)
		}
	}
	switch {
	case parsed == nil || !plausible(*parsed):
		return ""
	case !strings.Contains(written, ":"):
		return parsed.Format(time.DateOnly)
	}
	return parsed.Format(time.RFC3339)
}

// plausible refuses the years that stand for a missing date.
func plausible(t time.Time) bool { return t.Year() > 1900 && t.Year() < 3000 }
