package bot_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"sherpa/bot"
	"sherpa/internal/fakediscord"
	"sherpa/store"
)

func TestAskInServer(t *testing.T) {
	t.Parallel()
	r := start(t)
	m := r.ask(at(ada), asked)
	r.contains(m, talks, "[1]")
	if m.Ephemeral() {
		t.Error("the answer is shown to the asker alone")
	}
	sources := r.shown(r.press(at(bob), m, "Sources"))
	evidence := r.shown(r.press(at(bob), m, "Evidence"))
	r.contains(evidence, asked)
	for _, view := range []fakediscord.Message{sources, evidence} {
		if !view.Ephemeral() {
			t.Errorf("everybody sees %q", view.Content)
		}
	}
	r.pageThrough(bob, evidence)
}

// pageThrough turns the pages of a view to the last and back; the view's own
// message changes.
func (r *rig) pageThrough(user string, m fakediscord.Message) {
	r.Helper()
	first := m.Content
	for range 2 {
		if _, more := m.Button("More"); !more {
			r.Fatalf("no further page of %q", m.Content)
		}
		r.press(at(user), m, "More")
		r.within(5*time.Second, "the next page", func() bool {
			now, _ := r.d.Message(m.ID)
			return now.Content != first
		})
		m, _ = r.d.Message(m.ID)
		r.press(at(user), m, "Back")
		r.within(5*time.Second, "the page before", func() bool {
			now, _ := r.d.Message(m.ID)
			return now.Content == first
		})
		m, _ = r.d.Message(m.ID)
	}
}

func TestAskOptions(t *testing.T) {
	t.Parallel()
	r := start(t)
	installed := at(ada)
	installed.UserInstalled = true
	private := fakediscord.From{UserID: ada, Private: true, ChannelID: other}
	for name, tt := range map[string]struct {
		from      fakediscord.From
		options   []fakediscord.Option
		wants     string
		ephemeral bool
	}{
		"private":           {at(ada), []fakediscord.Option{fakediscord.Bool("private", true)}, talks, true},
		"openly":            {at(bob), []fakediscord.Option{fakediscord.Bool("private", false)}, talks, false},
		"a user's own":      {installed, nil, talks, true},
		"among people":      {private, nil, talks, true},
		"direct message":    {alone(bob), nil, talks, false},
		"no date":           {at("800000000000000011"), []fakediscord.Option{fakediscord.Text("since", "yesterday")}, "2025-08-16", true},
		"after all":         {at("800000000000000012"), []fakediscord.Option{fakediscord.Text("since", "2030-01-01")}, "choose an earlier date", false},
		"of nobody":         {at("800000000000000013"), []fakediscord.Option{fakediscord.Text("source", "nobody")}, "no source “nobody”", false},
		"in another tongue": {fakediscord.From{UserID: "800000000000000014", GuildID: guild, ChannelID: channel, Locale: "de"}, nil, "Quellen", false},
	} {
		m := r.ask(tt.from, asked, tt.options...)
		if !strings.Contains(m.Content, tt.wants) {
			t.Errorf("%s: %q does not contain %q", name, m.Content, tt.wants)
		}
		if m.Ephemeral() != tt.ephemeral {
			t.Errorf("%s: ephemeral: %v", name, m.Ephemeral())
		}
	}
}

func TestUnusableQuestions(t *testing.T) {
	t.Parallel()
	r := start(t)
	for want, question := range map[string]string{
		"There is no question": "\u200b \u200b",
		"500 is the most":      strings.Repeat("a ", 251) + "?",
	} {
		in := r.d.Slash(at(ada), "ask", fakediscord.Text("question", question))
		r.d.Interact(in)
		r.contains(r.shown(in), want)
		if r.d.Response(in.Token).Kind != 4 {
			t.Error("it was worked on")
		}
	}
}

// TestLongMessage: the option takes as much as a message, and the question in it is
// answered.
func TestLongMessage(t *testing.T) {
	t.Parallel()
	r := start(t)
	m := r.ask(at(ada), strings.Repeat("We had rain all day at the lake. ", 30)+asked)
	if !strings.Contains(m.Content, "Understood as") || !strings.Contains(m.Content, asked) {
		t.Errorf("answered with %q", m.Content)
	}
}

func TestFollowUp(t *testing.T) {
	t.Parallel()
	r := start(t)
	for _, f := range []fakediscord.From{at(ada), alone(bob)} {
		m := r.ask(f, "Where did Trump and Putin meet?")
		form := r.press(f, m, "Follow up")
		r.within(5*time.Second, "the form", func() bool { return r.d.Response(form.Token).Modal != nil })
		modal := r.d.Response(form.Token).Modal
		in := r.d.Submit(f, m.ID, modal.CustomID, map[string]string{"question": "How long did it last?"})
		r.d.Interact(in)
		r.contains(r.shown(in), "Understood as", talks)
	}
}

// TestPrivateFollowUp: what follows from a private answer is private.
func TestPrivateFollowUp(t *testing.T) {
	t.Parallel()
	r := start(t)
	m := r.ask(at(ada), asked, fakediscord.Bool("private", true))
	form := r.press(at(ada), m, "Follow up")
	r.within(5*time.Second, "the form", func() bool { return r.d.Response(form.Token).Modal != nil })
	in := r.d.Submit(at(ada), m.ID, r.d.Response(form.Token).Modal.CustomID, map[string]string{"question": "And where were they held?"})
	r.d.Interact(in)
	if again := r.shown(in); !again.Ephemeral() {
		t.Errorf("everybody sees %q", again.Content)
	}
}

func TestVotes(t *testing.T) {
	t.Parallel()
	r := start(t)
	m := r.ask(at(ada), asked)
	up := r.shown(r.press(at(bob), m, "👍"))
	r.contains(up, "Thank you")
	menu := r.shown(r.press(at(ada), m, "👎"))
	if !up.Ephemeral() || !menu.Ephemeral() {
		t.Error("votes are seen by all")
	}
	in := r.d.Choose(at(ada), menu.ID, menu.Parts()[0].CustomID, "wrong")
	r.d.Interact(in)
	r.within(5*time.Second, "thanks for the reason", func() bool {
		now, _ := r.d.Message(menu.ID)
		return len(now.Parts()) == 0 && strings.Contains(now.Content, "Thank you")
	})
	kept, err := r.opts.Privacy.Kept(t.Context(), ada)
	if err != nil || len(kept.Votes) != 1 || kept.Votes[0].Up || kept.Votes[0].Reason != "wrong" {
		t.Errorf("votes: %+v, %v", kept.Votes, err)
	}
	stats := r.use(admin(), "settings stats")
	r.contains(stats, "Questions: 1", "👍 1", "👎 1")
}

func TestShare(t *testing.T) {
	t.Parallel()
	r := start(t)
	m := r.ask(at(ada), asked, fakediscord.Bool("private", true))
	in := r.press(at(ada), m, "Share")
	r.within(5*time.Second, "the shared answer", func() bool { return len(r.d.Response(in.Token).FollowUps) == 1 })
	shared := r.d.Response(in.Token).FollowUps[0]
	r.contains(shared, talks)
	if shared.Ephemeral() {
		t.Error("it is shared with nobody")
	}
	if sources := r.shown(r.press(at(bob), shared, "Sources")); strings.Contains(sources.Content, "no longer kept") {
		t.Errorf("others cannot press its buttons: %q", sources.Content)
	}
}

func TestEditor(t *testing.T) {
	t.Parallel()
	r := start(t)
	r.d.AddChannel(fakediscord.Channel{ID: other, GuildID: guild})
	r.contains(r.use(admin(), "settings staff", fakediscord.InChannel("channel", other)), "<#"+other+">")
	m := r.ask(at(bob), asked)
	r.eventually("the record of which message it is", func() bool {
		_, err := r.store.AnswerAt(t.Context(), channel, m.ID)
		return err == nil
	})
	r.contains(r.shown(r.press(at(bob), m, "Ask an editor")), "handed to the editors")
	r.contains(r.shown(r.press(at(bob), m, "Ask an editor")), "before")
	r.contains(r.shown(r.press(at(ada), m, "Ask an editor")), "Only the person")
	sent := r.d.Messages(other)
	if len(sent) != 1 {
		t.Fatalf("%d messages to the staff", len(sent))
	}
	r.contains(sent[0], asked, talks, "https://discord.com/channels/"+guild+"/"+channel+"/"+m.ID)
	if len(sent[0].Parts()) > 0 {
		t.Error("the staff got buttons")
	}
}

func TestQuotas(t *testing.T) {
	t.Parallel()
	r := start(t, func(o *bot.Options) { o.Quotas = bot.Quotas{User: 2, Server: 3, DM: 1} })
	for i, tt := range []struct {
		from fakediscord.From
		want string
	}{
		{at(ada), talks},
		{at(ada), talks},
		{at(ada), "used up (2)"},
		{alone(ada), talks},
		{alone(ada), "used up (1)"},
		{at(bob), talks},
		{at(bob), "This server’s questions of today are used up (3)"},
		{fakediscord.From{UserID: bob, GuildID: other, ChannelID: "700000000000000009"}, talks},
	} {
		if m := r.ask(tt.from, asked); !strings.Contains(m.Content, tt.want) {
			t.Errorf("%d: %q does not contain %q", i, m.Content, tt.want)
		}
	}
}

// slow lets nobody ask twice.
type slow struct{ asked map[string]bool }

func (s slow) Ask(user, _ string) (time.Duration, bool) {
	if s.asked[user] {
		return 40 * time.Second, false
	}
	s.asked[user] = true
	return 0, true
}

func TestFairUse(t *testing.T) {
	t.Parallel()
	r := start(t, func(o *bot.Options) { o.FairUse = slow{map[string]bool{}} })
	r.contains(r.ask(at(ada), asked), talks)
	in := r.d.Slash(at(ada), "ask", fakediscord.Text("question", asked))
	r.d.Interact(in)
	m := r.shown(in)
	r.contains(m, "in 40 seconds")
	if r.d.Response(in.Token).Kind != 4 || !m.Ephemeral() {
		t.Error("the refusal is no first response to the asker alone")
	}
}

func TestGapsAndTallies(t *testing.T) {
	t.Parallel()
	r := start(t)
	r.ask(at(ada), "Who won the football match in Madrid <@"+bob+">?")
	r.ask(at(bob), "Who won the football match in Madrid?")
	r.ask(alone(bob), "Who won the tennis match in Paris?")
	r.eventually("the gap", func() bool {
		gaps, err := r.store.Gaps(context.Background(), guild, 10)
		return err == nil && len(gaps) == 1 && gaps[0].Times == 2 && gaps[0].Topic == "won football match madrid"
	})
	r.contains(r.use(admin(), "settings gaps"), "won football match madrid", "asked 2 times")
}

func TestDirectMessagesLeaveNoText(t *testing.T) {
	t.Parallel()
	r := start(t)
	r.ask(alone(ada), asked)
	var kept store.UserData
	r.eventually("the record", func() bool {
		kept, _ = r.opts.Privacy.Kept(context.Background(), ada)
		return len(kept.Answers) == 1
	})
	if a := kept.Answers[0]; a.Question != "" || strings.Contains(string(a.Answer), "hours") {
		t.Errorf("kept: %+v", a)
	}
}
