package main

import (
	"context"
	"os"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"sherpa/internal/fakediscord"
	"sherpa/internal/fakellm"
	"sherpa/store"
)

// impatience is how long the model is waited for: as long as a busy machine may
// take to ask it, or with all that takes long as long as by default.
func impatience() (setting []string, least time.Duration) {
	if os.Getenv("SHERPA_FULL") != "" {
		return nil, 15 * time.Second
	}
	return []string{"SHERPA_LLM_TIMEOUT=3"}, 3 * time.Second
}

// slowModel serves with a model that never answers, and asks a question that it
// is at.
func slowModel(t *testing.T) (*servedModel, fakediscord.Interaction) {
	t.Helper()
	s := newServedModel(t, fakellm.Options{})
	setting, _ := impatience()
	s.start(s.settings(setting...)...)
	s.llm.Always(fakellm.Reply{Hang: true})
	from := fakediscord.From{GuildID: "700000000000000007", ChannelID: "800000000000000008"}
	in := s.discord.Slash(from, "ask", fakediscord.Text("question", "Who is Yuri Ushakov?"))
	asked := time.Now()
	s.discord.Interact(in)
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	if err := s.llm.WaitFor(ctx, func() bool { return len(s.llm.Calls()) == 1 }); err != nil {
		t.Fatal(err)
	}
	s.wait("an acknowledgement", func() bool { return s.discord.Response(in.Token).Thinking })
	if took := s.discord.Response(in.Token).At.Sub(asked); took > 1500*time.Millisecond {
		t.Errorf("acknowledged after %v", took)
	} else {
		t.Logf("acknowledged after %v", took)
	}
	return s, in
}

// waitsNoLonger waits until the model's server is left alone.
func (s *servedModel) waitsNoLonger() {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(s.t.Context(), patience)
	defer cancel()
	if err := s.llm.WaitFor(ctx, func() bool { return s.llm.Calls()[0].Left }); err != nil {
		s.t.Errorf("the call to the model goes on: %v", err)
	}
}

// TestServeModelHangs acknowledges at once, serves others meanwhile, and gives the
// answer without the model when its time is over.
func TestServeModelHangs(t *testing.T) {
	t.Parallel()
	s, in := slowModel(t)
	asked := time.Now()
	other := fakediscord.From{GuildID: "700000000000000007", ChannelID: "800000000000000008", UserID: "210000000000000022"}
	help := s.discord.Slash(other, "help")
	s.discord.Interact(help)
	s.answered(help)
	if _, least := impatience(); time.Since(asked) > least {
		t.Errorf("another command had to wait for %v", time.Since(asked))
	}
	m := s.shows(in, "Offline: the AI took too long")
	if took := time.Since(asked); took > time.Minute || !strings.Contains(m.Content, "senior adviser Yuri Ushakov") {
		t.Errorf("after %v: %s", took, m.Content)
	} else {
		t.Logf("the answer without the model was there after %v", took)
	}
	s.waitsNoLonger()
	if code := s.stop(syscall.SIGTERM); code != 0 {
		t.Errorf("SIGTERM ended the program with %d, want 0", code)
	}
}

// TestServeModelStops gets the signal to stop while the model is asked: whoever
// waits is told before the program ends, which it does in time.
func TestServeModelStops(t *testing.T) {
	t.Parallel()
	s, in := slowModel(t)
	stopped := time.Now()
	if code := s.stop(syscall.SIGTERM); code != 0 {
		t.Errorf("SIGTERM ended the program with %d, want 0", code)
	}
	if took := time.Since(stopped); took > 25*time.Second {
		t.Errorf("it took %v to stop", took)
	} else {
		t.Logf("it took %v to stop", took)
	}
	s.waitsNoLonger()
	r := s.discord.Response(in.Token)
	told := regexp.MustCompile(`Offline: the AI took too long`)
	if setting, _ := impatience(); setting == nil {
		told = regexp.MustCompile(`Offline: the AI took too long|please ask again`) // both have the same time
	}
	if r.Original == nil || r.Thinking || !told.MatchString(r.Original.Content) {
		t.Errorf("the asker is shown %+v", r.Original)
	} else {
		t.Logf("the asker is shown %q", r.Original.Content)
	}
	s.looksInto(func(st *store.Store) {
		if waiting, err := st.Orphans(context.Background()); len(waiting) > 0 || err != nil {
			t.Errorf("%d wait, %v", len(waiting), err)
		}
	})
}
