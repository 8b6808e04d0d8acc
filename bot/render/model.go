package render

import (
	"slices"

	"sherpa/answer"
)

// fallbacks are the keys of why a language model did not phrase an answer. They
// say nothing of how it is set up: that is the operator's.
var fallbacks = map[answer.Reason]string{
	answer.ReasonTimeout:     "answer.mode_timeout",
	answer.ReasonUnavailable: "answer.mode_unavailable",
	answer.ReasonRejected:    "answer.mode_rejected",
	answer.ReasonBudget:      "answer.mode_budget",
	answer.ReasonIncomplete:  "answer.mode_incomplete",
	answer.ReasonDeclined:    "answer.mode_declined",
	answer.ReasonUnverified:  "answer.mode_unverified",
}

// mode says what part a language model had in an answer or a refusal, and why it
// had none where it should.
func (r Renderer) mode(a answer.Answer) string {
	switch use := a.LLM; {
	case use == nil:
		return r.say.Say("answer.mode_offline")
	case a.Mode == answer.ModeLLM:
		return r.say.Say("answer.mode_ai", "Model", word(use.Model))
	case use.FallbackReason != "":
		return r.fallback(answer.Reason(use.FallbackReason))
	case use.PromptTokens+use.CompletionTokens > 0:
		return r.say.Say("answer.mode_helped", "Model", word(use.Model))
	}
	return r.say.Say("answer.mode_offline")
}

func (r Renderer) fallback(why answer.Reason) string {
	if key, ok := fallbacks[why]; ok {
		return r.say.Say(key)
	}
	return r.say.Say("answer.mode_fallback")
}

// quotesHint says where the articles' words are that a model put into its own,
// or into another language.
func (r Renderer) quotesHint(v Shown) []block {
	inOwnWords := func(s answer.Statement) bool { return !s.Quote }
	if v.Answer.Mode != answer.ModeLLM || v.ID == "" || !slices.ContainsFunc(v.Answer.Statements, inOwnWords) {
		return nil
	}
	return []block{fixed(small(r.say.Say("answer.quotes")))}
}

// effort is which language model worked on an answer, and what that took.
func (r Renderer) effort(use *answer.LLMUse) []block {
	if use == nil || use.Model == "" {
		return nil
	}
	blocks := []block{fixed(r.say.Say("answer.model", "Model", word(use.Model)))}
	if use.PromptTokens+use.CompletionTokens > 0 {
		blocks = append(blocks, fixed(r.say.Say("answer.tokens", "Read", r.say.Number(use.PromptTokens), "Written", r.say.Number(use.CompletionTokens))))
	}
	if use.CostUSD != nil {
		blocks = append(blocks, fixed(r.say.Say("answer.cost", "Cost", r.say.Dollars(*use.CostUSD))))
	}
	return blocks
}

// citedWords are the articles' words that a model's answer cites, in their
// language.
func (r Renderer) citedWords(a answer.Answer) []block {
	if a.Mode != answer.ModeLLM || len(a.Citations) == 0 {
		return nil
	}
	blocks, shown := []block{r.heading("answer.cited_words").apart()}, noted{}
	for i, c := range a.Citations {
		words := r.citation(marks([]int{c.N}), c, shown)
		words[0].gap = i > 0
		blocks = append(blocks, words...)
	}
	return blocks
}
