package rest_test

import (
	"log/slog"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/goleak"

	"sherpa/bot/event"
	"sherpa/bot/payload"
	"sherpa/bot/rest"
	"sherpa/internal/fakediscord"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const channel = "8"

// newClient is a client of a fake Discord.
func newClient(t *testing.T, d *fakediscord.Server, log *slog.Logger) *rest.Client {
	t.Helper()
	return clientOf(t, rest.Options{BaseURL: d.APIURL(), Token: rest.Token(d.Token()), Log: log})
}

func clientOf(t *testing.T, o rest.Options) *rest.Client {
	t.Helper()
	c, err := rest.New(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c
}

// discord is a fake Discord with a channel.
func discord(t *testing.T, o fakediscord.Options) *fakediscord.Server {
	t.Helper()
	d := fakediscord.New(t, o)
	d.JoinGuild("7", "Summits")
	d.AddChannel(fakediscord.Channel{ID: channel, GuildID: "7"})
	return d
}

// bubble is a test on the clock of synctest, with a client and, where it speaks
// with one, a fake Discord.
type bubble struct {
	*testing.T
	d *fakediscord.Server
	c *rest.Client
}

// onFakeClock runs a test with a fake Discord on the clock of synctest.
func onFakeClock(t *testing.T, test func(bubble)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		sleep(t, time.Until(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))) // ids count from 2015
		pipe := fakediscord.NewPipe()
		d := discord(t, fakediscord.Options{Listener: pipe, NoSpec: true})
		test(bubble{t, d, clientOf(t, rest.Options{
			BaseURL: d.APIURL(), Token: rest.Token(d.Token()), Transport: &http.Transport{DialContext: pipe.DialContext},
		})})
	})
}

// asked is an interaction that waits for its first response.
func asked(d *fakediscord.Server) *event.Interaction {
	raw := d.Slash(fakediscord.From{GuildID: "7", ChannelID: channel}, "ask", fakediscord.Text("question", "Why?"))
	return &event.Interaction{ID: raw.ID, Kind: event.CommandUsed, Ticket: event.Ticket{
		ApplicationID: d.ApplicationID(), Token: raw.Token, Created: event.Time(raw.ID),
	}}
}

// deferred is an interaction that was acknowledged.
func deferred(t *testing.T, d *fakediscord.Server, c *rest.Client) *event.Interaction {
	t.Helper()
	in := asked(d)
	if err := c.Respond(t.Context(), in, payload.Response{Kind: payload.Defer}); err != nil {
		t.Fatal(err)
	}
	return in
}

func message(text string) payload.Message { return payload.Message{Content: text} }

func TestNewRefusesWhatCannotWork(t *testing.T) {
	t.Parallel()
	for _, o := range []rest.Options{
		{BaseURL: "", Token: "a"},
		{BaseURL: "discord.com/api/v10", Token: "a"},
		{BaseURL: "ftp://discord.com/api/v10", Token: "a"},
		{BaseURL: "https://somebody@discord.com/api/v10", Token: "a"},
		{BaseURL: "https://discord.com/api/v10"},
		{BaseURL: "https://discord.com/api/v10", Token: "with\nnewline"},
	} {
		if _, err := rest.New(o); err == nil {
			t.Errorf("New takes %q", o.BaseURL)
		}
	}
}

func TestAnInteractionIsAnswered(t *testing.T) {
	t.Parallel()
	d := discord(t, fakediscord.Options{})
	c := newClient(t, d, nil)
	in := deferred(t, d, c)
	id, err := c.Edit(t.Context(), in.Ticket, message("First."))
	if err != nil {
		t.Fatal(err)
	}
	m := message("More.")
	m.Ephemeral = true
	more, err := c.Follow(t.Context(), in.Ticket, m)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.EditFollowed(t.Context(), in.Ticket, more, message("Yet more.")); err != nil {
		t.Fatal(err)
	}
	got := d.Response(in.Token)
	if got.Original == nil || got.Original.ID != id || got.Original.Content != "First." || len(got.FollowUps) != 1 || got.FollowUps[0].Content != "Yet more." {
		t.Errorf("shown is %+v", got)
	}
	for _, r := range d.Requests() {
		if r.Header.Get("Authorization") != "" {
			t.Errorf("%s carries the bot's token", r)
		}
	}
}

func TestAChannelIsWrittenTo(t *testing.T) {
	t.Parallel()
	d := discord(t, fakediscord.Options{})
	c, ctx := newClient(t, d, nil), t.Context()
	if err := c.Typing(ctx, channel); err != nil {
		t.Fatal(err)
	}
	first, err := c.Send(ctx, channel, message("First."))
	if err != nil {
		t.Fatal(err)
	}
	full := message("Second.")
	full.ReplyTo = first
	full.Files = []payload.File{{Name: "a.txt", ContentType: "text/plain", Data: []byte("text")}}
	full.Rows = []payload.Row{
		{Buttons: []payload.Button{{Label: "Sources", Style: payload.Primary, CustomID: "s"}, {Label: "Open", Style: payload.Link, URL: "https://a.b/"}}},
		{Menu: &payload.Menu{CustomID: "m", Choices: []payload.MenuChoice{{Label: "a", Value: "b"}}}},
	}
	second, err := c.Send(ctx, channel, full)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.EditSent(ctx, channel, second, message("Third.")); err != nil {
		t.Fatal(err)
	}
	for range 2 { // what is gone need not be deleted
		if err := c.Delete(ctx, channel, first); err != nil {
			t.Fatal(err)
		}
	}
	shown := d.Messages(channel)
	if len(shown) != 1 || shown[0].Content != "Third." || d.TypingIn(channel) != 1 {
		t.Errorf("the channel shows %+v", shown)
	}
	dm, err := c.DirectChannel(ctx, "42")
	if err != nil || dm != d.DM("42") {
		t.Errorf("the direct channel is %q: %v", dm, err)
	}
}

func TestTheBotAsksAboutItself(t *testing.T) {
	t.Parallel()
	d := discord(t, fakediscord.Options{})
	c, ctx := newClient(t, d, nil), t.Context()
	if g, err := c.GatewayBot(ctx); err != nil || g.URL != d.GatewayURL() || g.Total == 0 || g.Remaining == 0 || g.MaxConcurrency == 0 {
		t.Errorf("GatewayBot = %+v, %v", g, err)
	}
	if u, err := c.Me(ctx); err != nil || u.ID != d.ApplicationID() || u.Name == "" {
		t.Errorf("Me = %+v, %v", u, err)
	}
	if a, err := c.Application(ctx); err != nil || a.ID != d.ApplicationID() {
		t.Errorf("Application = %+v, %v", a, err)
	}
	if name, err := c.GuildName(ctx, "7"); err != nil || name != "Summits" {
		t.Errorf("GuildName = %q, %v", name, err)
	}
	commands := []map[string]any{{"name": "ask", "description": "Asks.", "type": 1}}
	if err := c.PutCommands(ctx, d.ApplicationID(), commands); err != nil {
		t.Fatal(err)
	}
	listed, err := c.Commands(ctx, d.ApplicationID())
	if err != nil || len(d.Commands("")) != 1 || len(listed) < 10 {
		t.Errorf("Commands = %s, %v", listed, err)
	}
	for _, r := range d.Requests() {
		if r.Header.Get("User-Agent") == "" || r.Header.Get("Authorization") != "Bot "+d.Token() {
			t.Errorf("%s has the headers %v", r, r.Header)
		}
	}
}

// within fails the test unless got is want, or later by 100 ms at the most.
func within(t *testing.T, got, want time.Duration) {
	t.Helper()
	if got < want || got > want+100*time.Millisecond {
		t.Errorf("it took %v, want %v", got, want)
	}
}
