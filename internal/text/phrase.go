package text

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

// Capital writes the first letter of a sentence large.
func Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || unicode.IsUpper(r) {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// Count writes a number with the noun that it counts: "1 article", "3 articles".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
