package gateway

import "time"

// windows are how many IDENTIFYs a shard may send in a span of time. Discord
// resets the token of a bot that sends 1,000 in a day.
var windows = []struct {
	span  time.Duration
	limit int
}{
	{time.Minute, 5},
	{time.Hour, 20},
	{24 * time.Hour, 200},
}

// remembered is how long an IDENTIFY counts.
const remembered = 24 * time.Hour

// reserve is how many of the session start limit are never used: an operator
// who must start the bot by hand still can.
const reserve = 50

// ledger is when each shard identified, oldest first.
type ledger map[int][]time.Time

// add counts an IDENTIFY and forgets those that count no more.
func (l ledger) add(shard int, now time.Time) {
	for id, times := range l {
		for len(times) > 0 && now.Sub(times[0]) >= remembered {
			times = times[1:]
		}
		if l[id] = times; len(times) == 0 {
			delete(l, id)
		}
	}
	l[shard] = append(l[shard], now)
}

// wait returns how long a shard must wait until every window allows one more.
func (l ledger) wait(shard int, now time.Time) time.Duration {
	var longest time.Duration
	times := l[shard]
	for _, w := range windows {
		if len(times) < w.limit {
			continue
		}
		// The window is full until the limit-th last one leaves it.
		longest = max(longest, w.span-now.Sub(times[len(times)-w.limit]))
	}
	return longest
}

// gap returns how long a shard must wait until the last IDENTIFY of each shard
// with the same key is old enough.
func (l ledger) gap(shard, concurrency int, apart time.Duration, now time.Time) time.Duration {
	var longest time.Duration
	for id, times := range l {
		if id%concurrency == shard%concurrency && len(times) > 0 {
			longest = max(longest, apart-now.Sub(times[len(times)-1]))
		}
	}
	return longest
}
