package answer

import (
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
)

// quoted is the quotation of a sentence with its marks.
func quoted(e *evidence) string {
	sp := e.quotationSpan()
	if sp.Len() == 0 {
		return ""
	}
	return "“" + strings.TrimRight(sp.Of(e.passage().Text), ",") + "”"
}

// quotationSpan is the first quotation of the sentence, without its marks.
func (e *evidence) quotationSpan() text.Span { return e.facts().quotation.of(e.findQuotation) }

func (e *evidence) findQuotation() text.Span {
	s := e.text()
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
	return text.Span{Start: e.sentence.Start + start, End: e.sentence.Start + start + end}
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
