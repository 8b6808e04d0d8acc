package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// unescape returns a text node's words with backslash escapes and character
// references resolved; code spans are taken as they are.
func unescape(n *ast.Text, src []byte) []byte {
	raw := n.Segment.Value(src)
	if n.IsRaw() || n.Parent() != nil && n.Parent().Kind() == ast.KindCodeSpan {
		return raw
	}
	return util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(raw)))
}
