package evidence

import (
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
)

// Denies reports whether the sentence denies what is asked about: that leaders
// "had not met since one came to the White House" does not tell where they met.
// "Not until May" tells when, and "not since 2015" tells when it was last.
func (e *Evidence) Denies(q *question.Question) bool {
	if q.Has(lexicon.NotCues) || q.Has(lastWords) || e.Has(untilWords) {
		return false
	}
	words := e.Words()
	for i, w := range words {
		if !lexicon.VerbCues[w.Norm] || i+1 < len(words) && lexicon.IdleAfter[words[i+1].Norm] {
			continue
		}
		if slices.ContainsFunc(words[i+1:min(len(words), i+1+NotReach)], q.AsksWord) {
			return true
		}
	}
	return false
}

// DeniesAround reports whether the clause around a span denies it or what is asked about,
// in whatever words: for how long two "did not speak" is not how long they talked.
func (e *Evidence) DeniesAround(q *question.Question, at text.Span) bool {
	if q.Has(lexicon.NotCues) {
		return false
	}
	words := e.ClauseAround(at)
	for i := range words {
		if !lexicon.VerbCues[words[i].Norm] {
			continue
		}
		for k := i + 1; k < min(len(words), i+1+NotReach); k++ {
			if words[k].Start == at.Start || len(q.Matches(&words[k])) > 0 {
				return true
			}
		}
	}
	return false
}

// NotReach is how many words after "not" stands what is denied: "had not yet
// met".
const NotReach = 3

var (
	lastWords  = text.WordSet(`last before previous previously since`)
	untilWords = text.WordSet(`until till before`)
)

// HasDenial reports whether the sentence denies anything.
func (e *Evidence) HasDenial() bool { return e.Has(lexicon.NotCues) || e.Has(question.Denials) }
