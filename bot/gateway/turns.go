package gateway

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// turns hands out the right to send one IDENTIFY.
type turns struct {
	timing *Timing
	ask    func(context.Context) (Info, error)

	asking sync.Mutex // held while Discord is asked, so that one shard asks for all

	mu      sync.Mutex
	book    *book
	info    Info
	asked   time.Time    // when info was answered
	since   int          // IDENTIFYs since then
	held    map[int]bool // shards with a turn that is not used yet
	changed chan struct{}
}

func newTurns(o *Options, b *book) *turns {
	return &turns{
		timing: &o.Timing, ask: o.GatewayBot,
		book: b, held: map[int]bool{}, changed: make(chan struct{}),
	}
}

// turn is the right of one shard to send one IDENTIFY. Nobody with the same
// max_concurrency key gets one until it is used or given back, so that the gap
// is counted from when the IDENTIFY was sent, however slow the connection was.
type turn struct {
	turns *turns
	shard int
	// url is the gateway's address.
	url  string
	once sync.Once
	used bool
}

// errUsed: a second IDENTIFY was about to be sent on one turn.
var errUsed = errors.New("no second IDENTIFY without a turn")

// take waits until a shard may identify. stay is told when it has to wait for
// longer than others' turns, and why.
func (t *turns) take(ctx context.Context, shard int, stay func(cause string, wait time.Duration)) (*turn, error) {
	for {
		info, err := t.fresh(ctx, t.timing.InfoAge)
		if err != nil {
			return nil, err
		}
		t.mu.Lock()
		wait, cause := t.wait(shard)
		if wait <= 0 && !t.busy(shard) {
			t.held[shard] = true
			t.mu.Unlock()
			return &turn{turns: t, shard: shard, url: info.URL}, nil
		}
		changed := t.changed
		t.mu.Unlock()
		if cause != "" {
			stay(cause, wait)
		}
		if err := pause(ctx, wait, changed); err != nil {
			return nil, err
		}
	}
}

// pause waits until others' turns changed, wait has passed (if it is not 0) or
// ctx ends.
func pause(ctx context.Context, wait time.Duration, changed <-chan struct{}) error {
	var over <-chan time.Time
	if wait > 0 {
		timer := time.NewTimer(wait)
		defer timer.Stop()
		over = timer.C
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-changed:
	case <-over:
	}
	return nil
}

// wait returns how long a shard must wait, and the cause if it is a limit that
// is used up rather than others' turns. The caller holds mu.
func (t *turns) wait(shard int) (time.Duration, string) {
	now := time.Now()
	if wait := t.book.ledger.wait(shard, now); wait > 0 {
		return wait, "the IDENTIFYs of this shard are used up for now"
	}
	if t.info.Remaining-t.since-len(t.held) <= reserve {
		return t.untilReset(now), fmt.Sprintf("the session start limit is used up but for %d", reserve)
	}
	return t.book.ledger.gap(shard, t.concurrency(), t.timing.IdentifyGap, now), ""
}

// untilReset is when to ask again for the session start limit: when it is reset
// as Discord said, but not so often or so late that a wrong answer hurts.
func (t *turns) untilReset(now time.Time) time.Duration {
	return min(max(t.info.ResetAfter-now.Sub(t.asked), t.timing.InfoAge), 10*time.Minute)
}

// busy reports whether a shard with the same key has a turn. The caller holds mu.
func (t *turns) busy(shard int) bool {
	n := t.concurrency()
	for other := range t.held {
		if other%n == shard%n {
			return true
		}
	}
	return false
}

func (t *turns) concurrency() int { return max(t.info.MaxConcurrency, 1) }

// fresh returns Discord's answer of at most a certain age, asking if need be.
func (t *turns) fresh(ctx context.Context, age time.Duration) (Info, error) {
	t.asking.Lock()
	defer t.asking.Unlock()
	t.mu.Lock()
	info, asked := t.info, t.asked
	t.mu.Unlock()
	if !asked.IsZero() && time.Since(asked) <= age {
		return info, nil
	}
	began := time.Now()
	info, err := t.ask(ctx)
	if err != nil {
		return Info{}, fmt.Errorf("ask Discord for the gateway: %w", err)
	}
	if err := checkAddress(info.URL, false); err != nil {
		return Info{}, err
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.info, t.asked = info, time.Now()
	t.since = t.sentSince(began)
	return info, nil
}

// sentSince counts the IDENTIFYs that Discord may not have counted in an answer
// that was asked for at a time. The caller holds mu.
func (t *turns) sentSince(began time.Time) int {
	n := 0
	for _, times := range t.book.ledger {
		for _, at := range times {
			if at.After(began) {
				n++
			}
		}
	}
	return n
}

// use counts the IDENTIFY that is about to be sent and lets others have their
// turn. It fails if the turn was used or given back, or if the count cannot be
// kept.
func (t *turn) use() error {
	err := errUsed
	t.once.Do(func() {
		t.turns.mu.Lock()
		defer t.turns.mu.Unlock()
		t.turns.since++
		if err = t.turns.book.add(t.shard, time.Now()); err == nil {
			t.used = true
		}
		t.turns.release(t.shard)
	})
	return err
}

// giveBack ends a turn that was not used. It reports whether it was used.
func (t *turn) giveBack() (used bool) {
	t.once.Do(func() {
		t.turns.mu.Lock()
		defer t.turns.mu.Unlock()
		t.turns.release(t.shard)
	})
	return t.used
}

// release wakes those who wait. The caller holds mu.
func (t *turns) release(shard int) {
	delete(t.held, shard)
	close(t.changed)
	t.changed = make(chan struct{})
}
