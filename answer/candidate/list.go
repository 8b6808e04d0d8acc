package candidate

import (
	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// A list that is cut looks complete, so that a candidate brings all of its own.

// whole is the best list that the candidate is a member of, where the question
// asks for several; else the candidate. A list that is cut looks complete.
func (c Candidate) whole(q *question.Question, all []Candidate) Candidate {
	if q.Kind == retrieval.KindManner {
		return c.behindNames(q)
	}
	if q.Kind == retrieval.KindOther && q.WordAt(0) == "what" && question.DoVerbs[q.WordAt(1)] {
		return c.behindPreposition()
	}
	if q.Kind == retrieval.KindPerson && c.isList() {
		return c.fromFirst()
	}
	if len(evidence.ValueKinds[q.Kind]) > 0 || !question.ReadAsked(q).Plural && !c.isFirstOfSeveral(q) {
		return c
	}
	for _, list := range all {
		if list.From == c.From && list.Form == c.Form && list.First <= c.First && list.Next >= c.Next && list.Next-list.First > c.Next-c.First && list.isList() {
			return list
		}
	}
	return c
}

// behindPreposition is the candidate without a preposition at its beginning: who is interested in a
// treaty wants "a treaty".
func (c Candidate) behindPreposition() Candidate {
	words := c.From.Words()
	if c.First+1 < c.Next && question.ClassWords[words[c.First].Norm] == question.ClassPreposition {
		c.First++
		c.Span.Start = words[c.First].Start
	}
	return c
}

// isFirstOfSeveral reports whether it is asked who, and the candidate stands behind a verb of
// several: "On board were Ann, Bob and Carl."
func (c Candidate) isFirstOfSeveral(q *question.Question) bool {
	return q.Kind == retrieval.KindPerson && c.First > 0 && severalVerbs[c.From.Words()[c.First-1].Norm]
}

var severalVerbs = text.WordSet(`were are`)

// fromFirst is the list of names with those that commas join to it before: "Ann, Bob and
// Cleo". A place or day that leads in the sentence is none of them.
func (c Candidate) fromFirst() Candidate {
	words, s := c.From.Words(), c.From.Passage().Text
	for c.First > 0 && words[c.First].IsCapital() && s[words[c.First-1].End:words[c.First].Start] == ", " && words[c.First-1].IsCapital() {
		first := c.First - 1
		for first > 0 && words[first-1].IsCapital() && s[words[first-1].End:words[first].Start] == " " {
			first--
		}
		if first == 0 || WhereLeads[words[first-1].Norm] || words[first-1].Norm == "of" {
			break
		}
		c.First, c.Span.Start = first, words[first].Start
	}
	return c
}

// isList reports whether the candidate joins its parts by commas and "and".
func (c Candidate) isList() bool {
	words := c.From.Words()[c.First:c.Next]
	for i := 1; i+1 < len(words); i++ {
		if words[i].Norm == "and" {
			return !words[i+1].Stop
		}
	}
	return false
}
