package corpora

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"sherpa/answer"
	"sherpa/answer/prompt"
	"sherpa/bot"
	"sherpa/internal/fakellm"
)

// recorded is a language model that writes down what it is asked.
type recorded struct {
	// reply is what it says the n-th time.
	reply func(p fakellm.Prompt, n int64) string

	mu      sync.Mutex
	calls   int64
	prompts []string
	payers  []answer.Payer
}

func honest() *recorded {
	return &recorded{reply: func(p fakellm.Prompt, _ int64) string { return fakellm.Honest(p) }}
}

func (*recorded) Model() string { return "recorded-1" }

func (r *recorded) Generate(_ context.Context, by answer.Payer, p prompt.Prompt) (answer.Generated, error) {
	given := fakellm.Prompt{}
	var all strings.Builder
	for _, m := range p.Messages {
		given.Messages = append(given.Messages, fakellm.Message{Role: string(m.Role), Text: m.Text})
		all.WriteString(m.Text + "\n")
	}
	if p.Schema != nil {
		given.Schema = p.Schema.JSON
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.calls++
	r.prompts, r.payers = append(r.prompts, all.String()), append(r.payers, by)
	return answer.Generated{Text: r.reply(given, r.calls), Usage: answer.Usage{PromptTokens: 10, CompletionTokens: 1}}, nil
}

// take returns what it was asked since the last time.
func (r *recorded) take() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	prompts := r.prompts
	r.prompts = nil
	return prompts
}

// TestModel: a model phrases answers from the articles of the scope; it is asked
// once for the same question in the same place and language, and again when the
// articles change.
func TestModel(t *testing.T) {
	t.Parallel()
	model := honest()
	c := newCorpora(t, Options{Default: withBriefs(t), Generator: model})
	question := answer.Question{Text: "Where was the meeting held?", Language: "en", Asked: asked, Payer: answer.Payer{UserHash: "ada"}}
	ask := func(s bot.Scope, edit func(*answer.Question)) (answer.Answer, int) {
		t.Helper()
		q := question
		if edit != nil {
			edit(&q)
		}
		a, err := c.Ask(t.Context(), s, q)
		if err != nil || !a.Answered {
			t.Fatalf("%+v, %v", a, err)
		}
		return a, len(model.take())
	}
	a, calls := ask(inDM, nil)
	if a.Mode != answer.ModeLLM || a.LLM == nil || a.LLM.Model != "recorded-1" || calls != 1 || model.payers[0] != question.Payer {
		t.Fatalf("%d calls for %+v: %+v, %+v", calls, model.payers, a, a.LLM)
	}
	for name, tt := range map[string]struct {
		scope bot.Scope
		edit  func(*answer.Question)
		calls int
	}{
		"the same":         {inDM, nil, 0},
		"somebody else":    {inDM, func(q *answer.Question) { q.Payer.UserHash = "bob" }, 0},
		"another language": {inDM, func(q *answer.Question) { q.Language = "de" }, 1},
		"offline":          {inDM, func(q *answer.Question) { q.Offline = true }, 0},
		"another question": {inDM, func(q *answer.Question) { q.Text = "Who attended from the US delegation?" }, 1},
	} {
		if got, calls := ask(tt.scope, tt.edit); calls != tt.calls || (got.Mode == answer.ModeLLM) == (name == "offline") {
			t.Errorf("%s: %d calls, want %d; mode %s", name, calls, tt.calls, got.Mode)
		}
	}
	putFile(t, c.opts.Default, markdown("x", "Harbour news", "The harbour opened in 1950."))
	if _, calls := ask(inDM, nil); calls != 1 {
		t.Errorf("%d calls after the articles changed", calls)
	}
	addFile(t, c, guildA, "a.md", markdown("y", "Harbour news", "The harbour opened in 1951."))
	if _, calls := ask(besideA, nil); calls != 1 {
		t.Errorf("%d calls in a server with articles of its own", calls)
	}
}

// waits is a model that does not answer while somebody waits.
type waits struct{ begun, ended chan struct{} }

func (waits) Model() string { return "slow" }

func (w waits) Generate(ctx context.Context, _ answer.Payer, _ prompt.Prompt) (answer.Generated, error) {
	close(w.begun)
	<-ctx.Done()
	close(w.ended)
	return answer.Generated{}, &answer.GenerateError{Reason: answer.ReasonTimeout, Err: ctx.Err()}
}

// TestModelIsStopped: who no longer waits for an answer stops the model, and does
// not get another answer.
func TestModelIsStopped(t *testing.T) {
	t.Parallel()
	model := waits{make(chan struct{}), make(chan struct{})}
	c := newCorpora(t, Options{Default: withBriefs(t), Generator: model})
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() {
		_, err := c.Ask(ctx, inDM, answer.Question{Text: "How long did the talks last?"})
		done <- err
	}()
	<-model.begun
	stopped := time.Now()
	cancel()
	<-model.ended
	if err := <-done; err == nil {
		t.Error("there is an answer that nobody waits for")
	}
	if took := time.Since(stopped); took > time.Second {
		t.Errorf("it took %v", took)
	}
}

// TestModelTime: a model that takes too long leaves the articles' own words, in
// time for whoever waits.
func TestModelTime(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct{ model, waits time.Duration }{
		"for an answer":            {20 * time.Millisecond, time.Minute},
		"for who waited before":    {time.Minute, offlineTime + 20*time.Millisecond},
		"for who has no time left": {time.Minute, offlineTime - time.Second},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			model := waits{make(chan struct{}), make(chan struct{})}
			c := newCorpora(t, Options{Default: withBriefs(t), Generator: model, ModelTime: tt.model})
			ctx, cancel := context.WithTimeout(t.Context(), tt.waits)
			defer cancel()
			a, err := c.Ask(ctx, inDM, answer.Question{Text: "How long did the talks last?"})
			if err != nil || a.Mode != answer.ModeExtractive || a.LLM == nil || a.LLM.FallbackReason != string(answer.ReasonTimeout) {
				t.Errorf("%+v, %v", a, err)
			}
		})
	}
}
