package safehttp

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// spellings are hosts that lead inside, written in every way that some client
// understands. PORT stands for the port of a server that listens inside.
var spellings = []string{
	"127.0.0.1:PORT", "127.0.0.2:PORT", "127.1:PORT", "127.0.1:PORT", "2130706433:PORT", "0x7f000001:PORT", "0x7F.1:PORT", "0x7f.0.0.1:PORT",
	"0177.0.0.1:PORT", "0177.1:PORT", "017700000001:PORT", "127.0.0.01:PORT", "127.0.0.0x1:PORT", "00127.0.0.1:PORT", "127.000.000.001:PORT",
	"0:PORT", "0.0:PORT", "0.0.0.0:PORT", "0x0:PORT", "00:PORT", "4294967295:PORT", "4294967297:PORT", "127.0.0.1.:PORT", "127.1.:PORT",
	"[::]:PORT", "[::1]:PORT", "[0:0:0:0:0:0:0:1]:PORT", "[0000::0001]:PORT", "[::ffff:127.0.0.1]:PORT", "[::ffff:7f00:1]:PORT",
	"[0:0:0:0:0:ffff:127.0.0.1]:PORT", "[::127.0.0.1]:PORT", "[::ffff:0:7f00:1]:PORT", "[fe80::1%25lo]:PORT", "[::1%25lo]:PORT", "[fe80::1]:PORT",
	"[64:ff9b::7f00:1]:PORT", "[64:ff9b:1::7f00:1]:PORT", "[2002:7f00:1::]:PORT", "[2001:0:7f00:1::]:PORT", "[fd00:ec2::254]:PORT", "[fec0::1]:PORT",
	"[100::1]:PORT", "localhost:PORT", "LOCALHOST:PORT", "localhost.:PORT", "a.localhost:PORT", "inside.test:PORT", "INSIDE.TEST.:PORT",
	"inside%2etest:PORT", "①②⑦.⓪.⓪.①:PORT", "１２７.０.０.１:PORT", "127。0。0。1:PORT", "127．0．0．1:PORT", "①②⑦.1:PORT", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:PORT",
	"%31%32%37.0.0.1:PORT", "127%2e0%2e0%2e1:PORT", "user@127.0.0.1:PORT", "user:pass@127.0.0.1:PORT", "news.example@127.0.0.1:PORT",
	"news.example%40127.0.0.1:PORT", "127.0.0.1\\@news.example:PORT", "127.0.0.1%00.news.example:PORT", "127.0.0.1%0d%0a:PORT", "127.0.0.1\t:PORT",
	"169.254.169.254", "169.254.169.254:PORT", "2852039166", "0xa9fea9fe", "[::ffff:a9fe:a9fe]", "100.100.100.200", "10.0.0.1", "172.16.0.1",
	"192.168.1.1", "192.0.0.192", "198.18.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "168.63.129.16", "metadata.test",
	"127.0.0.1:22", "127.0.0.1:25", "127.0.0.1:6379", "127.0.0.1:0", "127.0.0.1:99999", "127.0.0.1:http", "127.0.0.1:-1",
}

const outside = "93.184.216.34"

// names answers look-ups: the n-th one of a host gets the n-th of its answers,
// or the last.
type names struct {
	mu      sync.Mutex
	answers map[string][]string // addresses, joined by spaces
	asked   map[string]int
}

func (n *names) LookupNetIP(_ context.Context, _, host string) ([]netip.Addr, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	all := n.answers[host]
	if len(all) == 0 {
		return nil, &net.DNSError{Err: "no such host", Name: host, IsNotFound: true}
	}
	i := min(n.asked[host], len(all)-1)
	n.asked[host]++
	var addrs []netip.Addr
	for s := range strings.FieldsSeq(all[i]) {
		addrs = append(addrs, netip.MustParseAddr(s))
	}
	return addrs, nil
}

// network is a small internet: one public server, one that listens inside on
// every address of this machine, and names.
type network struct {
	client *Client
	port   string       // of the server inside
	inside atomic.Int32 // connections that it accepted
	tried  atomic.Int32 // connections that were tried to special addresses
}

// newNetwork starts a network whose public server is handler.
func newNetwork(t *testing.T, answers map[string][]string, handler http.HandlerFunc, allow ...string) *network {
	t.Helper()
	n := &network{}
	n.listenInside(t)
	s := httptest.NewServer(handler)
	t.Cleanup(s.Close)
	o := Options{AllowHTTP: true, Pause: 1, Resolver: &names{answers: answers, asked: map[string]int{}}, ConnectTimeout: 2 * time.Second}
	for _, host := range allow {
		o.AllowHosts = append(o.AllowHosts, strings.ReplaceAll(host, "PORT", n.port))
	}
	o = o.withDefaults()
	d := newDialer(o, newPolicy(o))
	d.policy.ports = append(d.policy.ports, n.port)
	d.connect = func(ctx context.Context, to netip.AddrPort, guarded bool) (net.Conn, error) {
		if to.Addr().String() == outside {
			var plain net.Dialer
			return plain.DialContext(ctx, "tcp", s.Listener.Addr().String())
		}
		n.tried.Add(1)
		return d.connectTCP(ctx, to, guarded)
	}
	n.client = newClient(o, d)
	return n
}

// listenInside serves on every address of this machine.
func (n *network) listenInside(t *testing.T) {
	t.Helper()
	l, err := new(net.ListenConfig).Listen(t.Context(), "tcp", ":0")
	if err != nil {
		t.Fatal(err)
	}
	_, n.port, _ = net.SplitHostPort(l.Addr().String())
	s := &httptest.Server{Listener: l, Config: &http.Server{
		ReadHeaderTimeout: time.Second,
		Handler:           http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("inside")) }),
		ConnState: func(_ net.Conn, state http.ConnState) {
			if state == http.StateNew {
				n.inside.Add(1)
			}
		},
	}}
	s.Start()
	t.Cleanup(s.Close)
}

func (n *network) expectUntouched(t *testing.T, what string) {
	t.Helper()
	if n.inside.Load() != 0 || n.tried.Load() != 0 {
		t.Errorf("%s: %d connections reached the server inside, %d were tried", what, n.inside.Swap(0), n.tried.Swap(0))
	}
}

var insideNames = map[string][]string{
	"news.example": {outside}, "inside.test": {"127.0.0.1"}, "metadata.test": {"169.254.169.254"}, "localhost": {"127.0.0.1"},
}

func TestNoSpellingLeadsInside(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, insideNames, http.NotFound)
	for _, spelling := range spellings {
		for _, scheme := range []string{"http", "https"} {
			raw := scheme + "://" + strings.ReplaceAll(spelling, "PORT", n.port) + "/"
			if _, err := n.client.Get(t.Context(), raw, Validators{}); err == nil {
				t.Errorf("Get(%q): no error", raw)
			}
			n.expectUntouched(t, raw)
		}
	}
}

func TestNoRedirectLeadsInside(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, insideNames, func(w http.ResponseWriter, r *http.Request) {
		if to := r.URL.Query().Get("to"); to != "" {
			w.Header().Set("Location", to)
			w.Header().Set("Refresh", "0; url="+to)
			w.WriteHeader(http.StatusTemporaryRedirect)
			return
		}
		http.NotFound(w, r)
	})
	targets := []string{"file:///etc/passwd", "gopher://127.0.0.1:PORT/_x", "ftp://127.0.0.1:PORT/", "javascript:alert(1)", "data:text/html,x", "//127.0.0.1:PORT/", "http:127.0.0.1:PORT", "http:///127.0.0.1:PORT/"}
	for _, spelling := range spellings {
		targets = append(targets, "http://"+spelling+"/")
	}
	for _, target := range targets {
		target = strings.ReplaceAll(target, "PORT", n.port)
		if _, err := n.client.Get(t.Context(), "http://news.example/?to="+url.QueryEscape(target), Validators{}); err == nil {
			t.Errorf("redirect to %q: no error", target)
		}
		n.expectUntouched(t, target)
	}
}

// TestNoNameLeadsInside resolves names to special addresses: at once, beside a
// public address, and only once the page was seen at a public one.
func TestNoNameLeadsInside(t *testing.T) {
	t.Parallel()
	page := func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/start":
			http.Redirect(w, r, "/secret", http.StatusFound)
		case "/page":
			_, _ = w.Write([]byte("public"))
		default:
			http.NotFound(w, r)
		}
	}
	for _, addr := range special {
		n := newNetwork(t, map[string][]string{
			"plain.test":  {addr},
			"mixed.test":  {addr + " " + outside},
			"rebind.test": {outside, outside, addr}, // robots.txt, the page, its redirect
		}, page)
		for _, host := range []string{"plain.test", "rebind.test"} {
			_, err := n.client.Get(t.Context(), "http://"+host+":"+n.port+"/start", Validators{})
			if !errors.Is(err, ErrPrivateAddress) {
				t.Errorf("%s at %s: %v, want ErrPrivateAddress", host, addr, err)
			}
			n.expectUntouched(t, host+" at "+addr)
		}
		resp, err := n.client.Get(t.Context(), "http://mixed.test:"+n.port+"/page", Validators{})
		if err != nil || string(resp.Body) != "public" {
			t.Errorf("a host with a public address beside %s: %v", addr, err)
		}
		n.expectUntouched(t, "mixed.test at "+addr)
	}
}

// TestSocketIsChecked is about the last line: an address that a look-up let
// through is still refused when the socket is about to connect to it.
func TestSocketIsChecked(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, nil, http.NotFound)
	d := newDialer(n.client.options, n.client.policy)
	for _, ip := range []string{"127.0.0.1", "::1", "0.0.0.0"} {
		to, err := netip.ParseAddrPort(net.JoinHostPort(ip, n.port))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := d.connectTCP(t.Context(), to, true); !errors.Is(err, ErrPrivateAddress) {
			t.Errorf("connect to %s: %v, want ErrPrivateAddress", to, err)
		}
	}
	n.expectUntouched(t, "a guarded socket")
}

// TestAllowedHostsAreReached shows that the server inside can be reached, so
// that the tests above are not passed by a server that nobody could reach.
func TestAllowedHostsAreReached(t *testing.T) {
	t.Parallel()
	tests := []struct{ allow, get string }{
		{"127.0.0.1:PORT", "http://127.0.0.1:PORT/"},
		{"127.0.0.1", "http://127.0.0.1:PORT/"},
		{"inside.test", "http://INSIDE.test.:PORT/"},
		{"inside.test:PORT", "http://inside.test:PORT/"},
		{"localhost", "http://localhost:PORT/"},
	}
	for _, tt := range tests {
		n := newNetwork(t, insideNames, http.NotFound, tt.allow)
		if _, err := n.client.Get(t.Context(), strings.ReplaceAll(tt.get, "PORT", n.port), Validators{}); err != nil {
			t.Errorf("with %s allowed: %v", tt.allow, err)
		}
		if n.inside.Load() == 0 {
			t.Errorf("with %s allowed: the server inside saw nobody", tt.allow)
		}
	}
	n := newNetwork(t, insideNames, http.NotFound, "127.0.0.1:1", "other.test")
	if _, err := n.client.Get(t.Context(), "http://127.0.0.1:"+n.port+"/", Validators{}); !errors.Is(err, ErrPrivateAddress) {
		t.Errorf("with another port allowed: %v, want ErrPrivateAddress", err)
	}
}
