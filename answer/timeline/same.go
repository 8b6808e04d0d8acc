package timeline

import (
	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// When two sentences of one date tell one event: the words near the date, its
// clauses, or the whole sentences share enough.
const (
	// nearShare and nearShared are the share of the shorter side's words near the
	// date, or in its clause, and their number.
	nearShare, nearShared = 0.5, 2
	// sentenceShare and sentenceShared are the same for whole sentences.
	sentenceShare, sentenceShared = 0.38, 5
	// spanShare is sentenceShare for a decade or a century, in which much happens
	// to the same people and places.
	spanShare = 0.6
)

// tellsSame reports whether two mentions of one date tell one event.
func (m *Mention) tellsSame(o *Mention) bool {
	if m.sentence == o.sentence && m.Passage.ID == o.Passage.ID {
		return m.when == o.when
	}
	if m.when.Span != "" {
		return shared(m.says, o.says).enough(spanShare, sentenceShared)
	}
	return shared(m.near, o.near).enough(nearShare, nearShared) ||
		shared(m.clause, o.clause).enough(nearShare, nearShared) ||
		shared(m.says, o.says).enough(sentenceShare, sentenceShared)
}

// sharing counts what two texts have in common.
type sharing struct {
	// words is the number of words that both have, plain that of those that are
	// no names.
	words, plain int
	// least is the number of words of the shorter text.
	least int
}

// enough reports whether the share and the number of common words suffice. Names
// alone do not: the same people do many things.
func (s sharing) enough(share float64, least int) bool {
	return s.words >= least && s.plain > 0 && float64(s.words) >= share*float64(s.least)
}

// shared compares two sets of telling words.
func shared(a, b tellingWords) sharing {
	if len(a) > len(b) {
		a, b = b, a
	}
	s := sharing{least: len(a)}
	for stem, name := range a {
		other, ok := b.akin(stem)
		if !ok {
			continue
		}
		s.words++
		if !name || !other {
			s.plain++
		}
	}
	return s
}

// tellingWords are the stems that say what happens, not that somebody says so; true
// marks those of names.
type tellingWords map[string]bool

func telling(words []retrieval.Word) tellingWords {
	set := tellingWords{}
	for _, w := range words {
		if w.Stop || w.IsNumeric() || DatingWords[w.Norm] || lexicon.Saying[w.Stem] {
			continue
		}
		name, known := set[w.Stem]
		set[w.Stem] = w.IsCapital() && (name || !known)
	}
	return set
}

// DatingWords are the names of months and days, which say when and not what.
var DatingWords = text.WordSet(`january february march april may june july august september october november december
	monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight year month week day`)

// akin finds a stem, a related one or one of the same family in a set.
func (set tellingWords) akin(stem string) (name, ok bool) {
	if name, ok = set[stem]; ok {
		return name, true
	}
	for other, isName := range set {
		if sameFamily(stem, other) || text.Related(stem, other) {
			name, ok = isName || name, true
		}
	}
	return name, ok
}

// sameFamily reports whether two stems begin alike, as those of "invade" and
// "invasion" do: in four letters at least, and in three quarters of the shorter.
func sameFamily(a, b string) bool {
	least := min(len(a), len(b))
	n := 0
	for n < least && a[n] == b[n] {
		n++
	}
	return n >= 4 && 4*n >= 3*least
}
