package yesno

import (
	"slices"
	"strings"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// What a verb is followed by is part of what is asked: who agreed on a price has not agreed
// to meet again, and where there is no sign of a truce one may have been discussed.

// lacksComplement reports whether a clause lacks the verb that stands with "to" behind the
// verb of the question: "agree to meet".
func lacksComplement(q *question.Question, d *question.AskedDeed, clause []retrieval.Word) bool {
	verb := max(d.Verb, d.Light)
	if verb < 0 || q.WordAt(q.Terms[verb].At+1) != "to" {
		return false
	}
	next := q.Terms[verb].At + 2
	t := slices.IndexFunc(q.Terms, func(t retrieval.Term) bool { return t.At == next })
	if t < 0 || !q.Terms[t].Verbal {
		return false
	}
	for i := range clause {
		noun := i > 0 && question.ClassWords[clause[i-1].Norm] == question.ClassDeterminer
		if !noun && q.Match(clause[i : i+1])[t] >= question.KinShares[text.Family] {
			return false
		}
	}
	return true
}

// lacksObject reports whether the sentence lacks the noun right behind the question's verb, and
// stands not where that is spoken of: who exchanged words has not therefore exchanged hostages.
// What tells the verb tells no object of it.
func lacksObject(e *evidence.Evidence, q *question.Question, d *question.AskedDeed) bool {
	if d.Verb < 0 {
		return false
	}
	at := q.Terms[d.Verb].At + 1
	if question.ClassWords[q.WordAt(at)] == question.ClassDeterminer {
		at++
	}
	t := slices.IndexFunc(q.Terms, func(t retrieval.Term) bool { return t.At == at })
	if t < 0 || q.Terms[t].Name || e.Context[t] > question.RelatedShare {
		return false
	}
	return !slices.ContainsFunc(e.Words(), func(w retrieval.Word) bool {
		return !q.Terms[d.Verb].Matches(w) && q.TellsAny([]int{t}, []retrieval.Word{w})
	})
}

// lacksNamed reports whether the sentence does not have the name right behind the question's verb as
// what something may be done to: neither the place nor the matter of something else, nor half of a
// compound, nor the word that names the doer, is whom somebody met.
func lacksNamed(e *evidence.Evidence, q *question.Question, d *question.AskedDeed) bool {
	if d.Verb < 0 || len(d.Object) == 0 || q.Terms[d.Object[0]].At != q.Terms[d.Verb].At+1 || visits(q, d) || e.Has(evidence.ObjectPronouns) {
		return false
	}
	words := e.Words()
	for i := range words {
		word := words[i : i+1]
		if q.Match(word)[d.Object[0]] > 0 && !q.TellsAny(d.Subject, word) && !isBesideMatter(e, q, d, i) {
			return false
		}
	}
	return true
}

// isBesideMatter reports whether word i of the sentence only tells where or of what something is.
func isBesideMatter(e *evidence.Evidence, q *question.Question, d *question.AskedDeed, i int) bool {
	words, s := e.Words(), e.Passage().Text
	if strings.HasPrefix(s[words[i].End:], "-") || strings.HasSuffix(s[:words[i].Start], "-") {
		return true // "the Norwick-Brandt war"
	}
	for i > 0 && (evidence.IsArticle(words[i-1].Norm) || words[i-1].IsCapital()) {
		i--
	}
	if i == 0 || !matterLeads[words[i-1].Norm] {
		return false
	}
	return i == 1 || !q.TellsAny([]int{d.Verb}, words[i-2:i-1])
}

// matterLeads lead from a thing to where it is or what it is about.
var matterLeads = text.WordSet(`in of about`)

// isOfTopic reports whether it is asked if somebody spoke of something, or would have it, and
// a clause has no word for that: that something was not so denies no talk of it.
func isOfTopic(q *question.Question, d *question.AskedDeed, clause []retrieval.Word) bool {
	return d.Verb >= 0 && topical[q.Terms[d.Verb].Stem] && q.Match(clause)[d.Verb] < question.RelatedShare
}

// topical are the stems of verbs whose object need not come about.
var topical = text.StemSet(`discuss talk speak spoke mention address raise debate negotiate consider propose suggest demand call ask request want wish seek plan expect promise offer oppose support reject`)
