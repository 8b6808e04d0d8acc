package llm

import (
	"context"
	"errors"
	"log/slog"
	"time"

	openai "github.com/sashabaranov/go-openai"

	"sherpa/answer"
)

// settling is how long the ledger may take.
const settling = 5 * time.Second

// attempt sends one request within the budget.
func (k *call) attempt(ctx context.Context, request openai.ChatCompletionRequest) (*reply, *fault) {
	if ctx.Err() != nil {
		return nil, ended(ctx)
	}
	sent := sentBy(k.prompt)
	allowed := k.client.options.allowed(k.prompt, k.force)
	receipt, f := k.reserve(ctx, sent.many, allowed)
	if f != nil {
		return nil, f
	}
	var took Spend
	defer func() { k.settle(ctx, receipt, took) }()

	k.attempts++
	r, x, f := k.send(ctx, request)
	if x.sent.Load() && (f == nil || f.refused == nil || f.refused.status >= 500) {
		took = k.client.options.Prices.priced(charge(sent, r.got(), r.usage, allowed, k.force.has(roomy)))
	}
	k.check(took, sent.many, allowed)
	return r, f
}

// send sends a request and reads the reply.
func (k *call) send(ctx context.Context, request openai.ChatCompletionRequest) (*reply, *exchange, *fault) {
	o := k.client.options
	ctx, w := newWatch(ctx)
	defer w.stop()
	x := &exchange{
		http: k.client.http, watch: w, limits: o.Limits, patience: o.Limits.FirstToken,
		userAgent: o.UserAgent, whole: k.force.has(noStream),
	}
	if k.force.has(roomy) || x.whole {
		x.patience = o.Limits.Total
	}
	r, err := x.ask(ctx, k.client.protocol(x), request)
	if err != nil {
		return r, x, x.faultOf(ctx, err, r.begun(), cleaner{string(o.APIKey), k.prompt.Messages})
	}
	return r, x, r.verdict(o.APIKey)
}

// reserve counts the most that an attempt can take.
func (k *call) reserve(ctx context.Context, promptTokens, completionTokens int) (Receipt, *fault) {
	o := k.client.options
	if o.Ledger == nil {
		return Receipt{}, nil
	}
	receipt, err := o.Ledger.Reserve(ctx, k.by, o.Prices.priced(promptTokens, completionTokens))
	switch {
	case err == nil:
		return receipt, nil
	case errors.Is(err, ErrOverBudget):
		return receipt, &fault{reason: answer.ReasonBudget, text: ErrOverBudget.Error() + " for today; raise its caps, or wait for tomorrow", cause: ErrOverBudget}
	case ctx.Err() != nil:
		return receipt, ended(ctx)
	}
	return receipt, &fault{reason: answer.ReasonUnavailable, text: "what is spent cannot be counted, so nothing is sent: " + err.Error()}
}

// settle counts what an attempt took, also when nobody waits for it any longer.
func (k *call) settle(ctx context.Context, r Receipt, took Spend) {
	k.spent = k.spent.plus(took)
	o := k.client.options
	if o.Ledger == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), settling)
	defer cancel()
	if err := o.Ledger.Settle(ctx, r, took); err != nil {
		// What was reserved stays counted: too much rather than too little.
		o.Log.Error("cannot settle what the language model took", slog.String("error", err.Error()))
	}
}

// check tells of a bill beyond what was allowed. It is counted as it stands.
func (k *call) check(took Spend, promptTokens, allowed int) {
	if took.PromptTokens > 4*promptTokens || took.CompletionTokens > 4*allowed {
		k.client.options.Log.Warn("the language model's server says that it used far more tokens than it was allowed",
			slog.Int("prompt", took.PromptTokens), slog.Int("completion", took.CompletionTokens))
	}
}
