package fakediscord_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"sherpa/internal/fakediscord"
)

const (
	guild   = "4198498304" // 1001<<22: of shard 1 of 2
	channel = "8388608000"
)

// here is somebody in a channel of a server.
var here = fakediscord.From{GuildID: guild, ChannelID: channel}

// withChannel is a server with one channel, whose test looks at violations.
func withChannel(t *testing.T) (*fakediscord.Server, client) {
	t.Helper()
	d := fakediscord.New(t, fakediscord.Options{})
	d.ExpectViolations()
	d.AddChannel(fakediscord.Channel{ID: channel, GuildID: guild})
	return d, newClient(t, d)
}

func button(label, id string) string {
	return fmt.Sprintf(`{"type":2,"style":2,"label":%q,"custom_id":%q}`, label, id)
}

func row(parts ...string) string {
	return `{"type":1,"components":[` + strings.Join(parts, ",") + `]}`
}

func rows(n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = row(button("b", fmt.Sprint("id", i)))
	}
	return `{"components":[` + strings.Join(list, ",") + `],` + noPings + `}`
}

func components(list ...string) string {
	return `{"content":"x","components":[` + strings.Join(list, ",") + `],` + noPings + `}`
}

func menu(n int) string {
	options := make([]string, n)
	for i := range options {
		options[i] = fmt.Sprintf(`{"label":"l","value":"%d"}`, i)
	}
	return row(`{"type":3,"custom_id":"m","options":[` + strings.Join(options, ",") + `]}`)
}

func embeds(list ...string) string {
	return `{"embeds":[` + strings.Join(list, ",") + `],` + noPings + `}`
}

func described(n int) string { return `{"description":"` + strings.Repeat("d", n) + `"}` }

func TestMessageLimits(t *testing.T) {
	t.Parallel()
	_, c := withChannel(t)
	five := row(button("1", "1"), button("2", "2"), button("3", "3"), button("4", "4"), button("5", "5"))
	for _, tt := range []struct {
		name, body   string
		status, code int
	}{
		{"2,000 code points of four bytes", message(strings.Repeat("😀", 2000)), 200, 0},
		{"2,001 code points", message(strings.Repeat("x", 2001)), 400, 50035},
		{"nothing", "{" + noPings + "}", 400, 50006},
		{"white space", message(" \n\t"), 400, 50006},
		{"no JSON", "{", 400, 50109},
		{"a number as text", `{"content":1}`, 400, 50035},
		{"five rows", rows(5), 200, 0},
		{"six rows", rows(6), 400, 50035},
		{"five buttons", components(five), 200, 0},
		{"six buttons", components(strings.Replace(five, "]", ","+button("6", "6")+"]", 1)), 400, 50035},
		{"an empty row", components(row()), 400, 50035},
		{"a button without a row", components(button("x", "x")), 400, 50035},
		{"a label of 80", components(row(button(strings.Repeat("é", 80), "x"))), 200, 0},
		{"a label of 81", components(row(button(strings.Repeat("é", 81), "x"))), 400, 50035},
		{"a custom id of 100", components(row(button("x", strings.Repeat("i", 100)))), 200, 0},
		{"a custom id of 101", components(row(button("x", strings.Repeat("i", 101)))), 400, 50035},
		{"no custom id", components(row(button("x", ""))), 400, 50035},
		{"a custom id twice", components(row(button("x", "same")), row(button("y", "same"))), 400, 50035},
		{"a link", components(row(`{"type":2,"style":5,"label":"x","url":"https://example.org"}`)), 200, 0},
		{"a link with a custom id", components(row(`{"type":2,"style":5,"label":"x","url":"https://example.org","custom_id":"x"}`)), 400, 50035},
		{"a link to a script", components(row(`{"type":2,"style":5,"label":"x","url":"javascript:1"}`)), 400, 50035},
		{"a button with nothing on it", components(row(button("", "x"))), 400, 50035},
		{"a style that is none", components(row(`{"type":2,"style":9,"label":"x","custom_id":"x"}`)), 400, 50035},
		{"25 options", components(menu(25)), 200, 0},
		{"26 options", components(menu(26)), 400, 50035},
		{"no options", components(menu(0)), 400, 50035},
		{"a menu beside a button", components(row(button("x", "x"), `{"type":3,"custom_id":"m","options":[{"label":"l","value":"v"}]}`)), 400, 50035},
		{"ten embeds", embeds(slices.Repeat([]string{described(600)}, 10)...), 200, 0},
		{"eleven embeds", embeds(slices.Repeat([]string{described(1)}, 11)...), 400, 50035},
		{"embeds of 6,001 in all", embeds(described(3000), described(3001)), 400, 50035},
		{"a description of 4,097", embeds(described(4097)), 400, 50035},
		{"a field without a name", embeds(`{"fields":[{"name":"","value":"v"}]}`), 400, 50035},
		{"a nonce of 26", `{"content":"x","nonce":"` + strings.Repeat("n", 26) + `",` + noPings + `}`, 400, 50035},
		{"a new layout with old content", `{"content":"x","flags":32768,"components":[{"type":10,"content":"y"}],` + noPings + `}`, 400, 50035},
		{"a new layout", `{"flags":32768,"components":[{"type":10,"content":"y"}],` + noPings + `}`, 200, 0},
		{"a reply to nothing", `{"content":"x","message_reference":{"message_id":"1"},` + noPings + `}`, 400, 50035},
		{"a reply that may fail", `{"content":"x","message_reference":{"message_id":"1","fail_if_not_exists":false},` + noPings + `}`, 200, 0},
	} {
		c.t = t
		if a := c.ask("POST", "/channels/"+channel+"/messages", tt.body); a.Status != tt.status || a.Code != tt.code {
			t.Errorf("%s: %d, code %d; want %d, code %d: %s", tt.name, a.Status, a.Code, tt.status, tt.code, a.body)
		}
	}
}

func TestWhoMayAsk(t *testing.T) {
	t.Parallel()
	d, c := withChannel(t)
	in := d.Slash(here, "ask")
	callback := "/interactions/" + in.ID + "/" + in.Token + "/callback"
	for _, tt := range []struct {
		name         string
		path, body   string
		change       func(http.Header)
		status, code int
	}{
		{"no token", "/channels/" + channel + "/messages", message("x"), func(h http.Header) { h.Del("Authorization") }, 401, 0},
		{"a wrong token", "/channels/" + channel + "/messages", message("x"), func(h http.Header) { h.Set("Authorization", "Bot wrong") }, 401, 0},
		{"a token that is no bot's", "/channels/" + channel + "/messages", message("x"), func(h http.Header) { h.Set("Authorization", d.Token()) }, 401, 0},
		{"no name", "/channels/" + channel + "/messages", message("x"), func(h http.Header) { h.Set("User-Agent", "") }, 403, 40333},
		{"another type", "/channels/" + channel + "/messages", message("x"), func(h http.Header) { h.Set("Content-Type", "text/plain") }, 400, 50035},
		{"no such route", "/nothing", "", func(http.Header) {}, 404, 0},
		{"a callback without a token", callback, `{"type":5}`, func(h http.Header) { h.Del("Authorization") }, 204, 0},
	} {
		r := c.request("POST", tt.path, tt.body)
		tt.change(r.Header)
		a, err := c.do(r)
		if err != nil || a.Status != tt.status || a.Code != tt.code {
			t.Errorf("%s: %d, code %d, %v; want %d, code %d", tt.name, a.Status, a.Code, err, tt.status, tt.code)
		}
	}
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	d, c := withChannel(t)
	messages := "/channels/" + channel + "/messages"
	c.want("POST", "/channels/1/messages", message("x"), 404, 10003)
	sent := c.want("POST", messages, message("x"), 200, 0)
	c.want("GET", messages+"/"+sent.ID, "", 200, 0)
	c.want("PATCH", messages+"/1", message("y"), 404, 10008)
	said := d.Said(here, fakediscord.Post{Content: "mine"})
	c.want("PATCH", messages+"/"+said.ID, message("y"), 403, 50005)
	c.want("DELETE", messages+"/"+said.ID, "", 403, 50013)
	for code, status := range map[int]int{
		fakediscord.MissingAccess: 403, fakediscord.MissingPermissions: 403, fakediscord.ThreadArchived: 400,
	} {
		d.Forbid(channel, code)
		c.want("POST", messages, message("x"), status, code)
		c.want("POST", "/channels/"+channel+"/typing", "", status, code)
	}
	d.Forbid(channel, 0)
	c.want("DELETE", messages+"/"+sent.ID, "", 204, 0)
	c.want("DELETE", messages+"/"+sent.ID, "", 404, 10008)

	dm := c.want("POST", "/users/@me/channels", `{"recipient_id":"42"}`, 200, 0)
	equal(t, "the channel of direct messages", d.DM("42"), dm.ID)
	c.want("POST", "/channels/"+dm.ID+"/messages", message("x"), 200, 0)
	d.CloseDM("42")
	c.want("POST", "/channels/"+dm.ID+"/messages", message("x"), 403, 50007)
	c.want("POST", "/users/@me/channels", `{"recipient_id":"abc"}`, 400, 50035)

	c.want("GET", "/channels/"+channel, "", 200, 0)
	c.want("GET", "/guilds/"+guild, "", 200, 0)
	c.want("GET", "/guilds/1", "", 404, 10004)
	d.RemoveChannel(channel)
	c.want("POST", messages, message("x"), 404, 10003)
}

func TestNonce(t *testing.T) {
	t.Parallel()
	d, c := withChannel(t)
	messages := "/channels/" + channel + "/messages"
	body := `{"content":"once","nonce":"n1","enforce_nonce":true,` + noPings + `}`
	first := c.want("POST", messages, body, 200, 0)
	again := c.want("POST", messages, body, 200, 0)
	equal(t, "the id of the second", first.ID, again.ID)
	c.want("POST", messages, strings.Replace(body, "true", "false", 1), 200, 0)
	equal(t, "what the channel shows", []string{"once", "once"}, contents(d.Messages(channel)))
}

func TestEditsAndFiles(t *testing.T) {
	t.Parallel()
	d, c := withChannel(t)
	messages := "/channels/" + channel + "/messages"
	a, err := c.do(c.withFile(message("with a file")))
	if err != nil || a.Status != 200 {
		t.Fatalf("%+v, %v", a, err)
	}
	c.want("PATCH", messages+"/"+a.ID, components(row(button("More", "more"))), 200, 0)
	m, there := d.Message(a.ID)
	more, found := m.Button("More")
	if !there || !found || more.CustomID != "more" || m.Edits != 1 || len(m.Files) != 1 || string(m.Files[0].Data) != "hello" {
		t.Errorf("the message is %+v", m)
	}
	c.want("PATCH", messages+"/"+a.ID, `{"components":[],"attachments":[],`+noPings+`}`, 200, 0)
	if m, _ := d.Message(a.ID); len(m.Files) != 0 || m.Parts() != nil || m.Content != "x" {
		t.Errorf("the message is %+v", m)
	}
	c.want("PATCH", messages+"/"+a.ID, `{"content":null,`+noPings+`}`, 400, 50006)
}
