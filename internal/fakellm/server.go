package fakellm

import (
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"sherpa/internal/fakeserver"
)

// What a server uses unless its Options say otherwise.
const (
	DefaultModel     = "fake-model"
	DefaultDimension = 64
)

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
	opts    Options
	host    *fakeserver.Host
	rules   *fakeserver.Rules
	changes fakeserver.Changes

	// mu guards all below.
	mu      sync.Mutex
	calls   []*Call
	arrived int
	scripts map[string][]Step
	handler func(Call) Reply
}

// New starts a server for a test, and ends it with the test. The test fails if
// rules were violated by then.
func New(tb fakeserver.TB, opts Options) *Server {
	tb.Helper()
	s, err := Start(opts)
	if err != nil {
		tb.Fatalf("start the fake language model: %v", err)
		return nil
	}
	tb.Cleanup(func() {
		s.Close()
		s.rules.Report(tb, "language models' servers")
	})
	return s
}

// Start starts a server that the caller closes.
func Start(opts Options) (*Server, error) {
	opts = withDefaults(opts)
	host, err := fakeserver.Listen(opts.Listener)
	if err != nil {
		return nil, err
	}
	s := &Server{opts: opts, host: host, rules: fakeserver.NewRules(opts.Now, description), scripts: map[string][]Step{}}
	host.Serve(s.serve)
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
func (s *Server) Close() { s.host.Close() }

// URL is where the server is: http://127.0.0.1:port.
func (s *Server) URL() string { return "http://" + s.host.Addr().String() }

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
