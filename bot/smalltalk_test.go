package bot_test

import (
	"testing"
	"time"

	"sherpa/internal/fakediscord"
)

// TestSmallTalk: who greets, thanks or calls for help is told how to ask, and no
// article is searched for that.
func TestSmallTalk(t *testing.T) {
	t.Parallel()
	r := start(t)
	dm, n := r.d.DM(ada), 0
	for _, tt := range []struct{ says, wants string }{
		{"Hello!", "Ask a question"},
		{"help", "Ask a question"},
		{"Thank you :)", "Ask a question"},
		{"Danke schön", "Ask a question"},
		{"СПАСИБО", "Ask a question"},
		{"🤔", "no question here"},
		{"???", "no question here"},
		{"/ask " + asked, talks},
		{"/ask question: " + asked, talks},
		{"Help came from whom?", "answer"},
	} {
		r.d.Says(alone(ada), fakediscord.Post{Content: tt.says})
		n++
		r.contains(r.reply(dm, n), tt.wants)
	}
	if tallies, err := r.store.Tallies(t.Context(), "", time.Now().AddDate(0, 0, -1)); err != nil || len(tallies) > 1 || len(tallies) == 1 && tallies[0].Asked > 3 {
		t.Errorf("counted as questions: %+v, %v", tallies, err)
	}
	r.contains(r.ask(at(ada), "?!"), "no question here")
}
