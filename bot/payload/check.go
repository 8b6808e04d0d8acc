package payload

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"
)

// Discord's limits: texts in code points, files in bytes.
const (
	MaxContent     = 2000
	MaxRows        = 5
	MaxButtons     = 5 // in a row
	MaxButtonLabel = 80
	MaxCustomID    = 100
	MaxButtonURL   = 512
	MaxMenuChoices = 25
	MaxMenuText    = 100 // label, value and description of a menu's line
	MaxPlaceholder = 150 // of a menu

	MaxModalTitle       = 45
	MaxFields           = 5
	MaxFieldLabel       = 45
	MaxFieldPlaceholder = 100
	MaxFieldText        = 4000

	MaxChoices    = 25
	MaxChoiceText = 100 // name and value of a suggestion

	MaxNonce     = 25
	MaxFiles     = 10
	MaxFileBytes = 10 << 20 // of all files of a message
)

// ErrInvalid is what every error of a Check is.
var ErrInvalid = errors.New("refused by Discord's limits")

// LimitError says which of Discord's limits is broken. It is an ErrInvalid.
type LimitError struct {
	// What is what has too many or too few ("content").
	What          string
	Has, Min, Max int
}

// Error names the limit and both figures, and nothing of the text.
func (e *LimitError) Error() string {
	return fmt.Sprintf("%s: %d, but Discord takes %d to %d", e.What, e.Has, e.Min, e.Max)
}

// Unwrap returns ErrInvalid.
func (e *LimitError) Unwrap() error { return ErrInvalid }

// checker keeps the first fault that it is told of.
type checker struct {
	err error
	ids map[string]bool
}

// count faults a number outside of its bounds.
func (c *checker) count(what string, has, lowest, highest int) {
	if has < lowest || has > highest {
		c.fault(&LimitError{What: what, Has: has, Min: lowest, Max: highest})
	}
}

// text faults a text outside of its bounds, as Discord counts: in code points.
func (c *checker) text(what, s string, lowest, highest int) {
	c.count(what, utf8.RuneCountInString(s), lowest, highest)
}

// customID faults an id that is too long, missing, or used twice.
func (c *checker) customID(id string) {
	c.text("custom ID", id, 1, MaxCustomID)
	c.hold(!c.ids[id], "a custom ID is used twice")
	if c.ids == nil {
		c.ids = map[string]bool{}
	}
	c.ids[id] = true
}

// hold faults what is not as it must be.
func (c *checker) hold(ok bool, fault string) {
	if !ok {
		c.fault(fmt.Errorf("%w: %s", ErrInvalid, fault))
	}
}

func (c *checker) fault(err error) {
	if c.err == nil {
		c.err = err
	}
}

// Check returns an error that names the first of Discord's limits that m
// breaks, or nil. The error is an ErrInvalid and carries nothing of the text.
func (m Message) Check() error {
	var c checker
	c.text("content", m.Content, 0, MaxContent)
	c.hold(strings.TrimSpace(m.Content) != "" || len(m.Rows) > 0 || len(m.Files) > 0, "the message is empty")
	c.text("nonce", m.Nonce, 0, MaxNonce)
	c.hold(isSnowflake(m.ReplyTo), "the message that is answered has no valid id")
	c.count("rows", len(m.Rows), 0, MaxRows)
	for _, r := range m.Rows {
		c.row(r)
	}
	c.files(m.Files)
	return c.err
}

// Check is Check of what the kind of response uses.
func (r Response) Check() error {
	switch r.Kind {
	case Reply, Update:
		return r.Message.Check()
	case Form:
		return r.Modal.Check()
	case Choices:
		var c checker
		c.count("choices", len(r.Choices), 0, MaxChoices)
		for _, choice := range r.Choices {
			c.text("name of a choice", choice.Name, 1, MaxChoiceText)
			c.text("value of a choice", choice.Value, 1, MaxChoiceText)
		}
		return c.err
	case Pong, Defer, DeferUpdate:
		return nil
	}
	return fmt.Errorf("%w: there is no response of type %d", ErrInvalid, r.Kind)
}

// Check returns an error that names the first limit that m breaks, or nil.
func (m Modal) Check() error {
	var c checker
	c.customID(m.CustomID)
	c.text("title of a form", m.Title, 1, MaxModalTitle)
	c.count("fields", len(m.Fields), 1, MaxFields)
	for _, f := range m.Fields {
		c.customID(f.CustomID)
		c.text("label of a field", f.Label, 1, MaxFieldLabel)
		c.text("placeholder of a field", f.Placeholder, 0, MaxFieldPlaceholder)
		c.text("text of a field", f.Value, 0, MaxFieldText)
		c.count("least length of a field", f.Min, 0, MaxFieldText)
		c.count("greatest length of a field", f.Max, 0, MaxFieldText)
		c.hold(f.Max == 0 || f.Min <= f.Max, "a field's least length is above its greatest")
		c.hold(f.Max == 0 || utf8.RuneCountInString(f.Value) <= f.Max, "a field's text is longer than the field")
	}
	return c.err
}

func (c *checker) row(r Row) {
	if r.Menu != nil {
		c.hold(len(r.Buttons) == 0, "a row has a menu and buttons")
		c.menu(*r.Menu)
		return
	}
	c.count("buttons in a row", len(r.Buttons), 1, MaxButtons)
	for _, b := range r.Buttons {
		c.button(b)
	}
}

func (c *checker) button(b Button) {
	c.text("label of a button", b.Label, 0, MaxButtonLabel)
	c.hold(b.Label != "" || b.Emoji != "", "a button has neither label nor emoji")
	if b.Style != Link {
		c.hold(b.Style >= Primary && b.Style <= Danger, "a button has no style")
		c.hold(b.URL == "", "a button with an address does not look like a link")
		c.customID(b.CustomID)
		return
	}
	c.hold(b.CustomID == "", "a button with an address has a custom ID")
	c.text("address of a button", b.URL, 1, MaxButtonURL)
	u, err := url.Parse(b.URL)
	c.hold(err == nil && isWeb(u), "the address of a button is not on the web")
}

func (c *checker) menu(m Menu) {
	c.customID(m.CustomID)
	c.text("placeholder of a menu", m.Placeholder, 0, MaxPlaceholder)
	c.count("lines of a menu", len(m.Choices), 1, MaxMenuChoices)
	values := map[string]bool{}
	for _, o := range m.Choices {
		c.text("label in a menu", o.Label, 1, MaxMenuText)
		c.text("value in a menu", o.Value, 1, MaxMenuText)
		c.text("description in a menu", o.Description, 0, MaxMenuText)
		c.hold(!values[o.Value], "two lines of a menu have the same value")
		values[o.Value] = true
	}
}

func (c *checker) files(files []File) {
	c.count("files", len(files), 0, MaxFiles)
	total := 0
	for _, f := range files {
		c.hold(f.Name != "", "a file has no name")
		total += len(f.Data)
	}
	c.count("bytes of files", total, 0, MaxFileBytes)
}

// isSnowflake says whether s is an id of Discord's, or empty.
func isSnowflake(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return len(s) <= 20
}

// isWeb says whether u is an address that a browser opens: not data:, not
// javascript:, and with a host.
func isWeb(u *url.URL) bool {
	return (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != ""
}
