package candidate

import (
	"strings"

	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// causeHolds reports whether a candidate is part of the cause, where one is marked surely.
func causeHolds(c evidence.Cause, part Candidate) bool {
	return c.Strength < evidence.SureCause || part.First >= c.First && part.Next <= c.Next
}

// goesOnWithEffect reports whether the candidate goes on with what is to be explained: it begins
// with a word of the question, right behind another one ("shook | hands and left").
func (c Candidate) goesOnWithEffect(q *question.Question) bool {
	words := c.From.Words()
	return c.First > 0 && len(q.Matches(&words[c.First])) > 0 && len(q.Matches(&words[c.First-1])) > 0
}

// isCredited reports whether the sentence puts the deed down to nobody, or to the candidate.
func (c *Candidate) isCredited(q *question.Question) bool {
	doer, ok := c.From.Credited(q)
	return !ok || c.First == doer.First && c.Next == doer.Next
}

// isDenied reports whether a word just before the candidate denies it, as "no" before
// "formal agreement" does: cut off from it, the candidate says the opposite.
func (c Candidate) isDenied(q *question.Question) bool {
	if q.Has(lexicon.NotCues) || q.Has(question.Denials) {
		return false
	}
	words, at := c.From.Words(), c.First-1
	if at > 0 && (evidence.IsArticle(words[at].Norm) || words[at].Norm == "any") {
		at--
	}
	if at > 0 && words[at].Norm == "out" && evidence.Ruling[words[at-1].Norm] {
		return !q.Has(evidence.Ruling) // who rules a tariff out does not want one
	}
	return at >= 0 && question.Denying[words[at].Norm]
}

// isAttributed reports whether the candidate stands behind "according to" and so only says who
// tells the sentence, where that is not asked.
func (c Candidate) isAttributed(q *question.Question) bool {
	words, at := c.From.Words(), c.First-1
	if at > 0 && words[at].Norm == "to" {
		at--
	}
	return at >= 0 && words[at].Norm == "according" && q.Kind != retrieval.KindPerson
}

// meansHold reports whether a candidate stands in the phrase of means, or tells it whole.
func meansHold(m evidence.Means, part Candidate) bool {
	return m.Sure() && part.First <= m.Next && part.Next > m.First
}

// Some spans stand in a sentence that answers and are no answer: who only tells of a deed, and
// the first words of what somebody accepts.

// isTeller reports whether the candidate only tells what the sentence says, which has no verb
// for the deed: experts who call a match a victory did not win it.
func (c *Candidate) isTeller(q *question.Question, verb int) bool {
	return verb >= 0 && c.From.IsToldBy(q, c.Next, verb)
}

// isDoing reports whether the candidate is something with what it does, where it is asked what
// something is: "talks failed" is nothing that a consequence is.
func (c *Candidate) isDoing(q *question.Question) bool {
	if c.Next-c.First < 2 || c.Form == FormQuotation || q.WordAt(0) != "what" || !question.ToBe[q.WordAt(1)] && q.WordAt(1) != "would" {
		return false
	}
	words := c.From.Words()
	if first := words[c.First]; !first.IsCapital() && question.IsParticiple(first.Norm) && evidence.IsArticle(words[c.First+1].Norm) {
		return true // "displayed the words" is nothing that was on a board
	}
	last := words[c.Next-1]
	if last.IsCapital() || words[c.Next-2].Stop {
		return false
	}
	return last.Verbal && strings.HasSuffix(last.Norm, "ed") || c.Next < len(words) && evidence.IsThat(words[c.Next]) && (lexicon.Saying[last.Stem] || holding[last.Stem])
}

// holding are verbs for what somebody thinks.
var holding = text.StemSet(`accept know think believe fear hope expect feel agree`)
