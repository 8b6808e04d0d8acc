package safehttp

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/temoto/robotstxt"
)

const (
	// maxRobots is how much of a robots.txt is read, in bytes; RFC 9309 asks
	// for 500 KiB at least.
	maxRobots = 512 << 10
	// robotsAge is how long the rules of a site are kept (RFC 9309, 2.4), and
	// brokenAge how long it is remembered that there were none to be had.
	robotsAge = 24 * time.Hour
	brokenAge = 5 * time.Minute
)

// robots knows what sites ask of programs (RFC 9309).
type robots struct {
	agent string
	fetch func(context.Context, *url.URL) (answer, error)
	now   func() time.Time
	mu    sync.Mutex
	sites map[string]*siteRules
}

// siteRules are the rules of one scheme, host and port.
type siteRules struct {
	loading chan struct{} // holds a token while the rules are fetched
	rules   *robotstxt.Group
	broken  int // the status of the server's failure to give its rules
	until   time.Time
}

func newRobots(userAgent string, fetch func(context.Context, *url.URL) (answer, error)) *robots {
	return &robots{agent: productName(userAgent), fetch: fetch, now: time.Now, sites: map[string]*siteRules{}}
}

// productName is the name that a robots.txt may address.
func productName(userAgent string) string {
	if i := strings.IndexAny(userAgent, "/ "); i > 0 {
		return userAgent[:i]
	}
	return userAgent
}

// permit returns an ErrRobots if the site asks not to fetch the page.
func (r *robots) permit(ctx context.Context, u *url.URL) error {
	s := r.site(u.Scheme + "://" + u.Host)
	select {
	case s.loading <- struct{}{}:
		defer func() { <-s.loading }()
	case <-ctx.Done():
		return context.Cause(ctx)
	}
	if r.now().After(s.until) {
		if err := r.load(ctx, u, s); err != nil {
			return err
		}
	}
	switch {
	case s.broken != 0:
		return fmt.Errorf("%w: it cannot be read now (%d %s), which forbids everything", ErrRobots, s.broken, http.StatusText(s.broken))
	case !s.rules.Test(u.RequestURI()):
		return ErrRobots
	}
	return nil
}

// load fetches a site's rules. A site without a robots.txt permits everything,
// one that fails to give it forbids everything.
func (r *robots) load(ctx context.Context, u *url.URL, s *siteRules) error {
	a, err := r.fetch(ctx, &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"})
	if err != nil && !leadsNowhere(err) {
		return fmt.Errorf("read the site's robots.txt: %w", err)
	}
	s.rules, s.broken, s.until = &robotstxt.Group{}, 0, r.now().Add(robotsAge)
	switch {
	case a.status == http.StatusOK:
		s.rules = groupFor(r.agent, a.body)
	case a.status >= 500:
		s.broken, s.until = a.status, r.now().Add(brokenAge)
	}
	return nil
}

// leadsNowhere reports whether a robots.txt is redirected to where we do not
// go, which is as good as having none.
func leadsNowhere(err error) bool {
	return errors.Is(err, ErrRedirects) || errors.Is(err, ErrScheme) || errors.Is(err, ErrPort) || errors.Is(err, ErrURL)
}

// site returns the entry of a site, which may be empty.
func (r *robots) site(origin string) *siteRules {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.sites) >= maxHosts {
		clear(r.sites) // those under way keep their entry
	}
	s := r.sites[origin]
	if s == nil {
		s = &siteRules{loading: make(chan struct{}, 1)}
		r.sites[origin] = s
	}
	return s
}

// groupFor returns the rules that a robots.txt has for a program.
func groupFor(agent string, body []byte) *robotstxt.Group {
	data, err := robotstxt.FromBytes(ruleLines(body))
	if err != nil {
		return &robotstxt.Group{}
	}
	return data.FindGroup(agent)
}

// ruleLines keeps the lines of a robots.txt that are rules. The parser refuses
// a whole file for one line out of place.
func ruleLines(body []byte) []byte {
	var out bytes.Buffer
	grouped := false
	body = bytes.ReplaceAll(bytes.TrimPrefix(body, []byte("\ufeff")), []byte("\r"), []byte("\n"))
	for line := range bytes.Lines(body) {
		line = bytes.TrimSpace(line)
		name, value, _ := bytes.Cut(line, []byte(":"))
		switch strings.ToLower(string(bytes.TrimSpace(name))) {
		case "user-agent":
			grouped = grouped || len(bytes.TrimSpace(value)) > 0
		case "allow", "disallow":
			if !grouped {
				continue
			}
		default:
			continue
		}
		out.Write(line)
		out.WriteByte('\n')
	}
	return out.Bytes()
}

// fetchRobots asks for a robots.txt.
func (c *Client) fetchRobots(ctx context.Context, u *url.URL) (answer, error) {
	return c.follow(ctx, u, request{
		accept:    "text/plain, */*;q=0.1",
		maxWire:   maxRobots,
		maxBody:   maxRobots,
		permitted: func(context.Context, *url.URL) error { return nil },
		cut:       true,
	})
}
