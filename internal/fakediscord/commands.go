package fakediscord

import (
	"fmt"
	"maps"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// commands are the registered ones, by server ("" for everywhere).
type commands struct {
	registered map[string][]map[string]any
	// ids keep a command's id when it is registered again.
	ids map[string]string
}

func newCommands() commands {
	return commands{registered: map[string][]map[string]any{}, ids: map[string]string{}}
}

// Limits of commands.
const (
	maxCommandText = 8000
	maxChatInput   = 100
	maxMenu        = 15
)

// Kinds of commands.
const (
	chatInput      = 1
	userCommand    = 2
	messageCommand = 3
)

// Kinds of options that hold options.
const (
	subcommand      = 1
	subcommandGroup = 2
)

// Commands returns the registered commands of a server, or those of everywhere
// where guildID is empty.
func (s *Server) Commands(guildID string) []map[string]any {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.commands.registered[guildID])
}

// commandForm is a command, or an option, as a client writes it.
type commandForm struct {
	Type              int               `json:"type"`
	Name              string            `json:"name"`
	NameLocalizations map[string]string `json:"name_localizations"`
	Description       string            `json:"description"`
	DescLocalizations map[string]string `json:"description_localizations"`
	Required          bool              `json:"required"`
	Autocomplete      bool              `json:"autocomplete"`
	Options           []commandForm     `json:"options"`
	Choices           []commandChoice   `json:"choices"`
}

type commandChoice struct {
	Name              string            `json:"name"`
	NameLocalizations map[string]string `json:"name_localizations"`
	Value             any               `json:"value"`
}

// application refuses the routes of another application.
func (s *Server) application(c *call) error {
	if c.arg("application") != s.opts.ApplicationID {
		return unknown(codeUnknownApplication, "Application")
	}
	return nil
}

func (s *Server) getCommands(c *call) (reply, error) {
	list := s.commands.registered[c.arg("guild")]
	if list == nil {
		list = []map[string]any{}
	}
	return ok(list), s.application(c)
}

func (s *Server) putCommands(c *call) (reply, error) {
	if err := s.application(c); err != nil {
		return reply{}, err
	}
	var forms []commandForm
	var raw []map[string]any
	if err := c.decode(&forms); err != nil {
		return reply{}, err
	}
	if err := c.decode(&raw); err != nil {
		return reply{}, err
	}
	if err := checkCommands(forms); err != nil {
		return reply{}, err
	}
	for i := range raw {
		s.name(c.arg("guild"), raw[i], forms[i])
	}
	s.commands.registered[c.arg("guild")] = raw
	return ok(raw), nil
}

func (s *Server) postCommand(c *call) (reply, error) {
	if err := s.application(c); err != nil {
		return reply{}, err
	}
	var f commandForm
	var raw map[string]any
	if err := c.decode(&f); err != nil {
		return reply{}, err
	}
	if err := c.decode(&raw); err != nil {
		return reply{}, err
	}
	wrong := form{}
	wrong.command(nil, f)
	if err := wrong.refusal(); err != nil {
		return reply{}, err
	}
	s.name("", raw, f)
	list := slices.DeleteFunc(s.commands.registered[""], func(old map[string]any) bool { return old["id"] == raw["id"] })
	s.commands.registered[""] = append(list, raw)
	return reply{http.StatusCreated, raw}, nil
}

// name gives a command its id; the same name keeps it.
func (s *Server) name(guild string, raw map[string]any, f commandForm) {
	key := fmt.Sprintf("%s/%d/%s", guild, f.kind(), f.Name)
	if s.commands.ids[key] == "" {
		s.commands.ids[key] = s.mint()
	}
	raw["id"], raw["application_id"], raw["version"], raw["type"] = s.commands.ids[key], s.opts.ApplicationID, s.mint(), f.kind()
}

// kind is the command's type, which may be left out.
func (c commandForm) kind() int { return max(c.Type, chatInput) }

// checkCommands refuses a list of commands that breaks a rule.
func checkCommands(list []commandForm) error {
	wrong, seen, count := form{}, map[string]bool{}, map[int]int{}
	for i, f := range list {
		wrong.command([]string{fmt.Sprint(i)}, f)
		key := fmt.Sprintf("%d/%s", f.kind(), f.Name)
		if seen[key] {
			wrong.add(at(nil, i, "name"), "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique")
		}
		seen[key] = true
		count[f.kind()]++
	}
	for kind, most := range map[int]int{chatInput: maxChatInput, userCommand: maxMenu, messageCommand: maxMenu} {
		if count[kind] > most {
			return refuse(http.StatusBadRequest, 30032, fmt.Sprintf("Maximum number of application commands reached (%d)", most))
		}
	}
	return wrong.refusal()
}

// commandName is what a slash command and its options may be called.
var commandName = regexp.MustCompile(`^[-_'\p{L}\p{N}\p{Devanagari}\p{Thai}]{1,32}$`)

// command refuses a command that breaks a rule.
func (f *form) command(path []string, c commandForm) {
	if c.kind() == chatInput {
		f.named(path, c)
		f.options(path, c.Options, 0)
	} else {
		f.text(at(path, "name"), c.Name, 1, 32)
		if c.Description != "" || len(c.Options) > 0 {
			f.add(at(path, "description"), "APPLICATION_COMMAND_INVALID_DESCRIPTION", "Context menu commands cannot have description")
		}
	}
	if n := c.size(); n > maxCommandText {
		f.add(path, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (%d of %d)", n, maxCommandText)
	}
}

// named refuses names and descriptions of slash commands and options.
func (f *form) named(path []string, c commandForm) {
	f.validName(at(path, "name"), c.Name)
	f.text(at(path, "description"), c.Description, 1, 100)
	for _, locale := range slices.Sorted(maps.Keys(c.NameLocalizations)) {
		f.validName(at(path, "name_localizations", locale), c.NameLocalizations[locale])
		f.locale(at(path, "name_localizations"), locale)
	}
	for _, locale := range slices.Sorted(maps.Keys(c.DescLocalizations)) {
		f.text(at(path, "description_localizations", locale), c.DescLocalizations[locale], 1, 100)
		f.locale(at(path, "description_localizations"), locale)
	}
}

func (f *form) validName(path []string, name string) {
	if !commandName.MatchString(name) || strings.ToLower(name) != name {
		f.add(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
	}
}

func (f *form) locale(path []string, locale string) {
	if !slices.Contains(locales, locale) {
		f.add(at(path, locale), "BASE_TYPE_CHOICES", "Value must be one of the locales.")
	}
}

// options refuses options that break a rule. Depth is how many commands are around them.
func (f *form) options(path []string, list []commandForm, depth int) {
	f.count(at(path, "options"), len(list), 0, maxOptions)
	optional, seen := false, map[string]bool{}
	for i, o := range list {
		p := at(path, "options", i)
		f.named(p, o)
		if seen[o.Name] {
			f.add(at(p, "name"), "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "Option name already exists in list")
		}
		seen[o.Name] = true
		if o.Required && optional {
			f.add(p, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options")
		}
		optional = optional || !o.Required
		f.option(p, o, depth)
	}
}

// option refuses what one option alone has wrong.
func (f *form) option(path []string, o commandForm, depth int) {
	nests := o.Type == subcommand || o.Type == subcommandGroup
	switch {
	case o.Type == subcommandGroup && depth > 0, o.Type == subcommand && depth > 1:
		f.add(at(path, "type"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command option type is nested too deep")
	case nests:
		inner := depth + 1
		if o.Type == subcommand {
			inner = 2
		}
		f.options(path, o.Options, inner)
	case len(o.Options) > 0:
		f.add(at(path, "options"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Only sub-commands hold options")
	}
	if o.Autocomplete && len(o.Choices) > 0 {
		f.add(path, "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID", "Autocomplete options cannot have choices")
	}
	f.count(at(path, "choices"), len(o.Choices), 0, maxOptions)
	for i, choice := range o.Choices {
		f.text(at(path, "choices", i, "name"), choice.Name, 1, 100)
	}
}

// size is what Discord counts of a command: names, descriptions and values, each
// with its longest localization.
func (c commandForm) size() int {
	n := longest(c.Name, c.NameLocalizations) + longest(c.Description, c.DescLocalizations)
	for _, o := range c.Options {
		n += o.size()
	}
	for _, choice := range c.Choices {
		n += longest(choice.Name, choice.NameLocalizations) + utf8.RuneCountInString(fmt.Sprint(choice.Value))
	}
	return n
}

func longest(text string, localizations map[string]string) int {
	n := utf8.RuneCountInString(text)
	for _, l := range localizations {
		n = max(n, utf8.RuneCountInString(l))
	}
	return n
}

// locales are those of Discord.
var locales = strings.Fields(`id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th
	zh-CN ja zh-TW ko`)

// CommandID is the id of a registered command, "" where there is none.
func (s *Server) CommandID(name string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.commandID(name)
}

func (s *Server) commandID(name string) string {
	for _, raw := range s.commands.registered[""] {
		if raw["name"] == name {
			id, _ := raw["id"].(string)
			return id
		}
	}
	return ""
}
