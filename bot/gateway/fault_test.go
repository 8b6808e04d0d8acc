package gateway

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"sherpa/internal/fakediscord"
)

// recovery is what a fault costs.
type recovery struct {
	// Took is from the fault until the shard is ready again.
	Took time.Duration
	// Identifies and Resumes are those that followed the fault.
	Identifies, Resumes int
	// Code is what the faulty connection was closed with, by whoever was first; 0
	// if it was cut by Discord or never spoke WebSocket.
	Code int
}

// TestHandshakeFaults has the first connection of a shard fail before READY.
// Waits are half of their spans: 0.5 s, and 3 s after an invalid session.
func TestHandshakeFaults(t *testing.T) {
	t.Parallel()
	const half = 500 * time.Millisecond
	reconnect := func(c *fakediscord.Conn) { c.Reconnect() }
	invalid := func(resumable bool) func(*fakediscord.Conn) {
		return func(c *fakediscord.Conn) { c.InvalidSession(resumable) }
	}
	text := func(lines ...string) func(*fakediscord.Conn) {
		return func(c *fakediscord.Conn) {
			for _, line := range lines {
				c.SendText(line)
			}
		}
	}
	for name, tt := range map[string]struct {
		script fakediscord.Script
		want   recovery
	}{
		"half-open":                 {fakediscord.Script{HalfOpen: true}, recovery{10*time.Second + half, 1, 0, 0}},
		"refused by HTTP":           {fakediscord.Script{Status: 503}, recovery{half, 1, 0, 0}},
		"no Hello":                  {fakediscord.Script{Hello: fakediscord.Silent}, recovery{20*time.Second + half, 1, 0, 4000}},
		"op 7 in place of Hello":    {fakediscord.Script{Hello: reconnect}, recovery{half, 1, 0, 4000}},
		"op 9 in place of Hello":    {fakediscord.Script{Hello: invalid(false)}, recovery{3 * time.Second, 1, 0, 4000}},
		"event in place of Hello":   {fakediscord.Script{Hello: text(`{"op":0,"s":1,"t":"READY","d":{"session_id":"x"}}`)}, recovery{20*time.Second + half, 1, 0, 4000}},
		"op 1 in place of Hello":    {fakediscord.Script{Hello: text(`{"op":1}`)}, recovery{20*time.Second + half, 1, 0, 4000}},
		"Hello with interval 0":     {fakediscord.Script{Hello: text(`{"op":10,"d":{"heartbeat_interval":0}}`)}, recovery{20*time.Second + half, 1, 0, 4000}},
		"Hello with a huge number":  {fakediscord.Script{Hello: text(`{"op":10,"d":{"heartbeat_interval":1e300}}`)}, recovery{20*time.Second + half, 1, 0, 4000}},
		"Hello with null":           {fakediscord.Script{Hello: text(`{"op":10,"d":null}`)}, recovery{20*time.Second + half, 1, 0, 4000}},
		"no READY":                  {fakediscord.Script{Identify: fakediscord.Silent}, recovery{15*time.Second + half, 2, 0, 4000}},
		"op 7 before READY":         {fakediscord.Script{Identify: reconnect}, recovery{5250 * time.Millisecond, 2, 0, 4000}},
		"op 9 false after IDENTIFY": {fakediscord.Script{Identify: invalid(false)}, recovery{5250 * time.Millisecond, 2, 0, 4000}},
		"op 9 true after IDENTIFY":  {fakediscord.Script{Identify: invalid(true)}, recovery{5250 * time.Millisecond, 2, 0, 4000}},
		"READY with null":           {fakediscord.Script{Identify: text(`{"op":0,"s":1,"t":"READY","d":null}`)}, recovery{15*time.Second + half, 2, 0, 4000}},
		"two Hellos":                {fakediscord.Script{Hello: func(c *fakediscord.Conn) { c.Hello(); c.Hello() }}, recovery{0, 1, 0, 0}},
		"Hello after noise": {fakediscord.Script{Hello: func(c *fakediscord.Conn) {
			text("null", "", "[]", `"`, `{"op":"ten"}`, `{"op":99,"d":{}}`, `{"d":1}`, "\xff")(c)
			c.Hello()
		}}, recovery{0, 1, 0, 0}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				d, dial := inMemory(t, fakediscord.Options{})
				d.NextConnection(tt.script)
				began := time.Now()
				r := start(t, d, dial)
				r.next(nil)
				got := recovery{time.Since(began), len(d.Identifies()), len(d.Resumes()), d.Connections()[0].ClosedWith()}
				if diff := cmp.Diff(tt.want, got); diff != "" {
					t.Error(diff)
				}
				synctest.Wait()
				r.heard("GUILD_UPDATE")
			})
		})
	}
}

// TestFaultsWhenReady has the connection of a shard fail that was ready. Waits
// are half of their spans: 0.5 s, and 3 s after an invalid session.
func TestFaultsWhenReady(t *testing.T) {
	t.Parallel()
	const half = 500 * time.Millisecond
	for name, tt := range map[string]struct {
		fault func(*fakediscord.Conn)
		want  recovery
	}{
		"cut":            {(*fakediscord.Conn).Cut, recovery{half, 0, 1, 0}},
		"op 7":           {(*fakediscord.Conn).Reconnect, recovery{half, 0, 1, 4000}},
		"op 9 true":      {func(c *fakediscord.Conn) { c.InvalidSession(true) }, recovery{half, 0, 1, 4000}},
		"op 9 false":     {func(c *fakediscord.Conn) { c.InvalidSession(false) }, recovery{3 * time.Second, 1, 0, 4000}},
		"op 9 with null": {func(c *fakediscord.Conn) { c.Send(fakediscord.OpInvalidSession, nil) }, recovery{3 * time.Second, 1, 0, 4000}},
		// The heart beats after 41.25 and 82.5 s, the fault comes after 60.
		"no acknowledgements":  {func(c *fakediscord.Conn) { c.SetACK(false) }, recovery{22500*time.Millisecond + 5*time.Second + half, 0, 1, 4000}},
		"closed without code":  {func(c *fakediscord.Conn) { c.Close(1005, "") }, recovery{half, 0, 1, 1005}},
		"closed, unknown code": {func(c *fakediscord.Conn) { c.Close(4999, "") }, recovery{half, 0, 1, 4999}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				d, dial := inMemory(t, fakediscord.Options{})
				r := start(t, d, dial)
				first := r.next(nil)
				pass(time.Minute)
				identifies, resumes := len(d.Identifies()), len(d.Resumes())
				began := time.Now()
				tt.fault(first)
				r.next(first)
				got := recovery{time.Since(began), len(d.Identifies()) - identifies, len(d.Resumes()) - resumes, first.ClosedWith()}
				if diff := cmp.Diff(tt.want, got); diff != "" {
					t.Error(diff)
				}
				synctest.Wait()
				r.heard("GUILD_UPDATE")
			})
		})
	}
}
