package fakellm

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"time"
)

// Call is a request that the server received, and how it ended.
type Call struct {
	// Number counts the calls of all paths, from 1.
	Number int
	Time   time.Time
	// Method, and Path below APIURL.
	Method, Path string
	Header       http.Header
	Body         []byte
	// Chat is what a chat request asks; nil for others and for broken ones.
	Chat *Chat
	// Inputs are the texts of a request for embeddings.
	Inputs []string
	// Status is what was answered; 0 before that, and where nothing was.
	Status int
	// Ended is when the exchange was over; zero while it lasts.
	Ended time.Time
	// Left says that the client closed the connection before the server had
	// said all.
	Left bool
}

// Chat is what a chat request asks.
type Chat struct {
	Model    string
	Messages []Message
	Stream   bool
	// IncludeUsage says that a stream is to end with the usage.
	IncludeUsage bool
	// Schema is the JSON schema that the reply has to conform to; nil for none.
	Schema     json.RawMessage
	SchemaName string
	// MaxTokens is max_completion_tokens, else max_tokens, else 0.
	MaxTokens int
	// Temperature is nil where none is asked for.
	Temperature *float64
	// Fields are all top-level fields of the body.
	Fields map[string]json.RawMessage
}

// Prompt is what the request asks of a model.
func (c *Chat) Prompt() Prompt { return Prompt{Messages: c.Messages, Schema: c.Schema} }

// Key is the API key that a call bore.
func (c Call) Key() string {
	key, _ := strings.CutPrefix(c.Header.Get("Authorization"), "Bearer ")
	return key
}

// Holds says whether a text stands anywhere in a call: in its path, headers or body.
func (c Call) Holds(text string) bool {
	for _, values := range c.Header {
		if strings.Contains(strings.Join(values, "\n"), text) {
			return true
		}
	}
	return strings.Contains(c.Path, text) || bytes.Contains(c.Body, []byte(text))
}

// Calls returns all calls so far, oldest first.
func (s *Server) Calls() []Call { return s.callsTo("") }

// Chats returns the calls of the path of chats.
func (s *Server) Chats() []Call { return s.callsTo(PathChat) }

// Embeddings returns the calls of the path of embeddings.
func (s *Server) Embeddings() []Call { return s.callsTo(PathEmbeddings) }

func (s *Server) callsTo(path string) []Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	var found []Call
	for _, c := range s.calls {
		if path == "" || c.Path == path {
			found = append(found, *c)
		}
	}
	return found
}

// Count is how many calls have arrived, forgotten ones included.
func (s *Server) Count() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.arrived
}

// KeyArrived says whether a key, or another text, stood anywhere in any call.
func (s *Server) KeyArrived(key string) bool {
	return slices.ContainsFunc(s.Calls(), func(c Call) bool { return c.Holds(key) })
}

// WaitFor waits until the predicate holds. It is asked again after every change
// on the server, and may call the server's methods.
func (s *Server) WaitFor(ctx context.Context, holds func() bool) error {
	return s.changes.WaitFor(ctx, holds)
}

// record keeps a call and holds it against the rules.
func (s *Server) record(r *http.Request, path string, body []byte) *Call {
	call := &Call{Time: s.opts.Now(), Method: r.Method, Path: path, Header: r.Header.Clone(), Body: body}
	switch path {
	case PathChat:
		call.Chat = readChat(body)
	case PathEmbeddings:
		call.Inputs = readInputs(body)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.arrived++
	call.Number = s.arrived
	s.calls = append(s.calls, call)
	if s.opts.Keep > 0 && len(s.calls) > s.opts.Keep {
		s.calls = slices.Delete(s.calls, 0, len(s.calls)-s.opts.Keep)
	}
	s.holdToRules(call)
	s.changes.Tell()
	return call
}

// amend changes a call's record.
func (s *Server) amend(change func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	change()
	s.changes.Tell()
}
