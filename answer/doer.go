package answer

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// askedDeed is what a yes/no question asks whether it happened, and of whom.
type askedDeed struct {
	// event are the terms that say what happened.
	event []int
	// verb is the term of the verb, or -1; light is the term of one that tells little, or
	// -1.
	verb, light int
	// subject are the terms that name who did it, or to whom it was done where the
	// question is in the passive; none where that is nobody's name.
	subject []int
	// object are the terms of names that stand after the verb.
	object  []int
	passive bool
	// presence says that it is asked whether somebody was there.
	presence bool
	// strange says that no sentence has a word of what happened, and stranger that none
	// has a part of the name of who is asked about: it may be somebody else of that name.
	strange, stranger bool
	// about are the terms of the nouns that the question is about, where it is not about
	// somebody by name.
	about []int
	// predicate is the term of what is said of it without a verb, or -1.
	predicate int
	// bare says that what is asked of the subject is no word to look for: "Is it over?"
	bare bool
}

// isEmpty reports whether nothing is asked about that a sentence could tell: "Did he get off
// on anything?" has no word but "get".
func (d *askedDeed) isEmpty() bool {
	return len(d.event) == 0 && d.light >= 0 && d.verb < 0 && d.predicate < 0 && len(d.object) == 0 && !d.presence
}

// readDeed reads a yes/no question.
func (q *question) readDeed() askedDeed {
	d := askedDeed{event: q.eventTerms(), verb: -1, light: -1, predicate: -1}
	subject, aux := q.readClause()
	first := slices.IndexFunc(q.terms, func(t retrieval.Term) bool { return t.At >= subject })
	if first < 0 || subject == 0 {
		return d
	}
	d.passive = toBe[q.wordAt(aux)] || q.getsDone() >= 0
	next := d.readSubject(q, first)
	for next < len(q.terms) && q.terms[next].At < aux {
		next++ // "Is it true that the mayor was there?"
	}
	named := len(d.subject) > 0 || subjectPronouns[q.wordAt(subject)] || indefinite[q.wordAt(subject)]
	if d.verb = q.verbFrom(next, named && !d.passive && !slices.Contains(q.Words, "be")); d.verb >= 0 && q.isLight(d.verb) {
		d.verb, d.light = -1, d.verb
	}
	if d.verb < 0 && d.light < 0 {
		d.light = slices.IndexFunc(q.terms, func(t retrieval.Term) bool { return takes[t.Norm] && t.At > aux })
	}
	if d.verb != next && d.verb >= 0 && !isClosed(q.terms[next].Norm) {
		d.subject = nil // something else stands between
	}
	for t := max(next, 0); t < len(q.terms); t++ {
		if q.terms[t].Name && t > d.verb && !slices.Contains(d.event, t) {
			d.object = append(d.object, t)
		}
	}
	last := q.lastTelling()
	d.bare = d.passive && !theres[q.Words[last]] &&
		(q.Words[last] == "over" || d.verb < 0 && !slices.ContainsFunc(q.terms, func(t retrieval.Term) bool { return t.At == last }))
	d.bare = d.bare || d.light >= 0 && q.wordAt(q.terms[d.light].At+1) == "what" || d.isEmpty() // "Did she get what she wanted?"
	d.presence = q.has(presenceVerbs) || d.passive && q.has(theres) && (d.verb < 0 || !strings.HasSuffix(q.terms[d.verb].Norm, "ed"))
	d.readAbout(q, subject-1)
	return d
}

// readClause is where the subject of a yes/no question begins, 0 if that cannot be told, and
// where its auxiliary stands, or -1: before the subject, or in "Is it true that …" behind it.
func (q *question) readClause() (subject, aux int) {
	isAuxiliary := func(w string) bool { return lexicon.Auxiliaries[w] }
	if that := slices.Index(q.Words[:min(len(q.Words), 5)], "that"); that > 1 && q.wordAt(1) == "it" {
		if aux = slices.IndexFunc(q.Words[that:], isAuxiliary); aux >= 0 {
			aux += that
		}
		return that + 1, aux
	}
	aux = slices.IndexFunc(q.Words, isAuxiliary)
	return aux + 1, aux
}

// lastTelling is the last word of the question that does not only say when: "over" in "Is
// it over now?".
func (q *question) lastTelling() int {
	last := len(q.Words) - 1
	for last > 0 && passingWords[q.Words[last]] {
		last--
	}
	return last
}

var passingWords = wordSet(`now yet already today still finally then`)

// eventTerms are the terms that say what happened. A word that only the articles
// write as part of a name is one of them if it was typed small: "any construction".
func (q *question) eventTerms() []int {
	event := slices.DeleteFunc(slices.Clone(q.event()), func(t int) bool { return adverbs[q.terms[t].Norm] })
	typed := text.Words(q.Text)
	if len(typed) != len(q.Words) || !typed[0].IsCapital() {
		return event
	}
	for t := range q.terms {
		if q.terms[t].Name && !typed[q.terms[t].At].IsCapital() && q.afterDeterminer(q.terms[t].At) && !slices.Contains(event, t) {
			event = append(event, t)
		}
	}
	return event
}

// adverbs tell nothing of what happened.
var adverbs = wordSet(`far already really actually ever yet still also truly even`)

// deedAmong is what the question asks whether it happened, as far as some sentences
// have words for it. Somebody whom they call by another name is left open.
func (q *question) deedAmong(all []*evidence) askedDeed {
	d := q.readDeed()
	found := func(t int) bool { return anyMatch(all, t) }
	lacking := func(t int) bool { return !found(t) }
	d.strange = slices.ContainsFunc(d.event, lacking)
	if !slices.ContainsFunc(d.subject, found) {
		d.subject = nil
	}
	d.stranger = slices.ContainsFunc(d.subject, lacking)
	return d
}

// readSubject takes the names from term t on as the subject, and returns the term
// after them.
func (d *askedDeed) readSubject(q *question, t int) int {
	for ; t < len(q.terms) && q.terms[t].Name && !slices.Contains(d.event, t); t++ {
		d.subject = append(d.subject, t)
		if strings.Contains(q.wordAt(q.terms[t].At), "'") {
			d.subject = nil // somebody's: the subject is another
			return t + 1
		}
	}
	return t
}

// verbFrom is the term of the verb, from term t on, or -1. What follows the subject
// of "did" at once is one, whatever the corpus knows of it.
func (q *question) verbFrom(t int, follows bool) int {
	for ; t < len(q.terms); t++ {
		at := q.terms[t].At
		switch {
		case q.terms[t].Name, isClosed(q.wordAt(at)) && classWords[q.wordAt(at)] != wcVerb, q.afterDeterminer(at), q.afterDeterminer(at-1) && strings.HasSuffix(q.wordAt(at), "ing"), at+1 == q.getsDone():
		case follows || q.terms[t].Verbal || q.endsPassive(t):
			return t
		}
		follows = false
	}
	return -1
}

// endsPassive reports whether a term is the participle of a question in the passive that
// the corpus does not know for a verb: "Was the hall closed?", "Did the hall get closed?"
func (q *question) endsPassive(t int) bool {
	at := q.terms[t].At
	return at == q.getsDone() || t > 0 && at == len(q.Words)-1 && toBe[q.Words[0]] && isParticiple(q.Words[at])
}

// getsDone is the place of the participle after a form of "get", or -1.
func (q *question) getsDone() int {
	at := slices.IndexFunc(q.Words, func(w string) bool { return gets[w] })
	if at < 0 || at+1 == len(q.Words) || !isParticiple(q.Words[at+1]) {
		return -1
	}
	return at + 1
}

// gets are forms of "get", which makes a passive.
var gets = wordSet(`get gets got getting`)

// isParticiple reports whether a word looks like a participle.
func isParticiple(w string) bool {
	return strings.HasSuffix(w, "ed") || text.Base(w) != w && !strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ing")
}

var (
	// subjectPronouns are pronouns that can do something.
	subjectPronouns = wordSet(`he she it they`)
	// theres tell of what is there, or with somebody.
	theres = wordSet(`there at with among present`)
	// presenceVerbs tell that somebody was there.
	presenceVerbs = wordSet(`attend join participate come part present sit invited included along`)
)

// isOpposite reports whether a word is the opposite of one that says what happened,
// of a kind where the one side denies the other.
func (d *askedDeed) isOpposite(q *question, w *retrieval.Word) bool {
	sides, states := lexicon.Opposites[w.Norm], oppositeStates[w.Norm]
	if len(sides) == 0 && len(states) == 0 {
		return false
	}
	return slices.ContainsFunc(d.event, func(t int) bool {
		asked := q.terms[t].Norm
		return denies(sides, lexicon.Opposites[asked]) || denies(states, oppositeStates[asked])
	})
}

// oppositeStates are states of things of which a sentence that tells the one denies
// the other.
var oppositeStates = lexicon.ReadOpposites([]string{
	"! damage damaged destroy destroyed wreck wrecked | spared undamaged unscathed unharmed intact",
	"! open opened unlocked | close closed shut locked",
	"! survive survived survives surviving | die died dies killed perished",
	"! win won wins | lose lost loses",
})

// denies reports whether two words stand on different sides of a set in which one
// side comes to a negation of the other.
func denies(a, b []lexicon.Opposite) bool {
	for _, x := range a {
		for _, y := range b {
			if x.Pair == y.Pair && x.Side != y.Side && (x.Denies || y.Denies) {
				return true
			}
		}
	}
	return false
}

// isClosed reports whether a word belongs to a closed class.
func isClosed(w string) bool { _, closed := classWords[w]; return closed }

// afterDeterminer reports whether word i of the question follows an article or the
// like.
func (q *question) afterDeterminer(i int) bool {
	class, closed := classWords[q.wordAt(i-1)]
	return closed && class == wcDeterminer && q.wordAt(i-1) != "both"
}

// lacksDoer reports whether neither the sentence nor what stands around it has the
// name of who is asked about, nor a pronoun for somebody whom the passage leaves open.
func (e *evidence) lacksDoer(d *askedDeed) bool {
	return len(d.subject) > 0 && !slices.ContainsFunc(d.subject, func(t int) bool { return e.context[t] > 0 }) && !e.leavesOpen()
}

// leavesOpen reports whether the sentence has a pronoun for people of which the
// passage does not tell whom it means.
func (e *evidence) leavesOpen() bool {
	for i, w := range e.words() {
		at := e.sentence.First + i
		if subjectPronouns[w.Norm] && w.Norm != "it" && len(e.meantIn(text.Span{Start: at, End: at + 1})) == 0 {
			return true
		}
	}
	return false
}

// speaksOfDoer reports whether the sentence itself means who is asked about, or may.
func (e *evidence) speaksOfDoer(d *askedDeed) bool {
	return e.matchesAny(d.subject) || e.leavesOpen()
}

// isOnOthers reports whether the sentence names people, and none of those who are asked
// about.
func (e *evidence) isOnOthers(d *askedDeed) bool {
	return len(d.subject) > 0 && !e.speaksOfDoer(d) && slices.ContainsFunc(e.sentence.Names, e.personLike)
}

// lacksObject reports whether the sentence and what stands around it have none of the
// names after the verb, of which one does not stand everywhere.
func (e *evidence) lacksObject(q *question, d *askedDeed) bool {
	return len(d.object) > 0 && !slices.ContainsFunc(d.object, func(t int) bool { return e.context[t] > 0 || q.terms[t].IDF <= everywhere })
}

// missesObject reports whether the sentence itself has none of the names after the
// question's verb, nor a pronoun for one. Whose words it has is not therefore in it.
func (e *evidence) missesObject(q *question, d *askedDeed) bool {
	return len(d.object) > 0 && !e.has(objectPronouns) && (!e.matchesAny(d.object) || e.onlySpeaks(q, d.object))
}

// onlySpeaks reports whether some terms stand in the sentence only as the name of who
// speaks.
func (e *evidence) onlySpeaks(q *question, terms []int) bool {
	sp := speakers(e.passage())[e.at]
	first := e.sentence.First
	if sp.Start < first || sp.Len() == 0 || !q.tellsAny(terms, e.passage().Words[sp.Start:sp.End]) {
		return false
	}
	words := e.words()
	return !q.tellsAny(terms, words[:sp.Start-first]) && !q.tellsAny(terms, words[min(len(words), sp.End-first):])
}

// missesDirect reports whether the sentence itself misses the name that stands right
// behind the question's verb, and has no pronoun for one person: that nobody was visited
// does not tell that Ann was not called.
func (e *evidence) missesDirect(q *question, d *askedDeed) bool {
	verb := max(d.verb, d.light)
	if verb < 0 || len(d.object) == 0 || q.terms[d.object[0]].At != q.terms[verb].At+1 {
		return false
	}
	return !e.has(lexicon.PersonPronouns) && !e.matchesAny(d.object)
}

var objectPronouns = wordSet(`him her them it there`)
