package retrieval

import "strings"

// Kind is the kind of answer that a question expects.
type Kind int

// The kinds of answers.
const (
	KindOther Kind = iota
	KindPerson
	KindPlace
	KindDate
	KindDuration
	KindNumber
	KindOrganisation
	KindList
	KindYesNo
	KindQuotation
	KindReason
	KindWhoIs
	KindManner
)

// String names the kind in explanations.
func (k Kind) String() string {
	return [...]string{"other", "person", "place", "date", "duration", "number", "organisation", "list", "yes/no", "quotation", "reason", "who-is", "manner"}[k]
}

// questionForm is what the wording of a question says: the kind of answer, the
// words that only ask (and are not searched for), and the noun asked for.
type questionForm struct {
	kind  Kind
	asks  map[int]bool
	focus []int
}

// readForm finds the question word and what it asks for.
func readForm(words []string, isName func(int) bool) questionForm {
	f := questionForm{asks: map[int]bool{}}
	start := skipPreamble(words)
	for i := range start {
		f.asks[i] = true
	}
	at := findQuestionWord(words, start)
	if at < 0 {
		f.kind = imperativeKind(words, start, f.asks)
		return f
	}
	if auxiliaries[words[at]] {
		if at = innerQuestion(words, at); at < 0 {
			f.kind = KindYesNo
			return f
		}
	}
	f.asks[at] = true
	f.read(words, at, isName)
	return f
}

// findQuestionWord returns the place of the first question word, or of an
// auxiliary that begins the question; -1 if there is neither.
func findQuestionWord(words []string, start int) int {
	if start < len(words) && auxiliaries[words[start]] {
		return start
	}
	for i := start; i < len(words); i++ {
		if questionWords[words[i]] {
			return mainQuestion(words, i)
		}
	}
	return -1
}

// mainQuestion passes a "when" or "where" that only begins a clause before the
// question itself: "When time is short, what …".
func mainQuestion(words []string, at int) int {
	if words[at] != "when" && words[at] != "where" || at+1 < len(words) && auxiliaries[words[at+1]] {
		return at
	}
	for i := at + 3; i < len(words); i++ {
		if words[i] == "what" || words[i] == "which" || words[i] == "who" || words[i] == "how" {
			return i
		}
	}
	return at
}

// innerQuestion finds the question in "Do the reports agree on how long …", which
// asks for what they say and not for a yes; -1 if there is none.
func innerQuestion(words []string, at int) int {
	agree := false
	for i := at; i < len(words); i++ {
		agree = agree || agreeVerbs[words[i]]
		if agree && questionWords[words[i]] {
			return i
		}
	}
	return -1
}

var agreeVerbs = set(`agree agrees disagree disagrees differ differs conflict contradict`)

// skipPreamble counts the words of politeness before the question itself.
func skipPreamble(words []string) int {
	i := 0
	for i < len(words) {
		n := 0
		for _, p := range preambles {
			if hasPrefix(words[i:], p) {
				n = max(n, len(p))
			}
		}
		if n == 0 {
			return i
		}
		i += n
	}
	return 0
}

func hasPrefix(words, prefix []string) bool {
	if len(words) < len(prefix) {
		return false
	}
	for i, p := range prefix {
		if words[i] != p {
			return false
		}
	}
	return true
}

var preambles = splitAll("so", "and", "but", "hey", "hi", "hello", "ok", "okay", "um", "please", "pls", "quick question", "tell me", "can you tell me",
	"could you tell me", "do you know", "does anyone know", "anyone know", "i want to know", "i would like to know", "i wonder", "just wondering", "wondering", "any idea", "gimme", "give me", "show me", "i need", "remind me", "explain", "say", "well", "yo", "btw", "also")

func splitAll(phrases ...string) [][]string {
	all := make([][]string, len(phrases))
	for i, p := range phrases {
		all[i] = strings.Fields(p)
	}
	return all
}

var questionWords = set(`who whom whose what which when where why how who's whos what's whats where's wheres when's how's whats`)

var auxiliaries = set(`is are was were am do does did has have had will would can could should may might must isn't aren't wasn't weren't don't doesn't didn't hasn't haven't`)

func set(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

// imperativeKind is the kind of a request without a question word.
func imperativeKind(words []string, start int, asks map[int]bool) Kind {
	if start >= len(words) {
		return KindOther
	}
	switch words[start] {
	case "list", "name", "names", "members":
		asks[start] = true
		if start+1 < len(words) && (words[start+1] == "a" || words[start+1] == "an" || words[start+1] == "one") {
			return KindOther
		}
		return KindList
	}
	for _, w := range words[start:] {
		if groupNouns[w] {
			return KindList
		}
	}
	return KindOther
}

// read sets the kind and the focus from the question word at i and what follows.
func (f *questionForm) read(words []string, i int, isName func(int) bool) {
	switch words[i] {
	case "who", "whom", "whose", "who's", "whos":
		f.readWho(words, i, isName)
	case "when", "when's":
		f.kind = KindDate
	case "where", "where's", "wheres":
		f.kind = KindPlace
	case "why":
		f.kind = KindReason
	case "how", "how's":
		f.readHow(words, i)
	default:
		f.readWhat(words, i, isName)
	}
}

func (f *questionForm) readWho(words []string, i int, isName func(int) bool) {
	f.kind = KindPerson
	rest := words[i+1:]
	if len(rest) == 0 {
		return
	}
	if toBe[rest[0]] || words[i] == "who's" || words[i] == "whos" {
		from := i + 1
		if toBe[rest[0]] {
			from++
		}
		if onlyName(words, from, isName) {
			f.kind = KindWhoIs
			return
		}
	}
	for k, w := range rest {
		if listVerbs[w] || listNouns[w] && k > 0 && k < 6 && toBe[rest[0]] {
			f.kind = KindList
			return
		}
		if w == "took" && k+1 < len(rest) && rest[k+1] == "part" || w == "was" && k+1 < len(rest) && (rest[k+1] == "in" || rest[k+1] == "at" || rest[k+1] == "there" || rest[k+1] == "present") {
			f.kind = KindList
			return
		}
	}
}

// onlyName reports whether the question ends in a name alone: "who is Pete
// Hegseth". Names may be typed without capitals.
func onlyName(words []string, from int, isName func(int) bool) bool {
	if from >= len(words) || len(words)-from > 4 {
		return false
	}
	for i := from; i < len(words); i++ {
		if !isName(i) {
			return false
		}
	}
	return true
}

var (
	toBe       = set(`is was are were be`)
	listVerbs  = set(`attended attend accompanied accompany joined join participated participate represented accompany participate belonged belong`)
	groupNouns = set(`delegation delegations members participants attendees delegates entourage lineup`)
	listNouns  = set(`members delegation delegations team delegates participants attendees officials ministers people guests entourage`)
)

func (f *questionForm) readHow(words []string, i int) {
	f.kind = KindManner
	if i+1 >= len(words) {
		return
	}
	next := words[i+1]
	switch {
	case next == "long":
		f.kind = KindDuration
		f.asks[i+1] = true
	case next == "many" || next == "much":
		f.kind = KindNumber
		f.asks[i+1] = true
		f.focusFrom(words, i+2)
		if i+2 < len(words) && timeUnits[words[i+2]] {
			f.kind = KindDuration
		}
	case measures[next]:
		f.kind = KindNumber
	case spokenOf(words[i+1:]):
		f.kind = KindQuotation
	}
}

var timeUnits = set(`seconds minutes hours days weeks months years decades centuries`)

var measures = set(`old tall high far deep big large fast heavy wide often close hot cold strong rich expensive`)

func (f *questionForm) readWhat(words []string, i int, isName func(int) bool) {
	f.focusFrom(words, i+1)
	for n := len(f.focus) - 1; n >= 0; n-- {
		if k, ok := headKinds[singular(words[f.focus[n]])]; ok {
			f.kind = k
			f.asks[f.focus[n]] = typeOnly[k]
			f.focus = f.focus[:n+1]
			return
		}
	}
	f.kind = f.whatVerb(words, i, isName)
}

// typeOnly are the kinds whose noun ("year", "length") only says what kind of
// answer is wanted: the answer does not repeat it.
var typeOnly = map[Kind]bool{KindDate: true, KindDuration: true, KindReason: true}

// whatVerb is the kind of "what" without a telling noun: what somebody said, or
// what somebody is.
func (f *questionForm) whatVerb(words []string, i int, isName func(int) bool) Kind {
	rest := words[i+1:]
	if spokenOf(rest) {
		return KindQuotation
	}
	for k, w := range rest {
		if roleNouns[w] && !playsRole(rest) {
			f.asks[i+1+k] = true
			return KindWhoIs
		}
		if w == "caused" || w == "reason" || w == "cause" {
			return KindReason
		}
	}
	return f.nounAfterBe(words, i+1)
}

// nounAfterBe is the kind that the noun tells in "what is the … location": the
// last of the few words after the verb that tells one.
func (f *questionForm) nounAfterBe(words []string, from int) Kind {
	if from >= len(words) || !toBe[words[from]] && words[from] != "the" {
		return KindOther
	}
	kind, at := KindOther, 0
	for i := from + 1; i < len(words) && i <= from+4 && !prepositions[words[i]]; i++ {
		if k, ok := headKinds[words[i]]; ok {
			kind, at = k, i
		}
	}
	if kind != KindOther {
		f.focus = append(f.focus, at)
		f.asks[at] = typeOnly[kind]
	}
	return kind
}

// focusFrom takes the nouns after "what", "which" or "how many" as the focus:
// the words up to the verb.
func (f *questionForm) focusFrom(words []string, i int) {
	for k := i; k < len(words) && k < i+4; k++ {
		if auxiliaries[words[k]] || prepositions[words[k]] || words[k] == "the" && k > i {
			return
		}
		f.focus = append(f.focus, k)
	}
	if len(f.focus) == 4 {
		f.focus = f.focus[:2]
	}
}

func singular(w string) string {
	switch {
	case strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"):
		return w[:len(w)-1]
	}
	return w
}

// spokenOf reports whether the words ask for what somebody said: "did Putin say",
// "were Trump's words", but not "was the base called".
func spokenOf(words []string) bool {
	active := false
	for i, w := range words {
		active = active || doVerbs[w]
		if spokenNouns[w] || active && speechVerbs[w] && !(i+1 < len(words) && words[i+1] == "for") {
			return true // but not "what did he call for"
		}
	}
	return false
}

// playsRole reports whether "role" is one that something plays, and no office.
func playsRole(words []string) bool {
	for _, w := range words {
		if w == "play" || w == "plays" || w == "played" || w == "playing" {
			return true
		}
	}
	return false
}

var (
	prepositions = set(`of in on at by for from to with about during after before into over under between through`)
	doVerbs      = set(`did does do has have had`)
	spokenNouns  = set(`said told joke joked quip quipped words quote quoted remark remarks comment comments`)
	speechVerbs  = set(`say said says describe described call called characterize characterized characterise characterised tell told comment commented
		remark remarked joke joked quote words quip quipped state stated respond responded reply replied declare declared announce announced praise praised promise promised`)
	roleNouns = set(`role job title position occupation profession`)
)

// headKinds maps the noun after "what" or "which" to the kind of its answer.
var headKinds = map[string]Kind{
	"year": KindDate, "date": KindDate, "day": KindDate, "month": KindDate, "time": KindDate, "century": KindDate, "decade": KindDate, "weekday": KindDate,
	"country": KindPlace, "city": KindPlace, "place": KindPlace, "state": KindPlace, "location": KindPlace, "venue": KindPlace, "town": KindPlace,
	"base": KindPlace, "region": KindPlace, "continent": KindPlace, "capital": KindPlace, "county": KindPlace, "river": KindPlace, "area": KindPlace,
	"person": KindPerson, "man": KindPerson, "woman": KindPerson, "president": KindPerson, "leader": KindPerson, "minister": KindPerson, "king": KindPerson,
	"queen": KindPerson, "author": KindPerson, "actor": KindPerson, "politician": KindPerson, "scientist": KindPerson, "official": KindPerson, "figure": KindPerson,
	"individual": KindPerson, "ceo": KindPerson,
	"company": KindOrganisation, "organisation": KindOrganisation, "organization": KindOrganisation, "agency": KindOrganisation, "party": KindOrganisation,
	"team": KindOrganisation, "university": KindOrganisation, "institution": KindOrganisation, "publication": KindOrganisation, "newspaper": KindOrganisation,
	"number": KindNumber, "percentage": KindNumber, "percent": KindNumber, "amount": KindNumber, "population": KindNumber, "proportion": KindNumber,
	"fraction": KindNumber, "share": KindNumber, "age": KindNumber, "cost": KindNumber, "price": KindNumber, "distance": KindNumber, "height": KindNumber,
	"duration": KindDuration, "length": KindDuration, "reason": KindReason, "cause": KindReason,
}
