package llm

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"time"
)

const (
	// maxDimension is how many numbers a vector may have.
	maxDimension = 16384
	// maxTexts is how many texts one request has at the most.
	maxTexts = 64
	// mostPoints is how many code points one request begins with at the most, and
	// leastPoints where a slow server gets no less.
	mostPoints, leastPoints = 32_000, 2_000
	// maxPoints is how many code points of a text are sent: models read no more than
	// some thousand tokens.
	maxPoints = 8_000
	// maxVectors is the largest reply in bytes.
	maxVectors = 16 << 20
)

// EmbedOptions say which model makes vectors, and what that may take. BaseURL and
// Model are needed; everything else has a default.
type EmbedOptions struct {
	// BaseURL and AllowHTTP are as in Options.
	BaseURL   string
	AllowHTTP bool
	Model     string
	// APIKey is empty for servers that need none.
	APIKey Key
	// Dimension asks the model for vectors of so many numbers; 0 leaves it to the
	// model. Few models can be asked.
	Dimension int
	// QuestionPrefix and PassagePrefix are put before texts, for models that were
	// trained so ("query: ", "passage: ").
	QuestionPrefix, PassagePrefix string
	// Price is in US dollars for a million tokens; nil where it is not known.
	Price *float64
	// Ledger counts what is spent; nil counts nothing and knows no cap. Nobody in
	// particular pays: only the cap of all together holds.
	Ledger Ledger
	// Batch is how long one request for the vectors of passages may take (10 s), and
	// Question the one for a question's (2 s). A question's is not tried again.
	Batch, Question time.Duration
	// Limits are the others: Total of a batch with all attempts, Connect, Retries,
	// RetryAfter, Failures and Pause have the defaults of Limits, Response is 16 MiB.
	// What it says of tokens and lines is of no use here.
	Limits Limits
	// UserAgent, Observe and Log are as in Options.
	UserAgent string
	Observe   func(Observation)
	Log       *slog.Logger
}

// client are the options of the client that sends the requests.
func (o EmbedOptions) client() Options {
	c := Options{
		BaseURL: o.BaseURL, AllowHTTP: o.AllowHTTP, Model: o.Model, APIKey: o.APIKey,
		Ledger: o.Ledger, Limits: o.Limits, UserAgent: o.UserAgent, Observe: o.Observe,
	}
	if o.Price != nil {
		c.Prices = &Prices{Input: *o.Price}
	}
	if o.Log != nil {
		c.Log = o.Log.With(slog.String("for", "vectors"))
	}
	c.Limits.Response = cmp.Or(o.Limits.Response, maxVectors)
	c.Limits.Line = c.Limits.Response
	return c.withDefaults()
}

func (o EmbedOptions) check() error {
	if err := o.client().check(); err != nil {
		return errors.New(ofVectors(err.Error()))
	}
	if o.Dimension < 0 || o.Dimension > maxDimension {
		return fmt.Errorf("the dimension lies between 1 and %d", maxDimension)
	}
	return nil
}

// name is what vectors are kept under. It tells apart what gives other vectors.
func (o EmbedOptions) name() string {
	name := o.Model
	if o.Dimension > 0 {
		name += fmt.Sprintf(" (%d numbers)", o.Dimension)
	}
	if o.PassagePrefix != "" {
		sum := sha256.Sum256([]byte(o.PassagePrefix))
		name += fmt.Sprintf(" (prefix %x)", sum[:4])
	}
	return name
}

// vectorWords are the words of faults and advice where a model makes vectors.
var vectorWords = strings.NewReplacer(
	"llm.model is a chat model with room for 8000 tokens", "embedding.model makes vectors",
	"llm.base_url", "embedding.base_url", "llm.api_key", "embedding.api_key", "llm.model", "embedding.model",
)

// ofVectors is a fault's text with the settings of the model that makes vectors.
func ofVectors(text string) string { return vectorWords.Replace(text) }
