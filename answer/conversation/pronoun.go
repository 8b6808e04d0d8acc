package conversation

import (
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
		if with == "" || done[with] {
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
		if f.namesBefore(i) {
			return ""
		}
		return f.owned(i, f.person(), lexicon.OwnPronouns[w] && (w != "her" || i+1 < len(f.words) && !text.IsStop(f.words[i+1].Norm)))
	case lexicon.GroupPronouns[w]:
		if f.severalBefore(i) {
			return ""
		}
		return f.owned(i, f.group(), w == "their")
	case w == "there" && f.isPlace(i):
		return f.scene()
	case w == "then" && i > 1 && i+1 == len(f.words):
		return f.time()
	case lexicon.ThingPronouns[w] && w != "there" && f.standsAlone(i) && f.means(i):
		return f.owned(i, f.thing(), w == "its")
	}
	return ""
}

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
		return !f.isEmptySubject(i) && len(thingsIn(f.asked[:f.words[i].Start])) == 0
	}
}

// introduces reports whether "that" at word i begins a clause ("say that …").
func (f *followUp) introduces(i int) bool {
	return i+2 < len(f.words) && !prepositions[f.words[i+1].Norm] && f.words[i].Norm == "that" && i > 1
}

// isEmptySubject reports whether "it" stands for nothing: "is it true that", "how
// long did it take to".
func (f *followUp) isEmptySubject(i int) bool {
	if i+1 >= len(f.words) {
		return false
	}
	next := f.words[i+1].Norm
	return emptily[next] || takesTime[next] && slices.ContainsFunc(f.words[i+2:], func(w text.Word) bool { return w.Norm == "to" })
}

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

// person is the person that the conversation was about last: whom the last
// question asked for, else whom it names, else one typed small. Of several the
// subject comes first, and of a pair ("Ann and Bob") the second.
func (f *followUp) person() string {
	if f.asksWho() {
		if all := people(f.last.Short); len(all) == 1 {
			return all[0]
		}
	}
	if all := people(f.last.Question); len(all) > 0 {
		return f.mainPerson(all)
	}
	if name := f.typedPerson(); name != "" {
		return name
	}
	if name := lastPerson(f.last.Short); name != "" {
		return name
	}
	if e := f.earlier(); e != nil {
		return e.person()
	}
	return ""
}

// asksWho reports whether the last question asks for somebody and names its deeds:
// "Who greeted Ann?", but not "Who is Ann?".
func (f *followUp) asksWho() bool {
	return len(f.before) > 2 && (f.before[0].Norm == "who" || f.before[0].Norm == "and" && f.before[1].Norm == "who") && len(contentWords(f.before)) > 1 &&
		!lexicon.Auxiliaries[f.before[1].Norm]
}

// mainPerson is the first of several people, or the second of a pair.
func (f *followUp) mainPerson(all []string) string {
	if len(all) > 1 && strings.Contains(f.last.Question, all[0]+" and "+all[1]) {
		return all[1]
	}
	return all[0]
}

// lastPerson is the last name in s that can be a person's.
func lastPerson(s string) string {
	all := people(s)
	if len(all) == 0 {
		return ""
	}
	return all[len(all)-1]
}

func plainPerson(words []text.Word) bool {
	for _, w := range words {
		if lexicon.NotPerson[w.Norm] || text.IsCountry(w.Norm) || lexicon.PlaceNouns[w.Norm] {
			return false
		}
	}
	return true
}

// typedPerson finds a name that the last question gave without capitals, in the
// sentences that answered it.
func (f *followUp) typedPerson() string {
	typed := map[string]bool{}
	for _, w := range f.before {
		if !text.IsStop(w.Norm) {
			typed[text.Skeleton(w.Norm)] = true
		}
	}
	for _, s := range f.last.Statements {
		words := text.Words(s)
		for _, n := range value.Names(s, words) {
			if typed[text.Skeleton(words[n.Next-1].Norm)] && plainPerson(words[n.First:n.Next]) {
				return s[n.Start : words[n.Next-1].Start+len(words[n.Next-1].Text)]
			}
		}
	}
	return ""
}

// group is whom "they" means: two whom the last question names, the several things
// or people in it, else its matter.
func (f *followUp) group() string {
	if counted := f.counted(); counted != "" {
		return counted
	}
	if things := f.bareThings(); things != "" {
		return things
	}
	names := f.names()
	for i := 1; i < len(names); i++ {
		if between := f.last.Question[names[i-1].End:names[i].Start]; between == " and " {
			return f.last.Question[names[i-1].Start:names[i].End]
		}
	}
	for _, t := range thingsIn(f.last.Question) {
		if phrase := t.Of(f.last.Question); isPlural(phrase) {
			return phrase
		}
	}
	if len(names) > 1 {
		return names[0].Of(f.last.Question) + " and " + names[1].Of(f.last.Question)
	}
	if e := f.earlier(); e != nil {
		if several := e.group(); several != "" {
			return several
		}
	}
	if thing := f.firstThing(); thing != "" && len(contentWords(f.words)) <= 2 && isCollective(thing) {
		return thing
	}
	return ""
}

// isCollective reports whether a noun phrase names people as one.
func isCollective(phrase string) bool {
	words := text.Words(phrase)
	return collectives[words[len(words)-1].Norm]
}

var collectives = text.WordSet(`delegation team government army crew company party side union group council court police committee family band board agency ministry
	parliament opposition public press navy club league gang staff jury cabinet commission association organisation organization firm coalition alliance`)

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
	case thing == "":
		return ""
	case f.asks("who") && !f.asks("else"):
		return "present at " + thing
	}
	return "at " + thing
}

// doing are the auxiliaries that a verb follows.
var doing = text.WordSet(`did does do will would can could should`)

// thing is the matter of the last question: a thing that it names, what people did
// in it, what it asked for, else its topic without the light verbs at the end.
func (f *followUp) thing() string {
	if len(f.before) > 1 && (f.before[0].Norm == "which" || f.before[0].Norm == "what") {
		if thing := f.askedThing(); thing != "" {
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
	if f.last.Told {
		return "" // what remains is a sentence, and no thing
	}
	topic := f.topic()
	words := text.Words(topic)
	end := len(words)
	for end > 0 && (lexicon.LightVerbs[text.Stem(words[end-1].Norm)] || text.IsStop(words[end-1].Norm)) {
		end--
	}
	if end == 0 || f.auxiliary(f.before) >= 0 && doing[f.before[f.auxiliary(f.before)].Norm] {
		return ""
	}
	return topic[:words[end-1].End]
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

// isPersonNoun reports whether a noun phrase names people.
func isPersonNoun(phrase string) bool {
	words := text.Words(phrase)
	return personNouns[text.Stem(words[len(words)-1].Norm)]
}

var personNouns = text.StemSet(`leader president minister official people member reporter journalist soldier pilot envoy adviser aide ambassador secretary
	man woman men women person king queen mayor general chancellor politician expert analyst side party delegate`)

// askedThing is the thing that the last question asked for, "which treaty …" or
// "how much money …": as the answer names it, else by its noun.
func (f *followUp) askedThing() string {
	at := slices.IndexFunc(f.before, func(w text.Word) bool { return whichWords[w.Norm] })
	if at < 0 || at+1 >= len(f.before) || lexicon.Auxiliaries[f.before[at+1].Norm] {
		return ""
	}
	if short := f.last.Short; len(value.Names(short, text.Words(short))) > 0 && lastPerson(short) == short {
		return short
	}
	end := at + 1
	for end < len(f.before) && !text.IsStop(f.before[end].Norm) && !(end > at+1 && isVerbLike(f.before[end].Norm)) {
		end++
	}
	if end == at+1 {
		return ""
	}
	if owner := f.before[at+1]; owner.IsCapital() && owner.End > owner.Start+len(owner.Text) {
		return owner.Text // "What is Norwick's link with the sea?" goes on about Norwick
	}
	return "the " + f.last.Question[f.before[at+1].Start:f.before[end-1].End]
}

// whichWords ask for a thing by the noun after them.
var whichWords = text.WordSet(`which what many much`)

// isVerbLike reports whether a word looks like a verb after a noun: "expires",
// "ended".
func isVerbLike(norm string) bool {
	return strings.HasSuffix(norm, "s") || strings.HasSuffix(norm, "ed") || text.Base(norm) != norm
}
