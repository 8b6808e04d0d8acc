package yesno

import (
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// denyStem is the stem of the verb that asks for the opposite of words.
var denyStem = text.Stem("deny")

// whetherSaid is the short answer to whether somebody said something: "Yes" where his own
// words have it, "No" where they deny it or he would not say so.
func whetherSaid(q *question.Question, things []int, best []*evidence.Evidence) string {
	for _, e := range best {
		p := saidPolarity(e, q, things)
		if p == unsaid {
			continue
		}
		evidence.MoveFirst(best, e)
		if p == affirmed {
			return "Yes"
		}
		return "No"
	}
	return ""
}

// saidPolarity is whether the sentence has the words of who is asked about, and among
// them what is asked for.
func saidPolarity(e *evidence.Evidence, q *question.Question, things []int) Polarity {
	if !saysOf(e, q, things, saidShare) || lacksPlain(e, q, things) {
		return unsaid
	}
	quoted := q.QuotedWords()
	switch {
	case len(quoted) >= question.LeastQuoted && !evidence.HoldsRun(e.Words(), quoted):
		return unsaid
	case asksWhetherDenied(q):
		if wouldNotSay(e) {
			return affirmed
		}
		return unsaid
	case wouldNotSay(e):
		return Denied
	}
	if len(things) == 0 {
		return affirmed
	}
	clause := e.Words()[e.Scope(q).Start:e.Scope(q).End]
	if slices.ContainsFunc(clause, isNot) != q.Has(lexicon.NotCues) || supposedIn(q, clause) {
		return unsaid // his words say otherwise, or depend on something
	}
	return affirmed
}

func isNot(w retrieval.Word) bool { return lexicon.NotCues[w.Norm] }

// asksWhetherDenied reports whether a question after somebody's words asks if he denied
// something.
func asksWhetherDenied(q *question.Question) bool {
	_, verb := q.SpeakerWords()
	return text.Stem(q.WordAt(verb)) == denyStem
}

// The shares of what somebody is asked to have said that must be among his words: to decide
// it, and to be worth showing.
const (
	saidShare  = 0.6
	shownShare = 0.4
)

// saysOf reports whether the sentence has the words of who is asked about, with so large a
// share of what is asked.
func saysOf(e *evidence.Evidence, q *question.Question, things []int, least float64) bool {
	return e.Voice > 0 && q.ShareOf(things, e.Matched) >= least
}

// wouldNotSay reports whether the sentence tells that something was denied or not said.
func wouldNotSay(e *evidence.Evidence) bool {
	words := e.Words()
	for i := range words {
		if denyingVerbs[words[i].Norm] {
			return true
		}
		if lexicon.VerbCues[words[i].Norm] && slices.ContainsFunc(words[i+1:min(len(words), i+1+evidence.NotReach)], isReporting) {
			return true
		}
	}
	return false
}

func isReporting(w retrieval.Word) bool { return question.ReportingVerbs[w.Stem] }
