package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Clean makes foreign text safe to store and to show: valid UTF-8 in NFC, line
// ends as "\n", tabs and odd spaces as a plain space, and no control,
// zero-width or bidirectional formatting characters, which could hide text from
// a reader or reverse it. It is idempotent.
func Clean(s string) string {
	if isPlain(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.Map(cleanRune, s)
	return norm.NFC.String(s)
}

// isPlain reports whether s is printable ASCII and line feeds only, which most
// questions are: nothing to clean.
func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c != '\n' && (c < ' ' || c > '~') {
			return false
		}
	}
	return true
}

func cleanRune(r rune) rune {
	switch {
	case r == '\n', r == '\r', r == '\u2028', r == '\u2029', r == '\u0085', r == '\v', r == '\f':
		return '\n'
	case r == '\u200d': // zero-width joiner: emoji and Indic scripts need it
		return r
	case unicode.IsControl(r) && r != '\t', unicode.Is(unicode.Cf, r), r == '\uFEFF':
		return -1
	case unicode.IsSpace(r), unicode.Is(unicode.Zs, r):
		return ' '
	}
	return r
}

// Squeeze replaces every run of white space by one space and trims the ends.
func Squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// FirstRunes is the beginning of s with at most n code points.
func FirstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// Truncate cuts s to at most n bytes without splitting a rune, at a word
// boundary where there is one in the last quarter.
func Truncate(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	if n <= 0 {
		return ""
	}
	if i := strings.LastIndexByte(s[:n+1], ' '); i > n*3/4 {
		n = i
	}
	return s[:n]
}
