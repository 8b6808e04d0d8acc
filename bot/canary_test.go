package bot_test

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sherpa/answer"
	"sherpa/bot"
	"sherpa/internal/fakediscord"
)

// canary is a word that stands nowhere but in a question, and is not answered;
// oddly is a question with an answer that nobody else writes so.
const (
	canary = "Zyxwvutopolis"
	oddly  = "hOw LoNg dId tHe tAlKs lAsT?"
)

// watched is a rig that logs everything, and the file of its store.
func watched(t *testing.T, edits ...func(*bot.Options)) (r *rig, file string) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "sherpa.db")
	d := fakediscord.New(t, fakediscord.Options{IdentifyGap: -1})
	all := &logged{}
	edits = append(edits, func(o *bot.Options) {
		o.Log = slog.New(slog.NewJSONHandler(all, &slog.HandlerOptions{Level: slog.LevelDebug}))
	})
	r = startAt(t, file, d, edits...)
	r.log = all
	return r, file
}

// traces are the files of a store, and the log, in which a text stands.
func (r *rig) traces(file, text string) (found []string) {
	r.Helper()
	for _, end := range []string{"", "-wal", "-shm"} {
		data, err := os.ReadFile(file + end) //nolint:gosec // the test's own file
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			r.Fatal(err)
		}
		if strings.Contains(string(data), text) {
			found = append(found, "sherpa.db"+end)
		}
	}
	if strings.Contains(r.log.String(), text) {
		found = append(found, "the log")
	}
	return found
}

// leavesNothing asserts that texts stand in no file of the store.
func (r *rig) leavesNothing(file string, texts ...string) {
	r.Helper()
	for _, text := range texts {
		if found := r.traces(file, text); len(found) > 0 {
			r.Errorf("%q stands in %v", text, found)
		}
	}
}

// What people ask in direct messages, and who they are, gets into no file.
func TestDirectMessagesLeaveNoTrace(t *testing.T) {
	t.Parallel()
	r, file := watched(t)
	dm := r.d.DM(ada)
	said := r.d.Says(alone(ada), fakediscord.Post{Content: canary + ", how long did the talks last?"})
	r.reply(dm, 1)
	r.d.Rewrites(alone(ada), said, fakediscord.Post{Content: "How long did the talks of " + canary + " last?"})
	r.d.Says(alone(ada), fakediscord.Post{Content: "Who won in " + canary + "?"})
	r.reply(dm, 2)
	own := fakediscord.From{UserID: ada, GuildID: guild, ChannelID: channel, UserInstalled: true}
	for _, f := range []fakediscord.From{alone(ada), own} {
		r.ask(f, asked, fakediscord.Text("source", canary))
		m := r.ask(f, asked+" "+canary)
		r.shown(r.press(f, m, "Evidence"))
		m = r.ask(f, asked)
		form := r.press(f, m, "Follow up")
		r.within(5*time.Second, "the form", func() bool { return r.d.Response(form.Token).Modal != nil })
		follow := r.d.Submit(f, "", r.d.Response(form.Token).Modal.CustomID, map[string]string{"question": "And in " + canary + "?"})
		r.d.Interact(follow)
		r.shown(follow)
		r.use(f, "search", fakediscord.Text("query", "Alaska "+canary))
		r.use(f, "quote", fakediscord.Text("text", "for more than three hours in "+canary))
	}
	r.eventually("the records", func() bool { return len(r.kept(ada).Answers) >= 6 })
	r.drain()
	r.leavesNothing(file, canary, strings.ToLower(canary), ada, dm, channel)
}

// Whatever goes wrong, nothing of a question gets into the log.
func TestFailuresTellNothing(t *testing.T) {
	t.Parallel()
	for name, fail := range map[string]func(q answer.Question) (answer.Answer, error){
		"an error": func(q answer.Question) (answer.Answer, error) { return answer.Answer{}, errors.New(q.Text) },
		"a panic":  func(q answer.Question) (answer.Answer, error) { panic(q.Text) },
		"a panic with an error": func(q answer.Question) (answer.Answer, error) {
			panic(errors.New(q.Text))
		},
		"a path": func(q answer.Question) (answer.Answer, error) {
			return answer.Answer{}, &os.PathError{Op: "open", Path: q.Text, Err: os.ErrNotExist}
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r, file := watched(t, asking(func(_ context.Context, q answer.Question, _ func() (answer.Answer, error)) (answer.Answer, error) {
				return fail(q)
			}))
			for _, f := range []fakediscord.From{alone(ada), at(ada)} {
				m := r.ask(f, asked+" "+canary)
				if strings.Contains(m.Content, canary) {
					t.Errorf("it is told: %q", m.Content)
				}
			}
			r.d.Says(at(bob), fakediscord.Post{Content: r.d.Mention() + " " + canary + "?"})
			r.reply(channel, 2)
			r.drain()
			if !strings.Contains(r.log.String(), "a question has no answer") {
				t.Error("nothing was logged")
			}
			r.leavesNothing(file, canary, ada)
		})
	}
}

// In servers, a question is gone when its time is over, or at once when its
// asker says so; who asked never gets into a file.
func TestQuestionsInServersGo(t *testing.T) {
	t.Parallel()
	for name, end := range map[string]func(r *rig){
		"after a day": func(r *rig) {
			if _, err := r.store.Purge(r.Context(), time.Now().Add(24*time.Hour+time.Second)); err != nil {
				r.Fatal(err)
			}
		},
		"when the asker says so": func(r *rig) {
			ask := r.use(at(ada), "privacy delete")
			r.press(at(ada), ask, "Delete everything")
			r.within(10*time.Second, "the deletion", func() bool {
				now, _ := r.d.Message(ask.ID)
				return strings.Contains(now.Content, "is deleted")
			})
			if _, err := r.store.Purge(r.Context(), time.Now()); err != nil { // which is called every half minute
				r.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r, file := watched(t)
			m := r.ask(at(ada), oddly)
			r.shown(r.press(at(ada), m, "👎"))
			r.use(at(ada), "search", fakediscord.Text("query", "Trump Putin Alaska summit Zelensky talks "+oddly))
			r.d.Says(at(ada), fakediscord.Post{Content: r.d.Mention() + " " + oddly})
			r.eventually("the records", func() bool { return len(r.kept(ada).Answers) == 3 })
			if len(r.traces(file, oddly)) == 0 {
				t.Error("the question is not kept at all: the buttons cannot work")
			}
			end(r)
			r.leavesNothing(file, oddly, ada)
		})
	}
}

// What is being answered while its asker has everything deleted is not kept.
func TestDeletionWhileAnswering(t *testing.T) {
	t.Parallel()
	begun, deleted := make(chan struct{}), make(chan struct{})
	r, file := watched(t, asking(func(_ context.Context, _ answer.Question, next func() (answer.Answer, error)) (answer.Answer, error) {
		close(begun)
		<-deleted
		return next()
	}))
	in := r.d.Slash(at(ada), "ask", fakediscord.Text("question", oddly))
	r.d.Interact(in)
	<-begun
	ask := r.use(at(ada), "privacy delete")
	r.press(at(ada), ask, "Delete everything")
	r.within(10*time.Second, "the deletion", func() bool {
		now, _ := r.d.Message(ask.ID)
		return strings.Contains(now.Content, "is deleted")
	})
	close(deleted)
	r.contains(r.shown(in), talks)
	r.drain()
	if kept := r.kept(ada); len(kept.Answers) > 0 {
		t.Errorf("kept: %+v", kept.Answers)
	}
	r.leavesNothing(file, oddly)
}
