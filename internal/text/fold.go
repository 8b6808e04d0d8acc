package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold maps a word to the form that is compared: lower case, with one kind of
// apostrophe, quotation mark and dash, and without the accents on Latin letters.
// Marks of other scripts and letters such as "ł" stay: the search index keeps
// them, and a folded word must be found there. It is idempotent.
func Fold(s string) string {
	if isFolded(s) {
		return s
	}
	if isASCII(s) {
		return strings.ReplaceAll(strings.ToLower(s), "`", "'")
	}
	var b strings.Builder
	b.Grow(len(s))
	latin := false
	for _, r := range norm.NFD.String(strings.ToValidUTF8(s, "\uFFFD")) {
		if latin && unicode.Is(unicode.Mn, r) {
			continue
		}
		latin = unicode.Is(unicode.Latin, r)
		b.WriteRune(foldRune(r))
	}
	return norm.NFC.String(strings.Map(dropAccent, norm.NFC.String(b.String())))
}

// dropAccent drops the accents that did not become part of a letter, such as the
// stress marks in Russian.
func dropAccent(r rune) rune {
	if '\u0300' <= r && r <= '\u036F' {
		return -1
	}
	return r
}

func foldRune(r rune) rune {
	r = unicode.ToLower(r)
	if r == 'ς' { // a sigma at the end of a word
		return 'σ'
	}
	return plainMark(r)
}

// isFolded reports whether s is ASCII that Fold would not change.
func isFolded(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || c == '`' || 'A' <= c && c <= 'Z' {
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
