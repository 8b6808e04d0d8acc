package short

import (
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// KeepsOrder reports whether the sentence of a short answer has the word by which it is
// asked who came first or last.
func KeepsOrder(q *question.Question, e *evidence.Evidence) bool {
	return q.AskedKind() != retrieval.KindPerson || !LacksOrder(q, e) && !lacksOneOf(q, lastWord, e)
}

// LacksOrder reports whether a sentence lacks a word by which the question tells one of a row.
func LacksOrder(q *question.Question, e *evidence.Evidence) bool { return lacksOneOf(q, orderWords, e) }

// lacksOneOf reports whether a sentence lacks a word of a set that the question has.
func lacksOneOf(q *question.Question, set map[string]bool, e *evidence.Evidence) bool {
	return slices.ContainsFunc(q.Words, func(w string) bool { return set[w] && !evidence.HasWord(e.Words(), w) })
}

// orderWords tell one of a row, as lastWord does where it is no verb.
var (
	orderWords = text.WordSet(`first second third`)
	lastWord   = text.WordSet(`last`)
)
