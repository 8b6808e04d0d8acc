package retrieval

import (
	"cmp"
	"slices"
	"strings"
)

// wordIndex finds the words of a text by their stems and by the lexicon's groups
// without reading them all. Common words are left out.
type wordIndex struct {
	words []Word
	// stems are the places of the words, in the order of their stems.
	stems []int32
	// groups are the places of the words that the lexicon has, by their groups.
	groups []grouped
}

// grouped is a word of a group of the lexicon.
type grouped struct{ group, at int32 }

func newWordIndex(words []Word) wordIndex {
	x := wordIndex{words: words, stems: make([]int32, 0, len(words))}
	for i := range words {
		if words[i].Stop {
			continue
		}
		at := int32(i)
		x.stems = append(x.stems, at)
		for _, g := range words[i].Groups {
			x.groups = append(x.groups, grouped{int32(g), at}) //nolint:gosec // a line of the lexicon
		}
	}
	slices.SortFunc(x.stems, func(a, b int32) int { return cmp.Or(cmp.Compare(words[a].Stem, words[b].Stem), cmp.Compare(a, b)) })
	slices.SortFunc(x.groups, func(a, b grouped) int { return cmp.Or(cmp.Compare(a.group, b.group), cmp.Compare(a.at, b.at)) })
	return x
}

// ofStem are the places of the words with a stem.
func (x *wordIndex) ofStem(stem string) []int32 {
	return x.run(stem, func(w *Word) bool { return w.Stem == stem })
}

// beginning are the places of the words whose stem begins so.
func (x *wordIndex) beginning(prefix string) []int32 {
	return x.run(prefix, func(w *Word) bool { return strings.HasPrefix(w.Stem, prefix) })
}

// run are the places from the first stem that is not before from, as long as the
// words are wanted.
func (x *wordIndex) run(from string, wanted func(*Word) bool) []int32 {
	first, _ := slices.BinarySearchFunc(x.stems, from, func(at int32, s string) int { return strings.Compare(x.words[at].Stem, s) })
	next := first
	for next < len(x.stems) && wanted(&x.words[x.stems[next]]) {
		next++
	}
	return x.stems[first:next]
}

// ofGroup are the words of a group.
func (x *wordIndex) ofGroup(group int) []grouped {
	g := int32(group) //nolint:gosec // a line of the lexicon
	first, _ := slices.BinarySearchFunc(x.groups, g, func(w grouped, g int32) int { return cmp.Compare(w.group, g) })
	next := first
	for next < len(x.groups) && x.groups[next].group == g {
		next++
	}
	return x.groups[first:next]
}
