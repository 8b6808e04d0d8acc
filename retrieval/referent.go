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
	r := resolver{p: p, quoted: p.Quoted()}
	for k := range p.Sentences {
		r.readNames(k)
		r.readOthers(k)
		slices.SortStableFunc(p.Sentences[k].Mentions, func(a, b Mention) int { return a.At - b.At })
	}
}

// Quoted says of each word whether it stands between quotation marks.
func (p *Passage) Quoted() []bool {
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
	return before >= s.First && placePrepositions[r.p.Words[before].Norm] && !r.p.Words[n.End-1].IsPossessive()
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
