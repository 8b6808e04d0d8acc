package fakediscord_test

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/bwmarrin/discordgo"

	"sherpa/internal/fakediscord"
)

// toFake sends what discordgo sends to Discord to a fake one.
type toFake struct{ d *fakediscord.Server }

func (f toFake) RoundTrip(r *http.Request) (*http.Response, error) {
	rest, found := strings.CutPrefix(r.URL.String(), "https://discord.com/api/v9")
	if !found {
		return http.DefaultTransport.RoundTrip(r)
	}
	target, err := url.Parse(f.d.APIURL() + rest)
	if err != nil {
		return nil, err
	}
	r = r.Clone(r.Context())
	r.URL, r.Host = target, target.Host
	return http.DefaultTransport.RoundTrip(r)
}

// open opens a discordgo session that hands over the types of events it gets.
func open(t *testing.T, d *fakediscord.Server) (*discordgo.Session, <-chan *discordgo.Event) {
	t.Helper()
	dg, err := discordgo.New("Bot " + d.Token())
	if err != nil {
		t.Fatal(err)
	}
	dg.Client = &http.Client{Transport: toFake{d}}
	dg.LogLevel = -1                                       // nothing
	dg.SyncEvents, dg.ShouldReconnectOnError = true, false // a session that reconnects does so after Close, too
	dg.Identify.Intents = discordgo.IntentGuilds | discordgo.IntentGuildMessages | discordgo.IntentDirectMessages
	events := make(chan *discordgo.Event, 100)
	dg.AddHandler(func(_ *discordgo.Session, e *discordgo.Event) { events <- e })
	if err := dg.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = dg.Close(); http.DefaultTransport.(*http.Transport).CloseIdleConnections() })
	return dg, events
}

// next is the next event of a kind.
func next(ctx context.Context, t *testing.T, events <-chan *discordgo.Event, kind string) *discordgo.Event {
	t.Helper()
	for {
		select {
		case e := <-events:
			if e.Type == kind {
				return e
			}
		case <-ctx.Done():
			t.Fatalf("no %s came", kind)
		}
	}
}

func TestDiscordgoAnswersACommand(t *testing.T) {
	t.Parallel()
	d := fakediscord.New(t, fakediscord.Options{})
	dg, events := open(t, d)
	ctx := timed(t)
	in := d.Slash(fakediscord.From{GuildID: "7", ChannelID: "8"}, "settings corpus add", fakediscord.Text("address", "https://example.org"))
	d.Interact(in)
	got := next(ctx, t, events, "INTERACTION_CREATE").Struct.(*discordgo.InteractionCreate)
	if name := got.ApplicationCommandData().Options[0].Options[0].Name; name != "add" {
		t.Errorf("the subcommand is %q", name)
	}
	if err := dg.InteractionRespond(got.Interaction, &discordgo.InteractionResponse{Type: discordgo.InteractionResponseDeferredChannelMessageWithSource}); err != nil {
		t.Fatal(err)
	}
	if r := d.Response(in.Token); !r.Thinking || r.Original != nil {
		t.Errorf("after the deferral: %+v", r)
	}
	content := "Added."
	if _, err := dg.InteractionResponseEdit(got.Interaction, &discordgo.WebhookEdit{
		Content: &content, AllowedMentions: &discordgo.MessageAllowedMentions{Parse: []discordgo.AllowedMentionType{}},
	}); err != nil {
		t.Fatal(err)
	}
	if shown := d.Messages("8"); len(shown) != 1 || shown[0].Content != "Added." {
		t.Errorf("the channel shows %+v", shown)
	}
}

func TestDiscordgoResumes(t *testing.T) {
	t.Parallel()
	d := fakediscord.New(t, fakediscord.Options{})
	dg, events := open(t, d)
	dropped := make(chan struct{}, 2)
	dg.AddHandler(func(*discordgo.Session, *discordgo.Disconnect) { dropped <- struct{}{} })
	ctx := timed(t)
	first, err := d.AwaitReady(ctx, 0)
	if err != nil {
		t.Fatal(err)
	}
	d.Says(fakediscord.From{}, fakediscord.Post{Content: "seen"})
	next(ctx, t, events, "MESSAGE_CREATE")
	session := first.SessionID()
	first.Cut()
	d.Says(fakediscord.From{}, fakediscord.Post{Content: "missed"})
	<-dropped
	if err := dg.Open(); err != nil {
		t.Fatal(err)
	}
	if got := next(ctx, t, events, "MESSAGE_CREATE").Struct.(*discordgo.MessageCreate); got.Content != "missed" {
		t.Errorf("replayed: %q", got.Content)
	}
	next(ctx, t, events, "RESUMED")
	if n := len(d.Identifies()); n != 1 {
		t.Errorf("%d IDENTIFYs", n)
	}
	if r := d.Resumes(); len(r) != 1 || r[0].SessionID != session || r[0].Seq != 2 {
		t.Errorf("resumed with %+v", r)
	}
}
