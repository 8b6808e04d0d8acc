package bot

import (
	"context"
	"sync"
	"time"

	"sherpa/answer"
	"sherpa/bot/payload"
	"sherpa/bot/render"
	"sherpa/bot/texts"
)

// statusWithin is how long it is tried to show a status.
const statusWithin = 5 * time.Second

// statusAfter is how long after a question the status begins: whoever has an
// answer sooner needs none.
func (b *Bot) statusAfter() time.Duration { return b.StatusEvery * 6 / 5 }

// statusGrace is how long an answer waits for a status that is on its way: Discord
// may take the later of two edits first.
func (b *Bot) statusGrace() time.Duration { return b.StatusEvery }

// repeatAfter is when an answer that waited no longer is shown again, in case the
// status came behind it.
func (b *Bot) repeatAfter() time.Duration { return 3 * b.StatusEvery }

// shower shows a message in a certain place, and returns its id.
type shower func(ctx context.Context, m payload.Message) (id string, err error)

// status says what goes on in the place of an answer, while that is made.
type status struct {
	say *texts.Texts
	// every is the least time between two statuses.
	every time.Duration
	// news says that there is something later to show than before.
	news chan struct{}

	mu     sync.Mutex
	latest answer.Progress
}

func (b *Bot) newStatus(say *texts.Texts) *status {
	return &status{say: say, every: b.StatusEvery, news: make(chan struct{}, 1)}
}

// note takes what goes on. It does not wait.
func (s *status) note(p answer.Progress) {
	s.mu.Lock()
	s.latest = p
	s.mu.Unlock()
	select {
	case s.news <- struct{}{}:
	default: // what was noted before was not looked at yet
	}
}

// message is the status of what was noted last.
func (s *status) message() (payload.Message, bool) {
	s.mu.Lock()
	p := s.latest
	s.mu.Unlock()
	return render.In(s.say).Progress(p)
}

// run shows statuses, the first one not before after, until over is closed or
// one cannot be shown: the answer still may be.
func (s *status) run(ctx context.Context, after time.Duration, over <-chan struct{}, show shower) error {
	next := time.NewTimer(after)
	defer next.Stop()
	for shown := ""; comes(next.C, over) && comes(s.news, over); {
		pause := time.Duration(0)
		if m, ok := s.message(); ok && m.Content != shown {
			if err := showOnce(ctx, show, m); err != nil {
				return err
			}
			shown, pause = m.Content, s.every
		}
		next.Reset(pause)
	}
	return nil
}

func showOnce(ctx context.Context, show shower, m payload.Message) error {
	ctx, cancel := context.WithTimeout(ctx, statusWithin)
	defer cancel()
	_, err := show(ctx, m)
	return err
}

// comes waits for something, and reports whether it came before all was over.
func comes[T any](c <-chan T, over <-chan struct{}) bool {
	select {
	case <-c:
	case <-over:
	}
	select {
	case <-over:
		return false
	default:
		return true
	}
}

// beginStatus shows a job's status from now on. Once end returned, no further
// one is shown; end reports that Discord may yet show one that was lost, or on
// its way for too long.
func (b *Bot) beginStatus(j job) (end func() (unsure bool)) {
	over, ended := make(chan struct{}), make(chan error, 1)
	ctx, cancel := context.WithCancel(b.last)
	after := b.statusAfter() - b.now().Sub(j.received)
	b.strays.Go(func() {
		ended <- guard(func() error { return j.status.run(ctx, after, over, j.show) })
	})
	return sync.OnceValue(func() bool {
		defer cancel()
		close(over)
		grace := time.NewTimer(b.statusGrace())
		defer grace.Stop()
		select {
		case err := <-ended:
			return err != nil
		case <-grace.C:
			return true
		}
	})
}

// behindStatus is what shows something in the place of a status, which ends
// first.
func (b *Bot) behindStatus(end func() (unsure bool), show shower) shower {
	return func(ctx context.Context, m payload.Message) (string, error) {
		unsure := end()
		id, err := show(ctx, m)
		if unsure && err == nil {
			b.repeat(show, m)
		}
		return id, err
	}
}

// repeat shows a message once more after a while.
func (b *Bot) repeat(show shower, m payload.Message) {
	b.jobs.Go(func() {
		wait := time.NewTimer(b.repeatAfter())
		defer wait.Stop()
		select {
		case <-wait.C:
		case <-b.life.Done(): // there is no time to wait
		}
		// It is shown already; this is for the case that it no longer is.
		_ = guard(func() error { return showOnce(b.last, show, m) })
	})
}
