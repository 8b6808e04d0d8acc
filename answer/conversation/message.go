package conversation

import (
	"slices"
	"strings"

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
	polite = text.WordSet(`so and but also well hey hi hello yo ok okay um uh er like basically yeah please then btw oh right thanks anyway anyways`)
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
