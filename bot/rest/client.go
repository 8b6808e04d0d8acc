package rest

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"time"

	"golang.org/x/time/rate"
)

// Options are what a Client works with. BaseURL and Token are needed.
type Options struct {
	// BaseURL is where the API is, up to and including its version, as in
	// "https://discord.com/api/v10".
	BaseURL string
	Token   Token
	// Website and Version say who asks; empty means an address that is nobody's,
	// and "0".
	Website, Version string
	// Log gets what an operator has to know; nil logs nothing.
	Log *slog.Logger
	// Observe is told of every request that was sent: what it was for, the status
	// of the answer (0 where none came), and how long that took. It may be nil.
	Observe func(op string, status int, took time.Duration)
	// Transport replaces the connection to Discord; nil means the network.
	Transport http.RoundTripper
}

const (
	// attemptTime is how long one request may take.
	attemptTime = 10 * time.Second
	// maxResponse is how many bytes of an answer are read.
	maxResponse = 1 << 20
	// globalRate and globalBurst keep all requests but those of interactions at
	// 45 in any second. Discord allows 50.
	globalRate  = 40
	globalBurst = 5
)

// Client speaks with Discord. Its methods may be called from many goroutines.
type Client struct {
	base      string
	agent     string
	authorize func(http.Header)
	http      *http.Client
	log       *slog.Logger
	observe   func(op string, status int, took time.Duration)

	clock    clock
	invalid  invalidCount
	badToken atomic.Bool
	global   *rate.Limiter
	pause    gate
	buckets  buckets
	channels closedChannels
	tickets  tickets
}

// New returns a Client. It sends nothing yet.
func New(o Options) (*Client, error) {
	base, err := url.Parse(strings.TrimRight(o.BaseURL, "/"))
	if err != nil || base.Host == "" || base.Scheme != "https" && base.Scheme != "http" || base.User != nil {
		return nil, fmt.Errorf("rest: %q is not the address of an API, as https://discord.com/api/v10 is", redactedURL(base))
	}
	if o.Token == "" || strings.ContainsFunc(string(o.Token), func(r rune) bool { return r <= ' ' || r > '~' }) {
		return nil, errors.New("rest: the bot's token is empty, or has characters that no token has")
	}
	o = o.orDefault()
	authorization := "Bot " + string(o.Token)
	return &Client{
		base: base.String(), agent: fmt.Sprintf("DiscordBot (%s, %s)", o.Website, o.Version),
		// A function, since %+v would print the token of a field.
		authorize: func(h http.Header) { h.Set("Authorization", authorization) },
		http: &http.Client{
			Transport: o.Transport,
			// An answer of the API is never elsewhere.
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
		log: o.Log, observe: o.Observe, clock: newClock(o.Log),
		global: rate.NewLimiter(globalRate, globalBurst),
	}, nil
}

func (o Options) orDefault() Options {
	if o.Website == "" {
		o.Website = "https://sherpa.invalid"
	}
	if o.Version == "" {
		o.Version = "0"
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Observe == nil {
		o.Observe = func(string, int, time.Duration) {}
	}
	if o.Transport == nil {
		o.Transport = newTransport()
	}
	return o
}

// newTransport has a limit for every wait, and connections enough that parallel
// answers do not wait for one another.
func newTransport() *http.Transport {
	return &http.Transport{
		DialContext:            (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
		TLSHandshakeTimeout:    5 * time.Second,
		ResponseHeaderTimeout:  attemptTime,
		ForceAttemptHTTP2:      true,
		HTTP2:                  &http.HTTP2Config{SendPingTimeout: 15 * time.Second, PingTimeout: 5 * time.Second},
		MaxIdleConns:           128,
		MaxIdleConnsPerHost:    128,
		IdleConnTimeout:        90 * time.Second,
		MaxResponseHeaderBytes: 64 << 10,
	}
}

// redactedURL is an address without what may be secret in it.
func redactedURL(u *url.URL) string {
	if u == nil {
		return "this"
	}
	return u.Scheme + "://" + u.Host + u.Path
}

// Now is the time by Discord's clock, as far as its answers told; until then it
// is this machine's. Jumps of this machine's clock do not show in it.
func (c *Client) Now() time.Time { return c.clock.now() }

// Close gives idle connections back. Requests under way go on.
func (c *Client) Close() { c.http.CloseIdleConnections() }

// sleep waits for d, or until ctx ends.
func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
