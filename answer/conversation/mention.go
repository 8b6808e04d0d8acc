package conversation

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// phraseLeads begin a noun phrase.
var phraseLeads = text.WordSet(`the a an this that these those his her its their any`)

// thingsIn are the noun phrases with a determiner in a question, in order: "the
// summit", "the talks". The verb of a question goes with none.
func thingsIn(question string) []text.Span {
	words := text.Words(question)
	var spans []text.Span
	subject := false // an auxiliary stood before: the next phrase is the subject
	aux := ""
	for i := 0; i < len(words); i++ {
		positive := affirmative(words[i].Norm)
		if strings.HasSuffix(positive, "'s") && lexicon.QuestionWords[strings.TrimSuffix(positive, "'s")] || i == 0 && words[i].End > words[i].Start+len(words[i].Text) && lexicon.QuestionWords[positive] {
			positive = "is" // "When's"
		}
		if lexicon.Auxiliaries[positive] && aux == "" {
			aux = positive
			subject = i+1 < len(words) && !words[i+1].IsCapital() && !lexicon.ClausePronouns[words[i+1].Norm]
			continue
		}
		if !articleWords[words[i].Norm] {
			continue
		}
		end := phraseEnd(question, words, i+1)
		if subject {
			end = beforeVerb(words, i+1, end, aux)
		}
		subject = subject && end < len(words) && prepositions[words[end].Norm] // its verb is still to come
		if end > i+1 {
			spans = append(spans, text.Span{Start: words[i].Start, End: words[end-1].Start + len(words[end-1].Text)})
			i = end - 1
		}
	}
	return spans
}

// affirmative is an auxiliary without its short "not": "was" for "wasn't".
func affirmative(norm string) string {
	switch norm {
	case "won't":
		return "will"
	case "can't":
		return "can"
	}
	return strings.TrimSuffix(norm, "n't")
}

// maxPhrase is how many words a noun phrase has at the most after its article.
const maxPhrase = 5

// phraseEnd is where the noun phrase ends whose words begin at i: at a common word
// but "of" before a name, or at a mark.
func phraseEnd(s string, words []text.Word, i int) int {
	if i+1 < len(words) && words[i].Norm == "other" {
		i++
	}
	end := i
	for end < len(words) && end-i < maxPhrase {
		if end > i && strings.TrimSpace(s[words[end-1].End:words[end].Start]) != "" && s[words[end-1].End:words[end].Start] != "-" {
			break
		}
		of := words[end].Norm == "of" && end > i && end+1 < len(words) && words[end+1].IsCapital()
		if !of && (text.IsStop(words[end].Norm) || adverbs[words[end].Norm] || lexicon.LightVerbs[text.Stem(words[end].Norm)] && end > i && words[end].Norm != "thing") {
			break
		}
		end++
	}
	return end
}

// adverbs may stand right behind a noun phrase, and belong to none.
var adverbs = text.WordSet(`now today tonight yesterday tomorrow again yet already still then later earlier before afterwards originally exactly actually anyway apart`)

// beforeVerb is where the subject that begins at i ends: its last word is the verb
// after a form of "do", and a participle after one of "be", if it has several.
func beforeVerb(words []text.Word, i, end int, aux string) int {
	if end-i < 2 {
		return end
	}
	last := words[end-1]
	if last.IsCapital() || slices.ContainsFunc(words[i:end], func(w text.Word) bool { return w.Norm == "of" }) {
		for k := i + 1; k < end; k++ { // "the delegation leave Alaska"
			if words[k].IsCapital() && !words[k-1].IsCapital() && k-1 > i && doing[aux] {
				return k - 1
			}
		}
		return end
	}
	if doing[aux] || predicates[last.Norm] || strings.HasSuffix(last.Norm, "ed") || text.Base(last.Norm) != last.Norm && !strings.HasSuffix(last.Norm, "s") {
		return end - 1
	}
	return end
}

// predicates are adjectives that something is said to be, and not which one it is.
var predicates = text.WordSet(`due open closed shut ready over out dead alive safe true back gone up down off full empty finished possible likely certain`)

// people are the names in a text that can be those of persons.
func people(s string) []string {
	var all []string
	words := text.Words(s)
	for _, n := range value.Names(s, words) {
		first := n.First + titleBefore(words[n.First:n.Next])
		if plainPerson(words[first:n.Next]) && !verdicts[words[first].Norm] {
			all = append(all, s[words[first].Start:words[n.Next-1].Start+len(words[n.Next-1].Text)])
		}
	}
	return all
}

// verdicts are what a question of yes and no is answered with.
var verdicts = text.WordSet(`yes no not`)

// titleBefore counts the words of an office and its country before a name: "Norwegian
// President Ann Lee"; and those of an office that names what it is for: "Secretary of State".
func titleBefore(name []text.Word) int {
	n, whole := 0, false
	for n < len(name) && text.IsCountry(name[n].Norm) {
		n++
		whole = true
	}
	office := n
	for n < len(name) && (lexicon.RoleWords[name[n].Norm] || n > office && name[n].Norm == "of") {
		whole = whole || name[n].Norm == "of"
		n++
	}
	if !whole || n == office || n == len(name) || name[n-1].Norm == "of" {
		return 0
	}
	return n
}

// happenings are verbs of meeting and acting with the nouns of what happened.
var happenings = func() map[string]string {
	m := map[string]string{}
	for pair := range strings.FieldsSeq(`meet=meeting confer=meeting talk=talks speak=talks negotiate=negotiations discuss=discussion visit=visit invade=invasion attack=attack
		sell=sale buy=purchase annex=annexation sign=signing arrive=arrival leave=departure depart=departure die=death fight=fight fly=flight crash=crash
		resign=resignation win=victory lose=defeat marry=wedding elect=election arrest=arrest greet=welcome receive=reception conquer=conquest
		found=founding build=construction destroy=destruction kill=killing agree=agreement`) {
		verb, noun, _ := strings.Cut(pair, "=")
		m[text.Stem(verb)] = noun
	}
	return m
}()

// together are the happenings between those who take part.
var together = text.WordSet(`meeting talks negotiations discussion fight wedding agreement`)

// happening is what the last question says that people did, as a thing: "the
// meeting between Ann and Bob".
func (f *followUp) happening() string {
	noun, at := "", 0
	for i, w := range f.before {
		if n := happenings[text.Stem(text.Base(w.Norm))]; n != "" && w.Norm != "found" && !w.IsCapital() && !f.losesSomething(i, n) && !f.beforeAnything(i) {
			noun, at = n, w.Start
		}
	}
	if noun == "" {
		return ""
	}
	var before, after []string
	for _, n := range f.names() {
		if n.Start < at {
			before = append(before, n.Of(f.last.Question))
		} else {
			after = append(after, n.Of(f.last.Question))
		}
	}
	all := slices.Concat(before, after)
	if noun == "talks" && len(all) == 1 {
		return "the speech of " + all[0] // who talks alone
	}
	switch {
	case together[noun] && len(all) >= 2 && f.alike(all[0], all[1]):
		return "the " + noun + " between " + all[0] + " and " + all[1]
	case together[noun] || len(all) == 0:
		return "the " + noun
	case len(after) > 0:
		return "the " + noun + " of " + after[0]
	}
	return "the " + noun + " of " + before[0]
}

// losesSomething reports whether who wins or loses by the verb at word i does so with a
// thing and not in a contest: "How many homes lost power?"
func (f *followUp) losesSomething(i int, noun string) bool {
	return (noun == "defeat" || noun == "victory") && i+1 < len(f.before) && !text.IsStop(f.before[i+1].Norm)
}

// beforeAnything reports whether the verb at word i only asks whether there was something of
// the kind: "Did they sign anything?"
func (f *followUp) beforeAnything(i int) bool {
	return i+1 < len(f.before) && (f.before[i+1].Norm == "anything" || f.before[i+1].Norm == "something")
}

// presences end a question for who was there without saying where: "And who was
// present?"; with the word before the event.
var presences = map[string]string{"present": "at", "attending": "", "attend": "", "attended": "", "participated": "in", "participate": "in", "part": "in", "invited": "to", "came": "at"}

// cameToo asks whether somebody else came, too, without saying where.
var cameToo = regexp.MustCompile(`(?i)^((?:and |so |but )?(?:did|was|were|will) (?:\S+ ){1,4}?(?:come|there|attend|invited|present)) (?:too|also|as well|either)[?!. ]*$`)

// withCompany is such a question with the event that the last one names: "Did Ann come to
// the talks?"
func (f *followUp) withCompany() string {
	m := cameToo.FindStringSubmatch(f.asked)
	thing := cmp.Or(f.thing(), f.happening())
	if m == nil || !isEvent(thing) && thing != f.happening() || thing == "" {
		return ""
	}
	verb := text.Fold(m[1][strings.LastIndexByte(m[1], ' ')+1:])
	return m[1] + companyLeads[verb] + " " + thing + "?"
}

var companyLeads = map[string]string{"come": " to", "there": " at", "attend": "", "invited": " to", "present": " at"}

// lacksEvent reports whether the question asks who was present, and the last one
// names the event.
func (f *followUp) lacksEvent() bool {
	last := f.words[len(f.words)-1].Norm
	_, lacks := presences[last]
	return lacks && f.asks("who") && len(contentWords(f.words)) <= 2 && (isEvent(f.thing()) || f.happening() != "")
}

func (f *followUp) withEvent() string {
	last := f.words[len(f.words)-1].Norm
	if last == "came" {
		return "Who was present at " + f.thing() + "?"
	}
	at := presences[last]
	if at != "" {
		at += " "
	}
	return bare(f.asked) + " " + at + f.thing() + "?"
}
