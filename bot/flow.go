package bot

import (
	"context"
	"errors"
	"log/slog"
	"math/rand/v2"
	"time"

	"sherpa/bot/payload"
	"sherpa/bot/texts"
	"sherpa/store"
)

const (
	// showReserve is the part of the time for an answer that is left for showing
	// what became of the question.
	showReserve = 5 * time.Second
	// recordWithin is how long it is tried to keep the record of an answer.
	recordWithin = 2 * time.Minute
)

// job is work behind an acknowledgement. However it ends, something is shown.
type job struct {
	// id is the interaction's or the message's.
	id string
	// kind names the work in logs and metrics: "ask", "sources".
	kind string
	// say speaks the language of whoever asked.
	say *texts.Texts
	// received is when the bot was told.
	received time.Time
	// within is how long the work may take; 0 means as long as an answer.
	within time.Duration
	// claim says that one process alone may do the work.
	claim bool
	// pending is kept from the beginning to the end, if set.
	pending *store.Pending
	// stop ends the work early, if set.
	stop context.Context
	// status is shown until the work has ended, if set.
	status *status
	// work makes what is shown. It is given up on if it does not honour ctx.
	work func(ctx context.Context) (shown, error)
	// show shows it and returns the message's id; tell says why there is nothing
	// to show.
	show, tell shower
	// ended is told "answered", "refused", "done" or "failed", if set.
	ended func(outcome string)
}

// shown is the result of work.
type shown struct {
	message payload.Message
	// outcome is "answered", "refused" or "done", for metrics.
	outcome string
	// answerID is the answer that is shown, if it is one.
	answerID string
	// then is done once the message is shown, if set.
	then func(ctx context.Context, messageID string)
}

// start does a job whose place was taken; it does not wait.
func (b *Bot) start(p *place, j job) {
	b.jobs.Go(func() {
		defer p.leave()
		defer p.yield()
		if err := guard(func() error { b.do(p, j); return nil }); err != nil {
			b.logFault(b.life, j.kind, newCode(), err)
		}
	})
}

// do works a job out and shows what became of it.
func (b *Bot) do(p *place, j job) {
	within := max(j.within, b.answerWithin-showReserve)
	ctx, cancel := context.WithTimeoutCause(b.life, within-b.now().Sub(j.received), errSlow)
	defer cancel()
	if j.stop != nil {
		defer context.AfterFunc(j.stop, cancel)()
	}
	if j.status != nil {
		end := b.beginStatus(j)
		defer end()
		j.show, j.tell = b.behindStatus(end, j.show), b.behindStatus(end, j.tell)
	}
	result, err := b.workOut(ctx, p, j)
	p.yield()
	if j.stop != nil && j.stop.Err() != nil {
		err = errCancelled
	}
	if errors.Is(err, errElsewhere) || errors.Is(err, errCancelled) {
		b.metrics.Ended(j.kind, "dropped")
		b.end(j)
		return
	}
	b.conclude(j, result, err)
	b.end(j)
}

// workOut runs the work beside the clock: whoever waits for it is told in time,
// also if it hangs.
func (b *Bot) workOut(ctx context.Context, p *place, j job) (shown, error) {
	type ended struct {
		result shown
		err    error
	}
	done := make(chan ended, 1)
	p.hold()
	b.strays.Go(func() {
		defer p.leave()
		var e ended
		e.err = guard(func() (err error) {
			e.result, err = b.inTurn(ctx, p, j)
			return err
		})
		done <- e
	})
	select {
	case e := <-done:
		if e.err != nil && ctx.Err() != nil {
			e.err = context.Cause(ctx)
		}
		return e.result, e.err
	case <-ctx.Done():
		return shown{}, context.Cause(ctx)
	}
}

// inTurn claims the question, notes that somebody waits, and works when it is
// its turn.
func (b *Bot) inTurn(ctx context.Context, p *place, j job) (shown, error) {
	if j.claim {
		first, err := retried(ctx, func() (bool, error) { return b.ledger.Claim(ctx, j.id) })
		if err != nil {
			return shown{}, err
		}
		if !first {
			return shown{}, errElsewhere
		}
	}
	b.begin(ctx, j)
	if err := p.await(ctx); err != nil {
		return shown{}, err
	}
	b.sweep(ctx, "news", b.hear) // a conversation may have been ended in another process
	return j.work(ctx)
}

// begin keeps the job's ticket, so that somebody is told if the process dies.
// Without that the question is answered all the same.
func (b *Bot) begin(ctx context.Context, j job) {
	if j.pending == nil {
		return
	}
	if err := b.ledger.Begin(ctx, *j.pending); err != nil {
		b.logLedger(ctx, "begin", err)
	}
	if ctx.Err() != nil {
		b.end(j) //nolint:contextcheck // whoever waited has been told; this outlives it
	}
}

// conclude shows the result, or why there is none. What cannot be shown is
// tried once more as a plain sentence.
func (b *Bot) conclude(j job, result shown, err error) {
	ctx, cancel := context.WithTimeout(b.last, ticketLife)
	defer cancel()
	if err != nil {
		b.showFault(ctx, j, err)
		return
	}
	id, err := j.show(ctx, result.message)
	if err != nil {
		b.notShown(ctx, j, err)
		return
	}
	b.metrics.Ended(j.kind, result.outcome)
	j.tellOutcome(result.outcome)
	if result.then != nil {
		result.then(ctx, id)
	}
}

// notShown says instead that something failed, where that can be shown.
func (b *Bot) notShown(ctx context.Context, j job, err error) {
	switch {
	case errors.Is(err, errLate), errors.Is(err, errCancelled):
	case b.last.Err() != nil, isFinal(err) && !errors.Is(err, payload.ErrInvalid):
		b.logUntold(ctx, j, err)
	default:
		b.showFault(ctx, j, err)
	}
}

func (b *Bot) logUntold(ctx context.Context, j job, err error) {
	b.metrics.Ended(j.kind, "untold")
	b.log.LogAttrs(ctx, slog.LevelWarn, "nobody could be told what became of a question",
		slog.String("kind", j.kind), slog.String("error", err.Error()))
}

func (j job) tellOutcome(outcome string) {
	if j.ended != nil {
		j.ended(outcome)
	}
}

func (b *Bot) showFault(ctx context.Context, j job, err error) {
	if n := (notice{}); !errors.As(err, &n) {
		j.tellOutcome("failed")
	}
	if _, err := j.tell(ctx, b.explain(ctx, j.kind, j.say, err)); err != nil {
		b.logUntold(ctx, j, err)
	}
}

// end forgets a job's ticket.
func (b *Bot) end(j job) {
	if j.pending == nil {
		return
	}
	b.record("end", func(ctx context.Context) error { return b.ledger.End(ctx, j.pending.InteractionID) })
}

// record writes what has to be kept, as soon as the store can be written.
// Nobody waits for it.
func (b *Bot) record(what string, write func(context.Context) error) {
	b.jobs.Go(func() {
		ctx, cancel := context.WithTimeout(b.last, recordWithin)
		defer cancel()
		err := guard(func() error {
			_, err := retried(ctx, func() (struct{}, error) { return struct{}{}, write(ctx) })
			return err
		})
		if err != nil {
			b.logLedger(ctx, what, err)
		}
	})
}

func (b *Bot) logLedger(ctx context.Context, what string, err error) {
	b.log.LogAttrs(ctx, slog.LevelWarn, "a record could not be kept", slog.String("record", what), slog.String("error", cause(err)))
}

// retried calls f until the store is not busy any more, or ctx ends.
func retried[T any](ctx context.Context, f func() (T, error)) (T, error) {
	for {
		value, err := f()
		if !errors.Is(err, store.ErrBusy) {
			return value, err
		}
		wait := time.NewTimer(50*time.Millisecond + rand.N(100*time.Millisecond)) //nolint:gosec // spreads attempts
		select {
		case <-wait.C:
		case <-ctx.Done():
			wait.Stop()
			return value, err
		}
	}
}
