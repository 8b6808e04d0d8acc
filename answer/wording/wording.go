package wording

import (
	"strings"
	"unicode/utf8"

	"sherpa/internal/text"
)

// Wording is what somebody quotes.
type Wording struct {
	// Text is the quotation without the asker's marks around it.
	Text  string
	words quotedWords
}

// Read reads a quotation. Marks around it and ellipses at its ends are the
// asker's.
func Read(words string) Wording {
	s := unwrap(words)
	return Wording{Text: s, words: readQuoted(s)}
}

// Readings are the ways to read the wording, the strictest first: as it stands,
// with its ellipses standing for other words, and without the full stop or comma
// that the asker's sentence may have put inside the quotation marks.
func (w Wording) Readings() []*Pattern {
	readings := []*Pattern{newPattern(w.Text)}
	parts := splitEllipses(w.Text)
	if len(parts) > 1 {
		readings = append(readings, newPattern(parts...))
	}
	last := len(parts) - 1
	if bare := strings.TrimRight(parts[last], ".,;:!? "); bare != parts[last] && bare != "" {
		parts[last] = bare
		readings = append(readings, newPattern(parts...))
	}
	return readings
}

// ellipses are the ways to write one, the longest first.
var ellipses = []string{"[…]", "[...]", "(…)", "(...)", "…", ". . .", "..."}

// splitEllipses cuts a quotation at its ellipses; at least one part remains.
func splitEllipses(s string) []string {
	for _, mark := range ellipses {
		s = strings.ReplaceAll(s, mark, "\x00")
	}
	var parts []string
	for part := range strings.SplitSeq(s, "\x00") {
		if text.CountWords(part) > 0 {
			parts = append(parts, strings.TrimSpace(part))
		}
	}
	if len(parts) == 0 {
		return []string{s}
	}
	return parts
}

// unwrap drops white space, quotation marks and ellipses around a quotation.
func unwrap(s string) string {
	for {
		inner := trimEllipses(strings.TrimSpace(s))
		if marks, ok := outerMarks(inner); ok {
			inner = inner[len(marks.open) : len(inner)-len(marks.end)]
		}
		if inner == s {
			return s
		}
		s = inner
	}
}

func trimEllipses(s string) string {
	for _, mark := range ellipses {
		s = strings.TrimSuffix(strings.TrimPrefix(s, mark), mark)
	}
	return s
}

// markPair open and end a quotation.
type markPair struct{ open, end string }

var outerPairs = []markPair{
	{`"`, `"`}, {"“", "”"}, {"„", "“"}, {"„", "”"}, {"«", "»"}, {"»", "«"}, {"‘", "’"}, {"'", "'"}, {"`", "`"}, {"「", "」"}, {"『", "』"}, {"”", "”"}, {"''", "''"}, {"``", "''"},
}

// outerMarks finds the pair of quotation marks that the whole text stands in. A
// text that only begins and ends with quotations of its own has none.
func outerMarks(s string) (markPair, bool) {
	for _, m := range outerPairs {
		if len(s) < len(m.open)+len(m.end) || !strings.HasPrefix(s, m.open) || !strings.HasSuffix(s, m.end) {
			continue
		}
		inner := s[len(m.open) : len(s)-len(m.end)]
		if !marksApart(inner, m) {
			return m, true
		}
	}
	return markPair{}, false
}

// marksApart reports whether a quotation mark inside ends what the first one
// opened. An apostrophe within a word is no quotation mark.
func marksApart(inner string, m markPair) bool {
	depth := 1
	for i := 0; i < len(inner); {
		switch {
		case strings.HasPrefix(inner[i:], m.end) && !(text.IsApostrophe(firstRune(m.end)) && insideWord(inner, i, len(m.end))):
			depth--
			i += len(m.end)
		case strings.HasPrefix(inner[i:], m.open):
			depth++
			i += len(m.open)
		default:
			_, size := utf8.DecodeRuneInString(inner[i:])
			i += size
		}
		if depth == 0 {
			return true
		}
	}
	return false
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// insideWord reports whether letters stand on both sides of s[i:i+n].
func insideWord(s string, i, n int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	return text.IsLetterOrDigit(before) && text.IsLetterOrDigit(firstRune(s[i+n:]))
}
