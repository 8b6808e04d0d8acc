package fairuse

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestNobodyGetsMoreThanTheRate(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		pauses := rapid.SliceOfN(rapid.IntRange(0, 10_000), 60, 200).Draw(t, "pauses in ms")
		rate := rapid.IntRange(1, 10).Draw(t, "rate")
		var b bucket
		now := time.Duration(0)
		var asked []time.Duration
		for _, ms := range pauses {
			now += time.Duration(ms) * time.Millisecond
			if wait := b.wait(now, rate); wait > 0 {
				now += wait
			}
			if wait := b.wait(now, rate); wait > 0 {
				t.Fatalf("after the wait it takes another %v", wait)
			}
			b.take(now, rate)
			asked = append(asked, now)
		}
		// A full bucket and what comes back in a minute is twice the rate.
		for i := 2 * rate; i < len(asked); i++ {
			if span := asked[i] - asked[i-2*rate]; span < time.Minute-time.Duration(rate) {
				t.Fatalf("%d questions in %v at a rate of %d", 2*rate+1, span, rate)
			}
		}
	})
}
