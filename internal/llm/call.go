package llm

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"time"

	"sherpa/answer"
	"sherpa/answer/prompt"
)

// call is one prompt with all its attempts.
type call struct {
	client  *Client
	by      answer.Payer
	prompt  prompt.Prompt
	retries Limits

	// force are the quirks that requests observe: those known before, and those
	// found on the way.
	force    quirk
	attempts int
	spent    Spend
}

// run asks until there is a reply or none can be had.
func (k *call) run(ctx context.Context) (*reply, error) {
	c, began := k.client, time.Now()
	k.force = c.quirks.known()
	l := k.retries
	ctx, cancel := context.WithTimeoutCause(ctx, l.Total, &limit{"no whole reply", l.Total})
	defer cancel()
	r, f := repeat(ctx, l, func() (*reply, *fault) { return k.negotiate(ctx) })
	switch {
	case f == nil:
		c.observe(k, began, "ok")
		return r, nil
	case errors.Is(f, answer.ErrNoSchema):
		c.observe(k, began, "no schema")
		return nil, answer.ErrNoSchema
	}
	c.observe(k, began, f.outcome())
	return nil, &answer.GenerateError{Reason: f.reason, Err: f}
}

// negotiate asks, and asks again without what the server does not take. Each
// turn leaves out one thing more, so that it ends.
func (k *call) negotiate(ctx context.Context) (*reply, *fault) {
	for {
		request := k.client.options.request(k.prompt, k.force)
		r, f := through(k.client.breaker, func() (*reply, *fault) { return k.attempt(ctx, request) })
		if f == nil || f.refused == nil {
			k.learn(r)
			return r, f
		}
		q := f.refused.objection(request, k.force)
		switch {
		case q == 0:
			return r, f
		case q == noSchema:
			k.remember(noSchema)
			return r, &fault{text: answer.ErrNoSchema.Error(), cause: answer.ErrNoSchema}
		}
		k.force |= q
	}
}

// learn remembers what made the server take the request, and that a model
// reasons.
func (k *call) learn(r *reply) {
	if r == nil || !r.begun() {
		return
	}
	if r.thought || r.usage != nil && r.usage.reasoning > 0 {
		k.force |= roomy
	}
	k.remember(k.force)
}

func (k *call) remember(q quirk) {
	if names := k.client.quirks.learn(q); len(names) > 0 {
		k.client.options.Log.Info("the language model's server differs", slog.String("in", strings.Join(names, ", ")))
	}
}
