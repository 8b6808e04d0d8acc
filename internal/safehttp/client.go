// Package safehttp fetches pages and feeds whose addresses come from people
// and from other pages. It cannot be led into a private network, by whatever
// spelling, redirect or change of a name, and no answer can fill the memory or
// hold the program up. It is polite: one request at a time for a host, one a
// second, robots.txt honoured. It does not interpret what it fetches.
package safehttp

import (
	"context"
	"fmt"
	"net/http"
	"net/netip"
	"net/url"
	"time"
)

// Options say what a Client may do. The zero value of a limit or a time means
// its default.
type Options struct {
	// AllowHosts are hosts that may be reached although they are private, and
	// over http: "host" with any port, or "host:port". There is no pause
	// between requests to them.
	AllowHosts []string
	// AllowHTTP allows http beside https for every host.
	AllowHTTP bool
	// UserAgent names the program and a contact. Its first word, up to a
	// slash, is the name that robots.txt may address.
	UserAgent string
	// MaxWire is the size of an answer as it is transferred (5 MiB), MaxBody
	// its size once it is unpacked (20 MiB), in bytes.
	MaxWire, MaxBody int64
	// MaxRedirects is the number of redirects that are followed (5).
	MaxRedirects int
	// ConnectTimeout (5 s), HeaderTimeout (10 s) and TotalTimeout (20 s) bound
	// making a connection, waiting for an answer to begin, and everything but
	// the pauses that politeness asks for.
	ConnectTimeout, HeaderTimeout, TotalTimeout time.Duration
	// Pause is the time between two requests to a host (1 s).
	Pause time.Duration
	// Resolver looks names up; the system's if it is nil.
	Resolver Resolver
}

// Resolver looks up the addresses of a host. *net.Resolver is one.
type Resolver interface {
	LookupNetIP(ctx context.Context, network, host string) ([]netip.Addr, error)
}

// defaultUserAgent is used where Options name none.
const defaultUserAgent = "sherpa (no contact configured)"

func (o Options) withDefaults() Options {
	if o.UserAgent == "" {
		o.UserAgent = defaultUserAgent
	}
	setDefault(&o.MaxWire, 5<<20)
	setDefault(&o.MaxBody, 20<<20)
	setDefault(&o.MaxRedirects, 5)
	setDefault(&o.ConnectTimeout, 5*time.Second)
	setDefault(&o.HeaderTimeout, 10*time.Second)
	setDefault(&o.TotalTimeout, 20*time.Second)
	setDefault(&o.Pause, time.Second)
	return o
}

func setDefault[T int | int64 | time.Duration](v *T, to T) {
	if *v == 0 {
		*v = to
	}
}

// Client fetches pages. It is safe for use by several goroutines.
type Client struct {
	options   Options
	policy    *policy
	transport *http.Transport
	pace      *pace
	robots    *robots
}

// New returns a Client. It needs no closing: it keeps no connection open.
func New(o Options) *Client {
	o = o.withDefaults()
	return newClient(o, newDialer(o, newPolicy(o)))
}

func newClient(o Options, d *dialer) *Client {
	c := &Client{options: o, policy: d.policy, transport: newTransport(o, d), pace: newPace(o.Pause)}
	c.robots = newRobots(o.UserAgent, c.fetchRobots)
	return c
}

// Validators are what an earlier Response said of its version. A server that
// still has that version answers without a body.
type Validators struct {
	ETag, LastModified string
}

// Response is a fetched page.
type Response struct {
	// URL is the address that was asked for, FinalURL the one that answered.
	URL, FinalURL string
	// ContentType is the header of that name, perhaps empty. The body's
	// character set is whatever it and the body say; it is not converted.
	ContentType string
	// Body is unpacked.
	Body []byte
	// ETag and LastModified are the Validators for the next time.
	ETag, LastModified string
	// NotModified says that the page is the one that the Validators name; there
	// is no Body then.
	NotModified bool
}

// Get fetches a page. The error names the address and wraps one of this
// package's, or the context's.
func (c *Client) Get(ctx context.Context, rawURL string, v Validators) (*Response, error) {
	resp, err := c.get(ctx, rawURL, v)
	if err != nil {
		return nil, fmt.Errorf("fetch %s: %w", show(rawURL), err)
	}
	return resp, nil
}

func (c *Client) get(ctx context.Context, rawURL string, v Validators) (*Response, error) {
	u, err := c.policy.parse(rawURL)
	if err != nil {
		return nil, err
	}
	a, err := c.follow(ctx, u, request{
		accept:    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.1",
		versions:  v,
		maxWire:   c.options.MaxWire,
		maxBody:   c.options.MaxBody,
		permitted: c.robots.permit,
		typed:     true,
	})
	if err != nil {
		return nil, err
	}
	resp := &Response{
		URL: rawURL, FinalURL: a.url.String(), Body: a.body, ContentType: a.header.Get("Content-Type"),
		ETag: a.header.Get("ETag"), LastModified: a.header.Get("Last-Modified"),
	}
	switch {
	case a.status == http.StatusOK:
		return resp, nil
	case a.status == http.StatusNotModified && v != Validators{}:
		resp.NotModified = true
		return resp, nil
	}
	return nil, &StatusError{Code: a.status, RetryAfter: retryAfter(a.header)}
}

// show is an address as an error may print it: short and without a password.
func show(rawURL string) string {
	if u, err := url.Parse(rawURL); err == nil {
		rawURL = u.Redacted()
	}
	if len(rawURL) > 200 {
		return fmt.Sprintf("%.200q…", rawURL)
	}
	return fmt.Sprintf("%q", rawURL)
}
