package bot_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"sherpa/answer"
	"sherpa/internal/fakediscord"
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
				r.d.Says(alone(user), fakediscord.Post{Content: "How long did it last?"})
				m := r.reply(r.d.DM(user), n)
				if strings.Contains(m.Content, "Understood as") != understood {
					t.Errorf("message %d of %s is answered %q", n, user, m.Content)
				}
				return m
			}
			for _, user := range []string{ada, bob} {
				r.d.Says(alone(user), fakediscord.Post{Content: "Where did Trump and Putin meet?"})
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
