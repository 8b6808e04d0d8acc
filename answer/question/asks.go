package question

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// AsksForMany reports whether a question for a person asks for several: "which
// officials", "what ministers".
func (q *Question) AsksForMany() bool {
	if len(q.Focus) == 0 {
		return false
	}
	last := q.Focus[len(q.Focus)-1]
	return strings.HasSuffix(last, "s")
}

// AsksForSeveral reports whether the question says how many it asks for: "which two
// mayors", "what are the five regions".
func (q *Question) AsksForSeveral() bool {
	if !severalAskers[q.WordAt(0)] {
		return false
	}
	i := 1
	for ToBe[q.WordAt(i)] || ClassWords[q.WordAt(i)] == ClassDeterminer && !severals[q.WordAt(i)] {
		i++
	}
	return severals[q.WordAt(i)] && strings.HasSuffix(q.WordAt(i+1), "s")
}

var (
	severalAskers = text.WordSet(`what which who whose name`)
	severals      = text.WordSet(`two three four five six seven eight nine ten eleven twelve 2 3 4 5 6 7 8 9 10 11 12`)
)

// AskedMeaning are the terms of what the question asks the meaning of: "What does soft
// landing mean?"
func (q *Question) AskedMeaning() []int {
	if q.WordAt(0) != "what" || !DoVerbs[q.WordAt(1)] || q.WordAt(len(q.Words)-1) != "mean" {
		return nil
	}
	var terms []int
	for t := range q.Terms {
		if q.Terms[t].Norm != "mean" {
			terms = append(terms, t)
		}
	}
	return terms
}

// ThereTerm is the term of what is asked for by "Was there …?", or -1.
func (q *Question) ThereTerm() int {
	if q.WordAt(1) != "there" {
		return -1
	}
	return slices.IndexFunc(q.Terms, func(t retrieval.Term) bool { return t.At > 1 && !t.Name })
}

// AsksAhead reports whether the question asks for what is still to come.
func (q *Question) AsksAhead() bool {
	going := slices.Index(q.Words, "going")
	return q.WordAt(0) == "will" || going >= 0 && q.WordAt(going+1) == "to" || q.isPutAsTrue() && slices.Contains(q.Words, "will")
}

// isPutAsTrue reports whether it is asked if a claim is true: "Is it true that Ann will come?"
func (q *Question) isPutAsTrue() bool {
	that := slices.Index(q.Words[:min(len(q.Words), 5)], "that")
	return that > 1 && q.WordAt(1) == "it"
}

// AsksWhenIs reports whether it is asked when something is, and not when it was: the election of
// years ago is not the one that is meant.
func (q *Question) AsksWhenIs() bool {
	return q.WordAt(0) == "when" && (ToBe[q.WordAt(1)] && !PastAuxiliaries[q.WordAt(1)])
}

// FewTerms is how many terms a question has of which every one says what it asks for.
// One more counts half: it may only add to them.
const FewTerms = 4

// SaysWhatItAsks reports whether term t is a plain word for what is asked for: no name
// or number, and no word that a question has and its answer need not have.
func (q *Question) SaysWhatItAsks(t int) bool {
	if q.Terms[t].Name || q.IsLight(t) || q.IsNumber(t) || q.Weight[t] == 0 || q.AsksOfJourney() && t == q.Deed.Verb {
		return false
	}
	norm, stem := q.Terms[t].Norm, q.Terms[t].Stem
	return !sorts[norm] && !anything[norm] && !lexicon.Saying[stem] && !responding[stem] && !spokenNouns[norm]
}

// anything are words for whom or what a question asks about that the articles call by
// their own.
var anything = text.WordSet(`guy guys man men woman women lady person people thing things stuff way ways place places fact facts`)
