package llm

import (
	"strings"
	"testing"

	"sherpa/answer"
	"sherpa/answer/prompt"
	"sherpa/internal/fakellm"
)

// BenchmarkGenerate is a whole call to a server on this machine that answers at
// once: an upper bound of what the client itself takes.
func BenchmarkGenerate(b *testing.B) {
	s := fakellm.New(b, fakellm.Options{NoSpec: true, Keep: 1})
	s.Always(fakellm.Reply{Text: strings.Repeat("A sentence with a citation [k7f2]. ", 20), Piece: 20})
	c := connect(b, s, func(o *Options) { o.Limits, o.Ledger = Limits{}, NewMemoryLedger(Caps{}, nil) })
	p := prompt.Prompt{Messages: []prompt.Message{{Role: prompt.User, Text: strings.Repeat("A passage of some words. ", 400)}}}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Generate(b.Context(), answer.Payer{}, p); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkEstimate is what measuring a prompt of ordinary size takes.
func BenchmarkEstimate(b *testing.B) {
	p := prompt.Prompt{Messages: []prompt.Message{{Text: strings.Repeat("A passage of some words. ", 400)}}}
	for b.Loop() {
		if sentBy(p).many == 0 {
			b.Fatal("nothing is measured")
		}
	}
}
