package answer

import (
	"context"
	"errors"

	"sherpa/answer/prompt"
)

// Generator completes prompts with a language model.
type Generator interface {
	// Model names the model.
	Model() string
	// Generate returns the model's whole reply. It fails with ErrNoSchema where
	// the model's server takes no schema, and otherwise with a *GenerateError.
	Generate(ctx context.Context, by Payer, p prompt.Prompt) (Generated, error)
}

// Generated is a whole reply of a model, and what it took.
type Generated struct {
	Text  string
	Usage Usage
}

// Usage is what a model was given and gave, in tokens, and what that costs.
type Usage struct {
	PromptTokens, CompletionTokens int
	// CostUSD is nil where no prices are known.
	CostUSD *float64
}

// Payer is on whose account a model works, for quotas and statistics. Both are
// empty at a terminal.
type Payer struct {
	// GuildID is the server, and UserHash the asker's hashed id.
	GuildID, UserHash string
}

// ErrNoSchema says that a model's server takes no JSON schema. The same is then
// asked for in plain text.
var ErrNoSchema = errors.New("the server of the language model takes no schema")

// Reason says in a word why an answer is not a model's.
type Reason string

// The reasons why an answer was made without the model.
const (
	// ReasonTimeout: the model was too slow.
	ReasonTimeout Reason = "timeout"
	// ReasonUnavailable: its server cannot be reached, fails or is overloaded.
	ReasonUnavailable Reason = "unavailable"
	// ReasonRejected: its server refuses the request: the key, the model's name.
	ReasonRejected Reason = "rejected"
	// ReasonBudget: a cap on what may be spent is reached.
	ReasonBudget Reason = "over budget"
	// ReasonIncomplete: the reply broke off, or was none.
	ReasonIncomplete Reason = "incomplete"
	// ReasonDeclined: the model gave no answer although the articles have one.
	ReasonDeclined Reason = "declined"
	// ReasonUnverified: too little of the reply is borne out by what it cites.
	ReasonUnverified Reason = "not verified"
)

// GenerateError says why a model gave no reply.
type GenerateError struct {
	Reason Reason
	// Err is for the operator. It holds no key and no text of a prompt.
	Err error
}

// Error is for the operator.
func (e *GenerateError) Error() string {
	return "language model: " + string(e.Reason) + ": " + e.Err.Error()
}

// Unwrap returns the cause.
func (e *GenerateError) Unwrap() error { return e.Err }

// Stage is what goes on before an answer is there.
type Stage string

// The stages of an answer that a model phrases.
const (
	// StageUnderstanding: the question is put into the articles' language, or made
	// to stand alone.
	StageUnderstanding Stage = "understanding"
	// StageReading: so many passages are read.
	StageReading Stage = "reading"
	// StageChecking: so many statements are checked.
	StageChecking Stage = "checking"
)

// Progress is told while an answer is made.
type Progress struct {
	Stage Stage
	// Count is how many passages or statements; 0 where nothing is counted.
	Count int
}
