package text

import (
	"strings"

	"github.com/kljensen/snowball/english"
)

// Stem reduces a folded English word to its Porter2 stem. It serves comparisons
// in this program only: the search index has a stemmer of its own whose stems
// differ, so the two are never mixed.
func Stem(norm string) string {
	if len(norm) < 3 {
		return norm
	}
	return english.Stem(Base(norm), true)
}

// WordSet is the set of the words of a list.
func WordSet(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}

// StemSet is the set of the stems of the words of a list.
func StemSet(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[Stem(w)] = true
	}
	return set
}
