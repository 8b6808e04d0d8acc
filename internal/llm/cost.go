package llm

import (
	"math"

	"sherpa/answer"
	"sherpa/answer/prompt"
)

const (
	// mostTokens is where a count of tokens ends, so that no sum runs over.
	mostTokens = 1_000_000_000
	// maxPrice is far above what any model costs, in USD for a million tokens.
	maxPrice = 100_000
	// perMessage is how many tokens a message takes beside its text.
	perMessage = 8
)

func isPrice(usd float64) bool { return usd >= 0 && usd <= maxPrice }

// measure is how many tokens a text can be. Every model counts in its own way;
// few is what hardly any stays below, many what hardly any goes beyond.
type measure struct{ few, many int }

// measured looks at code points: Latin letters share tokens, digits, signs and
// other letters may have one of their own, and spaces belong to words.
func measured(text string) measure {
	var letters, others int
	for _, r := range text {
		switch {
		case 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z':
			letters++
		case r != ' ':
			others++
		}
	}
	return measure{few: letters/5 + others/4, many: (letters+2)/3 + others}
}

func (m measure) plus(n measure) measure { return measure{m.few + n.few, m.many + n.many} }

// sentBy measures what a prompt sends.
func sentBy(p prompt.Prompt) measure {
	all := measure{many: perMessage}
	for _, m := range p.Messages {
		all = all.plus(measured(m.Text)).plus(measure{few: 1, many: perMessage})
	}
	if p.Schema != nil {
		// A schema is not sent to every model as a text.
		all.many += measured(string(p.Schema.JSON)).many
	}
	return all
}

// charge is what an attempt is charged: what its server says, but never less
// than the text that was seen, so that a cap holds whatever is said. Where
// nothing is said it is the most that the text can have been, and for a model
// whose thoughts are hidden all that it was allowed.
func charge(sent, got measure, told *usage, allowed int, hidden bool) (promptTokens, completionTokens int) {
	promptTokens, completionTokens = sent.many, got.many
	if hidden {
		completionTokens = max(got.many, allowed)
	}
	if told != nil && told.prompt > 0 {
		promptTokens = max(told.prompt, sent.few)
	}
	if told != nil && told.completion > 0 {
		completionTokens = max(told.completion, got.few)
	}
	return min(promptTokens, mostTokens), min(completionTokens, mostTokens)
}

// priced adds what tokens cost. A price in USD for a million tokens is one in
// millionths of a USD for one.
func (p *Prices) priced(promptTokens, completionTokens int) Spend {
	s := Spend{PromptTokens: promptTokens, CompletionTokens: completionTokens}
	if p != nil {
		s.MicroUSD = int64(math.Ceil(float64(promptTokens)*p.Input + float64(completionTokens)*p.Output))
	}
	return s
}

// plus adds two spends.
func (s Spend) plus(t Spend) Spend {
	return Spend{s.PromptTokens + t.PromptTokens, s.CompletionTokens + t.CompletionTokens, s.MicroUSD + t.MicroUSD}
}

// usage is a spend as answers show it.
func (p *Prices) usage(s Spend) answer.Usage {
	u := answer.Usage{PromptTokens: s.PromptTokens, CompletionTokens: s.CompletionTokens}
	if p != nil {
		usd := float64(s.MicroUSD) / 1e6
		u.CostUSD = &usd
	}
	return u
}
