package yesno

import (
	"slices"
	"strings"

	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// A clause denies what it says was not so: close behind a denying word stands what the
// question asks for, or the clause has its opposite.

// deniedIn reports whether a clause denies what happened: close behind the denying
// word stands what the question asks for, or the clause has its opposite.
func deniedIn(q *question.Question, d *question.AskedDeed, clause []retrieval.Word) bool {
	for i := range clause {
		switch {
		case q.AsksWord(clause[i]), question.Absences[clause[i].Norm] && !(d.Presence && q.TellsAny(d.Subject, clause)):
		case evidence.IsOpposite(d, q, &clause[i]), clause[i].Norm == "unresolved" && asksOfEnd(q):
			return true
		case !isDenial(q, clause, i), clause[i].Norm == "unresolved":
		case deniesAt(q, d, clause, i):
			return true
		}
	}
	return false
}

// onOtherSide reports whether a clause tells the verb of the question with the opposite of what
// stands behind it there: who "voted against the strike" did not vote for it.
func onOtherSide(q *question.Question, d *question.AskedDeed, clause []retrieval.Word) bool {
	if d.Verb < 0 || !siding[q.Terms[d.Verb].Stem] {
		return false
	}
	other := otherSides[q.WordAt(q.Terms[d.Verb].At+1)]
	for i := 0; other != "" && i+1 < len(clause); i++ {
		if clause[i+1].Norm == other && q.TellsAny([]int{d.Verb}, clause[i:i+1]) {
			return true
		}
	}
	return false
}

// siding are verbs for what somebody does on one of two sides.
var siding = text.StemSet(`vote argue campaign speak spoke rule decide demonstrate march lobby`)

var otherSides = map[string]string{"for": "against", "against": "for"}

// deniesAt reports whether the denying word at i denies what happened. Behind the
// negation of a verb, or behind "nobody", the question's verb must stand close.
func deniesAt(q *question.Question, d *question.AskedDeed, clause []retrieval.Word, i int) bool {
	terms, reach := d.Event, evidence.NoReach
	if question.Denials[clause[i].Norm] {
		terms = told(d)
		if modal := slices.IndexFunc(clause[i:], question.IsModal); modal > 0 {
			clause = clause[:i+modal] // "who was excluded fears that they might agree" denies no agreement
		}
	}
	nobody := clause[i].Norm == "nobody" || clause[i].Norm == "no" && i+1 < len(clause) && clause[i+1].Norm == "one"
	if d.Verb >= 0 && (nobody || lexicon.VerbCues[clause[i].Norm]) {
		terms, reach = []int{d.Verb}, evidence.NotReach+1
	}
	denied := beforeAside(clause[i+1 : min(len(clause), i+1+reach)])
	if t := q.ThereTerm(); t >= 0 && d.Verb < 0 {
		terms = []int{t}
	}
	if d.Predicate >= 0 {
		terms = []int{d.Predicate}
	}
	if clause[i].Norm == "no" && d.Verb < 0 { // "no part in the talks" denies the part
		if at := slices.IndexFunc(denied, func(w retrieval.Word) bool { return question.ClassWords[w.Norm] == question.ClassPreposition }); at > 0 {
			denied = denied[:at]
		}
	}
	if d.Light >= 0 && question.Takes[q.Terms[d.Light].Norm] {
		return slices.ContainsFunc(terms, func(t int) bool { return nounsIn(q, denied)[t] > 0 })
	}
	return q.TellsAny(terms, denied)
}

// nounsIn says which terms stand in some words as they are written.
func nounsIn(q *question.Question, words []retrieval.Word) []float64 {
	m := make([]float64, len(q.Terms))
	for t := range q.Terms {
		if evidence.HasWord(words, q.Terms[t].Norm) {
			m[t] = 1
		}
	}
	return m
}

// beforeAside are the words before a participle that goes on behind a comma: who was "not
// invited, leaving questions" leaves questions.
func beforeAside(words []retrieval.Word) []retrieval.Word {
	for i := 1; i < len(words); i++ {
		if words[i].Start > words[i-1].End+1 && strings.HasSuffix(words[i].Norm, "ing") {
			return words[:i]
		}
	}
	return words
}

// DeniesOther reports whether what a clause denies is of others, of another place, of another
// time or of something else than a wish: who was not there leaves open whether Ann was.
func DeniesOther(e *evidence.Evidence, q *question.Question, d *question.AskedDeed, clause []retrieval.Word) bool {
	switch {
	case d.Presence && (len(d.Subject) > 0 && e.Has(question.Absences) || isUnknown(q)), d.Verb < 0 && missesPlace(q, d, clause):
		return true
	case q.Limit != nil && !givesLimit(e, q), missesPartner(e, q, d):
		return true
	}
	if holder, office := askedOffice(q, d); len(office) > 0 && !q.TellsAny(holder, clause) {
		return true
	}
	if d.Verb >= 0 && len(d.Subject) > 0 && q.ShareOf(d.Subject, e.Matched) == 0 && q.Match(clause)[d.Verb] < question.KinShares[text.Family] {
		return true // that nobody suspected anything does not tell that Ann was not arrested
	}
	if first := e.Words()[0]; len(d.About) > 0 && len(d.Subject) == 0 && first.IsCapital() && !first.Stop && !e.MatchesAny(d.About) && e.EndsPerson(1) {
		return true // that Ann refused to resign is nothing that the mayor did
	}
	return q.IsWished(d) && len(d.Subject) > 0 && !q.TellsAny(d.Subject, clause)
}

// isUnknown reports whether no article has the word for who is asked about: "Did Ann come?"
func isUnknown(q *question.Question) bool {
	return slices.ContainsFunc(q.Terms, func(t retrieval.Term) bool { return t.At == 1 && !t.Known })
}

// isReceiver reports whether a clause has the one who is asked about for whom something was
// given to: what was "sold to Ann" Ann did not sell.
func isReceiver(q *question.Question, d *question.AskedDeed, clause []retrieval.Word) bool {
	if d.Passive || d.Verb < 0 || len(d.Subject) == 0 {
		return false
	}
	for i := range clause {
		behind := clause[min(i+1, len(clause)):min(i+1+evidence.NotReach, len(clause))]
		if q.TellsAny([]int{d.Verb}, clause[i:i+1]) && len(behind) > 1 && behind[0].Norm == "to" && q.TellsAny(d.Subject, behind) {
			return true
		}
	}
	return false
}

// isNotAdmitted reports whether a clause says that somebody did not say or admit something, which
// leaves open whether it is so.
func isNotAdmitted(q *question.Question, clause []retrieval.Word) bool {
	for i := 1; i < len(clause); i++ {
		if lexicon.NotCues[clause[i-1].Norm] && saysMore[clause[i].Norm] && !q.AsksWord(clause[i]) {
			return true
		}
	}
	return false
}

// asksOfAny reports whether the question asks if anyone or anything did it, and a clause
// only denies it of something in particular: "The hall was not damaged".
func asksOfAny(q *question.Question, clause []retrieval.Word) bool {
	if len(q.Words) < 2 || !AnyOf[q.Words[1]] || len(clause) == 0 {
		return false
	}
	first := &clause[0]
	return question.ClassWords[first.Norm] == question.ClassDeterminer && !lexicon.NotCues[first.Norm] && first.Norm != "any" || first.IsCapital() && !first.Stop && !lexicon.NotCues[first.Norm]
}

// denyShare is the share of what happened that a denial must have. Without a verb there
// is nothing else that it could deny.
func denyShare(d *question.AskedDeed) float64 {
	if d.Strange || d.Verb < 0 {
		return affirmEvent
	}
	return denyEvent
}

// isDenial reports whether word i of a clause denies what follows. Who does not
// admit, say or know something does not deny it, unless just that is asked.
func isDenial(q *question.Question, clause []retrieval.Word, i int) bool {
	w, next := clause[i].Norm, ""
	if i+1 < len(clause) {
		next = clause[i+1].Norm
	}
	switch {
	case w == "nothing" && next == "left", lexicon.IdleAfter[next], saysMore[next] && len(q.Matches(&clause[i+1])) == 0:
		return false
	case i > 0 && conditional[clause[i-1].Norm] && !q.Has(question.Modals):
		return false // whoever hopes that they "would not" do it denies nothing
	case evidence.Ruling[w]:
		return next == "out" && !slices.ContainsFunc(clause[max(0, i-2):i], func(w retrieval.Word) bool { return lexicon.NotCues[w.Norm] })
	}
	return lexicon.NotCues[w] || question.Deniers[w] || question.Denials[w]
}

var conditional = text.WordSet(`would could should might may`)

// saysMore are the verbs whose negation leaves open what follows them, with the "here" of
// "not here to talk".
var saysMore = text.WordSet(`here admit say know think believe confirm deny comment mention expect want rule exclude`)

// rejected reports whether the sentence tells what happened, and a clause of it says
// that the one who is asked about rejects it.
func rejected(e *evidence.Evidence, q *question.Question, d *question.AskedDeed) bool {
	if len(d.Subject) == 0 || q.ShareOf(d.Event, e.Matched) < affirmEvent {
		return false
	}
	words := e.Words()
	for i := range words[:len(words)-1] {
		if denyingVerbs[words[i+1].Norm] && q.TellsAny(d.Subject, words[i:i+1]) {
			return true
		}
	}
	return false
}

// wasAbsent reports whether the sentence says of the one who is asked about that he
// was not there.
func wasAbsent(e *evidence.Evidence, q *question.Question, d *question.AskedDeed) bool {
	if q.ShareOf(d.Subject, e.Matched) < question.RelatedShare/2 || len(d.Subject) == 0 || joinsOther(e, q, d) {
		return false
	}
	words := e.Words()
	for i := range words {
		absent := question.Absences[words[i].Norm] && !q.AsksWord(words[i]) || deniesPresence(words, i)
		if absent && isOfSubject(e, q, d, i) {
			return true
		}
	}
	return false
}

// joinsOther reports whether it is asked if somebody joined a body or a person of which neither the
// sentence nor the whole corpus tells: who stayed away from talks may have joined a party.
func joinsOther(e *evidence.Evidence, q *question.Question, d *question.AskedDeed) bool {
	if d.Verb < 0 || len(d.Object) == 0 {
		return false
	}
	t := d.Object[0]
	if q.WordAt(q.Terms[t].At-1) == "by" {
		return e.Matched[t] == 0 // who was not there may have been invited
	}
	return q.Terms[t].At == q.Terms[d.Verb].At+1 && q.Terms[t].IDF > evidence.Everywhere && e.Matched[t] == 0
}

// deniesPresence reports whether word i denies that somebody was there: "did not attend", "was
// not at". Who did something "without conceding anything at once" was not away.
func deniesPresence(words []retrieval.Word, i int) bool {
	if !lexicon.NotCues[words[i].Norm] {
		return false
	}
	behind := words[i+1 : min(len(words), i+1+evidence.NotReach)]
	wasNot := strings.HasSuffix(words[i].Norm, "n't") || words[i].Norm == "not" && i > 0 && question.ToBe[words[i-1].Norm]
	if len(behind) > 1 && question.Gets[behind[0].Norm] && behind[1].Norm == "there" {
		return false // who did not get there reached no agreement
	}
	return slices.ContainsFunc(behind, func(w retrieval.Word) bool {
		return question.IsPresence(w) && (wasNot || question.ClassWords[w.Norm] != question.ClassPreposition)
	})
}

// isOfSubject reports whether word i tells of the one who is asked about: of the people who
// are named before it he stands last, or else first of those behind it.
func isOfSubject(e *evidence.Evidence, q *question.Question, d *question.AskedDeed, i int) bool {
	words := e.Words()
	for k := i - 1; k >= 0; k-- {
		switch {
		case q.TellsAny(d.Subject, words[k:k+1]), question.SubjectPronouns[words[k].Norm]:
			return true
		case e.EndsPerson(k + 1):
			return false
		}
	}
	for k := i + 1; k < len(words); k++ {
		if e.EndsPerson(k + 1) {
			return q.TellsAny(d.Subject, words[k:k+1])
		}
	}
	return true
}

// denyingVerbs say that somebody calls untrue what follows.
var denyingVerbs = text.WordSet(`rejects rejected denies denied`)

// AnyOf stand for whoever or whatever it may be.
var AnyOf = text.WordSet(`anybody anyone anything somebody someone something people`)
