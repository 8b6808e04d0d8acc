package fakediscord

import (
	"bytes"
	"encoding/json"
	"net/http"
	"path"
	"slices"
	"time"
)

// Channel is a place for messages, with Discord's number of its type.
type Channel struct {
	ID, GuildID, ParentID, Name string
	Type                        int
	// Recipient is the user of a direct message.
	Recipient string
}

// Types of channels.
const (
	TextChannel  = 0
	DMChannel    = 1
	PublicThread = 11
	ForumChannel = 15
)

// world is what is in Discord.
type world struct {
	channels map[string]*Channel
	guilds   map[string]string // name by id
	joined   []string          // servers that the bot was added to
	users    map[string]string // name by id
	dms      map[string]string // channel by user
	refused  map[string]int    // code by channel
	messages map[string]*Message
	order    []string
	nonces   map[string]string // message by channel and nonce
	files    map[string]File   // attachments by id
	labelled map[string]bool   // custom ids of forms whose fields stand in labels
}

func newWorld() world {
	return world{
		channels: map[string]*Channel{}, guilds: map[string]string{}, users: map[string]string{}, dms: map[string]string{},
		refused: map[string]int{}, messages: map[string]*Message{}, nonces: map[string]string{}, files: map[string]File{},
		labelled: map[string]bool{},
	}
}

// AddChannel makes a channel known, or changes one. Builders of events make the
// channels that they name.
func (s *Server) AddChannel(c Channel) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.addChannel(c)
}

func (s *Server) addChannel(c Channel) {
	mustBeID("channel", c.ID)
	mustBeID("guild", c.GuildID)
	s.world.channels[c.ID] = &c
	if c.GuildID != "" && s.world.guilds[c.GuildID] == "" {
		s.world.guilds[c.GuildID] = "Server " + c.GuildID
	}
}

// RemoveChannel deletes a channel with its messages.
func (s *Server) RemoveChannel(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c := s.world.channels[id]; c != nil && c.Recipient != "" {
		delete(s.world.dms, c.Recipient)
	}
	delete(s.world.channels, id)
	for _, m := range s.world.messages {
		if m.ChannelID == id {
			delete(s.world.nonces, nonceKey(id, m.Nonce))
			delete(s.world.messages, m.ID)
		}
	}
	s.changes.Tell()
}

// Forbid refuses what writes into a channel with an error code: MissingAccess,
// MissingPermissions, CannotMessageUser or ThreadArchived; 0 allows it again.
// Responses to interactions need no permission.
func (s *Server) Forbid(channelID string, code int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.world.refused[channelID] = code
}

// DM is the channel of direct messages with a user.
func (s *Server) DM(userID string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.dm(userID)
}

func (s *Server) dm(userID string) string {
	if id, known := s.world.dms[userID]; known {
		return id
	}
	id := s.mint()
	s.world.dms[userID] = id
	s.addChannel(Channel{ID: id, Type: DMChannel, Recipient: userID})
	return id
}

// CloseDM makes a user refuse direct messages.
func (s *Server) CloseDM(userID string) { s.Forbid(s.DM(userID), CannotMessageUser) }

// Messages returns the bot's messages that everybody in a channel sees now,
// oldest first.
func (s *Server) Messages(channelID string) []Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	var shown []Message
	for _, id := range s.world.order {
		m := s.world.messages[id]
		if m != nil && m.ChannelID == channelID && m.AuthorID == s.opts.ApplicationID && !m.Ephemeral() && m.Flags&FlagLoading == 0 {
			shown = append(shown, *m)
		}
	}
	return shown
}

// Message returns a message as it is now, and whether it is still there.
func (s *Server) Message(id string) (Message, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if m := s.world.messages[id]; m != nil {
		return *m, true
	}
	return Message{}, false
}

// put keeps a new message. The caller holds mu.
func (s *Server) put(m *Message) {
	s.world.messages[m.ID] = m
	order := append(s.world.order, m.ID)
	s.world.order = keep(order, s.opts.Keep)
	for _, id := range order[:len(order)-len(s.world.order)] {
		if old := s.world.messages[id]; old != nil {
			delete(s.world.nonces, nonceKey(old.ChannelID, old.Nonce))
		}
		delete(s.world.messages, id)
	}
	s.keepFiles(m)
	s.changes.Tell()
}

// nonceKey is what a message with a nonce is known by.
func nonceKey(channelID, nonce string) string { return channelID + " " + nonce }

// keepFiles gives the new files of a message their ids. The caller holds mu.
func (s *Server) keepFiles(m *Message) {
	for i := range m.Files {
		if _, known := s.world.files[m.Files[i].ID]; !known {
			m.Files[i].ID = s.mint()
			s.world.files[m.Files[i].ID] = m.Files[i]
		}
	}
}

// edit changes a message by a form. The caller holds mu.
func (s *Server) edit(m *Message, f *messageForm) error {
	changed := *m
	changed.Files = slices.Clone(m.Files)
	f.change(&changed)
	if err := notEmpty(&changed); err != nil {
		return err
	}
	changed.Flags &^= FlagLoading
	changed.Edits++
	changed.Edited = s.opts.Now()
	*m = changed
	s.keepFiles(m)
	s.changes.Tell()
	return nil
}

// remove deletes a message. The caller holds mu.
func (s *Server) remove(m *Message) {
	delete(s.world.messages, m.ID)
	s.changes.Tell()
}

func (s *Server) userJSON(id string) map[string]any {
	name := s.world.users[id]
	if id == s.opts.ApplicationID {
		name = "sherpa"
	}
	if name == "" {
		name = "user" + id
	}
	return map[string]any{
		"id": id, "username": name, "global_name": name, "discriminator": "0", "avatar": nil,
		"bot": id == s.opts.ApplicationID, "public_flags": 0,
	}
}

func (s *Server) channelJSON(c *Channel) map[string]any {
	out := map[string]any{"id": c.ID, "type": c.Type, "name": c.Name, "flags": 0, "last_message_id": nil}
	if c.GuildID != "" {
		out["guild_id"], out["position"], out["permission_overwrites"] = c.GuildID, 0, []any{}
	}
	if c.ParentID != "" {
		out["parent_id"] = c.ParentID
	}
	if c.Type == DMChannel {
		delete(out, "name")
		out["recipients"] = []any{s.userJSON(c.Recipient)}
	}
	return out
}

// attachmentsJSON are files as Discord tells of them.
func (s *Server) attachmentsJSON(files []File) []map[string]any {
	out := []map[string]any{}
	for _, f := range files {
		out = append(out, s.attachmentJSON(f))
	}
	return out
}

func (s *Server) attachmentJSON(f File) map[string]any {
	address := s.origin("http") + "/attachments/" + f.ID + "/" + f.Name
	return map[string]any{
		"id": f.ID, "filename": f.Name, "size": len(f.Data), "content_type": f.ContentType, "url": address, "proxy_url": address,
	}
}

// Attach keeps a file as somebody's attachment; its id is set.
func (s *Server) Attach(f File) File {
	s.mu.Lock()
	defer s.mu.Unlock()
	f.ID = s.mint()
	s.world.files[f.ID] = f
	return f
}

func (s *Server) serveAttachment(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	f, known := s.world.files[path.Base(path.Dir(r.URL.Path))]
	s.mu.Unlock()
	if !known {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", f.ContentType)
	http.ServeContent(w, r, f.Name, time.Time{}, bytes.NewReader(f.Data))
}

func mustJSON(v any) json.RawMessage {
	raw, err := json.Marshal(v)
	if err != nil {
		panic("fakediscord: " + err.Error()) // of plain values: a mistake in this package
	}
	return raw
}

// joined are the servers that a session's shard is told of.
func (s *Server) joined(n *session) []string {
	var found []string
	for _, id := range s.world.joined {
		if shardOf(id, n.shards) == n.shard {
			found = append(found, id)
		}
	}
	return found
}

func without(list []string, what string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return s == what })
}
