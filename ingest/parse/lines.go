package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wrapWidth is the longest line, in characters, of a text whose lines were
// wrapped by hand or by an e-mail program.
const wrapWidth = 100

// Paragraphs splits clean text into its paragraphs: one a line, as pages are
// saved, except where lines are wrapped and only a blank line separates.
func Paragraphs(s string) []string {
	var out, group []string
	flush := func() {
		if isWrapped(group) {
			group = []string{strings.Join(group, " ")}
		}
		out = append(out, group...)
		group = group[:0:0]
	}
	for line := range strings.SplitSeq(s, "\n") {
		if line = strings.TrimSpace(line); line == "" {
			flush()
			continue
		}
		group = append(group, line)
	}
	flush()
	return out
}

// isWrapped reports whether lines that follow each other are one paragraph: all
// short, and some of them going on in the middle of a sentence.
func isWrapped(lines []string) bool {
	goesOn := false
	for i, line := range lines {
		if utf8.RuneCountInString(line) > wrapWidth {
			return false
		}
		first, _ := utf8.DecodeRuneInString(line)
		if i > 0 && unicode.IsLower(first) && !EndsSentence(lines[i-1]) {
			goesOn = true
		}
	}
	return goesOn
}

// EndsSentence reports whether a line ends as a sentence does, looking through
// closing quotation marks and brackets.
func EndsSentence(line string) bool {
	line = strings.TrimRight(line, `"'”’»)] `)
	last, _ := utf8.DecodeLastRuneInString(line)
	return strings.ContainsRune(".!?…。！？:;,", last)
}
