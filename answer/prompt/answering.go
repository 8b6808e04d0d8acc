package prompt

import (
	"errors"
	"io"
)

// What an answer may be: it is asked for in the instructions. Reading allows for
// more, see reading.go.
const (
	askedStatements = 6
	askedLength     = 350
	askedCitations  = 3
	answerTokens    = 700
)

// declinedWords are what a model writes in plain text if it has no answer.
const declinedWords = "NOT ANSWERED"

// ErrEmpty says that there is nothing to ask: no question, or no sentence that
// it could be answered from.
var ErrEmpty = errors.New("nothing to ask a language model")

// Answering asks for an answer and reads it. It is made for one request and does
// not change.
type Answering struct {
	written written
	key     key
}

// answerRules fill in the instructions. Nothing in them comes from strangers.
type answerRules struct {
	Fence, Mark, Example, Declined string
	Language                       string
	Translated                     bool
	Statements, Length, Citations  int
}

// NewAnswering writes the prompt for an answer. Its delimiters and tokens come
// from random, which is crypto/rand.Reader outside of tests. It fails with
// ErrEmpty, and where random does.
func NewAnswering(m Material, random io.Reader) (*Answering, error) {
	g := giving(m)
	if g.Question == "" || len(g.Passages) == 0 {
		return nil, ErrEmpty
	}
	k, err := drawKey(random, g.foreign())
	if err != nil {
		return nil, err
	}
	if err := k.number(&g); err != nil {
		return nil, err
	}
	g.Fence, g.Mark = k.fence, k.mark
	w, err := form("answer", answerRules{
		Fence: k.fence, Mark: k.mark, Example: k.example, Declined: declinedWords,
		Language: g.Language, Translated: isTranslated(m.Language, m.ArticleLanguage),
		Statements: askedStatements, Length: askedLength, Citations: askedCitations,
	}, g, given{Language: g.Language, Differ: " ", Passages: make([]givenPassage, 1)})
	if err != nil {
		return nil, err
	}
	return &Answering{written: w, key: k}, nil
}

// Prompt is what the model is asked: with a strict JSON schema if structured,
// otherwise in plain text with markers.
func (a *Answering) Prompt(structured bool) Prompt {
	return a.written.prompt(schema(structured, "answer", answerSchema), answerTokens)
}
