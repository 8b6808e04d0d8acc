package fakediscord

import (
	"net/http"
)

func (s *Server) getMe(*call) (reply, error) {
	me := s.userJSON(s.opts.ApplicationID)
	me["verified"], me["mfa_enabled"], me["locale"], me["email"], me["flags"] = true, true, "en-US", nil, 0
	return ok(me), nil
}

func (s *Server) getApplication(*call) (reply, error) {
	return ok(map[string]any{
		"id": s.opts.ApplicationID, "name": "Sherpa", "icon": nil, "description": "", "bot_public": true, "bot_require_code_grant": false,
		"verify_key": s.PublicKey(), "flags": s.applicationFlags(),
		"bot": s.userJSON(s.opts.ApplicationID), "integration_types_config": map[string]any{"0": map[string]any{}, "1": map[string]any{}},
		"approximate_guild_count": len(s.world.guilds), "interactions_endpoint_url": nil,
	}), nil
}

func (s *Server) getGuild(c *call) (reply, error) {
	name, known := s.world.guilds[c.arg("guild")]
	if !known {
		return reply{}, unknown(codeUnknownGuild, "Guild")
	}
	return ok(map[string]any{
		"id": c.arg("guild"), "name": name, "owner_id": "1", "preferred_locale": "en-US", "roles": []any{}, "emojis": []any{}, "features": []any{},
	}), nil
}

func (s *Server) postDM(c *call) (reply, error) {
	var f struct {
		Recipient string `json:"recipient_id"`
	}
	if err := c.decode(&f); err != nil {
		return reply{}, err
	}
	if !isSnowflake(f.Recipient) {
		wrong := form{}
		wrong.add([]string{"recipient_id"}, "NUMBER_TYPE_COERCE", "Value %q is not snowflake.", f.Recipient)
		return reply{}, wrong.refusal()
	}
	return ok(s.channelJSON(s.world.channels[s.dm(f.Recipient)])), nil
}

// channel is the channel that a call names, if the bot may see it.
func (s *Server) channel(c *call) (*Channel, error) {
	channel := s.world.channels[c.arg("channel")]
	if channel == nil {
		return nil, unknown(codeUnknownChannel, "Channel")
	}
	if s.world.refused[channel.ID] == MissingAccess {
		return nil, refuse(http.StatusForbidden, MissingAccess, "Missing Access")
	}
	return channel, nil
}

// writable is the channel that a call names, if the bot may write there.
func (s *Server) writable(c *call) (*Channel, error) {
	channel, err := s.channel(c)
	if err != nil {
		return nil, err
	}
	switch code := s.world.refused[channel.ID]; code {
	case 0:
		return channel, nil
	case CannotMessageUser:
		return nil, refuse(http.StatusForbidden, code, "Cannot send messages to this user")
	case ThreadArchived:
		return nil, refuse(http.StatusBadRequest, code, "Thread is archived")
	default:
		return nil, refuse(http.StatusForbidden, code, "Missing Permissions")
	}
}

func (s *Server) getChannel(c *call) (reply, error) {
	channel, err := s.channel(c)
	if err != nil {
		return reply{}, err
	}
	return ok(s.channelJSON(channel)), nil
}

func (s *Server) postTyping(c *call) (reply, error) {
	_, err := s.writable(c)
	return noContent, err
}

func (s *Server) postMessage(c *call) (reply, error) {
	channel, err := s.writable(c)
	if err != nil {
		return reply{}, err
	}
	f, err := s.form(c, c.JSON, nil)
	if err != nil {
		return reply{}, err
	}
	nonce := nonceKey(channel.ID, nonceText(f.Nonce))
	if earlier := s.world.messages[s.world.nonces[nonce]]; f.EnforceNonce && earlier != nil {
		return ok(s.messageJSON(earlier)), nil
	}
	m, err := s.compose(channel, f)
	if err != nil {
		return reply{}, err
	}
	m.Nonce = nonceText(f.Nonce)
	m.Flags &^= FlagEphemeral
	s.put(m)
	if m.Nonce != "" {
		s.world.nonces[nonce] = m.ID
	}
	s.echo("MESSAGE_CREATE", m)
	return ok(s.messageJSON(m)), nil
}

// compose makes a message of a form; it is not kept yet.
func (s *Server) compose(channel *Channel, f *messageForm) (*Message, error) {
	m := &Message{
		ID: s.mint(), ChannelID: channel.ID, GuildID: channel.GuildID, AuthorID: s.opts.ApplicationID, Created: s.opts.Now(), Flags: f.Flags,
	}
	f.change(m)
	m.Flags |= f.Flags & FlagEphemeral
	if err := notEmpty(m); err != nil {
		return nil, err
	}
	return m, s.setReply(m, f.Reference)
}

// setReply refuses a reply to a message that is not there.
func (s *Server) setReply(m *Message, ref *messageReference) error {
	if ref == nil {
		return nil
	}
	original := s.world.messages[ref.MessageID]
	if original != nil && original.ChannelID == m.ChannelID {
		m.ReplyTo = ref.MessageID
		return nil
	}
	if ref.FailIfNotExists != nil && !*ref.FailIfNotExists {
		return nil
	}
	wrong := form{}
	wrong.add([]string{"message_reference"}, "REPLIES_UNKNOWN_MESSAGE", "Unknown message")
	gone := wrong.invalid()
	gone.blameless = true
	return gone
}

// message is the message that a call names.
func (s *Server) message(c *call) (*Message, error) {
	if _, err := s.channel(c); err != nil {
		return nil, err
	}
	m := s.world.messages[c.arg("message")]
	if m == nil || m.ChannelID != c.arg("channel") || m.Ephemeral() {
		return nil, unknown(codeUnknownMessage, "Message")
	}
	return m, nil
}

// editable is the message that a call names, if the bot may edit it.
func (s *Server) editable(c *call) (*Message, error) {
	m, err := s.message(c)
	if err != nil {
		return nil, err
	}
	if m.AuthorID != s.opts.ApplicationID {
		return nil, refuse(http.StatusForbidden, codeForeignMessage, "Cannot edit a message authored by another user")
	}
	_, err = s.writable(c)
	return m, err
}

// deletable is the message that a call names, if the bot may delete it.
func (s *Server) deletable(c *call) (*Message, error) {
	m, err := s.message(c)
	if err != nil {
		return nil, err
	}
	if m.AuthorID != s.opts.ApplicationID {
		return nil, refuse(http.StatusForbidden, MissingPermissions, "Missing Permissions")
	}
	return m, nil
}

// applicationFlags tell which privileged intents the application was granted.
func (s *Server) applicationFlags() int {
	flags := 0
	for intent, flag := range map[int]int{IntentPresences: 1 << 12, IntentMembers: 1 << 14, IntentMessageContent: 1 << 18} {
		if s.opts.AllowedIntents&intent != 0 {
			flags |= flag
		}
	}
	return flags
}

// TypingIn returns how often the bot showed that it writes in a channel.
func (s *Server) TypingIn(channelID string) int {
	return len(s.RequestsTo("POST /channels/" + channelID + "/typing"))
}
