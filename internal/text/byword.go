package text

import "strings"

// ByWord turns lists of words into a map from word to list. No word may stand in
// two of them.
func ByWord[K comparable](lists map[K]string) map[string]K {
	of := map[string]K{}
	for key, list := range lists {
		for word := range strings.FieldsSeq(list) {
			of[word] = key
		}
	}
	return of
}
