package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sherpa/internal/text"
)

// Pattern is one or several parts of a quotation that must stand in an article
// in order.
type Pattern struct {
	parts  []string
	folded []string
}

func newPattern(parts ...string) *Pattern {
	p := &Pattern{}
	for _, part := range parts {
		part = strings.TrimSpace(part)
		p.parts = append(p.parts, part)
		p.folded = append(p.folded, foldText(part).text)
	}
	return p
}

// Find returns the places in an article's text, in order. Of several places of
// the first part before one of the last, the nearest counts.
func (p *Pattern) Find(s string) []text.Span {
	f := foldText(s)
	var found []text.Span
	for at := 0; ; {
		span, ok := p.next(f, at)
		if !ok {
			return found
		}
		found = append(found, f.original(s, span))
		for at = span.End; at < len(f.at) && f.at[at] == f.at[at-1]; {
			at++ // a character that folds to several is not found twice
		}
	}
}

// next finds the first place from offset at on in the folded text.
func (p *Pattern) next(f foldedText, at int) (text.Span, bool) {
	first, ok := f.index(p.folded[0], at)
	if !ok {
		return text.Span{}, false
	}
	last := first
	for _, part := range p.folded[1:] {
		if last, ok = f.index(part, last.End); !ok {
			return text.Span{}, false
		}
	}
	if len(p.folded) > 1 {
		for {
			later, ok := p.nearer(f, first.End, last)
			if !ok {
				break
			}
			first = later
		}
	}
	return text.Span{Start: first.Start, End: last.End}, true
}

// nearer finds a later place of the first part from which the other parts still
// end at the same place.
func (p *Pattern) nearer(f foldedText, at int, last text.Span) (text.Span, bool) {
	first, ok := f.index(p.folded[0], at)
	if !ok || first.End > last.Start {
		return text.Span{}, false
	}
	end := first
	for _, part := range p.folded[1:] {
		if end, ok = f.index(part, end.End); !ok {
			return text.Span{}, false
		}
	}
	return first, end == last
}

// StandsIn reports whether the parts stand in s byte for byte.
func (p *Pattern) StandsIn(s string) bool {
	for _, part := range p.parts {
		i := strings.Index(s, part)
		if i < 0 {
			return false
		}
		s = s[i+len(part):]
	}
	return true
}

// foldedText is a text as quotations are compared, with the offset in the
// original of every byte.
type foldedText struct {
	text string
	at   []int
}

// foldText folds case, accents, white space (a run is one space) and the kinds
// of quotation marks, apostrophes, dashes and ellipses.
func foldText(s string) foldedText {
	var b strings.Builder
	b.Grow(len(s))
	at := make([]int, 0, len(s))
	space := false
	for i, r := range s {
		if r < utf8.RuneSelf && !asciiSpace(r) {
			b.WriteByte(foldedASCII(s[i]))
			at = append(at, i)
			space = false
			continue
		}
		if unicode.IsSpace(r) {
			if !space {
				b.WriteByte(' ')
				at = append(at, i)
			}
			space = true
			continue
		}
		space = false
		folded := foldedRune(r)
		b.WriteString(folded)
		for range len(folded) {
			at = append(at, i)
		}
	}
	return foldedText{text: b.String(), at: at}
}

func asciiSpace(r rune) bool { return r == ' ' || r >= '\t' && r <= '\r' }

func foldedASCII(c byte) byte {
	switch {
	case 'A' <= c && c <= 'Z':
		return c + 'a' - 'A'
	case c == '\'' || c == '`':
		return '"'
	}
	return c
}

// foldedRune folds one character that is not ASCII; "" for a combining mark.
func foldedRune(r rune) string {
	switch folded := text.Fold(string(r)); folded {
	case "'":
		return `"` // quotations in quotations change their marks
	case "…":
		return "..."
	default:
		return folded
	}
}

// index finds folded words from offset at on. They begin and end where words do.
func (f foldedText) index(part string, at int) (text.Span, bool) {
	for part != "" {
		i := strings.Index(f.text[at:], part)
		if i < 0 {
			break
		}
		span := text.Span{Start: at + i, End: at + i + len(part)}
		if f.wholeWords(span, part) {
			return span, true
		}
		_, size := utf8.DecodeRuneInString(f.text[span.Start:])
		at = span.Start + size
	}
	return text.Span{}, false
}

// wholeWords reports whether no word is cut. Scripts without spaces have no
// places where words end.
func (f foldedText) wholeWords(span text.Span, part string) bool {
	before, _ := utf8.DecodeLastRuneInString(f.text[:span.Start])
	first, _ := utf8.DecodeRuneInString(part)
	last, _ := utf8.DecodeLastRuneInString(part)
	after, _ := utf8.DecodeRuneInString(f.text[span.End:])
	if text.IsLetterOrDigit(before) && text.IsLetterOrDigit(first) || text.IsLetterOrDigit(last) && text.IsLetterOrDigit(after) {
		return text.HasUnspaced(part)
	}
	return true
}

// original is the place in s that a place of the folded text stands for.
func (f foldedText) original(s string, span text.Span) text.Span {
	end := len(s)
	if span.End < len(f.at) {
		end = f.at[span.End]
	}
	last := f.at[span.End-1]
	_, size := utf8.DecodeRuneInString(s[last:])
	last += size
	for last < end {
		r, size := utf8.DecodeRuneInString(s[last:])
		if !unicode.Is(unicode.Mn, r) {
			break
		}
		last += size
	}
	return text.Span{Start: f.at[span.Start], End: last}
}
