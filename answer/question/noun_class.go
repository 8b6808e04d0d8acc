package question

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// What a question asks for by a noun has a class: a hotel is nobody, and a minister is
// no town. A name tells its own by what the passages say of it.

// nounClass is what the noun that is asked for can name.
type nounClass int

// The classes of nouns; most nouns are of neither.
const (
	NounOpen   nounClass = iota
	NounPeople           // "minister", "daughter"
	NounThing            // a place, a body or a thing, which nobody is
)

// namedNouns are nouns for places and bodies that are told apart by their names.
var namedNouns = text.WordSet(`bridge road street station airport stadium hall museum school university theatre theater church cathedral prison jail court river lake
	mountain park square island ship ferry country town village suburb capital hospital clinic restaurant library cinema studio company firm
	corporation agency ministry department party union league club bank insurer newspaper magazine broadcaster website airline brand hotel city
	college language religion`)

// thingNouns are nouns for other places, bodies and things beside those of lexicon.PlaceNouns.
var thingNouns = text.WordSet(`continent location venue area district harbour harbor port beach coast border region territory hostel cafe pub bar shop store supermarket
	factory plant mill cannery warehouse terminal motorway highway tunnel railway courthouse fort fortress castle tower monastery abbey market
	business organisation organization institution publication channel boat vessel plane aircraft helicopter car vehicle train lorry truck bus
	weapon gun missile bomb book novel film movie song songs album poem painting opera play programme program letter treaty law agreement
	contract document colour color currency instrument tool machine device material metal gas fuel food dish drink fruit fish
	tree trees animal dog cat gift gifts present prize award medal trophy shoes clothes suit dress coat leg arm hand eye finger subject sport
	disease illness drug injury injuries wound surgery symptom`)

// AskedBearer is what a question asks for by a noun.
type AskedBearer struct {
	Class nounClass
	// Head is the stem of the noun, or "", and named says that such things have names.
	Head  string
	Named bool
	// Deed is what somebody does, where it is asked what that is done to: "What does Ann
	// want?"
	Deed *AskedDeed
	// Verb is the term of the verb of which the doer is asked, or -1, and befell that of
	// the verb of which it is asked whom it befell.
	Verb, Befell int
}

// ReadBearer reads what is asked for.
func (q *Question) ReadBearer() AskedBearer {
	f := ReadAsked(q)
	b := AskedBearer{Head: f.Head, Verb: q.WhoseVerb(), Befell: q.WhomVerb()}
	if len(q.Words) > 1 && q.Words[0] == "what" && (q.Words[1] == "does" || q.Words[1] == "do" || q.Words[1] == "did") {
		d := q.ReadDeed()
		b.Deed = &d
	}
	switch {
	case q.Kind == retrieval.KindPlace:
		b.Class = NounThing
	case q.AsksName:
		b.Class = q.namedClass()
	case f.Asked == askedWho:
		b.Class = NounPeople
	case f.Head != "":
		for _, w := range q.Words {
			if text.Stem(w) == f.Head {
				b.Class, b.Named = ClassOfNoun(w), f.Asked == askedNoun && namedNouns[w]
				break
			}
		}
	}
	if b.Deed != nil && b.Class == NounOpen {
		b.Class = NounThing // nobody is what somebody wants
	}
	return b
}

// namedClass is the class of that whose name is asked for: "the name of the film
// producer".
func (q *Question) namedClass() nounClass {
	class, end := NounOpen, q.EndOfNamed()
	for _, w := range q.Words[:end+1] {
		if c := ClassOfNoun(w); c != NounOpen {
			class = c
		}
	}
	return class
}

// ClassOfNoun is the class of a noun, by lists.
func ClassOfNoun(norm string) nounClass {
	switch {
	case thingNouns[norm] || namedNouns[norm] || lexicon.PlaceNouns[norm]:
		return NounThing
	case PeopleNouns[norm] || isOneOfPeople(norm) || isOneOfPeople(strings.TrimSuffix(norm, "s")):
		return NounPeople
	}
	return NounOpen
}

func isOneOfPeople(noun string) bool { return lexicon.RoleWords[noun] || kinNouns[noun] }

// kinNouns are nouns for one person.
var kinNouns = text.WordSet(`man woman person people child boy girl husband wife son daughter father mother brother sister friend neighbour neighbor guest victim agent
	expert witness judge mayor bishop pilot driver owner lawyer candidate successor predecessor producer interpreter translator`)

// EndOfNamed is the last word of that whose name is asked for: of "school" in "the name
// of the school with the red roof". It is the question's last word if there is no "name of".
func (q *Question) EndOfNamed() int {
	of := slices.IndexFunc(q.Words, func(w string) bool { return w == "name" || w == "names" }) + 1
	if of == 0 || q.WordAt(of) != "of" {
		return len(q.Words) - 1
	}
	for i, w := range q.Words[of+1:] {
		if c, closed := ClassWords[w]; closed && c != ClassDeterminer {
			return of + i
		}
	}
	return len(q.Words) - 1
}
