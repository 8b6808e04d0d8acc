package bot_test

import (
	"context"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"sherpa/answer"
	"sherpa/bot"
	"sherpa/bot/gateway"
	"sherpa/internal/fakediscord"
)

// counting counts the questions that the engine gets.
func counting(n *atomic.Int32) func(*bot.Options) {
	return asking(func(_ context.Context, _ answer.Question, next func() (answer.Answer, error)) (answer.Answer, error) {
		n.Add(1)
		return next()
	})
}

// TestDeliveredThrice: what is delivered again, also by the replay of a resumed
// connection or to another process, is answered once.
func TestDeliveredThrice(t *testing.T) {
	t.Parallel()
	trials := 5
	if full() {
		trials = 1000
	}
	var n atomic.Int32
	file := t.TempDir() + "/sherpa.db"
	d := fakediscord.New(t, fakediscord.Options{IdentifyGap: -1, NoSpec: full()})
	unlimited := func(o *bot.Options) { o.Quotas = bot.Quotas{User: 1e6, Server: 1e6, DM: 1e6} }
	r := startAt(t, file, d, counting(&n), unlimited)
	second := assemble(t, file, d, counting(&n), unlimited)
	for i := range trials {
		in := d.Slash(asker(i), "ask", fakediscord.Text("question", asked))
		said := d.Said(alone(asker(i).UserID), fakediscord.Post{Content: asked})
		for range 3 {
			d.Interact(in)
			d.Dispatch("MESSAGE_CREATE", said.JSON)
		}
		second.bot.HandleDispatch(t.Context(), "MESSAGE_CREATE", said.JSON)
		r.contains(r.shown(in), talks)
		r.contains(r.reply(said.ChannelID, 1), talks)
	}
	conn, err := d.AwaitReady(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	conn.Repeat(500)
	r.quiet(other) // one more question
	if questions := int(n.Load()); questions != 2*trials+1 {
		t.Errorf("%d questions were answered, not %d", questions, 2*trials+1)
	}
	for i := range trials {
		if answers := len(d.Messages(d.DM(asker(i).UserID))); answers != 1 {
			t.Errorf("%d answers to a message", answers)
		}
	}
	if edits := len(d.RequestsTo("PATCH /webhooks/*/*/messages/@original")); edits != trials {
		t.Errorf("%d answers to %d commands", edits, trials)
	}
	t.Logf("%d questions, each delivered at least three times: %d answers", 2*trials, n.Load()-1)
}

// TestResponseLost: a first response whose success got lost is as good as any.
func TestResponseLost(t *testing.T) {
	t.Parallel()
	r := start(t)
	r.d.Fault("POST /interactions/*/*/callback", fakediscord.Fault{ResetAfter: true}.Once())
	r.contains(r.ask(at(ada), asked), talks)
}

// TestConnectionCut: an answer needs no gateway once its question was heard.
func TestConnectionCut(t *testing.T) {
	t.Parallel()
	plain, supervised := 100, 20
	if full() {
		plain, supervised = 1000, 1000
	}
	t.Run("plain connections", func(t *testing.T) {
		t.Parallel()
		cutting(t, plain, (*rig).connect)
	})
	t.Run("the supervisor", func(t *testing.T) {
		t.Parallel()
		cutting(t, supervised, func(r *rig) {
			r.supervise(gateway.Timing{BackoffMin: time.Millisecond, BackoffMax: 20 * time.Millisecond})
		})
	})
}

// cutting cuts the connection n times between a question and its answer.
func cutting(t *testing.T, n int, connect func(*rig)) {
	t.Helper()
	heard, cut := make(chan struct{}), make(chan struct{})
	d := fakediscord.New(t, fakediscord.Options{IdentifyGap: -1, NoSpec: true})
	r := assemble(t, t.TempDir()+"/sherpa.db", d, func(o *bot.Options) { o.Quotas = bot.Quotas{User: 2000, Server: 2000} },
		asking(func(_ context.Context, _ answer.Question, next func() (answer.Answer, error)) (answer.Answer, error) {
			heard <- struct{}{}
			<-cut
			return next()
		}))
	connect(r)
	for range n {
		conn, err := d.AwaitReady(t.Context(), 0)
		if err != nil {
			t.Fatal(err)
		}
		in := d.Slash(at(ada), "ask", fakediscord.Text("question", asked))
		d.Interact(in)
		<-heard
		conn.Cut()
		cut <- struct{}{}
		r.contains(r.shown(in), talks)
		r.within(20*time.Second, "another connection", func() bool { return !conn.Alive() && alive(d) })
	}
	t.Logf("%d answers after %d cuts; sessions %d, resumed %d", n, n, len(d.Identifies()), len(d.Resumes()))
}

func alive(d *fakediscord.Server) bool {
	return slices.ContainsFunc(d.Connections(), (*fakediscord.Conn).Alive)
}

// TestOneServerCannotStarveOthers: a server that asks without end has at most its
// share of the work.
func TestOneServerCannotStarveOthers(t *testing.T) {
	t.Parallel()
	r := start(t, func(o *bot.Options) { o.AnswerWithin = 30 * time.Second },
		asking(func(ctx context.Context, q answer.Question, next func() (answer.Answer, error)) (answer.Answer, error) {
			if strings.Contains(q.Text, "football") {
				<-ctx.Done()
			}
			return next()
		}))
	for i := range 100 {
		f := asker(i)
		f.GuildID, f.ChannelID = guild, channel
		r.d.Interact(r.d.Slash(f, "ask", fakediscord.Text("question", "Who won the football match?")))
	}
	f := asker(101)
	r.contains(r.ask(f, asked), talks)
	ctx, cancel := context.WithTimeout(t.Context(), time.Second)
	defer cancel()
	_ = r.bot.Drain(ctx) // those hundred are of no interest any more
	r.drained = true
}
