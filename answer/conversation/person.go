package conversation

import (
	"cmp"
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// person is the person that the conversation was about last: whom the last
// question asked for, else whom it names, else one typed small. Of several the
// subject comes first, and of a pair ("Ann and Bob") the second.
func (f *followUp) person() string {
	if f.asksWho() {
		if all := people(f.last.Short); len(all) == 1 {
			return all[0]
		}
	}
	if r := f.relative(); r.owner != "" {
		return f.relativeMeant(r)
	}
	if all := people(f.last.Question); len(all) > 0 {
		if phrase := f.describedPerson(); phrase != "" && strings.Index(f.last.Question, phrase) < strings.Index(f.last.Question, all[0]) {
			return phrase // "Did the mayor meet Ann?", "Was the Opposition leader there?"
		}
		return f.mainPerson(all)
	}
	if name := f.typedPerson(); name != "" {
		return name
	}
	if phrase := cmp.Or(f.describedPerson(), f.toldPerson()); phrase != "" {
		return phrase
	}
	if name := lastPerson(f.last.Short); name != "" && !f.asksFirst("where") && strings.HasSuffix(f.last.Short, name) {
		return name
	}
	if e := f.earlier(); e != nil {
		return e.person()
	}
	return ""
}

// describedPerson is somebody whom the last question names by what he is, and does not
// ask for: "the skipper" in "When did the skipper leave?"
func (f *followUp) describedPerson() string {
	if len(f.before) == 0 || asksWhom[f.before[0].Norm] && f.before[0].Norm != "what" {
		return ""
	}
	at, ok := f.personPhrase(true)
	if phrase := at.Of(f.last.Question); ok && !isPlural(phrase) && !articlesOfMany[text.Fold(firstWord(phrase))] {
		return phrase
	}
	return ""
}

// toldPerson is somebody without a name in whom the answer found one of those who were
// asked about: "a young roofer" after "Was anyone arrested?"
func (f *followUp) toldPerson() string {
	if f.last.Short != "Yes" || len(f.last.Statements) == 0 || !slices.ContainsFunc(f.before, func(w text.Word) bool { return anybody[w.Norm] }) {
		return ""
	}
	told := f.last.Statements[0]
	if slices.ContainsFunc(people(told), func(name string) bool { return text.CountWords(name) > 1 }) {
		return ""
	}
	for _, t := range thingsIn(told) {
		if phrase := t.Of(told); articlesOfMany[text.Fold(firstWord(phrase))] && isPersonNoun(phrase) {
			words := text.Words(phrase)
			return "the " + words[len(words)-1].Text
		}
	}
	return ""
}

// articlesOfMany name nobody in particular.
var articlesOfMany = text.WordSet(`a an any`)

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
	if those := f.thoseBefallen(); those != "" {
		return those
	}
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
	several := f.severalAnswered()
	if several != "" && f.before[0].Norm == "whose" {
		return several
	}
	for _, t := range thingsIn(f.last.Question) {
		if phrase := t.Of(f.last.Question); isPlural(phrase) {
			return phrase
		}
	}
	if several != "" {
		return several
	}
	if len(names) > 1 && f.alike(names[0].Of(f.last.Question), names[1].Of(f.last.Question)) {
		return names[0].Of(f.last.Question) + " and " + names[1].Of(f.last.Question)
	}
	if those := f.thoseWho(); those != "" {
		return those
	}
	if who := f.answered(); who != "" && f.asksWho() {
		return who // a firm, or somebody whom no name tells to be a man or a woman
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

// thoseWho are the people whom the last question asks for by what they did or suffered,
// where no name answered it: "those who got hurt".
func (f *followUp) thoseWho() string {
	if len(f.before) < 3 || f.before[0].Norm != "who" || f.before[1].IsCapital() || len(people(f.last.Short)) > 0 || lexicon.Auxiliaries[affirmative(f.before[1].Norm)] {
		return ""
	}
	if who := f.before[0]; who.End > who.Start+len(who.Text) {
		return "those " + bare(f.last.Question[f.before[1].Start:]) // "Who's on board?"
	}
	if verb := f.before[1].Norm; verb != singular(verb) {
		return "whoever " + bare(f.last.Question[f.before[1].Start:])
	}
	return "those who " + bare(f.last.Question[f.before[1].Start:])
}

// asksFirst reports whether the last question begins with a word.
func (f *followUp) asksFirst(norm string) bool { return len(f.before) > 0 && f.before[0].Norm == norm }

// thoseBefallen are the people whom the event befell that the last question counts or asks
// whether there was any of: "those arrested" after "Were there any arrests?".
func (f *followUp) thoseBefallen() string {
	if asked := bare(f.last.Question); !countOf.MatchString(asked) && !existence.MatchString(asked) {
		return ""
	}
	for _, w := range f.before {
		if done := befallen[text.Stem(w.Norm)]; done != "" {
			return "those " + done
		}
	}
	return ""
}

// befallen are the nouns of what befalls people, with what they are then.
var befallen = func() map[string]string {
	m := map[string]string{}
	for pair := range strings.FieldsSeq(`arrest=arrested detention=detained killing=killed death=killed injury=injured evacuation=evacuated rescue=rescued dismissal=dismissed
		layoff=dismissed conviction=convicted victim=hurt casualty=hurt hostage=held`) {
		noun, done, _ := strings.Cut(pair, "=")
		m[text.Stem(noun)] = done
	}
	return m
}()

// maxAnswered is how many words an answer has at the most that "they" takes up.
const maxAnswered = 4

// maxTogether is how many people are named instead of "they": more make a list.
const maxTogether = 3

// severalAnswered are those whom the last question asked for, where it was answered with
// several in one word: "the bakers" after "Whose ovens were cold?"
func (f *followUp) severalAnswered() string {
	if all := people(f.last.Short); f.asksWho() && len(all) > 1 && len(all) <= maxTogether {
		return strings.Join(all[:len(all)-1], ", ") + " and " + all[len(all)-1]
	}
	words := text.Words(f.last.Short)
	if len(words) == 0 || len(words) > maxAnswered || len(value.Find(f.last.Short)) > 0 || !asksWhom[f.before[0].Norm] || !isPlural(f.last.Short) || text.IsStop(words[0].Norm) && !articleWords[words[0].Norm] ||
		lexicon.NotPerson[words[len(words)-1].Norm] || words[len(words)-1].IsCapital() {
		return ""
	}
	if articleWords[words[0].Norm] {
		return f.last.Short
	}
	return "the " + f.last.Short
}

// asksWhom are the question words to which several people can be the answer.
var asksWhom = text.WordSet(`who whom whose which what`)

// alike reports whether two names can both be those of people, or neither: "they" are no
// pair of a country and somebody.
func (f *followUp) alike(a, b string) bool { return f.isPerson(a) == f.isPerson(b) }

// meansArticles reports whether "they" at word i are the articles: what they do is what
// articles do, and one of the last questions asks about articles.
func (f *followUp) meansArticles(i int) bool {
	if !slices.ContainsFunc(f.words[i+1:], func(w text.Word) bool { return agreeing[w.Norm] || reporting[w.Norm] }) {
		return false
	}
	for e := f; e != nil; e = e.earlier() {
		if slices.ContainsFunc(e.before, func(w text.Word) bool { return articleNouns[w.Norm] }) {
			return true
		}
	}
	return false
}

var (
	reporting    = text.WordSet(`report reports reported mention mentions mentioned cover covered`)
	articleNouns = text.WordSet(`source sources article articles report reports paper papers newspaper newspapers outlet outlets publisher publishers account accounts`)
)

// isCollective reports whether a noun phrase names people as one.
func isCollective(phrase string) bool {
	words := text.Words(phrase)
	return collectives[words[len(words)-1].Norm]
}

var collectives = text.WordSet(`delegation team government army crew company party side union group council court police committee family band board agency ministry
	parliament opposition public press navy club league gang staff jury cabinet commission association organisation organization firm coalition alliance`)
