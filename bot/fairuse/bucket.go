package fairuse

import "time"

// bucket is a token bucket, kept as the one number that says it all: the time,
// since the beginning, at which it will be full again.
type bucket struct{ full time.Duration }

// cost is the time in which one token comes back, at a rate for a minute.
func cost(rate int) time.Duration { return time.Minute / time.Duration(rate) }

// wait is how long until there is a token; 0 if there is one.
func (b *bucket) wait(now time.Duration, rate int) time.Duration {
	return max(b.full-now-time.Minute+cost(rate), 0)
}

// take takes a token.
func (b *bucket) take(now time.Duration, rate int) { b.full = max(b.full, now) + cost(rate) }
