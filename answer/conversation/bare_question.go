package conversation

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// isBareQuestion reports whether there is a question word and nothing to ask
// about: "Why?", "And how long?".
func (f *followUp) isBareQuestion() bool {
	asks := false
	for _, w := range f.words {
		asks = asks || lexicon.QuestionLeads[w.Norm]
		if !text.IsStop(w.Norm) && !bareWords[w.Norm] && !prepositions[w.Norm] || lexicon.PersonPronouns[w.Norm] || lexicon.ThingPronouns[w.Norm] || lexicon.GroupPronouns[w.Norm] {
			return false
		}
	}
	return asks && !f.takesSides()
}

var bareWords = text.WordSet(`long many much exactly year day date time place city country person years days dates times places cities countries people`)

// asksMeasure reports whether the question is "How" with one more word: "How tall?"
func (f *followUp) asksMeasure() bool {
	return len(f.words) == 2 && f.words[0].Norm == "how" && !text.IsStop(f.words[1].Norm) && !bareWords[f.words[1].Norm]
}

// measured is such a question of what the last one is about.
func (f *followUp) measured() string {
	who := f.person()
	if who != "" {
		return bare(f.asked) + " is " + who + "?"
	}
	if thing := f.thing(); thing != "" {
		return bare(f.asked) + " " + was(thing) + "?"
	}
	return f.asked
}

// complete adds what the last question asked about.
func (f *followUp) complete() string {
	if f.before[0].Norm == "who" && lettersOf(f.asked) == "why not" {
		return f.asked // of nobody in particular
	}
	if existed := f.ofExistence(); existed != "" {
		return existed
	}
	if whom := f.befell(); whom != "" && f.asksCircumstance() {
		return bare(f.asked) + " did that happen to " + whom + "?"
	}
	if chosen := f.ofChosen(); chosen != "" {
		return chosen
	}
	at := f.auxiliary(f.before)
	if manner, ok := strings.CutPrefix(text.Fold(bare(f.asked)), "why so "); ok && at >= 0 {
		return "Why " + f.predicate() + " so " + manner + "?"
	}
	if at > 0 && f.before[at-1].Norm == "who" && !doing[f.before[at].Norm] && f.asksCircumstance() {
		if len(f.names()) > 0 && len(f.before)-at <= 3 && !prepositions[f.before[at+1].Norm] {
			return f.asked // "Who is Ann Lee?" has no circumstances
		}
		if who := f.answered(); who != "" {
			return bare(f.asked) + " " + f.before[at].Text + " " + who + " " + bare(f.last.Question[f.before[at+1].Start:]) + "?"
		}
		if thing := f.firstThing(); isEvent(thing) && !f.asks("why") {
			return bare(f.asked) + " " + was(thing) + "?"
		}
		return bare(f.asked) + " was it that someone " + f.predicate() + "?"
	}
	if at < 0 && f.asksCircumstance() {
		if cleft := f.cleft(); cleft != "" {
			return cleft
		}
	}
	if f.asks("long") && !f.last.Told {
		if thing := f.subjectEvent(at); thing != "" {
			return bare(f.asked) + " did " + thing + " last?"
		}
	}
	rest := f.predicate()
	if rest == "" {
		return f.asked
	}
	if f.before[0].Norm == "what" && f.asksCircumstance() {
		rest = withObject(rest)
	}
	if f.asks("why") && at >= 0 && len(f.names()) > 0 && len(text.Words(rest)) == 1+text.CountWords(f.names()[0].Of(f.last.Question)) {
		return f.asked // "Where was Ann?" tells nothing of which there is a reason
	}
	rest += f.objectAsked(at)
	if first := firstWord(rest); lexicon.Auxiliaries[affirmative(text.Fold(first))] && f.endsInAuxiliary() {
		rest = strings.TrimPrefix(rest[len(first):], " ")
	}
	if at >= 0 && (lettersOf(f.asked) == "why not" || at == 0 && lettersOf(f.asked) == "why" && f.last.Short == "No") {
		return "Why " + contracted(f.before[at].Norm) + rest[len(f.before[at].Text):] + "?"
	}
	return bare(f.asked) + " " + rest + "?"
}

// objectAsked is the thing of which the last question asks how many or which somebody did
// something to, as its clause goes on without asking: " the boats" of "How many boats did
// Ann buy?"
func (f *followUp) objectAsked(at int) string {
	if at < 2 || !doing[f.before[at].Norm] || !f.asksCircumstance() {
		return ""
	}
	from := 0
	for from < at && !whichWords[f.before[from].Norm] {
		from++
	}
	if from++; from >= at || bareWords[f.before[from].Norm] {
		return ""
	}
	return " the " + bare(f.last.Question[f.before[from].Start:f.before[at-1].End])
}

// endsInAuxiliary reports whether the question ends in one: "Who wasn't?"
func (f *followUp) endsInAuxiliary() bool {
	return lexicon.Auxiliaries[affirmative(f.words[len(f.words)-1].Norm)]
}

// answered is the one person with whom the last question was answered, or "".
func (f *followUp) answered() string {
	if all := people(f.last.Short); len(all) == 1 {
		return all[0]
	}
	return ""
}

// asksWhenDone reports whether the question asks when or where that was, of what somebody
// did to things that the last question counts: not they are meant, but the deed.
func (f *followUp) asksWhenDone() bool {
	return len(f.words) == 3 && f.asksCircumstance() && lexicon.Auxiliaries[f.words[1].Norm] && (f.words[2].Norm == "that" || f.words[2].Norm == "this") && (behindNoun(f.before) > 0 || f.befell() != "")
}

// withObject is what somebody said or did with "that" for what it was: "did Ann say that
// about the fair".
func withObject(clause string) string {
	words := text.Words(clause)
	for i, w := range words {
		if lexicon.Saying[text.Stem(w.Norm)] || i > 0 && i+1 == len(words) && w.Norm == "do" {
			return clause[:w.End] + " that" + clause[w.End:]
		}
	}
	return clause
}

// contracted is an auxiliary with its short "not".
func contracted(auxiliary string) string {
	switch auxiliary {
	case "will":
		return "won't"
	case "can":
		return "can't"
	}
	return auxiliary + "n't"
}

// was is a thing with the verb before it.
func was(thing string) string {
	if isPlural(thing) {
		return "were " + thing
	}
	return "was " + thing
}

func bare(s string) string { return strings.TrimRight(s, "?! .") }

// asksCircumstance reports whether when, where, why or how is asked.
func (f *followUp) asksCircumstance() bool {
	return f.asks("when") || f.asks("where") || f.asks("why") || f.asks("how") && !f.asks("many")
}

// cleft asks for the circumstances of what somebody did: "When was it that Ann
// signed the treaty?"
func (f *followUp) cleft() string {
	topic := f.topic()
	if topic == "" {
		return ""
	}
	if len(f.before) > 1 && f.before[0].Norm == "how" && bareWords[f.before[1].Norm] && f.before[1].Norm != "long" || !lexicon.QuestionLeads[f.before[0].Norm] {
		return f.cleftOfNoun(topic)
	}
	who := f.last.Short
	if !beginsLarge(who) || lastPerson(who) == "" && len(value.Names(who, text.Words(who))) == 0 {
		if thing := f.firstThing(); thing != "" && !f.asks("since") {
			if f.asks("long") {
				return bare(f.asked) + " did " + thing + " last?"
			}
			return bare(f.asked) + " " + was(thing) + "?"
		}
		who = "someone"
	}
	if f.asks("since") {
		return bare(f.asked) + " is it that " + who + " " + topic + "?"
	}
	return bare(f.asked) + " was it that " + who + " " + topic + "?"
}

// cleftOfNoun asks for the circumstances of what the last question counts ("boats
// sank"), or names without asking in a sentence ("harbour fair how long").
func (f *followUp) cleftOfNoun(topic string) string {
	if words := text.Words(topic); !articleWords[words[0].Norm] {
		topic = "the " + topic
	}
	if isEvent(topic) {
		return bare(f.asked) + " " + was(topic) + "?"
	}
	return bare(f.asked) + " was it that " + topic + "?"
}

// subjectEvent is the subject of a question about where or when something was
// held, which may be asked how long it lasted.
func (f *followUp) subjectEvent(at int) string {
	if at < 0 || doing[f.before[at].Norm] && !f.lasts() {
		return ""
	}
	return f.firstThing()
}

// lasts reports whether the last question asks of an event that took place.
func (f *followUp) lasts() bool {
	end := f.before[len(f.before)-1].Norm
	return end == "place" || lasting[end]
}

// lasting are the verbs that ask for nothing but how long something took.
var lasting = text.WordSet(`last lasted take took`)

// predicate is the last question from its auxiliary on ("did they sign it"), or
// its topic where it has none. How long something lasted is asked once: "And
// where?" then asks where it took place.
func (f *followUp) predicate() string {
	at := f.auxiliary(f.before)
	if at < 0 {
		return f.topic()
	}
	end := len(f.before) - 1
	if lasting[f.before[end].Norm] && !f.asks("long") && !f.asks("why") {
		return small(f.last.Question[f.before[at].Start:f.before[end].Start]) + "take place"
	}
	return small(f.last.Question[f.before[at].Start:f.before[end].End])
}

// auxiliary is the place of the auxiliary before the topic; -1 if there is none.
func (f *followUp) auxiliary(words []text.Word) int {
	at, from := -1, 0
	if len(words) > 1 && prepositions[words[0].Norm] && lexicon.QuestionWords[words[1].Norm] {
		from = 1 // "To whom did …"
	}
	for i := from; i < len(words) && (lexicon.QuestionLeads[words[i].Norm] || bareWords[words[i].Norm] || words[i].Norm == "and"); i++ {
		if lexicon.Auxiliaries[words[i].Norm] {
			at = i
		}
	}
	if at < 0 {
		at = behindNoun(words)
	}
	if at == len(words)-1 {
		return -1
	}
	return at
}

// behindNoun is the place of a form of "do" behind the noun of what is asked for: "Which
// old boats did …"; -1 if there is none.
func behindNoun(words []text.Word) int {
	at := slices.IndexFunc(words, func(w text.Word) bool { return whichWords[w.Norm] })
	if at < 0 || at > 2 {
		return -1
	}
	for i := at + 1; i < len(words) && i <= at+maxFragment; i++ {
		if doing[words[i].Norm] && i > at+1 {
			return i
		}
		if text.IsStop(words[i].Norm) {
			break
		}
	}
	return -1
}

// topic is the last question without its question word and auxiliary.
func (f *followUp) topic() string {
	i := 0
	for i < len(f.before) && (lexicon.QuestionLeads[f.before[i].Norm] || bareWords[f.before[i].Norm] || f.before[i].Norm == "and") {
		i++
	}
	end := len(f.before)
	for end > i && i == 0 && (lexicon.QuestionLeads[f.before[end-1].Norm] || bareWords[f.before[end-1].Norm]) {
		end-- // "harbour fair how long"
	}
	if i >= end {
		return ""
	}
	return f.last.Question[f.before[i].Start:f.before[end-1].End]
}
