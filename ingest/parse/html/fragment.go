package html

import (
	"bytes"

	"golang.org/x/net/html"

	"sherpa/ingest/parse"
)

// Fragment returns the text of a piece of HTML that is an article already, such
// as the content of a feed's entry. It keeps everything that a reader would
// see; only hidden elements and what stands around articles are left out.
func Fragment(piece string) ([]parse.Block, error) {
	if len(piece) > MaxText {
		return nil, ErrTooLarge
	}
	reduced, err := reduce([]byte(piece))
	if err != nil {
		return nil, err
	}
	root, err := html.Parse(bytes.NewReader(reduced.page))
	if err != nil {
		return nil, ErrTooLarge // nesting past 512 elements
	}
	prune(root, reduced.sheet)
	return blocksOf(root, "", ""), nil
}
