package evidence

import (
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// Members are the names in the clause that matches the question best: those that
// can be members of the list that is asked for.
func (e *Evidence) Members(q *question.Question) []text.Span {
	scope := e.Scope(q)
	if scope.Len() == 0 {
		return nil
	}
	words := e.Words()
	if scope.End < len(words) && strings.Contains(e.Passage().Text[words[scope.End-1].End:words[scope.End].Start], ":") {
		scope.End = len(words) // "Four came: Ann, …"
	}
	from, to := words[scope.Start].Start, words[scope.End-1].End
	var in []text.Span
	for _, n := range e.Unasked(q) {
		if n.Start >= from && n.End <= to && e.PersonLike(n) && !e.PartOfPlace(n) && !e.endsAsAsked(q, n) {
			in = append(in, n.Span)
		}
	}
	list := e.Enumerated(in)
	if len(list) > 0 && e.IsOnlyMeant(q, list[0]) {
		return nil
	}
	return list
}

// Enumerated is the longest run of names with nothing between them but commas,
// "and" and what each of them is.
func (e *Evidence) Enumerated(names []text.Span) []text.Span {
	var longest []text.Span
	first := 0
	for i := range names {
		if i > first && !e.listsOn(names[i-1].End, names[i].Start) {
			first = i
		}
		if i+1-first > len(longest) {
			longest = names[first : i+1]
		}
	}
	return longest
}

// listGap is how many words there are at the most between the members of a list.
const listGap = 10

// listsOn reports whether a list can go on over what stands between two names.
func (e *Evidence) listsOn(from, to int) bool {
	words, joined := 0, strings.ContainsAny(e.Passage().Text[from:to], ",;")
	for _, w := range e.Words() {
		if w.Start < from || w.End > to {
			continue
		}
		words++
		joined = joined || w.Norm == "and" || w.Norm == "or"
		if lexicon.Auxiliaries[w.Norm] {
			return false
		}
	}
	return joined && words <= listGap
}

// endsAsAsked reports whether the question has the last word of a name: "with
// Putin" is not answered by "President Vladimir Putin".
func (e *Evidence) endsAsAsked(q *question.Question, n value.Name) bool {
	return q.AsksWord(e.Words()[n.Next-1])
}

// PartOfPlace reports whether a name is a place or follows one that it is part
// of ("at the base in Anchorage, Alaska").
func (e *Evidence) PartOfPlace(n value.Name) bool {
	if e.AfterPlaceLead(n, false) {
		return true
	}
	for _, before := range e.Sentence.Names {
		if before.Next <= n.First && e.AfterPlaceLead(before, false) && e.joinsPlace(before, n) {
			return true
		}
	}
	return false
}
