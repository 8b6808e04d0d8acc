package llm

import (
	"bufio"
	"context"
	"crypto/tls"
	"crypto/x509"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"sherpa/answer"
	"sherpa/internal/fakellm"
)

// TestUnreached shows servers that no request gets to.
func TestUnreached(t *testing.T) {
	t.Parallel()
	old := httptest.NewUnstartedServer(http.NotFoundHandler())
	old.TLS = &tls.Config{MinVersion: tls.VersionTLS10, MaxVersion: tls.VersionTLS11} //nolint:gosec // what is refused
	old.Config.ErrorLog = log.New(io.Discard, "", 0)
	old.StartTLS()
	t.Cleanup(old.Close)
	unknown := httptest.NewUnstartedServer(http.NotFoundHandler())
	unknown.Config.ErrorLog = log.New(io.Discard, "", 0)
	unknown.StartTLS()
	t.Cleanup(unknown.Close)
	plainHTTP := httptest.NewServer(http.NotFoundHandler())
	t.Cleanup(plainHTTP.Close)

	for name, tt := range map[string]struct {
		base, says string
		reason     answer.Reason
		dial       func(context.Context, string, string) (net.Conn, error)
	}{
		"nobody listens":         {"http://" + closedPort(t) + "/v1", "is the server running?", answer.ReasonUnavailable, nil},
		"an unknown certificate": {unknown.URL, "certificate", answer.ReasonUnavailable, nil},
		"an old TLS":             {old.URL, "https right?", answer.ReasonUnavailable, nil},
		"no TLS":                 {strings.Replace(plainHTTP.URL, "http:", "https:", 1), "https right?", answer.ReasonUnavailable, nil},
		"an unknown name":        {"https://model.invalid/v1", "is its name right?", answer.ReasonUnavailable, unknownName},
		"no connection":          {"https://model.example/v1", "no connection within", answer.ReasonUnavailable, neverConnects},
		"a name that leads away": {"http://localhost:1/v1", "https", answer.ReasonRejected, leadsAway},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			limits := quick
			limits.Connect = 300 * time.Millisecond
			c, err := New(Options{BaseURL: tt.base, Model: "m", APIKey: canary, Limits: limits})
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			if tt.dial != nil {
				c.http.Transport.(*http.Transport).DialContext = tt.dial //nolint:forcetypeassert // it is ours
			}
			var j journal
			c.options.Ledger = &j
			began := time.Now()
			_, err = generate(t.Context(), c, plain())
			if reasonOf(err) != tt.reason || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("it ends with %v", err)
			}
			if took := time.Since(began); took > 2*time.Second {
				t.Errorf("it took %s", took)
			}
			for _, took := range j.took {
				if took != (Spend{}) {
					t.Errorf("%+v is charged", took)
				}
			}
			silent(t, err)
			t.Log(err)
		})
	}
}

// closedPort is an address of this machine where nobody listens.
func closedPort(t *testing.T) string {
	t.Helper()
	l, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	return l.Addr().String()
}

func unknownName(context.Context, string, string) (net.Conn, error) {
	return nil, &net.OpError{Op: "dial", Net: "tcp", Err: &net.DNSError{Err: "no such host", Name: "model.invalid", IsNotFound: true}}
}

func neverConnects(ctx context.Context, _, _ string) (net.Conn, error) {
	<-ctx.Done()
	return nil, context.Cause(ctx)
}

// leadsAway dials as if the name stood for an address elsewhere.
func leadsAway(ctx context.Context, network, _ string) (net.Conn, error) {
	d := net.Dialer{ControlContext: onlyLocal}
	return d.DialContext(ctx, network, "192.0.2.1:1")
}

func TestOnlyLocal(t *testing.T) {
	t.Parallel()
	for address, local := range map[string]bool{
		"127.0.0.1:80": true, "127.9.9.9:1": true, "[::1]:80": true, "[::ffff:127.0.0.1]:80": true,
		"10.0.0.1:80": false, "192.0.2.1:80": false, "[2001:db8::1]:80": false, "0.0.0.0:80": false, "": false,
	} {
		if err := onlyLocal(t.Context(), "tcp", address, nil); (err == nil) != local {
			t.Errorf("%q: %v", address, err)
		}
	}
}

// TestHTTP2 shows a call over TLS and HTTP/2, as most servers elsewhere have it.
func TestHTTP2(t *testing.T) {
	t.Parallel()
	left := make(chan struct{})
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.ProtoMajor != 2 || r.TLS.Version < tls.VersionTLS12 {
			t.Errorf("it came over %s", r.Proto)
		}
		if r.URL.Path == "/v1/chat/completions" {
			_, _ = io.WriteString(w, fakellm.Events("text")) // the reply tells
			return
		}
		<-r.Context().Done()
		close(left)
	}))
	s.EnableHTTP2 = true
	s.StartTLS()
	defer s.Close()
	for _, path := range []string{"/v1", "/stalls"} {
		limits := quick
		limits.FirstToken = 300 * time.Millisecond
		c, err := New(Options{BaseURL: s.URL + path, Model: "m", APIKey: canary, Limits: limits})
		if err != nil {
			t.Fatal(err)
		}
		trusted := x509.NewCertPool()
		trusted.AddCert(s.Certificate())
		c.http.Transport.(*http.Transport).TLSClientConfig.RootCAs = trusted //nolint:forcetypeassert // it is ours
		got, err := generate(t.Context(), c, plain())
		if path == "/v1" && (err != nil || got.Text != "text") || path == "/stalls" && reasonOf(err) != answer.ReasonTimeout {
			t.Errorf("%s: %q, %v", path, got.Text, err)
		}
		c.Close()
	}
	<-left // a stream that stalls is given up
}

// TestRedirect shows that neither the key nor the prompt goes to another server,
// nor to another port of the same host.
func TestRedirect(t *testing.T) {
	t.Parallel()
	for name, redirect := range map[string]func(*fakellm.Server) fakellm.Step{"elsewhere": fakellm.Redirect, "another port": fakellm.RedirectSameHost} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, other := fakellm.New(t, fakellm.Options{}), fakellm.New(t, fakellm.Options{})
			s.Always(redirect(other))
			if _, err := generate(t.Context(), connect(t, s, nil), plain()); reasonOf(err) != answer.ReasonRejected {
				t.Errorf("it ends with %v", err)
			}
			if n := other.Count(); n != 0 {
				t.Errorf("%d requests followed", n)
			}
		})
	}
}

// TestForeignBytes shows a server that speaks no HTTP and repeats the key.
func TestForeignBytes(t *testing.T) {
	t.Parallel()
	l, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	go func() { // ends when the listener is closed
		defer close(done)
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			if r, err := http.ReadRequest(bufio.NewReader(conn)); err == nil {
				_, _ = io.Copy(io.Discard, r.Body) // a client that leaves is no matter
			}
			_, _ = io.WriteString(conn, "Authorization: Bearer "+canary+"\r\n"+asked) // what it does with it is tested
			_ = conn.Close()
		}
	}()
	t.Cleanup(func() { _ = l.Close(); <-done })
	c, err := New(Options{BaseURL: "http://" + l.Addr().String(), Model: "m", APIKey: canary, Limits: quick})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	_, err = generate(t.Context(), c, plain())
	if reasonOf(err) != answer.ReasonUnavailable {
		t.Errorf("it ends with %v", err)
	}
	silent(t, err)
	t.Log(err)
}
