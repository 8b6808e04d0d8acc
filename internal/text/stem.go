package text

import "github.com/kljensen/snowball/english"

// Stem reduces a folded English word to its Porter2 stem. It serves comparisons
// in this program only: the search index has a stemmer of its own whose stems
// differ, so the two are never mixed.
func Stem(norm string) string {
	if len(norm) < 3 {
		return norm
	}
	return english.Stem(Base(norm), true)
}
