package answer

import (
	"iter"
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// quotedFor is the quotation that answers: of the first sentence, or, where it is asked
// what somebody called something, of the first one in which that is called so.
func quotedFor(q *question, best []*evidence) (short string, from *evidence) {
	object := q.calledTerms()
	for _, e := range best[:min(len(best), maxStatements)] {
		if sp := e.quotationFor(q, object); sp.Len() > 0 && e.voice >= best[0].voice {
			return "“" + strings.TrimRight(sp.Of(e.passage().Text), ",") + "”", e
		}
		if len(object) == 0 {
			break
		}
	}
	return "", best[0]
}

// calledTerms are the terms for what somebody called something: "the fair" in "What did
// Ann call the fair?"
func (q *question) calledTerms() []int {
	verb := slices.IndexFunc(q.Words, func(w string) bool { return naming[text.Stem(w)] })
	if verb < 0 || verb+1 >= len(q.Words) || !q.has(doVerbs) || q.Words[verb+1] == "for" || q.Words[verb+1] == "on" || q.Words[verb+1] == "off" {
		return nil
	}
	var object []int
	for t := range q.terms {
		if q.terms[t].At > verb {
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
func (e *evidence) quotationFor(q *question, object []int) text.Span {
	words := e.words()
	first, next := text.Span{}, 0
	for sp := range e.quotations() {
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
			if q.calls(lead, object) && !q.saidByAnother(lead) {
				return sp
			}
		case first.Len() == 0 && !q.saidByAnother(lead):
			return sp
		case first.Len() == 0:
			first = sp
		case q.namesSpeakerIn(lead):
			return sp
		}
	}
	return first
}

// quotations are the quotations of the sentence, without their marks.
func (e *evidence) quotations() iter.Seq[text.Span] {
	return func(yield func(text.Span) bool) {
		for at := e.quotationSpan(); at.Len() > 0; at = e.quotationFrom(min(at.End+1, e.sentence.End)) {
			if !yield(at) {
				return
			}
		}
	}
}

// calls reports whether words before a quotation say of what is asked about that it is
// called so: it stands behind the last verb of speech.
func (q *question) calls(lead []retrieval.Word, object []int) bool {
	for i, w := range slices.Backward(lead) {
		if lexicon.Saying[w.Stem] || naming[w.Stem] || finding[w.Stem] {
			matched := q.match(lead[i+1:])
			return slices.ContainsFunc(object, func(t int) bool { return matched[t] > 0 })
		}
	}
	return false
}

// namesSpeakerIn reports whether some words have the name of the speaker whose words are
// asked for.
func (q *question) namesSpeakerIn(words []retrieval.Word) bool {
	matched := q.match(words)
	return slices.ContainsFunc(q.speaker, func(t int) bool { return q.terms[t].Name && matched[t] == 1 })
}

// saidByAnother reports whether the words before a quotation name somebody, and not the
// speaker who is asked for.
func (q *question) saidByAnother(lead []retrieval.Word) bool {
	if len(q.speaker) == 0 || !q.namesSpeaker() || q.namesSpeakerIn(lead) {
		return false
	}
	for i := range lead {
		if i > 0 && lead[i].IsCapital() && !lead[i].Stop && !lexicon.RoleWords[lead[i].Norm] {
			return true
		}
	}
	return false
}

// quotationSpan is the first quotation of the sentence, without its marks.
func (e *evidence) quotationSpan() text.Span { return e.facts().quotation.of(e.findQuotation) }

func (e *evidence) findQuotation() text.Span { return e.quotationFrom(e.sentence.Start) }

// quotationFrom is the first quotation from a place in the passage on.
func (e *evidence) quotationFrom(at int) text.Span {
	s := e.passage().Text[at:e.sentence.End]
	open := strings.IndexAny(s, "“\"")
	if open < 0 {
		return text.Span{}
	}
	start := open + len("“")
	if s[open] == '"' {
		start = open + 1
	}
	end := strings.IndexAny(s[start:], "”\"")
	if end < 0 {
		end = len(s) - start
	}
	return text.Span{Start: at + start, End: at + start + end}
}

// saysAsAsked reports whether the sentence has words of whom the question asks
// about, or of anybody where it asks about nobody.
func (e *evidence) saysAsAsked(q *question) bool {
	if q.heard {
		return e.voice > 0
	}
	if len(q.speaker) > 0 && q.namesSpeaker() {
		return false
	}
	return (e.quotationSpan().Len() > 0 || e.reportsSpeech()) && e.speaks(q)
}

// speaks reports whether the speaker that the question names is named in the
// sentence, or in the one before it where the sentence names nobody.
func (e *evidence) speaks(q *question) bool {
	for t := range q.terms {
		if !q.terms[t].Name {
			continue
		}
		return e.matched[t] > 0 || len(e.sentence.Names) == 0 && e.context[t] > 0
	}
	return true
}

// reportsSpeech reports whether the sentence says that somebody said something.
func (e *evidence) reportsSpeech() bool {
	for _, w := range e.words() {
		if lexicon.Saying[w.Stem] {
			return true
		}
	}
	return false
}
