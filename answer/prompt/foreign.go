package prompt

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"sherpa/internal/text"
)

// oneLine makes foreign text fit for a line of a prompt: NFC, one line, nothing
// that is there without being seen, and nothing that a model's server could take
// for the end of a turn.
func oneLine(s string) string {
	s = text.Squeeze(text.Clean(strings.Map(seen, s)))
	return turns.ReplaceAllString(s, "$1$3 $2$4")
}

// seen drops the characters that show nothing and yet reach a model, in which
// orders are hidden: tags, variation selectors, fillers, zero-width characters.
// text.Clean drops most others but keeps the joiner for those who read.
func seen(r rune) rune {
	if unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point) {
		return -1
	}
	return r
}

// turns are the beginnings of control sequences in chat templates ("<|im_end|>",
// "</s>", "<start_of_turn>", "[/INST]"). Servers of local models are known to
// read them in any text that they are sent, so a space breaks them up.
var turns = regexp.MustCompile(`(?i)(<)([|｜]|</?SYS>|/?(?:s|bos|eos|pad|unk|mask|think|tool_\w+|\w+_of_\w+)>)` +
	`|(\[)(/?(?:INST|BOS|EOS|IMG\w*|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_\w+)\])`)

// bounded cuts a text to n code points, between words where it can.
func bounded(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	cut := string([]rune(s)[:n])
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)*3/4 {
		cut = cut[:i]
	}
	return strings.TrimSpace(cut)
}
