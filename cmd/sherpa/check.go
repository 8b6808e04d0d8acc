package main

import (
	"context"

	"sherpa/answer"
)

// checkCmd holds the claims of a text against the articles.
type checkCmd struct {
	JSON bool     `name:"json" help:"Print JSON."`
	Text []string `arg:"" optional:"" help:"The text."`
}

// Help shows examples.
func (checkCmd) Help() string {
	return `Each claim of the text is supported, contradicted or not covered, with the
words of the articles that say so.

Examples:

    sherpa check "Trump and Putin met in Alaska. The talks lasted nine hours."
    sherpa check --json "$(cat draft.txt)"`
}

// Run checks the text.
func (c *checkCmd) Run(ctx context.Context, a *app) error {
	text, err := joined("text", c.Text, maxText)
	if err != nil {
		return err
	}
	return a.withEngines(ctx, func(e *engines) error {
		checks, err := e.answer.Check(ctx, text)
		if err != nil {
			return err
		}
		if checks == nil {
			checks = []answer.ClaimCheck{}
		}
		return a.show(c.JSON, checks, func(v view) string { return renderChecks(checks, v) })
	})
}
