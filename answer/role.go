package answer

import (
	"strings"

	"sherpa/internal/text"
	"sherpa/retrieval"
)

// role is the short answer to "who is …".
func role(q *question, best []*evidence) string {
	for _, e := range best[:min(len(best), 5)] {
		if sp := e.roleSpan(q); sp.Len() > 0 {
			return sp.Of(e.passage().Text)
		}
	}
	return ""
}

// roleWords are the small words of titles and offices.
var roleWords = wordSet(`special envoy senior adviser advisor presidential aide chief minister president prime foreign vice deputy former leader secretary general
	spokesman spokeswoman spokesperson ambassador chancellor director head chairman chairwoman chair governor senator representative commander king queen prince
	princess pope professor doctor author actor singer player coach manager founder executive officer ceo economist analyst journalist lawyer judge officer chief
	top national security defence defense finance treasury commerce press state veteran diplomat negotiator mediator oligarch politician scientist physicist
	mathematician engineer inventor poet writer painter composer philosopher explorer general admiral captain colonel lieutenant mayor premier kremlin counterpart`)

// roleSpan is the title or the description of the person that the question
// names: what stands directly before the name, or an apposition after it.
func (e *evidence) roleSpan(q *question) text.Span {
	words := e.words()
	first, next := e.subject(q)
	if next == 0 {
		return text.Span{}
	}
	start := first
	for start > 0 && e.roleWord(words, start-1) {
		start--
	}
	for start < first && words[start].Stop {
		start++
	}
	if end := e.withoutFirstName(start, first, next); start < end {
		return text.Span{Start: words[start].Start, End: words[end-1].End}
	}
	if sp := e.descriptionBefore(first); sp.Len() > 0 {
		return sp
	}
	return e.apposition(next)
}

// withoutFirstName is where a title ends that first names may follow: the question
// asks who Zelenskiy is, and the sentence names "President Volodymyr Zelenskiy".
// Where no office is named, what stands there may be a first name alone, and what
// follows the name tells more.
func (e *evidence) withoutFirstName(start, first, next int) int {
	words := e.words()
	for last := first; last > start; last-- {
		if roleWords[words[last-1].Norm] {
			return officeEnd(words, last, first)
		}
	}
	if e.apposition(next).Len() > 0 {
		return start
	}
	return first
}

// officeEnd is where an office ends whose last noun is before word next: "chief"
// goes on in "chief of staff".
func officeEnd(words []retrieval.Word, next, first int) int {
	if next+1 < first && (words[next].Norm == "of" || words[next].Norm == "for") {
		return next + 2
	}
	return next
}

// subject finds the words of the name that the question asks about.
func (e *evidence) subject(q *question) (first, next int) {
	words := e.words()
	for i, w := range words {
		if !q.isNameTerm(w) {
			continue
		}
		next = i + 1
		for next < len(words) && q.isNameTerm(words[next]) {
			next++
		}
		return i, next
	}
	return 0, 0
}

func (q *question) isNameTerm(w retrieval.Word) bool {
	for t := range q.terms {
		if q.terms[t].Name && q.terms[t].Matches(w) {
			return true
		}
	}
	return false
}

// roleWord reports whether word i can belong to a title that ends before word
// i+1: a noun of office, a capitalised word, or a small word between them.
func (e *evidence) roleWord(words []retrieval.Word, i int) bool {
	gap := e.passage().Text[words[i].End:words[i+1].Start]
	if gap != " " && gap != "-" {
		return false
	}
	w := words[i]
	switch w.Norm {
	case "of", "for", "the", "to":
		return i > 0
	case "and":
		return i > 0 && !e.endsPerson(i)
	}
	return roleWords[w.Norm] || w.IsCapital() && !w.Stop
}

// endsPerson reports whether a person's name ends just before word i.
func (e *evidence) endsPerson(i int) bool {
	for _, n := range e.sentence.Names {
		if n.Next == i && e.personLike(n) {
			return true
		}
	}
	return false
}

// descriptionBefore is the description that a name follows after a comma: "The
// keeper of the lighthouse, Ana Brandt, …".
func (e *evidence) descriptionBefore(first int) text.Span {
	words := e.words()
	s := e.passage().Text
	if first == 0 || strings.TrimSpace(s[words[first-1].End:words[first].Start]) != "," {
		return text.Span{}
	}
	from := first - 1
	for from > 0 && first-from < 10 && !strings.ContainsAny(s[words[from-1].End:words[from].Start], ",;.()“”") {
		from--
	}
	if !descriptionStarts[words[from].Norm] {
		return text.Span{}
	}
	return text.Span{Start: words[from].Start, End: words[first-1].End}
}

var descriptionStarts = wordSet("the a an its his her their our")

// apposition is what follows the name after a comma ("…, the special envoy,") or
// after "is" or "was".
func (e *evidence) apposition(next int) text.Span {
	words := e.words()
	if next >= len(words) {
		return text.Span{}
	}
	s := e.passage().Text
	gap := strings.TrimSpace(s[words[next-1].End:words[next].Start])
	from := next
	switch {
	case gap == "," && (words[next].Norm == "the" || words[next].Norm == "a" || words[next].Norm == "an" || roleWords[words[next].Norm]):
	case gap == "" && (words[next].Norm == "is" || words[next].Norm == "was") && next+1 < len(words):
		from++
	default:
		return text.Span{}
	}
	end := from + 1
	for end < len(words) && !strings.ContainsAny(s[words[end-1].End:words[end].Start], ",;.()") && end-from < 14 {
		end++
	}
	return text.Span{Start: words[from].Start, End: words[end-1].End}
}
