package llm

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"sherpa/answer"
	"sherpa/answer/prompt"
)

// SchemaSupport is what a server does with a JSON schema.
type SchemaSupport string

// What servers do with a schema.
const (
	// SchemaKept: the reply conforms to it.
	SchemaKept SchemaSupport = "kept"
	// SchemaIgnored: it was taken, but the reply does not conform.
	SchemaIgnored SchemaSupport = "ignored"
	// SchemaRefused: answers are asked for in plain text instead.
	SchemaRefused SchemaSupport = "refused"
)

// Probe is what one tiny request found of a model and its server.
type Probe struct {
	// Model is the name that the server gives; empty where it gives none.
	Model string
	// FirstToken and Total are times from sending the request.
	FirstToken, Total time.Duration
	Schema            SchemaSupport
	// UsageReported says that the server counts tokens; where it does not, what
	// is spent is estimated, on the high side.
	UsageReported bool
	// Reasoning says that the model is treated as one that reasons.
	Reasoning bool
	Usage     answer.Usage
}

// probing is the tiny prompt.
var probing = prompt.Prompt{
	Messages: []prompt.Message{
		{Role: prompt.System, Text: "You test a connection."},
		{Role: prompt.User, Text: `Reply with the JSON object {"ok": true} and nothing else.`},
	},
	Schema: &prompt.Schema{
		Name: "test",
		JSON: json.RawMessage(`{"type":"object","properties":{"ok":{"type":"boolean"}},"required":["ok"],"additionalProperties":false}`),
	},
	MaxTokens: 100,
}

// Probe tries the model with one tiny request: with a second one where the server
// takes no schema, or where the model turns out to reason and needs more room.
// It does not try again what fails. Its error is an *answer.GenerateError.
func (c *Client) Probe(ctx context.Context) (Probe, error) {
	var found Probe
	var spent Spend
	r, began, err := c.try(ctx, probing, &spent)
	if errors.Is(err, answer.ErrNoSchema) {
		found.Schema = SchemaRefused
		r, began, err = c.try(ctx, prompt.Prompt{Messages: probing.Messages, MaxTokens: probing.MaxTokens}, &spent)
	}
	if err != nil {
		return found, err
	}
	found.Total, found.FirstToken = time.Since(began), r.first.Sub(began)
	if found.Schema == "" {
		found.Schema = keeps(r.answer())
	}
	found.Model = cleaner{key: string(c.options.APIKey)}.excerpt(r.model)
	found.UsageReported = r.usage != nil && r.usage.prompt > 0 && r.usage.completion > 0
	found.Reasoning = c.quirks.known().has(roomy)
	found.Usage = c.options.Prices.usage(spent)
	return found, nil
}

// try asks once, and once more if it has just learned that the model reasons. It
// returns when it asked for the reply.
func (c *Client) try(ctx context.Context, p prompt.Prompt, spent *Spend) (*reply, time.Time, error) {
	for {
		k := &call{client: c, prompt: p, retries: c.options.Limits}
		k.retries.Retries = 0
		known, began := c.quirks.known(), time.Now()
		r, err := k.run(ctx)
		*spent = spent.plus(k.spent)
		if err == nil || known.has(roomy) || !c.quirks.known().has(roomy) {
			return r, began, err
		}
	}
}

// keeps says whether a reply to the tiny prompt conforms to its schema.
func keeps(text string) SchemaSupport {
	var object map[string]bool
	if json.Unmarshal([]byte(text), &object) != nil || len(object) != 1 {
		return SchemaIgnored
	}
	if _, ok := object["ok"]; !ok {
		return SchemaIgnored
	}
	return SchemaKept
}
