package retrieval

import (
	"maps"
	"strings"

	"sherpa/internal/text"
)

// The lists of English words by which questions are read. They hold the words of
// asking and of reasons, never those of a corpus.

func set(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

// Words that ask.
var (
	// questionWords are without the contracted "is", which text.Words cuts off
	// like a possessive, unless the apostrophe is missing.
	questionWords = set(`who whom whose what which when where why how whos whats wheres`)
	// mainQuestionWords begin a question after a clause with "when" or "where".
	mainQuestionWords = set(`what which who how`)
	auxiliaries       = set(`is are was were am do does did has have had will would can could should may might must
		isn't aren't wasn't weren't don't doesn't didn't hasn't haven't`)
	toBe         = set(`is was are were be`)
	doVerbs      = set(`did does do has have had`)
	prepositions = set(`of in on at by for from to with about during after before into over under between through`)
	listRequests = set(`list name names members`)
)

// preambles are words of politeness before a question.
var preambles = phraseList(`so, and, but, also, well, hey, hi, hello, yo, ok, okay, um, btw, please, pls, quick question, tell me,
	can you tell me, could you tell me, do you know, does anyone know, anyone know, any idea, i want to know, i would like to know, i wonder,
	just wondering, wondering, gimme, give me, show me, i need, remind me, explain, say`)

// phraseList splits a list of phrases into their words.
func phraseList(list string) [][]string {
	var phrases [][]string
	for p := range strings.SplitSeq(list, ",") {
		phrases = append(phrases, strings.Fields(p))
	}
	return phrases
}

// Verbs that tell the kind.
var (
	agreeVerbs  = set(`agree agrees disagree disagrees differ differs conflict contradict`)
	listVerbs   = set(`attended attend accompanied accompany joined join participated participate represented belonged belong`)
	playVerbs   = set(`play plays played playing`)
	speechVerbs = set(`say said says describe described describes call called characterize characterized characterise characterised tell told
		comment commented remark remarked joke joked quote quip quipped words state stated respond responded reply replied declare declared
		announce announced praise praised promise promised react reacted`)
	// stanceVerbs ask for somebody's words after "how did", thoughtVerbs before "of"
	// and "about".
	stanceVerbs  = set(`defend justify explain answer`)
	thoughtVerbs = set(`think feel`)
	// presence are the words after "who was" that ask for all who were there.
	presence = set(`in at there present`)
)

// reasonWords are the words of a sentence that gives a reason.
var reasonWords = set(`because since due owing therefore thus hence reason cause caused causes causing so aim aims aimed purpose result led leads
	order after amid`)

// relating are the words by which a question speaks of articles, not of what these
// tell: a passage that has them is no nearer to it.
var relating = set(`article articles report reports reported reporting coverage story stories piece publication published mention mentions mentioned
	mentioning discuss discusses discussed discussing suggest suggests suggested suggesting indicate indicates indicated indicating claim claims claimed
	describe describes described describing portray portrays portrayal portrayed depict depicts depiction depicted according state states stated context
	information regarding concerning associated individual entity figure identified involved consistent consistency inconsistent inconsistency
	similarly contrast compared comparison both different difference attribute attributes attributed highlight highlights highlighted
	highlighting emphasise emphasises emphasize emphasizes imply implies implied agree agrees disagree disagrees subsequent subsequently previous
	perspective topic provided considering`)

// Nouns that tell the kind.
var (
	groupNouns  = set(`delegation delegations members participants attendees delegates entourage lineup`)
	listNouns   = set(`members delegation delegations team delegates participants attendees officials ministers people guests entourage`)
	roleNouns   = set(`role job title position occupation profession`)
	spokenNouns = set(`said told joke joked quip quipped words quote quoted remark remarks comment comments`)
	// answerNouns ask for somebody's words in "what was Ann's reaction".
	answerNouns = set(`reaction response reply answer view opinion verdict`)
	timeUnits   = set(`seconds minutes hours days weeks months years decades centuries`)
	// measures are the adjectives after "how" that ask for a number.
	measures = set(`old tall high low far deep big large fast heavy wide thick often frequently close near hot cold warm strong powerful rich expensive`)
)

// nounKinds maps the noun after "what" or "which" to the kind of its answer.
var nounKinds = text.ByWord(kindNouns)

// kindNouns has each noun once.
var kindNouns = map[Kind]string{
	KindDate:         `year date day month time century decade weekday`,
	KindPlace:        `country city place state location venue town base region continent capital county river area`,
	KindPerson:       `person man woman president leader minister king queen author actor politician scientist official figure individual ceo`,
	KindOrganisation: `company organisation organization agency party team university institution publication newspaper`,
	KindNumber: `number percentage percent amount population proportion fraction share age cost price distance height depth width altitude magnitude weight
		speed temperature sum bill fee fine salary wage budget revenue turnover profit debt bail ransom rent toll total turnout inflation unemployment`,
	KindDuration: `duration length`,
	KindReason:   `reason cause`,
}

// alone are the nouns that tell the kind without a question word: others are
// mostly what a phrase is about.
var alone = set(`year date day month time location venue place duration length number percentage amount age cost price distance height reason cause
	role job title position occupation profession`)

// trailers end a request without being part of it.
var trailers = set(`please pls thanks`)

// onlyTells are the kinds whose noun ("year", "length") only says what kind of
// answer is wanted: the answer does not repeat it.
var onlyTells = map[Kind]bool{KindDate: true, KindDuration: true, KindReason: true}

// onlyCounts are the nouns of KindNumber that do so, too: what is "15 percent" of
// something is seldom called its share.
var onlyCounts = set(`number percentage percent amount proportion fraction share sum age`)

// askedNouns are nouns of questions that texts which answer them seldom have.
var askedNouns = set(`genre genus habitat mascot anthem style rank instrument medium acronym abbreviation synonym diameter denomination`)

// isEnglish reports whether a word is one of these lists, of the lexicon or of
// the irregular words: no slip, even where the corpus lacks it.
func isEnglish(norm string) bool {
	_, isNoun := nounKinds[singular(norm)]
	return isNoun || askedNouns[singular(norm)] || askingWords[norm] || numberWords[norm] || len(text.Groups(text.Stem(norm))) > 0 || len(text.Forms(norm)) > 0
}

// causeVerbs after "what" ask for a reason.
var causeVerbs = set(`made makes led prompted triggered sparked provoked`)

// vague are words that say of nobody in particular, and of nothing.
var vague = set(`else someone somebody anyone anybody true mr mrs ms`)

// numberWords are numbers in words.
var numberWords = set(`zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
	twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions dozen dozens half
	first second third fourth fifth sixth seventh eighth ninth tenth once twice`)

var askingWords = union(questionWords, auxiliaries, agreeVerbs, listVerbs, playVerbs, speechVerbs, reasonWords, groupNouns, listNouns, roleNouns,
	spokenNouns, timeUnits, measures)

func union(sets ...map[string]bool) map[string]bool {
	all := map[string]bool{}
	for _, s := range sets {
		maps.Copy(all, s)
	}
	return all
}
