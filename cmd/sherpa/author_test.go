package main

import (
	"encoding/json"
	"regexp"
	"strings"
	"sync"

	"sherpa/internal/fakellm"
)

// modelName is what the language model of the tests is called.
const modelName = "fake-1"

// author is a language model that says what a test wants it to.
type author struct {
	mu sync.Mutex
	// lines are its statements: "What it says. <- words of a cited sentence | of
	// another". It says those of which a sentence was sent.
	lines []string
	// understood is the question that it makes of each; empty leaves them.
	understood string
}

// says has it make statements from now on, one a line.
func (a *author) says(text string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.lines = strings.Split(strings.TrimSpace(text), "\n")
}

func (a *author) understands(question string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.understood = question
}

// sentText is a line of a prompt's material with the mark before it.
var sentText = regexp.MustCompile(`(?m)^(\w+)│ (.*)$`)

// Model answers a prompt. The tiny one that tries a connection is answered as it
// asks for.
func (a *author) Model(p fakellm.Prompt) string {
	a.mu.Lock()
	defer a.mu.Unlock()
	asked := p.Messages[len(p.Messages)-1].Text
	switch {
	case strings.Contains(asked, `{"ok": true}`):
		return `{"ok":true}`
	case strings.Contains(asked, "\nWrite this question"):
		return a.rephrase(p)
	case len(a.lines) == 0:
		return fakellm.Honest(p)
	}
	return a.answer(p, asked)
}

func (a *author) rephrase(p fakellm.Prompt) string {
	switch {
	case a.understood == "":
		return fakellm.Honest(p)
	case p.Schema == nil:
		return "en: " + a.understood
	}
	return encoded(map[string]string{"question": a.understood, "language": "en"})
}

func (a *author) answer(p fakellm.Prompt, asked string) string {
	type statement struct {
		Text      string   `json:"text"`
		Citations []string `json:"citations"`
	}
	statements, plain := []statement{}, ""
	for _, line := range a.lines {
		text, cites, _ := strings.Cut(line, " <- ")
		if tokens := tokensOf(asked, cites); len(tokens) > 0 {
			statements = append(statements, statement{text, tokens})
			plain += text + " [" + strings.Join(tokens, "][") + "]\n"
		}
	}
	if p.Schema == nil {
		return plain
	}
	return encoded(map[string]any{"answerable": len(statements) > 0, "statements": statements})
}

// tokensOf are the tokens of the first sentences that hold the words between
// bars.
func tokensOf(asked, cites string) (tokens []string) {
	for words := range strings.SplitSeq(cites, " | ") {
		for _, sent := range sentText.FindAllStringSubmatch(asked, -1) {
			if strings.Contains(sent[2], words) {
				tokens = append(tokens, sent[1])
				break
			}
		}
	}
	return tokens
}

func encoded(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(data)
}
