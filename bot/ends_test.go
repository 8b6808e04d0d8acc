package bot_test

import (
	"context"
	"encoding/json"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"sherpa/answer"
	"sherpa/bot"
	"sherpa/bot/event"
	"sherpa/bot/payload"
	"sherpa/bot/rest"
	"sherpa/internal/fakediscord"
	"sherpa/store"
)

// TestEveryQuestionEnds: whatever fails, somebody who was acknowledged is told.
func TestEveryQuestionEnds(t *testing.T) {
	t.Parallel()
	soon := func(o *bot.Options) { o.AnswerWithin = 6 * time.Second } // a second for the answer
	for name, tt := range map[string]struct {
		edit  func(*bot.Options)
		wants string
	}{
		"a panic": {asking(func(context.Context, answer.Question, func() (answer.Answer, error)) (answer.Answer, error) {
			panic("secret " + asked)
		}), "tell whoever runs this bot the code"},
		"an error": {asking(func(context.Context, answer.Question, func() (answer.Answer, error)) (answer.Answer, error) {
			return answer.Answer{}, errors.New("secret " + asked)
		}), "tell whoever runs this bot the code"},
		"a locked store": {asking(func(context.Context, answer.Question, func() (answer.Answer, error)) (answer.Answer, error) {
			return answer.Answer{}, store.ErrBusy
		}), "cannot be read right now"},
		"a hung engine": {hung(t), "took too long"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := start(t, tt.edit, soon)
			m := r.ask(at(ada), asked)
			r.contains(m, tt.wants)
			code := m.Content[strings.LastIndexAny(m.Content, " ")+1:]
			if code = strings.Trim(code, ".)"); len(code) == 6 && !strings.Contains(r.log.String(), code) {
				t.Errorf("the code %q is not in the log:\n%s", code, r.log)
			}
			if text := r.log.String(); strings.Contains(text, "talks") || strings.Contains(text, "secret") || strings.Contains(text, ada) {
				t.Errorf("the log tells too much:\n%s", text)
			}
			dm := r.d.DM(bob)
			r.d.Says(alone(bob), fakediscord.Post{Content: asked})
			r.contains(r.reply(dm, 1), tt.wants)
		})
	}
}

// TestEditFails: an answer that cannot be shown at first is shown later.
func TestEditFails(t *testing.T) {
	t.Parallel()
	r := start(t)
	r.d.Fault(edits, fakediscord.HTMLPage(503).N(2))
	r.d.Fault(edits, fakediscord.RateLimited(300*time.Millisecond, "user").Once())
	r.contains(r.ask(at(ada), asked), talks)
}

// TestLateAnswer: an answer to an interaction that expired is not sent.
func TestLateAnswer(t *testing.T) {
	t.Parallel()
	var late atomic.Int64
	r := start(t, func(o *bot.Options) {
		o.DiscordNow = func() time.Time { return time.Now().Add(time.Duration(late.Load())) }
	}, asking(func(_ context.Context, _ answer.Question, next func() (answer.Answer, error)) (answer.Answer, error) {
		late.Store(int64(15*time.Minute + time.Second))
		return next()
	}))
	r.d.Interact(r.d.Slash(at(ada), "ask", fakediscord.Text("question", asked)))
	r.eventually("the line in the log", func() bool { return strings.Contains(r.log.String(), "came too late") })
	r.quiet(channel)
	if n := len(r.d.RequestsTo("PATCH *")) + len(r.d.RequestsTo("POST /webhooks/*/*")); n > 0 {
		t.Errorf("%d messages were sent all the same", n)
	}
	if n := strings.Count(r.log.String(), "came too late"); n != 1 {
		t.Errorf("it was logged %d times", n)
	}
}

// TestOldInteraction: what Discord has forgotten is not begun.
func TestOldInteraction(t *testing.T) {
	t.Parallel()
	r := start(t, func(o *bot.Options) {
		o.DiscordNow = func() time.Time { return time.Now().Add(2900 * time.Millisecond) }
	})
	r.d.Interact(r.d.Slash(at(ada), "ask", fakediscord.Text("question", asked)))
	r.quiet(channel)
	if n := len(r.d.RequestsTo("POST /interactions/*/*/callback")); n > 0 {
		t.Errorf("%d responses", n)
	}
}

// TestUnacknowledged: nothing is worked on that nobody could be shown.
func TestUnacknowledged(t *testing.T) {
	t.Parallel()
	var n atomic.Int32
	r := start(t, asking(func(_ context.Context, _ answer.Question, next func() (answer.Answer, error)) (answer.Answer, error) {
		n.Add(1)
		return next()
	}))
	r.d.Fault("POST /interactions/*/*/callback", fakediscord.JSONError(404, 10062, "Unknown interaction").Once())
	r.d.Interact(r.d.Slash(at(ada), "ask", fakediscord.Text("question", asked)))
	r.eventually("the line in the log", func() bool { return strings.Contains(r.log.String(), "could not be acknowledged") })
	r.quiet(channel) // asks once itself
	if n.Load() != 1 {
		t.Errorf("the engine was asked %d times", n.Load())
	}
}

func TestButtonsAfterRestart(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "sherpa.db")
	d := fakediscord.New(t, fakediscord.Options{IdentifyGap: -1})
	before := startAt(t, file, d)
	public, direct := before.ask(at(ada), asked), before.ask(alone(ada), asked)
	before.drain()
	before.cut()
	// Else the old connection counts as ready, and the presses are sent there.
	before.within(5*time.Second, "the end of the connection", func() bool {
		return !slices.ContainsFunc(d.Connections(), (*fakediscord.Conn).Alive)
	})
	r := startAt(t, file, d)
	for _, tt := range []struct {
		from   fakediscord.From
		m      fakediscord.Message
		button string
		wants  string
	}{
		{at(bob), public, "Sources", "Sherpa’s brief"},
		{at(bob), public, "Evidence", asked},
		{at(bob), public, "👍", "Thank you"},
		{alone(ada), direct, "Sources", "Sherpa’s brief"},
		{alone(ada), direct, "Evidence", "direct message"},
		{alone(ada), direct, "👎", "What is wrong"},
	} {
		r.contains(r.shown(r.press(tt.from, tt.m, tt.button)), tt.wants)
	}
	form := r.press(at(bob), public, "Follow up")
	r.within(5*time.Second, "the form", func() bool { return d.Response(form.Token).Modal != nil })
	in := d.Submit(at(bob), public.ID, d.Response(form.Token).Modal.CustomID, map[string]string{"question": "And where did they take place?"})
	d.Interact(in)
	r.contains(r.shown(in), "Understood as")
}

func TestUnknownButtons(t *testing.T) {
	t.Parallel()
	r := start(t)
	m := r.ask(at(ada), asked)
	for _, id := range []string{"v1:sources:nobody:0::", "v0:sources:x", "anything", "v1:search_page:nobody:1::", "v1:closest:x:0::nothing"} {
		in := r.d.Press(at(ada), m.ID, id)
		r.d.Interact(in)
		got := r.told(in)
		if !strings.Contains(got.Content, "ask again") && !strings.Contains(got.Content, "no such article") || !got.Ephemeral() {
			t.Errorf("%s: %q", id, got.Content)
		}
	}
}

// told waits for what only the presser sees: in place of what was deferred, or
// beside the message with the button.
func (r *rig) told(in fakediscord.Interaction) fakediscord.Message {
	r.Helper()
	var m fakediscord.Message
	r.within(10*time.Second, "a word to the presser", func() bool {
		got := r.d.Response(in.Token)
		switch {
		case len(got.FollowUps) > 0:
			m = got.FollowUps[0]
		case got.Original != nil && got.Original.Ephemeral():
			m = *got.Original
		}
		return m.Content != ""
	})
	return m
}

// TestOrphans: who waited when a process was killed is told by the next one, also
// who was shown already what went on.
func TestOrphans(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "sherpa.db")
	d := fakediscord.New(t, fakediscord.Options{IdentifyGap: -1})
	st := openStore(t, file)
	client, err := rest.New(rest.Options{BaseURL: d.APIURL(), Token: rest.Token(d.Token())})
	if err != nil {
		t.Fatal(err)
	}
	list := []fakediscord.Interaction{
		d.Slash(at(ada), "ask", fakediscord.Text("question", asked)),
		d.Slash(at(bob), "ask", fakediscord.Text("question", asked)),
	}
	for i, in := range list {
		parsed, err := event.ParseInteraction(in.JSON)
		if err != nil {
			t.Fatal(err)
		}
		if err := d.RespondHTTP(in.Token, []byte(`{"type":5}`)); err != nil {
			t.Fatal(err)
		}
		if i == 1 {
			if _, err := client.Edit(t.Context(), parsed.Ticket, payload.Message{Content: "Reading 6 passages…"}); err != nil {
				t.Fatal(err)
			}
		}
		err = st.Begin(t.Context(), store.Pending{
			InteractionID: in.ID, ApplicationID: parsed.ApplicationID, Token: in.Token, Locale: "de", Owner: "killed", Since: parsed.Created,
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if !full() { // it takes seconds until a process counts as killed
		if err := store.NewLease(st, "killed").Release(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	r := startAt(t, file, d)
	for _, in := range list {
		r.within(12*time.Second, "the end of the orphan", func() bool {
			got := d.Response(in.Token)
			return !got.Thinking && strings.Contains(got.Original.Content, "neu gestartet")
		})
	}
}

// TestDrain: who waits when the program stops is told to ask again.
func TestDrain(t *testing.T) {
	t.Parallel()
	r := start(t, hung(t))
	list := make([]fakediscord.Interaction, 20)
	for i := range list {
		list[i] = r.d.Slash(asker(i), "ask", fakediscord.Text("question", asked))
		r.d.Interact(list[i])
	}
	r.within(5*time.Second, "acknowledgements", func() bool {
		for _, in := range list {
			if r.d.Response(in.Token).Kind == 0 {
				return false
			}
		}
		return true
	})
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
	defer cancel()
	if err := r.bot.Drain(ctx); err != nil {
		t.Error(err)
	}
	r.drained = true
	for _, in := range list {
		got := r.d.Response(in.Token)
		if got.Original == nil || !strings.Contains(got.Original.Content, "being restarted") {
			t.Errorf("not told: %+v", got)
		}
	}
	late := r.d.Slash(at(ada), "ask", fakediscord.Text("question", asked))
	r.d.Interact(late)
	r.contains(r.shown(late), "being restarted")
}

// TestRespondOverHTTP: without the gateway the response is the answer of a request.
func TestRespondOverHTTP(t *testing.T) {
	t.Parallel()
	r := start(t)
	in := r.d.Slash(at(ada), "ask", fakediscord.Text("question", asked))
	parsed, err := event.ParseInteraction(in.JSON)
	if err != nil {
		t.Fatal(err)
	}
	err = r.bot.HandleInteraction(t.Context(), parsed, func(_ context.Context, p payload.Response) error {
		body, err := json.Marshal(p)
		if err != nil {
			return err
		}
		return r.d.RespondHTTP(in.Token, body)
	})
	if err != nil {
		t.Fatal(err)
	}
	r.contains(r.shown(in), talks)
}
