package llm

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/answer"
	"sherpa/answer/prompt"
	"sherpa/internal/fakellm"
)

func TestGenerate(t *testing.T) {
	t.Parallel()
	s := fakellm.New(t, fakellm.Options{Key: canary})
	c := connect(t, s, func(o *Options) { o.Prices = &Prices{Input: 0.5, Output: 2} })
	s.Script(fakellm.Reply{Text: "Anna Weiß chaired it [k7f2].", Usage: &fakellm.Usage{Prompt: 1000, Completion: 30}})

	got, err := generate(t.Context(), c, plain())
	if err != nil {
		t.Fatal(err)
	}
	cost := 0.00056
	want := answer.Generated{
		Text:  "Anna Weiß chaired it [k7f2].",
		Usage: answer.Usage{PromptTokens: 1000, CompletionTokens: 30, CostUSD: &cost},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestRequest shows what a server is sent: the prompt and what bounds the reply,
// and nothing of who asked.
func TestRequest(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, model string
		prompt      prompt.Prompt
		want        map[string]string
		without     []string
	}{
		{
			"plain", fakellm.DefaultModel, plain(),
			map[string]string{"max_tokens": "700", "stream": "true", "stream_options": `{"include_usage":true}`, "temperature": "1e-45"},
			[]string{"response_format", "max_completion_tokens"},
		},
		{
			"a schema and a limit", fakellm.DefaultModel,
			prompt.Prompt{Messages: plain().Messages, Schema: probing.Schema, MaxTokens: 90},
			map[string]string{"max_tokens": "90"},
			[]string{"max_completion_tokens"},
		},
		{
			"a limit over the cap", fakellm.DefaultModel,
			prompt.Prompt{Messages: plain().Messages, MaxTokens: 5000},
			map[string]string{"max_tokens": "700"},
			nil,
		},
		{
			"a model that reasons", "gpt-5-mini", plain(),
			map[string]string{"max_completion_tokens": "5600"},
			[]string{"max_tokens", "temperature"},
		},
		{"another one", "o3", plain(), map[string]string{"max_completion_tokens": "5600"}, []string{"max_tokens", "temperature"}},
		{"a new one", "gpt-6-sol", plain(), map[string]string{"max_completion_tokens": "5600"}, []string{"max_tokens", "temperature"}},
		{"one by its maker", "openai/o4-mini", plain(), map[string]string{"max_completion_tokens": "5600"}, []string{"max_tokens", "temperature"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := fakellm.New(t, fakellm.Options{Models: []string{tt.model}})
			c := connect(t, s, func(o *Options) { o.Model = tt.model })
			if _, err := generate(t.Context(), c, tt.prompt); err != nil {
				t.Fatal(err)
			}
			call := s.Chats()[0]
			for field, value := range tt.want {
				if got := string(call.Chat.Fields[field]); got != value {
					t.Errorf("%s is %s, not %s", field, got, value)
				}
			}
			for _, field := range slices.Concat(tt.without, []string{"user", "tools", "metadata", "safety_identifier", "store"}) {
				if value, there := call.Chat.Fields[field]; there {
					t.Errorf("%s is sent: %s", field, value)
				}
			}
			if (tt.prompt.Schema != nil) != (call.Chat.Schema != nil) {
				t.Errorf("the schema sent is %s", call.Chat.Schema)
			}
		})
	}
}

func TestRequestHeaders(t *testing.T) {
	t.Parallel()
	s := fakellm.New(t, fakellm.Options{})
	if _, err := generate(t.Context(), connect(t, s, nil), plain()); err != nil {
		t.Fatal(err)
	}
	call := s.Chats()[0]
	if agent := call.Header.Get("User-Agent"); !strings.HasPrefix(agent, "sherpa/") {
		t.Errorf("User-Agent is %q", agent)
	}
	for _, who := range []string{"guild", `"user"`} {
		for _, name := range slices.Sorted(maps.Keys(call.Header)) {
			if strings.Contains(call.Header.Get(name), who) {
				t.Errorf("%s tells %s", name, who)
			}
		}
	}
}

// TestOdd shows that unusual replies are understood wholly or not at all.
func TestOdd(t *testing.T) {
	t.Parallel()
	const text = "Anna Weiß chaired it [k7f2]."
	for name, reply := range fakellm.Odd(text) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := fakellm.New(t, fakellm.Options{})
			s.Script(reply)
			got, err := generate(t.Context(), connect(t, s, nil), plain())
			if err != nil || got.Text != text {
				t.Errorf("%q, %v", got.Text, err)
			}
		})
	}
}

// TestWithoutStream shows servers that answer in one object although a stream was
// asked for.
func TestWithoutStream(t *testing.T) {
	t.Parallel()
	const text = "Anna Weiß\nchaired it."
	pretty, err := json.MarshalIndent(map[string]any{
		"model":   "m",
		"choices": []any{map[string]any{"index": 0, "message": map[string]any{"role": "assistant", "content": text}, "finish_reason": "stop"}},
	}, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	s := fakellm.New(t, fakellm.Options{Ignore: []string{"stream"}})
	c := connect(t, s, nil)
	s.Script(fakellm.Reply{Text: text}, fakellm.Reply{Status: 200, Body: " \n" + string(pretty) + "\n"})
	for range 2 {
		if got, err := generate(t.Context(), c, plain()); err != nil || got.Text != text {
			t.Errorf("%q, %v", got.Text, err)
		}
	}
}

// TestBrokenObject shows that an object that is cut is no reply.
func TestBrokenObject(t *testing.T) {
	t.Parallel()
	const whole = `{"choices":[{"index":0,"message":{"content":"text"},"finish_reason":"stop"}]}`
	s := fakellm.New(t, fakellm.Options{NoSpec: true})
	c := connect(t, s, func(o *Options) { o.Limits.Failures = 1000 })
	for n := 1; n < len(whole); n++ {
		s.Script(fakellm.Reply{Status: 200, Body: whole[:n]})
		if got, err := generate(t.Context(), c, plain()); err == nil {
			t.Fatalf("%q gives %q", whole[:n], got.Text)
		}
	}
}

func TestThoughtsAreLeftOut(t *testing.T) {
	t.Parallel()
	for given, want := range map[string]string{
		"<think>Hm.\nWho?</think>\n\nAnna.": "Anna.",
		"<think>Hm.":                        "<think>Hm.",
		"Anna. <think>x</think>":            "Anna. <think>x</think>",
	} {
		s := fakellm.New(t, fakellm.Options{})
		s.Script(fakellm.Reply{Text: given})
		if got, err := generate(t.Context(), connect(t, s, nil), plain()); err != nil || got.Text != want {
			t.Errorf("%q gives %q, %v", given, got.Text, err)
		}
	}
}

// TestConnectionIsUsedAgain shows that a second call needs no new connection.
func TestConnectionIsUsedAgain(t *testing.T) {
	t.Parallel()
	l := &counted{}
	l.listen(t)
	s := fakellm.New(t, fakellm.Options{Listener: l})
	c := connect(t, s, nil)
	for range 5 {
		if _, err := generate(t.Context(), c, plain()); err != nil {
			t.Fatal(err)
		}
	}
	if n := l.accepted.Load(); n != 1 {
		t.Errorf("%d connections for 5 calls", n)
	}
}
