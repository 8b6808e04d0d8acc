package draft

import (
	"slices"
	"strings"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// opening is how an article's first sentences define the thing that bears the
// asked name: "Norwick is a town in Avon County."
type opening struct {
	e *evidence.Evidence
	// is is the word "is" or "was" of the definition.
	is int
	// own are the names and numbers of the sentence without the asked name.
	own map[string]bool
}

const (
	// openingSentences is how many sentences of an article may define its subject.
	openingSentences = 2
	// longestSubject is how many words the subject of a definition has at the most,
	// with where and when somebody was born.
	longestSubject = 40
)

// openings are the definitions that the articles open with, one of each article
// that defines the asked name.
func openings(q *question.Question, all []*evidence.Evidence) []*opening {
	named := q.AskedName
	if !slices.ContainsFunc(named, func(t int) bool { return !text.IsCountry(q.Terms[t].Norm) }) {
		return nil // no name, or one of a country, which nothing else bears
	}
	var found []*opening
	seen := map[string]bool{}
	for _, e := range all {
		if seen[e.Article()] || !e.Hit.Passage.Lead || e.Hit.Passage.Start > 0 || e.At >= openingSentences {
			continue
		}
		if o := openingOf(q, e, named); o != nil {
			seen[e.Article()] = true
			found = append(found, o)
		}
	}
	return found
}

// openingOf reads a sentence as the definition of the name; nil if it is none.
func openingOf(q *question.Question, e *evidence.Evidence, named []int) *opening {
	is := defining(e)
	if is < 0 || !namedBy(q, e, is, named) {
		return nil
	}
	return read(q, e, is)
}

// defining is the place of the first "is" or "was" that a definition goes on
// after; -1 if there is none.
func defining(e *evidence.Evidence) int {
	words := e.Words()
	for i := 0; i+1 < min(len(words), longestSubject); i++ {
		if question.ToBe[words[i].Norm] && (question.Definers[words[i+1].Norm] || words[i+1].IsCapital()) {
			return i
		}
	}
	return -1
}

// namedBy reports whether what a definition speaks of, in the words before word n,
// bears the name: the name begins or ends it, or ends before a comma, and all of
// the name stands outside parentheses.
func namedBy(q *question.Question, e *evidence.Evidence, n int, named []int) bool {
	words := e.Words()
	var subject []retrieval.Word
	edge := false
	depth, from := 0, e.Sentence.Start
	for _, w := range words[:n] {
		gap := e.Passage().Text[from:w.Start]
		depth = max(0, depth+strings.Count(gap, "(")-strings.Count(gap, ")"))
		edge = edge || strings.Contains(gap, ",") && len(subject) > 0 && q.IsAnyOf(named, subject[len(subject)-1])
		from = w.End
		if depth == 0 && !w.Stop {
			subject = append(subject, w)
		}
	}
	if len(subject) == 0 || !edge && !q.IsAnyOf(named, subject[0]) && !q.IsAnyOf(named, subject[len(subject)-1]) {
		return false
	}
	for _, t := range named {
		if !slices.ContainsFunc(subject, q.Terms[t].Matches) {
			return false
		}
	}
	return true
}

// read takes a definition apart whose verb "to be" is word at.
func read(q *question.Question, e *evidence.Evidence, at int) *opening {
	o := &opening{e: e, is: at, own: map[string]bool{}}
	for _, w := range e.Words() {
		if evidence.TellsApart(w) && !q.AsksWord(w) {
			o.own[w.Norm] = true
		}
	}
	return o
}

// description is what the opening says that the thing is: "a town in Avon County".
func (o *opening) description() text.Span {
	words := o.e.Words()
	from := o.is + 1
	end := from + 1
	for end < len(words) && end-from < longestDescription && o.goesOn(end) {
		end++
	}
	return text.Span{Start: words[from].Start, End: words[end-1].End}
}

// goesOn reports whether a description goes on with word i: up to a mark or a
// relative clause, and over the comma of "in Avon, Ohio".
func (o *opening) goesOn(i int) bool {
	words := o.e.Words()
	gap := strings.TrimSpace(o.e.Passage().Text[words[i-1].End:words[i].Start])
	if gap == "," {
		return words[i-1].IsCapital() && words[i].IsCapital()
	}
	return !strings.ContainsAny(gap, ";.()") && !evidence.Relatives[words[i].Norm]
}

// longestDescription is how many words a description is shown with at the most.
const longestDescription = 20
