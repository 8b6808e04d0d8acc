package command

// Kind is the type of a command, with Discord's numbers.
type Kind int

// The kinds of commands.
const (
	Slash       Kind = 1
	MessageMenu Kind = 3
)

// OptionKind is the type of an option, with Discord's numbers.
type OptionKind int

// The kinds of options.
const (
	Subcommand OptionKind = 1
	Group      OptionKind = 2
	String     OptionKind = 3
	Integer    OptionKind = 4
	Boolean    OptionKind = 5
	Channel    OptionKind = 7
	Attachment OptionKind = 11
)

// Context is where a command can be used, with Discord's numbers.
type Context int

// The contexts of commands.
const (
	InGuild   Context = 0
	InBotDM   Context = 1
	InPrivate Context = 2
)

// Installation is for whom the application was installed, with Discord's numbers.
type Installation int

// The kinds of installation.
const (
	ForGuild Installation = 0
	ForUser  Installation = 1
)

// The names of the message commands, as interactions carry them.
const (
	Check = "Check against sources"
	About = "Ask about this"
)

// MaxMessage is the longest message with questions, in code points: as much as
// somebody can type in a channel. Discord allows 6,000 for an option.
const MaxMessage = 2000

// manageServer is the permission that /settings asks for, as Discord's bit set.
const manageServer = "32"

// Command is an application command. Its JSON is what Discord takes.
type Command struct {
	Kind Kind   `json:"type"`
	Name string `json:"name"`
	Localised
	Options            []Option       `json:"options,omitempty"`
	DefaultPermissions string         `json:"default_member_permissions,omitempty"`
	Contexts           []Context      `json:"contexts"`
	Installations      []Installation `json:"integration_types"`

	// key names its texts.
	key string
}

// Localised are the texts of a command or an option beside its English name. Names
// and Descriptions are by Discord's locales.
type Localised struct {
	Names        map[string]string `json:"name_localizations,omitempty"`
	Description  string            `json:"description,omitempty"`
	Descriptions map[string]string `json:"description_localizations,omitempty"`
}

// Option is an option of a command, or a group or subcommand with options.
type Option struct {
	Kind OptionKind `json:"type"`
	Name string     `json:"name"`
	Localised
	Required bool `json:"required,omitempty"`
	// Autocomplete asks the bot for suggestions while somebody types.
	Autocomplete bool     `json:"autocomplete,omitempty"`
	Choices      []Choice `json:"choices,omitempty"`
	Options      []Option `json:"options,omitempty"`
	// MinLength and MaxLength bound a String, in code points.
	MinLength int `json:"min_length,omitempty"`
	MaxLength int `json:"max_length,omitempty"`
	// Min and Max bound an Integer.
	Min *int `json:"min_value,omitempty"`
	Max *int `json:"max_value,omitempty"`
	// ChannelTypes are those that a Channel offers, with Discord's numbers.
	ChannelTypes []int `json:"channel_types,omitempty"`
}

// Choice is one of the values that an option may have.
type Choice struct {
	Name  string            `json:"name"`
	Names map[string]string `json:"name_localizations,omitempty"`
	Value string            `json:"value"`
}

// Autocompleted are the names of the options that ask for suggestions.
func Autocompleted() []string { return []string{"source", "topic", "article"} }
