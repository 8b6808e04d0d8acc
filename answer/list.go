package answer

import (
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// listCues begin a sentence that goes on with a list of the one before.
var listCues = wordSet(`also joined joining along alongside others additionally moreover further too rounding completing besides`)

// members are the names in the clause that matches the question best: those that
// can be members of the list that is asked for.
func (e *evidence) members(q *question) []text.Span {
	scope := e.scope(q)
	if scope.Len() == 0 {
		return nil
	}
	words := e.words()
	if scope.End < len(words) && strings.Contains(e.passage().Text[words[scope.End-1].End:words[scope.End].Start], ":") {
		scope.End = len(words) // "Four came: Ann, …"
	}
	from, to := words[scope.Start].Start, words[scope.End-1].End
	var in []text.Span
	for _, n := range e.unasked(q) {
		if n.Start >= from && n.End <= to && e.personLike(n) && !e.partOfPlace(n) && !e.endsAsAsked(q, n) {
			in = append(in, n.Span)
		}
	}
	return e.enumerated(in)
}

// enumerated is the longest run of names with nothing between them but commas,
// "and" and what each of them is.
func (e *evidence) enumerated(names []text.Span) []text.Span {
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
func (e *evidence) listsOn(from, to int) bool {
	words, joined := 0, strings.ContainsAny(e.passage().Text[from:to], ",;")
	for _, w := range e.words() {
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
func (e *evidence) endsAsAsked(q *question, n value.Name) bool {
	return q.asksWord(e.words()[n.Next-1])
}

// partOfPlace reports whether a name is a place or follows one that it is part
// of ("at the base in Anchorage, Alaska").
func (e *evidence) partOfPlace(n value.Name) bool {
	if e.afterPlaceLead(n, false) {
		return true
	}
	for _, before := range e.sentence.Names {
		if before.Next <= n.First && e.afterPlaceLead(before, false) && e.joinsPlace(before, n) {
			return true
		}
	}
	return false
}

// listed is the list that the sentence gives, from its first member to its last,
// and extends the quote over a second sentence where the list goes on there.
func listed(q *question, best []*evidence) string {
	e := best[0]
	for _, other := range best[:min(len(best), 6)] {
		if other.score >= best[0].score-kindMargin && len(other.members(q)) > len(e.members(q)) {
			e = other
		}
	}
	moveFirst(best, e)
	names := e.members(q)
	if len(names) < 2 {
		return ""
	}
	span := text.Span{Start: e.withTitle(names[0]), End: names[len(names)-1].End}
	if next := e.continuation(q); next != nil {
		e.span.End = next.End
	}
	return span.Of(e.passage().Text)
}

// asksForMany reports whether a question for a person asks for several: "which
// officials", "what ministers".
func (q *question) asksForMany() bool {
	if len(q.Focus) == 0 {
		return false
	}
	last := q.Focus[len(q.Focus)-1]
	return strings.HasSuffix(last, "s")
}

// moveFirst puts e before the others.
func moveFirst(list []*evidence, e *evidence) {
	for i, other := range list {
		if other == e {
			copy(list[1:i+1], list[:i])
			list[0] = e
			return
		}
	}
}

// withTitle is where the title before a name starts ("special envoy …").
func (e *evidence) withTitle(name text.Span) int {
	words := e.words()
	for i, w := range words {
		if w.Start != name.Start {
			continue
		}
		for i > 0 && lexicon.RoleWords[words[i-1].Norm] && e.passage().Text[words[i-1].End:words[i].Start] == " " {
			i--
		}
		return words[i].Start
	}
	return name.Start
}

// continuation is the next sentence if it goes on with the list.
func (e *evidence) continuation(q *question) *text.Span {
	p := e.passage()
	if e.at+1 >= len(p.Sentences) {
		return nil
	}
	next := &evidence{hit: e.hit, sentence: &p.Sentences[e.at+1], at: e.at + 1}
	if len(next.persons(q)) == 0 || next.sentence.End-e.sentence.Start > 2*maxStatement {
		return nil
	}
	words := next.words()
	for _, w := range words[:min(len(words), 5)] {
		if listCues[w.Norm] {
			return &next.sentence.Span
		}
	}
	return nil
}
