package llm

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"sherpa/answer"
	"sherpa/internal/fakellm"
)

func TestProbe(t *testing.T) {
	t.Parallel()
	const kept = `{"ok": true}`
	for _, tt := range []struct {
		name    string
		options fakellm.Options
		reply   fakellm.Reply
		want    Probe
		calls   int
	}{
		{
			"all is well",
			fakellm.Options{},
			fakellm.Reply{Text: kept, Usage: &fakellm.Usage{Prompt: 30, Completion: 5}},
			Probe{Model: fakellm.DefaultModel, Schema: SchemaKept, UsageReported: true, Usage: answer.Usage{PromptTokens: 30, CompletionTokens: 5}},
			1,
		},
		{
			"the schema is ignored",
			fakellm.Options{},
			fakellm.Reply{Text: "Sure! {ok: true}", Usage: &fakellm.Usage{Prompt: 30, Completion: 5}},
			Probe{Model: fakellm.DefaultModel, Schema: SchemaIgnored, UsageReported: true, Usage: answer.Usage{PromptTokens: 30, CompletionTokens: 5}},
			1,
		},
		{
			"the schema is refused",
			fakellm.Options{Refuse: []string{"response_format"}},
			fakellm.Reply{Text: kept, Usage: &fakellm.Usage{Prompt: 30, Completion: 5}},
			Probe{Model: fakellm.DefaultModel, Schema: SchemaRefused, UsageReported: true, Usage: answer.Usage{PromptTokens: 30, CompletionTokens: 5}},
			2,
		},
		{
			"tokens are not counted",
			fakellm.Options{},
			fakellm.Reply{Text: kept, Usage: &fakellm.Usage{Missing: true}},
			Probe{
				Model: fakellm.DefaultModel, Schema: SchemaKept,
				Usage: answer.Usage{PromptTokens: sentBy(probing).many, CompletionTokens: measured(kept).many},
			},
			1,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := fakellm.New(t, tt.options)
			s.Always(tt.reply)
			got, err := connect(t, s, nil).Probe(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if got.FirstToken <= 0 || got.Total < got.FirstToken {
				t.Errorf("the first token came after %s, all after %s", got.FirstToken, got.Total)
			}
			if diff := cmp.Diff(tt.want, got, cmpopts.IgnoreFields(Probe{}, "FirstToken", "Total")); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if n := len(s.Chats()); n != tt.calls {
				t.Errorf("%d requests, not %d", n, tt.calls)
			}
		})
	}
}

// TestProbeNeedsRoom shows a model that turns out to reason.
func TestProbeNeedsRoom(t *testing.T) {
	t.Parallel()
	s := fakellm.New(t, fakellm.Options{})
	s.Script(fakellm.Reply{Reasoning: "Let me think.", Text: "{", Finish: "length"}, fakellm.Reply{Reasoning: "Let me think.", Text: `{"ok":true}`})
	got, err := connect(t, s, nil).Probe(t.Context())
	if err != nil || !got.Reasoning || got.Schema != SchemaKept || s.Count() != 2 {
		t.Errorf("%+v, %v after %d requests", got, err, s.Count())
	}
}

// TestProbeFails shows that a probe does not try again, and says what to do.
func TestProbeFails(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		step   fakellm.Step
		reason answer.Reason
	}{
		"the key":     {fakellm.Unauthorized(), answer.ReasonRejected},
		"the model":   {fakellm.UnknownModel("x"), answer.ReasonRejected},
		"the server":  {fakellm.HTMLPage(502), answer.ReasonUnavailable},
		"the time":    {fakellm.Reply{Hang: true}, answer.ReasonTimeout},
		"its address": {fakellm.HTMLPage(200), answer.ReasonIncomplete},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := fakellm.New(t, fakellm.Options{})
			s.Always(tt.step)
			_, err := connect(t, s, func(o *Options) {
				if tt.reason == answer.ReasonTimeout {
					o.Limits = quick
				}
			}).Probe(t.Context())
			if reasonOf(err) != tt.reason {
				t.Errorf("it ends with %v", err)
			}
			if n := len(s.Chats()); n != 1 {
				t.Errorf("%d requests", n)
			}
			silent(t, err)
		})
	}
}

// TestProbeIsSilent shows that a server which repeats the key as its model's name
// is not believed.
func TestProbeIsSilent(t *testing.T) {
	t.Parallel()
	s := fakellm.New(t, fakellm.Options{})
	s.Always(fakellm.Reply{Status: 200, Body: `{"model":"` + canary + `\u001b[31m","choices":[{"message":{"content":"{\"ok\":true}"},"finish_reason":"stop"}]}`})
	got, err := connect(t, s, nil).Probe(t.Context())
	if err != nil || got.Model != "(hidden)" {
		t.Errorf("the model is %q, %v", got.Model, err)
	}
}
