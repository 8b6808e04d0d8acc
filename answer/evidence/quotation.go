package evidence

import (
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
)

// QuotationSpan is the first quotation of the sentence, without its marks.
func (e *Evidence) QuotationSpan() text.Span { return e.Facts().quotation.Of(e.findQuotation) }

func (e *Evidence) findQuotation() text.Span { return e.QuotationFrom(e.Sentence.Start) }

// QuotationFrom is the first quotation from a place in the passage on.
func (e *Evidence) QuotationFrom(at int) text.Span {
	s := e.Passage().Text[at:e.Sentence.End]
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
func (e *Evidence) saysAsAsked(q *question.Question) bool {
	if q.Heard {
		return e.Voice > 0
	}
	if len(q.Speaker) > 0 && q.NamesSpeaker() {
		return false
	}
	return (e.QuotationSpan().Len() > 0 || e.reportsSpeech()) && e.Speaks(q)
}

// Speaks reports whether the speaker that the question names is named in the
// sentence, or in the one before it where the sentence names nobody.
func (e *Evidence) Speaks(q *question.Question) bool {
	for t := range q.Terms {
		if !q.Terms[t].Name {
			continue
		}
		return e.Matched[t] > 0 || len(e.Sentence.Names) == 0 && e.Context[t] > 0
	}
	return true
}

// reportsSpeech reports whether the sentence says that somebody said something.
func (e *Evidence) reportsSpeech() bool {
	for _, w := range e.Words() {
		if lexicon.Saying[w.Stem] {
			return true
		}
	}
	return false
}
