package event

import "encoding/json"

// The types of options that only lead to further options.
const (
	subcommand      = 1
	subcommandGroup = 2
)

// commandOf reads the data of a command or of an autocompletion.
func commandOf(data object, p Place) *Command {
	resolved := data.object("resolved")
	path, options := descend(data)
	c := &Command{
		ID:          data.id("id"),
		Path:        path,
		Options:     make(map[string]string, len(options)),
		Target:      messageIn(resolved.object("messages").object(data.text("target_id")), p),
		Attachments: attachmentsOf(resolved),
	}
	for _, option := range options {
		c.read(option)
	}
	return c
}

// descend follows the subcommand group and the subcommand, of which there is
// one each at the most, and returns the names and the options below.
func descend(data object) (path []string, options []object) {
	path = []string{data.text("name")}
	options = data.objects("options")
	for range 2 {
		next := leading(options)
		if next == nil {
			break
		}
		path = append(path, next.text("name"))
		options = next.objects("options")
	}
	return path, options
}

// leading returns the option that is a subcommand or a group, or nil.
func leading(options []object) object {
	for _, option := range options {
		switch option.small("type", 0) {
		case subcommand, subcommandGroup:
			return option
		}
	}
	return nil
}

// read takes an option over; one without a name, or with a value that is no
// single one, is skipped.
func (c *Command) read(option object) {
	name := option.text("name")
	if name == "" {
		return
	}
	if option.flag("focused") {
		c.Focused = name
	}
	if isScalar(option["value"]) {
		c.Options[name] = option.text("value")
	}
}

func isScalar(raw json.RawMessage) bool {
	return len(raw) > 0 && raw[0] != '{' && raw[0] != '[' && raw[0] != 'n'
}

// attachmentsOf reads the files that came with a command.
func attachmentsOf(resolved object) map[string]Attachment {
	files := resolved.object("attachments")
	if len(files) == 0 {
		return nil
	}
	list := make(map[string]Attachment, len(files))
	for key := range files {
		file := files.object(key)
		if id := firstOf(file.id("id"), snowflake(key)); id != "" && file != nil {
			list[id] = Attachment{
				ID:          id,
				Name:        file.text("filename"),
				ContentType: file.text("content_type"),
				URL:         file.text("url"),
				Bytes:       max(file.number("size", 0), 0),
			}
		}
	}
	return list
}
