package html

import (
	"strings"

	"golang.org/x/net/html"

	"sherpa/ingest/parse"
	"sherpa/internal/text"
)

// blockElements begin a new block. Every other element is in line.
var blockElements = map[string]bool{
	"p": true, "div": true, "section": true, "article": true, "main": true, "header": true, "blockquote": true, "pre": true,
	"ul": true, "ol": true, "li": true, "dl": true, "dt": true, "dd": true, "figure": true, "figcaption": true, "address": true,
	"table": true, "caption": true, "thead": true, "tbody": true, "tfoot": true, "tr": true, "hr": true, "details": true, "summary": true,
	"h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true,
}

// maxHeading is the length from which a heading that ends in a full stop is a
// sentence of the article, in bytes.
const maxHeading = 80

// cutter cuts a tree into blocks.
type cutter struct {
	title  string // folded; a heading that repeats it is left out
	author string // folded; a line that only names the author is furniture
	blocks []parse.Block
	line   strings.Builder
	kind   parse.BlockKind
}

// blocksOf returns the text below a node as blocks.
func blocksOf(n *html.Node, title, author string) []parse.Block {
	c := cutter{title: text.Fold(title), author: text.Fold(author)}
	c.visit(n)
	c.flush()
	return c.blocks
}

func (c *cutter) visit(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		c.line.WriteString(n.Data)
		return
	case n.Type != html.ElementNode && n.Type != html.DocumentNode:
		return
	case n.Data == "br":
		c.line.WriteByte(' ')
	case n.Data == "td", n.Data == "th":
		c.line.WriteByte(' ')
	}
	if !blockElements[n.Data] {
		c.children(n)
		return
	}
	c.flush()
	outer := c.kind
	c.kind = kindOf(n.Data, outer)
	c.children(n)
	c.flush()
	c.kind = outer
}

func (c *cutter) children(n *html.Node) {
	for e := n.FirstChild; e != nil; e = e.NextSibling {
		c.visit(e)
	}
}

func kindOf(element string, outer parse.BlockKind) parse.BlockKind {
	switch element {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return parse.Heading
	case "figcaption", "figure", "caption", "address":
		return parse.Furniture
	}
	return outer
}

// flush ends the block that is being collected.
func (c *cutter) flush() {
	s := text.Squeeze(text.Clean(c.line.String()))
	c.line.Reset()
	if !hasWord(s) {
		return
	}
	b := parse.Block{Kind: c.kind, Text: s}
	switch {
	case isNoise(s), b.Kind == parse.Heading && c.repeatsTitle(s):
		return
	case b.Kind == parse.Heading && len(s) > maxHeading && strings.HasSuffix(s, "."):
		b.Kind = parse.Paragraph // a first paragraph in large letters
	case b.Kind == parse.Paragraph && (isPointer(s) || isByline(s, c.author)):
		b.Kind = parse.Furniture
	}
	c.blocks = append(c.blocks, b)
}

// repeatsTitle reports whether a heading is the title, perhaps behind the name
// of a section.
func (c *cutter) repeatsTitle(heading string) bool {
	folded := text.Fold(heading)
	return folded == c.title || c.title != "" && strings.HasSuffix(folded, c.title) && len(folded) < len(c.title)+40
}

// linkShare is the share of the text below a node that stands in links, from
// 0 to 1; without text it is 0.
func linkShare(n *html.Node) float64 {
	var all, linked int
	var count func(n *html.Node, inLink bool)
	count = func(n *html.Node, inLink bool) {
		if n.Type == html.TextNode {
			size := len(strings.TrimSpace(n.Data))
			all += size
			if inLink {
				linked += size
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			count(c, inLink || n.Data == "a")
		}
	}
	count(n, false)
	if all == 0 {
		return 0
	}
	return float64(linked) / float64(all)
}
