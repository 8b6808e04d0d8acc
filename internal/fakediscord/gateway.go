package fakediscord

import (
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"time"

	"sherpa/internal/fakeserver"
)

// Opcodes of the gateway.
const (
	OpDispatch       = 0
	OpHeartbeat      = 1
	OpIdentify       = 2
	OpResume         = 6
	OpReconnect      = 7
	OpInvalidSession = 9
	OpHello          = 10
	OpACK            = 11
)

// GatewayInfo is what /gateway/bot answers, and what IDENTIFYs are held to.
type GatewayInfo struct {
	// URL is the gateway's address; "" means this server's.
	URL string
	// Shards is the number that Discord asks for. MinShards is the least that it
	// takes: fewer are closed with 4011.
	Shards, MinShards int
	// Total and Remaining are the session start limit, which is full again
	// ResetAfter from when it was set, and from then on every 24 hours.
	Total, Remaining int
	ResetAfter       time.Duration
	MaxConcurrency   int
}

// Script is what happens to one connection to the gateway; the zero value is an
// ordinary one. The functions are called instead of what Discord would send, and
// may use all methods of Conn.
type Script struct {
	// HalfOpen takes the connection and never answers. Status refuses it with an
	// HTTP status.
	HalfOpen bool
	Status   int
	// Hello, Identify and Resume stand for the answers to a connection, an
	// IDENTIFY and a RESUME. One that does nothing stays silent.
	Hello, Identify, Resume func(*Conn)
	// Ready is called after READY or RESUMED was sent.
	Ready func(*Conn)
	// NoACK leaves heartbeats unanswered; Deaf sends no dispatches after READY.
	NoACK, Deaf bool
}

// Silent is a function for a Script that sends nothing.
func Silent(*Conn) {}

// gateway is the state of the gateway.
type gateway struct {
	info      GatewayInfo
	resets    time.Time
	resumeURL string
	sessions  map[string]*session
	order     []*session
	conns     []*Conn
	next      []Script
	every     Script
	// identified is when a key of max_concurrency last identified.
	identified map[int]time.Time
	identifies []Identify
	resumes    []Resume
	heartbeats []Heartbeat
}

func newGateway() gateway {
	return gateway{
		info:     GatewayInfo{Shards: 1, Total: 1000, Remaining: 1000, ResetAfter: 24 * time.Hour, MaxConcurrency: 1},
		sessions: map[string]*session{}, identified: map[int]time.Time{},
	}
}

// SetGateway changes what /gateway/bot answers.
func (s *Server) SetGateway(change func(*GatewayInfo)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.renewStarts()
	change(&s.gateway.info)
	s.gateway.resets = s.opts.Now().Add(s.gateway.info.ResetAfter)
}

// renewStarts fills the session start limit when its time has come. The caller
// holds mu.
func (s *Server) renewStarts() {
	g, now := &s.gateway, s.opts.Now()
	if g.resets.IsZero() {
		g.resets = now.Add(g.info.ResetAfter)
	}
	for !now.Before(g.resets) {
		g.resets = g.resets.Add(24 * time.Hour)
		g.info.Remaining = g.info.Total
	}
	g.info.ResetAfter = g.resets.Sub(now)
}

// Gateway returns what /gateway/bot answers now.
func (s *Server) Gateway() GatewayInfo {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.renewStarts()
	return s.gateway.info
}

// SetResumeURL changes the resume_gateway_url of the READYs to come.
func (s *Server) SetResumeURL(address string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gateway.resumeURL = address
}

// NextConnection scripts the connections to come, one each.
func (s *Server) NextConnection(scripts ...Script) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gateway.next = append(s.gateway.next, scripts...)
}

// EveryConnection scripts all connections to come for which NextConnection has
// no script.
func (s *Server) EveryConnection(script Script) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gateway.every = script
}

// Connections returns all connections so far, oldest first; half-open ones too.
func (s *Server) Connections() []*Conn {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.gateway.conns)
}

// AwaitReady waits until a connection of the shard is ready, and returns the
// newest.
func (s *Server) AwaitReady(ctx context.Context, shard int) (*Conn, error) {
	var found *Conn
	err := s.WaitFor(ctx, func() bool {
		s.mu.Lock()
		defer s.mu.Unlock()
		for _, c := range s.gateway.conns {
			if c.ready && !c.ended && c.session != nil && c.session.shard == shard {
				found = c
			}
		}
		return found != nil
	})
	return found, err
}

func (s *Server) getGateway(*call) (reply, error) {
	return ok(map[string]any{"url": s.gatewayAddress()}), nil
}

func (s *Server) getGatewayBot(*call) (reply, error) {
	s.renewStarts()
	info := s.gateway.info
	return ok(map[string]any{
		"url": s.gatewayAddress(), "shards": info.Shards,
		"session_start_limit": map[string]any{
			"total": info.Total, "remaining": max(info.Remaining, 0), "reset_after": info.ResetAfter.Milliseconds(),
			"max_concurrency": info.MaxConcurrency,
		},
	}), nil
}

func (s *Server) gatewayAddress() string {
	if s.gateway.info.URL != "" {
		return s.gateway.info.URL
	}
	return s.GatewayURL()
}

// serveGateway runs one connection to the gateway until it ends.
func (s *Server) serveGateway(w http.ResponseWriter, r *http.Request) {
	c := s.newConn(r)
	switch {
	case c.script.HalfOpen:
		select {
		case <-r.Context().Done():
		case <-s.host.Closed():
		case <-c.stopped:
		}
		c.end(0)
		fakeserver.Reset(fakeserver.Hijack(w))
		return
	case c.script.Status != 0:
		c.end(0)
		http.Error(w, http.StatusText(c.script.Status), c.script.Status)
		return
	}
	ws, err := s.upgrader.Upgrade(w, r, nil)
	if err != nil {
		c.end(0)
		return
	}
	if !c.attach(ws) {
		return
	}
	c.greet(r)
	c.read()
}

// newConn records a connection and takes its script.
func (s *Server) newConn(r *http.Request) *Conn {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := &Conn{
		server: s, Path: r.URL.Path, Opened: s.opts.Now(), script: s.gateway.every, wake: make(chan struct{}, 1), stopped: make(chan struct{}),
	}
	if len(s.gateway.next) > 0 {
		c.script, s.gateway.next = s.gateway.next[0], s.gateway.next[1:]
	}
	c.noACK, c.deaf = c.script.NoACK, c.script.Deaf
	s.gateway.conns = keep(append(s.gateway.conns, c), s.opts.Keep)
	s.changes.Tell()
	return c
}

// greet sends Hello, or what the script has in its place.
func (c *Conn) greet(r *http.Request) {
	if v := r.URL.Query().Get("v"); v != "9" && v != "10" {
		c.Close(4012, "Invalid API version.")
		return
	}
	if c.script.Hello != nil {
		c.script.Hello(c)
		return
	}
	c.Hello()
}

// frame is what the gateway and its clients exchange.
type frame struct {
	Op   int             `json:"op"`
	Data json.RawMessage `json:"d"`
	Seq  *int64          `json:"s,omitempty"`
	Type *string         `json:"t,omitempty"`
}
