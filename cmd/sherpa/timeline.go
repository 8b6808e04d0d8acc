package main

import (
	"context"
	"strings"

	"sherpa/answer"
	"sherpa/answer/conversation"
)

// timelineCmd lists dated events.
type timelineCmd struct {
	JSON  bool     `name:"json" help:"Print JSON."`
	Topic []string `arg:"" optional:"" help:"The topic; without one, every dated event."`
}

// Help shows examples.
func (timelineCmd) Help() string {
	return `Events stand in the order of the days on which they happened, not of those on
which they were reported.

Examples:

    sherpa timeline
    sherpa timeline Putin visits to the United States`
}

// Run lists the events.
func (c *timelineCmd) Run(ctx context.Context, a *app) error {
	topic := strings.TrimSpace(strings.Join(c.Topic, " "))
	if topic != "" {
		if err := checkText("topic", topic, maxQuestion); err != nil {
			return err
		}
	}
	return a.withEngines(ctx, func(e *engines) error {
		events, err := e.answer.Timeline(ctx, topic)
		if err != nil {
			return err
		}
		if events == nil {
			events = []answer.Event{}
		}
		return a.show(c.JSON, events, func(v view) string { return renderTimeline(events, v) })
	})
}

// askedTimeline is the page of a timeline where a question asks for one; "" where it asks
// for something else, or nothing on the topic is dated.
func (e *engines) askedTimeline(ctx context.Context, question string, v view) (string, error) {
	topic, ok := conversation.TimelineTopic(question)
	if !ok {
		return "", nil
	}
	events, err := e.answer.Timeline(ctx, topic)
	if err != nil || len(events) == 0 {
		return "", err
	}
	return renderTimeline(events, v), nil
}
