package safehttp

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// web is a site with redirects, refusals and versions.
func web(w http.ResponseWriter, r *http.Request) {
	var n int
	switch path := r.URL.Path; {
	case path == "/page":
		w.Header().Set("Content-Type", "text/html")
		_, _ = w.Write([]byte("page"))
	case path == "/loop":
		http.Redirect(w, r, "/loop", http.StatusFound)
	case path == "/nowhere":
		w.WriteHeader(http.StatusFound)
	case path == "/limited":
		w.Header().Set("Retry-After", "90")
		w.WriteHeader(http.StatusTooManyRequests)
	case strings.HasPrefix(path, "/wait/"):
		w.Header().Set("Retry-After", strings.ReplaceAll(strings.TrimPrefix(path, "/wait/"), "_", " "))
		w.WriteHeader(http.StatusTooManyRequests)
	case path == "/versioned" && (r.Header.Get("If-None-Match") == `"v2"` || r.Header.Get("If-Modified-Since") != ""):
		w.Header().Set("ETag", `"v2"`)
		w.WriteHeader(http.StatusNotModified)
	case path == "/versioned":
		w.Header().Set("ETag", `"v2"`)
		_, _ = w.Write([]byte("second version"))
	case strings.HasPrefix(path, "/hops/"):
		if _, err := fmt.Sscanf(path, "/hops/%d", &n); err == nil && n > 1 {
			http.Redirect(w, r, fmt.Sprintf("%d", n-1), http.StatusMovedPermanently)
			return
		}
		http.Redirect(w, r, "/page", http.StatusSeeOther)
	case strings.HasPrefix(path, "/status/"):
		if _, err := fmt.Sscanf(path, "/status/%d", &n); err == nil {
			w.WriteHeader(n)
		}
	default:
		http.NotFound(w, r)
	}
}

func TestFollow(t *testing.T) {
	t.Parallel()
	tests := []struct {
		path  string
		final string
		want  error
		code  int
	}{
		{path: "/page", final: "/page"},
		{path: "/hops/1", final: "/page"},
		{path: "/hops/5", final: "/page"},
		{path: "/hops/6", want: ErrRedirects},
		{path: "/loop", want: ErrRedirects},
		{path: "/nowhere", want: ErrStatus, code: 302},
		{path: "/status/204", want: ErrStatus, code: 204},
		{path: "/status/206", want: ErrStatus, code: 206},
		{path: "/status/304", want: ErrStatus, code: 304}, // nobody asked for it
		{path: "/status/403", want: ErrStatus, code: 403},
		{path: "/missing", want: ErrStatus, code: 404},
		{path: "/status/410", want: ErrStatus, code: 410},
		{path: "/limited", want: ErrStatus, code: 429},
		{path: "/status/503", want: ErrStatus, code: 503},
	}
	base, c := site(t, web)
	for _, tt := range tests {
		resp, err := c.Get(t.Context(), base+tt.path, Validators{})
		if !errors.Is(err, tt.want) {
			t.Errorf("Get(%s): %v, want %v", tt.path, err, tt.want)
		}
		var status *StatusError
		if errors.As(err, &status) && status.Code != tt.code {
			t.Errorf("Get(%s): status %d, want %d", tt.path, status.Code, tt.code)
		}
		if err == nil && (resp.FinalURL != base+tt.final || string(resp.Body) != "page") {
			t.Errorf("Get(%s) ended at %s with %q", tt.path, resp.FinalURL, resp.Body)
		}
	}
	_, err := c.Get(t.Context(), base+"/limited", Validators{})
	var status *StatusError
	if !errors.As(err, &status) || status.RetryAfter != 90*time.Second {
		t.Errorf("Get(/limited): %v, want to be asked to wait for 90 s", err)
	}
}

// TestRetryAfter: no server makes anybody wait for more than a day, in whatever words.
func TestRetryAfter(t *testing.T) {
	t.Parallel()
	base, c := site(t, web)
	for header, want := range map[string]time.Duration{
		"90": 90 * time.Second, "-5": 0, "soon": 0, "99999999": 24 * time.Hour,
		"Fri,_31_Dec_1999_23:59:59_GMT": 0, "Fri,_31_Dec_9999_23:59:59_GMT": 24 * time.Hour,
	} {
		_, err := c.Get(t.Context(), base+"/wait/"+header, Validators{})
		var status *StatusError
		if !errors.As(err, &status) || status.RetryAfter != want {
			t.Errorf("%s: %v, want to be asked to wait for %s", header, err, want)
		}
	}
}

func TestConditionalGet(t *testing.T) {
	t.Parallel()
	base, c := site(t, web)
	tests := []struct {
		v           Validators
		notModified bool
	}{
		{Validators{}, false},
		{Validators{ETag: `"v1"`}, false},
		{Validators{ETag: `"v2"`}, true},
		{Validators{LastModified: "Sat, 16 Aug 2025 10:00:00 GMT"}, true},
	}
	for _, tt := range tests {
		resp, err := c.Get(t.Context(), base+"/versioned", tt.v)
		if err != nil {
			t.Fatal(err)
		}
		if resp.NotModified != tt.notModified || (len(resp.Body) == 0) != tt.notModified || resp.ETag != `"v2"` {
			t.Errorf("Get with %+v: not modified %v, %d bytes, ETag %s", tt.v, resp.NotModified, len(resp.Body), resp.ETag)
		}
	}
}

// TestErrorsAreReadable pins what a user sees.
func TestErrorsAreReadable(t *testing.T) {
	t.Parallel()
	c := New(Options{Resolver: &names{asked: map[string]int{}}})
	tests := map[string]string{
		"":                          `fetch "": only https addresses are fetched, not ""`,
		"http://news.example/":      `fetch "http://news.example/": only https addresses are fetched`,
		"https://news.example:8080": `fetch "https://news.example:8080": only the ports 80 and 443 are used, not 8080`,
		"https://10.0.0.1/":         `fetch "https://10.0.0.1/": the address leads into a private network, which is refused; fetch.allow_hosts can name exceptions (10.0.0.1)`,
		"https://me@host.example/":  `fetch "https://me@host.example/": this is not the address of a page (https://host/path): it has a user name or no host`,
		"https://unknown.example/":  `fetch "https://unknown.example/": read the site's robots.txt: no such host; check the spelling of the address: unknown.example`,
	}
	for raw, want := range tests {
		_, err := c.Get(t.Context(), raw, Validators{})
		if err == nil {
			t.Errorf("Get(%q): no error", raw)
			continue
		}
		if diff := cmp.Diff(want, err.Error()); diff != "" {
			t.Errorf("Get(%q) (-want +got):\n%s", raw, diff)
		}
	}
}

func TestNoProxy(t *testing.T) {
	proxy := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		t.Errorf("the proxy was asked for %s", r.URL)
	}))
	t.Cleanup(proxy.Close)
	t.Setenv("HTTP_PROXY", proxy.URL)
	t.Setenv("http_proxy", proxy.URL)
	n := newNetwork(t, map[string][]string{"news.example": {outside}}, web)
	if _, err := n.client.Get(t.Context(), "http://news.example/page", Validators{}); err != nil {
		t.Error(err)
	}
}

func TestTLS(t *testing.T) {
	t.Parallel()
	s := httptest.NewUnstartedServer(http.HandlerFunc(web))
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.StartTLS()
	t.Cleanup(s.Close)
	c := New(Options{AllowHosts: []string{"127.0.0.1"}})
	if _, err := c.Get(t.Context(), s.URL+"/page", Validators{}); !errors.Is(err, ErrUnreachable) {
		t.Errorf("a certificate of nobody known: %v, want ErrUnreachable", err)
	}
	c.transport.TLSClientConfig = s.Client().Transport.(*http.Transport).TLSClientConfig
	if _, err := c.Get(t.Context(), s.URL+"/page", Validators{}); err != nil {
		t.Errorf("a known certificate: %v", err)
	}
}

func TestCancelledGet(t *testing.T) {
	t.Parallel()
	base, c := site(t, web)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := c.Get(ctx, base+"/page", Validators{}); !errors.Is(err, context.Canceled) {
		t.Errorf("Get: %v, want context.Canceled", err)
	}
}

// TestSlowConnect has a host whose first addresses swallow connections.
func TestSlowConnect(t *testing.T) {
	t.Parallel()
	s := httptest.NewServer(http.HandlerFunc(web))
	t.Cleanup(s.Close)
	o := Options{AllowHTTP: true, Pause: 1, ConnectTimeout: 200 * time.Millisecond, Resolver: &names{
		answers: map[string][]string{"slow.test": {"1.1.1.1"}, "half.test": {"2606:4700::1 1.1.1.1 " + outside}}, asked: map[string]int{},
	}}.withDefaults()
	d := newDialer(o, newPolicy(o))
	d.connect = func(ctx context.Context, to netip.AddrPort, _ bool) (net.Conn, error) {
		if to.Addr().String() == outside {
			var plain net.Dialer
			return plain.DialContext(ctx, "tcp", s.Listener.Addr().String())
		}
		<-ctx.Done()
		return nil, ctx.Err()
	}
	c := newClient(o, d)
	if _, err := c.Get(t.Context(), "http://slow.test/page", Validators{}); !errors.Is(err, ErrTimeout) {
		t.Errorf("no address answers: %v, want ErrTimeout", err)
	}
	if _, err := c.Get(t.Context(), "http://half.test/page", Validators{}); err != nil {
		t.Errorf("the second address answers: %v", err)
	}
}
