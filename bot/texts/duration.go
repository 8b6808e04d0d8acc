package texts

import "time"

// The units in which lengths of time are said, smallest first. A length is said
// in a unit until it reaches limit of it, so that "90 minutes" comes before
// "2 hours".
var units = []struct {
	length   time.Duration
	limit    int64
	in, last string
}{
	{time.Second, 60, "time.in_seconds", "time.seconds"},
	{time.Minute, 120, "time.in_minutes", "time.minutes"},
	{time.Hour, 48, "time.in_hours", "time.hours"},
	{24 * time.Hour, 1 << 62, "time.in_days", "time.days"},
}

// In says when something happens that is d away: "in 3 minutes". It rounds up,
// so that nobody comes too early; what is due or past is "in 1 second".
func (t *Texts) In(d time.Duration) string {
	in, _, n := spoken(d)
	return t.Count(in, n)
}

// Lasting says how long d is, rounded up: "3 minutes".
func (t *Texts) Lasting(d time.Duration) string {
	_, last, n := spoken(d)
	return t.Count(last, n)
}

// spoken is the keys of the unit in which d is said, and how many of it.
func spoken(d time.Duration) (in, last string, n int) {
	for _, u := range units {
		count := int64(1)
		if d > 0 {
			count = max(1, int64((d-1)/u.length)+1)
		}
		if count < u.limit {
			return u.in, u.last, int(count)
		}
	}
	return "", "", 0
}
