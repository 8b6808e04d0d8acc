package fakediscord

import (
	"encoding/json"
	"regexp"
	"slices"
)

// Post is what a user writes.
type Post struct {
	// Content is the text. The users in it, as in <@1>, are mentioned.
	Content string
	// ReplyTo is the id of the message that this one answers; Discord mentions
	// its author unless Quiet.
	ReplyTo string
	Quiet   bool
	// Everyone says that the text pings everybody.
	Everyone bool
	// Webhook says that no user wrote it; Bot, that another bot did.
	Webhook, Bot bool
	// Type is Discord's number of the kind of message; 0 is an ordinary one.
	Type  int
	Files []File
}

// Said is something that a user wrote.
type Said struct {
	ID, ChannelID, GuildID string
	// JSON is the message as Discord sends it.
	JSON json.RawMessage
}

// Mention is the text that mentions the bot.
func (s *Server) Mention() string { return "<@" + s.opts.ApplicationID + ">" }

// Says dispatches what a user writes in a channel or a direct message.
func (s *Server) Says(f From, p Post) Said {
	said := s.Said(f, p)
	s.Dispatch("MESSAGE_CREATE", said.JSON)
	return said
}

// Said is what a user writes, without dispatching it. Without the intent for it,
// the bot is shown the text of messages to it alone, as by Discord.
func (s *Server) Said(f From, p Post) Said {
	s.mu.Lock()
	defer s.mu.Unlock()
	f = s.complete(f)
	m := &Message{
		ID: s.mint(), ChannelID: f.ChannelID, GuildID: f.GuildID, AuthorID: f.UserID, Content: p.Content, ReplyTo: p.ReplyTo,
		Files: slices.Clone(p.Files), Created: s.opts.Now(),
	}
	s.put(m)
	return Said{ID: m.ID, ChannelID: m.ChannelID, GuildID: m.GuildID, JSON: mustJSON(s.saidJSON(f, p, m))}
}

var userMention = regexp.MustCompile(`<@!?(\d+)>`)

func (s *Server) saidJSON(f From, p Post, m *Message) map[string]any {
	out := s.messageJSON(m)
	mentioned := []any{}
	toBot := false
	mention := func(id string) {
		toBot = toBot || id == s.opts.ApplicationID
		mentioned = append(mentioned, s.userJSON(id))
	}
	for _, match := range userMention.FindAllStringSubmatch(p.Content, -1) {
		mention(match[1])
	}
	if original := s.world.messages[p.ReplyTo]; original != nil && !p.Quiet && original.Token == "" {
		mention(original.AuthorID)
	}
	out["mentions"], out["mention_everyone"], out["channel_type"] = mentioned, p.Everyone, f.ChannelType
	if p.Type != 0 {
		out["type"] = p.Type
	}
	author, _ := out["author"].(map[string]any)
	author["bot"] = p.Bot
	if p.Webhook {
		out["webhook_id"] = m.AuthorID
	}
	if f.GuildID != "" {
		out["guild_id"] = f.GuildID
		if !p.Webhook {
			member := s.memberJSON(f)
			delete(member, "user")
			out["member"] = member
		}
		if !toBot && s.opts.AllowedIntents&IntentMessageContent == 0 {
			out["content"], out["embeds"], out["attachments"], out["components"] = "", []any{}, []any{}, []any{}
		}
	}
	return out
}

// echo tells the bot of its own message, if Options ask for that. The caller
// holds mu.
func (s *Server) echo(kind string, m *Message) {
	if !s.opts.Echo || m.Ephemeral() {
		return
	}
	out := s.messageJSON(m)
	if m.GuildID != "" {
		out["guild_id"] = m.GuildID
	}
	s.dispatch(kind, mustJSON(out))
}

// Rewrites dispatches that a user changed what he wrote.
func (s *Server) Rewrites(f From, said Said, p Post) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f = s.complete(f)
	m := s.known(said.ID)
	m.Content, m.Edited, m.Edits = p.Content, s.opts.Now(), m.Edits+1
	s.dispatch("MESSAGE_UPDATE", mustJSON(s.saidJSON(f, p, m)))
}

// Deletes dispatches that a message is no more.
func (s *Server) Deletes(channelID, messageID string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	gone := map[string]any{"id": messageID, "channel_id": channelID}
	if c := s.world.channels[channelID]; c != nil && c.GuildID != "" {
		gone["guild_id"] = c.GuildID
	}
	delete(s.world.messages, messageID)
	s.dispatch("MESSAGE_DELETE", mustJSON(gone))
}

// JoinGuild adds the bot to a server. It is in every READY from now on, and sessions
// that there are get GUILD_CREATE.
func (s *Server) JoinGuild(id, name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	mustBeID("guild", id)
	s.world.guilds[id] = name
	s.world.joined = append(s.world.joined, id)
	s.dispatch("GUILD_CREATE", s.guildJSON(id))
}

// LeaveGuild removes the bot from a server.
func (s *Server) LeaveGuild(id string) { s.guildGone(id, map[string]any{"id": id}) }

// GuildOutage says that a server cannot be reached for now.
func (s *Server) GuildOutage(id string) {
	s.Dispatch("GUILD_DELETE", map[string]any{"id": id, "unavailable": true})
}

// GuildBack ends an outage.
func (s *Server) GuildBack(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.dispatch("GUILD_CREATE", s.guildJSON(id))
}

func (s *Server) guildGone(id string, data map[string]any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.world.guilds, id)
	s.world.joined = without(s.world.joined, id)
	s.dispatch("GUILD_DELETE", mustJSON(data))
}

func (s *Server) guildJSON(id string) json.RawMessage {
	channels, threads := []any{}, []any{}
	for _, c := range s.world.channels {
		if c.GuildID == id && c.Type == PublicThread {
			threads = append(threads, s.channelJSON(c))
		} else if c.GuildID == id {
			channels = append(channels, s.channelJSON(c))
		}
	}
	return mustJSON(map[string]any{
		"id": id, "name": s.world.guilds[id], "unavailable": false, "owner_id": "1", "preferred_locale": "en-US", "large": false,
		"joined_at": "2026-01-01T00:00:00.000000+00:00", "member_count": 3, "channels": channels, "threads": threads, "members": []any{},
		"roles": []any{}, "emojis": []any{}, "features": []any{}, "presences": []any{}, "voice_states": []any{},
		"stage_instances": []any{}, "guild_scheduled_events": []any{}, "stickers": []any{}, "soundboard_sounds": []any{},
	})
}

// StartThread makes a thread, as a post in a forum is, and dispatches THREAD_CREATE.
// Its id is made if the channel has none. Created says that it is new, and not that
// the bot was added.
func (s *Server) StartThread(c Channel, ownerID string, created bool) Channel {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c.ID == "" {
		c.ID = s.mint()
	}
	if c.Type == 0 {
		c.Type = PublicThread
	}
	s.addChannel(c)
	data := s.channelJSON(&c)
	data["owner_id"], data["message_count"], data["member_count"] = ownerID, 0, 1
	data["thread_metadata"] = map[string]any{
		"archived": false, "auto_archive_duration": 1440, "archive_timestamp": stamp(s.opts.Now()), "locked": false,
		"create_timestamp": stamp(s.opts.Now()),
	}
	if created {
		data["newly_created"] = true
	}
	s.dispatch("THREAD_CREATE", mustJSON(data))
	return c
}
