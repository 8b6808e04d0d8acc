package fakediscord_test

import (
	"testing"

	"sherpa/internal/fakediscord"
)

// TestWhatTheBotMayRead holds what a bot without privileged intents is shown.
func TestWhatTheBotMayRead(t *testing.T) {
	t.Parallel()
	d := fakediscord.New(t, fakediscord.Options{})
	c := newClient(t, d)
	d.AddChannel(fakediscord.Channel{ID: channel, GuildID: guild})
	regular := c.want("POST", "/channels/"+channel+"/messages", message("regular"), 200, 0)
	in := d.Slash(here, "ask")
	c.callback(in, `{"type":4,"data":`+message("a response")+`}`, 204, 0)
	response := d.Response(in.Token).Original.ID
	for _, tt := range []struct {
		name  string
		from  fakediscord.From
		post  fakediscord.Post
		shown string
	}{
		{"a direct message", fakediscord.From{}, fakediscord.Post{Content: "x"}, `"x"`},
		{"a message to others", here, fakediscord.Post{Content: "x"}, `""`},
		{"a mention", here, fakediscord.Post{Content: d.Mention()}, `"` + d.Mention() + `"`},
		{"a reply", here, fakediscord.Post{Content: "x", ReplyTo: regular.ID}, `"x"`},
		{"a reply that does not ping", here, fakediscord.Post{Content: "x", ReplyTo: regular.ID, Quiet: true}, `""`},
		{"a reply to a response", here, fakediscord.Post{Content: "x", ReplyTo: response}, `""`},
	} {
		if got := field(object(t, d.Said(tt.from, tt.post).JSON), "content"); got != tt.shown {
			t.Errorf("%s: the bot reads %s, want %s", tt.name, got, tt.shown)
		}
	}
	granted := fakediscord.New(t, fakediscord.Options{AllowedIntents: fakediscord.IntentMessageContent})
	equal(t, "with the intent", `"x"`, field(object(t, granted.Said(here, fakediscord.Post{Content: "x"}).JSON), "content"))
}

func TestReplies(t *testing.T) {
	t.Parallel()
	d := fakediscord.New(t, fakediscord.Options{})
	first := d.Said(here, fakediscord.Post{Content: "first"})
	second := object(t, d.Said(here, fakediscord.Post{Content: "second", ReplyTo: first.ID}).JSON)
	equal(t, "what is answered", `"first"`, field(second, "referenced_message.content"))
	equal(t, "its type", `19`, field(second, "type"))
	d.Deletes(channel, first.ID)
	third := object(t, d.Said(here, fakediscord.Post{Content: "third", ReplyTo: first.ID}).JSON)
	equal(t, "an answer to what is gone", `null`, field(third, "referenced_message"))
	webhook := object(t, d.Said(here, fakediscord.Post{Content: "x", Webhook: true, Type: 20, Everyone: true}).JSON)
	equal(t, "a webhook's", `"`+fakediscord.DefaultUser+`"`, field(webhook, "webhook_id"))
	equal(t, "everyone", `true`, field(webhook, "mention_everyone"))
}

func TestEcho(t *testing.T) {
	t.Parallel()
	d := fakediscord.New(t, fakediscord.Options{Echo: true, IdentifyGap: -1})
	s, _ := ready(t, d, ordinary)
	c := newClient(t, d)
	sent := c.want("POST", "/channels/"+d.DM("42")+"/messages", message("x"), 200, 0)
	equal(t, "the bot's own message", `"`+sent.ID+`"`, field(object(t, s.event("MESSAGE_CREATE").Data), "id"))
	c.want("PATCH", "/channels/"+d.DM("42")+"/messages/"+sent.ID, message("y"), 200, 0)
	s.event("MESSAGE_UPDATE")
}
