package answer

import (
	"slices"
	"strings"

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

// namedNouns are nouns for places and bodies that are told apart by their names.
var namedNouns = wordSet(`bridge road street station airport stadium hall museum school university theatre theater church cathedral prison jail court river lake
	mountain park square island ship ferry country town village suburb capital hospital clinic restaurant library cinema studio company firm
	corporation agency ministry department party union league club bank insurer newspaper magazine broadcaster website airline brand hotel city
	college language religion`)

// thingNouns are nouns for other places, bodies and things beside those of lexicon.PlaceNouns.
var thingNouns = wordSet(`continent location venue area district harbour harbor port beach coast border region territory hostel cafe pub bar shop store supermarket
	factory plant mill cannery warehouse terminal motorway highway tunnel railway courthouse fort fortress castle tower monastery abbey market
	business organisation organization institution publication channel boat vessel plane aircraft helicopter car vehicle train lorry truck bus
	weapon gun missile bomb book novel film movie song songs album poem painting opera play programme program letter treaty law agreement
	contract document colour color currency instrument tool machine device material metal gas fuel food dish drink fruit fish
	tree trees animal dog cat gift gifts present prize award medal trophy shoes clothes suit dress coat leg arm hand eye finger subject sport
	disease illness drug injury injuries wound surgery symptom`)

// askedBearer is what a question asks for by a noun.
type askedBearer struct {
	class nounClass
	// head is the stem of the noun, or "", and named says that such things have names.
	head  string
	named bool
	// deed is what somebody does, where it is asked what that is done to: "What does Ann
	// want?"
	deed *askedDeed
	// verb is the term of the verb of which the doer is asked, or -1, and befell that of
	// the verb of which it is asked whom it befell.
	verb, befell int
}

// askedBearer reads what is asked for.
func (q *question) askedBearer() askedBearer {
	f := readAsked(q)
	b := askedBearer{head: f.head, verb: q.whoseVerb(), befell: q.whomVerb()}
	if len(q.Words) > 1 && q.Words[0] == "what" && (q.Words[1] == "does" || q.Words[1] == "do" || q.Words[1] == "did") {
		d := q.readDeed()
		b.deed = &d
	}
	switch {
	case q.Kind == retrieval.KindPlace:
		b.class = nounThing
	case q.asksName:
		b.class = q.namedClass()
	case f.asked == askedWho:
		b.class = nounPeople
	case f.head != "":
		for _, w := range q.Words {
			if text.Stem(w) == f.head {
				b.class, b.named = classOfNoun(w), f.asked == askedNoun && namedNouns[w]
				break
			}
		}
	}
	if b.deed != nil && b.class == nounOpen {
		b.class = nounThing // nobody is what somebody wants
	}
	return b
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
	case thingNouns[norm] || namedNouns[norm] || lexicon.PlaceNouns[norm]:
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

// suits reports whether the candidate can be what is asked for.
func (c *candidate) suits(q *question, asked askedBearer, all []*evidence) bool {
	switch {
	case q.echoes(c.from.words()[c.first:c.next], asked.head), asked.named && !c.canName(asked):
		return false
	case asked.class == nounThing && asked.head != "" && c.isOtherThing(asked.head):
		return false
	case asked.deed != nil && (c.from.tellsOfOthers(q, asked.deed) || q.isWished(asked.deed) && c.from.matched[asked.deed.verb] == 0):
		return false
	case !c.isCredited(q), c.isTeller(q, asked.verb), c.isDoing(q), c.from.lacksDeed(q, asked.verb):
		return false
	case (asked.class == nounPeople || q.Kind == retrieval.KindPerson) && c.isNobody(q, asked.verb):
		return false
	case asked.class == nounPeople:
		return !c.from.onlyTells(q, asked.verb) && c.tellsWho() && !c.isSpot(q) && !c.isFeast() && !c.from.isObjectAt(c.first, asked.verb, q) && !c.from.isDoneToOther(q, asked.verb) && !c.from.isUndergoer(q, c.next, asked.verb) && !c.from.isSpared(q, c.first, c.next, asked.befell)
	case q.Kind == retrieval.KindPlace && c.isOfSomething():
		return false
	case asked.class == nounThing:
		return !c.isPerson(all)
	}
	return true
}

// settledPhrases are a preposition with a noun that names nothing by itself.
var settledPhrases = map[string]bool{
	"on board": true, "on strike": true, "on foot": true, "on time": true, "on duty": true, "on fire": true, "on hold": true,
	"in place": true, "in turn": true, "in fact": true, "in part": true, "in return": true, "in person": true, "in charge": true, "in full": true,
	"at least": true, "at once": true, "at stake": true, "at risk": true, "by chance": true, "for example": true, "of course": true,
}

// isCut reports whether the candidate is the first part of a compound ("American-built"),
// a settled phrase or its noun ("on board"), or no more than words of closed classes
// ("instead"), and no value.
func (c candidate) isCut() bool {
	words, last := c.from.words(), c.next-1
	if last > 0 && last-c.first <= 1 && settledPhrases[words[last-1].Norm+" "+words[last].Norm] {
		return true
	}
	if _, ok := c.value(); ok || c.form == formQuotation {
		return false
	}
	rest := c.from.passage().Text[c.span.End:]
	return strings.HasPrefix(rest, "-") || !slices.ContainsFunc(c.from.words()[c.first:c.next], func(w retrieval.Word) bool { return !isClosed(w.Norm) || w.IsCapital() })
}

// keepsOrder reports whether the sentence of a short answer has the word by which it is
// asked who came first or last.
func (q *question) keepsOrder(e *evidence) bool {
	return q.kind() != retrieval.KindPerson || !q.lacksOrder(e) && !q.lacksOneOf(lastWord, e)
}

// lacksOrder reports whether a sentence lacks a word by which the question tells one of a row.
func (q *question) lacksOrder(e *evidence) bool { return q.lacksOneOf(orderWords, e) }

// lacksOneOf reports whether a sentence lacks a word of a set that the question has.
func (q *question) lacksOneOf(set map[string]bool, e *evidence) bool {
	return slices.ContainsFunc(q.Words, func(w string) bool { return set[w] && !hasWord(e.words(), w) })
}

// orderWords tell one of a row, as lastWord does where it is no verb.
var (
	orderWords = wordSet(`first second third`)
	lastWord   = wordSet(`last`)
)

// canName reports whether the candidate has a capital or the noun that is asked for.
func (c *candidate) canName(asked askedBearer) bool {
	return c.hasCapital() || hasStem(c.from.words()[c.first:c.next], asked.head)
}

// isOtherThing reports whether the candidate ends in a noun for another sort of place or
// thing than the one that is asked for: an airport is no bridge.
func (c *candidate) isOtherThing(head string) bool {
	last := c.from.words()[c.next-1]
	return !last.IsCapital() && classOfNoun(last.Norm) == nounThing && last.Stem != head && !text.Related(last.Stem, head)
}

// echoes reports whether words are no more than a name that the question gives, with a
// title or a first name: "Secretary Ann Berg" where it is asked who follows Berg. Another
// one of the family may be an answer, where the question has the first name.
func (q *question) echoes(words []retrieval.Word, head string) bool {
	if slices.ContainsFunc(words, func(w retrieval.Word) bool { return !w.IsCapital() && !isClosed(w.Norm) && !lexicon.RoleWords[w.Norm] }) {
		return false
	}
	last := q.nameTerm(&words[len(words)-1])
	if last < 0 || q.terms[last].Stem == head {
		return false
	}
	first := last - 1
	if first < 0 || !q.terms[first].Name || q.terms[first].At != q.terms[last].At-1 {
		return true
	}
	return slices.ContainsFunc(words[:len(words)-1], func(w retrieval.Word) bool { return q.nameTerm(&w) == first })
}

// nameTerm is the term of a name that a word is, or -1.
func (q *question) nameTerm(w *retrieval.Word) int {
	for _, m := range q.matches(w) {
		if q.terms[m.term].Name && m.strength >= kinShares[text.Family] {
			return m.term
		}
	}
	return -1
}

// isFeast reports whether the candidate is no more than the name of a day or season, which
// nobody bears.
func (c *candidate) isFeast() bool {
	return !slices.ContainsFunc(c.from.words()[c.first:c.next], func(w retrieval.Word) bool { return !feasts[w.Norm] && !w.Stop })
}

var feasts = wordSet(`monday tuesday wednesday thursday friday saturday sunday christmas easter halloween thanksgiving hanukkah ramadan eid diwali passover
	day night weekend week`)

// isSpot reports whether the candidate is a name that only tells where or when.
func (c *candidate) isSpot(q *question) bool {
	words := c.from.words()
	if whereLeads[words[c.first].Norm] || c.from.isAside(q, c.first) {
		return true
	}
	return c.form == formName && whereLeads[c.leadWord()] && !c.isList()
}

// isOfSomething reports whether the candidate only tells of what a thing is, in a sentence
// that names a place: "the auction of the Norvik League in Hadlow" is not held in the league.
func (c *candidate) isOfSomething() bool {
	return c.leadWord() == "of" && slices.ContainsFunc(c.from.sentence.Names, func(n value.Name) bool { return c.from.afterPlaceLead(n, false) })
}

// leadWord is the word before the candidate and its article, or "".
func (c *candidate) leadWord() string {
	return wordBefore(c.from.words(), c.first)
}

// wordBefore is the word before word i and its article, or "".
func wordBefore(words []retrieval.Word, i int) string {
	i--
	for i >= 0 && isArticle(words[i].Norm) {
		i--
	}
	if i < 0 {
		return ""
	}
	return words[i].Norm
}

// isObjectAt reports whether what begins at word i stands right behind the verb of which the
// doer is asked: the café in "who owns the café" owns nothing.
func (e *evidence) isObjectAt(i, verb int, q *question) bool {
	words := e.words()
	i--
	for i > 0 && isArticle(words[i].Norm) {
		i--
	}
	return verb >= 0 && i >= 0 && !lexicon.Saying[words[i].Stem] && !agentive(words[i].Norm) && !lexicon.RoleWords[words[i].Norm] && q.tellsAny([]int{verb}, words[i:i+1])
}

// isDoneToOther reports whether the sentence tells the verb of which the doer is asked of
// something by name, and has nothing to which the question says that it was done.
func (e *evidence) isDoneToOther(q *question, verb int) bool {
	if verb < 0 || verb+1 == len(q.terms) || slices.ContainsFunc(e.matched[verb+1:], func(m float64) bool { return m > 0 }) {
		return false
	}
	return slices.ContainsFunc(e.unasked(q), func(n value.Name) bool { return e.isObjectAt(n.First, verb, q) })
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
	return e.words()[n.Next-1].IsPossessive()
}
