package candidate

import (
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
)

// The signs of one word that is missing. A paraphrase says most words of a question
// in another way, so that all of them weigh little less; where all but one stand
// there, that one may be what makes it another question.

// FewTerms is how many terms a question has of which every one says what it asks for.
// One more counts half: it may only add to them.
const FewTerms = 4

// SaysWhatItAsks reports whether term t is a plain word for what is asked for: no name
// or number, and no word that a question has and its answer need not have.
func SaysWhatItAsks(q *question.Question, t int) bool {
	if q.Terms[t].Name || q.IsLight(t) || q.IsNumber(t) || q.Weight[t] == 0 || q.AsksOfJourney() && t == q.Deed.Verb {
		return false
	}
	norm, stem := q.Terms[t].Norm, q.Terms[t].Stem
	return !question.Sorts[norm] && !anything[norm] && !lexicon.Saying[stem] && !question.Responding[stem] && !question.SpokenNouns[norm]
}

// anything are words for whom or what a question asks about that the articles call by
// their own.
var anything = text.WordSet(`guy guys man men woman women lady person people thing things stuff way ways place places fact facts`)

// CalledTerm is the term of whom or what a question asks the name, or -1.
func CalledTerm(q *question.Question) int {
	last := len(q.Words) - 1
	switch {
	case len(q.Terms) > FewTerms+1 || q.WordAt(0) != "what" || !question.ToBe[q.WordAt(1)] && !evidence.IsArticle(q.WordAt(1)):
		return -1
	case !q.AsksName && q.WordAt(last) != "called" && q.WordAt(last-1) != "called":
		return -1
	}
	for t, term := range slices.Backward(q.Terms) {
		if (SaysWhatItAsks(q, t) || q.AsksName && question.ClassOfNoun(term.Norm) != question.NounOpen) && term.Norm != "called" && term.At <= q.EndOfNamed() {
			return t
		}
	}
	return -1
}
