package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sherpa/internal/text"
)

// Limits of a page, in code points.
const (
	// softLimit is what a page has as a rule, hardLimit what Discord takes.
	softLimit, hardLimit = 1800, 2000
)

// block is a part of a page. It stays together where it fits on a page of its
// own; its text alone may be cut where it does not.
type block struct {
	// lead and tail are Markdown before and after the text, never cut.
	lead, tail string
	// text is foreign text as it is stored, and show makes Markdown of it or of
	// a part of it.
	text string
	show func(string) string
	// gap leaves a line empty before the block.
	gap bool
	// keep holds the block together with the beginning of the next one.
	keep bool
}

// fixed is a block of Markdown that is never cut.
func fixed(markdown string) block { return block{lead: markdown} }

func (b block) apart() block     { b.gap = true; return b }
func (b block) withNext() block  { b.keep = true; return b }
func (b block) markdown() string { return b.lead + b.shown() + b.tail }

func (b block) shown() string {
	if b.text == "" {
		return ""
	}
	return b.show(b.text)
}

// pageFooter says what stands at the end of page n (from 1) of all pages.
type pageFooter func(n, all int) string

// paginate lays blocks out on pages. Every page ends with the footer.
func paginate(blocks []block, footer pageFooter) []string {
	f := filler{room: softLimit - runes(footer(99, 99)) - 1}
	for i, b := range blocks {
		need := chain(blocks[i:])
		b.text = text.Clean(b.text) // so that what is cut has whole characters
		f.add(b, need)
	}
	f.turn()
	pages := make([]string, len(f.pages))
	for i, p := range f.pages {
		pages[i] = strings.Trim(p+"\n"+footer(i+1, len(f.pages)), "\n")
	}
	return pages
}

// chain is what the first block should have room for: its own length with those
// of the blocks that it is kept together with.
func chain(blocks []block) int {
	sum := 0
	for i, b := range blocks {
		sum += runes(b.markdown())
		if !b.keep {
			break
		}
		if i+1 < len(blocks) {
			sum += len("\n\n")
		}
	}
	return sum
}

// filler fills pages one after the other.
type filler struct {
	room  int // code points of a page without its footer
	pages []string
	page  strings.Builder
	used  int
}

// add puts a block onto the present page, or onto a new one if need is more than
// what is left; a block that no page can hold is cut.
func (f *filler) add(b block, need int) {
	if f.used > 0 && f.used+runes(b.separator())+need > f.room && (need <= f.room || f.used > f.room/2) {
		f.turn()
	}
	for !f.takes(b) {
		head, rest, ok := f.cut(b)
		switch {
		case ok:
			f.write(head)
			f.turn()
			b = rest
		case f.used > 0:
			f.turn()
		default: // a fixed block of more than the rule; its writer bounds it
			f.write(b)
			return
		}
	}
	f.write(b)
}

// takes reports whether the page has room for a block. Markdown is hardly ever
// shorter than its text, so that a long text need not be written to know.
func (f *filler) takes(b block) bool {
	left := f.left(b)
	return runes(b.text) <= left && runes(b.markdown()) <= left
}

// left is what the page has room for, after what goes before a block.
func (f *filler) left(b block) int {
	if f.used == 0 {
		return f.room
	}
	return f.room - f.used - runes(b.separator())
}

// cut takes as much of a block's text as the page has room for.
func (f *filler) cut(b block) (head, rest block, ok bool) {
	left := f.left(b) - runes(b.lead)
	if b.text == "" || left <= 0 {
		return b, b, false
	}
	// The tail stands with the last part, so that something has to be left for it.
	at := cutAt(b.text, left, func(s string) bool { return len(s) < len(b.text) && runes(b.show(s)) <= left })
	if at == 0 {
		return b, b, false
	}
	head, rest = b, b
	head.text, head.tail = strings.TrimRightFunc(b.text[:at], unicode.IsSpace), ""
	rest.text, rest.lead, rest.gap = b.text[at:], "", false
	return head, rest, true
}

func (f *filler) write(b block) {
	if f.used > 0 {
		f.page.WriteString(b.separator())
		f.used += runes(b.separator())
	}
	markdown := b.markdown()
	f.page.WriteString(markdown)
	f.used += runes(markdown)
}

// turn ends the present page.
func (f *filler) turn() {
	if f.used > 0 || len(f.pages) == 0 {
		f.pages = append(f.pages, f.page.String())
	}
	f.page.Reset()
	f.used = 0
}

func (b block) separator() string {
	if b.gap {
		return "\n\n"
	}
	return "\n"
}

// runes is the length of a text as Discord counts it.
func runes(s string) int { return utf8.RuneCountInString(s) }
