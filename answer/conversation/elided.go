package conversation

import (
	"regexp"
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// withNoun is the question with the noun that the last one gives, where it counts or chooses
// without one: "How many were lost?" after "How many boats were saved?", "Which one sank?".
func (f *followUp) withNoun() (string, bool) {
	at := 0
	for at < len(f.words) && tyingWords[f.words[at].Norm] {
		at++
	}
	rest := f.words[at:]
	switch noun := f.nounAsked(); {
	case len(rest) < 3 || noun == "":
		return "", false
	case rest[0].Norm == "how" && (rest[1].Norm == "many" || rest[1].Norm == "much") && f.before[1].Norm == rest[1].Norm && lexicon.Auxiliaries[rest[2].Norm]:
		return f.asked[:rest[1].End] + " " + noun + f.asked[rest[1].End:], true
	case rest[0].Norm == "which" && (rest[1].Norm == "one" || rest[1].Norm == "ones") && len(contentWords(rest[2:])) > 0:
		return f.asked[:rest[1].Start] + noun + f.asked[rest[1].End:], true
	}
	return "", false
}

// theOther is one of two, somewhere behind the verb of a question.
var theOther = regexp.MustCompile(`(?i)^(.*\b(?:did|does|do|is|was|has|had|will|would|can|could) )the other (?:one|man|woman|leader|side)\b(.*)$`)

// withOther is the question with the other of the two whom the last one names, where one of
// them answered it: "Did the other one agree?"
func (f *followUp) withOther() (string, bool) {
	m := theOther.FindStringSubmatch(f.asked)
	who := f.answered()
	if m == nil || who == "" {
		return "", false
	}
	var others []string
	for _, name := range people(f.last.Question) {
		if !sharesWord(name, who) {
			others = append(others, name)
		}
	}
	if len(others) != 1 {
		return "", false
	}
	return m[1] + others[0] + m[2], true
}

// nounAsked is the noun that the last question counts or asks of, without an article; "" if
// it has none, or asks for people.
func (f *followUp) nounAsked() string {
	thing := f.firstThing()
	if whichWords[f.before[min(1, len(f.before)-1)].Norm] || f.before[0].Norm == "which" {
		thing = (&followUp{last: Turn{Question: f.last.Question}, before: f.before}).askedThing()
	}
	first, noun, ok := strings.Cut(thing, " ")
	if !ok || !articleWords[text.Fold(first)] {
		return ""
	}
	return noun
}

// existence is a question whether there was something: what there was, and where or when.
var existence = regexp.MustCompile(`(?i)^(is|are|was|were) there (?:any |an? |some )(.+?)((?: (?:in|at|on|during|after|before|between|among|by|from|with|near) .*)?)$`)

// countOf is a question how many there were of something, with the same parts.
var countOf = regexp.MustCompile(`(?i)^how many (.+?) (are|were) there((?: .*)?)$`)

// anyDone is a question whether something was done to any of some things.
var anyDone = regexp.MustCompile(`(?i)^(?:is|are|was|were|has|have|had|did|do|does) any (\S.*)$`)

// ofExistence asks how many of something there were, or why there was any.
func (f *followUp) ofExistence() string {
	asked := bare(f.last.Question)
	m := existence.FindStringSubmatch(asked)
	if c := countOf.FindStringSubmatch(asked); c != nil {
		m = []string{"", c[2], c[1], c[3]}
	}
	if d := anyDone.FindStringSubmatch(asked); d != nil && f.asks("many") && len(f.words) <= 3 {
		return bare(f.asked) + " " + f.countedDone(d[1]) + "?"
	}
	switch {
	case m == nil:
		return ""
	case f.asks("many") || f.asks("much"):
		return bare(f.asked) + " " + m[2] + " " + small(m[1]) + " there" + m[3] + "?"
	case isPlural(m[2]) && f.asksCircumstance() && lettersOf(f.asked) != "why not":
		return bare(f.asked) + " " + small(m[1]) + " there " + m[2] + m[3] + "?"
	}
	return ""
}

// countedDone is "boats were lost" of the "boats lost" in "Were any boats lost?": the verb goes
// behind what it is about.
func (f *followUp) countedDone(done string) string {
	words := text.Words(done)
	for i := 1; i < len(words); i++ {
		if text.IsStop(words[i].Norm) || isPast(words[i].Norm) || doing[f.before[0].Norm] {
			return done[:words[i].Start] + small(f.before[0].Text) + " " + done[words[i].Start:]
		}
	}
	return done
}

// ofChosen asks the circumstances of what the last question asks which it is: "When was the old
// boat sold?" after "Which old boat was sold?"
func (f *followUp) ofChosen() string {
	at := f.verbOfChosen()
	if at < 0 || !f.asksCircumstance() {
		return ""
	}
	chosen := "the " + bare(f.last.Question[f.before[1].Start:f.before[at-1].End])
	if names := value.Names(f.last.Short, text.Words(f.last.Short)); len(names) == 1 {
		chosen = names[0].Of(f.last.Short)
	}
	if verb := f.before[at]; lexicon.Auxiliaries[verb.Norm] {
		return bare(f.asked) + " " + verb.Text + " " + chosen + " " + bare(f.last.Question[f.before[at+1].Start:]) + "?"
	}
	return bare(f.asked) + " was it that " + chosen + " " + bare(f.last.Question[f.before[at].Start:]) + "?"
}

// verbOfChosen is the place of the verb in a last question that asks which of some things did
// something or is so; -1 where somebody else is its subject.
func (f *followUp) verbOfChosen() int {
	if len(f.before) < 3 || f.before[0].Norm != "which" && f.before[0].Norm != "what" || text.IsStop(f.before[1].Norm) || bareWords[f.before[1].Norm] || isPast(f.before[1].Norm) {
		return -1
	}
	for at := 2; at < len(f.before) && at <= maxFragment; at++ {
		switch w := f.before[at].Norm; {
		case doing[w]:
			return -1
		case !lexicon.Auxiliaries[w] && !isPast(w):
			continue
		case lexicon.Auxiliaries[w] && (at+1 == len(f.before) || phraseLeads[f.before[at+1].Norm] || f.before[at+1].IsCapital() || lexicon.ClausePronouns[f.before[at+1].Norm]):
			return -1
		}
		return at
	}
	return -1
}

// atTime asks the last question of another time, "next year", which takes the place of one
// that it gives; "" where the item is no time.
func (f *followUp) atTime(item string) string {
	if all := value.Find(item); len(all) != 1 || all[0].Kind != value.Date || strings.TrimSpace(item[:all[0].Start]+item[all[0].End:]) != "" && !timeLeads[text.Fold(firstWord(item))] {
		return ""
	}
	for _, v := range value.Find(f.last.Question) {
		if v.Kind == value.Date {
			return f.last.Question[:v.Start] + item + f.last.Question[v.End:]
		}
	}
	return bare(f.last.Question) + " " + item + "?"
}

// timeLeads begin a time.
var timeLeads = text.WordSet(`next last this`)

// takesSides reports whether the question has a verb of its own, for or against what was spoken
// of: "How many were against?"
func (f *followUp) takesSides() bool {
	return f.words[len(f.words)-1].Norm == "against" && slices.ContainsFunc(f.words, func(w text.Word) bool { return lexicon.Auxiliaries[w.Norm] })
}

// befell is to whom or what the last question asks what happened; "" if it does not.
func (f *followUp) befell() string {
	if _, whom, ok := strings.Cut(bare(f.last.Question), " happened to "); ok && f.asksFirst("what") {
		return whom
	}
	return ""
}
