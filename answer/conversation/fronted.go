package conversation

import (
	"regexp"
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// In chats many name first what they ask about, and then ask with a pronoun: "Ann Lee - was
// she there?", "the ferry, is it open?", "Ann Lee who is that".

// maxTopic is how many words are named first at the most.
const maxTopic = 5

// askedBehind asks who or what somebody or something is that was named first.
var askedBehind = regexp.MustCompile(`(?i)^(.+?)[ ,:–—-]+(who|what)(?:'s| is| was| are| were) (?:that|this|he|she|it|they)(?: again)?[?!. ]*$`)

// withTopic is a question that names first what it asks about, with that in the place of
// its pronoun; any other sentence stays as it is.
func withTopic(s string) string {
	words := text.Words(s)
	if m := askedBehind.FindStringSubmatch(s); m != nil && isTopic(m[1]) {
		return text.Capital(m[2]) + " is " + m[1] + "?"
	}
	at := topicEnd(s, words)
	if at == 0 {
		return s
	}
	topic, question := s[:words[at-1].Start+len(words[at-1].Text)], s[words[at].Start:]
	i := slices.IndexFunc(words[at:], func(w text.Word) bool { return w.Norm == "it" || MeansPeople(w.Norm) || w.Norm == "its" })
	if i < 1 || !isTopic(topic) {
		return s
	}
	return question[:words[at+i].Start-words[at].Start] + topicAs(words, at+i, topic) + question[words[at+i].End-words[at].Start:]
}

// topicEnd is the word with which a question begins behind a mark and a few words; 0 if
// there is none.
func topicEnd(s string, words []text.Word) int {
	for i := 1; i < min(len(words), maxTopic+1); i++ {
		asks := lexicon.QuestionWords[words[i].Norm] || lexicon.Auxiliaries[words[i].Norm]
		if gap := s[words[i-1].Start+len(words[i-1].Text) : words[i].Start]; strings.ContainsAny(gap, ",:–—…") || strings.Contains(gap, " - ") || strings.Contains(gap, "..") {
			if asks {
				return i
			}
			return 0
		}
		if asks {
			return 0
		}
	}
	return 0
}

// isTopic reports whether words can be what a question is about: a name or a noun, and
// neither a day nor what only leads to a question.
func isTopic(topic string) bool {
	words := text.Words(topic)
	if len(words) == 0 || len(words) > maxTopic || isCourtesy(topic) || len(value.Find(topic)) > 0 || strings.Contains(topic, `"`) {
		return false
	}
	for i, w := range words {
		if lexicon.QuestionLeads[w.Norm] || rejecting[w.Norm] || polite[w.Norm] || adverbs[w.Norm] || strings.HasSuffix(w.Norm, "ly") {
			return false
		}
		if text.IsStop(w.Norm) && !(phraseLeads[w.Norm] && i == 0) && !(w.Norm == "of" && i > 0) && w.Norm != "the" {
			return false
		}
	}
	return !text.IsStop(words[len(words)-1].Norm)
}

// topicAs is what was named first as it stands in the place of the pronoun at word i.
func topicAs(words []text.Word, i int, topic string) string {
	switch norm := words[i].Norm; {
	case norm == "its" || norm == "their" || norm == "his" || norm == "her" && i+1 < len(words) && !text.IsStop(words[i+1].Norm):
		return topic + "'s"
	}
	return topic
}
