package gateway

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"
)

// Supervisor keeps the gateway connections of one process.
type Supervisor struct {
	o       *Options
	board   *board
	ran     atomic.Bool
	running sync.WaitGroup
}

// New checks the options. Nothing is connected before Run.
func New(o Options) (*Supervisor, error) {
	o, err := o.complete()
	if err != nil {
		return nil, fmt.Errorf("gateway: %w", err)
	}
	return &Supervisor{o: &o, board: newBoard(o.OnState)}, nil
}

// Format prints no more than what it is: fmt asks no method of what lies in
// private fields, and would print the token.
func (*Supervisor) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte("gateway.Supervisor")) }

// States returns what is known of each shard of this process, in order; nothing
// before Run knows which they are.
func (s *Supervisor) States() []State { return s.board.all() }

// Run keeps all shards of this process connected until ctx ends; then it closes
// them and returns nil. It returns earlier, with an error that wraps ErrFatal
// and carries exit code 78 and a sentence for the operator, if Discord refuses
// the bot, and with an error if the count of IDENTIFYs cannot be read or belongs
// to another process. A Supervisor runs once.
//
// After Run has returned nothing of it is connected, or ever will be.
func (s *Supervisor) Run(ctx context.Context) (err error) {
	if s.ran.Swap(true) {
		return errors.New("gateway: a Supervisor runs once")
	}
	b, err := openBook(ctx, s.o.BudgetPath, s.o.Timing.Lock, func() {
		s.o.Log.Warn("another process counts IDENTIFYs in the same file: waiting for it to end")
	})
	if err != nil {
		if ctx.Err() != nil {
			return nil
		}
		return fmt.Errorf("gateway: %w", err)
	}
	defer func() { err = errors.Join(err, b.unlock()) }()
	t := newTurns(s.o, b)
	info, err := s.firstInfo(ctx, t)
	if err != nil || ctx.Err() != nil {
		return err
	}
	err = s.runShards(ctx, t, info)
	s.drain()
	return err
}

// firstInfo asks Discord where and how to connect, until it answers or ctx ends.
func (s *Supervisor) firstInfo(ctx context.Context, t *turns) (Info, error) {
	wait := backoff{timing: &s.o.Timing, random: s.o.Random}
	for {
		info, err := t.fresh(ctx, s.o.Timing.InfoAge)
		switch {
		case err == nil || ctx.Err() != nil:
			return info, nil
		case errors.Is(err, ErrUnauthorized):
			return Info{}, refusal(closeTokenRefused)
		}
		pause := wait.next(0)
		s.o.Log.Warn("Discord does not say where its gateway is", slog.String("error", err.Error()), slog.Duration("wait", pause))
		if sleep(ctx, pause) != nil {
			return Info{}, nil
		}
	}
}

// runShards starts the shards bucket by bucket and returns when all have ended:
// the first refusal ends the others.
func (s *Supervisor) runShards(ctx context.Context, t *turns, info Info) error {
	ids, total := s.o.Shards.plan(info.Shards)
	secure := checkAddress(info.URL, true) == nil
	shards := make(map[int]*shard, len(ids))
	for _, id := range ids {
		shards[id] = newShard(s, id, total, t, secure)
	}
	group, ctx := errgroup.WithContext(ctx)
	for _, bucket := range buckets(ids, max(info.MaxConcurrency, 1)) {
		for _, id := range bucket {
			group.Go(func() error {
				return guarded("a shard", func() error { return shards[id].run(ctx) })
			})
		}
		// Those of the next bucket wait until each of these had its try: what
		// identified, failed, or may not identify for now.
		for _, id := range bucket {
			select {
			case <-shards[id].tried:
			case <-ctx.Done():
			}
		}
	}
	return group.Wait()
}

// drain waits for discordgo's goroutines, whose sockets are closed by now.
func (s *Supervisor) drain() {
	done := make(chan struct{})
	go func() {
		s.running.Wait()
		close(done)
	}()
	timer := time.NewTimer(s.o.Timing.Drain)
	defer timer.Stop()
	select {
	case <-done:
	case <-timer.C:
		s.o.Log.Error("a gateway session does not end, and is left behind without a socket")
	}
}
