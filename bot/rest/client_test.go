package rest_test

import (
	"log/slog"
	"testing"

	"go.uber.org/goleak"

	"sherpa/bot/event"
	"sherpa/bot/payload"
	"sherpa/bot/rest"
	"sherpa/internal/fakediscord"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// newClient is a client of a fake Discord.
func newClient(t *testing.T, d *fakediscord.Server, log *slog.Logger) *rest.Client {
	t.Helper()
	c, err := rest.New(rest.Options{BaseURL: d.APIURL(), Token: rest.Token(d.Token()), Log: log})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c
}

// asked is an interaction that waits for its first response.
func asked(t *testing.T, d *fakediscord.Server) *event.Interaction {
	t.Helper()
	raw := d.Slash(fakediscord.From{GuildID: "7", ChannelID: "8"}, "ask", fakediscord.Text("question", "Why?"))
	return &event.Interaction{
		ID: raw.ID, Ticket: event.Ticket{ApplicationID: d.ApplicationID(), Token: raw.Token, Created: event.Time(raw.ID)},
		Kind: event.CommandUsed,
	}
}

func TestAnInteractionIsAnswered(t *testing.T) {
	t.Parallel()
	d := fakediscord.New(t, fakediscord.Options{})
	c, in := newClient(t, d, nil), asked(t, d)
	if err := c.Respond(t.Context(), in, payload.Response{Kind: payload.Defer}); err != nil {
		t.Fatal(err)
	}
	id, err := c.Edit(t.Context(), in.Ticket, payload.Message{Content: "First."})
	if err != nil {
		t.Fatal(err)
	}
	more, err := c.Follow(t.Context(), in.Ticket, payload.Message{Content: "More.", Ephemeral: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := c.EditFollowed(t.Context(), in.Ticket, more, payload.Message{Content: "Yet more."}); err != nil {
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
