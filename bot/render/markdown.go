package render

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"sherpa/bot/payload"
	"sherpa/internal/text"
)

// Bounds of what stands in a line that is never cut, in code points. What is
// longer ends in an ellipsis; a longer link leaves its title alone.
const (
	maxName, maxWord, maxLink = 160, 60, 700
)

// escape makes foreign text show as it is.
func escape(s string) string { return payload.Escape(s) }

// bold, small and quote are the three ways in which text is set.
func bold(markdown string) string { return "**" + markdown + "**" }

func small(markdown string) string { return "-# " + markdown }

func quote(s string) string { return payload.Quote(s) }

// strong is foreign text in bold.
func strong(s string) string { return bold(escape(strings.TrimSpace(s))) }

// linked writes a foreign name, as a link if it has an address.
func linked(s, address string) string {
	if link := payload.LinkTo(s, address); address != "" && runes(link) <= maxLink {
		return link
	}
	return escape(s)
}

// name is a foreign name on one line, shortened where it is very long.
func name(s string) string { return shorten(text.Squeeze(s), maxName) }

// word writes a short foreign text: a publisher, an id.
func word(s string) string { return escape(shorten(text.Squeeze(s), maxWord)) }

// shorten cuts a text to n code points, between characters as readers see them,
// and says so with an ellipsis.
func shorten(s string, n int) string {
	if runes(s) <= n {
		return s
	}
	at := lastFitting(s, characterStarts(text.FirstRunes(s, n)), func(head string) bool { return runes(head) < n })
	return strings.TrimRightFunc(s[:at], unicode.IsSpace) + "…"
}

// marks writes the numbers of citations: "[1][3]".
func marks(numbers []int) string {
	var b strings.Builder
	for _, n := range numbers {
		fmt.Fprintf(&b, "[%d]", n)
	}
	return b.String()
}

// spaced puts a space before what is not empty.
func spaced(markdown string) string {
	if markdown == "" {
		return ""
	}
	return " " + markdown
}

func isWordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// quotation shows an article's words, in its language, with their citations.
func quotation(s, citations string) block {
	return block{text: s, show: quote, tail: spaced(citations)}
}

// sentence shows foreign text that is no quotation, with its citations.
func sentence(s, citations string) block {
	return block{text: s, show: escape, tail: spaced(citations)}
}
