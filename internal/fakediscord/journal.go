package fakediscord

import (
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"time"

	"sherpa/internal/fakeserver"
)

// Request is a request that the REST API received.
type Request struct {
	Time time.Time
	// Method, and Path below /api/v10.
	Method, Path string
	// Route is the path with names for what varies, "" where there is none:
	// "/channels/{channel}/messages".
	Route  string
	Query  url.Values
	Header http.Header
	// Body is the body as it came. JSON is what it says: the body, or the part
	// payload_json of a multipart one.
	Body  []byte
	JSON  json.RawMessage
	Files []File
	// Status is what was answered; 0 where the connection was cut or is still
	// open. Answered is when.
	Status   int
	Answered time.Time
}

// File is a file that came with a request, or that a message has.
type File struct {
	ID, Name, ContentType string
	Data                  []byte
}

// String names the request without its body.
func (r Request) String() string { return r.Method + " " + r.Path }

// Requests returns all requests so far, oldest first.
func (s *Server) Requests() []Request { return s.RequestsTo("*") }

// RequestsTo returns the requests that a pattern names: see Fault.
func (s *Server) RequestsTo(pattern string) []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	var found []Request
	for _, r := range s.requests {
		if matches(pattern, r.Method, r.Path) {
			found = append(found, *r)
		}
	}
	return found
}

// Violation is a rule of Discord's, or of ours, that a client broke and that
// Discord would not have refused.
type Violation = fakeserver.Violation

// Violations returns the rules that were broken so far.
func (s *Server) Violations() []Violation { return s.rules.Violations() }

// ExpectViolations says that the test looks at the violations itself.
func (s *Server) ExpectViolations() { s.rules.Expect() }

// record keeps a request. The caller holds mu.
func (s *Server) record(r *Request) {
	s.requests = keep(append(s.requests, r), s.opts.Keep)
	s.changes.Tell()
}

// violate keeps a violation.
func (s *Server) violate(where, format string, args ...any) {
	s.rules.Violate(where, format, args...)
	s.changes.Tell()
}

// keep is the end of a list, at most n long; all of it where n is 0.
func keep[T any](list []T, n int) []T {
	if n == 0 || len(list) < 2*n {
		return list
	}
	return slices.Clone(list[len(list)-n:])
}
