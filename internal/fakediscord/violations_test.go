package fakediscord_test

import (
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"testing"

	"sherpa/internal/fakediscord"
	"sherpa/internal/fakeserver"
)

// run makes requests in a test of its own and returns how it failed.
func run(t *testing.T, opts fakediscord.Options, act func(d *fakediscord.Server, c client)) []string {
	t.Helper()
	r := &fakeserver.Recorder{}
	d := fakediscord.New(r, opts)
	d.AddChannel(fakediscord.Channel{ID: channel, GuildID: guild})
	act(d, newClient(t, d))
	return r.End()
}

// leaves closes its connection in the middle of a request.
func leaves(d *fakediscord.Server, c client) {
	c.t.Helper()
	conn, err := new(net.Dialer).DialContext(c.t.Context(), "tcp", strings.TrimPrefix(strings.TrimSuffix(d.APIURL(), "/api/v10"), "http://"))
	if err != nil {
		c.t.Fatal(err)
	}
	_, err = io.WriteString(conn, "POST /api/v10/channels/"+channel+"/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{")
	if err := errors.Join(err, conn.Close()); err != nil {
		c.t.Fatal(err)
	}
	err = d.WaitFor(c.t.Context(), func() bool {
		list := d.RequestsTo("POST *")
		return len(list) == 1 && !list[0].Answered.IsZero()
	})
	if err != nil {
		c.t.Error(err)
	}
}

func TestViolationsFailTheTest(t *testing.T) {
	t.Parallel()
	post := func(body string) func(*fakediscord.Server, client) {
		return func(_ *fakediscord.Server, c client) { c.ask("POST", "/channels/"+channel+"/messages", body) }
	}
	for _, tt := range []struct {
		name string
		act  func(*fakediscord.Server, client)
		want string
	}{
		{"nothing wrong", post(message("x")), ""},
		{"no allowed_mentions", post(`{"content":"x"}`), "without allowed_mentions"},
		{"allowed_mentions without parse", post(`{"content":"x","allowed_mentions":{}}`), "without allowed_mentions"},
		{"parse is null", post(`{"content":"x","allowed_mentions":{"parse":null}}`), "without allowed_mentions"},
		{"users are pinged", post(`{"content":"x","allowed_mentions":{"parse":["users"]}}`), "allow to ping"},
		{"the answered one is pinged", post(`{"content":"x","allowed_mentions":{"parse":[],"replied_user":true}}`), "allow to ping"},
		{"too long", post(message(strings.Repeat("x", 2001))), "refused with 50035"},
		{"a reply to a message that is gone", post(`{"content":"x","message_reference":{"message_id":"1"},` + noPings + `}`), ""},
		{"a response without allowed_mentions", func(d *fakediscord.Server, c client) {
			c.ask("POST", callbackPath(d.Slash(here, "ask")), `{"type":4,"data":{"content":"x"}}`)
		}, "without allowed_mentions"},
		{"a field that there is not", post(`{"content":"x","contents":"y",` + noPings + `}`), `unknown field "contents"`},
		{"a client that leaves", leaves, ""},
		{"expected", func(d *fakediscord.Server, c client) {
			d.ExpectViolations()
			post(`{"content":"x"}`)(d, c)
		}, ""},
	} {
		failures := run(t, fakediscord.Options{}, tt.act)
		if got := strings.Join(failures, "; "); (tt.want == "") != (got == "") || !strings.Contains(got, tt.want) {
			t.Errorf("%s: the test failed with %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestSpec sends what only the OpenAPI description knows to be wrong.
func TestSpec(t *testing.T) {
	t.Parallel()
	fakeserver.RequireDescription(t, "discord-openapi.json")
	put := func(body string) func(*fakediscord.Server, client) {
		return func(d *fakediscord.Server, c client) {
			c.ask("PUT", "/applications/"+d.ApplicationID()+"/commands", body)
		}
	}
	const inPlace = `[{"name":"ask","description":"d","default_member_permissions":%s,"contexts":[%d]}]`
	for _, tt := range []struct {
		name  string
		act   func(*fakediscord.Server, client)
		wrong bool
	}{
		{"a context that is none", put(fmt.Sprintf(inPlace, "null", 7)), true},
		{"permissions as text", put(fmt.Sprintf(inPlace, `"32"`, 0)), false},
		{"permissions as a word", put(fmt.Sprintf(inPlace, `"all"`, 0)), true},
		{"a type of option that is none", put("[" + command("ask", "d", option(99, "a", "")) + "]"), true},
		{"a query that is none", func(d *fakediscord.Server, c client) {
			c.ask("POST", callbackPath(d.Slash(here, "ask"))+"?with_response=maybe", `{"type":5}`)
		}, true},
		{"a file", func(_ *fakediscord.Server, c client) {
			if _, err := c.do(c.withFile(message("x"))); err != nil {
				t.Error(err)
			}
		}, false},
		{"a described file", func(_ *fakediscord.Server, c client) {
			body := `{"content":"x","attachments":[{"id":0,"filename":"a.txt"}],` + noPings + `}`
			if _, err := c.do(c.withFile(body)); err != nil {
				t.Error(err)
			}
		}, false},
		{"a reply to nowhere", func(_ *fakediscord.Server, c client) {
			c.ask("POST", "/channels/"+channel+"/messages", `{"content":"x","message_reference":{"message_id":"abc","fail_if_not_exists":false},`+noPings+`}`)
		}, true},
	} {
		failures := run(t, fakediscord.Options{}, tt.act)
		if wrong := strings.Contains(strings.Join(failures, "; "), "OpenAPI"); wrong != tt.wrong {
			t.Errorf("%s: the test failed with %q", tt.name, failures)
		}
		if failures := run(t, fakediscord.Options{NoSpec: true}, tt.act); len(failures) > 0 {
			t.Errorf("%s: the test failed without the description: %q", tt.name, failures)
		}
	}
}
