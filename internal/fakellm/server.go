package fakellm

import (
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"
)

// What a server uses unless its Options say otherwise.
const (
	DefaultModel     = "fake-model"
	DefaultDimension = 64
)

// TB is what a server needs of a *testing.T or *testing.B.
type TB interface {
	Helper()
	Cleanup(func())
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

// Options are the settings of a server; the zero value is a working one.
type Options struct {
	// Key is the API key that every request has to bear; "" takes any and none.
	Key string
	// Models are the names of the models that there are; the default is
	// DefaultModel. A request for another one is refused with 404. A name of "*"
	// stands for every name.
	Models []string
	// Model replies where nothing is scripted; nil means Honest.
	Model Model
	// Dimension is the length of an embedding; the default is DefaultDimension.
	Dimension int
	// Refuse are fields of a chat request that the server refuses with 400, such
	// as response_format, stream_options, max_tokens, or a temperature but 1.
	Refuse []string
	// Ignore are fields of a chat request that the server overlooks: stream,
	// stream_options, response_format.
	Ignore []string
	// Dialect is whose words the server uses to refuse.
	Dialect Dialect
	// NoSpec leaves requests unchecked against the OpenAPI description, for load.
	NoSpec bool
	// Keep is how many calls are remembered; 0 means all. It is for long runs.
	Keep int
	// Now is the clock of records; nil means time.Now.
	Now func() time.Time
	// Listener is where connections come from; nil means a port of 127.0.0.1.
	Listener net.Listener
}

// Server is one server of language models. Its methods may be used by many
// goroutines.
type Server struct {
	opts     Options
	listener net.Listener
	http     *http.Server
	ctx      context.Context
	cancel   context.CancelFunc
	running  sync.WaitGroup

	// mu guards all below; changed is closed and replaced at every change.
	mu      sync.Mutex
	changed chan struct{}
	closed  bool
	calls   []*Call
	arrived int
	scripts map[string][]Step
	handler func(Call) Reply
	rules   rules
}

// New starts a server for a test, and ends it with the test. The test fails if
// rules were violated by then.
func New(tb TB, opts Options) *Server {
	tb.Helper()
	s, err := Start(opts)
	if err != nil {
		tb.Fatalf("start the fake language model: %v", err)
		return nil
	}
	tb.Cleanup(func() {
		s.Close()
		if s.expectsViolations() {
			return
		}
		for _, v := range s.Violations() {
			tb.Errorf("a request to the language model broke a rule: %s", v)
		}
	})
	return s
}

// Start starts a server that the caller closes.
func Start(opts Options) (*Server, error) {
	opts = withDefaults(opts)
	listener := opts.Listener
	if listener == nil {
		var err error
		if listener, err = new(net.ListenConfig).Listen(context.Background(), "tcp", "127.0.0.1:0"); err != nil {
			return nil, fmt.Errorf("listen on the loopback address: %w", err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	s := &Server{
		opts: opts, listener: listener, ctx: ctx, cancel: cancel,
		changed: make(chan struct{}), scripts: map[string][]Step{},
	}
	s.http = &http.Server{
		Handler: http.HandlerFunc(s.serve), ReadHeaderTimeout: time.Minute,
		ErrorLog: log.New(io.Discard, "", 0),
	}
	s.running.Go(func() { _ = s.http.Serve(listener) })
	return s, nil
}

func withDefaults(o Options) Options {
	if len(o.Models) == 0 {
		o.Models = []string{DefaultModel}
	}
	if o.Model == nil {
		o.Model = Honest
	}
	if o.Dimension == 0 {
		o.Dimension = DefaultDimension
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	return o
}

// Close cuts every connection and waits until all that the server runs has ended.
func (s *Server) Close() {
	s.mu.Lock()
	s.closed = true
	s.mu.Unlock()
	s.cancel()
	_ = s.http.Close() // an error of a socket that is closed anyway
	s.running.Wait()
}

// URL is where the server is: http://127.0.0.1:port.
func (s *Server) URL() string { return "http://" + s.listener.Addr().String() }

// APIURL is where its API is, which is what a client is configured with: URL
// with /v1.
func (s *Server) APIURL() string { return s.URL() + "/v1" }

// The paths of the API, below APIURL.
const (
	PathChat       = "/chat/completions"
	PathEmbeddings = "/embeddings"
	PathModels     = "/models"
)

// methods are the paths with the methods that they take.
var methods = map[string]string{
	PathChat: http.MethodPost, PathEmbeddings: http.MethodPost, PathModels: http.MethodGet,
}

// serve answers a request.
func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	if !s.enter() {
		return
	}
	defer s.running.Done()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return // the client left in the middle of its request
	}
	path, below := strings.CutPrefix(r.URL.Path, "/v1")
	call := s.record(r, path, body)
	x := &exchange{s: s, w: w, r: r, call: call}
	defer x.finish()
	switch {
	case !below || methods[path] == "":
		x.send(refusal(http.StatusNotFound, "Invalid URL ("+r.Method+" "+r.URL.Path+")", "invalid_request_error"))
	case methods[path] != r.Method:
		x.send(refusal(http.StatusMethodNotAllowed, "Not allowed to "+r.Method+" on "+path, "invalid_request_error"))
	default:
		x.answer(path)
	}
}

// enter counts a request that is answered, and says false once the server is closed.
func (s *Server) enter() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.closed {
		s.running.Add(1)
	}
	return !s.closed
}
