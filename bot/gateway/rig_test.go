package gateway

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"sherpa/internal/fakediscord"
)

// rig is a Supervisor that talks to a fake Discord.
type rig struct {
	t    *testing.T
	d    *fakediscord.Server
	s    *Supervisor
	stop context.CancelFunc
	done chan error
	// settle waits until all is quiet, on the clock of synctest: discordgo sleeps
	// while it holds a lock when it closes, and if its heart wants that lock just
	// then, the clock stops.
	settle func()

	heardOne chan struct{} // has a value after an event

	mu     sync.Mutex
	events []Dispatch
	states []State
}

// inMemory starts a fake Discord whose connections do not leave the process, for
// tests on the fake clock of synctest.
func inMemory(t *testing.T, o fakediscord.Options) (*fakediscord.Server, func(*Options)) {
	t.Helper()
	pipe := fakediscord.NewPipe()
	o.Listener = pipe
	return fakediscord.New(t, o), func(o *Options) { o.Dial = pipe.DialContext }
}

// start runs a Supervisor against d until the test ends.
func start(t *testing.T, d *fakediscord.Server, edits ...func(*Options)) *rig {
	t.Helper()
	r := &rig{t: t, d: d, done: make(chan error, 1), heardOne: make(chan struct{}, 1)}
	o := Options{
		Token:      Token(d.Token()),
		GatewayBot: answers(d),
		Handler:    func(_ context.Context, e Dispatch) { r.note(e) },
		OnState:    r.noteState,
		BudgetPath: filepath.Join(t.TempDir(), "identifies.json"),
		Log:        slog.New(slog.DiscardHandler),
		Intents:    fakediscord.IntentGuilds | fakediscord.IntentDirectMessages,
		Random:     func() float64 { return 0.5 },
	}
	for _, edit := range edits {
		edit(&o)
	}
	r.settle = func() {}
	if o.Dial != nil {
		r.settle = synctest.Wait
	}
	s, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	r.s, r.stop = s, cancel
	go func() { r.done <- s.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err, open := <-r.done; open && err != nil {
			t.Errorf("Run: %v", err)
		}
	})
	return r
}

// answers is a GatewayBot with what the fake Discord would answer.
func answers(d *fakediscord.Server) func(context.Context) (Info, error) {
	return func(context.Context) (Info, error) {
		g := d.Gateway()
		if g.URL == "" {
			g.URL = d.GatewayURL()
		}
		return Info{
			URL: g.URL, Shards: g.Shards, Total: g.Total, Remaining: g.Remaining,
			MaxConcurrency: g.MaxConcurrency, ResetAfter: g.ResetAfter,
		}, nil
	}
}

// ended waits for Run and returns its error; cleaning up waits no more.
func (r *rig) ended() error {
	r.t.Helper()
	err := <-r.done
	close(r.done)
	return err
}

func (r *rig) note(e Dispatch) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.events = append(r.events, e)
	select {
	case r.heardOne <- struct{}{}:
	default:
	}
}

func (r *rig) noteState(s State) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.states = append(r.states, s)
}

// types are the types of the events so far.
func (r *rig) types() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	var out []string
	for _, e := range r.events {
		out = append(out, e.Type)
	}
	return out
}

// ready waits until a connection of the shard is ready.
func (r *rig) ready(shard int) *fakediscord.Conn {
	r.t.Helper()
	ctx, cancel := context.WithTimeout(r.t.Context(), time.Minute*10)
	defer cancel()
	c, err := r.d.AwaitReady(ctx, shard)
	if err != nil {
		r.t.Fatalf("shard %d: %v; states %+v", shard, err, r.s.States())
	}
	r.settle()
	return c
}

// next waits for a ready connection that is newer than old.
func (r *rig) next(old *fakediscord.Conn) *fakediscord.Conn {
	r.t.Helper()
	var found *fakediscord.Conn
	ctx, cancel := context.WithTimeout(r.t.Context(), 3*time.Hour)
	defer cancel()
	err := r.d.WaitFor(ctx, func() bool {
		all := r.d.Connections()
		if len(all) == 0 {
			return false
		}
		found = all[len(all)-1]
		return found != old && found.Alive() && found.SessionID() != ""
	})
	if err != nil {
		r.t.Fatalf("no new connection: %v; states %+v", err, r.s.States())
	}
	r.settle()
	return found
}

// heard waits until an event of a type comes that is sent now.
func (r *rig) heard(name string) {
	r.t.Helper()
	r.d.Dispatch(name, map[string]any{"id": "1"})
	synctest.Wait()
	if all := r.types(); !slices.Contains(all, name) {
		r.t.Errorf("%s was not heard; heard %v", name, all)
	}
}

// pass lets time pass on the clock of synctest.
func pass(d time.Duration) {
	timer := time.NewTimer(d)
	<-timer.C
	synctest.Wait()
}

// refuseREST is a GatewayBot of a bot whose token is wrong.
func refuseREST(calls *int) func(context.Context) (Info, error) {
	return func(context.Context) (Info, error) {
		*calls++
		return Info{}, fmt.Errorf("401: %w", ErrUnauthorized)
	}
}

// until waits for what changes at the fake Discord.
func (r *rig) until(holds func() bool) {
	r.t.Helper()
	ctx, cancel := context.WithTimeout(r.t.Context(), 3*time.Hour)
	defer cancel()
	if err := r.d.WaitFor(ctx, holds); err != nil {
		r.t.Fatalf("%v; states %+v", err, r.s.States())
	}
}

// logTo has the log written, at every level. Reading it needs all to be quiet.
func logTo(w io.Writer) func(*Options) {
	return func(o *Options) {
		o.Log = slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{Level: slog.LevelDebug}))
	}
}

// silentREST is a GatewayBot that gets no answer.
func silentREST(ctx context.Context) (Info, error) {
	<-ctx.Done()
	return Info{}, ctx.Err()
}

// usedUp is a GatewayBot with no more IDENTIFYs than those kept in reserve.
func usedUp(ask func(context.Context) (Info, error)) func(context.Context) (Info, error) {
	return func(ctx context.Context) (Info, error) {
		info, err := ask(ctx)
		info.Remaining = reserve
		return info, err
	}
}

// told are the states that OnState was told.
func (r *rig) told() []State {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.states)
}

// nothing is a handler that ignores all.
func nothing(context.Context, Dispatch) {}
