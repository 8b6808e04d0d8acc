package gateway

import (
	"crypto/tls"
	"crypto/x509"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"sherpa/internal/fakediscord"
)

var cuts = flag.Int("cuts", 100, "how many sockets TestSocketCuts cuts")

// swiftly has everything wait for little, on the real clock.
func swiftly(o *Options) {
	o.Timing = Timing{BackoffMin: time.Millisecond, BackoffMax: 20 * time.Millisecond, IdentifyGap: time.Millisecond, Close: 100 * time.Millisecond}
}

// TestSocketCuts cuts real sockets while an event is under way. Each event
// arrives, once.
func TestSocketCuts(t *testing.T) {
	t.Parallel()
	d := fakediscord.New(t, fakediscord.Options{IdentifyGap: -1})
	r := start(t, d, swiftly)
	c := r.next(nil)
	r.eventually(r.isUp(1))
	var took []time.Duration
	for i := range *cuts {
		began := time.Now()
		if i%2 == 0 {
			c.Cut()
		}
		d.Dispatch(fmt.Sprintf("TEST_%d", i), map[string]any{})
		if i%2 == 1 {
			c.Cut()
		}
		c = r.next(c)
		r.eventually(r.isUp(i + 2))
		took = append(took, time.Since(began))
	}
	r.hears("LAST")
	seen := map[string]int{}
	for _, name := range r.types() {
		seen[name]++
	}
	for i := range *cuts {
		if n := seen[fmt.Sprintf("TEST_%d", i)]; n != 1 {
			t.Errorf("event %d arrived %d times", i, n)
		}
	}
	if n := len(d.Identifies()); n != 1 {
		t.Errorf("%d IDENTIFYs", n)
	}
	slices.Sort(took)
	t.Logf("%d cuts: back after %v (median), %v (p99), %v (longest)", *cuts, took[len(took)/2], took[len(took)*99/100], took[len(took)-1])
	r.stop()
	_ = r.ended()
	r.s.running.Wait()
}

// isUp says whether READY and RESUMED came n times.
func (r *rig) isUp(n int) func() bool {
	return func() bool {
		seen := 0
		for _, name := range r.types() {
			if name == "READY" || name == "RESUMED" {
				seen++
			}
		}
		return seen >= n
	}
}

// hears waits until an event comes that is sent now.
func (r *rig) hears(name string) {
	r.t.Helper()
	r.d.Dispatch(name, map[string]any{"id": "1"})
	r.eventually(func() bool { return slices.Contains(r.types(), name) })
}

// eventually waits for what changes with events.
func (r *rig) eventually(holds func() bool) {
	r.t.Helper()
	for !holds() {
		select {
		case <-r.heardOne:
		case <-time.After(20 * time.Second):
			r.t.Fatalf("heard only %v; states %+v", r.types(), r.s.States())
		}
	}
}

// TestDropsAtReady has Discord cut real sockets right after READY or RESUMED,
// when discordgo's goroutines are about to start.
func TestDropsAtReady(t *testing.T) {
	t.Parallel()
	d := fakediscord.New(t, fakediscord.Options{IdentifyGap: -1})
	scripts := slices.Repeat([]fakediscord.Script{
		{Ready: (*fakediscord.Conn).Cut},
		{Ready: (*fakediscord.Conn).Reconnect},
		{Ready: func(c *fakediscord.Conn) { c.InvalidSession(true) }},
		{Ready: func(c *fakediscord.Conn) { c.AskHeartbeat(); c.Cut() }},
		{Ready: func(c *fakediscord.Conn) { c.Close(4000, "") }},
	}, 10)
	d.NextConnection(scripts...)
	r := start(t, d, swiftly)
	r.until(func() bool { return len(d.Connections()) > len(scripts) })
	r.hears("LAST")
	// A READY that is cut before it is read costs an IDENTIFY: nothing was heard
	// that could be resumed from.
	if n := len(d.Identifies()); n > 5 {
		t.Errorf("%d IDENTIFYs", n)
	}
}

// TestTLS goes through a proxy that speaks TLS, as Discord does.
func TestTLS(t *testing.T) {
	t.Parallel()
	d := fakediscord.New(t, fakediscord.Options{})
	target, err := url.Parse(d.APIURL())
	if err != nil {
		t.Fatal(err)
	}
	target.Path = ""
	proxy := httptest.NewTLSServer(&httputil.ReverseProxy{
		Rewrite:      func(p *httputil.ProxyRequest) { p.SetURL(target) },
		ErrorHandler: func(w http.ResponseWriter, _ *http.Request, _ error) { w.WriteHeader(http.StatusBadGateway) },
	})
	t.Cleanup(proxy.Close)
	d.SetGateway(func(g *fakediscord.GatewayInfo) { g.URL = "wss" + strings.TrimPrefix(proxy.URL, "https") + "/gateway" })
	d.SetResumeURL("wss" + strings.TrimPrefix(proxy.URL, "https") + "/resume")
	pool := x509.NewCertPool()
	pool.AddCert(proxy.Certificate())
	r := start(t, d, swiftly, func(o *Options) { o.TLS = &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12} })
	c := r.next(nil)
	r.eventually(r.isUp(1))
	r.hears("FIRST")
	c.Cut()
	r.next(c)
	r.hears("SECOND")
}

// TestForeignCertificate has the gateway show a certificate that nobody signed.
func TestForeignCertificate(t *testing.T) {
	t.Parallel()
	server := httptest.NewUnstartedServer(http.NotFoundHandler())
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	t.Cleanup(server.Close)
	d := fakediscord.New(t, fakediscord.Options{})
	d.SetGateway(func(g *fakediscord.GatewayInfo) { g.URL = "wss" + strings.TrimPrefix(server.URL, "https") })
	failed := make(chan State, 10)
	r := start(t, d, swiftly, func(o *Options) {
		o.OnState = func(s State) {
			if s.Phase == BackingOff {
				select {
				case failed <- s:
				default:
				}
			}
		}
	})
	<-failed
	r.stop()
	if n := len(d.Connections()) + r.s.States()[0].Identifies; n != 0 {
		t.Error("connected all the same")
	}
}

// TestWriteStalls has the other side stop reading, so that writes hang.
func TestWriteStalls(t *testing.T) {
	t.Parallel()
	ours, theirs := net.Pipe()
	t.Cleanup(func() { _ = theirs.Close() })
	l := newTestLink(t)
	l.o.Timing.Write = 50 * time.Millisecond
	g := l.wrap(ours).(*guard)
	go func() { _, _ = theirs.Write([]byte("HTTP/1.1 101 OK\r\n\r\n")) }()
	if _, err := io.ReadFull(g, make([]byte, 19)); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	if _, err := g.Write(text(`{"op":1,"d":3}`)); err == nil {
		t.Error("no error")
	}
	g.leave(4000, 50*time.Millisecond, true)
	if took := time.Since(began); took > 2*time.Second || l.end.cause != causeLost {
		t.Errorf("%v, %q", took, l.end.cause)
	}
}

// TestEndlessMessage has Discord send a message without end, in fragments.
func TestEndlessMessage(t *testing.T) {
	t.Parallel()
	part := newFrame(frameContinuation, make([]byte, 1<<20), false)
	part[0] &^= finalBit
	l := newTestLink(t)
	g := l.wrap(&wire{Reader: io.MultiReader(strings.NewReader("HTTP/1.1 101 OK\r\n\r\n"), &endless{p: part})})
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, _ = io.Copy(io.Discard, g)
	runtime.ReadMemStats(&after)
	if l.end.cause != causeLost {
		t.Errorf("%q", l.end.cause)
	}
	if grown := after.Sys - before.Sys; grown > 128<<20 {
		t.Errorf("grew by %d bytes", grown)
	}
}

// endless reads p again and again.
type endless struct {
	p  []byte
	at int
}

func (e *endless) Read(p []byte) (int, error) {
	n := copy(p, e.p[e.at:])
	e.at = (e.at + n) % len(e.p)
	return n, nil
}
