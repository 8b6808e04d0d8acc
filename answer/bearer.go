package answer

import (
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// What a question asks for by a noun has a class: a hotel is nobody, and a minister is
// no town. A name tells its own by what the passages say of it.

// nounClass is what the noun that is asked for can name.
type nounClass int

// The classes of nouns; most nouns are of neither.
const (
	nounOpen   nounClass = iota
	nounPeople           // "minister", "daughter"
	nounThing            // a place, a body or a thing, which nobody is
)

// thingNouns are nouns for places, bodies and things beside those of lexicon.PlaceNouns.
var thingNouns = wordSet(`country continent location venue area district town village suburb capital harbour harbor port beach coast border region territory
	hospital clinic school prison jail hostel restaurant cafe pub bar shop store supermarket factory plant mill cannery warehouse museum library theatre theater
	cinema studio station terminal motorway highway road bridge tunnel railway court courthouse
	company firm corporation business agency organisation organization institution ministry department party fort fortress castle tower monastery abbey market union league club bank insurer newspaper magazine
	publication broadcaster channel website airline brand
	ship boat vessel ferry plane aircraft helicopter car vehicle train lorry truck bus weapon gun missile bomb
	book novel film movie song songs album poem painting opera play programme program letter treaty law agreement contract document
	colour color language currency religion instrument tool machine device material metal gas fuel food dish drink fruit fish tree trees animal dog cat
	gift gifts present prize award medal trophy shoes clothes suit dress coat leg arm hand eye finger subject sport disease illness drug`)

// askedClass is the class of what is asked for.
func (q *question) askedClass() nounClass {
	f := readAsked(q)
	switch {
	case q.Kind == retrieval.KindPlace:
		return nounThing
	case q.asksName:
		return q.namedClass()
	case f.asked == askedWho:
		return nounPeople
	case f.head == "":
		return nounOpen
	}
	for _, w := range q.Words {
		if text.Stem(w) == f.head {
			return classOfNoun(w)
		}
	}
	return nounOpen
}

// namedClass is the class of that whose name is asked for: "the name of the film
// producer".
func (q *question) namedClass() nounClass {
	class, end := nounOpen, q.endOfNamed()
	for _, w := range q.Words[:end+1] {
		if c := classOfNoun(w); c != nounOpen {
			class = c
		}
	}
	return class
}

// classOfNoun is the class of a noun, by lists.
func classOfNoun(norm string) nounClass {
	switch {
	case thingNouns[norm] || lexicon.PlaceNouns[norm]:
		return nounThing
	case peopleNouns[norm] || lexicon.RoleWords[norm] || kinNouns[norm]:
		return nounPeople
	}
	return nounOpen
}

// kinNouns are nouns for one person.
var kinNouns = wordSet(`man woman person people child boy girl husband wife son daughter father mother brother sister friend neighbour neighbor guest victim agent
	expert witness judge mayor bishop pilot driver owner lawyer candidate successor predecessor producer interpreter translator`)

// whereLeads lead to places, times and events: who stands behind them did nothing.
var whereLeads = wordSet(`in at near outside inside around throughout within after before during since on across`)

// suits reports whether the candidate can be of the class of what is asked for.
func (c *candidate) suits(class nounClass, all []*evidence) bool {
	switch class {
	case nounPeople:
		return c.tellsWho() && !c.isSpot()
	case nounThing:
		return !c.isPerson(all)
	}
	return true
}

// isSpot reports whether the candidate is a name that only tells where or when.
func (c *candidate) isSpot() bool {
	words := c.from.words()
	if whereLeads[words[c.first].Norm] {
		return true
	}
	i := c.first - 1
	for i >= 0 && isArticle(words[i].Norm) {
		i--
	}
	return c.form == formName && i >= 0 && whereLeads[words[i].Norm] && !c.isList()
}

// isPerson reports whether the candidate begins or ends with the name of somebody.
func (c *candidate) isPerson(all []*evidence) bool {
	for _, n := range c.from.sentence.Names {
		if n.First >= c.first && n.Next <= c.next && (n.First == c.first || n.Next == c.next) && !c.from.isOwner(n) && c.from.namesPerson(n, all) {
			return true
		}
	}
	return false
}

// namesPerson reports whether a passage tells that the bearer of a name is a person.
func (e *evidence) namesPerson(n value.Name, all []*evidence) bool {
	key := e.words()[n.Next-1].Norm
	told := func(p *retrieval.Passage) bool {
		return slices.ContainsFunc(p.Referents, func(r retrieval.Referent) bool { return r.Key == key && r.IsPerson() })
	}
	return e.personLike(n) && (told(e.passage()) || slices.ContainsFunc(all, func(o *evidence) bool { return o.at == 0 && told(o.passage()) }))
}

// isOwner reports whether a name is a possessive ("Lund's").
func (e *evidence) isOwner(n value.Name) bool {
	last := e.words()[n.Next-1]
	return last.End > last.Start+len(last.Text)
}
