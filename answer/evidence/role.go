package evidence

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// RoleSpan is the title or the description of the person that the question
// names: what stands directly before the name, or an apposition after it.
func (e *Evidence) RoleSpan(q *question.Question) text.Span {
	words := e.Words()
	first, next := e.Subject(q)
	if next == 0 || e.onlyDescribes(q, next) {
		return text.Span{}
	}
	start := first
	for start > 0 && e.roleWord(words, start-1) {
		start--
	}
	for start < first && words[start].Stop {
		start++
	}
	start = e.withNounsBefore(start, first)
	end := first
	if next-first == 1 {
		end = e.withoutFirstName(start, first, next)
	}
	after := e.apposition(next)
	if after.Len() > 0 && start > 0 && question.ToBe[words[next].Norm] && question.ClassWords[words[start-1].Norm] == question.ClassPreposition {
		after = text.Span{} // "The base in Norwick was the scene" tells of the base
	}
	if after.Len() > 0 && (start == end || !e.listsAfter(next, after)) {
		return after
	}
	if sp := e.descriptionBefore(first); sp.Len() > 0 {
		return sp
	}
	if start < end {
		return text.Span{Start: words[start].Start, End: words[end-1].End}
	}
	return e.calledAs(first)
}

// onlyDescribes reports whether the name before word next says of which those or that is that the
// word names: what stands before "NATO leaders" tells nothing of NATO.
func (e *Evidence) onlyDescribes(q *question.Question, next int) bool {
	words := e.Words()
	if next >= len(words) || e.Passage().Text[words[next-1].End:words[next].Start] != " " {
		return false
	}
	w := words[next]
	return NamesPeople(w) || q.WordAt(0) == "what" && strings.HasSuffix(w.Norm, "s") && !w.Verbal && !w.IsCapital() && !question.IsClosed(w.Norm)
}

// withNounsBefore is where a title begins whose office stands behind other nouns:
// "port director", "rescue diver".
func (e *Evidence) withNounsBefore(title, first int) int {
	words, s, start := e.Words(), e.Passage().Text, title
	for start > 0 && first-start < titleWords && s[words[start-1].End:words[start].Start] == " " {
		w := words[start-1]
		if w.Stop || w.IsCapital() || afterwards[w.Norm] || strings.HasSuffix(w.Norm, "ly") || strings.HasSuffix(w.Norm, "ed") || strings.HasSuffix(w.Norm, "ing") || w.Norm[0] <= '9' {
			break
		}
		start--
	}
	if start > 0 && start < title && words[start-1].Norm == "to" {
		return title // "to meet President Ann Lee"
	}
	if start > 0 && !words[start-1].Stop && s[words[start-1].End:words[start].Start] == " " {
		return title // a verb, and what it takes
	}
	return start
}

// afterwards end a phrase that tells when: "ten minutes later Ann Lund …".
var afterwards = text.WordSet(`later earlier afterwards before ago`)

// listsAfter reports whether what follows a name with a title may be the next member
// of a list and not what the person is: it begins with a title itself, or a name
// follows it.
func (e *Evidence) listsAfter(next int, after text.Span) bool {
	words := e.Words()
	if lexicon.RoleWords[words[next].Norm] {
		return true
	}
	for i := next; i+1 < len(words); i++ {
		if words[i].End == after.End {
			return words[i+1].IsCapital() || words[i+1].Norm == "and"
		}
	}
	return false
}

// calledAs is the description that a word of naming joins to the name: "a retired
// nurse named Ann Lund".
func (e *Evidence) calledAs(first int) text.Span {
	words := e.Words()
	if first < 2 || !namedAs[words[first-1].Norm] {
		return text.Span{}
	}
	from := first - 1
	for from > 0 && first-from < 10 && !descriptionStarts[words[from].Norm] {
		from--
	}
	if !descriptionStarts[words[from].Norm] {
		return text.Span{}
	}
	return text.Span{Start: words[from].Start, End: words[first-2].End}
}

var namedAs = text.WordSet(`named called`)

// withoutFirstName is where a title ends that first names may follow: the question
// asks who Zelenskiy is, and the sentence names "President Volodymyr Zelenskiy".
// Where no office is named, what stands there may be a first name alone, and what
// follows the name tells more.
func (e *Evidence) withoutFirstName(start, first, next int) int {
	words := e.Words()
	for last := first; last > start; last-- {
		if lexicon.RoleWords[words[last-1].Norm] {
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

// Subject finds the words of the name that the question asks about.
func (e *Evidence) Subject(q *question.Question) (first, next int) {
	words := e.Words()
	for i, w := range words {
		if !isNameTerm(q, w) {
			continue
		}
		next = i + 1
		for next < len(words) && isNameTerm(q, words[next]) {
			next++
		}
		return i, next
	}
	return 0, 0
}

func isNameTerm(q *question.Question, w retrieval.Word) bool {
	for t := range q.Terms {
		if (q.Terms[t].Name || q.NamesNobody && q.Terms[t].Norm != "mean") && q.Terms[t].Matches(w) {
			return true
		}
	}
	return false
}

// roleWord reports whether word i can belong to a title that ends before word
// i+1: a noun of office, a capitalised word, or a small word between them.
func (e *Evidence) roleWord(words []retrieval.Word, i int) bool {
	switch e.Passage().Text[words[i].End:words[i+1].Start] {
	case " ":
	case "-":
		return true // an "ex-wife" is no wife
	default:
		return false
	}
	w := words[i]
	switch w.Norm {
	case "of", "for", "the", "to":
		return i > 0
	case "and":
		return i > 0 && !e.EndsPerson(i)
	}
	return lexicon.RoleWords[w.Norm] || w.IsCapital() && !w.Stop
}

// EndsPerson reports whether a person's name ends just before word i.
func (e *Evidence) EndsPerson(i int) bool {
	for _, n := range e.Sentence.Names {
		if n.Next == i && e.PersonLike(n) {
			return true
		}
	}
	return false
}

// descriptionBefore is the description that a name follows after a comma: "The
// keeper of the lighthouse, Ana Brandt, …".
func (e *Evidence) descriptionBefore(first int) text.Span {
	words := e.Words()
	s := e.Passage().Text
	if first == 0 || strings.TrimSpace(s[words[first-1].End:words[first].Start]) != "," {
		return text.Span{}
	}
	from := first - 1
	for from > 0 && first-from < 10 && !strings.ContainsAny(s[words[from-1].End:words[from].Start], ",;.()“”") {
		from--
	}
	if slices.ContainsFunc(words[from:first], func(w retrieval.Word) bool { return lexicon.Auxiliaries[w.Norm] }) {
		return text.Span{} // "The fund was running dry, Norvik …" is a clause
	}
	owner := words[from].End > words[from].Start+len(words[from].Text)
	if !descriptionStarts[words[from].Norm] && !owner {
		return text.Span{}
	}
	if owners[words[from].Norm] && from+1 < first {
		from++ // whose it is, the sentence before tells
	}
	return text.Span{Start: words[from].Start, End: words[first-1].End}
}

var descriptionStarts = text.WordSet("the a an its his her their our")

// apposition is what follows the name after a comma ("…, the special envoy,") or
// after "is" or "was".
func (e *Evidence) apposition(next int) text.Span {
	words := e.Words()
	if next >= len(words) {
		return text.Span{}
	}
	s := e.Passage().Text
	gap := strings.TrimSpace(s[words[next-1].End:words[next].Start])
	from := next
	switch {
	case gap == "," && words[next].Norm == "who" && next+1 < len(words):
		from++
	case gap == "," && (words[next].Norm == "the" || words[next].Norm == "a" || words[next].Norm == "an" || lexicon.RoleWords[words[next].Norm]):
	case gap == "" && words[next].Norm == "means" && next+1 < len(words):
		from++
	case gap == "" && question.ToBe[words[next].Norm] && next+1 < len(words) && definitionStarts[words[next+1].Norm]:
		from++
	default:
		return text.Span{}
	}
	end := from + 1
	for end < len(words) && !strings.ContainsAny(s[words[end-1].End:words[end].Start], ",;:.()—") && end-from < longestRole && !e.endsDefinition(from, end) {
		end++
	}
	return text.Span{Start: words[from].Start, End: words[end-1].End}
}

// definitionStarts begin what somebody or something is.
var definitionStarts = text.WordSet(`a an the one its his her their someone somebody something`)

// longestRole is how many words a description has at the most.
const longestRole = 20

// endsDefinition reports whether a definition that begins at word from ends before
// word i, since another predicate follows: "is a spray and needs no needle". Within a
// relative clause "and" joins what it tells.
func (e *Evidence) endsDefinition(from, i int) bool {
	words := e.Words()
	if words[i].Norm != "and" && words[i].Norm != "but" || i+1 >= len(words) || !words[i+1].Verbal && !lexicon.Auxiliaries[words[i+1].Norm] {
		return false
	}
	return !slices.ContainsFunc(words[from:i], func(w retrieval.Word) bool { return Relatives[w.Norm] })
}
