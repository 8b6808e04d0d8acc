package main

import (
	"context"
)

// compareCmd sets what each article says of a topic side by side.
type compareCmd struct {
	JSON  bool     `name:"json" help:"Print JSON."`
	Topic []string `arg:"" optional:"" help:"The topic."`
}

// Help shows examples.
func (compareCmd) Help() string {
	return `Examples:

    sherpa compare length of the talks
    sherpa compare --json "Russian delegation"`
}

// Run compares.
func (c *compareCmd) Run(ctx context.Context, a *app) error {
	topic, err := joined("topic", c.Topic, maxQuestion)
	if err != nil {
		return err
	}
	return a.withEngines(ctx, func(e *engines) error {
		result, err := e.answer.Compare(ctx, topic)
		if err != nil {
			return err
		}
		return a.show(c.JSON, result, func(v view) string { return renderComparison(result, v) })
	})
}
