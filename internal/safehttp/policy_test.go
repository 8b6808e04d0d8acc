package safehttp

import (
	"errors"
	"net/netip"
	"net/url"
	"strings"
	"testing"
)

func TestPolicy(t *testing.T) {
	t.Parallel()
	strict := newPolicy(Options{})
	open := newPolicy(Options{AllowHTTP: true})
	allowing := newPolicy(Options{AllowHosts: []string{"intranet", "wiki.corp.:8080", "[::1]:9000", "fd00::7", "Bücher.example", "not a host"}})
	tests := []struct {
		p    *policy
		raw  string
		want string // in normal form; empty where it is refused
		err  error
	}{
		{strict, "https://news.example/a?b=c#d", "https://news.example/a?b=c", nil},
		{strict, " https://NEWS.Example.:443 ", "https://news.example/", nil},
		{strict, "https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4", nil},
		{strict, "https://my_site.example/", "https://my_site.example/", nil},
		{strict, "https://1.1.1.1/", "https://1.1.1.1/", nil},
		{strict, "https://[2606:4700:0::1]/", "https://[2606:4700::1]/", nil},
		{strict, "https://news.example:80/", "https://news.example:80/", nil},
		{strict, "http://news.example/", "", ErrScheme},
		{open, "http://news.example:80/", "http://news.example/", nil},
		{strict, "ftp://news.example/", "", ErrScheme},
		{strict, "news.example/a", "", ErrScheme},
		{strict, "https:news.example", "", ErrURL},
		{strict, "https:///path", "", ErrURL},
		{strict, "https://news.example:22/", "", ErrPort},
		{strict, "https://a@news.example/", "", ErrURL},
		{strict, "https://news..example/", "", ErrURL},
		{strict, "https://" + strings.Repeat("a.", 130) + "example/", "", ErrURL},
		{strict, "https://news.example/" + strings.Repeat("a", maxURL), "", ErrURL},
		{strict, "https://news.1/", "", ErrURL},
		{strict, "https://intranet/", "https://intranet/", nil}, // its addresses decide
		{allowing, "http://intranet:81/", "http://intranet:81/", nil},
		{allowing, "http://wiki.corp:8080/", "http://wiki.corp:8080/", nil},
		{allowing, "http://wiki.corp/", "", ErrScheme},
		{allowing, "https://wiki.corp:8081/", "", ErrPort},
		{allowing, "http://[0::1]:9000/", "http://[::1]:9000/", nil},
		{allowing, "http://[::1]/", "", ErrScheme},
		{allowing, "http://[fd00::7]/", "http://[fd00::7]/", nil},
		{allowing, "http://xn--bcher-kva.example/", "http://xn--bcher-kva.example/", nil},
		{allowing, "ftp://intranet/", "", ErrScheme},
	}
	for _, tt := range tests {
		u, err := tt.p.parse(tt.raw)
		if !errors.Is(err, tt.err) {
			t.Errorf("parse(%.60q): %v, want %v", tt.raw, err, tt.err)
		}
		if got := ""; err == nil {
			if got = u.String(); got != tt.want {
				t.Errorf("parse(%q) = %q, want %q", tt.raw, got, tt.want)
			}
		}
	}
}

// FuzzURLPolicy checks that what is let through is in one normal form and has
// nothing that leads inside or confuses another reader of addresses.
func FuzzURLPolicy(f *testing.F) {
	for _, s := range spellings {
		f.Add("http://" + strings.ReplaceAll(s, "PORT", "80") + "/")
	}
	for _, s := range []string{"https://news.example/a?b#c", "https://bücher.example", "HTTP://A.b:80/%00", "https://[2606:4700::1]:443", "//x", "https://a/\\b", "http://1.1.1.1."} {
		f.Add(s)
	}
	p := newPolicy(Options{AllowHTTP: true})
	f.Fuzz(func(t *testing.T, raw string) {
		u, err := p.parse(raw)
		if err != nil {
			if !isOurs(err) {
				t.Errorf("parse(%q): %v is none of our errors", raw, err)
			}
			return
		}
		expectSafe(t, p, raw, u)
	})
}

func expectSafe(t *testing.T, p *policy, raw string, u *url.URL) {
	t.Helper()
	if u.Scheme != "http" && u.Scheme != "https" || u.User != nil || u.Fragment != "" || u.Opaque != "" {
		t.Errorf("parse(%q) = %q", raw, u)
	}
	if port := u.Port(); port != "" && port != "80" && port != "443" {
		t.Errorf("parse(%q) has port %s", raw, port)
	}
	host := u.Hostname()
	if addr, err := netip.ParseAddr(host); err == nil {
		if publicAddress(addr) != nil {
			t.Errorf("parse(%q) leads to %s", raw, addr)
		}
	} else if !plainName.MatchString(host) || numeric.MatchString(host) || host == "localhost" || strings.HasSuffix(host, ".") {
		t.Errorf("parse(%q) has host %q", raw, host)
	}
	again, err := p.parse(u.String())
	if err != nil || again.String() != u.String() {
		t.Errorf("parse(%q) = %q, and parsed again %v, %v", raw, u, again, err)
	}
}
