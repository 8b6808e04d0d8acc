package conversation

import (
	"regexp"
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
)

// inquiring introduces the question that a longer sentence asks: "I was wondering
// who …".
var inquiring = regexp.MustCompile(`(?i)\b(?:wonder(?:ing|ed)?|curious|tell me|(?:want|need|like|love|trying|try) to (?:know|ask|find out|understand|learn|hear)|` +
	`(?:any|no|some)(?:one|body)? (?:idea|clue)s?|(?:do )?you know|(?:does|do|did) (?:any(?:one|body)|you|u|somebody|someone)(?: \w+)? know|anyone know|don't (?:know|get|understand)|not sure|` +
	`(?:my |the |one |a )?questions? (?:is|was|are|about)|(?:i|to|wanna) ask(?: you)?|figure out|can you say|what i (?:want|need)(?: to know)? is)` +
	`(?: (?:about|is|me|on|though|please|this|that|exactly|now|like|just|basically|um|uh))*[,:]? ` +
	`(who|whom|whose|what|which|when|where|why|how|if|whether|(?:is|are|was|were|did|do|does|has|have|had|will|can|could) (?:he|she|it|they|we|there|the|any|anyone|anybody))\b`)

// announced is a question after a colon.
var announced = regexp.MustCompile(`(?i):\s+(who|whom|whose|what|which|when|where|why|how|(?:is|are|was|were|did|do|does|has|have|had|will|can|could) (?:he|she|it|they|we|there))\b`)

// runOn is a question with which a sentence goes on that has no marks, as people
// dictate: "I saw the fair and now where did they meet".
var runOn = regexp.MustCompile(`(?i)(?:\w+ ){4,}?((?:what|when|where|why|how) (?:did|does|do)\b|how (?:many|much|long|old|far)\b(?: \w+){0,3}? (?:is|are|was|were|did|does|do|has|have|had|will|can)\b)`)

// turned is a question to which somebody turns after a comma: "…, anyway how long was it",
// "…, so when did they meet"; minTold is how many words were told before at least.
var turned = regexp.MustCompile(`(?i), (?:anyway|anyways|so|btw|by the way|my question) ((?:who|what|when|where|why|how)(?:'s)?) (?:is|are|was|were|did|does|do|has|have|had|will|can|many|much|long)\b`)

const minTold = 4

// leansOnSmall reports whether a question has a pronoun for somebody whom what was told
// before it can only have named without a capital: it is then read with that.
func leansOnSmall(told, question string) bool {
	leans := slices.ContainsFunc(text.Words(question), func(w text.Word) bool { return lexicon.PersonPronouns[w.Norm] || lexicon.OwnPronouns[w.Norm] })
	return leans && len(people(told)) == 0
}

// trueThat makes a question of what follows "whether".
const trueThat = "Is it true that"

// innerQuestion is the question that a sentence of several clauses asks, and what
// it says before that. A question that begins the sentence is the sentence.
func innerQuestion(s string) (lead, question string) {
	words := text.Words(s)
	start := politeness(words)
	if start < len(words) && lexicon.QuestionWords[words[start].Norm] {
		return "", s
	}
	m := inquiring.FindStringSubmatchIndex(s)
	if m == nil {
		m = announced.FindStringSubmatchIndex(s)
	}
	if m == nil {
		if m = turned.FindStringSubmatchIndex(s); m != nil && (text.CountWords(s[:m[0]]) < minTold || leansOnSmall(s[:m[0]], s[m[2]:])) {
			m = nil
		}
	}
	if m == nil && start < len(words) && lexicon.ClausePronouns[words[start].Norm] {
		if m = runOn.FindStringSubmatchIndex(s); m != nil {
			return strings.TrimSpace(s[:m[2]]), s[m[2]:]
		}
	}
	if m == nil {
		return "", s
	}
	lead, question = strings.TrimSpace(s[:m[0]]), s[m[2]:]
	if w := text.Fold(s[m[2]:m[3]]); w == "if" || w == "whether" {
		question = questionFrom(trueThat + s[m[3]:])
	}
	if text.CountWords(question) < 2 || m[0] > 0 && !beginsAuxiliary(question) && s[m[0]] == ':' && len(contentWords(text.Words(question))) == 0 {
		return "", s // "The talks: how long?"
	}
	if topic := turningTo.FindString(lead); topic != "" {
		return strings.TrimSpace(lead[len(topic):]), question
	}
	if text.CountWords(lead) < 3 {
		lead = ""
	}
	return lead, question
}

// beginsAuxiliary reports whether a question asks whether something is so.
func beginsAuxiliary(question string) bool {
	return lexicon.Auxiliaries[text.Fold(firstWord(question))]
}

// turningTo are the words by which people change the topic: "Back to Ann: …".
var turningTo = regexp.MustCompile(`(?i)^(?:(?:so|ok|okay|and|now|but),? )*(?:(?:going |coming )?back to|about|regarding|concerning|as for|speaking of|talking of|on the topic of|re) `)
