package event

import "strings"

// The types of messages that somebody wrote; every other is a notice of
// Discord's own.
const (
	written          = 0
	reply            = 19
	slashAnswer      = 20
	contextMenuReply = 23
)

// forwarded is the type of a reference that carries a message on.
const forwarded = 1

// ParseMessage reads a message from the JSON of MESSAGE_CREATE or
// MESSAGE_UPDATE. It fails if the id or the channel's is missing. An update may
// leave out what did not change, the author and the content too.
func ParseMessage(raw []byte) (*Message, error) {
	o, err := parse("message", raw)
	if err != nil {
		return nil, err
	}
	m := messageOf(o, Place{GuildID: o.id("guild_id"), ChannelKind: o.small("channel_type", -1)})
	m.Place.DM = m.Place.GuildID == ""
	if err := want("message", map[string]string{"id": m.ID, "channel_id": m.Place.ChannelID}, "id", "channel_id"); err != nil {
		return nil, err
	}
	return m, nil
}

// messageIn reads a message that an interaction brings along, or returns nil.
func messageIn(o object, p Place) *Message {
	if o.id("id") == "" {
		return nil
	}
	return messageOf(o, p)
}

// messageOf reads a message in a place; the message itself knows its channel
// best.
func messageOf(o object, p Place) *Message {
	p.ChannelID = firstOf(o.id("channel_id"), p.ChannelID)
	m := &Message{
		ID:               o.id("id"),
		Place:            p,
		Author:           userOf(o.object("author")),
		Content:          o.text("content"),
		MentionsEveryone: o.flag("mention_everyone"),
		Ordinary:         isWritten(o.small("type", written)),
		Webhook:          o.id("webhook_id") != "",
		Edited:           o.moment("edited_timestamp"),
	}
	for _, user := range o.objects("mentions") {
		if id := user.id("id"); id != "" {
			m.Mentions = append(m.Mentions, id)
		}
	}
	if ref := o.object("message_reference"); ref.small("type", 0) != forwarded {
		m.ReplyTo = ref.id("message_id")
	}
	if m.ReplyTo != "" {
		m.ReplyAuthor = o.object("referenced_message").object("author").id("id")
	}
	return m
}

func isWritten(kind int) bool {
	return kind == written || kind == reply || kind == slashAnswer || kind == contextMenuReply
}

// ParseDeleted reads MESSAGE_DELETE. It fails if an id is missing.
func ParseDeleted(raw []byte) (*Deleted, error) {
	o, err := parse("deletion", raw)
	if err != nil {
		return nil, err
	}
	d := &Deleted{ID: o.id("id"), ChannelID: o.id("channel_id"), GuildID: o.id("guild_id")}
	if err := want("deletion", map[string]string{"id": d.ID, "channel_id": d.ChannelID}, "id", "channel_id"); err != nil {
		return nil, err
	}
	return d, nil
}

// ParseBulkDeleted reads MESSAGE_DELETE_BULK, which moderators cause. It fails
// if the channel is missing, or every message.
func ParseBulkDeleted(raw []byte) (*BulkDeleted, error) {
	o, err := parse("deletion", raw)
	if err != nil {
		return nil, err
	}
	d := &BulkDeleted{ChannelID: o.id("channel_id"), GuildID: o.id("guild_id")}
	for _, id := range o.items("ids") {
		if id := snowflake(asText(id)); id != "" {
			d.IDs = append(d.IDs, id)
		}
	}
	given := map[string]string{"ids": strings.Join(d.IDs, " "), "channel_id": d.ChannelID}
	if err := want("deletion", given, "ids", "channel_id"); err != nil {
		return nil, err
	}
	return d, nil
}
