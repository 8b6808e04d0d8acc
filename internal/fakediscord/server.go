package fakediscord

import (
	"context"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/gorilla/websocket"

	"sherpa/internal/fakeserver"
)

// What a server uses unless its Options say otherwise.
const (
	DefaultToken         = "MTAwMDAwMDAwMDAwMDAwMDAw.fake.token-of-a-test" //nolint:gosec // it opens nothing
	DefaultApplicationID = "100000000000000000"
	DefaultHeartbeat     = 41250 * time.Millisecond
	DefaultIdentifyGap   = 5 * time.Second
)

// Options are the settings of a server; the zero value is a working one.
type Options struct {
	// Token is the bot's token. ApplicationID is the id of the application, and
	// of its bot user.
	Token, ApplicationID string
	// Now is the clock: of ids, of the ages of interactions, of records.
	Now func() time.Time
	// Heartbeat is the interval that Hello asks for.
	Heartbeat time.Duration
	// IdentifyGap is how far apart two IDENTIFYs of one key must be; a negative
	// one means that they need not be.
	IdentifyGap time.Duration
	// AllowedIntents are the intents that the application was granted beside the
	// ordinary ones, as bits.
	AllowedIntents int
	// NoSpec leaves requests unchecked against the OpenAPI description, for load.
	NoSpec bool
	// Echo dispatches the bot's own messages to it, as Discord does.
	Echo bool
	// Keep is how many requests, messages, interactions and dispatches are
	// remembered; 0 means all. It is for runs of millions.
	Keep int
	// Listener is where connections come from; nil means a port of 127.0.0.1.
	Listener net.Listener
}

// Server is one Discord. Its methods may be used by many goroutines.
type Server struct {
	opts     Options
	host     *fakeserver.Host
	mux      *http.ServeMux
	upgrader websocket.Upgrader
	rules    *fakeserver.Rules
	changes  fakeserver.Changes

	// mu guards all below.
	mu     sync.Mutex
	minted uint64

	requests []*Request
	faults   []*Fault
	world    world
	tickets  tickets
	commands commands
	gateway  gateway
}

// New starts a server for a test, and ends it with the test. The test fails if
// rules were violated by then.
func New(tb fakeserver.TB, opts Options) *Server {
	tb.Helper()
	s, err := Start(opts)
	if err != nil {
		tb.Fatalf("start the fake Discord: %v", err)
		return nil
	}
	tb.Cleanup(func() {
		s.Close()
		s.rules.Report(tb, "Discord")
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
	s := &Server{
		opts: opts, host: host, rules: fakeserver.NewRules(opts.Now, description),
		world: newWorld(), tickets: newTickets(), commands: newCommands(), gateway: newGateway(),
		upgrader: websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }},
	}
	s.mux = s.routes()
	host.Serve(s.serve)
	return s, nil
}

func withDefaults(o Options) Options {
	if o.Token == "" {
		o.Token = DefaultToken
	}
	if o.ApplicationID == "" {
		o.ApplicationID = DefaultApplicationID
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Heartbeat == 0 {
		o.Heartbeat = DefaultHeartbeat
	}
	if o.IdentifyGap == 0 {
		o.IdentifyGap = DefaultIdentifyGap
	}
	return o
}

// Close cuts every connection and waits until all that the server runs has ended.
func (s *Server) Close() {
	s.host.Close(func() {
		for _, c := range s.Connections() {
			c.Cut()
		}
	})
}

// Token is the bot's token, without "Bot ".
func (s *Server) Token() string { return s.opts.Token }

// ApplicationID is the id of the application and of its bot user.
func (s *Server) ApplicationID() string { return s.opts.ApplicationID }

// APIURL is where the REST API is: http://127.0.0.1:port/api/v10.
func (s *Server) APIURL() string { return s.origin("http") + "/api/v10" }

// GatewayURL is what /gateway answers: ws://127.0.0.1:port/gateway.
func (s *Server) GatewayURL() string { return s.origin("ws") + "/gateway" }

// ResumeURL is what READY says unless SetResumeURL said otherwise. It leads to
// the same gateway under another path.
func (s *Server) ResumeURL() string { return s.origin("ws") + "/resume" }

func (s *Server) origin(scheme string) string {
	host := s.host.Addr().String()
	if s.host.Addr().Network() == pipeNetwork {
		host = "discord.test"
	}
	return scheme + "://" + host
}

// serve leads a request to the gateway, the files or the API.
func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	switch top, _, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/"); top {
	case "gateway", "resume":
		s.serveGateway(w, r)
	case "attachments":
		s.serveAttachment(w, r)
	default:
		s.serveAPI(w, r)
	}
}

// WaitFor waits until the predicate holds. It is asked again after every change
// on the server, and may call the server's methods.
func (s *Server) WaitFor(ctx context.Context, holds func() bool) error {
	return s.changes.WaitFor(ctx, holds)
}
