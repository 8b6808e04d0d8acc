package answer

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// Who wants to know whose words some are gives them in quotation marks: “Who said ‘…’?”

// leastQuoted is how many words in a row tell a sentence from others.
const leastQuoted = 3

// attribute answers who said the words that a question quotes, if a sentence has them;
// a sentence before it may name the speaker.
func (d *draft) attribute(q *question, all []*evidence) bool {
	quoted := q.quotedWords()
	if len(quoted) < leastQuoted || !q.asksSpeaker() {
		return false
	}
	at := slices.IndexFunc(all, func(e *evidence) bool { return holdsRun(e.words(), quoted) })
	if at < 0 {
		return false
	}
	e := all[at]
	e.fit(q)
	d.statements, d.found, d.judged = []*statement{{lead: e}}, true, e
	name, names := e.speakerName()
	if name.Len() == 0 {
		return true
	}
	d.short = name.Of(e.passage().Text)
	if by := slices.IndexFunc(all, func(o *evidence) bool { return o.passage() == e.passage() && o.at == names }); by >= 0 && names != e.at {
		all[by].fit(q)
		d.statements = append(d.statements, &statement{lead: all[by]})
	}
	return true
}

// asksSpeaker reports whether the question asks who said something.
func (q *question) asksSpeaker() bool {
	if len(q.Words) == 0 || q.Words[0] != "who" && q.Words[0] != "whose" {
		return false
	}
	return q.Words[0] == "whose" || slices.ContainsFunc(q.Words, func(w string) bool { return lexicon.Saying[text.Stem(w)] })
}

// quotedWords are the words of the question in quotation marks.
func (q *question) quotedWords() []string {
	const marks = "\"“”„«»"
	open := strings.IndexAny(q.Text, marks)
	if open < 0 {
		return nil
	}
	inside := strings.TrimLeft(q.Text[open:], marks)
	if end := strings.IndexAny(inside, marks); end >= 0 {
		inside = inside[:end]
	}
	words := text.Words(inside)
	norms := make([]string, len(words))
	for i := range words {
		norms[i] = words[i].Norm
	}
	return norms
}

// holdsRun reports whether words stand in a sentence one after the other.
func holdsRun(words []retrieval.Word, run []string) bool {
	for i := 0; i+len(run) <= len(words); i++ {
		if slices.EqualFunc(words[i:i+len(run)], run, func(w retrieval.Word, norm string) bool { return w.Norm == norm }) {
			return true
		}
	}
	return false
}

// speakerName is the name of who speaks in the sentence, and the place of the sentence
// that has it; an empty range where nobody is named.
func (e *evidence) speakerName() (name text.Span, sentence int) {
	p := e.passage()
	sp := speakers(p)[e.at]
	for i := range p.Sentences {
		s := &p.Sentences[i]
		if sp.Len() == 0 || sp.Start < s.First || sp.Start >= s.Next {
			continue
		}
		in := &evidence{hit: e.hit, sentence: s, at: i}
		for _, n := range s.Names {
			if s.First+n.First < sp.End && s.First+n.Next > sp.Start && in.personLike(n) {
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
