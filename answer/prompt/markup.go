package prompt

import (
	"regexp"
	"strings"

	"sherpa/internal/text"
)

// readable makes a reply plain: valid UTF-8 in NFC with nothing hidden in it, and
// only its whole lines within maxReply.
func readable(reply string) string {
	if len(reply) > maxReply {
		reply = reply[:strings.LastIndexByte(reply[:maxReply], '\n')+1]
	}
	return strings.TrimSpace(text.Clean(strings.Map(seen, reply)))
}

// thoughts are the tags between which reasoning models think aloud.
var thoughts = regexp.MustCompile(`(?i)<(/?)(?:think|thinking|thought|reasoning|reflection)>|(◁/?think▷)`)

// finalChannel begins the answer of models that think in a channel of their own.
const finalChannel = "<|channel|>final<|message|>"

// spoken is a reply without what the model thought before it. It is empty where
// the thought does not end.
func spoken(s string) string {
	if i := strings.LastIndex(s, finalChannel); i >= 0 {
		s = s[i+len(finalChannel):]
	}
	tags := thoughts.FindAllStringIndex(s, -1)
	if len(tags) == 0 {
		return s
	}
	last := tags[len(tags)-1]
	if !strings.Contains(s[last[0]:last[1]], "/") {
		return ""
	}
	return strings.TrimSpace(s[last[1]:])
}

// The markup that models write although they are told not to.
var (
	escaped   = regexp.MustCompile(`\\([\\*_\[\](){}#>~|.!-])`)
	tags      = regexp.MustCompile(`(?i)</?(?:b|i|u|em|strong|sup|sub|br|p|li|ul|ol|cite|span|q)\s*/?>`)
	strong    = regexp.MustCompile("\\*{2,}|_{2,}|~~|\\|\\||`+")
	emphasis  = regexp.MustCompile(`(^|[^\pL\d*_])[*_]([^\s*_](?:[^*_]*[^\s*_])?)[*_]($|[^\pL\d*_])`)
	quoteMark = regexp.MustCompile(`^(?:>+|#{1,6}|-#)\s+`)
	bullet    = regexp.MustCompile(`^[-*•·‣▪●–—+]\s+`)
)

// unstyled strips emphasis from a line, and the marks of quotes and headings.
func unstyled(line string) string {
	line = tags.ReplaceAllString(escaped.ReplaceAllString(line, "$1"), "")
	line = strong.ReplaceAllString(line, "")
	line = strings.TrimSpace(quoteMark.ReplaceAllString(strings.TrimSpace(line), ""))
	line = bullet.ReplaceAllString(line, "")
	return strings.TrimSpace(emphasis.ReplaceAllString(line, "$1$2$3"))
}
