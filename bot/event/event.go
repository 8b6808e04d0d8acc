package event

import "time"

// Kind is the type of an interaction, with Discord's numbers.
type Kind int

// The kinds of interactions.
const (
	Ping         Kind = 1
	CommandUsed  Kind = 2
	Pressed      Kind = 3
	Autocomplete Kind = 4
	FormSent     Kind = 5
)

// Permissions that Sherpa asks about, as bits.
const (
	ManageServer  uint64 = 1 << 5
	ViewChannel   uint64 = 1 << 10
	Administrator uint64 = 1 << 3
)

// Interaction is somebody using the bot.
type Interaction struct {
	ID string
	// Ticket's Created comes from ID, by Discord's clock.
	Ticket
	Kind  Kind
	Place Place
	User  User
	// Locale is the asker's, as in "en-US"; Discord sends it with every
	// interaction but Ping.
	Locale string
	// Permissions are the asker's in the channel; 0 outside servers.
	Permissions uint64
	// UserInstalled says that only the asker installed the bot here: the server,
	// if any, did not, so that replies are limited to five.
	UserInstalled bool
	// Command is set for CommandUsed and Autocomplete.
	Command *Command
	// CustomID is the component's or form's, for Pressed and FormSent.
	CustomID string
	// Values are what was chosen in a menu.
	Values []string
	// Fields are a form's texts by custom id.
	Fields map[string]string
	// Message is the message with the component, for Pressed.
	Message *Message
}

// Ticket allows to answer an interaction for 15 minutes after Created.
type Ticket struct {
	ApplicationID, Token string
	Created              time.Time
}

// Place is where something happened.
type Place struct {
	// GuildID is empty outside servers.
	GuildID   string
	ChannelID string
	// ParentID is the channel of a thread, or a channel's category, where known.
	ParentID string
	// ChannelKind is Discord's channel type; -1 where unknown.
	ChannelKind int
	// DM says that this is a direct message with the bot.
	DM bool
}

// User is who did something.
type User struct {
	ID   string
	Name string
	Bot  bool
}

// Command is a command with its options.
type Command struct {
	ID string
	// Path is the command's name, and those of the subcommand group and the
	// subcommand, if any: ["settings", "corpus", "add"].
	Path []string
	// Options are the texts of the options by name: strings as they are, numbers
	// and booleans as JSON writes them, ids of channels, roles and attachments.
	Options map[string]string
	// Focused is the option that is being typed, for Autocomplete.
	Focused string
	// Target is the message of a message command.
	Target *Message
	// Attachments are the files of the options, by id.
	Attachments map[string]Attachment
}

// Attachment is a file that somebody attached.
type Attachment struct {
	ID, Name, ContentType, URL string
	Bytes                      int64
}

// Message is a message that the bot may read: a direct message, one that
// mentions it, one of its own, or the target of a message command.
type Message struct {
	ID      string
	Place   Place
	Author  User
	Content string
	// Mentions are the ids of the users whom the message mentions.
	Mentions []string
	// MentionsEveryone says that @everyone or @here was used.
	MentionsEveryone bool
	// ReplyTo is the id of the message that this one answers, if any, and
	// ReplyAuthor is that message's author where Discord tells.
	ReplyTo     string
	ReplyAuthor string
	// Ordinary says that it is text that somebody wrote, not a notice of
	// Discord's ("joined the server").
	Ordinary bool
	// Webhook says that no user wrote it.
	Webhook bool
	Edited  time.Time
}

// Deleted is a message that is no more.
type Deleted struct {
	ID        string
	ChannelID string
	GuildID   string
}

// BulkDeleted are messages of one channel that are no more.
type BulkDeleted struct {
	IDs       []string
	ChannelID string
	GuildID   string
}

// Guild is a server that became known, or was left.
type Guild struct {
	ID, Name string
	// Unavailable says that Discord has an outage there; the bot was not removed.
	Unavailable bool
}

// Thread is a new thread; a forum's post is one.
type Thread struct {
	ID, GuildID, ParentID, Name string
	OwnerID                     string
	// New says that it was created just now, and not that the bot was added.
	New bool
}
