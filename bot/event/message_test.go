package event

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestParseMessage(t *testing.T) {
	t.Parallel()
	inChannel := Place{GuildID: "290926798626357999", ChannelID: "645027906669510667", ChannelKind: -1}
	for name, c := range map[string]struct {
		raw  string
		want *Message
	}{
		"mention in a server": {
			`{"id":"1573669306368000000","channel_id":"645027906669510667","guild_id":"290926798626357999","type":0,"content":"<@845027738276462632> who met?",
			"author":` + ann + `,"member":{"nick":"Annie"},"mentions":[{"id":"845027738276462632","username":"sherpa","bot":true,"member":{}},null,7],
			"mention_everyone":true,"edited_timestamp":null,"nonce":1,"embeds":[],"components":[]}`,
			&Message{
				ID: "1573669306368000000", Place: inChannel, Author: User{ID: "53908232506183680", Name: "Ann"},
				Content: "<@845027738276462632> who met?", Mentions: []string{"845027738276462632"}, MentionsEveryone: true, Ordinary: true,
			},
		},
		"direct message": {
			`{"id":"1573669306368000000","channel_id":"645027906669510667","channel_type":1,"type":0,"content":"Who met?","author":` + ann + `}`,
			&Message{
				ID: "1573669306368000000", Place: Place{ChannelID: "645027906669510667", ChannelKind: 1, DM: true},
				Author: User{ID: "53908232506183680", Name: "Ann"}, Content: "Who met?", Ordinary: true,
			},
		},
		"reply": {
			`{"id":"1573669306368000000","channel_id":"645027906669510667","guild_id":"290926798626357999","type":19,"content":"And then?","author":` + ann + `,
			"message_reference":{"message_id":"1508081000000000000"},"referenced_message":{"id":"1508081000000000000","author":{"id":"845027738276462632"}}}`,
			&Message{
				ID: "1573669306368000000", Place: inChannel, Author: User{ID: "53908232506183680", Name: "Ann"}, Content: "And then?",
				ReplyTo: "1508081000000000000", ReplyAuthor: "845027738276462632", Ordinary: true,
			},
		},
		"reply to a deleted message": {
			`{"id":"1573669306368000000","channel_id":"645027906669510667","guild_id":"290926798626357999","type":19,"author":` + ann + `,
			"message_reference":{"message_id":"1508081000000000000"},"referenced_message":null}`,
			&Message{
				ID: "1573669306368000000", Place: inChannel, Author: User{ID: "53908232506183680", Name: "Ann"},
				ReplyTo: "1508081000000000000", Ordinary: true,
			},
		},
		"forwarded message": {
			`{"id":"1573669306368000000","channel_id":"645027906669510667","guild_id":"290926798626357999","type":0,"author":` + ann + `,
			"message_reference":{"type":1,"message_id":"1508081000000000000"},"message_snapshots":[{"message":{"content":"x"}}]}`,
			&Message{ID: "1573669306368000000", Place: inChannel, Author: User{ID: "53908232506183680", Name: "Ann"}, Ordinary: true},
		},
		"edited by a webhook": {
			`{"id":"1573669306368000000","channel_id":"645027906669510667","guild_id":"290926798626357999","type":0,"webhook_id":"1",
			"author":{"id":"1","username":"news","bot":true},"content":"x","edited_timestamp":"2026-11-21T13:00:00.5+01:00"}`,
			&Message{
				ID: "1573669306368000000", Place: inChannel, Author: User{ID: "1", Name: "news", Bot: true}, Content: "x", Ordinary: true,
				Webhook: true, Edited: created.Add(500 * time.Millisecond),
			},
		},
		"notice": {
			`{"id":"1573669306368000000","channel_id":"645027906669510667","guild_id":"290926798626357999","type":7,"content":"","author":` + ann + `}`,
			&Message{ID: "1573669306368000000", Place: inChannel, Author: User{ID: "53908232506183680", Name: "Ann"}},
		},
		"update of an embed alone": {
			`{"id":"1573669306368000000","channel_id":"645027906669510667","guild_id":"290926798626357999","embeds":[{}]}`,
			&Message{ID: "1573669306368000000", Place: inChannel, Ordinary: true},
		},
		"odd types": {
			`{"id":1573669306368000000,"channel_id":645027906669510667,"guild_id":290926798626357999,"type":"x","content":{"a":1},"author":"ann",
			"mentions":{},"mention_everyone":"yes","edited_timestamp":"soon","message_reference":[],"components":[{"type":20,"x":[[[]]]}]}`,
			&Message{ID: "1573669306368000000", Place: inChannel, Ordinary: true},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := ParseMessage([]byte(c.raw))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestOtherEvents reads each event once in full, and once with nothing in it.
func TestOtherEvents(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		parse   func([]byte) (any, error)
		raw     string
		want    any
		missing string
	}{
		"deleted message": {
			as(ParseDeleted), `{"id":"7","channel_id":"8","guild_id":"9"}`,
			&Deleted{ID: "7", ChannelID: "8", GuildID: "9"}, "id, channel_id",
		},
		"deleted messages": {
			as(ParseBulkDeleted), `{"ids":["7","x",8,null],"channel_id":"8","guild_id":"9"}`,
			&BulkDeleted{IDs: []string{"7", "8"}, ChannelID: "8", GuildID: "9"}, "ids, channel_id",
		},
		"guild that became known": {
			as(ParseGuild), `{"id":"9","name":"Summit watchers","unavailable":false,"members":[{}],"channels":[{"id":"1"}]}`,
			&Guild{ID: "9", Name: "Summit watchers"}, "id",
		},
		"guild with an outage": {as(ParseGuild), `{"id":"9","unavailable":true}`, &Guild{ID: "9", Unavailable: true}, "id"},
		"guild that was left":  {as(ParseGuild), `{"id":"9"}`, &Guild{ID: "9"}, "id"},
		"post of a forum": {
			as(ParseThread), `{"id":"7","guild_id":"9","parent_id":"8","owner_id":"5","name":"Who met?","type":11,"newly_created":true,"applied_tags":[]}`,
			&Thread{ID: "7", GuildID: "9", ParentID: "8", Name: "Who met?", OwnerID: "5", New: true}, "id, guild_id",
		},
		"thread that the bot was added to": {
			as(ParseThread), `{"id":"7","guild_id":"9","parent_id":"8","owner_id":"5","name":"Who met?","type":12,"member":{}}`,
			&Thread{ID: "7", GuildID: "9", ParentID: "8", Name: "Who met?", OwnerID: "5"}, "id, guild_id",
		},
		"ready": {
			as(ParseReady), `{"v":10,"user":{"id":"2","username":"sherpa","bot":true},"guilds":[{"id":"9","unavailable":true},{},"x"],"session_id":"s",
			"resume_gateway_url":"wss://gateway.example","shard":[1,4],"application":{"id":"3","flags":0}}`,
			&Ready{ApplicationID: "3", UserID: "2", SessionID: "s", ResumeURL: "wss://gateway.example", Guilds: []string{"9"}, Shard: 1, Shards: 4}, "user.id, session_id",
		},
		"ready of an application without a record": {
			as(ParseReady), `{"user":{"id":"2"},"session_id":"s"}`,
			&Ready{ApplicationID: "2", UserID: "2", SessionID: "s", Shards: 1}, "user.id, session_id",
		},
		"message without ids": {
			as(ParseMessage), `{"id":"7","channel_id":"8"}`,
			&Message{ID: "7", Place: Place{ChannelID: "8", ChannelKind: -1, DM: true}, Ordinary: true}, "id, channel_id",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := c.parse([]byte(c.raw))
			if diff := cmp.Diff(c.want, got); diff != "" || err != nil {
				t.Error(diff, err)
			}
			if _, err := c.parse([]byte(`{"id":null}`)); err == nil || !strings.HasSuffix(err.Error(), "no valid "+c.missing) {
				t.Errorf("got %v, want an error about %s", err, c.missing)
			}
			if _, err := c.parse([]byte(`{`)); err == nil {
				t.Error("half an object was read")
			}
		})
	}
}

// as gives all parsers one shape.
func as[T any](parse func([]byte) (T, error)) func([]byte) (any, error) {
	return func(raw []byte) (any, error) { return parse(raw) }
}

func TestTime(t *testing.T) {
	t.Parallel()
	for id, want := range map[string]time.Time{
		"1573669306368000000":   created,
		"175928847299117063":    time.Date(2016, 4, 30, 11, 18, 25, 796e6, time.UTC),
		"1":                     time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC),
		"18446744073709551615":  time.UnixMilli(1<<42 - 1 + epoch).UTC(),
		"18446744073709551616":  {},
		"":                      {},
		"0":                     {},
		"-1":                    {},
		"+175928847299117063":   {},
		"175928847299117063 ":   {},
		"0175928847299117063":   {},
		"17592884729911706a":    {},
		"@original":             {},
		"١٧٥٩٢٨٨٤٧٢٩٩١١٧٠٦٣":    {},
		"175928847299117063999": {},
	} {
		if got := Time(id); !got.Equal(want) {
			t.Errorf("%q: %v, want %v", id, got, want)
		}
	}
}
