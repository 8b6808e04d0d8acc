package gateway

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"strings"
	"sync"
	"time"
)

// maxResumes is how many resumptions in a row may fail before a new session is
// asked for at the gateway's own address.
const maxResumes = 3

// shard keeps one shard connected: one connection after the other, each from
// what the last one left.
type shard struct {
	o         *Options
	id, total int
	// secure says that the gateway's own address is wss.
	secure bool
	turns  *turns
	board  *board
	// running counts the goroutines of discordgo's sessions.
	running *sync.WaitGroup
	// connected is connect, but in tests of what does not need a connection.
	connected func(ctx context.Context, address string, from *session, t *turn) ending

	order    sync.Mutex // held while the handler runs
	activity *activity
	ctx      context.Context // handed to the handler

	tried     chan struct{} // closed when the shard had its first try
	triedOnce func()

	session *session // what could be resumed
	failed  int      // resumptions in a row that failed
	deafAt  time.Time
}

func newShard(s *Supervisor, id, total int, t *turns, secure bool) *shard {
	sh := &shard{
		o: s.o, id: id, total: total, secure: secure, turns: t, board: s.board, running: &s.running,
		activity: newActivity(s.o.Timing.Deaf, time.Now()), tried: make(chan struct{}),
	}
	sh.connected = sh.connect
	sh.triedOnce = sync.OnceFunc(func() { close(sh.tried) })
	s.board.change(id, func(st *State) { st.Total, st.Phase = total, Waiting })
	return sh
}

// run connects again and again until ctx ends, when it returns nil, or Discord
// refuses the bot.
func (s *shard) run(ctx context.Context) error {
	s.ctx = ctx
	defer s.triedOnce()
	defer s.board.enter(s.id, Stopped, "")
	wait := backoff{timing: &s.o.Timing, random: s.o.Random}
	for ctx.Err() == nil {
		end := s.attempt(ctx)
		s.triedOnce()
		if ctx.Err() != nil {
			break
		}
		if err := fatal(end); err != nil {
			return err
		}
		s.conclude(ctx, end, s.pauseFor(&wait, end))
	}
	return nil
}

// fatal returns the refusal that an ending is, if it is one.
func fatal(end ending) error {
	switch {
	case judge(end.code) == ends:
		return refusal(end.code)
	case errors.Is(end.err, ErrUnauthorized):
		return refusal(closeTokenRefused)
	}
	return nil
}

// attempt makes one connection: a resumption if there is a session, unless those
// failed of late, else a new session as soon as one may be asked for.
func (s *shard) attempt(ctx context.Context) ending {
	if s.session != nil && s.session.seq > 0 && s.failed < maxResumes {
		s.board.enter(s.id, Connecting, s.cause())
		end := s.connected(ctx, s.session.url, s.session, nil)
		s.failed++
		if end.wasReady {
			s.failed = 0
		}
		s.session = end.session
		return end
	}
	return s.begin(ctx)
}

// begin makes a connection with a new session. The old one is kept until the
// IDENTIFY is sent: if the network is down, resuming is tried again.
func (s *shard) begin(ctx context.Context) ending {
	t, err := s.turns.take(ctx, s.id, s.stay)
	if err != nil {
		return ending{cause: causeUnreachable, err: err}
	}
	s.board.enter(s.id, Connecting, s.cause())
	end := s.connected(ctx, t.url, nil, t)
	s.failed = 0
	if t.giveBack() {
		s.session = end.session
	}
	return end
}

// conclude draws the consequences of an ending, and waits.
func (s *shard) conclude(ctx context.Context, end ending, wait time.Duration) {
	if end.cause == causeDeaf {
		end.anew = s.deafAgain()
	}
	if end.anew {
		s.session = nil
	}
	next := "resume"
	if s.session == nil || s.session.seq == 0 || s.failed >= maxResumes {
		next = "identify"
	}
	attrs := append(end.attrs(), s.attr(), slog.String("next", next), slog.Duration("wait", wait))
	s.o.Log.LogAttrs(ctx, slog.LevelWarn, "the gateway connection ended", attrs...)
	s.board.change(s.id, func(st *State) {
		st.Phase, st.Cause = BackingOff, string(end.cause)
		st.Drops++
	})
	_ = sleep(ctx, wait) // run looks at ctx
}

// pauseFor returns how long to wait after an ending.
func (s *shard) pauseFor(b *backoff, end ending) time.Duration {
	wait := b.next(end.up)
	if end.cause == causeInvalid && end.anew {
		wait = max(wait, b.afterInvalid())
	}
	return wait
}

// deaf returns when a silence has lasted too long, if it is suspect. A new
// connection is given a sixth of the time to be heard on, however old the
// silence is.
func (s *shard) deaf(ready time.Time) (time.Time, bool) {
	since, suspect := s.activity.silence()
	limit := since.Add(s.o.Timing.Deaf)
	if fresh := ready.Add(s.o.Timing.Deaf / 6); fresh.After(limit) {
		limit = fresh
	}
	return limit, suspect
}

// deafAgain reports whether resuming has not cured the silence, so that a new
// session is needed. After that the silence is taken for real.
func (s *shard) deafAgain() bool {
	since, _ := s.activity.silence()
	if !since.Equal(s.deafAt) {
		s.deafAt = since
		return false
	}
	s.activity.forget()
	return true
}

// stay says that the shard stays down until it may identify.
func (s *shard) stay(cause string, wait time.Duration) {
	s.triedOnce()
	told := false
	s.board.change(s.id, func(st *State) {
		told = st.Phase == Spent
		st.Phase, st.Cause = Spent, cause
	})
	if !told {
		s.o.Log.Error("the shard stays down", s.attr(), slog.String("cause", cause), slog.Duration("wait", wait))
	}
}

// identified says that an IDENTIFY is sent: the next bucket may follow.
func (s *shard) identified() {
	s.count(func(st *State) { st.Identifies++ })
	s.triedOnce()
}

// ready says that events flow.
func (s *shard) ready() {
	s.board.enter(s.id, Ready, "")
	s.o.Log.Info("the gateway connection is ready", s.attr())
}

// measured notes how long a heartbeat's acknowledgement took.
func (s *shard) measured(latency time.Duration) {
	s.count(func(st *State) { st.Latency = latency })
}

func (s *shard) count(edit func(*State)) { s.board.change(s.id, edit) }

// cause is what the board says was wrong last.
func (s *shard) cause() string { return s.board.cause(s.id) }

func (s *shard) attr() slog.Attr { return slog.Int("shard", s.id) }

// handle calls the handler. A panic costs this one event. What was thrown may
// hold somebody's text, so the log gets where it was thrown and its type.
func (s *shard) handle(d Dispatch) {
	defer func() {
		if v := recover(); v != nil {
			s.o.Log.Error("the handler of gateway events panicked", s.attr(),
				slog.String("type", fmt.Sprintf("%T", v)), slog.String("stack", frames()))
		}
	}()
	if s.ctx.Err() == nil {
		s.o.Handler(s.ctx, d)
	}
}

// frames is the stack without the values of arguments.
func frames() string {
	var out strings.Builder
	for line := range strings.Lines(string(debug.Stack())) {
		if at := strings.LastIndexByte(line, '('); at > 0 && !strings.HasPrefix(line, "\t") {
			line = line[:at] + "\n"
		}
		out.WriteString(line)
	}
	return out.String()
}
