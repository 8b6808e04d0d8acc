package parse

import (
	"strings"
	"unicode/utf8"

	"sherpa/internal/text"
)

// maxTitle is how long, in characters, a title made from a sentence may be.
const maxTitle = 120

// TitleFrom makes a title for an article that has none: the first sentence,
// without a dateline and shortened at a word.
func TitleFrom(blocks []Block) string {
	for _, b := range blocks {
		if b.Kind != Paragraph {
			continue
		}
		if t := shortSentence(b.Text); t != "" {
			return t
		}
	}
	return ""
}

func shortSentence(paragraph string) string {
	if _, n, ok := Dateline(paragraph); ok {
		paragraph = strings.TrimSpace(paragraph[n:])
	}
	// A sentence longer than this is shortened anyway: do not read on.
	paragraph = text.Truncate(paragraph, 20*maxTitle)
	spans := text.Sentences(paragraph)
	if len(spans) == 0 {
		return ""
	}
	return Shorten(text.Squeeze(spans[0].Of(paragraph)), maxTitle)
}

// Shorten cuts s to at most n characters, at a word where it can, and marks the
// cut with an ellipsis.
func Shorten(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	runes := []rune(s)[:n-1]
	cut := string(runes)
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:–—-") + "…"
}
