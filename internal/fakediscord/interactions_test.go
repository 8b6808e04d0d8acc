package fakediscord_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"sherpa/internal/fakediscord"
)

// callback sends a first response.
func (c client) callback(in fakediscord.Interaction, body string, status, code int) {
	c.t.Helper()
	c.want("POST", "/interactions/"+in.ID+"/"+in.Token+"/callback", body, status, code)
}

// webhook is the path of an interaction's messages.
func (c client) webhook(in fakediscord.Interaction, more string) string {
	return "/webhooks/" + c.d.ApplicationID() + "/" + in.Token + more
}

const original = "/messages/@original"

func TestDeferredAnswer(t *testing.T) {
	t.Parallel()
	clock := newClock()
	d := fakediscord.New(t, fakediscord.Options{Now: clock.Now})
	c := newClient(t, d)
	in := d.Slash(here, "ask", fakediscord.Text("question", "Why?"))
	c.want("PATCH", c.webhook(in, original), message("too early"), 404, 10015)
	clock.Advance(2 * time.Second)
	c.callback(in, `{"type":5}`, 204, 0)
	r := d.Response(in.Token)
	if r.Kind != 5 || !r.Thinking || r.Original != nil || !r.At.Equal(clock.Now()) || len(d.Messages(channel)) != 0 {
		t.Errorf("while it thinks: %+v", r)
	}
	c.callback(in, `{"type":5}`, 400, 40060)
	clock.Advance(14 * time.Minute)
	c.want("PATCH", c.webhook(in, original), message("Because."), 200, 0)
	more := c.want("POST", c.webhook(in, ""), message("And so on."), 200, 0)
	c.want("PATCH", c.webhook(in, "/messages/"+more.ID), message("And so forth."), 200, 0)
	equal(t, "what the channel shows", []string{"Because.", "And so forth."}, contents(d.Messages(channel)))
	equal(t, "what follows", []string{"And so forth."}, contents(d.Response(in.Token).FollowUps))
	c.want("GET", c.webhook(in, "/messages/"+more.ID), "", 200, 0)
	c.want("DELETE", c.webhook(in, "/messages/"+more.ID), "", 204, 0)
	c.want("PATCH", c.webhook(in, "/messages/"+more.ID), message("x"), 404, 10008)
	clock.Advance(time.Minute)
	c.want("PATCH", c.webhook(in, original), message("too late"), 404, 10015)
	c.want("POST", c.webhook(in, ""), message("too late"), 404, 10015)
	equal(t, "what the channel shows", []string{"Because."}, contents(d.Messages(channel)))
}

func TestFirstResponse(t *testing.T) {
	t.Parallel()
	clock := newClock()
	d := fakediscord.New(t, fakediscord.Options{Now: clock.Now})
	d.ExpectViolations()
	c := newClient(t, d)
	c.want("POST", "/interactions/1/none/callback", `{"type":5}`, 404, 10062)
	late := d.Slash(here, "ask")
	clock.Advance(3*time.Second + time.Millisecond)
	c.callback(late, `{"type":5}`, 404, 10062)
	for _, tt := range []struct {
		name, body   string
		status, code int
	}{
		{"deferred for the asker", `{"type":5,"data":{"flags":64}}`, 204, 0},
		{"deferred with other flags", `{"type":5,"data":{"flags":68}}`, 400, 50035},
		{"a message", `{"type":4,"data":` + message("x") + `}`, 204, 0},
		{"a message too long", `{"type":4,"data":` + message(strings.Repeat("x", 2001)) + `}`, 400, 50035},
		{"a message without data", `{"type":4}`, 400, 50109},
		{"an empty message", `{"type":4,"data":{}}`, 400, 50006},
		{"suggestions", `{"type":8,"data":{"choices":[]}}`, 400, 50035},
		{"an update of nothing", `{"type":7,"data":` + message("x") + `}`, 400, 50035},
		{"a type that is none", `{"type":77}`, 400, 50035},
	} {
		a := c.ask("POST", callbackPath(d.Slash(here, "ask")), tt.body)
		if a.Status != tt.status || a.Code != tt.code {
			t.Errorf("%s: %d, code %d; want %d, code %d", tt.name, a.Status, a.Code, tt.status, tt.code)
		}
	}
	refused := d.Slash(here, "ask")
	c.callback(refused, `{"type":77}`, 400, 50035)
	c.callback(refused, `{"type":5}`, 204, 0)
}

func TestExpireTicket(t *testing.T) {
	t.Parallel()
	clock := newClock() // it stands
	d := fakediscord.New(t, fakediscord.Options{Now: clock.Now})
	c := newClient(t, d)
	in := d.Slash(here, "ask", fakediscord.Integer("limit", 3), fakediscord.InChannel("in", channel))
	c.callback(in, `{"type":5}`, 204, 0)
	d.ExpireTicket(in.Token)
	c.want("PATCH", c.webhook(in, original), message("x"), 404, 10015)
	c.want("POST", c.webhook(in, ""), message("x"), 404, 10015)
	if r := d.Response(in.Token); !r.Thinking {
		t.Errorf("%+v", r)
	}
}

func callbackPath(in fakediscord.Interaction) string {
	return "/interactions/" + in.ID + "/" + in.Token + "/callback"
}

func TestEphemeralAnswer(t *testing.T) {
	t.Parallel()
	d := fakediscord.New(t, fakediscord.Options{})
	c := newClient(t, d)
	in := d.Slash(here, "ask")
	a := c.ask("POST", callbackPath(in)+"?with_response=true", `{"type":5,"data":{"flags":64}}`)
	if a.Status != 200 || !strings.Contains(string(a.body), `"response_message_loading":true`) {
		t.Errorf("%d %s", a.Status, a.body)
	}
	c.want("POST", c.webhook(in, ""), message("It takes the place of the deferred one."), 200, 0)
	r := d.Response(in.Token)
	if r.Original == nil || !r.Original.Ephemeral() || len(r.FollowUps) != 0 || len(d.Messages(channel)) != 0 {
		t.Errorf("%+v", r)
	}
	c.want("GET", "/channels/"+channel+"/messages/"+r.Original.ID, "", 404, 10008)
	c.want("GET", c.webhook(in, original), "", 200, 0)
	c.want("DELETE", c.webhook(in, original), "", 204, 0)
	c.want("GET", c.webhook(in, original), "", 404, 10008)
}

func TestUserInstalledFollowUps(t *testing.T) {
	t.Parallel()
	d := fakediscord.New(t, fakediscord.Options{})
	c := newClient(t, d)
	in := d.Slash(fakediscord.From{ChannelID: channel, Private: true}, "ask")
	c.callback(in, `{"type":4,"data":`+message("0")+`}`, 204, 0)
	for range 5 {
		c.want("POST", c.webhook(in, ""), message("more"), 200, 0)
	}
	c.want("POST", c.webhook(in, ""), message("more"), 400, 40094)
}

func TestButtons(t *testing.T) {
	t.Parallel()
	d := fakediscord.New(t, fakediscord.Options{})
	c := newClient(t, d)
	in := d.Slash(here, "ask")
	c.callback(in, `{"type":4,"data":`+components(row(button("Next", "page:2")))+`}`, 204, 0)
	shown := d.Messages(channel)[0]
	press := d.Press(here, shown.ID, "page:2")
	c.callback(press, `{"type":7,"data":`+message("page 2")+`}`, 204, 0)
	equal(t, "after an update", []string{"page 2"}, contents(d.Messages(channel)))

	press = d.Press(here, shown.ID, "page:3")
	c.callback(press, `{"type":6}`, 204, 0)
	c.want("PATCH", c.webhook(press, original), message("page 3"), 200, 0)
	equal(t, "after a deferred update", []string{"page 3"}, contents(d.Messages(channel)))

	press = d.Press(here, shown.ID, "follow")
	modal := `{"type":9,"data":{"custom_id":"ask","title":"Ask","components":[` +
		row(`{"type":4,"style":2,"custom_id":"q","label":"Question"}`) + `]}}`
	c.callback(press, modal, 204, 0)
	if m := d.Response(press.Token).Modal; m == nil || m.Title != "Ask" || m.Components[0].Components[0].CustomID != "q" {
		t.Errorf("the form is %+v", m)
	}
	form := d.Submit(here, shown.ID, "ask", map[string]string{"q": "And then?"})
	c.callback(form, `{"type":7,"data":`+message("asked")+`}`, 204, 0)
	equal(t, "after a form", []string{"asked"}, contents(d.Messages(channel)))
	press = d.Press(here, shown.ID, "follow")
	c.callback(press, `{"type":9,"data":{"custom_id":"labelled","title":"Ask","components":[{"type":18,"label":"Q","component":{"type":4,"style":2,"custom_id":"q"}}]}}`, 204, 0)
	form = d.Submit(here, shown.ID, "labelled", map[string]string{"q": "And then?"})
	equal(t, "a field in a label", `"And then?"`, field(object(t, form.JSON), "data.components.0.component.value"))
	c.callback(d.Choose(here, shown.ID, "menu", "a"), `{"type":5}`, 204, 0)
}

func TestModalLimits(t *testing.T) {
	t.Parallel()
	d := fakediscord.New(t, fakediscord.Options{})
	d.ExpectViolations()
	c := newClient(t, d)
	field := func(id, label string) string {
		return fmt.Sprintf(`{"type":4,"style":1,"custom_id":%q,"label":%q}`, id, label)
	}
	labelled := `{"type":18,"label":"Question","component":{"type":4,"style":2,"custom_id":"q"}}`
	for _, tt := range []struct {
		name, title, fields string
		status              int
	}{
		{"a title of 45", strings.Repeat("t", 45), row(field("q", "Q")), 204},
		{"a title of 46", strings.Repeat("t", 46), row(field("q", "Q")), 400},
		{"no title", "", row(field("q", "Q")), 400},
		{"no fields", "t", "", 400},
		{"six fields", "t", strings.Join([]string{row(field("1", "Q")), row(field("2", "Q")), row(field("3", "Q")), row(field("4", "Q")), row(field("5", "Q")), row(field("6", "Q"))}, ","), 400},
		{"two in a row", "t", row(field("1", "Q"), field("2", "Q")), 400},
		{"an id twice", "t", row(field("1", "Q")) + "," + row(field("1", "Q")), 400},
		{"a label of 46", "t", row(field("1", strings.Repeat("l", 46))), 400},
		{"a label around it", "t", labelled, 204},
		{"a button", "t", row(button("x", "x")), 400},
		{"a style that is none", "t", row(`{"type":4,"style":3,"custom_id":"q","label":"Q"}`), 400},
		{"more than the most", "t", row(`{"type":4,"style":1,"custom_id":"q","label":"Q","max_length":4001}`), 400},
	} {
		body := fmt.Sprintf(`{"type":9,"data":{"custom_id":"c","title":%q,"components":[%s]}}`, tt.title, tt.fields)
		if a := c.ask("POST", callbackPath(d.Slash(here, "ask")), body); a.Status != tt.status {
			t.Errorf("%s: %d, want %d: %s", tt.name, a.Status, tt.status, a.body)
		}
	}
}

func TestSuggestions(t *testing.T) {
	t.Parallel()
	d := fakediscord.New(t, fakediscord.Options{})
	d.ExpectViolations()
	c := newClient(t, d)
	choices := func(n int) string {
		list := make([]string, n)
		for i := range list {
			list[i] = fmt.Sprintf(`{"name":"n","value":"%d"}`, i)
		}
		return `{"type":8,"data":{"choices":[` + strings.Join(list, ",") + `]}}`
	}
	typed := func() fakediscord.Interaction {
		return d.Autocomplete(here, "sources", fakediscord.Typing("article", "ala"))
	}
	in := typed()
	c.callback(in, choices(25), 204, 0)
	equal(t, "suggestions", 25, len(d.Response(in.Token).Choices))
	c.callback(typed(), choices(26), 400, 50035)
	c.callback(typed(), choices(0), 204, 0)
	c.callback(typed(), `{"type":8,"data":{"choices":[{"name":"`+strings.Repeat("n", 101)+`","value":"v"}]}}`, 400, 50035)
	c.callback(typed(), `{"type":4,"data":`+message("x")+`}`, 400, 50035)
}

// TestBuilders holds what the builders write against what Discord documents.
func TestBuilders(t *testing.T) {
	t.Parallel()
	d := fakediscord.New(t, fakediscord.Options{})
	file := d.Attach(fakediscord.File{Name: "a.html", ContentType: "text/html", Data: []byte("<p>x")})
	target := d.Said(here, fakediscord.Post{Content: "They met in Alaska."})
	in := func(in fakediscord.Interaction) map[string]any { return object(t, in.JSON) }
	for _, tt := range []struct {
		name string
		got  map[string]any
		want map[string]string
	}{
		{"a command in a server", in(d.Slash(here, "settings corpus add", fakediscord.Attached("file", file))), map[string]string{
			"type": `2`, "guild_id": `"` + guild + `"`, "channel_id": `"` + channel + `"`, "context": `0`, "locale": `"en-US"`,
			"member.user.id": `"` + fakediscord.DefaultUser + `"`, "member.permissions": `"68608"`, "authorizing_integration_owners": `{"0":"` + guild + `"}`,
			"data.name": `"settings"`, "data.options.0.type": `2`, "data.options.0.options.0.type": `1`, "data.options.0.options.0.name": `"add"`,
			"data.options.0.options.0.options.0.value": `"` + file.ID + `"`, "data.resolved.attachments." + file.ID + ".filename": `"a.html"`,
		}},
		{"a command in direct messages", in(d.Slash(fakediscord.From{Locale: "de"}, "ask", fakediscord.Text("question", "Q"), fakediscord.Bool("private", true))), map[string]string{
			"context": `1`, "user.id": `"` + fakediscord.DefaultUser + `"`, "locale": `"de"`, "authorizing_integration_owners": `{"0":"0"}`,
			"data.options": `[{"name":"question","type":3,"value":"Q"},{"name":"private","type":5,"value":true}]`, "channel.type": `1`,
		}},
		{"a command between people", in(d.Slash(fakediscord.From{ChannelID: "99", Private: true}, "ask")), map[string]string{
			"context": `2`, "authorizing_integration_owners": `{"1":"` + fakediscord.DefaultUser + `"}`,
		}},
		{"suggestions", in(d.Autocomplete(here, "sources", fakediscord.Typing("article", "al"))), map[string]string{
			"type": `4`, "data.options": `[{"focused":true,"name":"article","type":3,"value":"al"}]`,
		}},
		{"a message command", in(d.MessageCommand(here, "Check against sources", target.ID)), map[string]string{
			"type": `2`, "data.type": `3`, "data.target_id": `"` + target.ID + `"`, "data.resolved.messages." + target.ID + ".content": `"They met in Alaska."`,
		}},
		{"a form", in(d.Submit(here, "", "form", map[string]string{"q": "Q"})), map[string]string{
			"type": `5`, "data.custom_id": `"form"`, "data.components.0.components.0": `{"custom_id":"q","id":2,"type":4,"value":"Q"}`,
		}},
		{"a ping", in(d.Ping()), map[string]string{"type": `1`}},
		{"a mention", object(t, d.Said(here, fakediscord.Post{Content: d.Mention() + " why?"}).JSON), map[string]string{
			"content": `"` + d.Mention() + ` why?"`, "mentions.0.id": `"` + d.ApplicationID() + `"`, "guild_id": `"` + guild + `"`, "member.permissions": `"68608"`,
		}},
		{"a message to others", object(t, target.JSON), map[string]string{"content": `""`, "mentions": `[]`}},
		{"a direct message", object(t, d.Said(fakediscord.From{}, fakediscord.Post{Content: "why?"}).JSON), map[string]string{"content": `"why?"`, "channel_type": `1`}},
	} {
		for path, want := range tt.want {
			if got := field(tt.got, path); got != want {
				t.Errorf("%s: %s is %s, want %s", tt.name, path, got, want)
			}
		}
	}
}

func object(t *testing.T, raw json.RawMessage) map[string]any {
	t.Helper()
	var v map[string]any
	if err := json.Unmarshal(raw, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// field is what stands at a path in JSON, as JSON.
func field(v any, path string) string {
	for name := range strings.SplitSeq(path, ".") {
		switch inner := v.(type) {
		case map[string]any:
			v = inner[name]
		case []any:
			var i int
			if _, err := fmt.Sscan(name, &i); err != nil || i >= len(inner) {
				return "nothing"
			}
			v = inner[i]
		}
	}
	// Encoder, not Marshal: mentions have angle brackets.
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return err.Error()
	}
	return strings.TrimSpace(b.String())
}

func TestDeliver(t *testing.T) {
	t.Parallel()
	d := fakediscord.New(t, fakediscord.Options{})
	c := newClient(t, d)
	for _, tt := range []struct {
		name    string
		handler http.HandlerFunc
		wrong   bool
	}{
		{"pong", func(w http.ResponseWriter, _ *http.Request) { answerJSON(w, `{"type":1}`) }, false},
		{"another response", func(w http.ResponseWriter, _ *http.Request) { answerJSON(w, `{"type":5}`) }, true},
		{"no type", func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, `{"type":1}`) }, true},
		{"refused", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusUnauthorized) }, true},
	} {
		endpoint := httptest.NewServer(tt.handler)
		err := d.Deliver(context.WithoutCancel(t.Context()), c.http, endpoint.URL, d.Ping())
		endpoint.Close()
		if (err != nil) != tt.wrong {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

func answerJSON(w http.ResponseWriter, body string) {
	w.Header().Set("Content-Type", "application/json")
	_, _ = io.WriteString(w, body)
}

func TestAttachmentsAreServed(t *testing.T) {
	t.Parallel()
	d := fakediscord.New(t, fakediscord.Options{})
	c := newClient(t, d)
	file := d.Attach(fakediscord.File{Name: "a.txt", ContentType: "text/plain", Data: []byte("hello")})
	in := object(t, d.Slash(here, "add", fakediscord.Attached("file", file)).JSON)
	address := strings.Trim(field(in, "data.resolved.attachments."+file.ID+".url"), `"`)
	r, err := http.NewRequestWithContext(timed(t), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	if a, err := c.do(r); err != nil || string(a.body) != "hello" {
		t.Errorf("%q, %v", a.body, err)
	}
}
