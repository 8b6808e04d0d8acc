package retrieval

import (
	"slices"
	"strings"

	"sherpa/internal/text"
)

// Referent is somebody or something that a passage names.
type Referent struct {
	// Name are the words of the passage that name it, without titles.
	Name text.Span
	// Key is the last word of the name, by which news goes on to call people.
	Key string
	// Told are the words that say what it is: "the mayor of Norwick".
	Told []text.Span
	// Heads are the stems of the nouns in Told ("mayor").
	Heads []string
	// lands are the stems of the countries in Told ("russian").
	lands  []string
	sort   sort
	gender gender
}

// sort tells people from things.
type sort int

const (
	sortUnknown sort = iota
	sortPerson
	sortThing
)

// gender is that of pronouns.
type gender int

const (
	genderUnknown gender = iota
	genderMale
	genderFemale
)

// Mention is a place in a sentence that means a referent.
type Mention struct {
	// Referent is its place in Passage.Referents.
	Referent int
	// Named says that the name stands there, and not a pronoun or a description.
	Named bool
	// At is the word of the passage that means it.
	At int
	// quoted says that it stands between quotation marks.
	quoted bool
	// Of is how many are meant together: "they".
	Of int
}

// resolver finds out whom the sentences of a passage mean, from the first to the
// last.
type resolver struct {
	p *Passage
	// quoted says of each word whether it stands between quotation marks.
	quoted []bool
}

// resolve sets the passage's referents and its sentences' mentions.
func (p *Passage) resolve() {
	r := resolver{p: p, quoted: quotedWords(p)}
	for k := range p.Sentences {
		r.readNames(k)
		r.readOthers(k)
		slices.SortStableFunc(p.Sentences[k].Mentions, func(a, b Mention) int { return a.At - b.At })
	}
}

// quotedWords says of each word whether it stands between quotation marks.
func quotedWords(p *Passage) []bool {
	quoted := make([]bool, len(p.Words))
	open, at := false, 0
	for i := range p.Words {
		for _, c := range p.Text[at:p.Words[i].Start] {
			switch c {
			case '“':
				open = true
			case '”':
				open = false
			case '"':
				open = !open
			}
		}
		quoted[i], at = open, p.Words[i].End
	}
	return quoted
}

// readNames takes in the names of sentence k.
func (r *resolver) readNames(k int) {
	s := &r.p.Sentences[k]
	for i := range s.Names {
		d := r.describe(s, r.wholeName(s, text.Span{Start: s.First + s.Names[i].First, End: s.First + s.Names[i].Next}))
		if d.Name.Len() == 0 {
			continue // an office without a name
		}
		at := r.known(d)
		if at < 0 {
			at = len(r.p.Referents)
			r.p.Referents = append(r.p.Referents, d)
		} else {
			r.p.Referents[at].learn(d)
		}
		s.Mentions = append(s.Mentions, Mention{Referent: at, Named: true, Of: 1, At: d.Name.Start, quoted: r.quoted[d.Name.Start]})
	}
}

// wholeName adds to a name the word that begins the sentence, whose capital alone
// does not tell that it belongs to the name.
func (r *resolver) wholeName(s *Sentence, name text.Span) text.Span {
	if name.Start == s.First+1 && r.joined(name.Start) && r.p.Words[s.First].IsCapital() && !r.p.Words[s.First].Stop {
		name.Start--
	}
	return name
}

// known finds the referent that a name belongs to: it ends in the same word, and
// one of the two is the other's end.
func (r *resolver) known(d Referent) int {
	for i := range slices.Backward(r.p.Referents) {
		o := &r.p.Referents[i]
		if o.Key == d.Key && o.Name.Len() > 0 && r.endsAlike(o.Name, d.Name) && (o.gender == d.gender || o.gender == genderUnknown || d.gender == genderUnknown) {
			return i
		}
	}
	return -1
}

// endsAlike reports whether the shorter of two names ends the longer one.
func (r *resolver) endsAlike(a, b text.Span) bool {
	for n := 1; n <= min(a.Len(), b.Len()); n++ {
		if r.p.Words[a.End-n].Norm != r.p.Words[b.End-n].Norm {
			return false
		}
	}
	return true
}

// learn adds what another mention tells.
func (o *Referent) learn(d Referent) {
	if d.Name.Len() > o.Name.Len() {
		o.Name = d.Name
	}
	o.Told, o.Heads, o.lands = append(o.Told, d.Told...), append(o.Heads, d.Heads...), append(o.lands, d.lands...)
	o.gender = max(o.gender, d.gender)
	if o.sort == sortUnknown || d.sort == sortPerson {
		o.sort = d.sort
	}
}

// readOthers takes in the pronouns and descriptions of sentence k.
func (r *resolver) readOthers(k int) {
	s := &r.p.Sentences[k]
	if r.goesOnSpeaking(s) {
		if who := r.speaker(k - 1); who >= 0 {
			r.mention(s, who, s.First, 1)
		}
	}
	for i := s.First; i < s.Next; i++ {
		if r.quoted[i] {
			continue
		}
		all := r.meant(k, i)
		for _, who := range all {
			r.mention(s, who, i, len(all))
		}
	}
}

// mention notes that a word of the sentence means a referent, among others.
func (r *resolver) mention(s *Sentence, who, at, of int) {
	if !slices.ContainsFunc(s.Mentions, func(m Mention) bool { return m.Referent == who && m.At < at }) {
		s.Mentions = append(s.Mentions, Mention{Referent: who, At: at, Of: of, quoted: r.quoted[at]})
	}
}

// goesOnSpeaking reports whether a sentence has only words of a quotation, so that
// whoever spoke before it speaks in it too.
func (r *resolver) goesOnSpeaking(s *Sentence) bool {
	return s.First < s.Next && !slices.Contains(r.quoted[s.First:s.Next], false)
}

// speaker is whom sentence k has beside its quotation, or who goes on speaking in
// it; -1 if there is nobody.
func (r *resolver) speaker(k int) int {
	if k < 0 {
		return -1
	}
	s := &r.p.Sentences[k]
	for _, m := range s.Mentions {
		if (!m.quoted || r.goesOnSpeaking(s)) && r.canBePerson(m.Referent) {
			return m.Referent
		}
	}
	return -1
}

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

// isPlace reports whether a name stands where places do.
func (r *resolver) isPlace(s *Sentence, n text.Span) bool {
	for k := n.Start; k < n.End; k++ {
		if notOfPersons[r.p.Words[k].Norm] || isAcronym(r.p.Words[k].Text) {
			return true
		}
	}
	if n.Len() == 1 && text.IsCountry(r.p.Words[n.Start].Norm) {
		return true
	}
	before := n.Start - 1
	if before >= s.First && r.p.Words[before].Norm == "the" {
		return true
	}
	return before >= s.First && placePrepositions[r.p.Words[before].Norm] && !possessive(&r.p.Words[n.End-1])
}

// newReferent is what a name by itself tells.
func (r *resolver) newReferent(s *Sentence, name text.Span) Referent {
	d := Referent{Name: name, Key: r.p.Words[name.End-1].Norm}
	if r.isPlace(s, name) {
		d.sort = sortThing
	}
	return d
}

// gap is what stands between word i and the one before it.
func (r *resolver) gap(i int) string {
	return strings.TrimSpace(r.p.Text[r.p.Words[i-1].End:r.p.Words[i].Start])
}

// possessive reports whether a word ends in 's.
func possessive(w *Word) bool { return w.Len() > len(w.Text) }

// IsPerson reports whether the passage tells that it is a person.
func (o *Referent) IsPerson() bool { return o.sort == sortPerson }

// Fits reports whether a person whom a passage only describes can be one whom
// another passage names: a noun for the one is used for the other, and so is the
// country.
func (o *Referent) Fits(described *Referent) bool {
	used := func(stem string) bool { return oneUsed(o.Heads, stem) }
	if o.sort != sortPerson || !slices.ContainsFunc(described.Heads, used) {
		return false
	}
	return !slices.ContainsFunc(described.lands, func(land string) bool { return !oneUsed(o.lands, land) })
}
