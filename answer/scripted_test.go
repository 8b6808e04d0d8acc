package answer

import (
	"context"
	"encoding/json"
	"regexp"
	"strings"
	"sync"
	"testing"

	"sherpa/answer/prompt"
)

// scripted is a language model that replies what a test says.
type scripted struct {
	// answer makes the reply from the sentences that the prompt gives.
	answer func(given []givenSentence) []modelStatement
	// understand is the question that it makes of every other one.
	understand string
	// raw is its whole reply, if set, and err why it has none.
	raw      string
	err      error
	noSchema bool

	mu      sync.Mutex
	prompts []prompt.Prompt
	payers  []Payer
}

// givenSentence is a sentence of a prompt with the token that it is cited by.
type givenSentence struct{ token, text string }

type modelStatement struct {
	Text      string   `json:"text"`
	Citations []string `json:"citations"`
}

func (*scripted) Model() string { return "scripted-1" }

func (s *scripted) Generate(ctx context.Context, by Payer, p prompt.Prompt) (Generated, error) {
	s.mu.Lock()
	s.prompts, s.payers = append(s.prompts, p), append(s.payers, by)
	s.mu.Unlock()
	cost := 0.001
	took := Generated{Usage: Usage{PromptTokens: 100, CompletionTokens: 10, CostUSD: &cost}}
	switch {
	case ctx.Err() != nil:
		return Generated{}, ctx.Err()
	case s.noSchema && p.Schema != nil:
		return Generated{}, ErrNoSchema
	case s.err != nil:
		return took, s.err
	}
	took.Text = s.reply(p)
	return took, nil
}

func (s *scripted) reply(p prompt.Prompt) string {
	understanding := strings.Contains(p.Messages[0].Text, "You put a reader's question")
	switch {
	case s.raw != "":
		return s.raw
	case understanding && p.Schema != nil:
		return toJSON(map[string]any{"question": s.understand, "language": "en"})
	case understanding:
		return "en: " + s.understand
	case p.Schema != nil:
		return toJSON(map[string]any{"answerable": true, "statements": s.answer(given(p))})
	}
	var lines []string
	for _, st := range s.answer(given(p)) {
		lines = append(lines, st.Text+" ["+strings.Join(st.Citations, "][")+"]")
	}
	return strings.Join(lines, "\n")
}

// asked is how often it was asked.
func (s *scripted) asked() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.prompts)
}

func toJSON(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(data)
}

var givenLine = regexp.MustCompile(`(?m)^(\w+)│ (.*)$`)

// given are the sentences of a prompt: each has a mark of its own.
func given(p prompt.Prompt) []givenSentence {
	var all []givenSentence
	count := map[string]int{}
	lines := givenLine.FindAllStringSubmatch(p.Messages[len(p.Messages)-1].Text, -1)
	for _, m := range lines {
		count[m[1]]++
	}
	for _, m := range lines {
		if count[m[1]] == 1 {
			all = append(all, givenSentence{m[1], m[2]})
		}
	}
	return all
}

// said is a statement that cites the sentences with some words.
type said struct {
	text  string
	cites []string
}

// says replies with statements.
func says(statements ...said) func([]givenSentence) []modelStatement {
	return func(all []givenSentence) []modelStatement {
		list := []modelStatement{}
		for _, s := range statements {
			st := modelStatement{Text: s.text, Citations: []string{}}
			for _, words := range s.cites {
				st.Citations = append(st.Citations, tokenOf(all, words))
			}
			list = append(list, st)
		}
		return list
	}
}

// tokenOf is the token of the first sentence with some words, and the words
// themselves if there is none.
func tokenOf(all []givenSentence, words string) string {
	for _, g := range all {
		if strings.Contains(g.text, words) {
			return g.token
		}
	}
	return words
}

// withModel is the engine over the embedded briefs with a language model.
func withModel(t *testing.T, g Generator) reports {
	t.Helper()
	r := overBriefs(t)
	r.Engine = New(r.search, r.articles, Options{Generator: g})
	return r
}
