package fakediscord_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"testing"

	"github.com/gorilla/websocket"

	"sherpa/internal/fakediscord"
)

func TestScripts(t *testing.T) {
	t.Parallel()
	type conn = fakediscord.Conn
	for _, tt := range []struct {
		name   string
		script fakediscord.Script
		check  func(s socket)
	}{
		{"op 7 in place of Hello", fakediscord.Script{Hello: (*conn).Reconnect}, func(s socket) { s.want(fakediscord.OpReconnect) }},
		{"op 7 before READY", fakediscord.Script{Identify: (*conn).Reconnect}, func(s socket) {
			s.want(fakediscord.OpHello)
			s.identify(1, 0, 1)
			s.want(fakediscord.OpReconnect)
		}},
		{"op 9 after IDENTIFY", fakediscord.Script{Identify: func(c *conn) { c.InvalidSession(true) }}, func(s socket) {
			s.want(fakediscord.OpHello)
			s.identify(1, 0, 1)
			if f := s.want(fakediscord.OpInvalidSession); string(f.Data) != "true" {
				s.t.Errorf("op 9 %s", f.Data)
			}
		}},
		{"op 9 after RESUME", fakediscord.Script{Resume: func(c *conn) { c.InvalidSession(false) }}, func(s socket) {
			s.want(fakediscord.OpHello)
			s.resume("x", 1)
			s.want(fakediscord.OpInvalidSession)
		}},
		{"a close code after READY", fakediscord.Script{Ready: func(c *conn) { c.Close(4000, "Unknown error.") }}, func(s socket) {
			s.want(fakediscord.OpHello)
			s.identify(1, 0, 1)
			if code := s.closed(); code != 4000 {
				s.t.Errorf("closed with %d", code)
			}
		}},
		{"a cut after READY", fakediscord.Script{Ready: (*conn).Cut}, func(s socket) {
			s.want(fakediscord.OpHello)
			s.identify(1, 0, 1)
			if code := s.closed(); code != 0 {
				s.t.Errorf("closed with %d", code)
			}
		}},
		{"no Hello", fakediscord.Script{Hello: fakediscord.Silent}, func(s socket) {
			s.d.Connections()[0].SendText(`not even JSON`)
			if _, err := s.read(); err == nil {
				s.t.Error("the first frame is no mess")
			}
		}},
		{"no ACK", fakediscord.Script{NoACK: true}, func(s socket) {
			s.want(fakediscord.OpHello)
			s.write(`{"op":1,"d":null}`)
			if err := s.d.WaitFor(timed(s.t), func() bool { return len(s.d.Heartbeats()) == 1 }); err != nil {
				s.t.Fatal(err)
			}
			s.d.Connections()[0].AskHeartbeat()
			s.want(fakediscord.OpHeartbeat)
			s.d.Connections()[0].SetACK(true)
			s.write(`{"op":1,"d":7}`)
			s.want(fakediscord.OpACK)
			if seq := s.d.Heartbeats()[1].Seq; seq != 7 {
				s.t.Errorf("the heartbeat has %d", seq)
			}
		}},
		{"deaf", fakediscord.Script{Deaf: true}, func(s socket) {
			s.want(fakediscord.OpHello)
			s.identify(1, 0, 1)
			s.sessionID()
			s.d.Dispatch("LOST", nil)
			s.d.Connections()[0].SetDeaf(false)
			s.d.Dispatch("HEARD", nil)
			s.event("HEARD")
		}},
		{"an unknown opcode and an event of its own", fakediscord.Script{}, func(s socket) {
			s.want(fakediscord.OpHello)
			s.d.Connections()[0].Send(42, map[string]any{"x": nil})
			s.want(42)
			s.d.Connections()[0].SendEvent(fakediscord.Event{Seq: 9, Type: "NEW", Data: json.RawMessage("null")})
			s.event("NEW")
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := fakediscord.New(t, quick)
			d.NextConnection(tt.script)
			tt.check(dial(t, d))
		})
	}
}

func TestEveryConnection(t *testing.T) {
	t.Parallel()
	d := fakediscord.New(t, quick)
	d.EveryConnection(fakediscord.Script{Hello: func(c *fakediscord.Conn) { c.Close(4000, "Unknown error.") }})
	d.NextConnection(fakediscord.Script{})
	connect(t, d)
	for range 2 {
		if code := dial(t, d).closed(); code != 4000 {
			t.Errorf("closed with %d", code)
		}
	}
	if err := d.WaitFor(timed(t), func() bool { return !d.Connections()[2].Alive() }); err != nil {
		t.Error(err)
	}
	if c := d.Connections(); !c[0].Alive() || c[1].ClosedWith() != 4000 {
		t.Error("the first connection is closed, or the second is not")
	}
}

func TestHalfOpen(t *testing.T) {
	t.Parallel()
	d := fakediscord.New(t, quick)
	d.NextConnection(fakediscord.Script{HalfOpen: true}, fakediscord.Script{HalfOpen: true}, fakediscord.Script{Status: http.StatusBadGateway})
	ctx, leave := context.WithCancel(timed(t))
	go func() {
		_ = d.WaitFor(ctx, func() bool { return len(d.Connections()) == 1 })
		leave()
	}()
	// The dialer of gorilla/websocket does not end a handshake when its context is
	// cancelled: a plain request does.
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, "http"+strings.TrimPrefix(d.GatewayURL(), "ws"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := newClient(t, d).do(r); !errors.Is(err, context.Canceled) {
		t.Errorf("a half-open connection: %v", err)
	}
	ctx = timed(t)
	go func() {
		_ = d.WaitFor(ctx, func() bool { return len(d.Connections()) == 2 })
		d.Connections()[1].Cut()
	}()
	if _, _, err := websocket.DefaultDialer.DialContext(ctx, d.GatewayURL()+"?v=10", nil); err == nil || ctx.Err() != nil { //nolint:bodyclose // there is no answer
		t.Errorf("a half-open connection that is cut: %v, %v", err, ctx.Err())
	}
	_, resp, err := websocket.DefaultDialer.DialContext(ctx, d.GatewayURL()+"?v=10", nil)
	if err == nil || resp.StatusCode != http.StatusBadGateway {
		t.Errorf("a refused handshake: %v", err)
	}
	_ = resp.Body.Close()
}
