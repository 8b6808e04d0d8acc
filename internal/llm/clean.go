package llm

import (
	"regexp"
	"strings"
	"unicode"

	"sherpa/answer/prompt"
)

const (
	// excerptPoints is the length of what a server may say in an error, in code
	// points.
	excerptPoints = 160
	// gram is how many characters of a key give it away, and echo how many in a
	// row are taken for an echo of the prompt.
	gram, echo = 4, 16
)

// cleaner takes out of a foreign text what must not be told: the key, also where
// it is masked in part, and the prompt.
type cleaner struct {
	key    string
	prompt []prompt.Message
}

// quoted is what a server quotes. Names of parameters stay.
var (
	quoted    = regexp.MustCompile("'[^']*'|\"[^\"]*\"|`[^`]*`")
	parameter = regexp.MustCompile(`^.[a-z][a-z0-9_.\-\[\]]{0,60}.$`)
)

// excerpt returns the beginning of text on one line, or "" where it repeats the
// prompt.
func (c cleaner) excerpt(text string) string {
	text = quoted.ReplaceAllStringFunc(oneLine(text), func(q string) string {
		if parameter.MatchString(q) {
			return q
		}
		return q[:1] + "…" + q[len(q)-1:]
	})
	words := strings.Fields(text)
	for i, w := range words {
		if c.isKey(w) {
			words[i] = "(hidden)"
		}
	}
	text = short(strings.Join(words, " "))
	if c.echoes(text) {
		return ""
	}
	return text
}

// oneLine drops what is not printed. It looks at no more than can be shown.
func oneLine(text string) string {
	text = text[:min(len(text), 8*excerptPoints)]
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case !unicode.IsPrint(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, ""))
}

func short(text string) string {
	if points := []rune(text); len(points) > excerptPoints {
		return string(points[:excerptPoints]) + "…"
	}
	return text
}

// isKey says whether a word holds a part of the key.
func (c cleaner) isKey(word string) bool {
	key, word := strings.ToLower(c.key), strings.ToLower(word)
	if key == "" {
		return false
	}
	n := min(gram, len(key))
	for i := 0; i+n <= len(key); i++ {
		if strings.Contains(word, key[i:i+n]) {
			return true
		}
	}
	return false
}

// echoes says whether text repeats the prompt.
func (c cleaner) echoes(text string) bool {
	points := []rune(text)
	for i := 0; i+echo <= len(points); i++ {
		part := string(points[i : i+echo])
		for _, m := range c.prompt {
			if strings.Contains(m.Text, part) {
				return true
			}
		}
	}
	return false
}
