package verify

import (
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
)

// settle leaves out words that deny by their meaning where both sentences have them
// or words alike: "a ban" here and "the prohibition" there.
func (st *stated) settle(other *stated) {
	st.settleBy(other, func(a, b *token) bool { return a.stem == b.stem })
	st.settleBy(other, func(a, b *token) bool { return a.like(b) > 0 })
}

func (st *stated) settleBy(other *stated, same func(a, b *token) bool) {
	for i := range st.words {
		for k := range other.words {
			if st.deniesByMeaning(i) && other.deniesByMeaning(k) && same(&st.words[i], &other.words[k]) {
				st.denies[i], other.denies[k] = false, false
			}
		}
	}
}

func (st *stated) deniesByMeaning(i int) bool {
	return st.denies[i] && !lexicon.NotCues[st.words[i].Norm]
}

// turnedIn reports whether something that this sentence denies in so many words is
// said by the other one.
func (st *stated) turnedIn(other *stated) bool {
	if st.has(everSince) && other.has(lastTimes) || st.has(lastTimes) && other.has(everSince) || st.has(limits) != other.has(limits) {
		return false
	}
	for i := range st.words {
		if st.denied[i] && other.affirms(&st.words[i], true) {
			return true
		}
		if w := &st.words[i]; st.denies[i] && lexicon.NotCues[w.Norm] && !w.quoted && st.denials(st.part[i])%2 == 1 {
			if t := st.deniedBy(i); t != nil && other.affirms(t, false) {
				return true
			}
		}
	}
	return false
}

// deniedReach is how far the word that is denied may stand from what denies it.
const deniedReach = 5

// deniedBy is the telling word that the denial at word i stands before.
func (st *stated) deniedBy(i int) *token {
	if objects[st.words[i].Norm] && i > 0 && st.part[i-1] == st.part[i] && st.telling(i-1) {
		return &st.words[i-1] // "told nothing"
	}
	for k := i + 1; k < min(len(st.words), i+1+deniedReach) && st.part[k] == st.part[i]; k++ {
		if st.telling(k) {
			return &st.words[k]
		}
	}
	return nil
}

var objects = text.WordSet(`nothing nobody none`)

// affirms reports whether the sentence has the word, or one alike, and each time in
// a part that denies nothing.
func (st *stated) affirms(t *token, alike bool) bool {
	there := false
	for i := range st.words {
		w := &st.words[i]
		if t.stem != w.stem && !meet(t.groups, w.groups) || w.stop || w.quoted {
			continue
		}
		if st.denials(st.part[i])%2 == 1 || st.denied[i] {
			return false
		}
		there = there || alike || t.stem == w.stem
	}
	return there
}

// opposites is how many words of a part mean the opposite of one in the other.
func (st *stated) opposites(part int, s *stated, other int) int {
	n := 0
	for i := range st.words {
		if st.part[i] != part {
			continue
		}
		if k := st.oppositeOf(i, s); k >= 0 && s.part[k] == other {
			n++
		}
	}
	return n
}

// oppositeOf is the place of a word in the other sentence that means the opposite
// of word i, where neither sentence has both; -1 if there is none.
func (st *stated) oppositeOf(i int, s *stated) int {
	w := &st.words[i]
	if len(w.sides) == 0 || st.denies[i] || w.quoted || w.number || s.means(w) {
		return -1
	}
	for k := range s.words {
		if o := &s.words[k]; !s.denies[k] && !o.number && contrary(w, o) && !st.means(o) {
			return k
		}
	}
	return -1
}

// reverses reports whether the sentence has the opposite of a word of the other one
// and both parts are affirmed, or both denied.
func (st *stated) reverses(s *stated) bool {
	for i := range st.words {
		if k := st.oppositeOf(i, s); k >= 0 && (st.denials(st.part[i])+s.denials(s.part[k])+st.sinceLast(st.part[i], s, s.part[k]))%2 == 0 {
			return true
		}
	}
	return false
}

// contrary reports whether two words stand on different sides of a pair.
func contrary(a, b *token) bool {
	for _, x := range a.sides {
		for _, y := range b.sides {
			if x.Pair == y.Pair && x.Side != y.Side {
				return true
			}
		}
	}
	return false
}

// means reports whether the sentence has a word or one of the same side of a pair.
func (st *stated) means(t *token) bool {
	for i := range st.words {
		o := &st.words[i]
		if o.stem == t.stem {
			return true
		}
		for _, x := range t.sides {
			if slices.Contains(o.sides, x) {
				return true
			}
		}
	}
	return false
}
