package bot

import (
	"context"
	"slices"
	"sync"
)

// Limits bound the work that is done at a time.
type Limits struct {
	// Running is how many questions are worked on at a time, and Waiting how many
	// more may wait; 0 means 16 and 64.
	Running, Waiting int
	// RunningEach is how many of one server are worked on at a time; 0 means 4.
	// Together with those that wait, one server has half of all places at the
	// most. Of one person, one is worked on at a time, so that answers come in
	// the order of the questions.
	RunningEach int
}

func (l Limits) orDefault() Limits {
	set := func(n *int, to int) {
		if *n <= 0 {
			*n = to
		}
	}
	set(&l.Running, 16)
	set(&l.Waiting, 64)
	set(&l.RunningEach, 4)
	return l
}

// admission hands out places, which are held from before the acknowledgement to
// the end, and turns, which are held while an answer is worked out.
type admission struct {
	limits Limits
	// observe is told how many have a turn and how many wait for one; it must
	// return at once.
	observe func(running, waiting int)

	mu      sync.Mutex
	held    int // places
	running int // turns
	shares  map[string]*share
	users   map[string]bool // who has a turn
	waiting []*place        // for a turn, in order of arrival
	closed  bool
}

// share is what one server holds, or outside servers one person.
type share struct{ held, running int }

func newAdmission(l Limits, observe func(running, waiting int)) *admission {
	return &admission{limits: l.orDefault(), observe: observe, shares: map[string]*share{}, users: map[string]bool{}}
}

// enter takes a place in the share of key for a user (empty where it does not
// matter who it is), or reports that there is none.
func (a *admission) enter(key, userID string) (*place, bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	s, places := a.shares[key], a.limits.Running+a.limits.Waiting
	if a.closed || a.held >= places || s != nil && s.held >= max(places/2, 1) {
		return nil, false
	}
	if s == nil {
		s = &share{}
		a.shares[key] = s
	}
	a.held++
	s.held++
	return &place{of: a, key: key, userID: userID, holders: 1, turn: make(chan struct{})}, true
}

// close lets nobody in any more.
func (a *admission) close() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.closed = true
}

func (a *admission) isClosed() bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.closed
}

// callNext gives free turns to those who wait, leaving out whose share is used up.
func (a *admission) callNext() {
	for i := 0; i < len(a.waiting) && a.running < a.limits.Running; {
		p := a.waiting[i]
		s := a.shares[p.key]
		if s.running >= a.limits.RunningEach || a.users[p.userID] {
			i++
			continue
		}
		a.waiting = slices.Delete(a.waiting, i, i+1)
		if p.userID != "" {
			a.users[p.userID] = true
		}
		s.running++
		a.running++
		p.running = true
		close(p.turn)
	}
	a.observe(a.running, len(a.waiting))
}

// place is the right to be worked on. Work that was given up on and has not
// returned holds its place, so that it cannot pile up, but no turn.
type place struct {
	of *admission
	// key is whose share it is part of.
	key, userID string
	turn        chan struct{} // closed when it is this place's turn

	// Guarded by of.mu.
	holders int
	running bool
}

// await waits for this place's turn; at the end of ctx it returns the cause.
func (p *place) await(ctx context.Context) error {
	p.of.mu.Lock()
	p.of.waiting = append(p.of.waiting, p)
	p.of.callNext()
	p.of.mu.Unlock()
	select {
	case <-p.turn:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// yield gives the turn back, or the place in the line for one.
func (p *place) yield() {
	p.of.mu.Lock()
	defer p.of.mu.Unlock()
	if i := slices.Index(p.of.waiting, p); i >= 0 {
		p.of.waiting = slices.Delete(p.of.waiting, i, i+1)
	}
	if p.running {
		p.running = false
		p.of.running--
		p.of.shares[p.key].running--
		delete(p.of.users, p.userID)
	}
	p.of.callNext()
}

// hold keeps the place until one more leave.
func (p *place) hold() {
	p.of.mu.Lock()
	defer p.of.mu.Unlock()
	p.holders++
}

// leave gives the place back when everybody who holds it has left.
func (p *place) leave() {
	p.of.mu.Lock()
	defer p.of.mu.Unlock()
	if p.holders--; p.holders > 0 {
		return
	}
	s := p.of.shares[p.key]
	p.of.held--
	if s.held--; s.held == 0 {
		delete(p.of.shares, p.key)
	}
}
