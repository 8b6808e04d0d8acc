package answer

import (
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// "Did Ann say that the bridge is safe?" asks for Ann's words: whether the bridge is safe
// decides nothing, and neither does what others say of it.

// reportingVerbs are stems of verbs that take what somebody says for their object, and
// tell nothing else that was done.
var reportingVerbs = text.StemSet(`say tell state remark claim suggest argue insist acknowledge admit concede stress emphasize emphasise mention note add joke quip predict deny`)

// denyStem is the stem of the verb that asks for the opposite of words.
var denyStem = text.Stem("deny")

// saidThings are the terms of what a yes/no question asks whether somebody said it; none
// of "anything". It is false for other questions.
func (q *question) saidThings() ([]int, bool) {
	if q.Kind != retrieval.KindYesNo || len(q.speaker) == 0 {
		return nil, false
	}
	_, verb := q.speakerWords()
	var things []int
	for t := range q.terms {
		if q.terms[t].At > verb && !indefinite[q.terms[t].Norm] {
			things = append(things, t)
		}
	}
	return things, true
}

// asksWhetherSaid reports whether the words of a yes/no question ask if somebody said
// something.
func (q *question) asksWhetherSaid() bool {
	if len(q.Words) == 0 || !doVerbs[q.Words[0]] {
		return false
	}
	_, verb := q.speakerWords()
	who := slices.IndexFunc(q.terms, func(t retrieval.Term) bool { return t.At == verb-1 })
	if who < 0 || !q.terms[who].Name && !lexicon.RoleWords[q.terms[who].Norm] {
		return false
	}
	return verb > 1 && verb+1 < len(q.Words) && reportingVerbs[text.Stem(q.Words[verb])]
}

// whetherSaid is the short answer to whether somebody said something: "Yes" where his own
// words have it, "No" where they deny it or he would not say so.
func (q *question) whetherSaid(things []int, best []*evidence) string {
	for _, e := range best {
		p := e.saidPolarity(q, things)
		if p == unsaid {
			continue
		}
		moveFirst(best, e)
		if p == affirmed {
			return "Yes"
		}
		return "No"
	}
	return ""
}

// saidPolarity is whether the sentence has the words of who is asked about, and among
// them what is asked for.
func (e *evidence) saidPolarity(q *question, things []int) polarity {
	if !e.saysOf(q, things, saidShare) || e.lacksPlain(q, things) {
		return unsaid
	}
	quoted := q.quotedWords()
	switch {
	case len(quoted) >= leastQuoted && !holdsRun(e.words(), quoted):
		return unsaid
	case q.asksWhetherDenied():
		if e.wouldNotSay() {
			return affirmed
		}
		return unsaid
	case e.wouldNotSay():
		return denied
	}
	if len(things) == 0 {
		return affirmed
	}
	clause := e.words()[e.scope(q).Start:e.scope(q).End]
	if slices.ContainsFunc(clause, isNot) != q.has(lexicon.NotCues) || q.supposedIn(clause) {
		return unsaid // his words say otherwise, or depend on something
	}
	return affirmed
}

func isNot(w retrieval.Word) bool { return lexicon.NotCues[w.Norm] }

// asksWhetherDenied reports whether a question after somebody's words asks if he denied
// something.
func (q *question) asksWhetherDenied() bool {
	_, verb := q.speakerWords()
	return text.Stem(q.wordAt(verb)) == denyStem
}

// The shares of what somebody is asked to have said that must be among his words: to decide
// it, and to be worth showing.
const (
	saidShare  = 0.6
	shownShare = 0.4
)

// saysOf reports whether the sentence has the words of who is asked about, with so large a
// share of what is asked.
func (e *evidence) saysOf(q *question, things []int, least float64) bool {
	return e.voice > 0 && q.shareOf(things, e.matched) >= least
}

// wouldNotSay reports whether the sentence tells that something was denied or not said.
func (e *evidence) wouldNotSay() bool {
	words := e.words()
	for i := range words {
		if denyingVerbs[words[i].Norm] {
			return true
		}
		if lexicon.VerbCues[words[i].Norm] && slices.ContainsFunc(words[i+1:min(len(words), i+1+denialReach)], isReporting) {
			return true
		}
	}
	return false
}

func isReporting(w retrieval.Word) bool { return reportingVerbs[w.Stem] }
