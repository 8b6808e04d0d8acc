package llm

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"

	openai "github.com/sashabaranov/go-openai"

	"sherpa/answer"
	"sherpa/answer/prompt"
)

// Client asks a language model. It is safe for use by many at once.
type Client struct {
	options Options
	http    *http.Client
	quirks  *quirks
	breaker *breaker
}

var _ answer.Generator = (*Client)(nil)

// New returns a client for the model that o names. It sends nothing yet.
func New(o Options) (*Client, error) {
	o = o.withDefaults()
	if err := o.check(); err != nil {
		return nil, fmt.Errorf("language model: %w", err)
	}
	return &Client{options: o, http: newHTTP(o), quirks: newQuirks(o.Model), breaker: newBreaker(o.Limits, o.Log)}, nil
}

// Close closes the connections that wait for further use.
func (c *Client) Close() { c.http.CloseIdleConnections() }

// Model names the model, as the options have it.
func (c *Client) Model() string { return c.options.Model }

// Format prints the model's name whatever the verb: the key of an unexported
// field would be printed otherwise.
func (c *Client) Format(f fmt.State, _ rune) {
	_, _ = io.WriteString(f, "language model "+c.options.Model)
}

// Generate returns the model's whole reply. It fails with answer.ErrNoSchema
// where the model's server takes no schema, and otherwise with an
// *answer.GenerateError. What is spent is counted for by.
func (c *Client) Generate(ctx context.Context, by answer.Payer, p prompt.Prompt) (answer.Generated, error) {
	if p.Schema != nil && c.quirks.known().has(noSchema) {
		return answer.Generated{}, answer.ErrNoSchema
	}
	k := &call{client: c, by: by, prompt: p, retries: c.options.Limits}
	r, err := k.run(ctx)
	if err != nil {
		return answer.Generated{}, err
	}
	return answer.Generated{Text: r.answer(), Usage: c.options.Prices.usage(k.spent)}, nil
}

// protocol is the library over an exchange. It is made for each request, since
// an exchange belongs to one.
func (c *Client) protocol(x *exchange) *openai.Client {
	o := openai.DefaultConfig(string(c.options.APIKey))
	o.BaseURL = c.options.BaseURL
	o.HTTPClient = x
	o.EmptyMessagesLimit = emptyMessages
	return openai.NewClientWithConfig(o)
}

// observe tells how a call ended.
func (c *Client) observe(k *call, began time.Time, outcome string) {
	c.options.Observe(Observation{Outcome: outcome, Duration: time.Since(began), Attempts: k.attempts, Spent: k.spent})
}
