package short

import (
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// AsksHolder reports whether the question asks who holds an office: "Who is the mayor
// of Brandt?".
func AsksHolder(q *question.Question) bool {
	if q.Kind != retrieval.KindPerson || len(q.Words) < 3 || q.Words[0] != "whos" && (q.Words[0] != "who" || !question.ToBe[q.Words[1]] && q.WordAt(2) != "be") {
		return false
	}
	last := q.Terms[len(q.Terms)-1]
	return slices.ContainsFunc(q.Terms, func(t retrieval.Term) bool {
		return lexicon.RoleWords[t.Norm] && !makers[t.Norm] && (t.At <= officeReach || t.At == last.At)
	})
}

// makers make something; who did is told with other words, too.
var makers = text.WordSet(`author writer director founder actor singer painter composer inventor poet engineer player scientist explorer`)

// officeReach is how many words into the question the office stands at the most.
const officeReach = 5

// holderCover is the share of the question that what an article says of a person has
// at least who holds the office.
const holderCover = 0.75

// holderReach is how many of the best sentences are searched for who holds an office.
const holderReach = 30

// Holder is whom the articles introduce with the office that is asked for. The
// sentence that does so comes first.
func Holder(q *question.Question, best []*evidence.Evidence) string {
	var from *evidence.Evidence
	var name text.Span
	most := holderCover
	for _, e := range best[:min(len(best), holderReach)] {
		for _, n := range e.Sentence.Names {
			if !e.PersonLike(n) || e.AsksFor(q, n) || ofElsewhere(e, q, n) || heldBefore(e, q, n) || ofLesserOffice(e, q, n) {
				continue
			}
			if cover := q.Cover(introduced(e, q, n)); cover > most || from == nil && cover == most {
				from, name, most = e, n.Span, cover
			}
		}
	}
	if from == nil {
		return ""
	}
	evidence.MoveFirst(best, from)
	return name.Of(from.Passage().Text)
}

// ofElsewhere reports whether somebody is told to belong to another place or body than
// those that the question names: "Ann Lund of Brandt", "Ann Lund, the mayor of Brandt".
func ofElsewhere(e *evidence.Evidence, q *question.Question, n value.Name) bool {
	if len(q.Names()) == 0 {
		return false
	}
	if ofOtherCountry(e, q, n) {
		return true
	}
	words, last := e.Words(), n.Next
	if after := e.DescribedAfter(n); after.Len() > 0 {
		last = after.End
	}
	first := n.First
	if before := e.DescribedBefore(n); before.Len() > 0 {
		first = before.Start
	}
	for i := first + 1; i < last; i++ {
		if words[i-1].Norm == "of" && words[i].IsCapital() && !q.AsksWord(words[i]) {
			return true
		}
	}
	return false
}

// heldBefore reports whether somebody is introduced as one who has left the office, where
// the question does not ask for such a one: "retired judge Ann Lund".
func heldBefore(e *evidence.Evidence, q *question.Question, n value.Name) bool {
	before := e.DescribedBefore(n)
	return slices.ContainsFunc(e.Words()[before.Start:before.End], func(w retrieval.Word) bool { return leftOffice[w.Norm] && !slices.Contains(q.Words, w.Norm) })
}

// ofLesserOffice reports whether somebody is introduced with another office, whose name has a word
// for the one that is asked for: a vice president is no president, nor is a chief inspector.
func ofLesserOffice(e *evidence.Evidence, q *question.Question, n value.Name) bool {
	words, about := e.Words(), e.AboutName(n)
	for _, sp := range append(about[:], text.Span{Start: max(0, n.First-1), End: n.Next}) {
		for i := sp.Start; i+1 < sp.End; i++ {
			next := words[i+1]
			switch {
			case slices.Contains(q.Words, words[i].Norm):
			case deputies[words[i].Norm] && asksOffice(q, next), headOffices[words[i].Norm] && asksOffice(q, words[i]) && !question.IsClosed(next.Norm) && next.Norm != "executive":
				return true
			}
		}
	}
	return false
}

// asksOffice reports whether a word stands for an office that the question has.
func asksOffice(q *question.Question, w retrieval.Word) bool {
	return slices.ContainsFunc(q.Matches(&w), func(m question.TermMatch) bool { return lexicon.RoleWords[q.Terms[m.Term].Norm] })
}

var (
	// deputies stand before an office which they make another, and headOffices before one that
	// they make the first of its kind.
	deputies    = text.WordSet(`vice deputy assistant`)
	headOffices = text.WordSet(`chief head principal senior`)

	leftOffice = text.WordSet(`former formerly ex retired late`)
)

// introduced says how well a name with what is said of its bearer has the terms of the
// question. Of names it counts for a part that they stand in the sentence or before it.
func introduced(e *evidence.Evidence, q *question.Question, n value.Name) []float64 {
	words := e.Words()
	m := q.Match(words[n.First:n.Next])
	for _, sp := range e.AboutName(n) {
		q.MatchInto(m, words[sp.Start:sp.End])
	}
	for t := range m {
		if q.Terms[t].Name {
			m[t] = max(m[t], evidence.NearbyShare*e.Context[t])
		}
	}
	return m
}

// ofOtherCountry reports whether the question names a country, and the last one that the
// sentence names up to somebody is another: "the Norwegian ministers included Ann Lund".
func ofOtherCountry(e *evidence.Evidence, q *question.Question, n value.Name) bool {
	asked := 0
	for _, t := range q.Names() {
		asked = max(asked, text.Country(q.Terms[t].Norm))
	}
	if asked == 0 {
		return false
	}
	for _, w := range slices.Backward(e.Words()[:n.Next]) {
		if told := text.Country(w.Norm); told > 0 {
			return told != asked
		}
	}
	return false
}
