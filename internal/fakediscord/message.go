package fakediscord

import (
	"encoding/json"
	"slices"
	"time"
)

// Flags of messages.
const (
	FlagSuppressEmbeds        = 1 << 2
	FlagEphemeral             = 1 << 6
	FlagLoading               = 1 << 7
	FlagSuppressNotifications = 1 << 12
	FlagComponentsV2          = 1 << 15
)

// Message is a message as it is shown now.
type Message struct {
	ID, ChannelID, GuildID string
	AuthorID               string
	Content                string
	Flags                  int
	// Embeds and Components are as they were sent; nil where there are none.
	Embeds, Components json.RawMessage
	Files              []File
	// ReplyTo is the id of the message that this one answers.
	ReplyTo string
	Nonce   string
	// Token is the interaction's that wrote the message, if any did.
	Token   string
	Created time.Time
	// Edited is the time of the last of Edits changes.
	Edited time.Time
	Edits  int
}

// Ephemeral says that only the asker sees the message.
func (m Message) Ephemeral() bool { return m.Flags&FlagEphemeral != 0 }

// Component is a part of a message or a form, as Discord writes it.
type Component struct {
	Type        int         `json:"type"`
	ID          int         `json:"id,omitempty"`
	Style       int         `json:"style,omitempty"`
	CustomID    string      `json:"custom_id,omitempty"`
	Label       string      `json:"label,omitempty"`
	Description string      `json:"description,omitempty"`
	Emoji       *Emoji      `json:"emoji,omitempty"`
	URL         string      `json:"url,omitempty"`
	Disabled    bool        `json:"disabled,omitempty"`
	Placeholder string      `json:"placeholder,omitempty"`
	Value       string      `json:"value,omitempty"`
	MinLength   int         `json:"min_length,omitempty"`
	MaxLength   int         `json:"max_length,omitempty"`
	Required    *bool       `json:"required,omitempty"`
	Content     string      `json:"content,omitempty"`
	Options     []Choice    `json:"options,omitempty"`
	Components  []Component `json:"components,omitempty"`
	Component   *Component  `json:"component,omitempty"`
}

// Emoji is the emoji of a button.
type Emoji struct {
	ID   string `json:"id,omitempty"`
	Name string `json:"name,omitempty"`
}

// Choice is a line of a menu.
type Choice struct {
	Label       string `json:"label"`
	Value       string `json:"value"`
	Description string `json:"description,omitempty"`
}

// Types of components.
const (
	typeRow       = 1
	typeButton    = 2
	typeTextMenu  = 3
	typeTextInput = 4
	typeLabel     = 18
)

// Parts returns the message's buttons and menus, in order.
func (m Message) Parts() []Component {
	var rows []Component
	if json.Unmarshal(m.Components, &rows) != nil {
		return nil
	}
	var parts []Component
	for _, row := range rows {
		parts = append(parts, row.Components...)
	}
	return parts
}

// Button returns the button with a label, and whether there is one.
func (m Message) Button(label string) (Component, bool) {
	parts := m.Parts()
	i := slices.IndexFunc(parts, func(c Component) bool { return c.Type == typeButton && c.Label == label })
	if i < 0 {
		return Component{}, false
	}
	return parts[i], true
}

// messageForm is a message as a client writes it.
type messageForm struct {
	Content         string            `json:"content"`
	Embeds          []embed           `json:"embeds"`
	Components      []Component       `json:"components"`
	Flags           int               `json:"flags"`
	AllowedMentions *allowedMentions  `json:"allowed_mentions"`
	Reference       *messageReference `json:"message_reference"`
	Nonce           any               `json:"nonce"`
	EnforceNonce    bool              `json:"enforce_nonce"`
	Attachments     []attachmentForm  `json:"attachments"`

	// given are the fields as they came, by name.
	given map[string]json.RawMessage
	files []File
}

type allowedMentions struct {
	Parse       *[]string `json:"parse"`
	Users       []string  `json:"users"`
	Roles       []string  `json:"roles"`
	RepliedUser bool      `json:"replied_user"`
}

type messageReference struct {
	MessageID       string `json:"message_id"`
	ChannelID       string `json:"channel_id"`
	FailIfNotExists *bool  `json:"fail_if_not_exists"`
}

type attachmentForm struct {
	ID       any    `json:"id"`
	Filename string `json:"filename"`
}

// UnmarshalJSON keeps which fields were given, for edits.
func (f *messageForm) UnmarshalJSON(data []byte) error {
	type plain messageForm
	if err := json.Unmarshal(data, (*plain)(f)); err != nil {
		return err //nolint:wrapcheck // as the decoder says it
	}
	return json.Unmarshal(data, &f.given)
}

// has says whether a field was given, be it as null.
func (f *messageForm) has(name string) bool {
	_, given := f.given[name]
	return given
}

// list is a field that is a list, as it came; nil where it is null or empty.
func (f *messageForm) list(name string) json.RawMessage {
	if raw := string(f.given[name]); raw == "" || raw == "null" || raw == "[]" {
		return nil
	}
	return slices.Clone(f.given[name])
}

// change puts what a form gives into a message.
func (f *messageForm) change(m *Message) {
	if f.has("content") {
		m.Content = f.Content
	}
	if f.has("embeds") {
		m.Embeds = f.list("embeds")
	}
	if f.has("components") {
		m.Components = f.list("components")
	}
	if f.has("flags") {
		m.Flags = m.Flags&(FlagEphemeral|FlagComponentsV2) | f.Flags&^FlagEphemeral
	}
	if f.has("attachments") {
		m.Files = slices.DeleteFunc(slices.Clone(m.Files), func(old File) bool {
			return !slices.ContainsFunc(f.Attachments, func(a attachmentForm) bool { return a.ID == old.ID })
		})
	}
	m.Files = append(m.Files, f.files...)
}

// messageJSON is a message as Discord writes it.
func (s *Server) messageJSON(m *Message) map[string]any {
	list := func(raw json.RawMessage) json.RawMessage {
		if raw == nil {
			return json.RawMessage("[]")
		}
		return raw
	}
	out := map[string]any{
		"id": m.ID, "channel_id": m.ChannelID, "content": m.Content, "flags": m.Flags, "type": 0,
		"author": s.userJSON(m.AuthorID), "timestamp": stamp(m.Created), "edited_timestamp": nil,
		"tts": false, "pinned": false, "mention_everyone": false, "mentions": []any{}, "mention_roles": []any{},
		"embeds": list(m.Embeds), "components": list(m.Components), "attachments": s.attachmentsJSON(m.Files),
	}
	if m.Edits > 0 {
		out["edited_timestamp"] = stamp(m.Edited)
	}
	if m.Nonce != "" {
		out["nonce"] = m.Nonce
	}
	if t := s.tickets.byToken[m.Token]; t != nil {
		out["application_id"], out["webhook_id"] = s.opts.ApplicationID, s.opts.ApplicationID
		out["interaction_metadata"] = map[string]any{
			"id": t.id, "type": t.kind, "user": s.userJSON(t.user), "authorizing_integration_owners": t.owners,
		}
	}
	s.addReply(out, m)
	return out
}

// addReply says which message a message answers; what that one said, where it is
// still there.
func (s *Server) addReply(out map[string]any, m *Message) {
	if m.ReplyTo == "" {
		return
	}
	out["type"], out["referenced_message"] = 19, nil
	reference := map[string]any{"type": 0, "message_id": m.ReplyTo, "channel_id": m.ChannelID}
	if m.GuildID != "" {
		reference["guild_id"] = m.GuildID
	}
	out["message_reference"] = reference
	if original := s.world.messages[m.ReplyTo]; original != nil {
		alone := *original
		alone.ReplyTo = ""
		out["referenced_message"] = s.messageJSON(&alone)
	}
}

func stamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000000+00:00") }
