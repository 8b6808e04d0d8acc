package retrieval

import (
	"slices"

	"sherpa/internal/text"
)

// Whom a pronoun or a description means stands before it: in the sentence or in one
// of the sentences before.

// meant are the referents that the word i of sentence k means without their names.
func (r *resolver) meant(k, i int) []int {
	w := &r.p.Words[i]
	switch {
	case pronounGender[w.Norm] != genderUnknown:
		return r.whoever(k, i, pronounGender[w.Norm])
	case pluralPronouns[w.Norm]:
		return r.several(k, i)
	case w.Norm == "two" || w.Norm == "both" || w.Norm == "latter" || w.Norm == "former":
		return r.ofTwo(k, i)
	case !w.Stop && r.definite(i):
		return r.described(k, i)
	}
	return nil
}

// unnamed notes a person whom the passage does not name: "the Russian leader".
func (r *resolver) unnamed(i int) []int {
	w := &r.p.Words[i]
	if personNouns[w.Norm] == notOfPeople || i+1 < len(r.p.Words) && r.joined(i+1) && r.p.Words[i+1].IsCapital() && !r.p.Words[i+1].Stop {
		return nil
	}
	start := i
	for !r.p.Words[start-1].Stop {
		start--
	}
	o := Referent{sort: sortPerson}
	o.tell(r.p, text.Span{Start: start, End: i + 1})
	r.p.Referents = append(r.p.Referents, o)
	return []int{len(r.p.Referents) - 1}
}

// follows reports whether a word comes just before word i.
func (r *resolver) follows(i int, norm string) bool { return i > 0 && r.p.Words[i-1].Norm == norm }

// ofTwo are the two whom "the two" or "both" at word i means, or the one whom "the
// former" or "the latter" does.
func (r *resolver) ofTwo(k, i int) []int {
	norm := r.p.Words[i].Norm
	if norm != "both" && !r.follows(i, "the") || (norm == "both" || norm == "two") && r.countsThings(i) {
		return nil
	}
	two := r.several(k, i)
	switch {
	case len(two) != 2:
		return nil
	case norm == "former":
		return two[:1]
	case norm == "latter":
		return two[1:]
	}
	return two
}

// countsThings reports whether the word after word i is a noun for no people.
func (r *resolver) countsThings(i int) bool {
	if i+1 >= len(r.p.Words) || r.p.Words[i+1].Stop {
		return false
	}
	norm := r.p.Words[i+1].Norm
	return personNouns[norm] == notOfPeople && personNouns[singular(norm)] == notOfPeople && norm != "men" && norm != "women"
}

// reach is how many sentences before a pronoun whom it means may stand.
const reach = 3

// whoever is whom "he" or "she" at word i of sentence k means: somebody before it
// in the sentence, else the subject of the sentence before, else who else stands
// there, and so on.
func (r *resolver) whoever(k, i int, g gender) []int {
	for j := k; j >= max(0, k-reach); j-- {
		who := r.inSentence(j, i, g)
		if who < 0 {
			continue
		}
		o := &r.p.Referents[who]
		o.gender, o.sort = g, sortPerson
		return []int{who}
	}
	return nil
}

// inSentence is the first of sentence j before word i who can be meant; people
// known for such before names that may be anything.
func (r *resolver) inSentence(j, i int, g gender) int {
	maybe := -1
	for _, m := range r.p.Sentences[j].Mentions {
		o := &r.p.Referents[m.Referent]
		if m.At >= i || !r.canBePerson(m.Referent) || o.gender != g && o.gender != genderUnknown {
			continue
		}
		if o.sort == sortPerson && !m.quoted {
			return m.Referent
		}
		if maybe < 0 {
			maybe = m.Referent
		}
	}
	return maybe
}

// canBePerson reports whether a referent may be a person.
func (r *resolver) canBePerson(who int) bool { return r.p.Referents[who].sort != sortThing }

// several are the people before word i in the sentence, or else in the one before
// it, if there is more than one.
func (r *resolver) several(k, i int) []int {
	for j := k; j >= max(0, k-1); j-- {
		var found []int
		for _, m := range r.p.Sentences[j].Mentions {
			if m.At < i && !m.quoted && r.canBePerson(m.Referent) && !slices.Contains(found, m.Referent) {
				found = append(found, m.Referent)
			}
		}
		if len(found) > 1 {
			return found
		}
	}
	return nil
}

// definite reports whether word i belongs to a noun phrase that begins with "the".
func (r *resolver) definite(i int) bool {
	for k := i - 1; k >= max(0, i-3); k-- {
		if gap := r.p.Text[r.p.Words[k].End:r.p.Words[k+1].Start]; gap != " " && gap != "-" {
			return false
		}
		if r.p.Words[k].Stop {
			return r.p.Words[k].Norm == "the"
		}
	}
	return false
}

// described is whom a definite description that ends in word i means: the last
// before it of whom the passage says that they are such.
func (r *resolver) described(k, i int) []int {
	w := &r.p.Words[i]
	for j := k; j >= 0; j-- {
		for _, m := range slices.Backward(r.p.Sentences[j].Mentions) {
			if m.At < i && r.p.Referents[m.Referent].is(w) && !r.otherCountry(m.Referent, i) {
				return []int{m.Referent}
			}
		}
	}
	return r.unnamed(i)
}

// is reports whether the passage calls a referent by a noun, or by one that is
// used for it.
func (o *Referent) is(w *Word) bool {
	if personNouns[w.Norm] != notOfPeople {
		return oneUsed(o.Heads, w.Stem)
	}
	return slices.Contains(o.Heads, w.Stem)
}

// otherCountry reports whether a country before the noun at word i is not told of
// a referent: "the Russian president".
func (r *resolver) otherCountry(who, i int) bool {
	before := &r.p.Words[i-1]
	return text.IsCountry(before.Norm) && !oneUsed(r.p.Referents[who].lands, before.Stem)
}

// oneUsed reports whether one of the stems is used for another.
func oneUsed(stems []string, stem string) bool {
	return slices.ContainsFunc(stems, func(s string) bool { return s == stem || text.Related(s, stem) })
}
