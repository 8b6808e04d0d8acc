package retrieval

import (
	"strings"
	"testing"
)

// A noun of two kinds would ask for either of them by chance.
func TestNounHasOneKind(t *testing.T) {
	t.Parallel()
	kinds := map[string]Kind{}
	for kind, list := range kindNouns {
		for w := range strings.FieldsSeq(list) {
			if other, ok := kinds[w]; ok && other != kind {
				t.Errorf("%q is of the kinds %d and %d", w, other, kind)
			}
			kinds[w] = kind
		}
	}
}
