package safehttp

import (
	"errors"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func TestRobotsRules(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, file, path string }{
		{"nothing", "", "+/a"},
		{"everything", "User-agent: *\nDisallow: /\n", "-/a"},
		{"a folder", "User-agent: *\nDisallow: /private/\n", "-/private/x"},
		{"beside the folder", "User-agent: *\nDisallow: /private/\n", "+/public/x"},
		{"the longer rule wins", "User-agent: *\nDisallow: /a\nAllow: /a/b\n", "+/a/b/c"},
		{"a pattern", "User-agent: *\nDisallow: /*.pdf$\n", "-/a/b.pdf"},
		{"a query", "User-agent: *\nDisallow: /*?print\n", "-/a?print=1"},
		{"our name", "User-agent: *\nAllow: /\n\nUser-agent: Sherpa\nDisallow: /\n", "-/a"},
		{"another's name", "User-agent: otherbot\nDisallow: /\n", "+/a"},
		{"an empty rule", "User-agent: *\nDisallow:\n", "+/a"},
		{"a rule before any name", "Disallow: /\nUser-agent: *\nDisallow: /b\n", "+/a"},
		{"a broken line elsewhere", "User-agent: *\nCrawl-delay: soon\nDisallow: /a\n", "-/a"},
		{"old line ends and a mark", "\ufeffUser-agent: *\rDisallow: /a\r", "-/a"},
		{"a page instead", "<!DOCTYPE html><title>Home</title>", "+/a"},
		{"not text", "\x00\xff\xfe\x01User-agent", "+/a"},
	}
	for _, tt := range tests {
		g := groupFor(productName("sherpa/1.0 (+mailto:x@example.org)"), []byte(tt.file))
		if allowed := g.Test(tt.path[1:]); allowed != (tt.path[0] == '+') {
			t.Errorf("%s: %s allowed: %v", tt.name, tt.path[1:], allowed)
		}
	}
}

// TestRobotsStatus serves a robots.txt with a status and says whether the page
// is fetched.
func TestRobotsStatus(t *testing.T) {
	t.Parallel()
	const forbid = "User-agent: *\nDisallow: /\n"
	tests := []struct {
		name   string
		robots http.HandlerFunc
		want   error
	}{
		{"forbids", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(forbid)) }, ErrRobots},
		{"missing", http.NotFound, nil},
		{"gone", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusGone) }, nil},
		{"failing", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) }, ErrRobots},
		{"elsewhere", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/rules", http.StatusFound) }, ErrRobots},
		{"in a loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/robots.txt", http.StatusFound) }, nil},
		{"in a file", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Location", "file:///etc/passwd")
			w.WriteHeader(http.StatusFound)
		}, nil},
		{"over its limit", func(w http.ResponseWriter, _ *http.Request) {
			_, _ = w.Write([]byte(forbid + strings.Repeat("# filler\n", 100_000)))
		}, ErrRobots},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var pages atomic.Int32
			base, c := site(t, func(w http.ResponseWriter, r *http.Request) {
				switch r.URL.Path {
				case "/robots.txt":
					tt.robots(w, r)
				case "/rules":
					_, _ = w.Write([]byte(forbid))
				default:
					pages.Add(1)
					_, _ = w.Write([]byte("page"))
				}
			})
			_, err := c.Get(t.Context(), base+"/page", Validators{})
			if !errors.Is(err, tt.want) {
				t.Errorf("Get: %v, want %v", err, tt.want)
			}
			if fetched := pages.Load() == 1; fetched != (tt.want == nil) {
				t.Errorf("the page was fetched: %v", fetched)
			}
		})
	}
}

// TestRobotsOfRedirect: the page that is redirected to asks for itself.
func TestRobotsOfRedirect(t *testing.T) {
	t.Parallel()
	base, c := site(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
			_, _ = w.Write([]byte("User-agent: *\nDisallow: /inner\n"))
		case "/outer":
			http.Redirect(w, r, "/inner", http.StatusFound)
		default:
			t.Errorf("%s was fetched", r.URL.Path)
		}
	})
	if _, err := c.Get(t.Context(), base+"/outer", Validators{}); !errors.Is(err, ErrRobots) {
		t.Errorf("Get: %v, want ErrRobots", err)
	}
}

func TestRobotsAreKept(t *testing.T) {
	t.Parallel()
	var asked atomic.Int32
	base, c := site(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			asked.Add(1)
		}
		_, _ = w.Write([]byte("User-agent: x\nDisallow: /\n"))
	})
	now := time.Date(2025, 8, 16, 10, 0, 0, 0, time.UTC)
	c.robots.now = func() time.Time { return now }
	fetchAll := func() {
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() {
				if _, err := c.Get(t.Context(), base+"/page", Validators{}); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
	}
	fetchAll()
	fetchAll()
	if got := asked.Load(); got != 1 {
		t.Errorf("robots.txt was asked for %d times on one day", got)
	}
	now = now.Add(robotsAge + time.Second)
	fetchAll()
	if got := asked.Load(); got != 2 {
		t.Errorf("robots.txt was asked for %d times on two days", got)
	}
}
