package answer

import (
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
	f := newFollowUp(asked, qn.History[len(qn.History)-1])
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

// complete adds the matter of the last question.
func (f *followUp) complete() string {
	return strings.TrimRight(f.asked, "?! .") + " " + f.topic() + "?"
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

// replacePronouns puts what a pronoun stands for in its place.
func (f *followUp) replacePronouns() string {
	var b strings.Builder
	at, done := 0, map[string]bool{}
	for i, w := range f.words {
		with := f.referent(i)
		if with == "" || done[with] {
			continue
		}
		done[with] = true
		b.WriteString(f.asked[at:w.Start])
		b.WriteString(with)
		at = w.End
	}
	b.WriteString(f.asked[at:])
	return b.String()
}

// referent is what the pronoun at word i stands for; "" for other words and
// where the question itself says whom it means.
func (f *followUp) referent(i int) string {
	w := f.words[i].Norm
	switch {
	case personPronouns[w] || ownPronouns[w]:
		if f.namesBefore(i) {
			return ""
		}
		name := f.person()
		if name != "" && ownPronouns[w] && i+1 < len(f.words) && (w != "her" || !text.IsStop(f.words[i+1].Norm)) {
			return name + "'s"
		}
		return name
	case thingPronouns[w] && len(contentWords(f.words)) <= 2 && f.standsAlone(i):
		return f.thing()
	case groupPronouns[w] && len(contentWords(f.words)) <= 2:
		return f.thing()
	}
	return ""
}

// standsAlone reports whether "that" or "this" is a pronoun there and not part
// of "that meeting".
func (f *followUp) standsAlone(i int) bool {
	w := f.words[i].Norm
	if w == "it" || w == "its" || w == "there" || w == "then" || i+1 == len(f.words) {
		return true
	}
	return text.IsStop(f.words[i+1].Norm)
}

// namesBefore reports whether the question names somebody before word i.
func (f *followUp) namesBefore(i int) bool {
	for _, n := range value.Names(f.asked, f.words) {
		if n.Next <= i && !text.IsCountry(f.words[n.First].Norm) {
			return true
		}
	}
	return false
}

// person is the person that the conversation was about last: named in the last
// question, else in its short answer, else in what was quoted.
func (f *followUp) person() string {
	for _, s := range []string{f.last.Question, f.last.Answer.ShortAnswer} {
		if name := lastPerson(s); name != "" {
			return name
		}
	}
	return f.typedPerson()
}

// lastPerson is the last name in s that can be a person's.
func lastPerson(s string) string {
	words := text.Words(s)
	names := value.Names(s, words)
	for i := len(names) - 1; i >= 0; i-- {
		if n := names[i]; plainPerson(words[n.First:n.Next]) {
			return s[n.Start : words[n.Next-1].Start+len(words[n.Next-1].Text)]
		}
	}
	return ""
}

func plainPerson(words []text.Word) bool {
	for _, w := range words {
		if notPerson[w.Norm] || text.IsCountry(w.Norm) || placeNouns[w.Norm] {
			return false
		}
	}
	return true
}

// typedPerson finds a name that the last question gave without capitals, in the
// sentences that answered it.
func (f *followUp) typedPerson() string {
	typed := map[string]bool{}
	for _, w := range text.Words(f.last.Question) {
		typed[w.Norm] = !text.IsStop(w.Norm)
	}
	for _, s := range f.last.Answer.Statements {
		words := text.Words(s.Text)
		for _, n := range value.Names(s.Text, words) {
			if typed[words[n.Next-1].Norm] && plainPerson(words[n.First:n.Next]) {
				return s.Text[n.Start : words[n.Next-1].Start+len(words[n.Next-1].Text)]
			}
		}
	}
	return ""
}

// thing is the matter of the last question: its topic without the light verbs
// at the end ("the summit held" is about the summit).
func (f *followUp) thing() string {
	topic := f.topic()
	words := text.Words(topic)
	end := len(words)
	for end > 0 && (lightVerbs[text.Stem(words[end-1].Norm)] || text.IsStop(words[end-1].Norm)) {
		end--
	}
	if end == 0 {
		return ""
	}
	return topic[:words[end-1].End]
}
