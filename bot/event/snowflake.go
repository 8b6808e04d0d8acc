package event

import (
	"strconv"
	"time"
)

// epoch is the first moment of 2015, from which snowflakes count, in Unix
// milliseconds.
const epoch = 1420070400000

// Time is when Discord made the thing that has this id, by Discord's clock; the
// zero time if id is no snowflake.
func Time(id string) time.Time {
	n, err := strconv.ParseUint(snowflake(id), 10, 64)
	if err != nil {
		return time.Time{}
	}
	return time.UnixMilli(int64(n>>22) + epoch).UTC()
}

// snowflake returns s if it is an id as Discord writes them, else nothing.
func snowflake(s string) string {
	if s == "" || s[0] == '0' || len(s) > 20 {
		return ""
	}
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return ""
		}
	}
	if _, err := strconv.ParseUint(s, 10, 64); err != nil {
		return ""
	}
	return s
}
