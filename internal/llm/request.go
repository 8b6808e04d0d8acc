package llm

import (
	"math"

	openai "github.com/sashabaranov/go-openai"

	"sherpa/answer/prompt"
)

// allowed is how many tokens a reply may have, hidden ones included.
func (o Options) allowed(p prompt.Prompt, force quirk) int {
	most := o.MaxTokens
	if p.MaxTokens > 0 {
		most = min(most, p.MaxTokens)
	}
	if force.has(roomy) {
		most *= o.ReasoningRoom
	}
	return most
}

// request puts a prompt into the protocol's words, as far as the server takes
// them. It names no user and offers no tools.
func (o Options) request(p prompt.Prompt, force quirk) openai.ChatCompletionRequest {
	r := openai.ChatCompletionRequest{Model: o.Model}
	for _, m := range p.Messages {
		r.Messages = append(r.Messages, openai.ChatCompletionMessage{Role: string(m.Role), Content: m.Text})
	}
	if force.has(newField) && !force.has(oldField) {
		r.MaxCompletionTokens = o.allowed(p, force)
	} else {
		r.MaxTokens = o.allowed(p, force) //nolint:staticcheck // many servers know this field only
	}
	if !force.has(noTemperature) {
		r.Temperature = math.SmallestNonzeroFloat32 // 0 would be left out
	}
	if !force.has(noUsage) && !force.has(noStream) {
		r.StreamOptions = &openai.StreamOptions{IncludeUsage: true}
	}
	if p.Schema != nil {
		r.ResponseFormat = &openai.ChatCompletionResponseFormat{
			Type:       openai.ChatCompletionResponseFormatTypeJSONSchema,
			JSONSchema: &openai.ChatCompletionResponseFormatJSONSchema{Name: p.Schema.Name, Schema: p.Schema.JSON, Strict: true},
		}
	}
	return r
}
