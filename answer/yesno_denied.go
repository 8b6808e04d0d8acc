package answer

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// A clause denies what it says was not so: close behind a denying word stands what the
// question asks for, or the clause has its opposite.

// deniedIn reports whether a clause denies what happened: close behind the denying
// word stands what the question asks for, or the clause has its opposite.
func (q *question) deniedIn(d *askedDeed, clause []retrieval.Word) bool {
	for i := range clause {
		switch {
		case q.asksWord(clause[i]):
		case d.isOpposite(q, &clause[i]), clause[i].Norm == "unresolved" && q.asksOfEnd():
			return true
		case !q.isDenial(clause, i), clause[i].Norm == "unresolved":
		case len(d.event) == 0 && q.tellsAny(d.subject, clause), q.deniesAt(d, clause, i):
			return true
		}
	}
	return false
}

// onOtherSide reports whether a clause tells the verb of the question with the opposite of what
// stands behind it there: who "voted against the strike" did not vote for it.
func (q *question) onOtherSide(d *askedDeed, clause []retrieval.Word) bool {
	if d.verb < 0 || !siding[q.terms[d.verb].Stem] {
		return false
	}
	other := otherSides[q.wordAt(q.terms[d.verb].At+1)]
	for i := 0; other != "" && i+1 < len(clause); i++ {
		if clause[i+1].Norm == other && q.tellsAny([]int{d.verb}, clause[i:i+1]) {
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
func (q *question) deniesAt(d *askedDeed, clause []retrieval.Word, i int) bool {
	terms, reach := d.event, denyReach
	if denials[clause[i].Norm] {
		terms = d.told()
		if modal := slices.IndexFunc(clause[i:], isModal); modal > 0 {
			clause = clause[:i+modal] // "who was excluded fears that they might agree" denies no agreement
		}
	}
	nobody := clause[i].Norm == "nobody" || clause[i].Norm == "no" && i+1 < len(clause) && clause[i+1].Norm == "one"
	if d.verb >= 0 && (nobody || lexicon.VerbCues[clause[i].Norm]) {
		terms, reach = []int{d.verb}, denialReach+1
	}
	denied := beforeAside(clause[i+1 : min(len(clause), i+1+reach)])
	if t := q.asksWhetherThere(); t >= 0 && d.verb < 0 {
		terms = []int{t}
	}
	if d.predicate >= 0 {
		terms = []int{d.predicate}
	}
	if clause[i].Norm == "no" && d.verb < 0 { // "no part in the talks" denies the part
		if at := slices.IndexFunc(denied, func(w retrieval.Word) bool { return classWords[w.Norm] == wcPreposition }); at > 0 {
			denied = denied[:at]
		}
	}
	if d.light >= 0 && takes[q.terms[d.light].Norm] {
		return slices.ContainsFunc(terms, func(t int) bool { return q.nounsIn(denied)[t] > 0 })
	}
	return q.tellsAny(terms, denied)
}

// takes are the forms of a light verb that makes an expression of its own with each noun:
// who takes part, questions or steps does not hold them.
var takes = wordSet(`take takes took taken taking`)

// nounsIn says which terms stand in some words as they are written.
func (q *question) nounsIn(words []retrieval.Word) []float64 {
	m := make([]float64, len(q.terms))
	for t := range q.terms {
		if hasWord(words, q.terms[t].Norm) {
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

// asksOfAny reports whether the question asks if anyone or anything did it, and a clause
// only denies it of something in particular: "The hall was not damaged".
func (q *question) asksOfAny(clause []retrieval.Word) bool {
	if len(q.Words) < 2 || !indefinite[q.Words[1]] || len(clause) == 0 {
		return false
	}
	first := &clause[0]
	return classWords[first.Norm] == wcDeterminer && !lexicon.NotCues[first.Norm] && first.Norm != "any" || first.IsCapital() && !first.Stop && !lexicon.NotCues[first.Norm]
}

// indefinite stand for nobody and nothing in particular.
var indefinite = wordSet(`anyone anybody anything someone somebody something`)

// denyShare is the share of what happened that a denial must have. Without a verb there
// is nothing else that it could deny.
func (d *askedDeed) denyShare() float64 {
	if d.strange || d.verb < 0 {
		return affirmEvent
	}
	return denyEvent
}

// isDenial reports whether word i of a clause denies what follows. Who does not
// admit, say or know something does not deny it, unless just that is asked.
func (q *question) isDenial(clause []retrieval.Word, i int) bool {
	w, next := clause[i].Norm, ""
	if i+1 < len(clause) {
		next = clause[i+1].Norm
	}
	switch {
	case lexicon.IdleAfter[next], saysMore[next] && len(q.matches(&clause[i+1])) == 0:
		return false
	case ruling[w]:
		return next == "out" && !slices.ContainsFunc(clause[max(0, i-2):i], func(w retrieval.Word) bool { return lexicon.NotCues[w.Norm] })
	}
	return lexicon.NotCues[w] || deniers[w] || denials[w]
}

// untilNow reports whether a clause only denies what was before: who "had not met since
// 2015" has met now, and so it is where "no president had come since".
func (e *evidence) untilNow(c text.Span) bool {
	words := e.words()
	for i := c.Start + 1; i < c.End; i++ {
		if words[i].Norm == "had" && words[c.Start].Norm == "no" || words[i].Norm == "not" && words[i-1].Norm == "had" {
			return slices.ContainsFunc(words[i:], func(w retrieval.Word) bool { return w.Norm == "since" || w.Norm == "until" })
		}
	}
	return false
}

// saysMore are the verbs whose negation leaves open what follows them, with the "here" of
// "not here to talk".
var saysMore = wordSet(`here admit say know think believe confirm deny comment mention expect want rule exclude`)

// rejected reports whether the sentence tells what happened, and a clause of it says
// that the one who is asked about rejects it.
func (e *evidence) rejected(q *question, d *askedDeed) bool {
	if len(d.subject) == 0 || q.shareOf(d.event, e.matched) < affirmEvent {
		return false
	}
	words := e.words()
	for i := range words[:len(words)-1] {
		if denyingVerbs[words[i+1].Norm] && q.tellsAny(d.subject, words[i:i+1]) {
			return true
		}
	}
	return false
}

// wasAbsent reports whether the sentence says of the one who is asked about that he
// was not there.
func (e *evidence) wasAbsent(q *question, d *askedDeed) bool {
	if q.shareOf(d.subject, e.matched) < relatedShare/2 || len(d.subject) == 0 {
		return false
	}
	words := e.words()
	for i := range words {
		absent := absences[words[i].Norm] && !q.asksWord(words[i]) ||
			lexicon.NotCues[words[i].Norm] && slices.ContainsFunc(words[i+1:min(len(words), i+1+denialReach)], isPresence)
		if absent && e.isOfSubject(q, d, i) {
			return true
		}
	}
	return false
}

// isOfSubject reports whether word i tells of the one who is asked about: of the people who
// are named before it he stands last, or else first of those behind it.
func (e *evidence) isOfSubject(q *question, d *askedDeed, i int) bool {
	words := e.words()
	for k := i - 1; k >= 0; k-- {
		switch {
		case q.tellsAny(d.subject, words[k:k+1]), subjectPronouns[words[k].Norm]:
			return true
		case e.endsPerson(k + 1):
			return false
		}
	}
	for k := i + 1; k < len(words); k++ {
		if e.endsPerson(k + 1) {
			return q.tellsAny(d.subject, words[k:k+1])
		}
	}
	return true
}

// isPresence reports whether a word says that somebody is there.
func isPresence(w retrieval.Word) bool { return presenceVerbs[w.Norm] || theres[w.Norm] }
