package gateway

import (
	"maps"
	"slices"
	"sync"
	"time"
)

// Phase is where a shard stands.
type Phase string

// The phases of a shard.
const (
	// Waiting for its turn to identify, or for its first try.
	Waiting Phase = "waiting"
	// Spent: the IDENTIFYs of a minute, an hour, a day or of the session start
	// limit are used up; the shard stays down until they allow one again.
	Spent Phase = "spent"
	// Connecting: from dialling to READY or RESUMED.
	Connecting Phase = "connecting"
	// Ready: events flow.
	Ready Phase = "ready"
	// BackingOff: down, until the next try.
	BackingOff Phase = "backing off"
	// Stopped: Run ends.
	Stopped Phase = "stopped"
)

// State is what is known of a shard.
type State struct {
	Shard, Total int
	Phase        Phase
	// Since is when the phase began.
	Since time.Time
	// Cause is why the shard is not ready, in a few words without anybody's data;
	// empty while it is.
	Cause string
	// Identifies, Resumes and Drops count since Run began: sessions asked for,
	// resumptions asked for, connections that ended or did not come about.
	Identifies, Resumes, Drops int
	// Latency is between the last heartbeat and its acknowledgement; 0 if none
	// was measured.
	Latency time.Duration
}

// board shows the states of the shards.
type board struct {
	mu     sync.Mutex
	states map[int]State
	tell   func(State)
	now    func() time.Time
}

func newBoard(tell func(State)) *board {
	return &board{states: map[int]State{}, tell: tell, now: time.Now}
}

// change edits a shard's state and tells it if the phase or the cause is new.
func (b *board) change(shard int, edit func(*State)) {
	b.mu.Lock()
	old := b.states[shard]
	state := old
	state.Shard = shard
	edit(&state)
	changed := state.Phase != old.Phase || state.Cause != old.Cause
	if state.Phase != old.Phase {
		state.Since = b.now()
	}
	b.states[shard] = state
	b.mu.Unlock()
	if changed {
		b.tell(state)
	}
}

// enter sets phase and cause.
func (b *board) enter(shard int, phase Phase, cause string) {
	b.change(shard, func(s *State) { s.Phase, s.Cause = phase, cause })
}

// cause is why a shard is not ready.
func (b *board) cause(shard int) string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.states[shard].Cause
}

// all returns the states in the order of the shards.
func (b *board) all() []State {
	b.mu.Lock()
	defer b.mu.Unlock()
	out := make([]State, 0, len(b.states))
	for _, id := range slices.Sorted(maps.Keys(b.states)) {
		out = append(out, b.states[id])
	}
	return out
}
