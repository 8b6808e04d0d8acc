package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold maps a word to the form that is compared: lower case, without accents,
// with one kind of apostrophe, quotation mark and dash.
func Fold(s string) string {
	if isFolded(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	if isASCII(s) {
		return strings.ToLower(s)
	}
	for _, r := range norm.NFD.String(s) {
		foldRune(&b, r)
	}
	return b.String()
}

func isFolded(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || ('A' <= c && c <= 'Z') {
			return false
		}
	}
	return true
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// unaccented holds the Latin letters that Unicode does not decompose.
var unaccented = map[rune]string{
	'ß': "ss", 'ø': "o", 'đ': "d", 'ł': "l", 'æ': "ae", 'œ': "oe", 'þ': "th", 'ð': "d", 'ı': "i", 'ħ': "h",
}

func foldRune(b *strings.Builder, r rune) {
	if unicode.Is(unicode.Mn, r) {
		return
	}
	r = unicode.ToLower(r)
	if s, ok := unaccented[r]; ok {
		b.WriteString(s)
		return
	}
	b.WriteRune(plainMark(r))
}

// plainMark maps the many apostrophes, quotation marks and dashes to ASCII.
func plainMark(r rune) rune {
	switch r {
	case '’', '‘', 'ʼ', '′', '`', '´', '＇', 'ʹ':
		return '\''
	case '“', '”', '„', '«', '»', '″', '＂':
		return '"'
	case '‐', '‑', '‒', '–', '—', '―', '−', '﹣', '－':
		return '-'
	}
	return r
}

// IsApostrophe reports whether r is used as an apostrophe.
func IsApostrophe(r rune) bool { return plainMark(r) == '\'' }

// IsDash reports whether r is a hyphen or a dash of any kind.
func IsDash(r rune) bool { return plainMark(r) == '-' }
