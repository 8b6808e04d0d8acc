package bot_test

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"sherpa/answer"
	"sherpa/bot"
	"sherpa/internal/fakediscord"
	"sherpa/store"
)

const edits = "PATCH /webhooks/*/*/messages/@original"

// gated is an engine that says what goes on, and does not go on before somebody
// let it.
type gated struct {
	stages chan answer.Progress
	// end lets it answer, or fail with what comes.
	end chan error
}

func newGated() *gated {
	return &gated{stages: make(chan answer.Progress), end: make(chan error)}
}

// says has the engine say what goes on.
func (g *gated) says(r *rig, p answer.Progress) {
	r.Helper()
	hand(r, g.stages, p)
}

// ends lets the engine answer, or fail with err.
func (g *gated) ends(r *rig, err error) {
	r.Helper()
	hand(r, g.end, err)
}

// hand gives a value to whoever takes it. Nobody does after the time of a
// question is over.
func hand[T any](r *rig, to chan<- T, value T) {
	r.Helper()
	select {
	case to <- value:
	case <-time.After(30 * time.Second):
		r.Fatalf("nobody takes %v", value)
	}
}

// asked replaces the engine's Ask; statuses may follow each other quickly.
func (g *gated) asked() func(*bot.Options) {
	return func(o *bot.Options) {
		o.StatusEvery = 50 * time.Millisecond
		g.asksAtLeisure()(o)
	}
}

// asksAtLeisure replaces the engine's Ask.
func (g *gated) asksAtLeisure() func(*bot.Options) {
	return asking(func(ctx context.Context, q answer.Question, next func() (answer.Answer, error)) (answer.Answer, error) {
		for {
			select {
			case p := <-g.stages:
				q.Progress(p)
			case err := <-g.end:
				if err != nil {
					return answer.Answer{}, err
				}
				return next()
			case <-ctx.Done():
				return answer.Answer{}, ctx.Err()
			}
		}
	})
}

// reads waits until an interaction is answered with a text that begins so.
func (r *rig) reads(in fakediscord.Interaction, begins string) fakediscord.Message {
	r.Helper()
	var m fakediscord.Message
	r.within(10*time.Second, begins, func() bool {
		got := r.d.Response(in.Token)
		if got.Original == nil || got.Thinking || !strings.Contains(got.Original.Content, begins) {
			return false
		}
		m = *got.Original
		return true
	})
	return m
}

// contents are the texts of requests.
func contents(t *testing.T, list []fakediscord.Request) (texts []string) {
	t.Helper()
	for _, req := range list {
		var m struct{ Content string }
		if err := json.Unmarshal(req.JSON, &m); err != nil {
			t.Fatal(err)
		}
		texts = append(texts, m.Content)
	}
	return texts
}

// TestStatusInPlaces: wherever an interaction asks, what goes on is shown in the
// place of the answer, in the asker's language, and then the answer with its
// buttons, to the same people.
func TestStatusInPlaces(t *testing.T) {
	t.Parallel()
	german := fakediscord.From{UserID: bob, GuildID: guild, ChannelID: channel, Locale: "de"}
	for name, tt := range map[string]struct {
		from              fakediscord.From
		private           bool
		reading, checking string
	}{
		"openly":           {at(ada), false, "Reading 6 passages…", "Checking 5 statements…"},
		"privately":        {at(ada), true, "Reading 6 passages…", "Checking 5 statements…"},
		"a direct message": {alone(ada), false, "Reading 6 passages…", "Checking 5 statements…"},
		"in German":        {german, false, "6 Textstellen werden gelesen…", "5 Aussagen werden geprüft…"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			g := newGated()
			r := start(t, g.asked())
			in := r.d.Slash(tt.from, "ask", fakediscord.Text("question", asked), fakediscord.Bool("private", tt.private))
			r.d.Interact(in)
			g.says(r, answer.Progress{Stage: answer.StageReading, Count: 6})
			status := r.reads(in, tt.reading)
			g.says(r, answer.Progress{Stage: answer.StageChecking, Count: 5})
			r.reads(in, tt.checking)
			g.ends(r, nil)
			m := r.reads(in, talks)
			if m.ID != status.ID || m.Ephemeral() != tt.private || status.Ephemeral() != tt.private || len(m.Parts()) == 0 {
				t.Errorf("the status is %+v, the answer %+v", status, m)
			}
			r.contains(r.shown(r.press(tt.from, m, map[bool]string{true: "Quellen", false: "Sources"}[tt.from.Locale == "de"])), talks)
		})
	}
}

// TestStatusIsSeldom: what goes on is shown more than a second after the question, and at most
// once a second, and nothing comes behind the answer.
func TestStatusIsSeldom(t *testing.T) {
	t.Parallel()
	g := newGated()
	r := start(t, g.asksAtLeisure())
	in := r.d.Slash(at(ada), "ask", fakediscord.Text("question", asked))
	sent := time.Now()
	r.d.Interact(in)
	for range 50 {
		g.says(r, answer.Progress{Stage: answer.StageUnderstanding})
		g.says(r, answer.Progress{Stage: answer.StageReading, Count: 6})
	}
	r.reads(in, "Reading 6 passages…")
	g.says(r, answer.Progress{Stage: answer.StageChecking, Count: 5})
	r.reads(in, "Checking 5 statements…")
	g.ends(r, nil)
	r.reads(in, talks)
	r.drain()
	list := r.d.RequestsTo(edits)
	texts := contents(t, list)
	if len(texts) != 3 || !strings.Contains(texts[2], talks) {
		t.Fatalf("edits: %q", texts)
	}
	// Counted from the question, as people do: its acknowledgement may be late on a busy machine.
	if first := list[0].Time.Sub(sent); first < time.Second {
		t.Errorf("the first status came %v after the question", first)
	}
	if pause := list[1].Time.Sub(list[0].Time); pause < time.Second {
		t.Errorf("the second status came %v after the first", pause)
	}
}

// TestStatusOfFollowUp: a form shows what goes on, too.
func TestStatusOfFollowUp(t *testing.T) {
	t.Parallel()
	g := newGated()
	r := start(t, g.asked())
	in := r.d.Slash(at(ada), "ask", fakediscord.Text("question", asked))
	r.d.Interact(in)
	g.ends(r, nil)
	m := r.reads(in, talks)
	form := r.press(at(ada), m, "Follow up")
	r.within(5*time.Second, "the form", func() bool { return r.d.Response(form.Token).Modal != nil })
	in = r.d.Submit(at(ada), m.ID, r.d.Response(form.Token).Modal.CustomID, map[string]string{"question": "And where did they take place?"})
	r.d.Interact(in)
	g.says(r, answer.Progress{Stage: answer.StageUnderstanding})
	r.reads(in, "Understanding the question…")
	g.ends(r, nil)
	r.reads(in, "Understood as")
}

// TestStatusThenFault: a status never stays where there is no answer.
func TestStatusThenFault(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		end    func(*testing.T, *rig, *gated)
		within time.Duration // of which the last five seconds are for telling
		wants  string
	}{
		"an error":   {func(_ *testing.T, r *rig, g *gated) { g.ends(r, errors.New("secret")) }, time.Minute, "tell whoever runs this bot the code"},
		"no time":    {func(*testing.T, *rig, *gated) {}, 7 * time.Second, "took too long"},
		"a shutdown": {func(_ *testing.T, r *rig, _ *gated) { r.drainSoon() }, time.Minute, "being restarted"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			g := newGated()
			r := start(t, g.asked(), func(o *bot.Options) { o.AnswerWithin = tt.within })
			in := r.d.Slash(at(ada), "ask", fakediscord.Text("question", asked))
			r.d.Interact(in)
			g.says(r, answer.Progress{Stage: answer.StageReading, Count: 6})
			r.reads(in, "Reading 6 passages…")
			tt.end(t, r, g)
			r.reads(in, tt.wants)
		})
	}
}

// drainSoon stops the bot without much patience.
func (r *rig) drainSoon() {
	r.Helper()
	ctx, cancel := context.WithTimeout(r.Context(), 4*time.Second)
	defer cancel()
	r.drained = true
	if err := r.bot.Drain(ctx); err != nil {
		r.Error(err)
	}
}

// TestStatusHangs: an answer does not wait for a status that Discord does not
// take, nor is one shown that Discord refuses for long.
func TestStatusHangs(t *testing.T) {
	t.Parallel()
	for name, fault := range map[string]fakediscord.Fault{
		"no answer":  {Hang: true},
		"an error":   fakediscord.HTMLPage(503),
		"a cut":      {ResetAfter: true},
		"a long 429": fakediscord.RateLimited(500*time.Millisecond, "user"),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			g := newGated()
			r := start(t, g.asked())
			r.d.Fault(edits, fault.Once())
			in := r.d.Slash(at(ada), "ask", fakediscord.Text("question", asked))
			r.d.Interact(in)
			g.says(r, answer.Progress{Stage: answer.StageReading, Count: 6})
			r.within(5*time.Second, "the status", func() bool { return len(r.d.RequestsTo(edits)) == 1 })
			g.ends(r, nil)
			ended := time.Now()
			r.reads(in, talks)
			if took := time.Since(ended); took > 2*time.Second {
				t.Errorf("the answer came after %v", took)
			}
			r.drain() // what is to be shown again is shown now
			r.reads(in, talks)
		})
	}
}

// TestNoStatusInChannels: a message is answered by one message, which nobody
// changes: whoever asked hears of it once.
func TestNoStatusInChannels(t *testing.T) {
	t.Parallel()
	var told atomic.Bool
	r := start(t, asking(func(_ context.Context, q answer.Question, next func() (answer.Answer, error)) (answer.Answer, error) {
		told.Store(q.Progress != nil)
		return next()
	}))
	r.d.Says(alone(ada), fakediscord.Post{Content: asked})
	r.contains(r.reply(r.d.DM(ada), 1), talks)
	r.d.Says(at(bob), fakediscord.Post{Content: r.d.Mention() + " " + asked})
	r.contains(r.reply(channel, 1), talks)
	if told.Load() {
		t.Error("somebody listens to what goes on")
	}
	if n := len(r.d.RequestsTo("PATCH *")); n > 0 {
		t.Errorf("%d messages were changed", n)
	}
}

// TestWhatAnAnswerDependsOn: the engine is told the asker's language, or the
// server's where its admins chose one, and who pays by hashes alone.
func TestWhatAnAnswerDependsOn(t *testing.T) {
	t.Parallel()
	questions := make(chan answer.Question, 1)
	r := start(t, asking(func(_ context.Context, q answer.Question, next func() (answer.Answer, error)) (answer.Answer, error) {
		questions <- q
		return next()
	}))
	hash := r.opts.Privacy.Hash
	says := func(f fakediscord.From, content string) {
		r.d.Says(f, fakediscord.Post{Content: content})
	}
	uses := func(f fakediscord.From) { r.d.Interact(r.d.Slash(f, "ask", fakediscord.Text("question", asked))) }
	german, installed := at(ada), at(ada)
	german.Locale, installed.Locale, installed.UserInstalled = "de", "pt-BR", true
	for name, tt := range map[string]struct {
		ask      func()
		server   string // the server's language
		language string
		payer    answer.Payer
	}{
		"a command":               {func() { uses(german) }, "", "de", answer.Payer{GuildID: guild, UserHash: hash(ada)}},
		"a server's own language": {func() { uses(german) }, "uk", "uk", answer.Payer{GuildID: guild, UserHash: hash(ada)}},
		"installed by a user":     {func() { uses(installed) }, "uk", "pt-BR", answer.Payer{UserHash: hash(ada)}},
		"a direct message":        {func() { says(alone(bob), asked) }, "uk", "", answer.Payer{UserHash: hash(bob)}},
		"a mention":               {func() { says(at(bob), r.d.Mention()+" "+asked) }, "fr", "fr", answer.Payer{GuildID: guild, UserHash: hash(bob)}},
	} {
		r.put(store.ServerSettings{Language: tt.server})
		tt.ask()
		q := <-questions
		if q.Language != tt.language || q.Payer != tt.payer || q.Offline {
			t.Errorf("%s: %q, %+v, offline %v", name, q.Language, q.Payer, q.Offline)
		}
	}
}

// TestCancelled: who deletes a question, or stops the program, stops the work on
// the answer, too.
func TestCancelled(t *testing.T) {
	t.Parallel()
	for name, stop := range map[string]func(*rig, fakediscord.Said){
		"a deleted question": func(r *rig, said fakediscord.Said) { r.d.Deletes(said.ChannelID, said.ID) },
		"a changed question": func(r *rig, said fakediscord.Said) {
			r.d.Rewrites(alone(ada), said, fakediscord.Post{Content: "Where did they meet?"})
		},
		"a shutdown": func(r *rig, _ fakediscord.Said) { r.drainSoon() },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			begun, ended := make(chan time.Time, 1), make(chan time.Time, 1)
			r := start(t, asking(func(ctx context.Context, q answer.Question, next func() (answer.Answer, error)) (answer.Answer, error) {
				if q.Text != asked {
					return next()
				}
				begun <- time.Now()
				<-ctx.Done()
				ended <- time.Now()
				return answer.Answer{}, ctx.Err()
			}))
			said := r.d.Says(alone(ada), fakediscord.Post{Content: asked})
			<-begun
			stopped := time.Now()
			stop(r, said)
			select {
			case at := <-ended:
				if took := at.Sub(stopped); took > 3*time.Second {
					t.Errorf("the work ended %v later", took)
				}
			case <-time.After(10 * time.Second):
				t.Fatal("the work goes on")
			}
		})
	}
}
