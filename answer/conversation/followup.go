package conversation

import (
	"regexp"
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// Turn is one question of a conversation, with what was answered.
type Turn struct {
	// Question is the question as it was understood.
	Question string
	// Told says that Question is none, but what was said before one.
	Told bool
	// Short is the short answer, and Statements are those shown with it.
	Short      string
	Statements []string
}

// Resolve makes a question that leans on the conversation stand alone: it puts
// the person for "he", the matter for "it", completes fragments such as "And
// Russia?" from the question before, and takes corrections.
func Resolve(question string, history []Turn) string {
	asked := inquired(text.Squeeze(text.Clean(question)))
	if len(history) == 0 {
		return asked
	}
	resolved := newFollowUp(askedWhich(askedWhy(asked)), history).resolved()
	if resolved == asked {
		return asked
	}
	return standAlone(resolved)
}

// howCome asks for a reason in other words, also before a clause in the order of a
// statement.
var howCome = regexp.MustCompile(`(?i)^((?:(?:and|but|so|then) )?)how come\b`)

// whatFor asks for a reason, whenHappened for the circumstances, and whyDone for either,
// of what was spoken of last.
var (
	whatFor      = phraseSet(`what for; and what for; for what reason; what's the reason; what is the reason; what was the reason`)
	whenHappened = regexp.MustCompile(`(?i)^((?:and )?(?:when|where|how|why)) (?:did|does|has) (?:that|this|it) happen(?:ed)?[?!. ]*$`)
	whyDone      = regexp.MustCompile(`(?i)^((?:and )?(?:when|where|how|why)) (?:did|does|would|will) (?:he|she|they|it) (?:do|does|did) (?:that|this|it|so)[?!. ]*$`)
)

// askedWhy is "How come?" and "Why did he do that?" as "Why?", and "When did that happen?"
// as "When?".
func askedWhy(asked string) string {
	if whatFor[lettersOf(asked)] {
		return "why"
	}
	for _, pattern := range [...]*regexp.Regexp{whenHappened, whyDone} {
		if m := pattern.FindStringSubmatch(asked); m != nil {
			return m[1]
		}
	}
	return howCome.ReplaceAllString(asked, "${1}why")
}

// whichOne asks for one of those who were spoken of by what he is.
var whichOne = regexp.MustCompile(`(?i)^((?:and )?)which (?:one )?of (?:them|these|those) (is|was) (?:the )?`)

// askedWhich is "Which of them is the mayor?" as "Who is the mayor?".
func askedWhich(asked string) string {
	m := whichOne.FindStringSubmatchIndex(asked)
	if m == nil || !isPersonNoun(bare(asked)) {
		return asked
	}
	return whichOne.ReplaceAllString(asked, "${1}who $2 the ")
}

// standAlone writes a question that stands alone with a capital and a mark, and
// without the words that tied it to what was said before.
func standAlone(s string) string {
	_, s = innerQuestion(s)
	s = notPresent.ReplaceAllString(s, "$1 absent from")
	s = text.Capital(withoutTie(strings.TrimRight(s, " ,;:")))
	if strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") {
		return s
	}
	return strings.TrimRight(s, ".") + "?"
}

// notPresent is said in one word.
var notPresent = regexp.MustCompile(`(?i)\b(was|were)(?:n['’]t| not) present at\b`)

// tyingWords tie a question to the one before it.
var tyingWords = text.WordSet(`and but so also then ok okay well`)

// withoutTie is a question without them; a question of nothing else keeps them.
func withoutTie(s string) string {
	words := text.Words(s)
	n := 0
	for n < len(words) && tyingWords[words[n].Norm] {
		n++
	}
	if n == 0 || n == len(words) {
		return s
	}
	return s[words[n].Start:]
}

// followUp is a question with the turn before it.
type followUp struct {
	asked string
	words []text.Word
	last  Turn
	// before are the words of the last question.
	before []text.Word
	// history are the turns before the last one.
	history []Turn
	// back is how many turns were passed over.
	back int
}

// newFollowUp reads the last question as it would be written in a letter; that it
// asked who else is not carried over.
func newFollowUp(asked string, history []Turn) *followUp {
	last := history[len(history)-1]
	last.Question = withoutTie(strings.ReplaceAll(retrieval.Plain(last.Question), " else ", " "))
	return &followUp{asked: asked, words: text.Words(asked), last: last, before: text.Words(last.Question), history: history[:len(history)-1]}
}

// maxBack is how many turns back somebody is looked for whom the last one does not
// name.
const maxBack = 2

// earlier is the same question after the turn before the last one; nil if that is
// too long ago.
func (f *followUp) earlier() *followUp {
	if len(f.history) == 0 || f.back == maxBack {
		return nil
	}
	e := newFollowUp(f.asked, f.history)
	e.back = f.back + 1
	return e
}

var fragmentLeads = [][]string{{"and"}, {"what", "about"}, {"how", "about"}, {"and", "what", "about"}, {"and", "how", "about"}, {"or"}, {"but"}, {"same", "for"}}

func (f *followUp) resolved() string {
	if len(f.words) == 0 || len(f.before) == 0 {
		return f.asked
	}
	if f.last.Told {
		return f.confirmed()
	}
	if asksAgain[lettersOf(f.asked)] {
		return f.last.Question
	}
	if rest, ok := f.correction(); ok {
		return f.corrected(rest)
	}
	if company := f.withCompany(); company != "" {
		return company
	}
	switch {
	case f.asksElse():
		return f.elseOfLatest()
	case f.asksOnward():
		return f.onward()
	case asksNames[lettersOf(f.asked)]:
		return f.named()
	case f.lacksEvent():
		return f.withEvent()
	case f.asksNumbered():
		n, _ := numbered(f.rest(2))
		return f.oneOf(n)
	case f.asksWhenSaid():
		return f.whenSaid()
	case f.asksWhenDone():
		alone := *f
		alone.asked, alone.words = f.words[0].Text, f.words[:1]
		return alone.complete()
	case f.isFragment():
		return f.matterOf().exchanged(f.rest(f.lead()))
	case f.asksMeasure():
		return f.measured()
	case f.isBareQuestion():
		return f.complete()
	}
	return f.withMatter(f.withVerb(f.replacePronouns()))
}

// rest is the question from word i on.
func (f *followUp) rest(i int) string {
	return strings.TrimRight(f.asked[f.words[i].Start:], "?!. ")
}

// asksElse reports whether the question asks for more of the same ("Who else?").
func (f *followUp) asksElse() bool {
	if asksOn[lettersOf(f.asked)] {
		return true
	}
	if len(f.words) > 3 {
		return false
	}
	return slices.ContainsFunc(f.words, func(w text.Word) bool { return w.Norm == "else" || w.Norm == "more" || w.Norm == "others" })
}

// Continues is the place of the turn whose answer a question goes on with, as it asks
// for what else there is, or -1: what was said there is no answer to that.
func Continues(question string, history []Turn) int {
	if len(history) == 0 {
		return -1
	}
	f := newFollowUp(text.Squeeze(text.Clean(question)), history)
	switch {
	case f.asksElse():
		return len(f.countable().history)
	case f.meansOther():
		return len(f.history)
	}
	return -1
}

// saidThat asks when or where somebody said what was answered.
var saidThat = regexp.MustCompile(`(?i)^(?:and )?(?:when|where|on (?:what|which) day|(?:what|which) day|in what (?:context|situation))\b.*\b(?:say|said|write|wrote|claim|announce|state|tell|mention) (?:that|this|it|so)[?!. ]*$`)

// whenSaid is such a question once it stands alone.
var whenSaid = regexp.MustCompile(`(?i)^(?:when|where) did .+ say that\b`)

// Concerns is the place of the turn whose answer a question asks the circumstances of,
// or -1: what stands elsewhere was said at another time.
func Concerns(question string, history []Turn) int {
	if len(history) == 0 {
		return -1
	}
	f := newFollowUp(text.Squeeze(text.Clean(question)), history)
	if len(f.last.Statements) > 0 && len(f.before) > 0 && len(f.words) > 0 && (saidThat.MatchString(f.asked) || f.asksWhenSaid()) {
		return len(f.history)
	}
	return -1
}

// elseOfLatest asks for more of what was asked last that there can be more of:
// after "When was that?" others are meant by whom was asked before.
func (f *followUp) elseOfLatest() string {
	of := f.countable()
	return of.elseOf(of.last.Question)
}

// countable is the turn that "else" goes on with.
func (f *followUp) countable() *followUp {
	if e := f.earlier(); e != nil && whenSaid.MatchString(f.last.Question) {
		return e.countable() // there is one time at which it was said
	}
	if f.words[0].Norm == "who" {
		for e := f; e != nil; e = e.earlier() {
			if len(e.before) > 0 && (e.before[0].Norm == "who" || e.before[0].Norm == "whom") {
				return e
			}
		}
	}
	return f
}

// elseOf is a question with "else" after its question word.
func (f *followUp) elseOf(question string) string {
	if _, overview, _ := Topic(question); overview {
		return question
	}
	words := text.Words(question)
	for _, w := range words {
		if w.Norm == "else" {
			return question
		}
		if elseAfter[w.Norm] {
			return question[:w.End] + " else" + question[w.End:]
		}
	}
	return question
}

var elseAfter = text.WordSet(`who whom what where`)

// onwards are the questions for what came after, and backwards those for what came before.
var (
	onwards = phraseSet(`and then; then; then what; what then; and then what; what happened then; what happened next; what next; and next; and after that;
	what happened after that; and what happened then; and what happened next; and afterwards; what happened afterwards; what came next; what happened after; after that;
	and after; and later; later; what happened later`)
	backwards = phraseSet(`and before that; before that; what happened before that; what happened before; and before; and what happened before that; what came before;
	what came before that; what was before that; and what was before; and beforehand; and earlier; what happened earlier`)
)

// asksOnward reports whether the question asks what came after or before.
func (f *followUp) asksOnward() bool {
	letters := lettersOf(f.asked)
	return onwards[letters] || backwards[letters]
}

// onward asks what came after the event of the last question, or before it. Asked for
// both in turn, it is the same event.
func (f *followUp) onward() string {
	of := f
	for onwards[lettersOf(of.last.Question)] || backwards[lettersOf(of.last.Question)] {
		e := of.earlier()
		if e == nil {
			break
		}
		of = e
	}
	thing := of.thing()
	words := text.Words(thing)
	if thing == "" || !eventNouns[text.Stem(words[len(words)-1].Norm)] && of.happening() != thing {
		return f.asked
	}
	if backwards[lettersOf(f.asked)] {
		return "What happened before " + thing + "?"
	}
	return "What happened after " + thing + "?"
}

// eventNouns are nouns of what happens.
var eventNouns = text.StemSet(`summit meeting talk talks conference briefing war visit attack strike storm election ceremony fair feast flight accident crash
	fire flood protest trial vote game match party dinner lunch speech speeches annexation invasion sale battle`)

// lead is the number of words of "and …" or "what about …" at the beginning.
func (f *followUp) lead() int {
	n := 0
	for _, lead := range fragmentLeads {
		if len(lead) > n && len(f.words) > len(lead) && f.startsWith(lead) {
			n = len(lead)
		}
	}
	return n
}

func (f *followUp) startsWith(lead []string) bool {
	if len(f.words) < len(lead) {
		return false
	}
	for i, w := range lead {
		if f.words[i].Norm != w {
			return false
		}
	}
	return true
}

// matterOf is the turn that a fragment goes on with: who says "What about Bob?" after
// "Why did Ann say that?" asks what he said.
func (f *followUp) matterOf() *followUp {
	if e := f.earlier(); e != nil && len(f.before) > 2 && f.before[0].Norm == "why" && f.before[len(f.before)-1].Norm == "that" {
		return e
	}
	return f
}

// maxFragment is how many words a fragment has at the most after its lead.
const maxFragment = 6

// isFragment reports whether only a new name or noun is given: "And Russia?", "in
// 2018?", "the second meeting".
func (f *followUp) isFragment() bool {
	n := f.lead()
	if n == 0 && !f.isPhrase() || len(f.words)-n > maxFragment {
		return false
	}
	item := f.words[n:]
	if len(item) > 1 && lexicon.OwnPronouns[item[0].Norm] {
		item = item[1:] // "and her brother?"
	}
	return !slices.ContainsFunc(item, func(w text.Word) bool { return lexicon.QuestionLeads[w.Norm] || lexicon.PersonPronouns[w.Norm] })
}

// isPhrase reports whether the question is a preposition with a date or a name, "in
// 2018?", or tells what each gets, "per head".
func (f *followUp) isPhrase() bool {
	return len(f.words) >= 2 && len(f.words) <= 4 && prepositions[f.words[0].Norm] && (f.words[1].IsNumeric() || f.words[1].IsCapital() || f.words[0].Norm == "per")
}

var prepositions = text.WordSet(`in on at by with from to for per about after before during since until of`)

func contentWords(words []text.Word) []text.Word {
	var content []text.Word
	for _, w := range words {
		if !text.IsStop(w.Norm) {
			content = append(content, w)
		}
	}
	return content
}

// asks reports whether the question has a word.
func (f *followUp) asks(norm string) bool {
	return slices.ContainsFunc(f.words, func(w text.Word) bool { return w.Norm == norm })
}
