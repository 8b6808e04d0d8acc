package bot

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"sherpa/answer"
	"sherpa/bot/payload"
	"sherpa/bot/texts"
)

// screen is where a status and an answer are shown, one in the place of the
// other.
type screen struct {
	// took is how long it takes to show the next thing, and fails why that fails.
	took  func() time.Duration
	fails func() error

	mu    sync.Mutex
	edits []edit
}

// edit is something that was sent to the screen: it began, and ended when it
// was shown or given up.
type edit struct {
	text         string
	begun, ended time.Time
	err          error
}

func (s *screen) show(ctx context.Context, m payload.Message) (string, error) {
	e := edit{text: m.Content, begun: time.Now()}
	wait := time.NewTimer(s.took())
	defer wait.Stop()
	select {
	case <-wait.C:
		e.err = s.fails()
	case <-ctx.Done():
		e.err = ctx.Err()
	}
	e.ended = time.Now()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.edits = append(s.edits, e)
	return "1", e.err
}

const theAnswer = "the answer"

// answered does a job that works for a while with something to say at times, and
// returns when it began to be shown, and when the work ended.
func (s *screen) answered(t *testing.T, works time.Duration, notes map[time.Duration]answer.Progress) (begun, ended time.Time) {
	t.Helper()
	b, err := New(Options{
		Asker: struct{ Asker }{}, Checker: struct{ Checker }{}, Corpus: struct{ Corpus }{}, Settings: struct{ Settings }{},
		Ledger: struct{ Ledger }{}, Privacy: struct{ Privacy }{}, Sender: struct{ Sender }{},
	})
	if err != nil {
		t.Fatal(err)
	}
	p, ok := b.questions.enter("", "")
	if !ok {
		t.Fatal("there is no place")
	}
	begun = time.Now()
	j := job{id: "1", kind: "ask", say: texts.For("en"), received: begun, status: b.newStatus(texts.For("en")), show: s.show, tell: s.show}
	j.work = func(context.Context) (shown, error) {
		for at, note := range notes {
			b.strays.Go(func() {
				<-time.After(at)
				before := time.Now()
				j.status.note(note)
				if took := time.Since(before); took > 0 {
					t.Errorf("it waited %v to say what goes on", took)
				}
			})
		}
		<-time.After(works)
		ended = time.Now()
		return shown{message: payload.Message{Content: theAnswer}, outcome: "answered"}, nil
	}
	b.start(p, j)
	if err := b.jobs.wait(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(b.strays.wait(t.Context()), b.Drain(t.Context())); err != nil {
		t.Error(err)
	}
	return begun, ended
}

// quickly takes that long and never fails.
func quickly(took time.Duration) *screen {
	return &screen{took: func() time.Duration { return took }, fails: func() error { return nil }}
}

func (s *screen) texts() []string {
	var all []string
	for _, e := range s.edits {
		all = append(all, e.text)
	}
	return all
}

func (s *screen) holds(t *testing.T, want ...string) {
	t.Helper()
	if got := s.texts(); !slices.Equal(got, want) {
		t.Errorf("shown: %q, want %q", got, want)
	}
}

func TestStatus(t *testing.T) {
	t.Parallel()
	reading, checking := answer.Progress{Stage: answer.StageReading, Count: 6}, answer.Progress{Stage: answer.StageChecking, Count: 1}
	understanding := answer.Progress{Stage: answer.StageUnderstanding}
	for name, tt := range map[string]struct {
		works time.Duration
		notes map[time.Duration]answer.Progress
		want  []string
	}{
		"a quick answer":      {time.Second, map[time.Duration]answer.Progress{0: reading}, []string{theAnswer}},
		"nothing is said":     {10 * time.Second, nil, []string{theAnswer}},
		"one stage":           {2 * time.Second, map[time.Duration]answer.Progress{0: reading}, []string{"Reading 6 passages…", theAnswer}},
		"an unknown stage":    {2 * time.Second, map[time.Duration]answer.Progress{0: {Stage: "@everyone", Count: 3}}, []string{theAnswer}},
		"nothing to count":    {2 * time.Second, map[time.Duration]answer.Progress{0: {Stage: answer.StageReading}}, []string{theAnswer}},
		"twice the same":      {5 * time.Second, map[time.Duration]answer.Progress{0: reading, 3 * time.Second: reading}, []string{"Reading 6 passages…", theAnswer}},
		"the later one":       {5 * time.Second, map[time.Duration]answer.Progress{0: understanding, time.Second: reading}, []string{"Reading 6 passages…", theAnswer}},
		"one behind another":  {5 * time.Second, map[time.Duration]answer.Progress{0: reading, 1300 * time.Millisecond: checking}, []string{"Reading 6 passages…", "Checking 1 statement…", theAnswer}},
		"too late to be said": {5 * time.Second, map[time.Duration]answer.Progress{6 * time.Second: reading}, []string{theAnswer}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				s := quickly(100 * time.Millisecond)
				s.answered(t, tt.works, tt.notes)
				s.holds(t, tt.want...)
			})
		})
	}
}

// TestStatusOnItsWay: an answer waits a second at most for a status that hangs,
// and is shown again in case it came behind it.
func TestStatusOnItsWay(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := quickly(0)
		took := []time.Duration{time.Hour, 100 * time.Millisecond, 100 * time.Millisecond}
		s.took = func() time.Duration { d := took[0]; took = took[1:]; return d }
		_, ended := s.answered(t, 2*time.Second, map[time.Duration]answer.Progress{0: {Stage: answer.StageReading, Count: 2}})
		s.holds(t, "Reading 2 passages…", theAnswer, theAnswer)
		if waited := s.edits[1].begun.Sub(ended); waited > time.Second {
			t.Errorf("the answer waited %v", waited)
		}
	})
}

// TestStatusLost: what fails to be shown is not tried again, and the answer comes
// at once and once more.
func TestStatusLost(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := quickly(0)
		s.fails = func() error {
			if len(s.edits) == 0 {
				return errors.New("lost")
			}
			return nil
		}
		_, ended := s.answered(t, 9*time.Second, map[time.Duration]answer.Progress{
			0: {Stage: answer.StageReading, Count: 2}, 5 * time.Second: {Stage: answer.StageChecking, Count: 2},
		})
		s.holds(t, "Reading 2 passages…", theAnswer, theAnswer)
		if waited := s.edits[1].begun.Sub(ended); waited > 0 {
			t.Errorf("the answer waited %v", waited)
		}
	})
}

// TestStatusAtAnyTime: whenever something is said, however long it takes to show
// it, there is one status a second at most, none before its time, none beside or
// behind the answer, and the answer waits a second at most.
func TestStatusAtAnyTime(t *testing.T) {
	t.Parallel()
	for seed := range uint64(300) {
		synctest.Test(t, func(t *testing.T) {
			chance := rand.New(rand.NewPCG(seed, 1)) //nolint:gosec // a test
			var mu sync.Mutex
			within := func(most time.Duration) time.Duration {
				mu.Lock()
				defer mu.Unlock()
				return time.Duration(chance.Int64N(int64(most)))
			}
			s := quickly(0)
			s.took = func() time.Duration { return within(1500 * time.Millisecond) }
			notes := map[time.Duration]answer.Progress{}
			for i := range chance.IntN(30) {
				notes[within(8*time.Second)] = answer.Progress{Stage: answer.StageReading, Count: i}
			}
			begun, ended := s.answered(t, within(8*time.Second), notes)
			s.check(t, begun, ended)
		})
	}
}

func (s *screen) check(t *testing.T, begun, ended time.Time) {
	t.Helper()
	at := slices.Index(s.texts(), theAnswer)
	if at < 0 || slices.ContainsFunc(s.texts()[at:], func(text string) bool { return text != theAnswer }) {
		t.Fatalf("the answer is not what stays: %q", s.texts())
	}
	if waited := s.edits[at].begun.Sub(ended); waited > time.Second {
		t.Errorf("the answer waited %v", waited)
	}
	last := begun.Add(200 * time.Millisecond) // the first one comes after 1.2 s
	for _, e := range s.edits[:at] {
		if pause := e.begun.Sub(last); pause < time.Second {
			t.Errorf("%q came %v after what was before it", e.text, pause)
		}
		if e.ended.After(s.edits[at].begun) || !strings.HasPrefix(e.text, "Reading ") {
			t.Errorf("%q was under way beside the answer", e.text)
		}
		last = e.ended
	}
}
