package fakediscord_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"sherpa/internal/fakediscord"
)

const ordinary = fakediscord.IntentGuilds | fakediscord.IntentGuildMessages | fakediscord.IntentDirectMessages

// quick lets clients identify as often as they like.
var quick = fakediscord.Options{IdentifyGap: -1}

func TestGatewayRefuses(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		act  func(s socket)
		code int
	}{
		{"a wrong token", func(s socket) { s.write(`{"op":2,"d":{"token":"x","intents":1,"properties":{}}}`) }, 4004},
		{"a wrong token in a RESUME", func(s socket) { s.write(`{"op":6,"d":{"token":"x","session_id":"y","seq":1}}`) }, 4004},
		{"a shard beyond the last", func(s socket) { s.identify(1, 2, 2) }, 4010},
		{"too few shards", func(s socket) {
			s.d.SetGateway(func(g *fakediscord.GatewayInfo) { g.MinShards = 2 })
			s.identify(1, 0, 1)
		}, 4011},
		{"intents that are none", func(s socket) { s.identify(1<<30, 0, 1) }, 4013},
		{"a privileged intent", func(s socket) { s.identify(fakediscord.IntentMessageContent, 0, 1) }, 4014},
		{"no intents", func(s socket) { s.write(fmt.Sprintf(`{"op":2,"d":{"token":%q,"properties":{}}}`, s.d.Token())) }, 4002},
		{"no JSON", func(s socket) { s.write(`{`) }, 4002},
		{"a payload of 4,097 bytes", func(s socket) { s.write(`{"op":1,"d":1}` + strings.Repeat(" ", 4097-14)) }, 4002},
		{"an opcode that is none", func(s socket) { s.write(`{"op":99,"d":null}`) }, 4001},
		{"a presence before IDENTIFY", func(s socket) { s.write(`{"op":3,"d":{}}`) }, 4003},
		{"two IDENTIFYs", func(s socket) { s.identify(1, 0, 1); s.identify(1, 0, 1) }, 4005},
		{"121 payloads", func(s socket) {
			for range 121 {
				s.write(`{"op":1,"d":null}`)
			}
		}, 4008},
		{"a number beyond the last", func(s socket) {
			s.identify(1, 0, 1)
			id := s.sessionID()
			again := connect(s.t, s.d)
			again.resume(id, 99)
			if code := again.closed(); code != 4007 {
				s.t.Errorf("closed with %d", code)
			}
			s.write(`{`)
		}, 4002},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := fakediscord.New(t, quick)
			d.ExpectViolations()
			s := connect(t, d)
			tt.act(s)
			if code := s.closed(); code != tt.code {
				t.Errorf("closed with %d, want %d", code, tt.code)
			}
		})
	}
}

func TestGatewayVersion(t *testing.T) {
	t.Parallel()
	d := fakediscord.New(t, quick)
	ws, resp, err := websocket.DefaultDialer.DialContext(timed(t), d.GatewayURL()+"?v=8", nil)
	if err != nil {
		t.Fatal(err)
	}
	_ = resp.Body.Close()
	defer func() { _ = ws.Close() }()
	if code := (socket{t: t, d: d, ws: ws}).closed(); code != 4012 {
		t.Errorf("closed with %d", code)
	}
}

func TestIdentifyLimits(t *testing.T) {
	t.Parallel()
	clock := newClock()
	d := fakediscord.New(t, fakediscord.Options{Now: clock.Now})
	d.ExpectViolations()
	d.SetGateway(func(g *fakediscord.GatewayInfo) { g.MaxConcurrency, g.Remaining = 2, 5 })
	identify := func(shard int) int {
		s := connect(t, d)
		s.identify(1, shard, 4)
		f, err := s.read()
		if err != nil {
			return -1
		}
		return f.Op
	}
	for i, step := range []struct {
		wait      time.Duration
		shard, op int
	}{
		{0, 0, fakediscord.OpDispatch},
		{0, 1, fakediscord.OpDispatch},
		{4 * time.Second, 2, fakediscord.OpInvalidSession},
		{5 * time.Second, 2, fakediscord.OpDispatch},
		{0, 3, fakediscord.OpDispatch},
		{time.Hour, 0, -1},
	} {
		clock.Advance(step.wait)
		if op := identify(step.shard); op != step.op {
			t.Errorf("IDENTIFY %d was answered with op %d, want %d", i, op, step.op)
		}
	}
	var shards []int
	for _, id := range d.Identifies() {
		shards = append(shards, id.Shard)
	}
	equal(t, "shards that identified", []int{0, 1, 2, 2, 3, 0}, shards)
	if len(d.Violations()) != 1 {
		t.Errorf("violations: %v", d.Violations())
	}
}

func TestResumeReplays(t *testing.T) {
	t.Parallel()
	d := fakediscord.New(t, quick)
	s, id := ready(t, d, ordinary)
	for i := range 3 {
		d.Dispatch("TEST", map[string]int{"n": i})
	}
	last := s.event("TEST").Seq
	conn, err := d.AwaitReady(timed(t), 0)
	if err != nil {
		t.Fatal(err)
	}
	conn.Cut()
	s.closed()
	d.Dispatch("TEST", map[string]int{"n": 3})

	again := connect(t, d)
	again.resume(id, last)
	var got []string
	for f := again.want(fakediscord.OpDispatch); f.Type != "RESUMED"; f = again.want(fakediscord.OpDispatch) {
		got = append(got, fmt.Sprintf("%d %s", f.Seq, f.Data))
	}
	equal(t, "what was replayed", []string{`3 {"n":1}`, `4 {"n":2}`, `5 {"n":3}`}, got)
	d.Dispatch("TEST", nil)
	again.event("TEST")

	// A close with 1000 ends the session.
	if err := again.ws.WriteMessage(websocket.CloseMessage, websocket.FormatCloseMessage(1000, "")); err != nil {
		t.Fatal(err)
	}
	again.closed()
	if err := d.WaitFor(timed(t), func() bool { return d.Connections()[1].ClosedWith() == 1000 }); err != nil {
		t.Fatal(err)
	}
	third := connect(t, d)
	third.resume(id, last)
	if f := third.want(fakediscord.OpInvalidSession); string(f.Data) != "false" {
		t.Errorf("op 9 %s", f.Data)
	}
	if r := d.Resumes(); len(r) != 2 || r[0].Seq != 2 || r[0].SessionID != id {
		t.Errorf("resumes: %+v", r)
	}
}

func TestHoldRepeatReverse(t *testing.T) {
	t.Parallel()
	d := fakediscord.New(t, quick)
	s, _ := ready(t, d, ordinary)
	conn := d.Connections()[0]
	conn.Hold()
	d.Dispatch("A", nil)
	d.Dispatch("B", nil)
	conn.Release(fakediscord.Reversed)
	conn.Repeat(2)
	for _, want := range []string{"B", "A", "A", "B"} {
		s.event(want)
	}
}

func TestWhoGetsWhat(t *testing.T) {
	t.Parallel()
	d := fakediscord.New(t, quick)
	d.JoinGuild(guild, "Here")
	silent, _ := ready(t, d, 0)
	first := connect(t, d)
	first.identify(ordinary, 0, 2)
	first.sessionID()
	second := connect(t, d)
	second.identify(ordinary, 1, 2)
	second.sessionID()

	said := d.Says(here, fakediscord.Post{Content: "hello"})
	d.Rewrites(here, said, fakediscord.Post{Content: "hullo"})
	d.Deletes(channel, said.ID)
	d.StartThread(fakediscord.Channel{GuildID: guild, ParentID: channel, Name: "Why?"}, fakediscord.DefaultUser, true)
	d.GuildOutage(guild)
	d.GuildBack(guild)
	d.LeaveGuild(guild)
	d.Says(fakediscord.From{}, fakediscord.Post{Content: "to the bot"})
	d.Interact(d.Slash(fakediscord.From{}, "ask"))
	kinds := func(s socket, until string) []string {
		var got []string
		for {
			f := s.want(fakediscord.OpDispatch)
			got = append(got, f.Type)
			if f.Type == until {
				return got
			}
		}
	}
	equal(t, "without intents", []string{"INTERACTION_CREATE"}, kinds(silent, "INTERACTION_CREATE"))
	equal(t, "shard 0", []string{"MESSAGE_CREATE", "INTERACTION_CREATE"}, kinds(first, "INTERACTION_CREATE"))
	d.Interact(d.Slash(here, "ask"))
	equal(t, "shard 1", []string{
		"GUILD_CREATE", "MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "THREAD_CREATE", "GUILD_DELETE", "GUILD_CREATE", "GUILD_DELETE",
		"INTERACTION_CREATE",
	}, kinds(second, "INTERACTION_CREATE"))
}

func TestResumeAddress(t *testing.T) {
	t.Parallel()
	d := fakediscord.New(t, quick)
	d.SetResumeURL("ws://127.0.0.1:1")
	s := connect(t, d)
	s.identify(0, 0, 1)
	if f := s.event("READY"); !strings.Contains(string(f.Data), `"resume_gateway_url":"ws://127.0.0.1:1"`) {
		t.Errorf("READY is %s", f.Data)
	}
	d.ForgetSessions()
	again := connect(t, d)
	again.resume("anything", 1)
	again.want(fakediscord.OpInvalidSession)
}

func TestGatewayBot(t *testing.T) {
	t.Parallel()
	clock := newClock()
	d := fakediscord.New(t, fakediscord.Options{Now: clock.Now})
	c := newClient(t, d)
	d.SetGateway(func(g *fakediscord.GatewayInfo) { g.Shards, g.Remaining, g.MaxConcurrency = 3, 77, 16 })
	a := c.want("GET", "/gateway/bot", "", 200, 0)
	equal(t, "/gateway/bot", fmt.Sprintf(
		`{"session_start_limit":{"max_concurrency":16,"remaining":77,"reset_after":86400000,"total":1000},"shards":3,"url":%q}`, d.GatewayURL(),
	), strings.TrimSpace(string(a.body)))
	c.want("GET", "/gateway", "", 200, 0)
	c.want("GET", "/users/@me", "", 200, 0)
	c.want("GET", "/applications/@me", "", 200, 0)
	ready(t, d, ordinary)
	clock.Advance(24*time.Hour - time.Second)
	equal(t, "remaining after an IDENTIFY", 76, d.Gateway().Remaining)
	equal(t, "time until the limit is full", time.Second, d.Gateway().ResetAfter)
	clock.Advance(time.Second)
	equal(t, "remaining after a day", 1000, d.Gateway().Remaining)
}
