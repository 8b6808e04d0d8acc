package fakediscord

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Identify is an IDENTIFY that a client sent.
type Identify struct {
	Time          time.Time
	Conn          *Conn
	Intents       int
	Shard, Shards int
	Properties    map[string]string
}

// Resume is a RESUME that a client sent.
type Resume struct {
	Time      time.Time
	Conn      *Conn
	SessionID string
	Seq       int64
}

// Heartbeat is a heartbeat that a client sent; Seq is -1 where it was null.
type Heartbeat struct {
	Time time.Time
	Conn *Conn
	Seq  int64
}

// Event is a dispatch.
type Event struct {
	Seq  int64
	Type string
	Data json.RawMessage
}

func (e Event) text() []byte {
	return mustJSON(map[string]any{"op": OpDispatch, "s": e.Seq, "t": e.Type, "d": e.Data})
}

// session is what a client may resume.
type session struct {
	id            string
	shard, shards int
	intents       int
	seq           int64
	events        []Event
	// conn is where the session is connected; nil where it is not.
	conn *Conn
}

// Identifies returns all IDENTIFYs so far, oldest first.
func (s *Server) Identifies() []Identify { return snapshot(s, &s.gateway.identifies) }

// Resumes returns all RESUMEs so far, oldest first.
func (s *Server) Resumes() []Resume { return snapshot(s, &s.gateway.resumes) }

// Heartbeats returns all heartbeats so far, oldest first.
func (s *Server) Heartbeats() []Heartbeat { return snapshot(s, &s.gateway.heartbeats) }

func snapshot[T any](s *Server, list *[]T) []T {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(*list)
}

// ForgetSessions makes every session impossible to resume.
func (s *Server) ForgetSessions() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, old := range slices.Clone(s.gateway.order) {
		s.forget(old)
	}
}

// forget ends a session. The caller holds mu.
func (s *Server) forget(old *session) {
	delete(s.gateway.sessions, old.id)
	s.gateway.order = slices.DeleteFunc(s.gateway.order, func(o *session) bool { return o == old })
	if old.conn != nil {
		old.conn.session = nil
		old.conn = nil
	}
}

// SessionID is the id of the connection's session; "" where it has none.
func (c *Conn) SessionID() string {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	if c.session == nil {
		return ""
	}
	return c.session.id
}

func (c *Conn) takeHeartbeat(data json.RawMessage) {
	s := c.server
	seq := int64(-1)
	if string(data) != "null" {
		if err := json.Unmarshal(data, &seq); err != nil {
			c.close(4002, "Error while decoding payload.")
			return
		}
	}
	s.gateway.heartbeats = keep(append(s.gateway.heartbeats, Heartbeat{Time: s.opts.Now(), Conn: c, Seq: seq}), s.opts.Keep)
	if !c.noACK {
		c.emit(OpACK, nil)
	}
}

// identifyForm is an IDENTIFY as a client writes it.
type identifyForm struct {
	Token      string         `json:"token"`
	Intents    *int           `json:"intents"`
	Shard      *[2]int        `json:"shard"`
	Properties map[string]any `json:"properties"`
}

// takeIdentify records an IDENTIFY, refuses it or starts a session.
func (c *Conn) takeIdentify(data json.RawMessage) func(*Conn) {
	s := c.server
	var f identifyForm
	if err := json.Unmarshal(data, &f); err != nil || f.Intents == nil {
		c.close(4002, "Error while decoding payload.")
		return nil
	}
	if f.Shard == nil {
		f.Shard = &[2]int{0, 1}
	}
	id := Identify{Time: s.opts.Now(), Conn: c, Intents: *f.Intents, Shard: f.Shard[0], Shards: f.Shard[1], Properties: map[string]string{}}
	for name, value := range f.Properties {
		id.Properties[name] = fmt.Sprint(value)
	}
	s.gateway.identifies = keep(append(s.gateway.identifies, id), s.opts.Keep)
	s.renewStarts()
	s.gateway.info.Remaining--
	if code, reason := s.refusesIdentify(f.Token, id); code != 0 {
		c.close(code, reason)
		return nil
	}
	if s.tooSoon(id) {
		c.emit(OpInvalidSession, false)
		return nil
	}
	if c.script.Identify != nil {
		return c.script.Identify
	}
	return c.start(id)
}

// refusesIdentify is the close code of an IDENTIFY that Discord refuses, or 0.
func (s *Server) refusesIdentify(token string, id Identify) (code int, reason string) {
	info := s.gateway.info
	switch disallowed := IntentPresences | IntentMembers | IntentMessageContent; {
	case info.Remaining < 0:
		s.violate("gateway", "an IDENTIFY beyond the session start limit: Discord resets the token")
		return 4004, "Authentication failed."
	case strings.TrimPrefix(token, "Bot ") != s.opts.Token:
		return 4004, "Authentication failed."
	case id.Shards < 1 || id.Shard < 0 || id.Shard >= id.Shards:
		return 4010, "Invalid shard."
	case id.Shards < info.MinShards:
		return 4011, "Sharding required."
	case id.Intents&^allIntents != 0 || id.Intents < 0:
		return 4013, "Invalid intent(s)."
	case id.Intents&disallowed&^s.opts.AllowedIntents != 0:
		return 4014, "Disallowed intent(s)."
	}
	return 0, ""
}

// tooSoon says whether a key of max_concurrency identifies too early.
func (s *Server) tooSoon(id Identify) bool {
	key := id.Shard % max(s.gateway.info.MaxConcurrency, 1)
	last, known := s.gateway.identified[key]
	s.gateway.identified[key] = id.Time
	return known && s.opts.IdentifyGap > 0 && id.Time.Sub(last) < s.opts.IdentifyGap
}

// start makes a session and sends READY. The caller holds mu.
func (c *Conn) start(id Identify) func(*Conn) {
	s := c.server
	n := &session{id: "session" + s.mint(), shard: id.Shard, shards: id.Shards, intents: id.Intents, conn: c}
	s.gateway.sessions[n.id] = n
	s.gateway.order = append(s.gateway.order, n)
	c.session = n
	s.deliver(n, "READY", s.readyJSON(n), true)
	for _, guild := range s.joined(n) {
		if n.wants("GUILD_CREATE", guild) {
			s.deliver(n, "GUILD_CREATE", s.guildJSON(guild), false)
		}
	}
	c.ready = true
	return c.script.Ready
}

func (s *Server) readyJSON(n *session) json.RawMessage {
	resume := s.gateway.resumeURL
	if resume == "" {
		resume = s.ResumeURL()
	}
	guilds := []map[string]any{}
	for _, id := range s.joined(n) {
		guilds = append(guilds, map[string]any{"id": id, "unavailable": true})
	}
	return mustJSON(map[string]any{
		"v": 10, "user": s.userJSON(s.opts.ApplicationID), "guilds": guilds, "session_id": n.id, "resume_gateway_url": resume,
		"shard": []int{n.shard, n.shards}, "application": map[string]any{"id": s.opts.ApplicationID, "flags": s.applicationFlags()},
		"session_type": "normal", "private_channels": []any{}, "relationships": []any{}, "presences": []any{}, "user_settings": map[string]any{},
		"geo_ordered_rtc_regions": []string{"rotterdam"}, "_trace": []string{"fake"},
	})
}

// takeResume records a RESUME, refuses it or replays what was missed.
func (c *Conn) takeResume(data json.RawMessage) func(*Conn) {
	s := c.server
	var f struct {
		Token     string `json:"token"`
		SessionID string `json:"session_id"`
		Seq       *int64 `json:"seq"`
	}
	if err := json.Unmarshal(data, &f); err != nil || f.Seq == nil {
		c.close(4002, "Error while decoding payload.")
		return nil
	}
	s.gateway.resumes = keep(append(s.gateway.resumes, Resume{Time: s.opts.Now(), Conn: c, SessionID: f.SessionID, Seq: *f.Seq}), s.opts.Keep)
	known := s.gateway.sessions[f.SessionID]
	switch {
	case strings.TrimPrefix(f.Token, "Bot ") != s.opts.Token:
		c.close(4004, "Authentication failed.")
	case c.script.Resume != nil:
		return c.script.Resume
	case known == nil || !known.covers(*f.Seq):
		c.emit(OpInvalidSession, false)
	case *f.Seq > known.seq:
		c.close(4007, "Invalid seq.")
	default:
		return c.resume(known, *f.Seq)
	}
	return nil
}

// covers says whether all events after seq are still kept.
func (n *session) covers(seq int64) bool {
	return len(n.events) == 0 || n.events[0].Seq <= seq+1
}

// resume replays the events after seq. The caller holds mu.
func (c *Conn) resume(n *session, seq int64) func(*Conn) {
	s := c.server
	if n.conn != nil {
		n.conn.session = nil
	}
	n.conn, c.session = c, n
	for _, e := range n.events {
		if e.Seq > seq {
			c.enqueue(outgoing{text: e.text()})
		}
	}
	s.deliver(n, "RESUMED", json.RawMessage(`{"_trace":["fake"]}`), true)
	c.ready = true
	return c.script.Ready
}
