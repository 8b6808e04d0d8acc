package answer

import (
	"slices"
	"strings"

	"sherpa/internal/text"
	"sherpa/retrieval"
)

// opening is how an article's first sentences define the thing that bears the
// asked name: "Norwick is a town in Avon County."
type opening struct {
	e *evidence
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

var (
	// copulas link a name to what defines it.
	copulas = wordSet("is was are were")
	// definers are the words with which a definition goes on after "is".
	definers = wordSet("a an the one located situated built founded established opened formed released completed constructed recorded written created")
	// formal are the words that a question may put before a name and an article
	// need not: "Judge Marsh", "Saint Oda".
	formal = wordSet(`judge justice general admiral colonel major captain lieutenant king queen prince princess emperor empress sultan duke count saint st pope bishop
		cardinal archbishop president governor senator mayor lord lady sir dame mr mrs ms dr professor chief marquis baron earl`)
)

// findAskedName finds the terms that make up the name of what is asked about: what
// stands in quotation marks, or else what is written as a name, without titles of
// persons.
func (q *question) findAskedName() []int {
	quoted := wordsOf(q.Phrases)
	typed := text.Words(q.Text)
	var named, known []int
	for t := range q.terms {
		term := &q.terms[t]
		switch {
		case formal[term.Norm] || q.weight[t] == 0:
		case len(quoted) > 0:
			if quoted[term.Norm] || quoted[term.Asked] {
				named = append(named, t)
			}
		case term.At < len(typed) && (typed[term.At].IsCapital() || typed[term.At].IsNumeric()) && term.At > 0:
			named = append(named, t)
		case term.Name:
			known = append(known, t)
		}
	}
	if len(named) == 0 && text.Fold(q.Text) == q.Text {
		return known // all in small letters: the corpus tells what is a name
	}
	return named
}

// wordsOf is the set of the folded words of texts.
func wordsOf(texts []string) map[string]bool {
	set := map[string]bool{}
	for _, s := range texts {
		for _, w := range text.Words(s) {
			set[w.Norm] = true
		}
	}
	return set
}

// openings are the definitions that the articles open with, one of each article
// that defines the asked name.
func openings(q *question, all []*evidence) []*opening {
	named := q.askedName
	if !slices.ContainsFunc(named, func(t int) bool { return !text.IsCountry(q.terms[t].Norm) }) {
		return nil // no name, or one of a country, which nothing else bears
	}
	var found []*opening
	seen := map[string]bool{}
	for _, e := range all {
		if seen[e.article()] || !e.hit.Passage.Lead || e.hit.Passage.Start > 0 || e.at >= openingSentences {
			continue
		}
		if o := q.opening(e, named); o != nil {
			seen[e.article()] = true
			found = append(found, o)
		}
	}
	return found
}

// opening reads a sentence as the definition of the name; nil if it is none.
func (q *question) opening(e *evidence, named []int) *opening {
	is := e.defining()
	if is < 0 || !q.namedBy(e, is, named) {
		return nil
	}
	return q.read(e, is)
}

// defining is the place of the first "is" or "was" that a definition goes on
// after; -1 if there is none.
func (e *evidence) defining() int {
	words := e.words()
	for i := 0; i+1 < min(len(words), longestSubject); i++ {
		if copulas[words[i].Norm] && (definers[words[i+1].Norm] || words[i+1].IsCapital()) {
			return i
		}
	}
	return -1
}

// namedBy reports whether what a definition speaks of, in the words before word n,
// bears the name: the name begins or ends it, or ends before a comma, and all of
// the name stands outside parentheses.
func (q *question) namedBy(e *evidence, n int, named []int) bool {
	words := e.words()
	var subject []retrieval.Word
	edge := false
	depth, from := 0, e.sentence.Start
	for _, w := range words[:n] {
		gap := e.passage().Text[from:w.Start]
		depth = max(0, depth+strings.Count(gap, "(")-strings.Count(gap, ")"))
		edge = edge || strings.Contains(gap, ",") && len(subject) > 0 && q.anyTerm(named, subject[len(subject)-1])
		from = w.End
		if depth == 0 && !w.Stop {
			subject = append(subject, w)
		}
	}
	if len(subject) == 0 || !edge && !q.anyTerm(named, subject[0]) && !q.anyTerm(named, subject[len(subject)-1]) {
		return false
	}
	for _, t := range named {
		if !slices.ContainsFunc(subject, q.terms[t].Matches) {
			return false
		}
	}
	return true
}

// anyTerm reports whether a word is one of the terms.
func (q *question) anyTerm(terms []int, w retrieval.Word) bool {
	return slices.ContainsFunc(terms, func(t int) bool { return q.terms[t].Matches(w) })
}

// read takes a definition apart whose verb "to be" is word at.
func (q *question) read(e *evidence, at int) *opening {
	o := &opening{e: e, is: at, own: map[string]bool{}}
	for _, w := range e.words() {
		if tellsApart(w) && !q.asksWord(w) {
			o.own[w.Norm] = true
		}
	}
	return o
}

// description is what the opening says that the thing is: "a town in Avon County".
func (o *opening) description() text.Span {
	words := o.e.words()
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
	words := o.e.words()
	gap := strings.TrimSpace(o.e.passage().Text[words[i-1].End:words[i].Start])
	if gap == "," {
		return words[i-1].IsCapital() && words[i].IsCapital()
	}
	return !strings.ContainsAny(gap, ";.()") && !relatives[words[i].Norm]
}

// longestDescription is how many words a description is shown with at the most.
const longestDescription = 20
