package gateway

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
)

// Close codes that we send. Discord ends the session after 1000 and 1001 and
// keeps it after any other, as what it calls an unknown error.
const (
	closeForGood = 1000
	closeKeeping = 4000
)

// link is one connection of a shard: one socket, one discordgo.Session, from
// dialling to the end. It is the censor of its guard.
type link struct {
	o       *Options
	shard   *shard
	address string
	// turn is the right to identify; nil on a connection that resumes.
	turn *turn

	changed chan struct{} // has a value after the state changed

	mu    sync.Mutex
	guard *guard
	stage stage
	// moved is when the stage began or last got on.
	moved time.Time
	// every is the interval of heartbeats; beat and acked are the last one and
	// the last acknowledgement.
	every       time.Duration
	beat, acked time.Time
	readyAt     time.Time
	session     *session
	end         ending
}

// stage is what a connection waits for. There is a deadline in each.
type stage int

const (
	dialling stage = iota
	greeting
	introducing
	starting
	up
	over
)

// connect makes a connection and returns when it is over.
func (s *shard) connect(ctx context.Context, address string, from *session, t *turn) ending {
	l := &link{
		o: s.o, shard: s, address: address, turn: t, session: from,
		changed: make(chan struct{}, 1), moved: time.Now(),
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	opened, err := l.open(ctx)
	if err != nil {
		return ending{cause: causeUnreachable, err: err, session: from}
	}
	l.watch(ctx, opened)
	return l.leave()
}

// open starts discordgo. The goroutine that opens the Session stays until
// discordgo says that it is disconnected, so that whoever waits for it waits for
// the library's own goroutines too.
func (l *link) open(ctx context.Context) (<-chan error, error) {
	dialer := newDialer(ctx, l.o, l.wrap)
	s, err := newSession(l.o, l.address, l.shard.id, l.shard.total, dialer)
	if err != nil {
		return nil, err
	}
	gone := make(chan struct{})
	closed := sync.OnceFunc(func() { close(gone) })
	s.AddHandler(func(_ *discordgo.Session, e *discordgo.Event) { l.dispatch(e) })
	s.AddHandler(func(*discordgo.Session, *discordgo.Disconnect) { closed() })
	opened := make(chan error, 1)
	l.shard.running.Go(func() {
		err := guarded("discordgo", s.Open)
		opened <- err
		if err == nil {
			<-gone
		}
	})
	return opened, nil
}

// wrap puts the guard around a socket as soon as there is one.
func (l *link) wrap(c net.Conn) net.Conn {
	g := newGuard(c, l, l.o.Timing.Write)
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.stage == over {
		_ = g.Close()
		return g
	}
	l.guard = g
	l.move(greeting)
	return g
}

// move enters a stage and wakes the watch. The caller holds mu.
func (l *link) move(to stage) {
	l.stage, l.moved = to, time.Now()
	select {
	case l.changed <- struct{}{}:
	default:
	}
}

// watch waits until the connection is over: by what the guard sees, by ctx, or
// because a deadline passed.
func (l *link) watch(ctx context.Context, opened <-chan error) {
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		deadline, why := l.deadline()
		if why == "" {
			return
		}
		timer.Reset(time.Until(deadline))
		select {
		case <-ctx.Done():
			l.stop(ending{cause: causeStopped})
		case err := <-opened:
			if err != nil {
				l.stop(ending{cause: causeUnreachable, err: err})
			}
		case <-l.changed:
		case <-timer.C:
			if late, why := l.deadline(); why != "" && !time.Now().Before(late) {
				l.stop(ending{cause: why})
			}
		}
	}
}

// deadline returns when the stage must have got on, and what is wrong if it has
// not; "" after the end.
func (l *link) deadline() (time.Time, cause) {
	l.mu.Lock()
	defer l.mu.Unlock()
	timing := l.o.Timing
	switch l.stage {
	case dialling:
		return l.moved.Add(timing.Dial), causeUnreachable
	case greeting:
		return l.moved.Add(timing.Hello), causeNoHello
	case introducing, starting:
		return l.moved.Add(timing.Ready), causeNoReady
	case over:
		return time.Time{}, ""
	}
	zombie := l.acked.Add(l.every + timing.Ack)
	if deaf, suspect := l.shard.deaf(l.readyAt); suspect && deaf.Before(zombie) {
		return deaf, causeDeaf
	}
	return zombie, causeZombie
}

// stop ends the connection; the first cause counts.
func (l *link) stop(e ending) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.stage == over {
		return
	}
	e.session = l.session
	if !l.readyAt.IsZero() {
		e.wasReady, e.up = true, time.Since(l.readyAt)
	}
	l.end = e
	l.move(over)
}

// leave closes the socket and returns how the connection ended.
func (l *link) leave() ending {
	l.mu.Lock()
	g, e := l.guard, l.end
	l.mu.Unlock()
	if g == nil {
		return e
	}
	code := closeKeeping
	if e.cause == causeStopped && !l.o.StayOnline {
		code = closeForGood
	}
	g.leave(code, l.o.Timing.Close, !e.silent())
	_ = g.Close()
	return e
}

// closed is called by the guard.
func (l *link) closed(code int, err error) {
	e := ending{cause: causeLost, err: err}
	if code > 0 {
		e = ending{cause: causeClosed, code: code, anew: judge(code) == startsAnew}
	}
	l.stop(e)
}

// dispatch hands an event of discordgo's to the handler.
func (l *link) dispatch(e *discordgo.Event) {
	// Held while the handler runs: an event of the last connection that is still
	// being handled comes before those of the next.
	l.shard.order.Lock()
	defer l.shard.order.Unlock()
	if l.take(e.Sequence) {
		l.shard.handle(Dispatch{Shard: l.shard.id, Type: unmarked(e.Type), Data: e.RawData})
	}
}

// take notes that an event is handled. After the end it is not: the sequence
// that the next connection resumes from is before it, so it comes again.
func (l *link) take(seq int64) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.stage == over {
		return false
	}
	if l.session != nil && seq > 0 {
		l.session.seq = seq
	}
	return true
}

// guarded runs f and returns a panic as an error that says where it happened and
// not what was thrown: that may hold somebody's text.
func guarded(what string, f func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("%s panicked with a %T at %s", what, v, frames())
		}
	}()
	return f()
}

// attrs describe an ending for the log.
func (e ending) attrs() []slog.Attr {
	out := []slog.Attr{slog.String("cause", string(e.cause)), slog.Duration("ready_for", e.up)}
	if e.code > 0 {
		out = append(out, slog.Int("close_code", e.code))
	}
	if e.err != nil {
		out = append(out, slog.String("error", e.err.Error()))
	}
	return out
}
