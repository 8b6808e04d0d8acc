package fakediscord

import (
	"maps"
	"slices"
	"strings"
)

// Option is an option of a slash command, with Discord's number of its type.
type Option struct {
	Name  string
	Type  int
	Value any
	// Focused says that it is being typed.
	Focused bool

	file *File
}

// Text is an option with a text.
func Text(name, value string) Option { return Option{Name: name, Type: 3, Value: value} }

// Integer is an option with a whole number.
func Integer(name string, value int64) Option { return Option{Name: name, Type: 4, Value: value} }

// Bool is an option with yes or no.
func Bool(name string, value bool) Option { return Option{Name: name, Type: 5, Value: value} }

// InChannel is an option with a channel.
func InChannel(name, channelID string) Option { return Option{Name: name, Type: 7, Value: channelID} }

// Attached is an option with a file, which Attach made known.
func Attached(name string, f File) Option { return Option{Name: name, Type: 11, Value: f.ID, file: &f} }

// Typing is an option with a text that is being typed.
func Typing(name, value string) Option {
	return Option{Name: name, Type: 3, Value: value, Focused: true}
}

// json is an option as Discord writes it.
func (o Option) json() map[string]any {
	out := map[string]any{"name": o.Name, "type": o.Type, "value": o.Value}
	if o.Focused {
		out["focused"] = true
	}
	return out
}

// Slash is a slash command that was used. The path is its name, and those of the
// subcommand group and the subcommand, with spaces: "settings corpus add".
func (s *Server) Slash(f From, path string, options ...Option) Interaction {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.interact(f, kindCommand, s.commandData(f, path, options), nil, "")
}

// Autocomplete is a slash command that is being typed. One option is focused.
func (s *Server) Autocomplete(f From, path string, options ...Option) Interaction {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.interact(f, kindAutocomplete, s.commandData(f, path, options), nil, "")
}

func (s *Server) commandData(f From, path string, options []Option) map[string]any {
	names := strings.Fields(path)
	list := []map[string]any{}
	files := map[string]any{}
	for _, o := range options {
		list = append(list, o.json())
		if o.file != nil {
			files[o.file.ID] = s.attachmentJSON(*o.file)
		}
	}
	for i, name := range slices.Backward(names[1:]) {
		kind := subcommandGroup
		if i == len(names)-2 {
			kind = subcommand
		}
		list = []map[string]any{{"name": name, "type": kind, "options": list}}
	}
	data := s.commandHead(f, names[0], chatInput)
	if len(list) > 0 {
		data["options"] = list
	}
	if len(files) > 0 {
		data["resolved"] = map[string]any{"attachments": files}
	}
	return data
}

// commandHead is what the data of every kind of command begin with.
func (s *Server) commandHead(f From, name string, kind int) map[string]any {
	id := s.commandID(name)
	if id == "" {
		id = s.mint()
	}
	data := map[string]any{"id": id, "name": name, "type": kind}
	if f.GuildID != "" {
		data["guild_id"] = f.GuildID
	}
	return data
}

// MessageCommand is a command that was used on a message, which PostedMessage or
// the bot made known.
func (s *Server) MessageCommand(f From, name, messageID string) Interaction {
	s.mu.Lock()
	defer s.mu.Unlock()
	data := s.commandHead(f, name, messageCommand)
	data["target_id"] = messageID
	data["resolved"] = map[string]any{"messages": map[string]any{messageID: s.messageJSON(s.known(messageID))}}
	return s.interact(f, kindCommand, data, nil, "")
}

// Press is a button that was pressed, on a message of the bot.
func (s *Server) Press(f From, messageID, customID string) Interaction {
	return s.component(f, messageID, map[string]any{"custom_id": customID, "component_type": typeButton})
}

// Choose is a menu in which values were chosen, on a message of the bot.
func (s *Server) Choose(f From, messageID, customID string, values ...string) Interaction {
	return s.component(f, messageID, map[string]any{"custom_id": customID, "component_type": typeTextMenu, "values": values})
}

func (s *Server) component(f From, messageID string, data map[string]any) Interaction {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.interact(f, kindComponent, data, s.messageJSON(s.known(messageID)), messageID)
}

// Submit is a form that was sent, with its texts by custom id. They stand in rows
// or in labels, as in the form that was opened under the same custom id. MessageID is the
// message whose button opened it; "" where a command did.
func (s *Server) Submit(f From, messageID, customID string, fields map[string]string) Interaction {
	s.mu.Lock()
	defer s.mu.Unlock()
	rows := []map[string]any{}
	for i, id := range slices.Sorted(maps.Keys(fields)) {
		input := map[string]any{"type": typeTextInput, "id": 2*i + 2, "custom_id": id, "value": fields[id]}
		if s.world.labelled[customID] {
			rows = append(rows, map[string]any{"type": typeLabel, "id": 2*i + 1, "component": input})
		} else {
			rows = append(rows, map[string]any{"type": typeRow, "id": 2*i + 1, "components": []any{input}})
		}
	}
	var message any
	if messageID != "" {
		message = s.messageJSON(s.known(messageID))
	}
	return s.interact(f, kindModal, map[string]any{"custom_id": customID, "components": rows}, message, messageID)
}

// Ping is what Discord sends an HTTP endpoint to see whether it works.
func (s *Server) Ping() Interaction {
	s.mu.Lock()
	defer s.mu.Unlock()
	id := s.mint()
	token := "ping" + id
	s.open(&ticket{id: id, token: token, kind: kindPing, created: s.opts.Now()})
	return Interaction{ID: id, Token: token, JSON: mustJSON(map[string]any{
		"id": id, "application_id": s.opts.ApplicationID, "type": kindPing, "token": token, "version": 1,
		"user": s.userJSON(DefaultUser), "entitlements": []any{},
	})}
}

// known is a message that there is or was; one that is not known is a mistake of
// the test.
func (s *Server) known(messageID string) *Message {
	m := s.world.messages[messageID]
	if m == nil {
		panic("fakediscord: no message has the id " + messageID)
	}
	return m
}
