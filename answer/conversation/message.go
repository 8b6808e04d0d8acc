package conversation

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

const (
	// MaxMessage is the length of the longest message in which questions are looked
	// for, in code points; each of them has at most MaxQuestion.
	MaxMessage = 2000
	// MaxParts is how many questions of one message are answered.
	MaxParts = 4
	// maxTold is how much of what goes before a question is read for whom and
	// what it means, in bytes.
	maxTold = 600
)

// Inquiry is one question of a message.
type Inquiry struct {
	Text string
	// Before is what the message says before it.
	Before string
	// Whole says that the message says nothing else, but for what dresses it up.
	Whole bool
}

// Inquiries are the questions that a message asks, in order, and how many there
// are beyond MaxParts. A message without any is one itself.
func Inquiries(message string) (list []Inquiry, beyond int) {
	sentences := sentencesOf(message)
	var said []string
	for _, s := range sentences {
		if claim := claimOf(s.text); claim != "" {
			list = append(list, Inquiry{Text: claim, Before: lastOf(said, maxTold)})
			continue
		}
		if !s.asks {
			if !isCourtesy(s.text) {
				said = append(said, s.text)
			}
			continue
		}
		if n := len(list); n > 0 && isChoice(s.text) {
			list[n-1].Text += " " + s.text
			continue
		}
		lead, question := innerQuestion(s.text)
		asked := coordinated(question)
		if lead != "" {
			said = append(said, lead)
		} else if len(asked) == 1 && !strings.HasPrefix(question, trueThat) && !beginsAuxiliary(question) {
			asked = []string{s.text} // "Tell me who …" needs no change
		}
		for _, q := range asked {
			list = append(list, Inquiry{Text: q, Before: lastOf(said, maxTold)})
		}
	}
	if len(list) == 0 {
		list = []Inquiry{{Text: wholeOf(message, sentences)}}
	}
	kept := min(len(list), MaxParts)
	if kept == 1 {
		list[0].Whole = saysAll(list[0].Text, sentences)
	}
	return list[:kept], len(list) - kept
}

// maxChoice is how many words a choice has at the most.
const maxChoice = 8

// isChoice reports whether a question only says between what the one before it
// asks: "Ann or Bob?"
func isChoice(s string) bool {
	words := text.Words(s)
	or := slices.ContainsFunc(words, func(w text.Word) bool { return w.Norm == "or" })
	return or && len(words) <= maxChoice && words[0].Norm != "or" && !lexicon.QuestionLeads[words[0].Norm]
}

// wholeOf is a message that has no sentence that asks, as it is read: all of it but
// courtesies.
func wholeOf(message string, sentences []sentence) string {
	var kept []string
	for _, s := range sentences {
		if !isCourtesy(s.text) {
			kept = append(kept, s.text)
		}
	}
	if len(kept) == 0 {
		return retrieval.Plain(message)
	}
	return strings.Join(kept, " ")
}

// lastOf joins the last of the sentences, as many as have room.
func lastOf(said []string, room int) string {
	first := len(said)
	for first > 0 && room >= len(said[first-1]) {
		first--
		room -= len(said[first]) + 1
	}
	return strings.Join(said[first:], " ")
}

// sentence is a sentence of a message.
type sentence struct {
	text string
	asks bool
}

// sentencesOf takes a message apart. Lines that repeat what others wrote ask only
// where no other does.
func sentencesOf(message string) []sentence {
	var all []sentence
	own := false
	for _, line := range Lines(message) {
		repeated := strings.HasPrefix(line, ">")
		for _, s := range cutSentences(retrieval.Plain(line)) {
			s = withTopic(s)
			asks := asksSomething(s)
			own = own || asks && !repeated
			all = append(all, sentence{s, asks && !repeated})
		}
	}
	if own {
		return all
	}
	for i := range all {
		all[i].asks = asksSomething(all[i].text)
	}
	return all
}

// Lines are the lines of a message. A line that goes on with a sentence of the
// one before it is part of that.
func Lines(message string) []string {
	var lines []string
	for line := range strings.SplitSeq(numberedLines(text.Clean(message)), "\n") {
		line = text.Squeeze(line)
		if line == "" {
			continue
		}
		if n := len(lines); n > 0 && goesOn(lines[n-1], line) {
			lines[n-1] += " " + line
			continue
		}
		lines = append(lines, line)
	}
	return lines
}

// numberedLines gives each item of a numbered list a line: "1. who came 2. when".
func numberedLines(s string) string {
	at := listNumber.FindStringIndex(s)
	if at == nil {
		return s
	}
	for n := 2; n <= maxItems; n++ {
		for _, mark := range []string{". ", ") "} {
			item := " " + strconv.Itoa(n) + mark
			if i := strings.Index(s, item); i >= 0 {
				s = s[:i] + "\n" + s[i+1:]
			}
		}
	}
	return s
}

// maxItems is how many items of a numbered list are told apart.
const maxItems = 9

// goesOn reports whether a line goes on with the sentence of the line before.
func goesOn(before, line string) bool {
	r, _ := utf8.DecodeRuneInString(line)
	words := text.Words(line)
	return unicode.IsLower(r) && len(words) > 0 && !lexicon.QuestionLeads[words[0].Norm] && !strings.ContainsRune(".?!:;…", lastRune(before)) &&
		!strings.HasPrefix(before, ">")
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// sentenceEnd is where a sentence of a chat ends, also if the next one begins
// small: at a question mark, and at another mark before a word that asks.
var sentenceEnd = regexp.MustCompile(`[?？؟]+[!?]*["”’)]*\s+|(?:\.{2,}|[.!;…])\s+(?i:(?:and |but |so |also |then |ok |okay )?(?:who|whom|whose|what|which|when|where|why|how|did|does|was|were|is|are)(?:'s)?\s)`)

// cutSentences cuts a line of a message into sentences.
func cutSentences(line string) []string {
	var all []string
	line = withoutCourtesy(line)
	for _, span := range wholeSentences(line) {
		s := span.Of(line)
		at := 0
		for _, m := range sentenceEnd.FindAllStringIndex(s, -1) {
			quoted := strings.Count(s[:m[0]], `"`)%2 == 1
			end := m[0] + len(markRun.FindString(s[m[0]:]))
			if quoted || text.CountWords(s[at:end]) == 0 || !isMarkEnd(s, m[0]) {
				continue
			}
			all = append(all, trimmed(s[at:end]))
			at = end
		}
		if rest := trimmed(s[at:]); text.CountWords(rest) > 0 {
			all = append(all, rest)
		}
	}
	return all
}

// isCourtesy reports whether a sentence says nothing. "No" says that something was
// misunderstood.
func isCourtesy(s string) bool { return IsSmallTalk(s) && !replies[lettersOf(s)] }

var replies = text.WordSet(`yes no nope yep yeah sorry`)

// courtesyEnd is where a courtesy ends before what goes on small.
var courtesyEnd = regexp.MustCompile(`[.!]+\s+`)

// withoutCourtesy is a line without the courtesies before what it says.
func withoutCourtesy(line string) string {
	for {
		m := courtesyEnd.FindStringIndex(line)
		if m == nil || !isCourtesy(line[:m[0]]) || text.CountWords(line[m[1]:]) == 0 {
			return line
		}
		line = line[m[1]:]
	}
}

// wholeSentences are the sentences of a line; an initial ends none.
func wholeSentences(line string) []text.Span {
	var whole []text.Span
	for _, span := range text.Sentences(line) {
		if n := len(whole); n > 0 && whole[n-1].Len() <= len("A.") && strings.HasSuffix(whole[n-1].Of(line), ".") {
			whole[n-1].End = span.End
			continue
		}
		whole = append(whole, span)
	}
	return whole
}

// trimmed is a sentence without the number of a list and the marks after it that
// end none.
func trimmed(s string) string {
	return strings.TrimRight(listNumber.ReplaceAllString(strings.TrimSpace(s), ""), " ;,")
}

var listNumber = regexp.MustCompile(`^\(?\d{1,2}[.)]\s+`)

// markRun are the marks that end a sentence.
var markRun = regexp.MustCompile(`^[?？؟!.;…"”’)]+`)

// isMarkEnd reports whether the mark at s[at] ends a sentence, and no abbreviation.
func isMarkEnd(s string, at int) bool {
	if s[at] != '.' || strings.HasPrefix(s[at:], "..") {
		return true
	}
	words := text.Words(s[:at])
	last := words[len(words)-1]
	return len(last.Text) > 2 && !strings.Contains(last.Text, ".")
}

// asksSomething reports whether a sentence is a question or asks for an answer.
func asksSomething(s string) bool {
	if strings.HasSuffix(strings.TrimRight(s, `!"”’) `), "?") {
		return !IsSmallTalk(s)
	}
	words := text.Words(s)
	words = words[politeness(words):]
	if len(words) == 0 || strings.HasPrefix(s, `"`) && !strings.HasSuffix(s, `"`) {
		return false // somebody is quoted
	}
	first := words[0].Norm
	next := ""
	if len(words) > 1 {
		next = words[1].Norm
	}
	switch {
	case first == "when" || first == "where" || first == "while":
		return lexicon.Auxiliaries[next] || lexicon.QuestionWords[next] || next == "and" || len(words) <= 2 || !strings.ContainsAny(s, ".,!")
	case lexicon.QuestionWords[first]:
		return true
	case lexicon.Auxiliaries[first]:
		return len(words) > 1 && first != "have" && next != "not" && next != "it's"
	case requests[first]:
		return len(words) > 1
	}
	_, inner := innerQuestion(s)
	return inner != s
}

var (
	// requests begin a sentence that asks for an answer without a question.
	requests = text.WordSet(`list name explain describe summarize summarise`)
	// polite are the words before a question that say nothing.
	polite = text.WordSet(`so and but also well hey hi hello yo ok okay um uh er like basically yeah please then btw oh right thanks anyway`)
)

// politeness counts the words at the beginning that only lead to a question.
func politeness(words []text.Word) int {
	n := 0
	for n < len(words) && polite[words[n].Norm] {
		n++
	}
	return n
}

// saysAll reports whether a question has the words of all sentences of a message,
// but for courtesies.
func saysAll(question string, sentences []sentence) bool {
	if len(sentences) == 1 && sentences[0].text == question {
		return true
	}
	var words []text.Word
	for _, s := range sentences {
		if s.asks || !isCourtesy(s.text) {
			words = append(words, text.Words(s.text)...)
		}
	}
	return slices.EqualFunc(words, text.Words(question), func(a, b text.Word) bool { return a.Norm == b.Norm })
}
