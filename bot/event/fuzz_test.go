package event

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func seedInteractions(f *testing.F) {
	f.Helper()
	for _, raw := range []string{
		`{"type":1}`,
		inServer("2", askOptions),
		inServer("2", `"data":{"name":"settings","options":[{"type":2,"name":"corpus","options":[{"type":1,"name":"add","options":[{"type":11,"name":"file","value":"7"}]}]}],
			"resolved":{"attachments":{"7":{"id":"7","filename":"a","size":-1}}}}`),
		inServer("2", `"data":{"name":"Ask","type":3,"target_id":"1508082000000000000","resolved":{"messages":{"1508082000000000000":`+targetMessage+`}}}`),
		inServer("3", `"message":`+targetMessage+`,"data":{"custom_id":"x","values":["a"]}`),
		inServer("4", `"data":{"name":"ask","options":[{"type":3,"name":"source","value":"bb","focused":true}]}`),
		inServer("5", `"data":{"custom_id":"x","components":[{"type":18,"component":{"type":4,"custom_id":"q","value":"v"}}]}`),
		`{"id":"1","token":"t","type":5,"data":` + strings.Repeat(`{"components":[`, 50) + strings.Repeat(`]}`, 50) + `}`,
		`{"id":"1","token":"t","type":2,"data":` + strings.Repeat(`{"options":[{"type":1,"name":"x","options":[`, 10) + strings.Repeat(`]}]}`, 10) + `}`,
		"{\"id\":\"1\",\"token\":\"\\ud800\xff\",\"type\":2,\"type\":3}",
		`null`, `[]`, `7`, ``,
	} {
		f.Add([]byte(raw))
	}
}

// FuzzParseInteraction holds that whatever is read can be answered, that ids are
// digits, and that how the JSON is written does not matter.
func FuzzParseInteraction(f *testing.F) {
	seedInteractions(f)
	f.Fuzz(func(t *testing.T, raw []byte) {
		in, err := ParseInteraction(raw)
		if (err == nil) != (in != nil) {
			t.Fatalf("%v, %v", in, err)
		}
		if err != nil {
			return
		}
		if in.Kind != Ping && (in.ID == "" || in.Token == "" || in.Kind <= 0 || in.Created.IsZero()) {
			t.Errorf("cannot be answered: %+v", in)
		}
		mustBeIDs(t, in.ID, in.ApplicationID, in.Place.GuildID, in.Place.ChannelID, in.Place.ParentID, in.User.ID)
		if c := in.Command; c != nil && (len(c.Path) < 1 || len(c.Path) > 3 || c.Options == nil) {
			t.Errorf("command %+v", c)
		}
		if in.Place.DM && in.Place.GuildID != "" {
			t.Error("a direct message in a server")
		}
		if again, err := ParseInteraction(rewritten(t, raw)); err != nil || !cmp.Equal(in, again) {
			t.Errorf("rewritten: %v %s", err, cmp.Diff(in, again))
		}
	})
}

// FuzzParseEvents holds the same for everything else.
func FuzzParseEvents(f *testing.F) {
	seedInteractions(f)
	for _, raw := range []string{
		targetMessage,
		`{"id":"7","channel_id":"8","guild_id":"9","parent_id":"6","owner_id":"5","newly_created":true,"unavailable":true}`,
		`{"ids":["7","x",8,null],"channel_id":"8","guild_id":"9"}`,
		`{"user":{"id":"2"},"session_id":"s","guilds":[{"id":"9"}],"application":{"id":"3"}}`,
	} {
		f.Add([]byte(raw))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		if m, err := ParseMessage(raw); err == nil {
			mustBeIDs(t, append(m.Mentions, m.ID, m.Place.ChannelID, m.Place.GuildID, m.Author.ID, m.ReplyTo, m.ReplyAuthor)...)
			if m.ID == "" || m.Place.ChannelID == "" || m.Place.DM != (m.Place.GuildID == "") {
				t.Errorf("message %+v", m)
			}
			if again, err := ParseMessage(rewritten(t, raw)); err != nil || !cmp.Equal(m, again) {
				t.Errorf("rewritten: %v %s", err, cmp.Diff(m, again))
			}
		}
		if d, err := ParseDeleted(raw); err == nil {
			mustBeIDs(t, d.ID, d.ChannelID, d.GuildID)
		}
		if d, err := ParseBulkDeleted(raw); err == nil {
			mustBeIDs(t, append(d.IDs, d.ChannelID, d.GuildID)...)
		}
		if g, err := ParseGuild(raw); err == nil {
			mustBeIDs(t, g.ID)
		}
		if th, err := ParseThread(raw); err == nil {
			mustBeIDs(t, th.ID, th.GuildID, th.ParentID, th.OwnerID)
		}
		if r, err := ParseReady(raw); err == nil {
			mustBeIDs(t, append(r.Guilds, r.ApplicationID, r.UserID)...)
		}
	})
}

// mustBeIDs fails unless each is a snowflake or empty.
func mustBeIDs(t *testing.T, ids ...string) {
	t.Helper()
	for _, id := range ids {
		if strings.Trim(id, "0123456789") != "" || len(id) > 20 {
			t.Errorf("id %q", id)
		}
	}
}

// rewritten is the same JSON with other spaces, escapes and order.
func rewritten(t *testing.T, raw []byte) []byte {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		t.Fatal(err)
	}
	b, err := json.MarshalIndent(value, " ", "\t")
	if err != nil {
		t.Fatal(err)
	}
	return b
}
