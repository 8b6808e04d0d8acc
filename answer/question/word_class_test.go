package question

import (
	"strings"
	"testing"
)

// A word in two classes would have either of them by chance, and an answer with it.
func TestWordHasOneClass(t *testing.T) {
	t.Parallel()
	class := map[string]WordClass{}
	for c, list := range classLists {
		for w := range strings.FieldsSeq(list) {
			if other, ok := class[w]; ok && other != c {
				t.Errorf("%q is in the classes %d and %d", w, other, c)
			}
			class[w] = c
		}
	}
}
