package conversation

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

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
var sentenceEnd = regexp.MustCompile(`[?？؟]+[!?]*["”’)]*\s+|(?:\.{2,}|[.!;…])\s+(?i:(?:(?:and|but|so|also|then|ok|okay|anyway|anyways|btw|well|now|please|pls),? )?(?:who|whom|whose|what|which|when|where|why|how|did|does|was|were|is|are)(?:'s)?\s)`)

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
	return text.IsStop(last.Text) || len(last.Text) > 2 && !strings.Contains(last.Text, ".")
}
