// Package markdown reads an article from Markdown with YAML front matter. It
// works on bytes and never opens files; formatting is dropped, the words stay.
package markdown

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	gmtext "github.com/yuin/goldmark/text"

	"sherpa/ingest/parse"
	"sherpa/internal/text"
)

// Parse reads one article. Binary data gives parse.ErrBinary.
func Parse(body []byte) (parse.Document, error) {
	s, err := parse.Decode(body)
	if err != nil {
		return parse.Document{}, err
	}
	front, rest, err := splitFrontMatter(s)
	if err != nil {
		return parse.Document{}, err
	}
	d := front.document()
	d.Blocks = blocks([]byte(rest))
	d.takeTitle()
	return d.Document, nil
}

// draft is a document in the making.
type draft struct{ parse.Document }

// takeTitle uses the first heading as the title where the front matter has none,
// and drops it from the text where it only repeats the title.
func (d *draft) takeTitle() {
	if len(d.Blocks) > 1 && d.Blocks[0].Kind == parse.Heading {
		first := d.Blocks[0].Text
		if d.Title == "" || text.Fold(first) == text.Fold(d.Title) {
			d.Title = first
			d.Blocks = d.Blocks[1:]
		}
	}
	if d.Title == "" {
		d.Title = parse.TitleFrom(d.Blocks)
	}
}

// maxDepth is how deep quotations and lists may be nested; what lies deeper is
// taken as plain words.
const maxDepth = 20

func blocks(src []byte) []parse.Block {
	w := writer{src: src}
	w.children(goldmark.DefaultParser().Parse(gmtext.NewReader(src)), 0)
	return w.blocks
}

// writer collects the blocks of a syntax tree.
type writer struct {
	src    []byte
	blocks []parse.Block
}

func (w *writer) children(n ast.Node, depth int) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.node(c, depth+1)
	}
}

func (w *writer) node(n ast.Node, depth int) {
	switch n.Kind() {
	case ast.KindHeading:
		w.add(parse.Heading, text.Squeeze(w.inline(n)))
	case ast.KindParagraph, ast.KindTextBlock:
		w.add(paragraphKind(n), text.Squeeze(w.inline(n)))
	case ast.KindCodeBlock, ast.KindFencedCodeBlock:
		w.add(parse.Paragraph, w.lines(n))
	case ast.KindHTMLBlock, ast.KindThematicBreak, ast.KindLinkReferenceDefinition:
		// Nothing of an article's words.
	default:
		if depth > maxDepth {
			w.add(parse.Paragraph, text.Squeeze(w.inline(n)))
			return
		}
		w.children(n, depth)
	}
}

// paragraphKind is Furniture for a paragraph that is nothing but pictures.
func paragraphKind(n ast.Node) parse.BlockKind {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() != ast.KindImage {
			return parse.Paragraph
		}
	}
	return parse.Furniture
}

func (w *writer) add(kind parse.BlockKind, s string) {
	if s = strings.TrimSpace(text.Clean(s)); s == "" {
		return
	}
	if kind == parse.Paragraph && parse.IsFurniture(s) {
		kind = parse.Furniture
	}
	w.blocks = append(w.blocks, parse.Block{Kind: kind, Text: s})
}

// inline is the plain text of a node: emphasis and links without their marks.
func (w *writer) inline(n ast.Node) string {
	var b strings.Builder
	// The walker below returns no error, so Walk returns none.
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			w.word(&b, c)
		}
		if c.Kind() == ast.KindRawHTML {
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

func (w *writer) word(b *strings.Builder, n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		b.Write(unescape(n, w.src))
		if n.SoftLineBreak() || n.HardLineBreak() {
			b.WriteByte(' ')
		}
	case *ast.String:
		b.Write(n.Value)
	case *ast.AutoLink:
		b.Write(n.Label(w.src))
	}
}

func (w *writer) lines(n ast.Node) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		b.Write(line.Value(w.src))
	}
	return strings.TrimRight(b.String(), "\n ")
}
