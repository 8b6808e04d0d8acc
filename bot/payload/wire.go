package payload

import "strings"

// form is where a message goes: Discord takes other fields from each.
type form int

const (
	newMessage form = iota
	followUp
	edit
)

// The flags of messages, and the types of components, as Discord numbers them.
const (
	suppressEmbeds = 1 << 2
	ephemeral      = 1 << 6

	typeRow    = 1
	typeButton = 2
	typeMenu   = 3
	typeField  = 4

	shortField = 1
	longField  = 2
)

// wireMessage is a message as Discord reads it. What an edit must take away if
// it is empty is always written.
type wireMessage struct {
	Content         string          `json:"content"`
	Flags           int             `json:"flags"`
	AllowedMentions allowedMentions `json:"allowed_mentions"`
	Components      []component     `json:"components"`
	Attachments     []attachment    `json:"attachments"`
	Reference       *reference      `json:"message_reference,omitempty"`
	Nonce           string          `json:"nonce,omitempty"`
	EnforceNonce    bool            `json:"enforce_nonce,omitempty"`
}

// allowedMentions is the same in every message: nobody is pinged. Discord's
// default is everybody.
type allowedMentions struct {
	Parse       [0]string `json:"parse"`
	RepliedUser bool      `json:"replied_user"`
}

// reference makes a message a reply. One whose question was deleted is sent
// all the same.
type reference struct {
	MessageID       string `json:"message_id"`
	FailIfNotExists bool   `json:"fail_if_not_exists"`
}

type attachment struct {
	ID   int    `json:"id,string"`
	Name string `json:"filename"`
}

// component is any component; what a type does not have stays empty.
type component struct {
	Type        int         `json:"type"`
	Components  []component `json:"components,omitempty"`
	CustomID    string      `json:"custom_id,omitempty"`
	Style       int         `json:"style,omitempty"`
	Label       string      `json:"label,omitempty"`
	Emoji       *emoji      `json:"emoji,omitempty"`
	URL         string      `json:"url,omitempty"`
	Disabled    bool        `json:"disabled,omitempty"`
	Placeholder string      `json:"placeholder,omitempty"`
	Options     []option    `json:"options,omitempty"`
	Value       string      `json:"value,omitempty"`
	Required    *bool       `json:"required,omitempty"`
	MinLength   int         `json:"min_length,omitempty"`
	MaxLength   int         `json:"max_length,omitempty"`
}

type emoji struct {
	ID   string `json:"id,omitempty"`
	Name string `json:"name"`
}

type option struct {
	Label       string `json:"label"`
	Value       string `json:"value"`
	Description string `json:"description,omitempty"`
}

type choice struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

type wireResponse struct {
	Type ResponseKind `json:"type"`
	Data any          `json:"data,omitempty"`
}

type onlyFlags struct {
	Flags int `json:"flags"`
}

type wireModal struct {
	CustomID   string      `json:"custom_id"`
	Title      string      `json:"title"`
	Components []component `json:"components"`
}

type wireChoices struct {
	Choices []choice `json:"choices"`
}

func (m Message) wire(f form) wireMessage {
	w := wireMessage{
		Content:     m.Content,
		Flags:       suppressEmbeds,
		Components:  rows(m.Rows),
		Attachments: make([]attachment, 0, len(m.Files)),
	}
	for i, file := range m.Files {
		w.Attachments = append(w.Attachments, attachment{ID: i, Name: file.Name})
	}
	if m.Ephemeral && f != edit {
		w.Flags |= ephemeral
	}
	if f != newMessage {
		return w
	}
	w.Nonce, w.EnforceNonce = m.Nonce, m.Nonce != ""
	if m.ReplyTo != "" {
		w.Reference = &reference{MessageID: m.ReplyTo}
	}
	return w
}

func (r Response) wire() wireResponse {
	w := wireResponse{Type: r.Kind}
	switch r.Kind {
	case Reply:
		w.Data = r.Message.wire(followUp)
	case Update:
		w.Data = r.Message.wire(edit)
	case Defer:
		if r.Message.Ephemeral {
			w.Data = onlyFlags{Flags: ephemeral}
		}
	case Form:
		w.Data = r.Modal.wire()
	case Choices:
		w.Data = choices(r.Choices)
	case Pong, DeferUpdate:
	}
	return w
}

func (m Modal) wire() wireModal {
	w := wireModal{CustomID: m.CustomID, Title: m.Title, Components: []component{}}
	for _, f := range m.Fields {
		w.Components = append(w.Components, component{Type: typeRow, Components: []component{f.wire()}})
	}
	return w
}

func (f Field) wire() component {
	required := f.Min > 0
	style := shortField
	if f.Long {
		style = longField
	}
	return component{
		Type: typeField, CustomID: f.CustomID, Style: style, Label: f.Label, Placeholder: f.Placeholder,
		Value: f.Value, Required: &required, MinLength: f.Min, MaxLength: f.Max,
	}
}

func choices(from []Choice) wireChoices {
	w := wireChoices{Choices: make([]choice, 0, len(from))}
	for _, c := range from {
		w.Choices = append(w.Choices, choice(c))
	}
	return w
}

func rows(from []Row) []component {
	all := make([]component, 0, len(from))
	for _, r := range from {
		row := component{Type: typeRow}
		for _, b := range r.Buttons {
			row.Components = append(row.Components, b.wire())
		}
		if r.Menu != nil {
			row.Components = append(row.Components, r.Menu.wire())
		}
		all = append(all, row)
	}
	return all
}

func (b Button) wire() component {
	return component{
		Type: typeButton, Style: int(b.Style), Label: b.Label, Emoji: emojiOf(b.Emoji),
		CustomID: b.CustomID, URL: b.URL, Disabled: b.Disabled,
	}
}

// emojiOf reads an emoji as it is written, or a server's own as "name:id".
func emojiOf(s string) *emoji {
	if s == "" {
		return nil
	}
	name, id, _ := strings.Cut(s, ":")
	return &emoji{ID: id, Name: name}
}

func (m Menu) wire() component {
	c := component{Type: typeMenu, CustomID: m.CustomID, Placeholder: m.Placeholder}
	for _, o := range m.Choices {
		c.Options = append(c.Options, option(o))
	}
	return c
}
