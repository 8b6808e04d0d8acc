package retrieval

import (
	"cmp"
	"slices"
	"strings"

	"sherpa/internal/text"
)

// wordIndex finds the words of a corpus, by their numbers, from their stems and from
// the lexicon's groups.
type wordIndex struct {
	// stems are the words in the order of their stems.
	stems []stemmed
	// groups are the words that the lexicon has, by their groups.
	groups []grouped
}

type stemmed struct {
	stem string
	id   int32
	stop bool
}

// grouped is a word of a group of the lexicon.
type grouped struct{ group, id int32 }

// add adds a word; sort it when all are there.
func (x *wordIndex) add(norm, stem string, id int32) {
	x.stems = append(x.stems, stemmed{stem, id, text.IsStop(norm)})
	for _, g := range text.Groups(stem) {
		x.groups = append(x.groups, grouped{int32(g), id}) //nolint:gosec // a line of the lexicon
	}
}

func (x *wordIndex) sort() {
	slices.SortFunc(x.stems, func(a, b stemmed) int { return cmp.Or(strings.Compare(a.stem, b.stem), cmp.Compare(a.id, b.id)) })
	slices.SortFunc(x.groups, func(a, b grouped) int { return cmp.Or(cmp.Compare(a.group, b.group), cmp.Compare(a.id, b.id)) })
}

// ofStem are the words with a stem.
func (x *wordIndex) ofStem(stem string) []stemmed {
	return x.run(stem, func(s string) bool { return s == stem })
}

// beginning are the words whose stem begins so.
func (x *wordIndex) beginning(prefix string) []stemmed {
	return x.run(prefix, func(s string) bool { return strings.HasPrefix(s, prefix) })
}

// run are the words from the first stem that is not before from, as long as the stems
// are wanted.
func (x *wordIndex) run(from string, wanted func(stem string) bool) []stemmed {
	first, _ := slices.BinarySearchFunc(x.stems, from, func(w stemmed, s string) int { return strings.Compare(w.stem, s) })
	next := first
	for next < len(x.stems) && wanted(x.stems[next].stem) {
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
