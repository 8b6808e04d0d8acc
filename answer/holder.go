package answer

import (
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// asksHolder reports whether the question asks who holds an office: "Who is the mayor
// of Brandt?".
func (q *question) asksHolder() bool {
	if q.Kind != retrieval.KindPerson || len(q.Words) < 3 || q.Words[0] != "whos" && (q.Words[0] != "who" || !toBe[q.Words[1]] && q.wordAt(2) != "be") {
		return false
	}
	last := q.terms[len(q.terms)-1]
	return slices.ContainsFunc(q.terms, func(t retrieval.Term) bool {
		return lexicon.RoleWords[t.Norm] && !makers[t.Norm] && (t.At <= officeReach || t.At == last.At)
	})
}

// makers make something; who did is told with other words, too.
var makers = wordSet(`author writer director founder actor singer painter composer inventor poet engineer player scientist explorer`)

// officeReach is how many words into the question the office stands at the most.
const officeReach = 5

// holderCover is the share of the question that what an article says of a person has
// at least who holds the office.
const holderCover = 0.75

// holderReach is how many of the best sentences are searched for who holds an office.
const holderReach = 30

// holder is whom the articles introduce with the office that is asked for. The
// sentence that does so comes first.
func holder(q *question, best []*evidence) string {
	var from *evidence
	var name text.Span
	most := holderCover
	for _, e := range best[:min(len(best), holderReach)] {
		for _, n := range e.sentence.Names {
			if !e.personLike(n) || e.asksFor(q, n) || e.ofElsewhere(q, n) || e.heldBefore(q, n) || e.ofLesserOffice(q, n) {
				continue
			}
			if cover := q.cover(e.introduced(q, n)); cover > most || from == nil && cover == most {
				from, name, most = e, n.Span, cover
			}
		}
	}
	if from == nil {
		return ""
	}
	moveFirst(best, from)
	return name.Of(from.passage().Text)
}

// ofElsewhere reports whether somebody is told to belong to another place or body than
// those that the question names: "Ann Lund of Brandt", "Ann Lund, the mayor of Brandt".
func (e *evidence) ofElsewhere(q *question, n value.Name) bool {
	if len(q.names()) == 0 {
		return false
	}
	if e.ofOtherCountry(q, n) {
		return true
	}
	words, last := e.words(), n.Next
	if after := e.describedAfter(n); after.Len() > 0 {
		last = after.End
	}
	first := n.First
	if before := e.describedBefore(n); before.Len() > 0 {
		first = before.Start
	}
	for i := first + 1; i < last; i++ {
		if words[i-1].Norm == "of" && words[i].IsCapital() && !q.asksWord(words[i]) {
			return true
		}
	}
	return false
}

// heldBefore reports whether somebody is introduced as one who has left the office, where
// the question does not ask for such a one: "retired judge Ann Lund".
func (e *evidence) heldBefore(q *question, n value.Name) bool {
	before := e.describedBefore(n)
	return slices.ContainsFunc(e.words()[before.Start:before.End], func(w retrieval.Word) bool { return leftOffice[w.Norm] && !slices.Contains(q.Words, w.Norm) })
}

// ofLesserOffice reports whether somebody is introduced with another office, whose name has a word
// for the one that is asked for: a vice president is no president, nor is a chief inspector.
func (e *evidence) ofLesserOffice(q *question, n value.Name) bool {
	words, about := e.words(), e.aboutName(n)
	for _, sp := range append(about[:], text.Span{Start: max(0, n.First-1), End: n.Next}) {
		for i := sp.Start; i+1 < sp.End; i++ {
			next := words[i+1]
			switch {
			case slices.Contains(q.Words, words[i].Norm):
			case deputies[words[i].Norm] && q.asksOffice(next), headOffices[words[i].Norm] && q.asksOffice(words[i]) && !isClosed(next.Norm) && next.Norm != "executive":
				return true
			}
		}
	}
	return false
}

// asksOffice reports whether a word stands for an office that the question has.
func (q *question) asksOffice(w retrieval.Word) bool {
	return slices.ContainsFunc(q.matches(&w), func(m termMatch) bool { return lexicon.RoleWords[q.terms[m.term].Norm] })
}

var (
	// deputies stand before an office which they make another, and headOffices before one that
	// they make the first of its kind.
	deputies    = wordSet(`vice deputy assistant`)
	headOffices = wordSet(`chief head principal senior`)

	leftOffice = wordSet(`former formerly ex retired late`)
)

// introduced says how well a name with what is said of its bearer has the terms of the
// question. Of names it counts for a part that they stand in the sentence or before it.
func (e *evidence) introduced(q *question, n value.Name) []float64 {
	words := e.words()
	m := q.match(words[n.First:n.Next])
	for _, sp := range e.aboutName(n) {
		q.matchInto(m, words[sp.Start:sp.End])
	}
	for t := range m {
		if q.terms[t].Name {
			m[t] = max(m[t], nearbyShare*e.context[t])
		}
	}
	return m
}

// ofOtherCountry reports whether the question names a country, and the last one that the
// sentence names up to somebody is another: "the Norwegian ministers included Ann Lund".
func (e *evidence) ofOtherCountry(q *question, n value.Name) bool {
	asked := 0
	for _, t := range q.names() {
		asked = max(asked, text.Country(q.terms[t].Norm))
	}
	if asked == 0 {
		return false
	}
	for _, w := range slices.Backward(e.words()[:n.Next]) {
		if told := text.Country(w.Norm); told > 0 {
			return told != asked
		}
	}
	return false
}
