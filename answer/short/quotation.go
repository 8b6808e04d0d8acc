package short

import (
	"iter"
	"slices"
	"strings"

	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// Quotation is the quotation that answers: of the first sentence, or, where it is asked
// what somebody called something, of the first one in which that is called so.
func Quotation(q *question.Question, best []*evidence.Evidence) (short string, from *evidence.Evidence) {
	object := calledTerms(q)
	for _, e := range best[:min(len(best), MaxStatements)] {
		if sp := quotationFor(e, q, object); sp.Len() > 0 && e.Voice >= best[0].Voice {
			return "“" + strings.TrimRight(sp.Of(e.Passage().Text), ",") + "”", e
		}
		if len(object) == 0 {
			break
		}
	}
	return "", best[0]
}

// calledTerms are the terms for what somebody called something: "the fair" in "What did
// Ann call the fair?"
func calledTerms(q *question.Question) []int {
	verb := slices.IndexFunc(q.Words, func(w string) bool { return naming[text.Stem(w)] })
	if verb < 0 || verb+1 >= len(q.Words) || !q.Has(question.DoVerbs) || q.Words[verb+1] == "for" || q.Words[verb+1] == "on" || q.Words[verb+1] == "off" {
		return nil
	}
	var object []int
	for t := range q.Terms {
		if q.Terms[t].At > verb {
			object = append(object, t)
		}
	}
	return object
}

// naming are the stems of verbs that give something a name or a quality.
var naming = text.StemSet(`call describe label characterise characterize brand dub`)

// finding are the stems of further verbs after which a quality stands.
var finding = text.StemSet(`find found consider deem judge term rate`)

// quotationFor is the quotation of the sentence that answers: the first, but not one that
// another than the speaker is said to have used where the speaker has one of his own; and
// with an object, one before which that is called so.
func quotationFor(e *evidence.Evidence, q *question.Question, object []int) text.Span {
	words := e.Words()
	first, next := text.Span{}, 0
	for sp := range quotations(e) {
		lead := words[next:]
		for i, w := range lead {
			if w.Start >= sp.Start {
				lead = lead[:i]
				break
			}
		}
		next += len(lead)
		for next < len(words) && words[next].Start < sp.End {
			next++
		}
		switch {
		case len(object) > 0:
			if calls(q, lead, object) && !saidByAnother(q, lead) {
				return sp
			}
		case first.Len() == 0 && !saidByAnother(q, lead):
			return sp
		case first.Len() == 0:
			first = sp
		case namesSpeakerIn(q, lead):
			return sp
		}
	}
	return first
}

// quotations are the quotations of the sentence, without their marks.
func quotations(e *evidence.Evidence) iter.Seq[text.Span] {
	return func(yield func(text.Span) bool) {
		for at := e.QuotationSpan(); at.Len() > 0; at = e.QuotationFrom(min(at.End+1, e.Sentence.End)) {
			if !yield(at) {
				return
			}
		}
	}
}

// calls reports whether words before a quotation say of what is asked about that it is
// called so: it stands behind the last verb of speech.
func calls(q *question.Question, lead []retrieval.Word, object []int) bool {
	for i, w := range slices.Backward(lead) {
		if lexicon.Saying[w.Stem] || naming[w.Stem] || finding[w.Stem] {
			matched := q.Match(lead[i+1:])
			return slices.ContainsFunc(object, func(t int) bool { return matched[t] > 0 })
		}
	}
	return false
}

// namesSpeakerIn reports whether some words have the name of the speaker whose words are
// asked for.
func namesSpeakerIn(q *question.Question, words []retrieval.Word) bool {
	matched := q.Match(words)
	return slices.ContainsFunc(q.Speaker, func(t int) bool { return q.Terms[t].Name && matched[t] == 1 })
}

// saidByAnother reports whether the words before a quotation name somebody, and not the
// speaker who is asked for.
func saidByAnother(q *question.Question, lead []retrieval.Word) bool {
	if len(q.Speaker) == 0 || !q.NamesSpeaker() || namesSpeakerIn(q, lead) {
		return false
	}
	for i := range lead {
		if i > 0 && lead[i].IsCapital() && !lead[i].Stop && !lexicon.RoleWords[lead[i].Norm] {
			return true
		}
	}
	return false
}
