package safehttp

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// request is what to ask for and what to accept.
type request struct {
	accept           string
	versions         Validators
	maxWire, maxBody int64
	// permitted says whether an address may be asked at all.
	permitted func(context.Context, *url.URL) error
	// typed says that only pages, feeds and text are accepted.
	typed bool
	// cut says that a body over a limit is cut there instead of refused.
	cut bool
}

// answer is what a server said. There is a body only where status is 200.
type answer struct {
	url    *url.URL
	status int
	header http.Header
	body   []byte
}

// follow asks for a page and goes where its redirects lead, with every address
// checked like the first.
func (c *Client) follow(ctx context.Context, u *url.URL, r request) (answer, error) {
	left := c.options.TotalTimeout
	for range c.options.MaxRedirects + 1 {
		if err := r.permitted(ctx, u); err != nil {
			return answer{}, err
		}
		a, took, err := c.ask(ctx, u, r, left)
		if err != nil {
			return answer{}, err
		}
		location := a.header.Get("Location")
		if !isRedirect(a.status) || location == "" {
			return a, nil
		}
		if u, err = c.policy.redirect(u, location); err != nil {
			return answer{}, err
		}
		left = max(left-took, time.Millisecond)
	}
	return answer{}, fmt.Errorf("%w (more than %d times)", ErrRedirects, c.options.MaxRedirects)
}

func isRedirect(status int) bool {
	switch status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return true
	}
	return false
}

// ask makes one request when it is the host's turn, within the time that is
// left, and says how long it took.
func (c *Client) ask(ctx context.Context, u *url.URL, r request, left time.Duration) (answer, time.Duration, error) {
	free, err := c.pace.turn(ctx, u.Hostname(), c.policy.allows(u.Hostname(), portOf(u)))
	if err != nil {
		return answer{}, 0, err
	}
	defer free()
	began := time.Now()
	timed, cancel := context.WithTimeout(ctx, left)
	defer cancel()
	a, err := c.exchange(timed, u, r)
	if err != nil {
		return answer{}, 0, explain(ctx, err)
	}
	return a, time.Since(began), nil
}

// exchange sends the request and reads the answer.
func (c *Client) exchange(ctx context.Context, u *url.URL, r request) (a answer, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return answer{}, fmt.Errorf("%w: %w", ErrURL, err)
	}
	c.setHeader(req.Header, r)
	resp, err := c.transport.RoundTrip(req)
	if err != nil {
		return answer{}, err
	}
	defer func() { err = errors.Join(err, resp.Body.Close()) }()
	a = answer{url: u, status: resp.StatusCode, header: resp.Header}
	if resp.StatusCode != http.StatusOK {
		return a, nil
	}
	if err := checkType(resp.Header.Get("Content-Type")); err != nil && r.typed {
		return answer{}, err
	}
	a.body, err = readBody(resp, r)
	return a, err
}

func (c *Client) setHeader(h http.Header, r request) {
	h.Set("User-Agent", c.options.UserAgent)
	h.Set("Accept", r.accept)
	h.Set("Accept-Encoding", "gzip, deflate")
	if r.versions.ETag != "" {
		h.Set("If-None-Match", r.versions.ETag)
	}
	if r.versions.LastModified != "" {
		h.Set("If-Modified-Since", r.versions.LastModified)
	}
}

// longestWait is how long a server may ask to wait at the most.
const longestWait = 24 * time.Hour

// retryAfter reads the header of that name, which is a number of seconds or a
// time.
func retryAfter(h http.Header) time.Duration {
	value := strings.TrimSpace(h.Get("Retry-After"))
	if seconds, err := strconv.Atoi(value); err == nil {
		return time.Duration(min(max(seconds, 0), int(longestWait/time.Second))) * time.Second
	}
	if at, err := http.ParseTime(value); err == nil {
		return min(max(time.Until(at), 0), longestWait)
	}
	return 0
}
