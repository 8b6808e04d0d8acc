package question

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// "Who was arrested?" asks whom it befell: who arrested somebody was not arrested. "Who stole it?"
// asks who did it: from whom it was stolen did not.

// WhomVerb is the term of the verb in the passive of which it is asked whom it befell, or -1.
func (q *Question) WhomVerb() int {
	if q.Kind != retrieval.KindPerson || q.WordAt(0) != "who" || !ToBe[q.WordAt(1)] && !Gets[q.WordAt(1)] && !slices.Contains(q.Words, "been") {
		return -1
	}
	at := 1
	for lexicon.Auxiliaries[q.WordAt(at)] || ToBe[q.WordAt(at)] || Gets[q.WordAt(at)] || q.WordAt(at) == "been" || adverbs[q.WordAt(at)] {
		at++
	}
	if at == len(q.Words) || !IsParticiple(q.Words[at]) {
		return -1
	}
	return q.termAt(at)
}

// wishing are the stems of verbs for what somebody would like.
var wishing = text.StemSet(`want wish hope desire like need demand`)

// IsWished reports whether it is asked what somebody would like.
func (q *Question) IsWished(d *AskedDeed) bool { return d.Verb >= 0 && wishing[q.Terms[d.Verb].Stem] }

// AskedDeed is what a yes/no question asks whether it happened, and of whom.
type AskedDeed struct {
	// Event are the terms that say what happened.
	Event []int
	// Verb is the term of the verb, or -1; light is the term of one that tells little, or
	// -1.
	Verb, Light int
	// Subject are the terms that name who did it, or to whom it was done where the
	// question is in the passive; none where that is nobody's name.
	Subject []int
	// Object are the terms of names that stand after the verb.
	Object  []int
	Passive bool
	// Presence says that it is asked whether somebody was there.
	Presence bool
	// Strange says that no sentence has a word of what happened, and stranger that none
	// has a part of the name of who is asked about: it may be somebody else of that name.
	Strange, Stranger bool
	// About are the terms of the nouns that the question is about, where it is not about
	// somebody by name.
	About []int
	// Predicate is the term of what is said of it without a verb, or -1.
	Predicate int
	// Bare says that what is asked of the subject is no word to look for: "Is it over?"
	Bare bool
}

// readLastVerb reads the verb that ends a question of four words about somebody without a name,
// "Did the mayor resign?": it is what is asked, whether or not any article has it.
func (d *AskedDeed) readLastVerb(q *Question, aux int) {
	if d.Verb >= 0 || d.Light >= 0 || len(d.Subject) > 0 || !DoVerbs[q.WordAt(aux)] || !q.afterDeterminer(aux+2) || len(q.Words) != aux+4 {
		return
	}
	subject := q.termAt(aux + 2)
	if d.Verb = q.termAt(aux + 3); d.Verb >= 0 {
		d.Event = []int{d.Verb}
	}
	d.Bare = d.Verb < 0
	if subject >= 0 {
		d.About = []int{subject}
	}
}

// isEmpty reports whether nothing is asked about that a sentence could tell: "Did he get off
// on anything?" has no word but "get".
func (d *AskedDeed) isEmpty() bool {
	return len(d.Event) == 0 && d.Light >= 0 && d.Verb < 0 && d.Predicate < 0 && len(d.Object) == 0 && !d.Presence
}

// ReadDeed reads a yes/no question.
func (q *Question) ReadDeed() AskedDeed {
	d := AskedDeed{Event: q.eventTerms(), Verb: -1, Light: -1, Predicate: -1}
	subject, aux := q.readClause()
	first := slices.IndexFunc(q.Terms, func(t retrieval.Term) bool { return t.At >= subject })
	if first < 0 || subject == 0 {
		return d
	}
	d.Passive = ToBe[q.WordAt(aux)] || q.getsDone() >= 0
	next := d.readSubject(q, first)
	for next < len(q.Terms) && q.Terms[next].At < aux {
		next++ // "Is it true that the mayor was there?"
	}
	named := len(d.Subject) > 0 || SubjectPronouns[q.WordAt(subject)] || Indefinite[q.WordAt(subject)]
	if d.Verb = q.verbFrom(next, named && !d.Passive && !slices.Contains(q.Words, "be")); d.Verb >= 0 && q.IsLight(d.Verb) {
		d.Verb, d.Light = -1, d.Verb
	}
	if d.Verb < 0 && d.Light < 0 {
		d.Light = slices.IndexFunc(q.Terms, func(t retrieval.Term) bool { return Takes[t.Norm] && t.At > aux })
	}
	d.readLastVerb(q, aux)
	if d.Verb != next && d.Verb >= 0 && !IsClosed(q.Terms[next].Norm) {
		d.Subject = nil // something else stands between
	}
	for t := max(next, 0); t < len(q.Terms); t++ {
		if q.Terms[t].Name && t > d.Verb && !slices.Contains(d.Event, t) {
			d.Object = append(d.Object, t)
		}
	}
	last := q.lastTelling()
	d.Bare = d.Bare || d.Passive && !theres[q.Words[last]] &&
		(q.Words[last] == "over" || d.Verb < 0 && !slices.ContainsFunc(q.Terms, func(t retrieval.Term) bool { return t.At == last }))
	d.Bare = d.Bare || d.Light >= 0 && q.WordAt(q.Terms[d.Light].At+1) == "what" || d.isEmpty() // "Did she get what she wanted?"
	d.Presence = q.Has(PresenceVerbs) || d.Passive && q.Has(theres) && (d.Verb < 0 || !strings.HasSuffix(q.Terms[d.Verb].Norm, "ed"))
	d.readAbout(q, subject-1)
	return d
}

// readClause is where the subject of a yes/no question begins, 0 if that cannot be told, and
// where its auxiliary stands, or -1: before the subject, or in "Is it true that …" behind it.
func (q *Question) readClause() (subject, aux int) {
	isAuxiliary := func(w string) bool { return lexicon.Auxiliaries[w] }
	if q.isPutAsTrue() {
		that := slices.Index(q.Words, "that")
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
func (q *Question) lastTelling() int {
	last := len(q.Words) - 1
	for last > 0 && passingWords[q.Words[last]] {
		last--
	}
	return last
}

var passingWords = text.WordSet(`now yet already today still finally then`)

// eventTerms are the terms that say what happened. A word that only the articles
// write as part of a name is one of them if it was typed small: "any construction".
func (q *Question) eventTerms() []int {
	event := slices.DeleteFunc(slices.Clone(q.Event()), func(t int) bool { return adverbs[q.Terms[t].Norm] })
	typed := text.Words(q.Text)
	if len(typed) != len(q.Words) || !typed[0].IsCapital() {
		return event
	}
	for t := range q.Terms {
		if q.Terms[t].Name && !typed[q.Terms[t].At].IsCapital() && q.afterDeterminer(q.Terms[t].At) && !slices.Contains(event, t) {
			event = append(event, t)
		}
	}
	return event
}

// adverbs tell nothing of what happened.
var adverbs = text.WordSet(`far already really actually ever yet still also truly even`)

// readSubject takes the names from term t on as the subject, and returns the term
// after them.
func (d *AskedDeed) readSubject(q *Question, t int) int {
	for ; t < len(q.Terms) && q.Terms[t].Name && !slices.Contains(d.Event, t); t++ {
		if len(d.Subject) > 0 && WhereLeads[q.WordAt(q.Terms[t].At-1)] {
			break // "Was Ann in Norwick?"
		}
		d.Subject = append(d.Subject, t)
		if strings.Contains(q.WordAt(q.Terms[t].At), "'") {
			d.Subject = nil // somebody's: the subject is another
			return t + 1
		}
	}
	return t
}

// verbFrom is the term of the verb, from term t on, or -1. What follows the subject
// of "did" at once is one, whatever the corpus knows of it.
func (q *Question) verbFrom(t int, follows bool) int {
	for ; t < len(q.Terms); t++ {
		at := q.Terms[t].At
		switch {
		case q.Terms[t].Name, IsClosed(q.WordAt(at)) && ClassWords[q.WordAt(at)] != ClassVerb, q.afterDeterminer(at), q.afterDeterminer(at-1) && strings.HasSuffix(q.WordAt(at), "ing"), at+1 == q.getsDone():
		case follows || q.Terms[t].Verbal || q.endsPassive(t):
			return t
		}
		follows = false
	}
	return -1
}

// endsPassive reports whether a term is the participle of a question in the passive that
// the corpus does not know for a verb: "Was the hall closed?", "Did the hall get closed?"
func (q *Question) endsPassive(t int) bool {
	at := q.Terms[t].At
	return at == q.getsDone() || t > 0 && at == len(q.Words)-1 && ToBe[q.Words[0]] && IsParticiple(q.Words[at])
}

// getsDone is the place of the participle after a form of "get", or -1.
func (q *Question) getsDone() int {
	at := slices.IndexFunc(q.Words, func(w string) bool { return Gets[w] })
	if at < 0 || at+1 == len(q.Words) || !IsParticiple(q.Words[at+1]) {
		return -1
	}
	return at + 1
}

// Gets are the forms of "get", which makes a passive.
var Gets = text.WordSet(`get gets got getting`)

var (
	// SubjectPronouns are pronouns that can do something.
	SubjectPronouns = text.WordSet(`he she it they`)
	// theres tell of what is there, or with somebody.
	theres = text.WordSet(`there at with among present`)
	// PresenceVerbs tell that somebody was there.
	PresenceVerbs = text.WordSet(`attend join participate come part present sit invited included along`)
)

// afterDeterminer reports whether word i of the question follows an article or the
// like.
func (q *Question) afterDeterminer(i int) bool {
	class, closed := ClassWords[q.WordAt(i-1)]
	return closed && class == ClassDeterminer && q.WordAt(i-1) != "both"
}

// AsksWhatWasDone reports whether the question asks what something was done to: "What was
// stolen?", "What did Ann sell?" No time is stolen or sold.
func (q *Question) AsksWhatWasDone() bool {
	return q.WordAt(0) == "what" && len(q.Words) > 2 && (DoVerbs[q.WordAt(1)] || ToBe[q.WordAt(1)] && IsParticiple(q.WordAt(2)))
}

// WhoseVerb is the term of the verb behind "who" of which the doer is asked, or -1.
func (q *Question) WhoseVerb() int {
	if q.Kind == retrieval.KindPerson && q.WordAt(0) == "whose" && proposals[q.WordAt(1)] && ToBe[q.WordAt(2)] {
		return slices.IndexFunc(q.Terms, func(t retrieval.Term) bool { return t.At == 1 }) // who had the idea proposed it
	}
	at := q.afterWho()
	if q.Kind != retrieval.KindPerson || at == 0 || ToBe[q.WordAt(at)] || q.WordAt(at) == "did" {
		return -1
	}
	for lexicon.Auxiliaries[q.WordAt(at)] || adverbs[q.WordAt(at)] {
		at++
	}
	if class, closed := ClassWords[q.WordAt(at)]; closed && class == ClassPreposition {
		return -1 // "who along with Ann"
	}
	verb := slices.IndexFunc(q.Terms, func(t retrieval.Term) bool { return t.At == at })
	if verb < 0 || q.IsLight(verb) || q.Terms[verb].Name || q.WordAt(at+1) == "to" && q.WordAt(at+2) == "be" {
		return -1
	}
	return verb
}

// afterWho is the word behind "who", "which leaders" or "what experts", 0 if nothing of the kind
// begins the question.
func (q *Question) afterWho() int {
	switch q.WordAt(0) {
	case "who":
		return 1
	case "which", "what":
		if ClassOfNoun(q.WordAt(1)) == NounPeople {
			return 2
		}
	}
	return 0
}

// proposals are nouns for what somebody proposed.
var proposals = text.WordSet(`idea proposal suggestion initiative`)

// TellsDeed reports whether a word tells the deed of a verb: a noun does so only if it is
// made of it, so that an "agreement" was not therefore signed.
func (q *Question) TellsDeed(verb int, w *retrieval.Word) bool {
	return slices.ContainsFunc(q.Matches(w), func(m TermMatch) bool {
		return m.Term == verb && (w.Verbal || !q.Terms[verb].Verbal || m.Strength >= KinShares[text.Family])
	})
}

// Takes are the forms of a light verb that makes an expression of its own with each noun:
// who takes part, questions or steps does not hold them.
var Takes = text.WordSet(`take takes took taken taking`)

// Indefinite stand for nobody and nothing in particular.
var Indefinite = text.WordSet(`anyone anybody anything someone somebody something`)
