package main

import (
	"context"
	"fmt"
	"strings"

	"sherpa/answer"
	"sherpa/answer/conversation"
	"sherpa/internal/usererr"
)

// askCmd answers one question, or those of a file.
type askCmd struct {
	JSON     bool     `name:"json" help:"Print JSON."`
	Batch    string   `placeholder:"FILE" help:"Answer the questions of a file, one JSON object a line; - reads standard input."`
	Since    string   `placeholder:"DATE" help:"Use only articles published on that day (YYYY-MM-DD) or later."`
	Source   string   `placeholder:"ID" help:"Use only this article, or this publisher."`
	Question []string `arg:"" optional:"" help:"The question."`
}

// Help shows examples.
func (askCmd) Help() string {
	return `Examples:

    sherpa ask "Where did Trump and Putin meet?"
    sherpa ask --since 2025-08-01 how long did the talks last
    sherpa ask --json "Who took part?" | jq .short_answer
    sherpa ask --batch questions.jsonl > answers.jsonl

A line of a batch is {"id","question","thread","asked","since","source"}; all
but the question may be left out. Lines of one thread are one conversation.`
}

// Run answers.
func (c *askCmd) Run(ctx context.Context, a *app) error {
	since, err := parseDay("--since", c.Since)
	if err != nil {
		return err
	}
	if c.Batch != "" {
		return c.batch(ctx, a, since)
	}
	text, err := joined("question", c.Question, conversation.MaxMessage)
	if err != nil {
		return err
	}
	return a.withEngines(ctx, func(e *engines) error {
		if err := e.knowsSource(ctx, c.Source); err != nil {
			return err
		}
		if !c.JSON && since == "" && c.Source == "" {
			page, err := e.askedTimeline(ctx, text, a.terminal.view)
			if err != nil {
				return err
			}
			if page != "" {
				return a.print(page)
			}
		}
		result, err := e.ask(ctx, answer.Question{Text: text, Since: since, Source: c.Source, Asked: clock()})
		if err != nil {
			return err
		}
		return a.show(c.JSON, result, func(v view) string { return renderAnswer(result, e.newest(ctx), v) })
	})
}

// knowsSource fails if --source names neither the ID of an article, or its beginning, nor
// a publisher.
func (e *engines) knowsSource(ctx context.Context, source string) error {
	if source == "" {
		return nil
	}
	list, err := e.store.Articles(ctx)
	if err != nil {
		return err
	}
	for _, a := range list {
		if strings.HasPrefix(a.ID, source) || strings.EqualFold(a.Publisher, source) {
			return nil
		}
	}
	return usererr.New(usererr.Usage, fmt.Sprintf("no article and no publisher is called %q; `sherpa sources` lists the articles.", source))
}

// batch answers the questions of a file.
func (c *askCmd) batch(ctx context.Context, a *app, since string) error {
	if len(c.Question) > 0 {
		return usererr.New(usererr.Usage, "--batch takes its questions from the file; leave the question out, or --batch.")
	}
	return a.eachLine(ctx, c.Batch, func(e *engines) answerLine {
		threads := map[string][]answer.Turn{}
		return func(ctx context.Context, l line) (any, error) {
			if l.Since == "" {
				l.Since = since
			}
			if l.Source == "" {
				l.Source = c.Source
			}
			result, err := l.ask(ctx, e, threads)
			return batchAnswer{l.ID, result}, err
		}
	})
}
