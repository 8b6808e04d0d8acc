package conversation

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// time is when "then" is: at the date that was answered, else "".
func (f *followUp) time() string {
	short := f.last.Short
	all := value.Find(short)
	if len(all) != 1 || all[0].Kind != value.Date || all[0].When.Year == 0 {
		return ""
	}
	if all[0].When.Day != 0 {
		return "on " + short
	}
	return "in " + short
}

// bareThings are several things that the last question names without an article behind
// "about": "What is this about lanterns?"
func (f *followUp) bareThings() string {
	for i := 1; i < len(f.before); i++ {
		if f.before[i-1].Norm != "about" || text.IsStop(f.before[i].Norm) || f.before[i].IsCapital() {
			continue
		}
		end := i + 1
		for end < len(f.before) && !text.IsStop(f.before[end].Norm) {
			end++
		}
		if phrase := f.last.Question[f.before[i].Start : f.before[end-1].Start+len(f.before[end-1].Text)]; isPlural(phrase) {
			return "the " + phrase
		}
	}
	return ""
}

// counted are those of whom the last question asks how many they are: "the people
// at the table".
func (f *followUp) counted() string {
	if len(f.before) < 4 || f.before[0].Norm != "how" || f.before[1].Norm != "many" {
		return ""
	}
	at := slices.IndexFunc(f.before, func(w text.Word) bool { return lexicon.Auxiliaries[w.Norm] })
	if did := slices.IndexFunc(f.before[3:], func(w text.Word) bool { return isPast(w.Norm) }); at < 0 && did >= 0 {
		return "the " + bare(f.last.Question[f.before[2].Start:f.before[2+did].End]) + " who " + bare(f.last.Question[f.before[3+did].Start:])
	}
	if at < 3 {
		return ""
	}
	several := "the " + f.last.Question[f.before[2].Start:f.before[at-1].End]
	if at+1 < len(f.before) && prepositions[f.before[at+1].Norm] {
		several += bare(f.last.Question[f.before[at].End:])
	}
	return several
}

// scene is where "there" is: at the matter of the last question.
func (f *followUp) scene() string {
	thing := f.thing()
	switch {
	case thing == "" || f.isSomebodys(thing):
		return f.place()
	case f.asks("who") && !f.asks("else"):
		return "present at " + thing
	case slices.ContainsFunc(text.Words(thing), func(w text.Word) bool { return text.IsCountry(w.Norm) }) && !isEvent(thing):
		return "in " + thing
	}
	return "at " + thing
}

// isSomebodys reports whether a thing is somebody's, or what is said of somebody, where
// nobody can be: "Ann's bonus", "Ann missing".
func (f *followUp) isSomebodys(thing string) bool {
	if isEvent(thing) || thing == f.happening() || len(people(thing)) == 0 {
		return false
	}
	return slices.ContainsFunc(text.Words(thing), func(w text.Word) bool { return !w.IsCapital() && !text.IsStop(w.Norm) })
}

// place is where the last question says that something was: "in Norwick", "in court".
func (f *followUp) place() string {
	end := len(f.before) - 2
	for i := end; i > 0; i-- {
		n, next := f.before[i].Norm, f.before[i+1]
		if (n == "in" || n == "at") && (next.IsCapital() || i == end && !text.IsStop(next.Norm) && !next.IsNumeric()) {
			return n + " " + bare(f.last.Question[next.Start:])
		}
	}
	return ""
}

// placeNamed is a name in such a place: what people are or work at.
func (f *followUp) placeNamed() string {
	if _, name, ok := strings.Cut(f.place(), " "); ok && beginsLarge(name) {
		return name
	}
	return ""
}

// doing are the auxiliaries that a verb follows.
var doing = text.WordSet(`did does do will would can could should`)

// thing is the matter of the last question: a thing that it names, what people did
// in it, what it asked for, else its topic without the light verbs at the end.
func (f *followUp) thing() string {
	if about, ok := strings.CutPrefix(f.last.Question, "What about "); ok {
		return bare(about)
	}
	if len(f.before) > 1 && (f.before[0].Norm == "which" || f.before[0].Norm == "what") {
		if thing := f.askedThing(); thing != "" && !(isPlural(thing) && f.asks("it") && f.firstThing() != "") {
			return thing
		}
	}
	if thing := f.firstThing(); thing != "" {
		return thing
	}
	if thing := f.happening(); thing != "" {
		return thing
	}
	if thing := f.askedThing(); thing != "" {
		return thing
	}
	if f.last.Told || len(f.before) > 0 && lexicon.Auxiliaries[affirmative(f.before[0].Norm)] || len(f.before) > 0 && f.before[0].Norm == "who" {
		return "" // what remains is a sentence or what somebody did, and no thing
	}
	return f.topicThing()
}

// topicThing is the topic of the last question as a thing; "" where it is a clause.
func (f *followUp) topicThing() string {
	topic := f.topic()
	words := text.Words(topic)
	if len(words) == 0 || prepositions[words[0].Norm] || len(value.Find(topic)) > 0 || slices.ContainsFunc(words, func(w text.Word) bool { return lexicon.Auxiliaries[w.Norm] }) || tellsDeed(words) {
		return ""
	}
	end := len(words)
	for end > 0 && (lexicon.LightVerbs[text.Stem(words[end-1].Norm)] || text.IsStop(words[end-1].Norm)) {
		end--
	}
	if end == 0 || f.auxiliary(f.before) >= 0 && doing[f.before[f.auxiliary(f.before)].Norm] {
		return ""
	}
	return topic[:words[end-1].End]
}

// tellsDeed reports whether a topic is what happened to somebody or what he is about to
// do ("happened to Ann", "Ann going to say"), which no pronoun for a thing means.
func tellsDeed(topic []text.Word) bool {
	if len(topic) > 0 && lexicon.ClausePronouns[topic[0].Norm] {
		return true // "it that Ann painted"
	}
	for i, w := range topic {
		if i+1 < len(topic) && topic[i+1].Norm == "to" && (isPast(w.Norm) && i == 0 || w.Norm == "going") {
			return true
		}
	}
	return false
}

// firstThing is the first thing that the last question names: for "it" not several
// people, if there is another.
func (f *followUp) firstThing() string {
	all := thingsIn(f.last.Question)
	single := func(t text.Span) bool {
		return !isPlural(t.Of(f.last.Question)) && !isPersonNoun(t.Of(f.last.Question))
	}
	if i := slices.IndexFunc(all, single); i >= 0 {
		return all[i].Of(f.last.Question)
	}
	if i := slices.IndexFunc(all, func(t text.Span) bool { return !isPersonNoun(t.Of(f.last.Question)) }); i >= 0 {
		return all[i].Of(f.last.Question)
	}
	return ""
}

// isPersonNoun reports whether a noun phrase names people, by the noun before "of" if there is
// one. "The Herring Wives" is a title, and "the Prime Minister" is none.
func isPersonNoun(phrase string) bool {
	words := text.Words(phrase)
	if of := slices.IndexFunc(words, func(w text.Word) bool { return w.Norm == "of" }); of > 1 && articleWords[words[0].Norm] {
		words = words[:of]
	}
	last := words[len(words)-1]
	if n := len(words); n > 2 && last.IsCapital() && words[n-2].IsCapital() && !lexicon.RoleWords[last.Norm] {
		return false
	}
	return personNouns[last.Norm] || personNouns[singular(last.Norm)] || strings.HasSuffix(last.Norm, "s") && (text.IsCountry(last.Norm) || text.IsCountry(strings.TrimSuffix(last.Norm, "s")))
}

// singular is a noun without the ending of several: no stem, of which "prison" is that of
// "prisoner".
func singular(norm string) string {
	for _, ending := range [...][2]string{{"ies", "y"}, {"sses", "ss"}, {"ches", "ch"}, {"s", ""}} {
		if one, ok := strings.CutSuffix(norm, ending[0]); ok {
			return one + ending[1]
		}
	}
	return norm
}

var personNouns = text.WordSet(`leader president minister official people member reporter journalist soldier pilot envoy adviser aide ambassador secretary
	man woman men women person king queen mayor general chancellor politician expert analyst side party delegate governor senator lawmaker candidate deputy
	director manager boss chairman chairwoman owner founder spokesman spokeswoman officer inspector investigator prosecutor lawyer judge defendant suspect witness
	victim survivor patient prisoner hostage doctor nurse surgeon teacher professor student scientist researcher engineer architect developer contractor builder roofer
	thief burglar robber finder restorer colleague worker driver farmer fisherman fishermen sailor skipper captain keeper guard firefighter paramedic rescuer diver baker miner docker cleaner waiter clerk
	bookkeeper accountant resident neighbour neighbor tenant customer passenger tourist artist singer actor author writer player coach bishop priest father mother
	son daughter wife husband brother sister boy girl child children baby mediator negotiator`)

// askedThing is the thing that the last question asked for, "which treaty …" or
// "how much money …": as the answer names it, else by its noun.
func (f *followUp) askedThing() string {
	at := slices.IndexFunc(f.before, func(w text.Word) bool { return whichWords[w.Norm] })
	if at < 0 || at+1 >= len(f.before) || strings.HasSuffix(f.before[at+1].Norm, "ing") && f.before[at].End > f.before[at].Start+len(f.before[at].Text) || lexicon.Auxiliaries[f.before[at+1].Norm] || lexicon.Saying[text.Stem(f.before[at+1].Norm)] ||
		f.before[at].Norm == "what" && isPast(f.before[at+1].Norm) {
		return ""
	}
	if short := f.last.Short; len(value.Names(short, text.Words(short))) > 0 && lastPerson(short) == short {
		return short
	}
	end := at + 1
	for end < len(f.before) && !text.IsStop(f.before[end].Norm) && !(end > at+1 && (isVerbLike(f.before[end].Norm) || f.before[end-1].Norm == "people")) {
		end++
	}
	if end == at+1 {
		return ""
	}
	if owner := f.before[at+1]; owner.IsCapital() && owner.End > owner.Start+len(owner.Text) {
		return owner.Text // "What is Norwick's link with the sea?" goes on about Norwick
	}
	asked := f.last.Question[f.before[at+1].Start:f.before[end-1].End]
	if !slices.ContainsFunc(f.before[at+1:end], func(w text.Word) bool { return !w.IsCapital() }) {
		return asked
	}
	return "the " + asked
}

// whichWords ask for a thing by the noun after them.
var whichWords = text.WordSet(`which what many much`)

// isPast reports whether a word looks like the past of a verb: "happened", "broke".
func isPast(norm string) bool {
	return !strings.HasSuffix(norm, "s") && (strings.HasSuffix(norm, "ed") || text.Base(norm) != norm)
}

// isVerbLike reports whether a word looks like a verb after a noun: "expires",
// "ended".
func isVerbLike(norm string) bool {
	return strings.HasSuffix(norm, "s") || strings.HasSuffix(norm, "ed") || text.Base(norm) != norm
}
