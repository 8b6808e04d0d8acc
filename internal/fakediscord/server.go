package fakediscord

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

// What a server uses unless its Options say otherwise.
const (
	DefaultToken         = "MTAwMDAwMDAwMDAwMDAwMDAw.fake.token-of-a-test" //nolint:gosec // it opens nothing
	DefaultApplicationID = "100000000000000000"
	DefaultHeartbeat     = 41250 * time.Millisecond
	DefaultIdentifyGap   = 5 * time.Second
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
	listener net.Listener
	http     *http.Server
	mux      *http.ServeMux
	upgrader websocket.Upgrader
	ctx      context.Context
	cancel   context.CancelFunc
	running  sync.WaitGroup

	// mu guards all below; changed is closed and replaced at every change.
	mu      sync.Mutex
	changed chan struct{}
	closed  bool
	minted  uint64

	journal  journal
	faults   []*Fault
	world    world
	tickets  tickets
	commands commands
	gateway  gateway
}

// New starts a server for a test, and ends it with the test. The test fails if
// rules were violated by then.
func New(tb TB, opts Options) *Server {
	tb.Helper()
	s, err := Start(opts)
	if err != nil {
		tb.Fatalf("start the fake Discord: %v", err)
		return nil
	}
	tb.Cleanup(func() {
		s.Close()
		if s.expectsViolations() {
			return
		}
		for _, v := range s.Violations() {
			tb.Errorf("Discord's rules were violated: %s", v)
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
		opts: opts, listener: listener, ctx: ctx, cancel: cancel, changed: make(chan struct{}),
		world: newWorld(), tickets: newTickets(), commands: newCommands(), gateway: newGateway(),
		upgrader: websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }},
	}
	s.mux = s.routes()
	s.http = &http.Server{Handler: http.HandlerFunc(s.serve), ReadHeaderTimeout: time.Minute}
	s.running.Go(func() { _ = s.http.Serve(listener) })
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
	s.mu.Lock()
	s.closed = true
	s.mu.Unlock()
	s.cancel()
	_ = s.http.Close() // an error of a socket that is closed anyway
	for _, c := range s.Connections() {
		c.Cut()
	}
	s.running.Wait()
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
	host := s.listener.Addr().String()
	if s.listener.Addr().Network() == pipeNetwork {
		host = "discord.test"
	}
	return scheme + "://" + host
}

// serve leads a request to the gateway, the files or the API.
func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	if !s.enter() {
		return
	}
	defer s.running.Done()
	switch top, _, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/"); top {
	case "gateway", "resume":
		s.serveGateway(w, r)
	case "attachments":
		s.serveAttachment(w, r)
	default:
		s.serveAPI(w, r)
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

// WaitFor waits until the predicate holds. It is asked again after every change
// on the server, and may call the server's methods.
func (s *Server) WaitFor(ctx context.Context, holds func() bool) error {
	for {
		s.mu.Lock()
		changed := s.changed
		s.mu.Unlock()
		if holds() {
			return nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return fmt.Errorf("wait for the fake Discord: %w", context.Cause(ctx))
		}
	}
}

// touch wakes those who wait. The caller holds mu.
func (s *Server) touch() {
	close(s.changed)
	s.changed = make(chan struct{})
}
