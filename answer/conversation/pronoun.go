package conversation

import (
	"cmp"
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// replacePronouns puts what a pronoun stands for in its place.
func (f *followUp) replacePronouns() string {
	var b strings.Builder
	at, done := 0, map[string]bool{}
	for i, w := range f.words {
		with := f.referent(i)
		if done[with] {
			with = f.otherThan(with, w.Norm)
		}
		if with == "" {
			continue
		}
		done[with] = true
		b.WriteString(f.agreeing(at, i, with))
		b.WriteString(with)
		if at = w.End; strings.HasPrefix(w.Norm, "it's") || strings.HasPrefix(w.Norm, "he's") || strings.HasPrefix(w.Norm, "they're") {
			b.WriteString(w.Text[strings.IndexFunc(w.Text, isMark):])
		}
	}
	b.WriteString(f.asked[at:])
	return b.String()
}

// withVerb completes a question that ends in "to" with what the last one asks whether
// somebody did: "Who asked her to resign?"
func (f *followUp) withVerb(asked string) string {
	subjects := slices.Concat(f.names(), thingsIn(f.last.Question))
	if len(f.words) < 3 || f.words[len(f.words)-1].Norm != "to" || !doing[f.before[0].Norm] || len(subjects) == 0 {
		return asked
	}
	deed := strings.TrimSpace(bare(f.last.Question[subjects[0].End:]))
	if deed == "" {
		return asked
	}
	return bare(asked) + " " + deed + "?"
}

// withMatter adds of what the day or the place is on which articles are asked to agree.
func (f *followUp) withMatter(asked string) string {
	last := len(f.words) - 1
	if matter := f.matter(); f.words[last].Norm == "against" && matter != "" {
		return bare(asked) + " " + matter + "?"
	}
	if !bareWords[f.words[last].Norm] || !f.asks("the") || !slices.ContainsFunc(f.words, func(w text.Word) bool { return agreeing[w.Norm] }) {
		return asked
	}
	for e := f; e != nil; e = e.earlier() {
		if thing := e.firstThing(); thing != "" {
			return bare(asked) + " of " + thing + "?"
		}
	}
	return asked
}

// agreeing is the question from at to the pronoun at word i, with a verb before it in
// the number of what takes the pronoun's place: "When were the talks?"
func (f *followUp) agreeing(at, i int, with string) string {
	if i > 0 && strings.HasPrefix(with, "the ") && isPlural(with) {
		if verb := f.words[i-1]; verb.Start >= at && plurals[verb.Norm] != "" {
			return f.asked[at:verb.Start] + plurals[verb.Norm] + f.asked[verb.End:f.words[i].Start]
		}
	}
	return f.asked[at:f.words[i].Start]
}

// plurals are the forms of verbs before several, by those before one.
var plurals = map[string]string{"was": "were", "is": "are", "wasn't": "weren't", "isn't": "aren't"}

func isMark(r rune) bool { return text.IsApostrophe(r) }

// referent is what the pronoun at word i stands for; "" for other words and
// where the question itself says whom it means.
func (f *followUp) referent(i int) string {
	w := f.words[i].Norm
	switch {
	case lexicon.PersonPronouns[w] || lexicon.OwnPronouns[w]:
		if f.namesBefore(i) || f.personBefore(i) {
			return ""
		}
		return f.owned(i, f.person(), lexicon.OwnPronouns[w] && (w != "her" || i+1 < len(f.words) && !text.IsStop(f.words[i+1].Norm)))
	case lexicon.GroupPronouns[w]:
		if f.severalBefore(i) {
			return ""
		}
		if w == "they" && f.meansArticles(i) {
			return "the articles"
		}
		several := f.group()
		if f.areUntold(i, several) {
			return "someone"
		}
		return f.owned(i, several, w == "their")
	case w == "one" && i > 1 && f.words[i-2].Norm == "the" && otherTimes[f.words[i-1].Norm]:
		return f.eventNoun()
	case w == "there" && f.isPlace(i):
		return f.scene()
	case w == "then" && i > 1 && i+1 == len(f.words):
		return f.time()
	case lexicon.ThingPronouns[w] && w != "there" && f.standsAlone(i) && f.means(i):
		return f.owned(i, f.matter(), w == "its")
	}
	return ""
}

// areUntold reports whether "they" at word i did something to somebody, and nothing tells
// who they were: not the things that the last question names.
func (f *followUp) areUntold(i int, several string) bool {
	acts := f.words[i].Norm == "they" && i+2 < len(f.words) && (f.words[i+2].Norm == "him" || f.words[i+2].Norm == "her")
	return acts && (several == "" || articleWords[text.Fold(firstWord(several))] && !isPersonNoun(several) && !isCollective(several))
}

// otherTimes tell one event of several: "the next one".
var otherTimes = text.WordSet(`next last first second third previous following`)

// eventNoun is the noun of the event that was spoken of: "talks"; "" if there was none.
func (f *followUp) eventNoun() string {
	for _, w := range slices.Backward(text.Words(f.matter())) {
		if eventNouns[text.Stem(w.Norm)] {
			return w.Text
		}
	}
	return ""
}

// otherThan is whom an object means where the subject is somebody already: "What did he
// say about him?" speaks of two.
func (f *followUp) otherThan(subject, pronoun string) string {
	if pronoun != "him" && pronoun != "her" {
		return ""
	}
	for _, n := range f.names() {
		if name := n.Of(f.last.Question); !sharesWord(name, subject) && plainPerson(text.Words(name)) {
			return name
		}
	}
	return ""
}

// matter is the thing of the last question, else of one before it.
func (f *followUp) matter() string {
	measure := ""
	for e := f; e != nil; e = e.earlier() {
		if len(e.before) == 0 {
			continue
		}
		thing := e.thing()
		if e.before[0].Norm == "how" && thing == "the people" {
			thing = e.placeNamed() // "How many people work at Norwick Mills?"
		}
		if e.before[0].Norm == "how" && thing != "" && thing == e.askedThing() {
			if !isPlural(thing) {
				measure = cmp.Or(measure, thing) // "How much pay do they get?" is rather about who pays
			}
			continue
		}
		if thing != "" && !(f.asksExtent() && thing == e.happening()) {
			return thing
		}
	}
	return measure
}

// asksExtent reports whether the question asks how much or how high something was, which no
// deed is.
func (f *followUp) asksExtent() bool {
	return len(f.words) > 1 && f.words[0].Norm == "how" && extents[f.words[1].Norm]
}

var extents = text.WordSet(`much high tall deep wide heavy big large old`)

// owned is a name, with the ending of possession where it stands before a thing.
func (f *followUp) owned(i int, name string, owns bool) string {
	if name == "" || !owns || i+1 == len(f.words) {
		return name
	}
	if strings.HasSuffix(name, "s") && strings.HasPrefix(name, "the ") {
		return name + "’"
	}
	return name + "'s"
}

// isPlace reports whether "there" at word i is a place: it ends the question, and
// does not begin "there is".
func (f *followUp) isPlace(i int) bool {
	if i+1 == len(f.words) {
		return i > 0
	}
	return len(contentWords(f.words)) <= 2 && prepositions[f.words[i+1].Norm] && !lexicon.Auxiliaries[f.words[max(0, i-1)].Norm]
}

// means reports whether a pronoun for a thing stands for one of the last question:
// the question names none before it, and does not only say that something is so.
func (f *followUp) means(i int) bool {
	switch w := f.words[i].Norm; w {
	case "then":
		return false
	case "that", "this", "those", "these":
		return len(contentWords(f.words)) <= 3 && !f.introduces(i)
	default:
		return !f.isEmptySubject(i) && (len(thingsIn(f.asked[:f.words[i].Start])) == 0 || f.asksKindOf(i))
	}
}

// asksKindOf reports whether all before the verb of the pronoun at word i says what is
// asked for: "what day of the week was it".
func (f *followUp) asksKindOf(i int) bool {
	at := slices.IndexFunc(f.words, func(w text.Word) bool { return lexicon.Auxiliaries[w.Norm] })
	return at > 0 && at == i-1 && (f.words[0].Norm == "what" || f.words[0].Norm == "which")
}

// introduces reports whether "that" at word i begins a clause ("say that …").
func (f *followUp) introduces(i int) bool {
	return i+2 < len(f.words) && !prepositions[f.words[i+1].Norm] && f.words[i].Norm == "that" && i > 1
}

// isEmptySubject reports whether "it" stands for nothing: "is it true that", "how
// long did it take to", "what did it say on the wall".
func (f *followUp) isEmptySubject(i int) bool {
	if i+1 >= len(f.words) {
		return false
	}
	next := f.words[i+1].Norm
	if next == "that" || next == "who" {
		return true // "When was it that …"
	}
	if written[next] && i+2 < len(f.words) && prepositions[f.words[i+2].Norm] {
		return true
	}
	return emptily[next] || takesTime[next] && slices.ContainsFunc(f.words[i+2:], func(w text.Word) bool { return w.Norm == "to" })
}

var written = text.WordSet(`say says read reads stand stands`)

var takesTime = text.WordSet(`take takes took taken`)

var emptily = text.WordSet(`true possible likely clear known certain important necessary correct said reported expected seems seem appears rain raining`)

// standsAlone reports whether "that" or "this" is a pronoun there and not part
// of "that meeting".
func (f *followUp) standsAlone(i int) bool {
	w := f.words[i].Norm
	if w == "it" || w == "its" || i+1 == len(f.words) {
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

// personBefore reports whether the question speaks of somebody without a name before
// word i: "the baker".
func (f *followUp) personBefore(i int) bool {
	before := f.asked[:f.words[i].Start]
	return slices.ContainsFunc(thingsIn(before), func(t text.Span) bool { return isPersonNoun(t.Of(before)) && !isPlural(t.Of(before)) })
}

// severalBefore reports whether the question names several before word i.
func (f *followUp) severalBefore(i int) bool {
	before := f.asked[:f.words[i].Start]
	names := value.Names(before, text.Words(before))
	return len(names) > 1 || slices.ContainsFunc(thingsIn(before), func(t text.Span) bool { return isPlural(t.Of(before)) })
}

// isPlural reports whether a noun phrase names several.
func isPlural(phrase string) bool {
	words := text.Words(phrase)
	last := words[len(words)-1].Norm
	return strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss") || last == "people" || last == "men" || last == "women"
}
