package prompt

import (
	"regexp"
	"strings"

	"sherpa/internal/text"
)

const (
	// leakWords is how many words in a row of the instructions are a leak.
	leakWords = 8
	// leakFence is how many characters in a row of a delimiter are.
	leakFence = 8
)

// active is text that would do something in a chat or a browser.
var active = regexp.MustCompile(`(?i)[a-z][a-z0-9+.-]*://|\bwww\.|\bdiscord\.gg/|\b(?:javascript|data|mailto|file):\S|\]\(|<[@#/:!a-z]|@(?:everyone|here)\b`)

// isActive reports whether a text holds a link, a mention or markup.
func isActive(s string) bool { return active.MatchString(s) }

// leaks reports whether a text repeats what only the prompt holds.
func (k *key) leaks(s string, instructions map[string]bool) bool {
	return k.repeated(strings.ToLower(s)) || repeats(s, instructions)
}

// repeated reports whether a text, in lower case, holds a delimiter, a part of
// one, a token or a mark.
func (k *key) repeated(s string) bool {
	for i := 0; i+leakFence <= len(k.fence); i++ {
		if strings.Contains(s, k.fence[i:i+leakFence]) {
			return true
		}
	}
	for token := range k.draw.drawn {
		if strings.Contains(s, token) {
			return true
		}
	}
	return false
}

// repeats reports whether a text has a run of words of the instructions.
func repeats(s string, instructions map[string]bool) bool {
	for run := range wordRuns(s) {
		if instructions[run] {
			return true
		}
	}
	return false
}

// wordRuns are all runs of leakWords words of a text.
func wordRuns(s string) map[string]bool {
	words := text.Words(s)
	found := map[string]bool{}
	for i := 0; i+leakWords <= len(words); i++ {
		var run strings.Builder
		for _, w := range words[i : i+leakWords] {
			run.WriteString(w.Norm)
			run.WriteByte(' ')
		}
		found[run.String()] = true
	}
	return found
}
