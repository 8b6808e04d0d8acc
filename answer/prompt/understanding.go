package prompt

import "io"

// The bounds of what an understanding is given, in code points.
const (
	// MaxExchanges is how many turns of a conversation are given: the last ones.
	MaxExchanges = 4

	maxExchangeAnswer   = 600
	understandingTokens = 200
)

// Exchange is a turn of a conversation: the question as it was understood, and
// the short answer or the first statements.
type Exchange struct{ Question, Answer string }

// Understanding asks what a question means on its own, in the language of the
// articles. It is made for one request and does not change.
type Understanding struct {
	written written
	key     key
}

// Understood is a question that stands alone.
type Understood struct {
	Question string
	// Language is the language in which the asker asked, as a BCP 47 base
	// language ("ru"); it may be empty.
	Language string
}

// understandingRules fill in the instructions. Nothing in them comes from
// strangers.
type understandingRules struct {
	Fence, Mark, Language string
	Length                int
}

// conversation is a question with what came before, as it stands in a prompt.
type conversation struct {
	Fence, Mark, Language, Question string
	Before                          []Exchange
}

// NewUnderstanding writes the prompt that puts a question into language, that of
// the articles. The delimiters come from random, which is crypto/rand.Reader
// outside of tests. It fails with ErrEmpty, and where random does.
func NewUnderstanding(question string, before []Exchange, language string, random io.Reader) (*Understanding, error) {
	c := conversation{Language: languageName(language), Question: bounded(oneLine(question), MaxQuestion)}
	if c.Question == "" {
		return nil, ErrEmpty
	}
	c.Before = exchanges(before)
	k, err := drawKey(random, c.foreign())
	if err != nil {
		return nil, err
	}
	c.Fence, c.Mark = k.fence, k.mark
	rules := understandingRules{Fence: k.fence, Mark: k.mark, Language: c.Language, Length: MaxQuestion}
	w, err := form("understand", rules, c, conversation{Language: c.Language, Before: make([]Exchange, 1)})
	if err != nil {
		return nil, err
	}
	return &Understanding{written: w, key: k}, nil
}

// exchanges cleans and bounds the last turns of a conversation.
func exchanges(before []Exchange) (taken []Exchange) {
	for _, e := range before[max(0, len(before)-MaxExchanges):] {
		e = Exchange{
			Question: bounded(oneLine(e.Question), MaxQuestion),
			Answer:   bounded(oneLine(e.Answer), maxExchangeAnswer),
		}
		if e.Question != "" {
			taken = append(taken, e)
		}
	}
	return taken
}

// foreign is every text in it that strangers wrote.
func (c *conversation) foreign() []string {
	texts := []string{c.Question}
	for _, e := range c.Before {
		texts = append(texts, e.Question, e.Answer)
	}
	return texts
}

// Prompt is what the model is asked: with a strict JSON schema if structured,
// otherwise for one line of plain text.
func (u *Understanding) Prompt(structured bool) Prompt {
	return u.written.prompt(schema(structured, "question", understandingSchema), understandingTokens)
}
