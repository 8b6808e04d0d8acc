package ingest

import (
	"strings"

	"sherpa/ingest/parse"
	"sherpa/internal/text"
	"sherpa/store"
)

// The length of a passage, in words. Both usual counts keep to it: words
// between spaces, and words as the search index sees them.
const (
	// MinWords is undercut only where there is nothing to join with: a section,
	// or the text between two pieces of furniture, that is shorter as a whole,
	// or sentences so long that no other cut is possible.
	MinWords = 40
	// MaxWords is never passed by text with spaces between its words.
	MaxWords = 150
)

// Passages joins blocks, separated by blank lines, to an article's text and cuts
// it into passages: whole sentences of 40 to 150 words, in order and without
// overlap, with exact byte offsets. A passage never holds a heading or
// furniture. A paragraph of a passage's length is a passage of its own; shorter
// ones are joined, longer ones are cut into parts of similar length. Lead marks
// the passages that hold a part of the first paragraph.
func Passages(blocks []parse.Block) (string, []store.Passage) {
	body, placed := join(blocks)
	var out []store.Passage
	lead := text.Span{Start: -1, End: -1}
	heading := ""
	var run []text.Span
	flush := func() {
		for _, sp := range cutRun(body, run) {
			out = append(out, store.Passage{
				Ordinal: len(out), Start: sp.Start, End: sp.End, Text: sp.Of(body), Heading: heading,
				Lead: sp.Start < lead.End && sp.End > lead.Start,
			})
		}
		run = run[:0]
	}
	for _, b := range placed {
		if b.kind == parse.Paragraph {
			if lead.Start < 0 {
				lead = b.Span
			}
			run = append(run, b.Span)
			continue
		}
		flush()
		if b.kind == parse.Heading {
			heading = b.Of(body)
		}
	}
	flush()
	return body, out
}

// placedBlock is a block with its place in the text.
type placedBlock struct {
	text.Span
	kind parse.BlockKind
}

func join(blocks []parse.Block) (string, []placedBlock) {
	var b strings.Builder
	var placed []placedBlock
	for _, block := range blocks {
		s := strings.TrimSpace(block.Text)
		if s == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		start := b.Len()
		b.WriteString(s)
		placed = append(placed, placedBlock{text.Span{Start: start, End: b.Len()}, block.Kind})
	}
	return b.String(), placed
}
