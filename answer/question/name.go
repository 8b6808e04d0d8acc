package question

import (
	"slices"

	"sherpa/internal/text"
	"sherpa/retrieval"
)

// IsSmallName reports whether term t says who speaks, or what about, and can only be a
// name that was typed small: the lexicon does not know it.
func (q *Question) IsSmallName(t int) bool {
	return len(q.Terms[t].Groups) == 0 && (slices.Contains(q.Speaker, t) || len(q.Speaker) > 0 && q.WordAt(q.Terms[t].At-1) == "about")
}

// WordsOfNames are the words of names; false are those that may only be written with a
// capital because they begin a sentence.
type WordsOfNames map[string]bool

var (
	// Definers are the words with which a definition goes on after "is".
	Definers = text.WordSet("a an the one located situated built founded established opened formed released completed constructed recorded written created")
	// formal are the words that a question may put before a name and an article
	// need not: "Judge Marsh", "Saint Oda".
	formal = text.WordSet(`judge justice general admiral colonel major captain lieutenant king queen prince princess emperor empress sultan duke count saint st pope bishop
		cardinal archbishop president governor senator mayor lord lady sir dame mr mrs ms dr professor chief marquis baron earl`)
)

// findAskedName finds the terms that make up the name of what is asked about: what
// stands in quotation marks, or else what is written as a name, without titles of
// persons.
func (q *Question) findAskedName() []int {
	quoted := wordsOf(q.Phrases)
	typed := text.Words(q.Text)
	var named, known []int
	for t := range q.Terms {
		term := &q.Terms[t]
		switch {
		case formal[term.Norm] || q.Weight[t] == 0:
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

// IsNameAt reports whether word i of the question is written as a name; in one that is all in
// small letters, whether the corpus knows it as one.
func (q *Question) IsNameAt(i int) bool {
	if typed := text.Words(q.Text); i < len(typed) && typed[i].IsCapital() {
		return true
	}
	return text.Fold(q.Text) == q.Text && slices.ContainsFunc(q.Terms, func(t retrieval.Term) bool { return t.At == i && t.Name })
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
