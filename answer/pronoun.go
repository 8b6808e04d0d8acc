package answer

import (
	"slices"
	"strings"

	"sherpa/internal/text"
	"sherpa/internal/value"
)

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
	case w == "there" && len(contentWords(f.words)) <= 2:
		return f.scene()
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
	for _, n := range slices.Backward(names) {
		if plainPerson(words[n.First:n.Next]) {
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

// scene is where "there" is: at the matter of the last question, or with those
// who did what it asks about.
func (f *followUp) scene() string {
	thing := f.thing()
	if thing == "" {
		return ""
	}
	words := text.Words(f.last.Question)
	aux := f.auxiliary(words)
	did := thing == f.topic() && aux >= 0 && doing[words[aux].Norm]
	if who := leadingNames(thing); did && who != "" && f.asks("who") {
		return "with " + who
	}
	if did {
		return "when " + thing
	}
	if f.asks("who") {
		return "present at " + thing
	}
	return "at " + thing
}

// leadingNames are the names that a text begins with ("Ann and Bob talk").
func leadingNames(s string) string {
	words := text.Words(s)
	next := 0
	for _, n := range value.Names(s, words) {
		if n.First > next+1 || n.First > next && words[next].Norm != "and" {
			break
		}
		next = n.Next
	}
	if next == 0 {
		return ""
	}
	return s[:words[next-1].End]
}

// doing are the auxiliaries that a verb follows.
var doing = wordSet(`did does do will would can could should`)

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
