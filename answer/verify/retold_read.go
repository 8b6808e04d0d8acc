package verify

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
)

// stated is a sentence taken apart for holding a model's statement against it.
type stated struct {
	*facts
	// part is the number of the part of the sentence that each word stands in, and
	// parts how many there are.
	part  []int
	parts int
	// denies says that a word turns what its part says into the opposite.
	denies []bool
	// denied says that a word itself is turned and nothing else: "a non-existent
	// company".
	denied []bool
}

// readStated takes a sentence apart.
func readStated(s string) *stated {
	st := &stated{facts: readFacts(s)}
	for i := range st.words {
		st.joinPhrase(i)
	}
	for i := range st.words {
		if i == 0 || !st.words[i-1].joined || !st.words[i].stop {
			st.words[i].widen()
		}
	}
	st.denies, st.denied = make([]bool, len(st.words)), make([]bool, len(st.words))
	for i := range st.words {
		st.denies[i] = st.deniesAt(i)
		st.denied[i] = i > 0 && st.words[i-1].Norm == "non"
	}
	st.markParts()
	return st
}

// phraseReach is how far the second word of a phrase may stand from the first:
// "turned it down".
const phraseReach = 2

// joinPhrase gives the first word of a phrase the meaning of the whole.
func (st *stated) joinPhrase(i int) {
	if st.words[i].joined || st.words[i].name {
		return
	}
	for k := i + 1; k < min(len(st.words), i+1+phraseReach) && st.gap(k) == " "; k++ {
		if meaning, ok := statedPhrases[st.words[i].stem+" "+st.words[k].Norm]; ok {
			st.words[i].become(meaning)
			st.words[k].stop, st.words[k].sides = true, nil
			return
		}
	}
}

// widen adds the groups and opposites that statements alone are held against.
func (t *token) widen() {
	if more := statedGroups[t.stem]; len(more) > 0 {
		t.groups = slices.Concat(t.groups, more)
	}
	if more := statedOpposites[t.stem]; len(more) > 0 && !t.name {
		t.sides = slices.Concat(t.sides, more)
	}
}

// split takes the syllable that denies from words whose rest stands in another
// sentence: "unaffected" is "not affected" there.
func (st *stated) split(other *stated) {
	for i := range st.words {
		w := &st.words[i]
		if w.stop || w.name || st.denies[i] || other.hasStem(w.stem) {
			continue
		}
		for _, p := range denyingPrefixes {
			rest, ok := strings.CutPrefix(w.Norm, p)
			if !ok || len(rest) <= minRest || !other.hasStem(text.Stem(rest)) && !(p == "un" && other.hasAlike(text.Stem(rest))) {
				continue
			}
			w.stem, w.groups, w.sides = text.Stem(rest), lexicon.Alike(text.Stem(rest)), nil
			w.widen()
			st.denies[i] = st.predicate(i)
			st.denied[i] = !st.denies[i]
		}
	}
}

// predicate reports whether word i is what something is said to be: "is unsafe".
func (st *stated) predicate(i int) bool {
	return beVerbs[st.wordAt(i-1)] || beVerbs[st.wordAt(i-2)] && text.IsStop(st.wordAt(i-1))
}

// minRest is the length that a word has at least without the syllable that denies.
const minRest = 3

var denyingPrefixes = []string{"un", "non", "in", "im", "ir", "il", "dis"}

func (st *stated) hasStem(stem string) bool {
	return slices.ContainsFunc(st.words, func(w token) bool { return w.stem == stem })
}

// hasAlike reports whether the sentence has a word of like meaning.
func (st *stated) hasAlike(stem string) bool {
	t := token{stem: stem, groups: lexicon.Alike(stem)}
	t.widen()
	return slices.ContainsFunc(st.words, func(w token) bool { return !w.stop && meet(t.groups, w.groups) })
}

func (st *stated) has(set map[string]bool) bool {
	return slices.ContainsFunc(st.words, func(w token) bool { return set[w.Norm] })
}
