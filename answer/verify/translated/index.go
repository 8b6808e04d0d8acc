package translated

import "slices"

// sourceIndex finds the words of the sources.
type sourceIndex struct {
	sources []*reading
	// at are the places of words by their folded spelling, as numbers that run
	// over all sources with a gap between two.
	at map[string][]int
	// names are the capital words with how they sound.
	names []soundAt
	// keys are the meanings of places and concepts that the sources have, and
	// cognates the beginnings of their words.
	places, concepts map[string]bool
	cognates         map[string]bool
}

type soundAt struct {
	sound
	at int
}

// sourceGap keeps the words of two sources from being neighbours.
const sourceGap = 8

func indexOf(sources []*reading) *sourceIndex {
	x := &sourceIndex{sources: sources, at: map[string][]int{}, places: map[string]bool{}, concepts: map[string]bool{}, cognates: map[string]bool{}}
	base := 0
	for _, s := range sources {
		v := vocabularyOf(s.lang)
		for i := range s.words {
			x.addWord(v, s, i, base)
		}
		base += len(s.words) + sourceGap
	}
	return x
}

func (x *sourceIndex) addWord(v *vocabulary, s *reading, i, base int) {
	w := &s.words[i]
	x.at[w.Norm] = append(x.at[w.Norm], base+i)
	if c := cognate(w.Norm); c != "" {
		x.cognates[c] = true
	}
	for _, m := range v.everySense(s.words, i) {
		switch m.kind {
		case placeSense:
			x.places[m.key] = true
		case conceptSense:
			x.concepts[conceptKey(m.key)] = true
		}
	}
	if w.IsCapital() && len(w.Norm) > 2 {
		for _, snd := range soundsOf(w.Norm)[:1] {
			x.names = append(x.names, soundAt{snd, base + i})
		}
		if s.lang == "ru" || s.lang == "uk" {
			for _, snd := range soundsOf(w.Norm)[1:] {
				x.names = append(x.names, soundAt{snd, base + i})
			}
		}
	}
}

// everySense are the meanings of all phrases that begin at word i.
func (v *vocabulary) everySense(words []wordRead, i int) []*sense {
	found := words[i].senses
	for _, s := range v.exact[words[i].Norm] {
		if s.matches(words, i) > 0 && !slices.Contains(found, s) {
			found = append(slices.Clip(found), s)
		}
	}
	return found
}

// find returns the places of the sources' words that are the claim's word i.
func (x *sourceIndex) find(claim *reading, i int) []int {
	w := &claim.words[i]
	if found := x.at[w.Norm]; len(found) > 0 {
		return found
	}
	var found []int
	for _, snd := range soundsOf(w.Norm) {
		for k := range x.names {
			if snd.like(x.names[k].sound) {
				found = append(found, x.names[k].at)
			}
		}
	}
	return found
}

// sourceWord is the source and the word of a place.
func (x *sourceIndex) sourceWord(at int) (*reading, int) {
	for _, s := range x.sources {
		if at < len(s.words) {
			return s, at
		}
		at -= len(s.words) + sourceGap
	}
	return nil, 0
}
