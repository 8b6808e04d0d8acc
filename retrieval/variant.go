package retrieval

import (
	"slices"

	"sherpa/internal/text"
)

// isVariant reports whether a word that the corpus lacks is a spelling of a name
// that it has in other spellings: not a slip, and not to be corrected.
func (v *vocabulary) isVariant(norm string) bool {
	return len(norm) > 3 && !v.has(norm) && len(v.variants(norm)) > 0
}

// variants returns the other spellings of a name that the corpus has, in order.
func (v *vocabulary) variants(norm string) []string {
	if w, ok := v.words[norm]; ok && !w.name {
		return nil
	}
	var found []string
	for _, other := range v.bySkeleton[text.Skeleton(norm)] {
		if other != norm {
			found = append(found, other)
		}
	}
	slices.Sort(found)
	return found
}
