package bot_test

import (
	"context"
	"database/sql"
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

// burst asks n questions in a second from n users, in twenty servers.
func burst(r *rig, n int) []sent {
	r.Helper()
	list := make([]sent, n)
	ticks := time.NewTicker(time.Second / time.Duration(n))
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

// TestAcknowledgedUnderLoad: everybody is acknowledged in time, though nothing
// answers and nothing can be written.
func TestAcknowledgedUnderLoad(t *testing.T) {
	t.Parallel()
	for name, edit := range map[string]func(*testing.T) []func(*bot.Options){
		"engine hung":  func(t *testing.T) []func(*bot.Options) { t.Helper(); return []func(*bot.Options){hung(t)} },
		"store locked": func(*testing.T) []func(*bot.Options) { return nil },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			edits := append(edit(t), func(o *bot.Options) { o.AnswerWithin = lockedFor() + 6*time.Second })
			d := fakediscord.New(t, fakediscord.Options{IdentifyGap: -1, NoSpec: true})
			file := t.TempDir() + "/sherpa.db"
			r := startAt(t, file, d, edits...)
			if name == "store locked" {
				unlock := lock(t, file)
				time.AfterFunc(lockedFor(), unlock)
			}
			list := burst(r, 200)
			r.within(10*time.Second, "acknowledgements", func() bool {
				return !slices.ContainsFunc(list, func(in sent) bool { return d.Response(in.Token).Kind == 0 })
			})
			report(t, r, list)
			r.within(lockedFor()+8*time.Second, "an end of every question", func() bool {
				return !slices.ContainsFunc(list, func(in sent) bool {
					got := d.Response(in.Token)
					return got.Thinking || got.Original == nil
				})
			})
		})
	}
}

// report holds the times to the first response against the limits.
func report(t *testing.T, r *rig, list []sent) {
	t.Helper()
	kinds := map[int]int{}
	var times []time.Duration
	for _, in := range list {
		got := r.d.Response(in.Token)
		kinds[got.Kind]++
		times = append(times, got.At.Sub(in.at))
	}
	slices.Sort(times)
	p50, p99, most := times[len(times)/2], times[len(times)*99/100], times[len(times)-1]
	t.Logf("%d first responses (by kind %v): p50 %v, p99 %v, max %v", len(times), kinds, p50, p99, most)
	if p99 > 250*time.Millisecond*slowness || most > 1500*time.Millisecond*slowness {
		t.Errorf("p99 %v, max %v", p99, most)
	}
}
