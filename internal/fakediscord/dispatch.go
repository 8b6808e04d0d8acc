package fakediscord

import (
	"encoding/json"
	"slices"
	"strings"
)

// Intents of the gateway that matter here.
const (
	IntentGuilds         = 1 << 0
	IntentMembers        = 1 << 1
	IntentPresences      = 1 << 8
	IntentGuildMessages  = 1 << 9
	IntentDirectMessages = 1 << 12
	IntentMessageContent = 1 << 15

	allIntents = 1<<17 - 1 | 1<<20 | 1<<21 | 1<<24 | 1<<25
)

// Dispatch sends an event to every session that is to have it: those of the
// shard of its server, with the intent for it. A session that is not connected
// gets it when it is resumed.
func (s *Server) Dispatch(kind string, data any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.dispatch(kind, mustJSON(data))
}

// Interact dispatches an interaction.
func (s *Server) Interact(in Interaction) { s.Dispatch("INTERACTION_CREATE", in.JSON) }

func (s *Server) dispatch(kind string, data json.RawMessage) {
	guild := guildOf(kind, data)
	for _, n := range s.gateway.order {
		if n.shard == shardOf(guild, n.shards) && n.wants(kind, guild) {
			s.deliver(n, kind, data, false)
		}
	}
	s.changes.Tell()
}

// guildOf is the server that an event is about; "" where there is none.
func guildOf(kind string, data json.RawMessage) string {
	var f struct {
		ID      string `json:"id"`
		GuildID string `json:"guild_id"`
	}
	_ = json.Unmarshal(data, &f) // an event of another shape has no server
	if kind == "GUILD_CREATE" || kind == "GUILD_DELETE" || kind == "GUILD_UPDATE" {
		return f.ID
	}
	return f.GuildID
}

// wants says whether the session has the intent for an event.
func (n *session) wants(kind, guild string) bool {
	needed := 0
	switch {
	case strings.HasPrefix(kind, "MESSAGE_") && guild == "":
		needed = IntentDirectMessages
	case strings.HasPrefix(kind, "MESSAGE_"):
		needed = IntentGuildMessages
	case strings.HasPrefix(kind, "GUILD_") && !strings.HasPrefix(kind, "GUILD_MEMBER"),
		strings.HasPrefix(kind, "THREAD_"), strings.HasPrefix(kind, "CHANNEL_"):
		needed = IntentGuilds
	}
	return n.intents&needed == needed
}

// deliver gives an event its number, keeps it and sends it. What is urgent goes
// to clients that are kept deaf, too. The caller holds mu.
func (s *Server) deliver(n *session, kind string, data json.RawMessage, urgent bool) {
	n.seq++
	e := Event{Seq: n.seq, Type: kind, Data: data}
	n.events = keep(append(n.events, e), s.opts.Keep)
	c := n.conn
	switch {
	case c == nil, c.deaf && !urgent:
	case c.holding && !urgent:
		c.held = append(c.held, e)
	default:
		c.enqueue(outgoing{text: e.text()})
	}
}

// Hold keeps dispatches back until Release.
func (c *Conn) Hold() {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	c.holding = true
}

// Release sends what was held back as arrange orders it, which may leave events
// out, repeat them, or change them; nil sends them as they came.
func (c *Conn) Release(arrange func([]Event) []Event) {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	events := c.held
	c.holding, c.held = false, nil
	if arrange != nil {
		events = arrange(events)
	}
	for _, e := range events {
		c.enqueue(outgoing{text: e.text()})
	}
}

// Reversed is an order for Release.
func Reversed(events []Event) []Event {
	events = slices.Clone(events)
	slices.Reverse(events)
	return events
}

// Repeat sends the last n events of the session again, with their numbers.
func (c *Conn) Repeat(n int) {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	if c.session == nil {
		return
	}
	events := c.session.events
	for _, e := range events[max(len(events)-n, 0):] {
		c.enqueue(outgoing{text: e.text()})
	}
}

// SendEvent sends a dispatch as it is. It is not kept for a replay.
func (c *Conn) SendEvent(e Event) {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	c.enqueue(outgoing{text: e.text()})
}
