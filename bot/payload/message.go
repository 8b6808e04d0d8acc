package payload

// Message is a message as Sherpa writes it. Nothing in it pings anybody.
type Message struct {
	// Content is Discord's Markdown, escaped by whoever wrote it; at most
	// MaxContent code points.
	Content string
	// Rows are the buttons and menus below the text, at most MaxRows.
	Rows []Row
	// Ephemeral shows the message only to whoever asked.
	Ephemeral bool
	// Files are attached to the message.
	Files []File
	// ReplyTo is the id of the message that this one answers, in the same channel.
	ReplyTo string
	// Nonce makes Discord drop a second message with the same nonce; at most
	// MaxNonce characters.
	Nonce string
}

// File is an attached file.
type File struct {
	Name, ContentType string
	Data              []byte
}

// Row is one row of a message's components: up to five buttons, or one menu.
type Row struct {
	Buttons []Button
	Menu    *Menu
}

// Button is a button. One with a URL opens it; any other sends its CustomID.
type Button struct {
	Label    string
	Emoji    string
	Style    Style
	CustomID string
	URL      string
	Disabled bool
}

// Style is how a button looks.
type Style int

// The styles of buttons.
const (
	Primary   Style = 1
	Secondary Style = 2
	Success   Style = 3
	Danger    Style = 4
	Link      Style = 5
)

// Menu is a menu of texts, of which one is chosen.
type Menu struct {
	CustomID    string
	Placeholder string
	Choices     []MenuChoice
}

// MenuChoice is a line of a Menu.
type MenuChoice struct {
	Label, Value, Description string
}

// Modal is a form with text fields.
type Modal struct {
	CustomID, Title string
	Fields          []Field
}

// Field is a text field of a Modal.
type Field struct {
	CustomID, Label, Placeholder, Value string
	// Long is a field of several lines.
	Long bool
	// Min and Max bound the length in code points; 0 means no bound of ours. A
	// field may be left empty unless Min is above 0.
	Min, Max int
}

// Choice is a suggestion of an autocompleted option.
type Choice struct {
	Name, Value string
}

// ResponseKind is the type of the first response to an interaction.
type ResponseKind int

// The first responses to an interaction, with Discord's numbers.
const (
	Pong        ResponseKind = 1
	Reply       ResponseKind = 4
	Defer       ResponseKind = 5
	DeferUpdate ResponseKind = 6
	Update      ResponseKind = 7
	Choices     ResponseKind = 8
	Form        ResponseKind = 9
)

// Response is the first response to an interaction.
type Response struct {
	Kind ResponseKind
	// Message is what Reply and Update show; of it, Defer uses Ephemeral alone.
	Message Message
	// Modal is what Form opens.
	Modal Modal
	// Choices are what Choices suggests.
	Choices []Choice
}
