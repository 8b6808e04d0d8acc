package main

import (
	"context"
	"errors"

	"sherpa/answer"
	"sherpa/internal/usererr"
)

// quoteCmd finds where words stand.
type quoteCmd struct {
	JSON bool     `name:"json" help:"Print JSON."`
	Text []string `arg:"" optional:"" help:"The words."`
}

// Help shows examples.
func (quoteCmd) Help() string {
	return `Examples:

    sherpa quote "frank, substantive, and extremely useful"
    sherpa quote --json "bring us closer to the decisions"`
}

// Run looks for the words.
func (c *quoteCmd) Run(ctx context.Context, a *app) error {
	text, err := joined("quotation", c.Text, answer.MaxQuote)
	if err != nil {
		return err
	}
	return a.withEngines(ctx, func(e *engines) error {
		result, err := e.answer.Quote(ctx, text)
		if errors.Is(err, answer.ErrQuoteEmpty) {
			return usererr.Wrap(err, usererr.Usage, "the quotation has no words; write them after the command.")
		}
		if err != nil {
			return err
		}
		return a.show(c.JSON, result, func(v view) string { return renderQuote(result, v) })
	})
}
