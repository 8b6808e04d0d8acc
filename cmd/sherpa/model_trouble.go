package main

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"sherpa/answer"
	prompts "sherpa/answer/prompt"
	"sherpa/internal/llm"
)

// sameTrouble is how long a failure is not logged again that was logged last: one
// that lasts would fill the log, question by question.
const sameTrouble = time.Minute

// watched is a language model whose failures are logged. Answers say of them no
// more than a word, since how the model is set up is its operator's business.
type watched struct {
	*llm.Client
	log *slog.Logger

	mu     sync.Mutex
	last   string
	lastAt time.Time
}

// watchedModel is the model as answers are asked of it; nil if there is none.
func watchedModel(model *llm.Client, log *slog.Logger) answer.Generator {
	if model == nil {
		return nil
	}
	return &watched{Client: model, log: log}
}

// Generate asks the model.
func (w *watched) Generate(ctx context.Context, by answer.Payer, p prompts.Prompt) (answer.Generated, error) {
	reply, err := w.Client.Generate(ctx, by, p)
	w.notice(ctx, err)
	return reply, err
}

// notice logs a failure, unless it is the last one again, or nobody waited for
// the model any more.
func (w *watched) notice(ctx context.Context, err error) {
	failed, ok := errors.AsType[*answer.GenerateError](err)
	if !ok || errors.Is(err, context.Canceled) {
		return
	}
	trouble := string(failed.Reason) + ": " + failed.Err.Error()
	w.mu.Lock()
	now := time.Now()
	known := trouble == w.last && now.Sub(w.lastAt) < sameTrouble
	if !known {
		w.last, w.lastAt = trouble, now
	}
	w.mu.Unlock()
	if !known {
		w.log.LogAttrs(ctx, slog.LevelWarn, "no answer from the language model", slog.String("error", trouble))
	}
}
