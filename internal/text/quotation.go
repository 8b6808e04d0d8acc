package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quotePairs maps opening marks to the marks that close them.
var quotePairs = map[rune]string{'“': "”“\"", '"': "\"”", '„': "“”\"", '«': "»", '‘': "’", '\'': "'’", '＂': "＂"}

// Quotations returns what stands in quotation marks, without the marks.
func Quotations(s string) []Span {
	var found []Span
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		closing, opens := quotePairs[r]
		if !opens || !opensQuote(s, i, n, r) {
			i += n
			continue
		}
		end := closeOf(s, i+n, closing, r)
		if end < 0 {
			i += n
			continue
		}
		found = append(found, Span{Start: i + n, End: end})
		_, m := utf8.DecodeRuneInString(s[end:])
		i = end + m
	}
	return found
}

// opensQuote tells an apostrophe from a mark: a single mark opens only where no
// letter stands before it and one stands after.
func opensQuote(s string, i, n int, r rune) bool {
	if r != '‘' && r != '\'' {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+n:])
	return (i == 0 || !IsLetterOrDigit(before)) && unicode.IsLetter(after)
}

// closeOf is where the quotation that begins at i ends; -1 if it does not.
func closeOf(s string, i int, closing string, open rune) int {
	single := open == '‘' || open == '\''
	for k, r := range s[i:] {
		if !strings.ContainsRune(closing, r) {
			continue
		}
		after, _ := utf8.DecodeRuneInString(s[i+k+utf8.RuneLen(r):])
		if !single || !IsLetterOrDigit(after) {
			return i + k
		}
	}
	return -1
}

// IsLetterOrDigit reports whether a rune belongs to a word.
func IsLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
