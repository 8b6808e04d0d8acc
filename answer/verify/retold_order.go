package verify

import (
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// nearCopy is the share of a sentence's words, common ones too, from which it is
// a copy of a source with changes: what is not changed then stands as it stood.
const nearCopy = 0.9

// displaces reports whether a sentence that copies a source has a name in a place
// where it neither follows nor precedes what it does there: "Alaska received Trump
// in Putin" has all words of "Putin received Trump in Alaska".
func (f *facts) displaces(sources []*facts) bool {
	for _, s := range sources {
		if f.copied(s) < nearCopy || anyWord([]*facts{s}, pronouns) {
			continue // a name may stand in the place of a pronoun
		}
		for _, n := range f.names {
			if s.standsOtherwise(f, n) && !f.speaks(n) {
				return true
			}
		}
	}
	return false
}

// copied is the share of the words that the source has in the same form.
func (f *facts) copied(s *facts) float64 {
	n := 0
	for i := range f.words {
		if slices.ContainsFunc(s.words, func(w token) bool { return w.Norm == f.words[i].Norm }) {
			n++
		}
	}
	return ratio(float64(n), float64(len(f.words)))
}

// standsOtherwise reports whether a name of another sentence is in this one, each
// time with other words on both sides.
func (f *facts) standsOtherwise(other *facts, n value.Name) bool {
	there, last := false, n.Next-1
	paired := other.pairs(n)
	for i := range f.words {
		if f.words[i].Norm == other.words[n.First].Norm {
			there = true
			if f.leadsTo(i) == other.leadsTo(n.First) || paired && f.pairs(value.Name{First: i, Next: i + n.Next - n.First}) {
				return false
			}
		}
		if f.words[i].Norm == other.words[last].Norm && f.wordAt(i+1) == other.wordAt(last+1) {
			return false
		}
	}
	return there
}

// speaks reports whether a verb of saying stands beside a name: who says something
// may stand before or after what is said.
func (f *facts) speaks(n value.Name) bool {
	says := func(i int) bool {
		return i >= 0 && i < len(f.words) && (lightClaims[f.words[i].stem] || tellers[f.words[i].stem])
	}
	return says(n.First-1) || says(n.Next) || f.wordAt(n.First-1) == "to"
}

// pairs reports whether a name is joined to another by "and" or "or", in whose
// place it may stand as well.
func (f *facts) pairs(n value.Name) bool {
	joins := func(w string) bool { return w == "and" || w == "or" }
	return joins(f.leadsTo(n.First)) || joins(f.wordAt(n.Next))
}

// leadsTo is the word before a name and its titles ("U.S. President").
func (f *facts) leadsTo(i int) string {
	for i > 0 && (f.words[i-1].IsCapital() && !f.words[i-1].stop || lexicon.RoleWords[f.words[i-1].Norm]) {
		i--
	}
	return f.wordAt(i - 1)
}

// wordAt is the word at a place, folded; empty before the first and after the last.
func (f *facts) wordAt(i int) string {
	if i < 0 || i >= len(f.words) {
		return ""
	}
	return f.words[i].Norm
}

// reasons make one thing the cause of another.
var reasons = text.WordSet(`because therefore hence thus consequently thanks owing due caused causes causing led resulted results triggered prompted as so since after following
	arguing argued argues saying grounds reason reasons`)

// causes are those of them that say so plainly.
var causes = text.WordSet(`because therefore hence thus consequently owing caused causes triggered prompted`)

// explainsAlone reports whether a sentence gives a reason and no source gives any:
// two facts do not make a cause.
func (f *facts) explainsAlone(sources []*facts) bool {
	has := func(f *facts, set map[string]bool) bool {
		return slices.ContainsFunc(f.words, func(w token) bool { return set[w.Norm] && !w.quoted })
	}
	return has(f, causes) && !slices.ContainsFunc(sources, func(s *facts) bool { return has(s, reasons) })
}

// Garbled reports whether a text has what stands for bytes that are no text.
func Garbled(s string) bool { return slices.Contains([]rune(text.Clean(s)), '\uFFFD') }
