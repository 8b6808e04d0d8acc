package fakediscord

import "strings"

// rows refuses rows of components that break a rule.
func (f *form) rows(path []string, rows []Component) {
	f.count(path, len(rows), 0, maxRows)
	seen := map[string]bool{}
	for i, row := range rows {
		p := at(path, i)
		if row.Type != typeRow {
			f.add(at(p, "type"), "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1,).")
			continue
		}
		f.row(at(p, "components"), row.Components, seen)
	}
}

// row refuses what is neither one to five buttons nor one menu.
func (f *form) row(path []string, parts []Component, seen map[string]bool) {
	f.count(path, len(parts), 1, maxButtons)
	for i, part := range parts {
		p := at(path, i)
		switch {
		case part.Type == typeButton:
			f.button(p, part, seen)
		case part.Type == typeTextMenu && len(parts) == 1:
			f.menu(p, part, seen)
		case part.Type >= 5 && part.Type <= 8 && len(parts) == 1:
			f.customID(p, part.CustomID, seen)
		default:
			f.add(p, "COMPONENT_LAYOUT_INVALID", "This component cannot stand here.")
		}
	}
}

func (f *form) button(path []string, b Component, seen map[string]bool) {
	f.text(at(path, "label"), b.Label, 0, maxLabel)
	if b.Label == "" && b.Emoji == nil {
		f.add(path, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A button needs a label or an emoji.")
	}
	const link = 5
	switch {
	case b.Style == link && b.CustomID != "", b.Style != link && b.URL != "":
		f.add(path, "BUTTON_COMPONENT_CUSTOM_ID_AND_URL", "A custom id and url cannot both be specified")
	case b.Style == link:
		f.text(at(path, "url"), b.URL, 1, maxURL)
		if !strings.HasPrefix(b.URL, "https://") && !strings.HasPrefix(b.URL, "http://") && !strings.HasPrefix(b.URL, "discord://") {
			f.add(at(path, "url"), "URL_TYPE_INVALID_SCHEME", "Scheme must be one of ('http', 'https', 'discord').")
		}
	case b.Style < 1 || b.Style > link:
		f.add(at(path, "style"), "BASE_TYPE_CHOICES", "Value must be one of (1, 2, 3, 4, 5).")
	default:
		f.customID(path, b.CustomID, seen)
	}
}

func (f *form) menu(path []string, m Component, seen map[string]bool) {
	f.customID(path, m.CustomID, seen)
	f.text(at(path, "placeholder"), m.Placeholder, 0, maxPlaceholder)
	f.count(at(path, "options"), len(m.Options), 1, maxOptions)
	values := map[string]bool{}
	for i, o := range m.Options {
		p := at(path, "options", i)
		f.text(at(p, "label"), o.Label, 1, 100)
		f.text(at(p, "value"), o.Value, 1, 100)
		f.text(at(p, "description"), o.Description, 0, 100)
		if values[o.Value] {
			f.add(at(p, "value"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used")
		}
		values[o.Value] = true
	}
}

// customID refuses an id that is missing, too long, or used twice in a message.
func (f *form) customID(path []string, id string, seen map[string]bool) {
	p := at(path, "custom_id")
	f.text(p, id, 1, maxCustomID)
	if id != "" && seen[id] {
		f.add(p, "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated")
	}
	seen[id] = true
}

// v2 refuses what the new kind of components does not allow.
func (f *form) v2(path []string, m *messageForm) {
	if m.Content != "" || len(m.Embeds) > 0 {
		f.add(at(path, "content"), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
			"The 'content' and 'embeds' fields cannot be used when using MessageFlags.IS_COMPONENTS_V2")
	}
	f.count(at(path, "components"), countComponents(m.Components), 1, maxComponents)
}

func countComponents(list []Component) int {
	n := len(list)
	for _, c := range list {
		n += countComponents(c.Components)
	}
	return n
}

// modalForm is a form that a client opens.
type modalForm struct {
	CustomID   string      `json:"custom_id"`
	Title      string      `json:"title"`
	Components []Component `json:"components"`
}

// check refuses a form that breaks a limit.
func (m *modalForm) check() error {
	f, path := form{}, []string{"data"}
	f.text(at(path, "custom_id"), m.CustomID, 1, maxCustomID)
	f.text(at(path, "title"), m.Title, 1, 45)
	f.count(at(path, "components"), len(m.Components), 1, maxRows)
	seen := map[string]bool{}
	for i, c := range m.Components {
		p := at(path, "components", i)
		switch {
		case c.Type == typeRow && len(c.Components) == 1 && c.Components[0].Type == typeTextInput:
			f.text(at(p, "components", 0, "label"), c.Components[0].Label, 1, 45)
			f.textInput(at(p, "components", 0), c.Components[0], seen)
		case c.Type == typeLabel && c.Component != nil:
			f.text(at(p, "label"), c.Label, 1, 45)
			f.text(at(p, "description"), c.Description, 0, 100)
			if c.Component.Type == typeTextInput {
				f.textInput(at(p, "component"), *c.Component, seen)
			}
		default:
			f.add(p, "COMPONENT_LAYOUT_INVALID", "A form holds rows of one text input, or labels.")
		}
	}
	return f.refusal()
}

func (f *form) textInput(path []string, t Component, seen map[string]bool) {
	f.customID(path, t.CustomID, seen)
	f.text(at(path, "placeholder"), t.Placeholder, 0, 100)
	f.text(at(path, "value"), t.Value, 0, 4000)
	if t.Style != 1 && t.Style != 2 {
		f.add(at(path, "style"), "BASE_TYPE_CHOICES", "Value must be one of (1, 2).")
	}
	if t.MinLength < 0 || t.MinLength > 4000 || t.MaxLength < 0 || t.MaxLength > 4000 || t.MaxLength > 0 && t.MinLength > t.MaxLength {
		f.add(at(path, "max_length"), "NUMBER_TYPE_MAX", "Lengths are 0 to 4000, and the least is not above the most.")
	}
}
