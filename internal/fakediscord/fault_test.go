package fakediscord_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"sherpa/internal/fakediscord"
)

func TestFaults(t *testing.T) {
	t.Parallel()
	d, c := withChannel(t)
	messages := "/channels/" + channel + "/messages"
	for _, tt := range []struct {
		name   string
		fault  fakediscord.Fault
		status int
		header string
		body   string
		shown  int
	}{
		{"429 of a bucket", fakediscord.RateLimited(1500*time.Millisecond, "shared"), 429, "X-RateLimit-Scope: shared; Retry-After: 2; X-RateLimit-Remaining: 0", `"retry_after":1.5`, 0},
		{"429 of all", fakediscord.RateLimited(time.Second, "global"), 429, "X-RateLimit-Global: true; Retry-After: 1", `"global":true`, 0},
		{"429 of the proxy", fakediscord.HTMLPage(429), 429, "Content-Type: text/html; charset=UTF-8", "<!DOCTYPE html>", 0},
		{"503 as JSON", fakediscord.JSONError(503, 0, "503: Service Unavailable"), 503, "Content-Type: application/json", `"code":0`, 0},
		{"a wrong date", fakediscord.Fault{Status: 500, Header: http.Header{"Date": {"Thu, 01 Jan 1970 00:00:00 GMT"}}}, 500, "Date: Thu, 01 Jan 1970 00:00:00 GMT", "", 0},
		{"headers alone", fakediscord.Fault{Header: fakediscord.RateLimits(5, 4, time.Second, "b")}, 200, "X-RateLimit-Bucket: b; X-RateLimit-Reset-After: 1.000", "", 1},
		{"a delay", fakediscord.Fault{Delay: time.Millisecond}, 200, "", "", 1},
	} {
		before := len(d.Messages(channel))
		d.Fault("POST /channels/*/messages", tt.fault.Once())
		a := c.ask("POST", messages, message("x"))
		if a.Status != tt.status || !strings.Contains(string(a.body), tt.body) || len(d.Messages(channel))-before != tt.shown {
			t.Errorf("%s: %d %s", tt.name, a.Status, a.body)
		}
		for pair := range strings.SplitSeq(tt.header, "; ") {
			if name, want, found := strings.Cut(pair, ": "); found && !strings.HasPrefix(a.header.Get(name), want) {
				t.Errorf("%s: %s is %q, want %q", tt.name, name, a.header.Get(name), want)
			}
		}
		c.want("POST", messages, message("x"), 200, 0)
	}
}

func TestResets(t *testing.T) {
	t.Parallel()
	d, c := withChannel(t)
	for _, tt := range []struct {
		name  string
		fault fakediscord.Fault
		shown int
	}{
		{"before", fakediscord.Fault{ResetBefore: true}, 0},
		{"after", fakediscord.Fault{ResetAfter: true}, 1},
	} {
		d.Fault("* /channels/*/messages", tt.fault.Once())
		if a, err := c.do(c.request("POST", "/channels/"+channel+"/messages", message(tt.name))); err == nil {
			t.Errorf("%s: answered %d", tt.name, a.Status)
		}
		if err := d.WaitFor(timed(t), func() bool { return len(d.Messages(channel)) == tt.shown }); err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

func TestHangEndsWithTheClient(t *testing.T) {
	t.Parallel()
	d, c := withChannel(t)
	d.Fault("*", fakediscord.Fault{Hang: true, Skip: 1})
	c.want("POST", "/channels/"+channel+"/messages", message("spared"), 200, 0)
	ctx, cancel := context.WithCancel(t.Context())
	r := c.request("POST", "/channels/"+channel+"/messages", message("x")).WithContext(ctx)
	go func() {
		_ = d.WaitFor(ctx, func() bool { return len(d.Requests()) == 2 })
		cancel()
	}()
	if _, err := c.do(r); !errors.Is(err, context.Canceled) {
		t.Errorf("a request that hangs: %v", err)
	}
	if err := d.WaitFor(timed(t), func() bool { return !d.Requests()[1].Answered.IsZero() }); err != nil {
		t.Error(err)
	}
	d.Calm()
	c.want("POST", "/channels/"+channel+"/messages", message("calm"), 200, 0)
	equal(t, "what the channel shows", []string{"spared", "calm"}, contents(d.Messages(channel)))
}

func TestRequestsAreRecorded(t *testing.T) {
	t.Parallel()
	clock := newClock()
	d := fakediscord.New(t, fakediscord.Options{Now: clock.Now})
	c := newClient(t, d)
	d.AddChannel(fakediscord.Channel{ID: channel, GuildID: guild})
	r := c.withFile(message("x"))
	if a, err := c.do(r); err != nil || a.Status != 200 || a.header.Get("Date") != "Sun, 22 Nov 2026 12:00:00 GMT" {
		t.Fatalf("%+v, %v", a, err)
	}
	c.want("POST", "/channels/"+channel+"/typing", "", 204, 0)
	got := d.RequestsTo("POST /channels/*/messages")
	if len(got) != 1 || len(d.Requests()) != 2 {
		t.Fatalf("%d of %d requests", len(got), len(d.Requests()))
	}
	first := got[0]
	if !first.Time.Equal(clock.Now()) || first.Route != "/channels/{channel}/messages" || string(first.JSON) != message("x") ||
		len(first.Files) != 1 || string(first.Files[0].Data) != "hello" || first.Status != 200 || first.Header.Get("Authorization") == "" {
		t.Errorf("recorded: %+v", first)
	}
	equal(t, "typing", 1, d.TypingIn(channel))
}

func TestKeep(t *testing.T) {
	t.Parallel()
	d := fakediscord.New(t, fakediscord.Options{Keep: 10, NoSpec: true})
	c := newClient(t, d)
	var first, last fakediscord.Interaction
	for i := range 50 {
		last = d.Slash(here, "ask")
		if i == 0 {
			first = last
		}
		c.callback(last, `{"type":4,"data":`+message(fmt.Sprint(i))+`}`, 204, 0)
	}
	if n := len(d.Requests()); n < 10 || n >= 20 {
		t.Errorf("%d requests are kept", n)
	}
	if n := len(d.Messages(channel)); n < 10 || n >= 20 {
		t.Errorf("%d messages are kept", n)
	}
	if d.Response(first.Token).Kind != 0 || d.Response(last.Token).Kind != 4 {
		t.Error("not the last interactions are kept")
	}
}
