package bot_test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"sherpa/answer"
	"sherpa/bot"
	"sherpa/internal/fakediscord"
	"sherpa/store"
)

// elsewhere uses an interaction in the bot of another process and waits until
// what is shown holds a text.
func (r *rig) elsewhere(in fakediscord.Interaction, want string) fakediscord.Message {
	r.Helper()
	r.bot.HandleDispatch(r.Context(), "INTERACTION_CREATE", in.JSON)
	r.within(10*time.Second, want, func() bool {
		m := r.d.Response(in.Token).Original
		return m != nil && strings.Contains(m.Content, want)
	})
	return *r.d.Response(in.Token).Original
}

// deletes has everything deleted that is kept about somebody.
func (r *rig) deletes(f fakediscord.From) {
	r.Helper()
	confirm := r.elsewhere(r.d.Slash(f, "privacy delete"), "Delete everything")
	button, ok := confirm.Button("Delete everything")
	if !ok {
		r.Fatalf("no button below %q", confirm.Content)
	}
	r.elsewhere(r.d.Press(f, confirm.ID, button.CustomID), "is deleted")
}

// A conversation is held by the process that hears of direct messages. That it
// shall end may be told to another.
func TestConversationsEndInEveryProcess(t *testing.T) {
	t.Parallel()
	for name, end := range map[string]func(r *rig, last fakediscord.Message){
		"a new topic": func(r *rig, last fakediscord.Message) {
			button, _ := last.Button("New topic")
			r.elsewhere(r.d.Press(alone(ada), last.ID, button.CustomID), "forgotten")
		},
		"deletion": func(r *rig, _ fakediscord.Message) { r.deletes(alone(ada)) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			file := t.TempDir() + "/sherpa.db"
			r := startAt(t, file, fakediscord.New(t, fakediscord.Options{IdentifyGap: -1}))
			other := assemble(t, file, r.d)
			says := func(user string, n int, understood bool) fakediscord.Message {
				r.d.Says(alone(user), fakediscord.Post{Content: "Whom did he join?"})
				m := r.reply(r.d.DM(user), n)
				if strings.Contains(m.Content, "Understood as") != understood {
					t.Errorf("message %d of %s is answered %q", n, user, m.Content)
				}
				return m
			}
			for _, user := range []string{ada, bob} {
				r.d.Says(alone(user), fakediscord.Post{Content: "Who is Yuri Ushakov?"})
				r.reply(r.d.DM(user), 1)
			}
			end(other, says(ada, 2, true))
			says(ada, 3, false)
			says(bob, 2, true)
		})
	}
}

// What one process works on is not kept after another was told to delete it.
func TestDeletionInAnotherProcessWhileAnswering(t *testing.T) {
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
	assemble(t, file, r.d).deletes(at(ada))
	close(deleted)
	r.contains(r.shown(in), talks)
	r.drain()
	if kept := r.kept(ada); len(kept.Answers) > 0 {
		t.Errorf("kept: %+v", kept.Answers)
	}
	r.leavesNothing(file, oddly)
}

// A button may be pressed in another process before the record is kept of the
// answer that it is below.
func TestPressedBeforeTheRecordIsKept(t *testing.T) {
	t.Parallel()
	file := t.TempDir() + "/sherpa.db"
	d := fakediscord.New(t, fakediscord.Options{IdentifyGap: -1})
	late := &lateLedger{keep: make(chan struct{})}
	r := startAt(t, file, d, func(o *bot.Options) { late.Ledger, o.Ledger = o.Ledger, late })
	m := r.ask(at(ada), asked)
	button, _ := m.Button("Sources")
	in := d.Press(at(ada), m.ID, button.CustomID)
	other := assemble(t, file, d, func(o *bot.Options) { o.Ledger = &looked{o.Ledger, late.keep, sync.Once{}} })
	other.elsewhere(in, talks)
}

// lateLedger keeps no answer before it may.
type lateLedger struct {
	bot.Ledger
	keep chan struct{}
}

func (l *lateLedger) PutAnswer(ctx context.Context, r store.AnswerRecord) error {
	select {
	case <-l.keep:
	case <-ctx.Done():
		return ctx.Err()
	}
	return l.Ledger.PutAnswer(ctx, r)
}

// looked says when an answer was looked for in vain.
type looked struct {
	bot.Ledger
	once  chan struct{}
	first sync.Once
}

func (l *looked) Answer(ctx context.Context, id string) (store.AnswerRecord, error) {
	r, err := l.Ledger.Answer(ctx, id)
	if err != nil {
		l.first.Do(func() { close(l.once) })
	}
	return r, err
}
