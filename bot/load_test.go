package bot_test

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"slices"
	"testing"
	"time"

	_ "github.com/mattn/go-sqlite3"

	"sherpa/answer"
	"sherpa/bot"
	"sherpa/internal/fakediscord"
)

// askers stands for an engine of which one method does something else.
type askers struct {
	bot.Asker
	ask func(context.Context, answer.Question) (answer.Answer, error)
}

func (a askers) Ask(ctx context.Context, _ bot.Scope, q answer.Question) (answer.Answer, error) {
	return a.ask(ctx, q)
}

// full reports whether tests take the time that the promises name.
func full() bool { return os.Getenv("SHERPA_FULL") != "" }

// lockedFor is how long the store is locked.
func lockedFor() time.Duration {
	if full() {
		return 10 * time.Second
	}
	return 2 * time.Second
}

// asking replaces the engine's Ask; next is the engine's own.
func asking(f func(ctx context.Context, q answer.Question, next func() (answer.Answer, error)) (answer.Answer, error)) func(*bot.Options) {
	return func(o *bot.Options) {
		real := o.Asker
		o.Asker = askers{real, func(ctx context.Context, q answer.Question) (answer.Answer, error) {
			return f(ctx, q, func() (answer.Answer, error) { return real.Ask(ctx, bot.Scope{Default: true}, q) })
		}}
	}
}

// hung never answers and does not listen to its context until it is released.
func hung(t *testing.T) func(*bot.Options) {
	t.Helper()
	released := make(chan struct{})
	t.Cleanup(func() { close(released) })
	return asking(func(context.Context, answer.Question, func() (answer.Answer, error)) (answer.Answer, error) {
		<-released
		return answer.Answer{}, context.Canceled
	})
}

// lock keeps a store locked for writing, as another process would, until the
// returned function is called.
func lock(t *testing.T, file string) (unlock func()) {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+file+"?_txlock=immediate&_busy_timeout=5000")
	if err != nil {
		t.Fatal(err)
	}
	tx, err := db.BeginTx(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return func() {
		if err := tx.Rollback(); err != nil {
			t.Error(err)
		}
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	}
}

// sent is an interaction with the time at which it was sent.
type sent struct {
	fakediscord.Interaction
	at time.Time
}

// burst asks so many questions, 200 a second, from as many users in twenty
// servers.
func burst(r *rig, n int) []sent {
	r.Helper()
	list := make([]sent, n)
	ticks := time.NewTicker(time.Second / 200)
	defer ticks.Stop()
	for i := range list {
		<-ticks.C
		in := r.d.Slash(asker(i), "ask", fakediscord.Text("question", asked))
		list[i] = sent{in, time.Now()}
		r.d.Interact(in)
	}
	return list
}

// asker is one of many, in one of twenty servers.
func asker(i int) fakediscord.From {
	id := func(year int, n int) string {
		return fakediscord.Snowflake(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC), uint64(n)) //nolint:gosec // small
	}
	return fakediscord.From{UserID: id(2020, i), GuildID: id(2021, i%20), ChannelID: id(2022, i%20)}
}

// voidAfter is when Discord gives an interaction up that nobody acknowledged. On a
// machine that does other work too, no less can be promised.
const voidAfter = 3 * time.Second

// TestAcknowledgedUnderLoad: everybody is acknowledged in time, though nothing
// answers and nothing can be written, and is told in time what became of it.
func TestAcknowledgedUnderLoad(t *testing.T) {
	t.Parallel()
	within, many := lockedFor()+6*time.Second, 200
	if full() {
		within, many = time.Minute, 10_000
	}
	for name, tt := range map[string]struct {
		questions int
		edit      func(*testing.T) func(*bot.Options)
		locked    bool
	}{
		"nothing wrong": {questions: many},
		"engine hung":   {questions: 200, edit: hung},
		"store locked":  {questions: 200, locked: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			edits := []func(*bot.Options){func(o *bot.Options) { o.AnswerWithin = within }}
			if tt.edit != nil {
				edits = append(edits, tt.edit(t))
			}
			file := t.TempDir() + "/sherpa.db"
			r := startAt(t, file, fakediscord.New(t, fakediscord.Options{IdentifyGap: -1, NoSpec: true}), edits...)
			if tt.locked {
				time.AfterFunc(lockedFor(), lock(t, file))
			}
			list := burst(r, tt.questions)
			r.all(30*time.Second, "acknowledgements", list, func(got fakediscord.Response) bool { return got.Kind != 0 })
			acknowledged := took(r, list, func(got fakediscord.Response) time.Time { return got.At })
			t.Logf("acknowledged: %v", acknowledged)
			p99, most := voidAfter*slowness, voidAfter*slowness
			if full() {
				p99, most = 250*time.Millisecond*slowness, 1500*time.Millisecond*slowness
			}
			if acknowledged.p99 > p99 || acknowledged.most > most {
				t.Errorf("acknowledged: %v", acknowledged)
			}
			r.all(within, "an end of every question", list, func(got fakediscord.Response) bool { return got.Original != nil && !got.Thinking })
			ended := took(r, list, endOf)
			t.Logf("ended: %v", ended)
			if ended.most > within {
				t.Errorf("ended: %v", ended)
			}
		})
	}
}

// all waits until something holds for all that was sent.
func (r *rig) all(within time.Duration, what string, list []sent, holds func(fakediscord.Response) bool) {
	r.Helper()
	next := 0
	r.within(within, what, func() bool {
		for next < len(list) && holds(r.d.Response(list[next].Token)) {
			next++
		}
		return next == len(list)
	})
}

// endOf is when an asker was shown what became of a question.
func endOf(got fakediscord.Response) time.Time {
	if got.Original.Edits == 0 {
		return got.At
	}
	return got.Original.Edited
}

// times are how long something took, and for how many.
type times struct {
	n              int
	kinds          map[int]int // by the kind of the first response
	p50, p99, most time.Duration
}

func (t times) String() string {
	return fmt.Sprintf("%d (%d deferred, %d at once), p50 %v, p99 %v, longest %v", t.n, t.kinds[5], t.kinds[4], t.p50, t.p99, t.most)
}

// took is how long it took from what was sent until something.
func took(r *rig, list []sent, until func(fakediscord.Response) time.Time) times {
	r.Helper()
	all, kinds := make([]time.Duration, len(list)), map[int]int{}
	for i, in := range list {
		got := r.d.Response(in.Token)
		kinds[got.Kind]++
		all[i] = until(got).Sub(in.at)
	}
	slices.Sort(all)
	return times{len(all), kinds, all[len(all)/2], all[len(all)*99/100], all[len(all)-1]}
}

// TestParallelAnswers: answers do not wait for each other, however far away
// Discord is.
func TestParallelAnswers(t *testing.T) {
	t.Parallel()
	const roundTrip = 150 * time.Millisecond
	limit := 2 * time.Second * slowness // one after another they take three
	if full() {
		limit = 500 * time.Millisecond
	}
	d := fakediscord.New(t, fakediscord.Options{IdentifyGap: -1, NoSpec: true})
	r := startAt(t, t.TempDir()+"/sherpa.db", d)
	r.ask(at(ada), asked)
	d.Fault("*", fakediscord.Fault{Delay: roundTrip})
	list := make([]sent, 20)
	for i := range list {
		list[i] = sent{d.Slash(asker(i), "ask", fakediscord.Text("question", asked)), time.Now()}
		d.Interact(list[i].Interaction)
	}
	r.all(10*time.Second, "answers", list, func(got fakediscord.Response) bool { return got.Original != nil && !got.Thinking })
	ended := took(r, list, endOf)
	t.Logf("answered after two round trips of %v: %v", roundTrip, ended)
	if ended.most > limit || ended.kinds[5] != len(list) {
		t.Errorf("answered: %v", ended)
	}
}
