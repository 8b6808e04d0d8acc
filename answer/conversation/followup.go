package conversation

import (
	"regexp"
	"slices"
	"strings"

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
var whichOne = regexp.MustCompile(`(?i)^((?:and )?)which (?:(?:one )?of (?:them|these|those)|one) (is|was) (?:the )?`)

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

func (f *followUp) resolved() string {
	if len(f.words) == 0 || len(f.before) == 0 {
		return f.asked
	}
	whole, ok := f.withNoun()
	if !ok {
		whole, ok = f.withOther()
	}
	if ok {
		f = newFollowUp(whole, append(slices.Clip(f.history), f.last))
	}
	if f.last.Told {
		return f.confirmed()
	}
	if asksAgain[lettersOf(f.asked)] || f.asksWhence() {
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
