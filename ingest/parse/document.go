// Package parse turns foreign formats into Documents. Each format has a package
// of its own below this one; they read bytes and never open files, fetch pages
// or touch the store.
package parse

// Document is an article as a parser found it. Every string is cleaned
// (text.Clean) and may be empty where the input does not say.
type Document struct {
	// ID is the id that the input itself gives.
	ID                       string
	Title, Publisher, Author string
	URL, Lang, Note, BasedOn string
	Published, Updated       string // RFC 3339, YYYY-MM-DD, YYYY-MM or YYYY
	Blocks                   []Block
}

// Block is a paragraph, a heading or a piece of page furniture.
type Block struct {
	Kind BlockKind
	// Text has no line feeds except in a Paragraph that had them.
	Text string
}

// BlockKind tells how a Block is treated.
type BlockKind int

// The kinds of blocks.
const (
	// Paragraph is running text: it becomes passages.
	Paragraph BlockKind = iota
	// Heading ends a passage and names the following ones.
	Heading
	// Furniture stays in the article's text but never becomes a passage.
	Furniture
)
