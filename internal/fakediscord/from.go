package fakediscord

import (
	"encoding/base64"
	"encoding/json"
	"strconv"
)

// Who and where the builders put in when From does not say.
const (
	DefaultUser = "200000000000000000"
	// DefaultPermissions are a member's: view, send, read the history.
	DefaultPermissions = 1<<10 | 1<<11 | 1<<16
)

// From is who does something, and where. Without a GuildID it is a direct message
// with the bot, or, with Private, one between people.
type From struct {
	// UserID is DefaultUser where it is empty.
	UserID, UserName string
	// GuildID, ChannelID and ParentID are the place. ChannelID is the channel of
	// direct messages with the user where it is empty outside servers.
	GuildID, ChannelID, ParentID string
	ChannelType                  int
	// Private is a conversation between people, outside servers.
	Private bool
	// Permissions are the asker's in the channel; 0 means DefaultPermissions.
	Permissions uint64
	// Locale is "en-US" where it is empty.
	Locale string
	// UserInstalled says that only the asker installed the bot.
	UserInstalled bool
}

// Contexts of interactions.
const (
	inGuild = iota
	inBotDM
	inPrivateChannel
)

// Interaction is an interaction that somebody started.
type Interaction struct {
	ID, Token string
	// JSON is it as Discord sends it, over the gateway and to an HTTP endpoint.
	JSON json.RawMessage
}

// complete fills what is left out in, and makes the place known. The caller
// holds mu.
func (s *Server) complete(f From) From {
	if f.UserID == "" {
		f.UserID = DefaultUser
	}
	if f.UserName != "" {
		s.world.users[f.UserID] = f.UserName
	}
	if f.Locale == "" {
		f.Locale = "en-US"
	}
	if f.Permissions == 0 {
		f.Permissions = DefaultPermissions
	}
	if f.GuildID == "" && !f.Private {
		f.ChannelType = DMChannel
		if f.ChannelID == "" {
			f.ChannelID = s.dm(f.UserID)
		}
	}
	if f.ChannelID == "" {
		panic("fakediscord: From without a ChannelID")
	}
	if f.Private {
		f.ChannelType = 3
	}
	if s.world.channels[f.ChannelID] == nil {
		s.addChannel(Channel{
			ID: f.ChannelID, GuildID: f.GuildID, ParentID: f.ParentID, Type: f.ChannelType, Name: "channel-" + f.ChannelID, Recipient: f.UserID,
		})
	}
	f.ChannelType = s.world.channels[f.ChannelID].Type
	return f
}

// context is the kind of place.
func (f From) context() int {
	switch {
	case f.GuildID != "":
		return inGuild
	case f.Private:
		return inPrivateChannel
	}
	return inBotDM
}

// owners say by whom the bot was installed.
func (f From) owners() map[string]string {
	switch {
	case f.UserInstalled || f.Private:
		return map[string]string{"1": f.UserID}
	case f.GuildID != "":
		return map[string]string{"0": f.GuildID}
	}
	return map[string]string{"0": "0"}
}

// interact makes an interaction of a kind and opens its ticket. The caller holds mu.
func (s *Server) interact(f From, kind int, data, message any, source string) Interaction {
	f = s.complete(f)
	id := s.mint()
	token := base64.RawURLEncoding.EncodeToString([]byte("interaction:" + id + ":" + s.mint()))
	body := map[string]any{
		"id": id, "application_id": s.opts.ApplicationID, "type": kind, "token": token, "version": 1, "locale": f.Locale,
		"channel_id": f.ChannelID, "channel": s.channelJSON(s.world.channels[f.ChannelID]), "context": f.context(),
		"authorizing_integration_owners": f.owners(), "app_permissions": "562949953601536", "attachment_size_limit": 10 << 20,
		"entitlements": []any{}, "data": data,
	}
	if message != nil {
		body["message"] = message
	}
	if f.GuildID == "" {
		body["user"] = s.userJSON(f.UserID)
	} else {
		body["guild_id"], body["guild_locale"] = f.GuildID, "en-US"
		body["guild"] = map[string]any{"id": f.GuildID, "locale": "en-US", "features": []any{}}
		body["member"] = s.memberJSON(f)
	}
	s.open(&ticket{
		id: id, token: token, kind: kind, user: f.UserID, owners: f.owners(), created: s.opts.Now(), channel: *s.world.channels[f.ChannelID],
		userInstalled: f.UserInstalled || f.Private, source: source,
	})
	return Interaction{ID: id, Token: token, JSON: mustJSON(body)}
}

func (s *Server) memberJSON(f From) map[string]any {
	return map[string]any{
		"user": s.userJSON(f.UserID), "permissions": strconv.FormatUint(f.Permissions, 10), "nick": nil, "avatar": nil, "roles": []any{},
		"joined_at": "2026-01-01T00:00:00.000000+00:00", "deaf": false, "mute": false, "pending": false, "flags": 0,
	}
}
