package draft

import (
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
)

// attribute answers who said the words that a question quotes, if a sentence has them;
// a sentence before it may name the speaker.
func (d *Draft) attribute(q *question.Question, all []*evidence.Evidence) bool {
	quoted := q.QuotedWords()
	if len(quoted) < question.LeastQuoted || !asksSpeaker(q) {
		return false
	}
	at := slices.IndexFunc(all, func(e *evidence.Evidence) bool { return evidence.HoldsRun(e.Words(), quoted) })
	if at < 0 {
		return false
	}
	e := all[at]
	FitQuote(e, q)
	d.Statements, d.Found, d.Judged = []*Statement{{Lead: e}}, true, e
	name, names := speakerName(e)
	if name.Len() == 0 {
		return true
	}
	d.Short = name.Of(e.Passage().Text)
	if by := slices.IndexFunc(all, func(o *evidence.Evidence) bool { return o.Passage() == e.Passage() && o.At == names }); by >= 0 && names != e.At {
		FitQuote(all[by], q)
		d.Statements = append(d.Statements, &Statement{Lead: all[by]})
	}
	return true
}

// asksSpeaker reports whether the question asks who said something.
func asksSpeaker(q *question.Question) bool {
	if len(q.Words) == 0 || q.Words[0] != "who" && q.Words[0] != "whose" {
		return false
	}
	return q.Words[0] == "whose" || slices.ContainsFunc(q.Words, func(w string) bool { return lexicon.Saying[text.Stem(w)] })
}

// speakerName is the name of who speaks in the sentence, and the place of the sentence
// that has it; an empty range where nobody is named.
func speakerName(e *evidence.Evidence) (name text.Span, sentence int) {
	p := e.Passage()
	sp := evidence.Speakers(p)[e.At]
	for i := range p.Sentences {
		s := &p.Sentences[i]
		if sp.Len() == 0 || sp.Start < s.First || sp.Start >= s.Next {
			continue
		}
		in := &evidence.Evidence{Hit: e.Hit, Sentence: s, At: i}
		for _, n := range s.Names {
			if s.First+n.First < sp.End && s.First+n.Next > sp.Start && in.PersonLike(n) {
				first, last := s.First+n.First, p.Words[s.First+n.Next-1]
				for first > sp.Start && p.Words[first-1].IsCapital() {
					first-- // a first name with which the sentence begins
				}
				return text.Span{Start: p.Words[first].Start, End: last.Start + len(last.Text)}, i
			}
		}
	}
	return text.Span{}, 0
}
