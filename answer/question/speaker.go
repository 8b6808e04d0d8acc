package question

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// Who wants to know whose words some are gives them in quotation marks: “Who said ‘…’?”

// LeastQuoted is how many words in a row tell a sentence from others.
const LeastQuoted = 3

// QuotedWords are the words of the question in quotation marks.
func (q *Question) QuotedWords() []string {
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

// BesideVerb are words between a subject and its verb.
var BesideVerb = text.WordSet(`also later then earlier already repeatedly again however only simply once even`)

// speakerTerms are the terms of whose words the question asks for: "the mayor" in "What
// did the mayor say about the bridge?", "How did the mayor react?" and "What was the
// mayor's answer?".
func (q *Question) speakerTerms() []int {
	switch q.Kind {
	case retrieval.KindQuotation, retrieval.KindOther, retrieval.KindManner:
	case retrieval.KindYesNo:
		if !q.asksWhetherSaid() {
			return nil
		}
	default:
		return nil
	}
	first, next := q.SpeakerWords()
	var terms []int
	for t := range q.Terms {
		if q.Terms[t].At >= first && q.Terms[t].At < next && q.Terms[t].IDF > 0 && !BesideVerb[q.Terms[t].Norm] {
			terms = append(terms, t)
		}
	}
	return terms
}

// NamesSpeaker reports whether the speaker is named ("President Lund") and not told
// by what or where that is ("the head of Brandt").
func (q *Question) NamesSpeaker() bool {
	first, last := q.Terms[q.Speaker[0]], q.Terms[q.Speaker[len(q.Speaker)-1]]
	return last.Name && !lexicon.RoleWords[last.Norm] && !slices.ContainsFunc(q.Words[first.At:last.At], func(w string) bool { return text.IsStop(w) })
}

// SpeakerWords are the words of the question that name the speaker.
func (q *Question) SpeakerWords() (first, next int) {
	do := slices.IndexFunc(q.Words, func(w string) bool { return DoVerbs[w] })
	for i := do + 1; do >= 0 && i < len(q.Words); i++ {
		if stem := text.Stem(q.Words[i]); lexicon.Saying[stem] || responding[stem] || ReportingVerbs[stem] || givesWords[q.Words[i]] && q.Has(spokenNouns) {
			return do + 1, i
		}
	}
	noun := slices.IndexFunc(q.Words, func(w string) bool { return spokenNouns[w] })
	if noun < 0 {
		return 0, 0
	}
	if noun+1 < len(q.Words) && (q.Words[noun+1] == "of" || q.Words[noun+1] == "by" || q.Words[noun+1] == "from") {
		next = noun + 2
		for next < len(q.Words) && !aboutWords[q.Words[next]] {
			next++
		}
		return noun + 2, next
	}
	for first = noun; first > 0 && !beforeSpeaker[q.Words[first-1]]; first-- {
	}
	return first, noun
}

var (
	// DoVerbs stand before the subject in a question.
	DoVerbs = text.WordSet(`did does do has have had`)
	// responding are stems of verbs for what somebody says or thinks of a matter.
	responding = text.StemSet(`react defend justify think feel criticise criticize answer explain sum complain believe view`)
	// spokenNouns are words for what somebody says.
	spokenNouns = text.WordSet(`words comment comments remark remarks reaction response reply answer view views opinion verdict warning promise statement message
		argument explanation advice criticism assessment`)
	// givesWords are verbs by which somebody speaks together with such a noun.
	givesWords = text.WordSet(`give gave make made offer issue issued send express`)
	// aboutWords begin what somebody spoke about.
	aboutWords = text.WordSet(`to about on regarding concerning after when at for in`)
	// beforeSpeaker stand before whose words are asked for.
	beforeSpeaker = text.WordSet(`was is were are what which how in with by`)
)

// "Did Ann say that the bridge is safe?" asks for Ann's words: whether the bridge is safe
// decides nothing, and neither does what others say of it.

// ReportingVerbs are stems of verbs that take what somebody says for their object, and
// tell nothing else that was done.
var ReportingVerbs = text.StemSet(`say tell state remark claim suggest argue insist acknowledge admit concede stress emphasize emphasise mention note add joke quip predict deny`)

// SaidThings are the terms of what a yes/no question asks whether somebody said it; none
// of "anything". It is false for other questions.
func (q *Question) SaidThings() ([]int, bool) {
	if q.Kind != retrieval.KindYesNo || len(q.Speaker) == 0 {
		return nil, false
	}
	_, verb := q.SpeakerWords()
	var things []int
	for t := range q.Terms {
		if q.Terms[t].At > verb && !Indefinite[q.Terms[t].Norm] {
			things = append(things, t)
		}
	}
	return things, true
}

// asksWhetherSaid reports whether the words of a yes/no question ask if somebody said
// something.
func (q *Question) asksWhetherSaid() bool {
	if len(q.Words) == 0 || !DoVerbs[q.Words[0]] {
		return false
	}
	_, verb := q.SpeakerWords()
	who := slices.IndexFunc(q.Terms, func(t retrieval.Term) bool { return t.At == verb-1 })
	if who < 0 || !q.Terms[who].Name && !lexicon.RoleWords[q.Terms[who].Norm] {
		return false
	}
	return verb > 1 && verb+1 < len(q.Words) && ReportingVerbs[text.Stem(q.Words[verb])]
}
