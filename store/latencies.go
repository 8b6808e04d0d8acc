package store

import (
	"math"
	"slices"
	"time"
)

// Latencies counts answers by how long they took, in steps of time that grow by
// the square root of two: the first takes those up to a millisecond, the second
// those up to 1.41 ms, and so on; the last one takes all longer than 46 s.
type Latencies [33]int

// latencySteps are the times at which the steps end. The last one has no end.
var latencySteps = func() (ends [len(Latencies{}) - 1]time.Duration) {
	for i := range ends {
		ends[i] = time.Duration(math.Round(float64(time.Millisecond) * math.Exp2(float64(i)/2)))
	}
	return ends
}()

// Count counts an answer that took so long.
func (l *Latencies) Count(took time.Duration) {
	step, _ := slices.BinarySearch(latencySteps[:], took)
	l[step]++
}

// Add adds what others counted.
func (l *Latencies) Add(others Latencies) {
	for step, times := range others {
		l[step] += times
	}
}

// Within returns a time within which at least so many percent of the answers came
// whose times were counted. It is the end of a step, and so up to 1.41 times as long
// as it need be, but not longer than the slowest answer took; 0 if no times were
// counted.
func (t *Tally) Within(percent int) time.Duration {
	all, within := 0, 0
	for _, times := range t.Latencies {
		all += times
	}
	if all == 0 {
		return 0
	}
	for step, end := range latencySteps {
		within += t.Latencies[step]
		if 100*within >= percent*all {
			return min(end, t.Slowest)
		}
	}
	return t.Slowest
}
