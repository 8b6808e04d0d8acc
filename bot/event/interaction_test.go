package event

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// created is when Discord made the interactions below.
var created = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)

const (
	interactionID = "1573669306368000000"
	askOptions    = `"data":{"id":"771825006014889984","name":"ask","type":1,"options":[{"type":3,"name":"question","value":"Who met?"}]}`
	ann           = `{"id":"53908232506183680","username":"ann","global_name":"Ann","discriminator":"0","avatar":null}`
)

// inServer is a command in a server, with its data.
func inServer(kind, data string) string {
	return `{"id":"` + interactionID + `","application_id":"845027738276462632","type":` + kind + `,"token":"A_TOKEN","version":1,
	"guild_id":"290926798626357999","channel_id":"645027906669510667","context":0,"guild_locale":"en-GB","locale":"de",
	"channel":{"id":"645027906669510667","type":0,"parent_id":"645027906669510001","name":"general","guild_id":"290926798626357999"},
	"guild":{"id":"290926798626357999","locale":"en-GB","features":[]},
	"member":{"user":` + ann + `,"permissions":"2147483680","nick":"Annie","roles":["539082325061836999"],"joined_at":"2017-03-13T19:19:14.040000+00:00"},
	"app_permissions":"442368","authorizing_integration_owners":{"0":"290926798626357999"},"entitlements":[],"attachment_size_limit":10485760,` + data + `}`
}

// base is what inServer makes, without the data.
func base(kind Kind, change func(*Interaction)) *Interaction {
	in := &Interaction{
		ID:     interactionID,
		Ticket: Ticket{ApplicationID: "845027738276462632", Token: "A_TOKEN", Created: created},
		Kind:   kind,
		Place: Place{
			GuildID: "290926798626357999", ChannelID: "645027906669510667",
			ParentID: "645027906669510001", ChannelKind: 0,
		},
		User:        User{ID: "53908232506183680", Name: "Ann"},
		Locale:      "de",
		Permissions: 2147483680,
	}
	change(in)
	return in
}

func command(options map[string]string, path ...string) *Command {
	return &Command{ID: "771825006014889984", Path: path, Options: options}
}

func ask() *Command { return command(map[string]string{"question": "Who met?"}, "ask") }

const targetMessage = `{"id":"1508082000000000000","channel_id":"645027906669510667","type":19,"content":"They met in Alaska.","mention_everyone":false,
	"mentions":[` + ann + `],"author":{"id":"80351110224678912","username":"bob","bot":false},"timestamp":"2026-11-21T11:00:00+00:00","edited_timestamp":null,
	"message_reference":{"type":0,"channel_id":"645027906669510667","message_id":"1508081000000000000"},"components":[{"type":99,"weird":true}],"embeds":[],"flags":0}`

func target() *Message {
	return &Message{
		ID:       "1508082000000000000",
		Place:    base(CommandUsed, func(*Interaction) {}).Place,
		Author:   User{ID: "80351110224678912", Name: "bob"},
		Content:  "They met in Alaska.",
		Mentions: []string{"53908232506183680"},
		ReplyTo:  "1508081000000000000",
		Ordinary: true,
	}
}

func TestParseInteraction(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		raw  string
		want *Interaction
	}{
		"ping": {
			`{"id":"` + interactionID + `","application_id":"845027738276462632","type":1,"token":"A_TOKEN","version":1}`,
			&Interaction{
				ID: interactionID, Ticket: Ticket{ApplicationID: "845027738276462632", Token: "A_TOKEN", Created: created},
				Kind: Ping, Place: Place{ChannelKind: -1},
			},
		},
		"bare ping": {`{"type":1}`, &Interaction{Kind: Ping, Place: Place{ChannelKind: -1}}},
		"command in a server": {
			inServer("2", askOptions),
			base(CommandUsed, func(in *Interaction) { in.Command = ask() }),
		},
		"in a direct message": {
			`{"id":"` + interactionID + `","application_id":"845027738276462632","type":2,"token":"A_TOKEN","channel_id":"645027906669510667",
			"channel":{"id":"645027906669510667","type":1},"context":1,"locale":"fr","user":` + ann + `,
			"authorizing_integration_owners":{"0":"0","1":"53908232506183680"},` + askOptions + `}`,
			base(CommandUsed, func(in *Interaction) {
				in.Place = Place{ChannelID: "645027906669510667", ChannelKind: 1, DM: true}
				in.Locale, in.Permissions, in.Command = "fr", 0, ask()
			}),
		},
		"in a direct message, without a context": {
			`{"id":"` + interactionID + `","application_id":"845027738276462632","type":2,"token":"A_TOKEN","channel_id":"645027906669510667",
			"locale":"fr","user":` + ann + `,"authorizing_integration_owners":{"0":"0"},` + askOptions + `}`,
			base(CommandUsed, func(in *Interaction) {
				in.Place = Place{ChannelID: "645027906669510667", ChannelKind: -1, DM: true}
				in.Locale, in.Permissions, in.Command = "fr", 0, ask()
			}),
		},
		"in a private channel": {
			`{"id":"` + interactionID + `","application_id":"845027738276462632","type":2,"token":"A_TOKEN","channel_id":"645027906669510667",
			"channel":{"id":"645027906669510667","type":3,"name":null},"context":2,"locale":"uk","user":` + ann + `,
			"authorizing_integration_owners":{"1":"53908232506183680"},` + askOptions + `}`,
			base(CommandUsed, func(in *Interaction) {
				in.Place = Place{ChannelID: "645027906669510667", ChannelKind: 3}
				in.Locale, in.Permissions, in.Command, in.UserInstalled = "uk", 0, ask(), true
			}),
		},
		"in a server, installed by the user alone": {
			strings.Replace(inServer("2", askOptions), `{"0":"290926798626357999"}`, `{"1":"53908232506183680"}`, 1),
			base(CommandUsed, func(in *Interaction) { in.Command, in.UserInstalled = ask(), true }),
		},
		"installed by both": {
			strings.Replace(inServer("2", askOptions), `{"0":"290926798626357999"}`, `{"0":"290926798626357999","1":"53908232506183680"}`, 1),
			base(CommandUsed, func(in *Interaction) { in.Command = ask() }),
		},
		"subcommand of a group, with a file": {
			inServer("2", `"data":{"id":"771825006014889984","name":"settings","type":1,"options":[{"type":2,"name":"corpus","options":[
				{"type":1,"name":"add","options":[{"type":11,"name":"file","value":"1508082111111111111"},{"type":5,"name":"now","value":true},
				{"type":4,"name":"every","value":6},{"type":10,"name":"share","value":0.5}]}]}],
				"resolved":{"attachments":{"1508082111111111111":{"id":"1508082111111111111","filename":"news.txt","content_type":"text/plain; charset=utf-8",
				"size":1024,"url":"https://cdn.discordapp.com/x/news.txt","ephemeral":true}}}}`),
			base(CommandUsed, func(in *Interaction) {
				in.Command = command(map[string]string{"file": "1508082111111111111", "now": "true", "every": "6", "share": "0.5"}, "settings", "corpus", "add")
				in.Command.Attachments = map[string]Attachment{"1508082111111111111": {
					ID: "1508082111111111111", Name: "news.txt", ContentType: "text/plain; charset=utf-8",
					URL: "https://cdn.discordapp.com/x/news.txt", Bytes: 1024,
				}}
			}),
		},
		"subcommand without options": {
			inServer("2", `"data":{"id":"771825006014889984","name":"privacy","type":1,"options":[{"type":1,"name":"show"}]}`),
			base(CommandUsed, func(in *Interaction) { in.Command = command(map[string]string{}, "privacy", "show") }),
		},
		"message command": {
			inServer("2", `"data":{"id":"771825006014889984","name":"Check against sources","type":3,"target_id":"1508082000000000000",
				"resolved":{"messages":{"1508082000000000000":`+targetMessage+`}}}`),
			base(CommandUsed, func(in *Interaction) {
				in.Command = command(map[string]string{}, "Check against sources")
				in.Command.Target = target()
			}),
		},
		"autocompletion": {
			inServer("4", `"data":{"id":"771825006014889984","name":"ask","type":1,"options":[{"type":3,"name":"question","value":"Who"},
				{"type":3,"name":"source","value":"bb","focused":true}]}`),
			base(Autocomplete, func(in *Interaction) {
				in.Command = command(map[string]string{"question": "Who", "source": "bb"}, "ask")
				in.Command.Focused = "source"
			}),
		},
		"autocompletion in a subcommand": {
			inServer("4", `"data":{"id":"771825006014889984","name":"settings","type":1,"options":[{"type":1,"name":"language","options":[
				{"type":3,"name":"to","value":"","focused":true}]}]}`),
			base(Autocomplete, func(in *Interaction) {
				in.Command = command(map[string]string{"to": ""}, "settings", "language")
				in.Command.Focused = "to"
			}),
		},
		"button": {
			inServer("3", `"message":`+targetMessage+`,"data":{"component_type":2,"custom_id":"1:sources:ab12"}`),
			base(Pressed, func(in *Interaction) { in.CustomID, in.Message = "1:sources:ab12", target() }),
		},
		"menu": {
			inServer("3", `"message":`+targetMessage+`,"data":{"component_type":3,"custom_id":"1:why:ab12","values":["wrong",null,"missing"]}`),
			base(Pressed, func(in *Interaction) {
				in.CustomID, in.Values, in.Message = "1:why:ab12", []string{"wrong", "missing"}, target()
			}),
		},
		"form of rows": {
			inServer("5", `"data":{"custom_id":"1:follow:ab12","components":[{"type":1,"components":[{"type":4,"custom_id":"question","value":"And then?"}]}]}`),
			base(FormSent, func(in *Interaction) {
				in.CustomID, in.Fields = "1:follow:ab12", map[string]string{"question": "And then?"}
			}),
		},
		"form of labels, on a message": {
			inServer("5", `"message":`+targetMessage+`,"data":{"custom_id":"1:follow:ab12","components":[
				{"type":18,"id":1,"component":{"type":4,"id":2,"custom_id":"question","value":"And then?"}},
				{"type":10,"content":"text"},
				{"type":18,"id":3,"component":{"type":3,"id":4,"custom_id":"reason","values":["wrong"]}},
				{"type":18,"id":5,"component":{"type":99,"custom_id":"odd","value":{"x":1}}}]}`),
			base(FormSent, func(in *Interaction) {
				in.CustomID, in.Message = "1:follow:ab12", target()
				in.Fields = map[string]string{"question": "And then?", "reason": "wrong"}
			}),
		},
		"kind of the future": {
			inServer("6", `"data":{"custom_id":7}`),
			base(Kind(6), func(*Interaction) {}),
		},
		"numbers, nulls and odd types": {
			`{"id":` + interactionID + `,"application_id":845027738276462632,"type":"2","token":"A_TOKEN","guild_id":290926798626357999,
			"channel_id":645027906669510667,"channel":[],"member":null,"user":null,"locale":null,"guild_locale":"en-GB",
			"authorizing_integration_owners":[],"context":"0","data":{"id":771825006014889984,"name":"ask","options":[null,7,"x",[],
			{"type":3,"name":"question","value":"Who met?"},{"type":77,"name":"odd","value":{"x":1}},{"type":3,"value":"nameless"},
			{"type":3,"name":"since","value":null}],"resolved":7}}`,
			base(CommandUsed, func(in *Interaction) {
				in.Place.ParentID, in.Place.ChannelKind = "", -1
				in.User, in.Locale, in.Permissions, in.Command = User{}, "en-GB", 0, ask()
			}),
		},
		"command without data": {
			inServer("2", `"data":null`),
			base(CommandUsed, func(in *Interaction) {
				in.Command = &Command{Path: []string{""}, Options: map[string]string{}}
			}),
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := ParseInteraction([]byte(c.raw))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestParseInteractionNamesWhatIsMissing(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ raw, want string }{
		"id":            {`{"type":2,"token":"secret"}`, "id"},
		"token":         {`{"type":2,"id":"1573669306368000000"}`, "token"},
		"type":          {`{"id":"1573669306368000000","token":"secret"}`, "type"},
		"all":           {`{}`, "id, token, type"},
		"id of letters": {`{"type":2,"id":"../../x","token":"secret"}`, "id"},
		"type in words": {`{"type":"slash","id":"1573669306368000000","token":"secret"}`, "type"},
		"null":          {`null`, "it is null"},
		"list":          {`["secret"]`, "cannot unmarshal array"},
		"not JSON":      {`{"token":"secret"`, "unexpected end of JSON input"},
		"nothing":       {``, "unexpected end of JSON input"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			in, err := ParseInteraction([]byte(c.raw))
			if err == nil || in != nil || !strings.HasSuffix(strings.TrimSuffix(err.Error(), " into Go value of type event.object"), c.want) {
				t.Fatalf("got %+v, %v; want an error about %s", in, err, c.want)
			}
			if strings.Contains(err.Error(), "secret") {
				t.Errorf("the error tells a secret: %v", err)
			}
		})
	}
}
