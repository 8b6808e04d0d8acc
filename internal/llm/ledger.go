package llm

import (
	"context"
	"errors"

	"sherpa/answer"
)

// ErrOverBudget says that a cap on what may be spent is reached.
var ErrOverBudget = errors.New("the budget for the language model is spent")

// Spend is what requests to a model take.
type Spend struct {
	PromptTokens, CompletionTokens int
	// MicroUSD is millionths of a US dollar; 0 where no prices are configured.
	MicroUSD int64
}

// Receipt is a reservation that has to be settled.
type Receipt struct {
	Day   string
	Payer answer.Payer
	Most  Spend
}

// Ledger counts what is spent, over all processes that share it.
type Ledger interface {
	// Reserve counts the most that a request can take before it is sent. It fails
	// with ErrOverBudget if the payer, its server or all together have reached a
	// cap of the day.
	Reserve(ctx context.Context, by answer.Payer, most Spend) (Receipt, error)
	// Settle puts what a request took in the place of what was reserved.
	Settle(ctx context.Context, r Receipt, took Spend) error
}
