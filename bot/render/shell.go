package render

import (
	"strings"

	"sherpa/internal/text"
)

// plainWord are the characters that mean nothing to a shell.
const plainWord = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:@%+=,"

// shellWord writes one argument of a command, with quotation marks only where it
// needs them.
func shellWord(s string) string {
	if s != "" && s[0] != '-' && strings.Trim(s, plainWord) == "" {
		return s
	}
	return shellQuote(s)
}

// shellQuote writes foreign text as one argument that every POSIX shell reads
// back as it is: in single quotation marks, in which nothing means anything.
// White space becomes single spaces, as it does in a question.
//
// Backticks are parted by an empty string, so that the line can stand in a block
// of code, which three of them would end.
func shellQuote(s string) string {
	s = text.Squeeze(text.Clean(s))
	var b strings.Builder
	b.WriteByte('\'')
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\'':
			run := len(s[i:]) - len(strings.TrimLeft(s[i:], "'"))
			b.WriteString(`'"` + s[i:i+run] + `"'`)
			i += run - 1
		case s[i] == '`' && i > 0 && s[i-1] == '`':
			b.WriteString("''`")
		default:
			b.WriteByte(s[i])
		}
	}
	b.WriteByte('\'')
	return b.String()
}
