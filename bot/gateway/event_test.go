package gateway

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"sherpa/internal/fakediscord"
)

// TestHostileEvents sends what discordgo's own types make it panic or stumble
// over; every event reaches the handler as it was sent.
func TestHostileEvents(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		d, dial := inMemory(t, fakediscord.Options{})
		r := start(t, d, dial)
		c := r.next(nil)
		want := []Dispatch{}
		for i, e := range []struct{ name, data string }{
			{"GUILD_CREATE", "null"},
			{"GUILD_CREATE", `{"id":null,"channels":[null],"members":[null]}`},
			{"GUILD_UPDATE", "null"},
			{"VOICE_STATE_UPDATE", "null"},
			{"VOICE_SERVER_UPDATE", "null"},
			{"MESSAGE_CREATE", `{"author":null,"components":[{"type":20}]}`},
			{"INTERACTION_CREATE", `{"type":2,"data":null}`},
			{"INTERACTION_CREATE", `{"type":99,"data":[]}`},
			{"READY_SOON", `"text"`},
			{"", `{}`},
			{`"quoted"`, `{}`},
			{"RESUMED", "null"},
		} {
			c.SendText(fmt.Sprintf(`{"op":0,"s":%d,"t":%q,"d":%s}`, i+10, e.name, e.data))
			want = append(want, Dispatch{0, e.name, []byte(e.data)})
		}
		c.SendText(`{"op":0,"s":null,"t":null}`)
		want = append(want, Dispatch{0, "", []byte("null")})
		synctest.Wait()
		if diff := cmp.Diff(want, r.events[1:]); diff != "" {
			t.Error(diff)
		}
		pass(time.Hour)
		if n := len(d.Connections()); n != 1 {
			t.Errorf("%d connections", n)
		}
	})
}

// TestUnreadableMessages sends what is no message; the connection stays.
func TestUnreadableMessages(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		d, dial := inMemory(t, fakediscord.Options{})
		r := start(t, d, dial)
		c := r.next(nil)
		for _, text := range []string{"null", "", "[]", `{"op":0,"s":"x"}`, `{"op":99}`, `{"op":-1}`, `{"op":11,"d":`, `{"op":10}`} {
			c.SendText(text)
		}
		c.AskHeartbeat()
		before := len(d.Heartbeats())
		synctest.Wait()
		r.heard("GUILD_UPDATE")
		if len(d.Connections()) != 1 || len(d.Heartbeats()) != before+1 {
			t.Errorf("%d connections, %d heartbeats", len(d.Connections()), len(d.Heartbeats()))
		}
	})
}

// TestHandlerPanics has the handler panic on every event.
func TestHandlerPanics(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		d, dial := inMemory(t, fakediscord.Options{})
		var log strings.Builder
		calls := 0
		r := start(t, d, dial, logTo(&log), func(o *Options) {
			o.Handler = func(context.Context, Dispatch) {
				calls++
				panic("somebody's text")
			}
		})
		r.next(nil)
		for range 10 {
			d.Dispatch("GUILD_UPDATE", map[string]any{"id": "1"})
		}
		pass(time.Hour)
		if calls != 11 || len(d.Connections()) != 1 {
			t.Errorf("%d calls, %d connections", calls, len(d.Connections()))
		}
		r.stop()
		synctest.Wait()
		if s := log.String(); !strings.Contains(s, "TestHandlerPanics") || strings.Contains(s, "somebody") {
			t.Errorf("the log says: %s", s)
		}
	})
}

// TestGuildStorm has 2,500 servers become unavailable and come back.
func TestGuildStorm(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		d, dial := inMemory(t, fakediscord.Options{Keep: 10})
		var seen []string
		r := start(t, d, dial, func(o *Options) {
			o.Handler = func(_ context.Context, e Dispatch) { seen = append(seen, e.Type) }
		})
		c := r.next(nil)
		guild := fmt.Sprintf(`{"id":"7","name":%q}`, strings.Repeat("x", 8<<10))
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		for i := range 5000 {
			kind, data := "GUILD_DELETE", `{"id":"7","unavailable":true}`
			if i >= 2500 {
				kind, data = "GUILD_CREATE", guild
			}
			c.SendEvent(fakediscord.Event{Seq: int64(i + 2), Type: kind, Data: []byte(data)})
		}
		synctest.Wait()
		runtime.GC()
		runtime.ReadMemStats(&after)
		if len(seen) != 5001 || seen[2500] != "GUILD_DELETE" || seen[2501] != "GUILD_CREATE" {
			t.Errorf("%d events", len(seen))
		}
		if grown := max(after.HeapAlloc, before.HeapAlloc) - before.HeapAlloc; grown > 50<<20 {
			t.Errorf("the heap grew by %d bytes", grown)
		}
	})
}

// TestReplayedInOrder cuts a connection while events flow.
func TestReplayedInOrder(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		d, dial := inMemory(t, fakediscord.Options{})
		r := start(t, d, dial)
		c := r.next(nil)
		var want []string
		for i := range 300 {
			name := fmt.Sprintf("TEST_%d", i)
			want = append(want, name)
			d.Dispatch(name, map[string]any{})
			if i%50 == 20 {
				synctest.Wait()
				c.Cut()
			}
			if i%50 == 40 {
				c = r.next(c)
			}
		}
		synctest.Wait()
		got := slices.DeleteFunc(r.types(), func(s string) bool { return s == "READY" || s == "RESUMED" })
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	})
}
