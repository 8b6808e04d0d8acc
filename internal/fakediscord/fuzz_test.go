package fakediscord_test

import (
	"net/http"
	"strings"
	"testing"
	"unicode/utf8"

	"sherpa/internal/fakediscord"
)

// FuzzMessage sends anything as a message. It is refused or shown, and what is
// shown keeps the limits.
func FuzzMessage(f *testing.F) {
	for _, seed := range []string{
		message("x"), components(row(button("a", "b"))), embeds(described(9)), `null`, `[]`, `{"content":{}}`, `{"components":[{"type":1}]}`,
		`{"components":[{"type":17,"components":[null]}],"flags":32768}`, `{"nonce":1e99,"content":"x"}`, `{"content":"x","message_reference":{}}`,
	} {
		f.Add(seed)
	}
	d := fakediscord.New(f, fakediscord.Options{NoSpec: true, Keep: 100})
	d.ExpectViolations()
	d.AddChannel(fakediscord.Channel{ID: channel, GuildID: guild})
	f.Fuzz(func(t *testing.T, body string) {
		c := newClient(t, d)
		for _, path := range []string{"/channels/" + channel + "/messages", callbackPath(d.Slash(here, "ask"))} {
			if a := c.ask("POST", path, body); a.Status >= http.StatusInternalServerError {
				t.Errorf("%d %s", a.Status, a.body)
			}
		}
		for _, m := range d.Messages(channel) {
			if utf8.RuneCountInString(m.Content) > 2000 || strings.TrimSpace(m.Content) == "" && m.Embeds == nil && m.Components == nil {
				t.Errorf("shown: %+v", m)
			}
		}
	})
}

// FuzzFrame sends anything to the gateway, which answers or closes.
func FuzzFrame(f *testing.F) {
	for _, seed := range []string{`{"op":1,"d":null}`, `{"op":2,"d":{}}`, `{"op":6,"d":{"seq":-1}}`, `{"op":2,"d":{"intents":1,"shard":[1]}}`, `[]`, `null`, ``} {
		f.Add(seed)
	}
	d := fakediscord.New(f, fakediscord.Options{IdentifyGap: -1, Keep: 100})
	d.ExpectViolations()
	f.Fuzz(func(t *testing.T, text string) {
		s := connect(t, d)
		s.write(text)
		s.write(`{"op":99,"d":null}`) // closes what is still open
		switch code := s.closed(); code {
		case 4001, 4002, 4003, 4004, 4010, 4013, 4014:
		default:
			t.Errorf("closed with %d", code)
		}
	})
}
