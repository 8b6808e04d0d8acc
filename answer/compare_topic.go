package answer

import (
	"slices"
	"strings"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
)

// measuredTopics turn a noun that names a kind of value into the question that
// asks for it: "length of the talks" is how long the talks lasted. The rest of
// the topic stands between the two parts.
var measuredTopics = map[string]struct{ before, after string }{
	"length": {"How long did", " last?"}, "duration": {"How long did", " last?"},
	"date": {"When did", " take place?"}, "day": {"On which day did", " take place?"}, "weekday": {"On which weekday did", " take place?"}, "timing": {"When did", " take place?"},
	"number": {"How many", "?"}, "count": {"How many", "?"}, "amount": {"How much", "?"}, "cost": {"How much did", " cost?"}, "price": {"What was the price of", "?"},
	"place": {"Where did", " take place?"}, "venue": {"Where did", " take place?"}, "location": {"Where did", " take place?"}, "site": {"Where did", " take place?"},
}

// relativeTopics turn a noun with a clause behind it into the question for it: "the day on
// which the crane broke" is on which day the crane broke.
var relativeTopics = map[string]string{
	"date": "When", "day": "On which day", "weekday": "On which weekday", "time": "When", "moment": "When",
	"place": "Where", "venue": "Where", "location": "Where", "site": "Where", "reason": "Why",
}

// relativeQuestion is the question that a noun with a relative clause stands for, or "".
func relativeQuestion(topic string, words []text.Word) string {
	for i := range words[:min(len(words), relativeReach)] {
		next := i + 1
		if next < len(words) && (words[next].Norm == "on" || words[next].Norm == "at" || words[next].Norm == "in") {
			next++
		}
		asks := relativeTopics[words[i].Norm]
		if asks != "" && next+1 < len(words) && relatives[words[next].Norm] {
			return asks + " " + topic[words[next+1].Start:] + "?"
		}
	}
	return ""
}

// relativeReach is how many words begin a topic that a relative clause explains: "the exact day".
const relativeReach = 3

var relatives = text.WordSet(`which when where why`)

// asQuestion is the question that a topic with a noun of measure stands for; a
// topic without one is returned as it is.
func asQuestion(topic string) string {
	words := text.Words(topic)
	if asked := relativeQuestion(topic, words); asked != "" {
		return asked
	}
	for i, w := range words {
		form, ok := measuredTopics[w.Norm]
		if !ok || len(words) == 1 {
			continue
		}
		rest := ""
		switch {
		case i+2 < len(words) && words[i+1].Norm == "of":
			rest = topic[words[i+2].Start:]
		case i == len(words)-1:
			rest = topic[:w.Start]
		default:
			continue
		}
		rest = strings.TrimSpace(rest)
		if form.before == "How many" && strings.HasSuffix(rest, "ed") && !strings.Contains(rest, " ") {
			rest = "were " + rest // "the number of injured"
		}
		return form.before + " " + rest + form.after
	}
	return topic
}

// differQuestions are the questions on which articles may contradict each other:
// the one that the topic stands for, or else how long, when and how many. Names
// alone are too wide a topic for that: much is said of a person that does not
// concern one thing.
func differQuestions(q *question.Question, topic string) []string {
	if asked := asQuestion(topic); asked != topic {
		return []string{asked}
	}
	if len(q.Names()) == len(q.Terms) {
		return nil
	}
	return []string{"How long did " + topic + " last?", "When did " + topic + " take place?", "How many " + topic + "?"}
}

// ownWords is the mean of how well the sentence has each of the topic's words.
func ownWords(e *evidence.Evidence) float64 {
	sum := 0.0
	for _, m := range e.Matched {
		sum += m
	}
	return sum / float64(max(len(e.Matched), 1))
}

// exactNames is the share of the topic's names that the sentence has itself, not
// only by a related word; 1 if the topic has none.
func exactNames(e *evidence.Evidence, q *question.Question) float64 {
	exact := make([]float64, len(e.Matched))
	for t, m := range e.Matched {
		exact[t] = question.Indicator(m == 1)
	}
	return e.NameShare(q, exact)
}

// leads reports whether one of the topic's words stands at the beginning of the
// sentence, where its subject does.
func leads(e *evidence.Evidence, q *question.Question) bool {
	words := e.Words()
	return slices.Contains(q.Match(words[:min(len(words), subjectWords)]), 1)
}

// subjectWords is how many words at the beginning of a sentence are taken for
// its subject.
const subjectWords = 4
