package answer

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"sherpa/answer/conversation"
	"sherpa/internal/text"
	"sherpa/retrieval"
	"sherpa/store"
)

// unusable says why a text cannot be answered as a question; empty if it can.
func unusable(s string) string {
	if text.CountWords(text.Clean(s)) == 0 {
		return "There is no question here: ask something in words, for example “Where did the summit take place?”"
	}
	if conversation.IsAboutSherpa(s) {
		return "I answer questions from news articles, in the articles’ own words and with the source of each sentence, and say so where they do not answer. " +
			"Ask for example “Where did the summit take place?”, or “What happened?” for an overview."
	}
	if conversation.IsSmallTalk(s) {
		return "That is kind, but no question. Ask what you want to know from the articles, for example “Where did the summit take place?”"
	}
	if length, limit := TooLong(s); limit > 0 {
		return fmt.Sprintf("The question is too long: it has %d characters, and %d is the most. Shorten it to what you want to know.", length, limit)
	}
	return ""
}

// TooLong returns the length of a message, or of a question in it, and its limit,
// where that is exceeded; else 0 and 0.
func TooLong(message string) (length, limit int) {
	n := utf8.RuneCountInString(message)
	if n <= MaxQuestion {
		return 0, 0
	}
	if n > conversation.MaxMessage {
		return n, conversation.MaxMessage
	}
	list, _ := conversation.Inquiries(message)
	for _, q := range list {
		if n := utf8.RuneCountInString(q.Text); n > MaxQuestion {
			return n, MaxQuestion
		}
	}
	return 0, 0
}

// emptyAnswer is a refusal with nothing in it yet; its lists are empty, not nil,
// so that JSON shows [].
func emptyAnswer(question string) Answer {
	return Answer{
		Question: question, Mode: ModeAbstained,
		Statements: []Statement{}, Citations: []Citation{}, Disagreements: []Disagreement{}, Closest: []Closest{},
	}
}

// closestNamed is how many articles a refusal names.
const closestNamed = 3

// abstain makes the answer a refusal that names what comes nearest.
func abstain(a *Answer, res retrieval.Result) {
	seen := map[string]bool{}
	for _, h := range res.Hits {
		if len(a.Closest) < closestNamed && !seen[h.Article.ID] {
			seen[h.Article.ID] = true
			a.Closest = append(a.Closest, Closest{Article: h.Article.ID, Title: title(h.Article)})
		}
	}
	a.Text = refusal(res.Articles, a.Closest)
}

func refusal(articles int, closest []Closest) string {
	switch {
	case articles == 0:
		return "There are no articles to answer from yet."
	case len(closest) == 0:
		return unanswered(articles) + "."
	}
	var titles []string
	for _, c := range closest {
		titles = append(titles, "“"+c.Title+"”")
	}
	return unanswered(articles) + ". Closest: " + strings.Join(titles, ", ") + "."
}

func unanswered(articles int) string {
	if articles == 1 {
		return "The only article I have does not answer this"
	}
	return fmt.Sprintf("The %d articles I have do not answer this", articles)
}

// title is an article's title, or its id where it has none.
func title(a store.Article) string {
	if a.Title == "" {
		return a.ID
	}
	return a.Title
}
