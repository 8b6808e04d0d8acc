package gateway

import (
	"sync"
	"time"
)

// slots are how many stretches of time the activity of a shard is judged by, and
// lively is in how many of them something must have been heard.
const (
	slots  = 12
	lively = 10
)

// activity is when a shard heard events, to tell a shard that Discord forgot
// from one where nobody speaks. It outlives connections.
type activity struct {
	slot time.Duration

	mu    sync.Mutex
	began time.Time
	heard []int64 // the numbers of the last slots with an event
	last  time.Time
}

// newActivity judges by slots of a third of deaf: with the defaults, two hours
// by stretches of ten minutes.
func newActivity(deaf time.Duration, now time.Time) *activity {
	return &activity{slot: deaf / 3, began: now}
}

// note counts an event. READY, RESUMED and the servers that follow READY come
// with every connection and say nothing of whether people are heard.
func (a *activity) note(event string, now time.Time) {
	switch event {
	case "READY", "RESUMED", "GUILD_CREATE":
		return
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.last = now
	n := int64(now.Sub(a.began) / a.slot)
	if len(a.heard) > 0 && a.heard[len(a.heard)-1] == n {
		return
	}
	if a.heard = append(a.heard, n); len(a.heard) > slots {
		a.heard = a.heard[1:]
	}
}

// silence returns when the last event came, and whether the shard was so lively
// before that a long silence is suspect.
func (a *activity) silence() (since time.Time, suspect bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(a.heard) < lively {
		return a.last, false
	}
	first := a.heard[len(a.heard)-lively]
	return a.last, a.heard[len(a.heard)-1]-first < slots
}

// forget takes the history away, so that one long silence is acted on once.
func (a *activity) forget() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.heard = nil
}
