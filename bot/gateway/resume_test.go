package gateway

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"sherpa/internal/fakediscord"
)

// TestResumeFaults has resumptions fail after a ready connection was cut.
// Waits are half of their spans: 0.5, 1, 2, 4 s ...
func TestResumeFaults(t *testing.T) {
	t.Parallel()
	const (
		half  = 500 * time.Millisecond
		three = half + time.Second + 2*time.Second // the waits before three resumptions
		four  = three + 4*time.Second
	)
	resume := func(f func(*fakediscord.Conn)) fakediscord.Script { return fakediscord.Script{Resume: f} }
	invalid := func(resumable bool) func(*fakediscord.Conn) {
		return func(c *fakediscord.Conn) { c.InvalidSession(resumable) }
	}
	closing := func(code int) func(*fakediscord.Conn) { return func(c *fakediscord.Conn) { c.Close(code, "") } }
	for name, tt := range map[string]struct {
		script fakediscord.Script // of every connection that resumes
		want   recovery
	}{
		"op 9 false":             {resume(invalid(false)), recovery{half + 3*time.Second, 1, 1, 4000}},
		"op 9 true, always":      {resume(invalid(true)), recovery{four, 1, 3, 4000}},
		"op 7 before RESUMED":    {resume((*fakediscord.Conn).Reconnect), recovery{four, 1, 3, 4000}},
		"closed with 4007":       {resume(closing(4007)), recovery{half + time.Second, 1, 1, 4007}},
		"closed with 4009":       {resume(closing(4009)), recovery{half + time.Second, 1, 1, 4009}},
		"closed with 4000":       {resume(closing(4000)), recovery{four, 1, 3, 4000}},
		"no RESUMED":             {resume(fakediscord.Silent), recovery{four + 3*15*time.Second, 1, 3, 4000}},
		"cut before RESUMED":     {resume((*fakediscord.Conn).Cut), recovery{four, 1, 3, 0}},
		"op 7 in place of Hello": {fakediscord.Script{Hello: (*fakediscord.Conn).Reconnect}, recovery{four, 1, 0, 4000}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				d, dial := inMemory(t, fakediscord.Options{})
				r := start(t, d, dial)
				first := r.next(nil)
				pass(time.Minute)
				d.NextConnection(tt.script, tt.script, tt.script)
				began := time.Now()
				first.Cut()
				r.until(func() bool { return len(d.Identifies()) == 2 })
				got := recovery{time.Since(began), len(d.Identifies()) - 1, len(d.Resumes()), d.Connections()[1].ClosedWith()}
				if diff := cmp.Diff(tt.want, got); diff != "" {
					t.Error(diff)
				}
				r.next(first)
				r.heard("GUILD_UPDATE")
			})
		})
	}
}

// TestDeadResumeURL has the address of resumption refuse or swallow connections.
func TestDeadResumeURL(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		dial func(context.Context) (net.Conn, error)
		took time.Duration
	}{
		"refuses": {
			func(context.Context) (net.Conn, error) { return nil, errors.New("refused") },
			7500 * time.Millisecond,
		},
		"black hole": {
			func(ctx context.Context) (net.Conn, error) { <-ctx.Done(); return nil, ctx.Err() },
			7500*time.Millisecond + 3*10*time.Second,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				d, dial := inMemory(t, fakediscord.Options{})
				d.SetResumeURL("ws://dead.test/")
				var tries atomic.Int64
				r := start(t, d, dial, func(o *Options) {
					alive := o.Dial
					o.Dial = func(ctx context.Context, network, address string) (net.Conn, error) {
						if strings.HasPrefix(address, "dead.test") {
							tries.Add(1)
							return tt.dial(ctx)
						}
						return alive(ctx, network, address)
					}
				})
				first := r.next(nil)
				pass(time.Minute)
				began := time.Now()
				first.Cut()
				r.next(first)
				if took := time.Since(began); took != tt.took || tries.Load() != 3 || len(d.Identifies()) != 2 {
					t.Errorf("ready after %v, %d tries, %d IDENTIFYs", took, tries.Load(), len(d.Identifies()))
				}
			})
		})
	}
}

// TestNetworkOutage cuts everything off for half a minute: the session is resumed
// when the network is back, and no IDENTIFY is spent.
func TestNetworkOutage(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		d, dial := inMemory(t, fakediscord.Options{})
		var down atomic.Bool
		r := start(t, d, dial, func(o *Options) {
			alive := o.Dial
			o.Dial = func(ctx context.Context, network, address string) (net.Conn, error) {
				if down.Load() {
					return nil, errors.New("no network")
				}
				return alive(ctx, network, address)
			}
		})
		first := r.next(nil)
		pass(time.Minute)
		down.Store(true)
		first.Cut()
		d.Dispatch("MESSAGE_CREATE", map[string]any{"id": "7"})
		pass(30 * time.Second)
		down.Store(false)
		r.next(first)
		if diff := cmp.Diff([]int{1, 1}, []int{len(d.Identifies()), len(d.Resumes())}); diff != "" {
			t.Errorf("IDENTIFYs and RESUMEs: %s", diff)
		}
		if diff := cmp.Diff([]string{"READY", "MESSAGE_CREATE", "RESUMED"}, r.types()); diff != "" {
			t.Error(diff)
		}
	})
}

// TestResumesWhereReadySays cuts a connection and has events missed.
func TestResumesWhereReadySays(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		d, dial := inMemory(t, fakediscord.Options{})
		r := start(t, d, dial)
		first := r.next(nil)
		pass(time.Minute)
		first.Cut()
		for i := range 500 {
			d.Dispatch("MESSAGE_CREATE", map[string]any{"id": fmt.Sprint(i)})
		}
		second := r.next(first)
		if first.Path != "/gateway/" || second.Path != "/resume/" {
			t.Errorf("connected at %s, then %s", first.Path, second.Path)
		}
		types := r.types()
		if len(types) != 502 || types[0] != "READY" || types[501] != "RESUMED" {
			t.Errorf("%d events, the last %v", len(types), types[max(len(types)-3, 0):])
		}
		pass(time.Minute)
		if beats := d.Heartbeats(); beats[len(beats)-1].Seq < 500 {
			t.Errorf("the last heartbeat has sequence %d", beats[len(beats)-1].Seq)
		}
	})
}

// TestResumeStaysWithinTLS has a READY name an address without TLS.
func TestResumeStaysWithinTLS(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		url    string
		secure bool
		want   string
	}{
		{"wss://other.test", true, "wss://other.test"},
		{"ws://other.test", true, "wss://own.test"},
		{"ws://other.test", false, "ws://other.test"},
		{"http://other.test", false, "wss://own.test"},
		{"wss://user@other.test", true, "wss://own.test"},
		{"wss://", true, "wss://own.test"},
		{"", true, "wss://own.test"},
	} {
		m := message{Data: fmt.Appendf(nil, `{"session_id":"s","resume_gateway_url":%q}`, tt.url)}
		got, err := m.ready("wss://own.test", tt.secure)
		if err != nil || got.url != tt.want {
			t.Errorf("%q, secure %v: %q, %v", tt.url, tt.secure, got.url, err)
		}
	}
}
