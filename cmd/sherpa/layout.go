package main

import (
	"strings"
	"unicode"

	"github.com/mattn/go-runewidth"
)

// defaultWidth is the width of a line where the terminal does not say.
const defaultWidth = 80

// minWidth is the narrowest page that is laid out; a narrower terminal breaks
// the lines itself.
const minWidth = 24

// view is what a page is laid out for.
type view struct {
	width  int
	colour bool
}

// cells measures text in terminal cells. It is fixed rather than taken from the
// locale, so that a page looks the same everywhere.
var cells = &runewidth.Condition{StrictEmojiNeutral: true}

func textWidth(s string) int { return cells.StringWidth(s) }

// page collects lines that are no wider than its view.
type page struct {
	view
	b strings.Builder
	// described are the ids of the articles that were described in full.
	described map[string]bool
}

func newPage(v view) *page {
	v.width = max(v.width, minWidth)
	return &page{view: v, described: map[string]bool{}}
}

func (p *page) String() string { return p.b.String() }

// gap adds an empty line, except at the top and after another one.
func (p *page) gap() {
	if s := p.b.String(); s != "" && !strings.HasSuffix(s, "\n\n") {
		p.b.WriteByte('\n')
	}
}

// para adds text wrapped to the page, its first line after first and the others
// after spaces of the same width.
func (p *page) para(first, text string, st style) {
	first = printable(first)
	indent := strings.Repeat(" ", textWidth(first))
	for i, line := range wrap(text, p.width-textWidth(first)) {
		lead := indent
		if i == 0 {
			lead = first
		}
		p.b.WriteString(strings.TrimRight(lead+p.paint(line, st), " ") + "\n")
	}
}

// columns sets texts side by side, or below each other where they would be
// narrower than least cells.
func (p *page) columns(indent string, least int, texts [][]string) {
	const between = 3
	n := len(texts)
	each := (p.width - textWidth(indent) - between*(n-1)) / n
	if each < least {
		p.stacked(indent, texts)
		return
	}
	wrapped, rows := make([][]string, n), 0
	for i, lines := range texts {
		for _, line := range lines {
			wrapped[i] = append(wrapped[i], wrap(line, each)...)
		}
		rows = max(rows, len(wrapped[i]))
	}
	for row := range rows {
		p.b.WriteString(strings.TrimRight(indent+tableRow(wrapped, row, each+between), " ") + "\n")
	}
}

// tableRow is one row of columns that are width cells apart.
func tableRow(columns [][]string, row, width int) string {
	var b strings.Builder
	for _, column := range columns {
		cell := ""
		if row < len(column) {
			cell = column[row]
		}
		b.WriteString(cell + strings.Repeat(" ", width-textWidth(cell)))
	}
	return b.String()
}

// stacked sets texts below each other, each under its first line.
func (p *page) stacked(indent string, texts [][]string) {
	for _, lines := range texts {
		for i, line := range lines {
			first := indent
			if i > 0 {
				first += "  "
			}
			p.para(first, line, plain)
		}
	}
}

// style is how text stands out.
type style string

// The styles, as parameters of ECMA-48's SGR.
const (
	plain  style = ""
	bold   style = "1"
	dim    style = "2"
	red    style = "31"
	green  style = "32"
	yellow style = "33"
)

// paint gives s a style, if the view has colour.
func (v view) paint(s string, st style) string {
	if !v.colour || st == plain || s == "" {
		return s
	}
	return "\x1b[" + string(st) + "m" + s + "\x1b[0m"
}

// wrap breaks text into lines of at most width cells: at spaces, and within a
// word only where the word alone is too wide. It returns at least one line.
func wrap(text string, width int) []string {
	width = max(width, 1)
	var lines []string
	line, used := "", 0
	for word := range strings.FieldsSeq(printable(text)) {
		w := textWidth(word)
		if line != "" && used+1+w <= width {
			line, used = line+" "+word, used+1+w
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		var full []string
		full, line = breakWord(word, width)
		lines, used = append(lines, full...), textWidth(line)
	}
	return append(lines, line)
}

// breakWord cuts a word into parts of at most width cells; rest is the last.
func breakWord(word string, width int) (full []string, rest string) {
	for textWidth(word) > width {
		part := cells.Truncate(word, width, "")
		if part == "" { // one character is wider than the line
			part = string([]rune(word)[:1])
		}
		if part == word {
			break
		}
		full, word = append(full, part), word[len(part):]
	}
	return full, word
}

// printable replaces what could move the cursor or turn the line around, so
// that no article can paint the terminal.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || isBidi(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

// isBidi reports the characters that change the direction of text.
func isBidi(r rune) bool {
	return r == '\u061c' || r == '\u200e' || r == '\u200f' || '\u202a' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069'
}

// printableLines is printable for a text of several lines.
func printableLines(s string) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = printable(line)
	}
	return strings.Join(lines, "\n")
}
