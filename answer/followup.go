package answer

import (
	"slices"
	"strings"

	"sherpa/internal/text"
	"sherpa/internal/value"
)

// resolve makes a question that leans on the conversation stand alone: it puts
// the person for "he", the matter for "it", and completes fragments such as
// "And Russia?" from the question before.
func resolve(qn Question) string {
	asked := text.Squeeze(text.Clean(qn.Text))
	if len(qn.History) == 0 {
		return asked
	}
	f := newFollowUp(asked, lastTurn(qn.History))
	switch {
	case f.asksElse():
		return f.last.Question
	case f.isFragment():
		return f.substitute()
	case f.isBareQuestion():
		return f.complete()
	}
	return f.replacePronouns()
}

// lastTurn is the last question of a conversation: of a message with several, the
// last one of it.
func lastTurn(history []Turn) Turn {
	last := history[len(history)-1]
	if n := len(last.Answer.Parts); n > 0 {
		part := last.Answer.Parts[n-1]
		return Turn{Question: part.asked(), Answer: part}
	}
	return last
}

// followUp is a question with the turn before it.
type followUp struct {
	asked string
	words []text.Word
	last  Turn
}

func newFollowUp(asked string, last Turn) *followUp {
	return &followUp{asked: asked, words: text.Words(asked), last: last}
}

var (
	fragmentLeads  = [][]string{{"and"}, {"what", "about"}, {"how", "about"}, {"and", "what", "about"}, {"and", "how", "about"}, {"or"}}
	questionLeads  = wordSet(`who whom whose what which when where why how did does do is are was were has have had will would can could should`)
	personPronouns = wordSet(`he him she her`)
	ownPronouns    = wordSet(`his hers her`)
	groupPronouns  = wordSet(`they them their theirs`)
	thingPronouns  = wordSet(`it its that this there then those these`)
)

// asksElse reports whether the question asks for more of the same ("Who else?").
func (f *followUp) asksElse() bool {
	if len(f.words) > 3 {
		return false
	}
	for _, w := range f.words {
		if w.Norm == "else" || w.Norm == "more" || w.Norm == "others" {
			return true
		}
	}
	return false
}

// lead is the number of words of "and …" or "what about …" at the beginning.
func (f *followUp) lead() int {
	n := 0
	for _, lead := range fragmentLeads {
		if len(lead) > n && len(f.words) > len(lead) && f.startsWith(lead) {
			n = len(lead)
		}
	}
	return n
}

func (f *followUp) startsWith(lead []string) bool {
	for i, w := range lead {
		if f.words[i].Norm != w {
			return false
		}
	}
	return true
}

// isFragment reports whether only a new name or noun is given: "And Russia?".
func (f *followUp) isFragment() bool {
	n := f.lead()
	if n == 0 || len(f.words)-n > 6 {
		return false
	}
	for _, w := range f.words[n:] {
		if questionLeads[w.Norm] || personPronouns[w.Norm] {
			return false
		}
	}
	return true
}

// substitute asks the last question of the new name or noun.
func (f *followUp) substitute() string {
	rest := f.words[f.lead():]
	content := contentWords(rest)
	if len(content) == 0 {
		return f.last.Question
	}
	item := f.asked[content[0].Start:content[len(content)-1].End]
	lastWords := text.Words(f.last.Question)
	if at, ok := replaceable(f.last.Question, lastWords, content); ok {
		return f.last.Question[:at.Start] + trimOwn(item) + f.last.Question[at.End:]
	}
	return strings.TrimRight(f.last.Question, "?! .") + " " + item + "?"
}

// trimOwn cuts a possessive ending.
func trimOwn(s string) string {
	if w := text.Words(s); len(w) > 0 {
		return s[:w[len(w)-1].Start] + w[len(w)-1].Text
	}
	return s
}

// replaceable finds what the new words stand for in the last question: a
// country for a country, else a name for a name.
func replaceable(last string, words []text.Word, content []text.Word) (text.Span, bool) {
	for _, c := range content {
		if !text.IsCountry(c.Norm) {
			continue
		}
		for _, w := range words {
			if text.IsCountry(w.Norm) {
				return text.Span{Start: w.Start, End: w.Start + len(w.Text)}, true
			}
		}
	}
	if !content[0].IsCapital() {
		return text.Span{}, false
	}
	names := value.Names(last, words)
	if len(names) == 0 {
		return text.Span{}, false
	}
	n := names[len(names)-1]
	return text.Span{Start: n.Start, End: words[n.Next-1].Start + len(words[n.Next-1].Text)}, true
}

func contentWords(words []text.Word) []text.Word {
	var content []text.Word
	for _, w := range words {
		if !text.IsStop(w.Norm) {
			content = append(content, w)
		}
	}
	return content
}

// isBareQuestion reports whether there is a question word and nothing to ask
// about: "Why?", "And how long?".
func (f *followUp) isBareQuestion() bool {
	asks := false
	for _, w := range f.words {
		asks = asks || questionLeads[w.Norm]
		if !text.IsStop(w.Norm) && !bareWords[w.Norm] || personPronouns[w.Norm] || thingPronouns[w.Norm] || groupPronouns[w.Norm] {
			return false
		}
	}
	return asks
}

var bareWords = wordSet(`long many much exactly year day date time place city country person`)

// complete adds what the last question asked about.
func (f *followUp) complete() string {
	rest := f.predicate()
	if rest == "" {
		return f.asked
	}
	return strings.TrimRight(f.asked, "?! .") + " " + rest + "?"
}

// lasting are the verbs that ask for nothing but how long something took.
var lasting = wordSet(`last lasted take took`)

// predicate is the last question from its auxiliary on ("did they sign it"), or
// its topic where it has none. How long something lasted is asked once: "And
// where?" then asks where it took place.
func (f *followUp) predicate() string {
	words := text.Words(f.last.Question)
	at := f.auxiliary(words)
	if at < 0 {
		return f.topic()
	}
	end := len(words) - 1
	if lasting[words[end].Norm] && !f.asks("long") {
		return f.last.Question[words[at].Start:words[end].Start] + "take place"
	}
	return f.last.Question[words[at].Start:words[end].End]
}

var auxiliaries = wordSet(`did does do is are was were has have had will would can could should`)

// auxiliary is the place of the auxiliary before the topic; -1 if there is none.
func (f *followUp) auxiliary(words []text.Word) int {
	at := -1
	for i := 0; i < len(words) && (questionLeads[words[i].Norm] || bareWords[words[i].Norm] || words[i].Norm == "and"); i++ {
		if auxiliaries[words[i].Norm] {
			at = i
		}
	}
	if at == len(words)-1 {
		return -1
	}
	return at
}

// asks reports whether the question has a word.
func (f *followUp) asks(norm string) bool {
	return slices.ContainsFunc(f.words, func(w text.Word) bool { return w.Norm == norm })
}

// topic is the last question without its question word and auxiliary.
func (f *followUp) topic() string {
	words := text.Words(f.last.Question)
	i := 0
	for i < len(words) && (questionLeads[words[i].Norm] || bareWords[words[i].Norm] || words[i].Norm == "and") {
		i++
	}
	if i == len(words) {
		return ""
	}
	return f.last.Question[words[i].Start:words[len(words)-1].End]
}
