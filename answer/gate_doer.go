package answer

import (
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// deedReach is how many words away from its verb stands to whom or what something was
// done.
const deedReach = 8

// nobodyDid reports whether it is asked who did something, and no sentence tells that it
// was done: "Who paid for the summit?", where a town paid for a bridge.
func (q *question) nobodyDid(all []*evidence, d *draft) bool {
	verb := q.whoseVerb()
	if verb < 0 || len(q.terms[verb].Groups) == 0 || d.corrects() { // a verb that the lexicon does not know may be told in other words

		return false
	}
	var object []int
	for t := verb + 1; t < len(q.terms); t++ {
		if q.weight[t] > 0 && !q.isLight(t) {
			object = append(object, t)
		}
	}
	return !slices.ContainsFunc(all, func(e *evidence) bool {
		return e.matched[verb] >= relatedShare && e.tellsOf(q, verb, object) && !e.doneByNobody(q, verb, hasWord(e.words(), "by"))
	})
}

// whoseVerb is the term of the verb behind "who" of which the doer is asked, or -1.
func (q *question) whoseVerb() int {
	if q.Kind == retrieval.KindPerson && q.wordAt(0) == "whose" && proposals[q.wordAt(1)] && toBe[q.wordAt(2)] {
		return slices.IndexFunc(q.terms, func(t retrieval.Term) bool { return t.At == 1 }) // who had the idea proposed it
	}
	if q.Kind != retrieval.KindPerson || q.wordAt(0) != "who" || toBe[q.wordAt(1)] || q.wordAt(1) == "did" {
		return -1
	}
	at := 1
	for lexicon.Auxiliaries[q.wordAt(at)] || adverbs[q.wordAt(at)] {
		at++
	}
	if class, closed := classWords[q.wordAt(at)]; closed && class == wcPreposition {
		return -1 // "who along with Ann"
	}
	verb := slices.IndexFunc(q.terms, func(t retrieval.Term) bool { return t.At == at })
	if verb < 0 || q.isLight(verb) || q.terms[verb].Name || q.wordAt(at+1) == "to" && q.wordAt(at+2) == "be" {
		return -1
	}
	return verb
}

// proposals are nouns for what somebody proposed.
var proposals = wordSet(`idea proposal suggestion initiative`)

// tellsOf reports whether a word for the verb stands near one for an object, if there
// is any.
func (e *evidence) tellsOf(q *question, verb int, object []int) bool {
	if len(object) == 0 {
		return true
	}
	words := e.words()
	for i := range words {
		near := words[max(0, i-deedReach):min(len(words), i+deedReach+1)]
		if q.tellsDeed(verb, &words[i]) && q.tellsAny(object, near) {
			return true
		}
	}
	return false
}

// tellsDeed reports whether a word tells the deed of a verb: a noun does so only if it is
// made of it, so that an "agreement" was not therefore signed.
func (q *question) tellsDeed(verb int, w *retrieval.Word) bool {
	return slices.ContainsFunc(q.matches(w), func(m termMatch) bool {
		return m.term == verb && (w.Verbal || !q.terms[verb].Verbal || m.strength >= kinShares[text.Family])
	})
}
