package bot_test

import (
	"testing"
	"time"

	"sherpa/internal/fakediscord"
)

func TestAskInServer(t *testing.T) {
	t.Parallel()
	r := start(t)
	in := r.d.Slash(at(ada), "ask", fakediscord.Text("question", asked))
	r.d.Interact(in)
	m := r.shown(in)
	r.contains(m, answer1, "[1]")
	if m.Ephemeral() {
		t.Error("the answer is shown to the asker alone")
	}
	if d := r.d.Response(in.Token).At.Sub(m.Created); d > time.Second {
		t.Errorf("acknowledged after %v", d)
	}
	shown := r.shown(r.press(at(bob), m, "Sources"))
	if !shown.Ephemeral() {
		t.Error("everybody sees the sources")
	}
}
