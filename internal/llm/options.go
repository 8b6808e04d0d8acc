package llm

import (
	"errors"
	"fmt"
	"log/slog"
	"net/netip"
	"net/url"
	"strings"
	"time"

	"sherpa/internal/buildinfo"
)

// Options say which model is asked, and what asking may take. BaseURL and Model
// are needed; everything else has a default.
type Options struct {
	// BaseURL is where the server's API begins, as in https://api.openai.com/v1.
	// It is https, or http on this machine.
	BaseURL string
	// AllowHTTP allows http to other machines too.
	AllowHTTP bool
	Model     string
	// APIKey is empty for servers that need none.
	APIKey Key
	// Prices are nil where nothing is known of them; costs are unknown then.
	Prices *Prices
	// MaxTokens is the most that a reply may have, whatever a prompt asks for;
	// 0 means 700.
	MaxTokens int
	// ReasoningRoom is how many times a reply's limit a model that reasons may
	// use, since its hidden tokens count too; 0 means 8.
	ReasoningRoom int
	// Ledger counts what is spent; nil counts nothing and knows no cap.
	Ledger Ledger
	Limits Limits
	// UserAgent names the program to the server; empty means its name and version.
	UserAgent string
	// Observe is told of each call that sent something; nil tells nobody.
	Observe func(Observation)
	// Log is told what an operator should know; nil discards it.
	Log *slog.Logger
}

// Prices are in US dollars for a million tokens.
type Prices struct{ Input, Output float64 }

// Limits bound what a server can do. Zero values mean the defaults.
type Limits struct {
	// Total is for a call with all its attempts (45 s), Connect for the name, the
	// connection and TLS (5 s), FirstToken from there to the first token (15 s;
	// Total for models that reason), Idle between tokens (10 s).
	Total, Connect, FirstToken, Idle time.Duration
	// Retries is how often a request is sent again that failed before its first
	// token (2; negative means never), RetryAfter the longest wait that a server
	// may ask for (20 s).
	Retries    int
	RetryAfter time.Duration
	// Response and Line are sizes in bytes (1 MiB, 256 KiB).
	Response, Line int64
	// Failures in a row (5) stop all requests for Pause (30 s); one that then
	// succeeds lets the others through.
	Failures int
	Pause    time.Duration

	// pauses are the longest waits before a request is sent again (0.5 s, 2 s).
	// What is waited is any time up to them, so that many who failed together do
	// not come again together.
	pauses []time.Duration
}

// Observation is what a call took, for metrics.
type Observation struct {
	// Outcome is "ok", "no schema", "cancelled" or an answer.Reason.
	Outcome string
	// Duration is from the call to its end, with all attempts.
	Duration time.Duration
	Attempts int
	Spent    Spend
}

const (
	// emptyMessages is how many lines without data a stream may have. Bytes are
	// limited anyway; the library's own 300 end good streams with comments.
	emptyMessages = 100_000
	// lingering is how long the token counts may come after the reply's end.
	lingering = 2 * time.Second
)

// withDefaults fills in what is not set.
func (o Options) withDefaults() Options {
	o.BaseURL = strings.TrimRight(o.BaseURL, "/")
	o.MaxTokens = or(o.MaxTokens, 700)
	o.ReasoningRoom = or(o.ReasoningRoom, 8)
	o.UserAgent = or(o.UserAgent, "sherpa/"+buildinfo.Get().Version)
	if o.Observe == nil {
		o.Observe = func(Observation) {}
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	o.Limits = o.Limits.withDefaults()
	return o
}

func (l Limits) withDefaults() Limits {
	l.Total = or(l.Total, 45*time.Second)
	l.Connect = or(l.Connect, 5*time.Second)
	l.FirstToken = or(l.FirstToken, 15*time.Second)
	l.Idle = or(l.Idle, 10*time.Second)
	l.Retries = max(or(l.Retries, 2), 0)
	l.RetryAfter = or(l.RetryAfter, 20*time.Second)
	l.Response = or(l.Response, 1<<20)
	l.Line = or(l.Line, 256<<10)
	if l.pauses == nil {
		l.pauses = []time.Duration{500 * time.Millisecond, 2 * time.Second}
	}
	l.Failures = or(l.Failures, 5)
	l.Pause = or(l.Pause, 30*time.Second)
	return l
}

// or is v, or the default for a zero value.
func or[T comparable](v, otherwise T) T {
	var zero T
	if v == zero {
		return otherwise
	}
	return v
}

// check says what cannot work. It never repeats the key.
func (o Options) check() error {
	if o.Model == "" {
		return errors.New("no model is named: set llm.model")
	}
	if strings.ContainsFunc(string(o.APIKey), func(r rune) bool { return r <= ' ' || r > '~' }) {
		return errors.New("llm.api_key has spaces or characters that no key has: copy it again")
	}
	if p := o.Prices; p != nil && (!isPrice(p.Input) || !isPrice(p.Output)) {
		return fmt.Errorf("prices lie between 0 and %d USD for a million tokens", maxPrice)
	}
	return checkBase(o.BaseURL, o.AllowHTTP)
}

// checkBase accepts https addresses, and http ones of this machine or where http
// is allowed.
func checkBase(base string, allowHTTP bool) error {
	u, err := url.Parse(base)
	switch {
	case err != nil || u.Host == "":
		return errors.New("llm.base_url is no address, as https://api.openai.com/v1 is one")
	case u.User != nil || u.RawQuery != "" || u.Fragment != "":
		return errors.New("llm.base_url holds a user name, a query or a fragment: take it away")
	case u.Scheme == "https" || u.Scheme == "http" && (allowHTTP || isLocal(u.Hostname())):
		return nil
	}
	return errors.New("llm.base_url begins with https:// (http:// only for this machine, or with llm.allow_http)")
}

// isLocal says whether a host's name is this machine.
func isLocal(host string) bool {
	addr, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && addr.IsLoopback()
}
