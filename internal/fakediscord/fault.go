package fakediscord

import (
	"encoding/json"
	"maps"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"sherpa/internal/fakeserver"
)

// Fault is what happens to requests instead of, or beside, being answered.
type Fault struct {
	// Times is how many requests it happens to; 0 means until Calm.
	Times int
	// Skip is how many requests are spared first.
	Skip int
	// Delay comes before all else.
	Delay time.Duration
	// Status answers with this status, Header and Body, and without effect. Where
	// it is 0, Header is added to the ordinary answer.
	Status int
	Header http.Header
	Body   string
	// ResetBefore cuts the connection before the request took effect, ResetAfter
	// after it.
	ResetBefore, ResetAfter bool
	// Hang never answers; nothing takes effect.
	Hang bool

	pattern string
}

// Fault makes the requests that a pattern names fail. A pattern is a method and
// a path below the API, either of which may have wildcards, one for each part of
// the path: "PATCH /webhooks/*/*/messages/@original". "*" alone is every request, and
// "PATCH *" every one of a method.
// Of several faults that fit, the one that was set first and is not used up counts.
func (s *Server) Fault(pattern string, f Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f.pattern = pattern
	if f.Times == 0 {
		f.Times = -1
	}
	s.faults = append(s.faults, &f)
}

// Calm takes all faults away.
func (s *Server) Calm() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = nil
}

// RateLimited is the answer 429. The scope is "user", "global" or "shared".
func RateLimited(retryAfter time.Duration, scope string) Fault {
	body, _ := json.Marshal(map[string]any{
		"message": "You are being rate limited.", "retry_after": retryAfter.Seconds(), "global": scope == "global",
	}) // plain values: no error
	h := http.Header{}
	h.Set("Content-Type", "application/json")
	h.Set("Retry-After", strconv.Itoa(int((retryAfter+time.Second-1)/time.Second)))
	h.Set("X-RateLimit-Scope", scope)
	if scope == "global" {
		h.Set("X-RateLimit-Global", "true")
	} else {
		maps.Copy(h, RateLimits(5, 0, retryAfter, "abcd1234"))
	}
	return Fault{Status: http.StatusTooManyRequests, Header: h, Body: string(body)}
}

// RateLimits are the headers that tell of a bucket.
func RateLimits(limit, remaining int, resetAfter time.Duration, bucket string) http.Header {
	h := http.Header{}
	h.Set("X-RateLimit-Limit", strconv.Itoa(limit))
	h.Set("X-RateLimit-Remaining", strconv.Itoa(remaining))
	h.Set("X-RateLimit-Reset-After", strconv.FormatFloat(resetAfter.Seconds(), 'f', 3, 64))
	h.Set("X-RateLimit-Bucket", bucket)
	return h
}

// HTMLPage answers with a page, as the proxy before Discord does.
func HTMLPage(status int) Fault {
	h := http.Header{}
	h.Set("Content-Type", "text/html; charset=UTF-8")
	return Fault{Status: status, Header: h, Body: "<!DOCTYPE html><html><head><title>discord.com | " +
		strconv.Itoa(status) + "</title></head><body><h1>Error</h1></body></html>"}
}

// JSONError answers with an error of Discord's.
func JSONError(status, code int, message string) Fault {
	body, _ := json.Marshal(refuse(status, code, message)) // plain values: no error
	h := http.Header{}
	h.Set("Content-Type", "application/json")
	return Fault{Status: status, Header: h, Body: string(body)}
}

// Once is the fault for one request; N is the fault for n.
func (f Fault) Once() Fault { return f.N(1) }

// N is the fault for n requests.
func (f Fault) N(n int) Fault {
	f.Times = n
	return f
}

// takeFault is the fault that a request meets. The caller holds mu.
func (s *Server) takeFault(method, target string) Fault {
	for i, f := range s.faults {
		if !matches(f.pattern, method, target) {
			continue
		}
		if f.Skip > 0 {
			f.Skip--
			continue
		}
		if f.Times--; f.Times == 0 {
			s.faults = slices.Delete(s.faults, i, i+1)
		}
		return *f
	}
	return Fault{}
}

// before does what a fault does before the request takes effect. It says whether
// that was the end of the request.
func (f Fault) before(s *Server, w http.ResponseWriter, r *http.Request) bool {
	if f.Delay > 0 && !s.host.Await(r, f.Delay) {
		return true
	}
	maps.Copy(w.Header(), f.Header)
	switch {
	case f.Hang:
		s.host.AwaitEnd(r)
	case f.ResetBefore:
		fakeserver.Reset(fakeserver.Hijack(w))
	case f.Status != 0:
		s.setDate(w)
		w.WriteHeader(f.Status)
		_, _ = w.Write([]byte(f.Body)) // the client may have left
	default:
		return false
	}
	return true
}

// after does what a fault does after the request took effect.
func (f Fault) after(w http.ResponseWriter) bool {
	if f.ResetAfter {
		fakeserver.Reset(fakeserver.Hijack(w))
	}
	return f.ResetAfter
}

// matches says whether a pattern names a request.
func matches(pattern, method, target string) bool {
	m, p, found := strings.Cut(pattern, " ")
	if !found {
		m, p = "*", pattern
	}
	fits, err := path.Match(p, target)
	return (p == "*" || err == nil && fits) && (m == "*" || m == method)
}
