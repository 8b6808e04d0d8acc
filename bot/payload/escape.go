package payload

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"sherpa/internal/text"
)

// Escape makes foreign text show as it reads, whatever Discord's Markdown would
// make of it: nothing formats, links, mentions, or becomes a time, an emoji, a
// channel or a command. Invisible characters are removed. The result has at most
// three times the bytes of s, and what it shows escapes to the same again.
//
// It may stand anywhere in a line but inside of code (see Code), and with a space
// or a sign between it and other foreign text.
func Escape(s string) string {
	s = clean(s)
	var b strings.Builder
	b.Grow(len(s) + len(s)/16)
	var l line
	for i, r := range s {
		if l.formats(r, s[i+utf8.RuneLen(r):]) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		if r == '@' && pingsAll(s[i+1:]) {
			b.WriteRune(zeroWidthSpace)
		}
		l.read(r)
	}
	return b.String()
}

// zeroWidthSpace parts "@" from "everyone". A backslash would do for what is
// shown, but not for whoever searches the raw text.
const zeroWidthSpace = '\u200b'

// pingsAll says whether what follows "@" makes it ping all.
func pingsAll(after string) bool {
	for _, name := range []string{"everyone", "here"} {
		if len(after) >= len(name) && strings.EqualFold(after[:len(name)], name) {
			return true
		}
	}
	return false
}

// clean removes what readers cannot see. A zero-width joiner stays where scripts
// and emoji are joined by it.
func clean(s string) string {
	s = text.Clean(s)
	if isASCII(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	before := rune(0)
	for i, r := range s {
		if r == joiner {
			after, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
			if !joins(before) || !joins(after) {
				continue
			}
		} else if invisible(r) {
			continue
		}
		b.WriteRune(r)
		before = r
	}
	return norm.NFC.String(b.String()) // what was parted may combine now
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

const joiner = '\u200d'

// joins says whether r belongs to a script or to signs that a joiner joins:
// those from Hebrew on. Latin, Greek and Cyrillic, of which mentions and
// addresses are made, are not.
func joins(r rune) bool { return r >= '\u0590' && r != joiner && !invisible(r) }

// invisible says whether nothing is shown of r: formatting signs, and letters
// that are blank by definition.
func invisible(r rune) bool {
	switch r {
	case joiner:
		return false
	case '\u034f', '\u115f', '\u1160', '\u17b4', '\u17b5', '\u3164', '\uffa0', '\u2800':
		return true
	}
	return unicode.In(r, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point) || unicode.IsControl(r) && r != '\n' ||
		r >= 0xfff0 && r <= 0xfff8 || r >= 0xe0000 && r <= 0xe0fff
}

// line is what Escape remembers of the line that it reads.
type line struct {
	// inside says that something other than spaces was read, number that it was
	// digits alone.
	inside, number bool
	// dotted says that the current word has a dot: it may be an address.
	dotted bool
}

// formats says whether r, with what follows, would mean something to Discord.
func (l *line) formats(r rune, after string) bool {
	switch r {
	case '\\', '*', '_', '~', '`', '|', '<', '>', '[', ']', '#', '@':
		return true
	case '-', '+':
		return !l.inside // a list
	case '.', ')':
		return l.number && startsBlank(after) // a numbered list
	case ':':
		return strings.HasPrefix(after, "/") || isEmojiName(after)
	case '/':
		return l.dotted // invitations work without a scheme
	}
	return false
}

// read takes r in.
func (l *line) read(r rune) {
	switch {
	case r == '\n':
		*l = line{}
		return
	case r == ' ':
		l.dotted = false
		return
	}
	l.number = '0' <= r && r <= '9' && (l.number || !l.inside)
	l.inside = true
	l.dotted = l.dotted || r == '.'
}

func startsBlank(s string) bool { return s == "" || s[0] == ' ' || s[0] == '\n' }

// isEmojiName says whether after, behind a colon, ends in another one as in
// ":tada:".
func isEmojiName(after string) bool {
	for i, r := range after {
		switch {
		case r == ':':
			return i > 0
		case r != '_' && r != '+' && r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r):
			return false
		case i > 64:
			return false
		}
	}
	return false
}
