package yesno

import (
	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// What a clause only supposes, plans or fears is not therefore so.

// supposedIn reports whether a clause only supposes something, unless the question does
// so, too: "if no deal was reached".
func supposedIn(q *question.Question, clause []retrieval.Word) bool {
	return (!q.Has(evidence.Supposing) || q.AsksAhead()) && evidence.Supposes(clause)
}

// isOpinion reports whether the question asks what will be, and the sentence tells what
// somebody thinks of that, or that somebody doubts what it tells.
func isOpinion(e *evidence.Evidence, q *question.Question) bool {
	return q.AsksAhead() && e.Has(opinions) || tellsDoubt(e)
}

// tellsDoubt reports whether the sentence tells what somebody doubts: "experts doubt that it
// can be sold".
func tellsDoubt(e *evidence.Evidence) bool {
	words := e.Words()
	for i := 1; i < len(words); i++ {
		if doubted[words[i].Norm] && doubts[words[i-1].Norm] {
			return true
		}
	}
	return false
}

var (
	doubts  = text.WordSet(`doubt doubts doubted doubting doubtful sceptical skeptical`)
	doubted = text.WordSet(`that whether if`)
)

var opinions = text.WordSet(`think thinks thought believe believes believed hope hopes hoped fear fears feared predict predicts predicted doubt doubts doubted guess guesses`)
