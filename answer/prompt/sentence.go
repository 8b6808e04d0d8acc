package prompt

import (
	"bytes"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"sherpa/internal/text"
)

// marked is a text without its citations, and where they stood.
type marked struct {
	text []byte
	// at are the offsets in text at which citations stood.
	at []cited
	// leads says that citations stand before their sentences, not behind.
	leads bool
}

type cited struct {
	offset int
	citations
}

// unmark takes the citations out of a text. Where one follows the end of a
// sentence, a line feed keeps what comes next apart.
func (k *key) unmark(s string) marked {
	var out marked
	from := 0
	for _, run := range runs(s, k.markers(s)) {
		out.append(s[from:run.Start])
		out.cite(run.citations)
		from = run.End
	}
	tail := s[from:]
	out.append(tail)
	n := len(out.at)
	out.leads = n > 0 && out.at[0].offset == 0 && out.at[n-1].offset < len(out.text) && strings.IndexFunc(tail, text.IsLetterOrDigit) >= 0
	return out
}

// runs joins markers with nothing but commas and brackets between them, and
// takes the brackets around each run with it.
func runs(s string, markers []marker) []marker {
	var joined []marker
	for _, m := range markers {
		if n := len(joined); n > 0 && isBetween(s[joined[n-1].End:m.Start]) {
			joined[n-1].End = m.End
			joined[n-1].add(m.citations)
			continue
		}
		joined = append(joined, m)
	}
	for i := range joined {
		joined[i].Span = unwrapped(s, joined[i].Span)
	}
	return joined
}

// isBetween reports whether nothing is said between two markers.
func isBetween(s string) bool {
	s = strings.Trim(s, " ,;/&+·-–、，")
	return s == "" || besideCitations[strings.ToLower(s)]
}

// unwrapped widens a run by the brackets around it: "([k7f2])", "[^[k7f2]]".
func unwrapped(s string, run text.Span) text.Span {
	for {
		before := strings.TrimRight(s[:run.Start], " ^")
		open, n := utf8.DecodeLastRuneInString(before)
		closing, ok := brackets[open]
		after := strings.TrimLeft(s[run.End:], " ")
		if !ok || !strings.HasPrefix(after, string(closing)) {
			run.Start = len(strings.TrimRight(s[:run.Start], "^"))
			return run
		}
		run = text.Span{Start: len(before) - n, End: len(s) - len(after) + utf8.RuneLen(closing)}
	}
}

// cite notes citations at the end of what is there.
func (m *marked) cite(c citations) {
	m.text = bytes.TrimRight(m.text, " ")
	m.at = append(m.at, cited{len(m.text), c})
}

// append adds text after a citation as if none had been there.
func (m *marked) append(s string) {
	if len(m.at) == 0 {
		m.text = append(m.text, s...)
		return
	}
	s = strings.TrimLeft(s, " ")
	next, _ := utf8.DecodeRuneInString(s)
	if isPoint(next) {
		m.text = bytes.TrimRight(m.text, ",;")
	}
	switch {
	case s == "" || len(m.text) == 0:
	case endsSentence(m.text) && isPoint(next):
		s = s[1:]
	case strings.ContainsRune(".,;:!?…)]»”’。，", next):
	case endsSentence(m.text) && !unicode.IsLower(next):
		m.text = append(m.text, '\n')
	default:
		m.text = append(m.text, ' ')
	}
	m.text = append(m.text, s...)
}

func isPoint(r rune) bool { return r == '.' || r == ',' || r == ';' }

// endsSentence reports whether a text ends with the mark of a sentence's end,
// behind which quotation marks and brackets may close.
func endsSentence(s []byte) bool {
	s = bytes.TrimRight(s, "”“\"'’»)]")
	r, _ := utf8.DecodeLastRune(s)
	return strings.ContainsRune(".!?…。！？।", r) && len(s) > 0
}

// sentences splits the text, and gives each sentence its own citations.
func (m marked) sentences() []Said {
	plain := string(m.text)
	spans := text.Sentences(plain)
	found := make([]citations, len(spans))
	for _, c := range m.at {
		if len(spans) > 0 {
			found[m.owner(spans, c.offset)].add(c.citations)
		}
	}
	said := make([]Said, len(spans))
	for i, span := range spans {
		said[i] = Said{Text: span.Of(plain), Cited: found[i].refs, Foreign: found[i].foreign}
	}
	return said
}

// owner is the sentence that a citation at an offset belongs to: the one that it
// stands in or behind, or before which it stands where citations lead.
func (m marked) owner(spans []text.Span, offset int) int {
	if m.leads {
		return min(sort.Search(len(spans), func(i int) bool { return spans[i].End > offset }), len(spans)-1)
	}
	return max(0, sort.Search(len(spans), func(i int) bool { return spans[i].Start >= offset })-1)
}
