package verify

import (
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// counterpart is the name that a source has in the place of a claim's name that
// it does not have; empty if nothing stands there.
func (f *facts) counterpart(n value.Name, sources []*facts) string {
	for _, s := range sources {
		for _, o := range s.names {
			if f.ofCountry(n) == s.ofCountry(o) && !f.hasName(s, o) && f.sameSlot(n, s, o) || f.placed(n) && s.placed(o) && !f.hasName(s, o) {
				return o.Of(s.text)
			}
		}
	}
	return ""
}

// ofCountry reports whether a name is a country's or its people's and no more.
func (f *facts) ofCountry(n value.Name) bool {
	for i := n.First; i < n.Next; i++ {
		if w := &f.words[i]; !w.stop && !text.IsCountry(w.Norm) && !americas["united "+w.Norm] && w.Norm != "united" {
			return false
		}
	}
	return true
}

// hasName reports whether the claim has the last word of a source's name.
func (f *facts) hasName(s *facts, o value.Name) bool {
	for i := o.First; i < o.Next; i++ {
		w := &s.words[i]
		if w.stop || titleWord(w.Norm) || lexicon.PlaceNouns[w.Norm] {
			continue
		}
		for k := range f.words {
			if f.words[k].Norm == w.Norm || f.words[k].key != "" && f.words[k].key == w.key {
				return true
			}
		}
	}
	return false
}

// sameSlot reports whether two names stand in the same place of their sentences:
// both after a preposition of place, beside the same word, or with the same
// office.
func (f *facts) sameSlot(n value.Name, s *facts, o value.Name) bool {
	if f.placed(n) != s.placed(o) {
		return false
	}
	if f.placed(n) {
		return true
	}
	if a, b := f.before(n), s.before(o); a != nil && b != nil && a.content() && b.content() && a.like(b) > 0 {
		return true
	}
	if a, b := f.behind(n), s.behind(o); a != nil && b != nil && a.content() && b.content() && a.like(b) > 0 {
		return true
	}
	return !possessed(&f.words[n.Next-1]) && f.sharesTitle(n, s, o)
}

// possessed reports whether a word ends in 's: what follows is not its office.
func possessed(t *token) bool { return t.Len() > len(t.Text) }

func (f *facts) placed(n value.Name) bool {
	for back := 1; back <= 2 && n.First-back >= 0; back++ {
		w := f.words[n.First-back]
		if lexicon.PlaceLeads[w.Norm] {
			return true
		}
		if !w.stop {
			return false
		}
	}
	return false
}

// reach is how many words may stand between a name and the word beside it.
const reach = 3

// before is the nearest telling word before a name in its clause.
func (f *facts) before(n value.Name) *token {
	for i := n.First - 1; i >= 0 && i >= n.First-reach; i-- {
		if !f.words[i].stop && !f.words[i].number {
			return &f.words[i]
		}
		if f.words[i+1].starts {
			return nil
		}
	}
	return nil
}

// behind is the nearest telling word after a name in its clause.
func (f *facts) behind(n value.Name) *token {
	for i := n.Next; i < len(f.words) && i < n.Next+reach; i++ {
		if f.words[i].starts && (f.words[i].Norm != "and" || f.gap(i) != " ") {
			return nil
		}
		if !f.words[i].stop && !f.words[i].number {
			return &f.words[i]
		}
	}
	return nil
}

// sharesTitle reports whether the same office stands beside both names.
func (f *facts) sharesTitle(n value.Name, s *facts, o value.Name) bool {
	there := s.beside(o)
	return slices.ContainsFunc(f.beside(n), func(w string) bool {
		return titleWord(w) && w != "president" && slices.Contains(there, w)
	})
}

// beside are the words in and around a name.
func (f *facts) beside(n value.Name) []string {
	var words []string
	for i := max(0, n.First-6); i < min(len(f.words), n.Next+6); i++ {
		if f.words[i].starts && i < n.First {
			words = nil
		}
		words = append(words, f.words[i].Norm)
	}
	return words
}
