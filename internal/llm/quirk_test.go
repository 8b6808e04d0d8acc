package llm

import (
	"errors"
	"maps"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"sherpa/answer"
	"sherpa/internal/fakellm"
)

// TestRefusedFields shows servers that do not take all of the protocol: they are
// asked again without it, once, and never with it after that.
func TestRefusedFields(t *testing.T) {
	t.Parallel()
	dialects := map[string]fakellm.Dialect{"OpenAI": fakellm.OpenAI, "Ollama": fakellm.Ollama, "llama.cpp": fakellm.LlamaCpp, "vLLM": fakellm.VLLM}
	for _, tt := range []struct {
		name   string
		refuse []string
		model  string
		first  int // requests of the first call
		want   map[string]string
	}{
		{"nothing", nil, fakellm.DefaultModel, 1, map[string]string{"max_tokens": "700", "stream_options": `{"include_usage":true}`, "temperature": "1e-45"}},
		{"stream_options", []string{"stream_options"}, fakellm.DefaultModel, 2, map[string]string{"max_tokens": "700", "temperature": "1e-45"}},
		{"temperature", []string{"temperature"}, fakellm.DefaultModel, 2, map[string]string{"max_tokens": "700", "stream_options": `{"include_usage":true}`}},
		{"a model that reasons", []string{"max_tokens", "temperature"}, fakellm.DefaultModel, 2, map[string]string{"max_completion_tokens": "5600", "stream_options": `{"include_usage":true}`}},
		{"everything", []string{"stream_options", "temperature", "max_tokens"}, fakellm.DefaultModel, 4, map[string]string{"max_completion_tokens": "5600"}},
		{"the new field", []string{"max_completion_tokens"}, "maker/o3", 2, map[string]string{"max_tokens": "5600", "stream_options": `{"include_usage":true}`}},
	} {
		for dialect, words := range dialects {
			t.Run(tt.name+" by "+dialect, func(t *testing.T) {
				t.Parallel()
				s := fakellm.New(t, fakellm.Options{Refuse: tt.refuse, Models: []string{tt.model}, Dialect: words})
				c := connect(t, s, func(o *Options) { o.Model = tt.model })
				for range 2 {
					if _, err := generate(t.Context(), c, plain()); err != nil {
						t.Fatal(err)
					}
				}
				calls := s.Chats()
				if len(calls) != tt.first+1 {
					t.Errorf("%d requests, not %d and 1", len(calls), tt.first)
				}
				got := map[string]string{}
				for _, name := range []string{"max_tokens", "max_completion_tokens", "stream_options", "temperature"} {
					if value, there := calls[len(calls)-1].Chat.Fields[name]; there {
						got[name] = string(value)
					}
				}
				if diff := cmp.Diff(tt.want, got); diff != "" {
					t.Errorf("the last request (-want +got)\n%s", diff)
				}
			})
		}
	}
}

// TestNoSchema shows a server without schemas: it is asked with one but once.
func TestNoSchema(t *testing.T) {
	t.Parallel()
	for _, message := range []string{
		"Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
		"This response_format type is unavailable now",
		"Failed to parse grammar",
		"This model does not support response format `json_schema`.",
		"'response_format.type' must be 'text' or 'json_object'",
		"Guided decoding is not available",
	} {
		s := fakellm.New(t, fakellm.Options{})
		s.Script(fakellm.JSONError(400, message, "invalid_request_error", nil))
		c := connect(t, s, nil)
		for range 3 {
			if _, err := generate(t.Context(), c, structured()); !errors.Is(err, answer.ErrNoSchema) {
				t.Errorf("%s: it ends with %v", message, err)
			}
		}
		if _, err := generate(t.Context(), c, plain()); err != nil {
			t.Errorf("%s: plain text: %v", message, err)
		}
		if n := len(s.Chats()); n != 2 {
			t.Errorf("%s: %d requests, not 2", message, n)
		}
	}
}

// TestNoStream shows a model that may not be streamed to this key.
func TestNoStream(t *testing.T) {
	t.Parallel()
	const text = "Anna chaired it."
	s := fakellm.New(t, fakellm.Options{})
	s.Script(fakellm.Func(func(fakellm.Call) fakellm.Reply {
		return fakellm.Reply{Status: 400, Body: `{"error":{"message":"Your organization must be verified to stream this model.","param":"stream","code":"unsupported_value"}}`}
	}), fakellm.Reply{Text: text}, fakellm.Reply{Text: text}, fakellm.HTMLPage(200))
	c := connect(t, s, nil)
	for range 2 {
		if got, err := generate(t.Context(), c, plain()); err != nil || got.Text != text {
			t.Fatalf("%q, %v", got.Text, err)
		}
	}
	if last := s.Chats()[2].Chat; last.Stream || last.Fields["stream_options"] != nil {
		t.Errorf("the third request is %s", last.Fields)
	}
	if _, err := generate(t.Context(), c, plain()); reasonOf(err) != answer.ReasonIncomplete {
		t.Errorf("a page ends with %v", err)
	}
}

// TestMistakenRefusals shows refusals that name a field but are not about it:
// nothing is remembered.
func TestMistakenRefusals(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		message  string
		requests int
	}{
		"too long":   {"'max_tokens' or 'max_completion_tokens' is too large: 700. This model's maximum context length is 512 tokens.", 1},
		"no reason":  {"Bad request", 1},
		"not at all": {"max_tokens and temperature are fine, but not this", 4},
	} {
		s := fakellm.New(t, fakellm.Options{})
		s.Always(fakellm.JSONError(400, tt.message, "invalid_request_error", nil))
		c := connect(t, s, nil)
		if _, err := generate(t.Context(), c, plain()); reasonOf(err) != answer.ReasonRejected {
			t.Errorf("%s: it ends with %v", name, err)
		}
		if n := len(s.Chats()); n != tt.requests {
			t.Errorf("%s: %d requests, not %d", name, n, tt.requests)
		}
		if known := c.quirks.known(); known != 0 {
			t.Errorf("%s: %b is remembered", name, known)
		}
	}
}

// TestThoughtsNeedRoom shows a model that turns out to reason.
func TestThoughtsNeedRoom(t *testing.T) {
	t.Parallel()
	s := fakellm.New(t, fakellm.Options{})
	s.Script(fakellm.Reply{Reasoning: "Let me think.", Text: "An", Finish: "length"})
	c := connect(t, s, nil)
	if _, err := generate(t.Context(), c, plain()); reasonOf(err) != answer.ReasonIncomplete {
		t.Errorf("it ends with %v", err)
	}
	if _, err := generate(t.Context(), c, plain()); err != nil {
		t.Error(err)
	}
	var limits []int
	for _, call := range s.Chats() {
		limits = append(limits, call.Chat.MaxTokens)
	}
	if diff := cmp.Diff([]int{700, 5600}, limits); diff != "" {
		t.Errorf("the limits (-want +got)\n%s", diff)
	}
}

// TestQuirksAreForgotten shows that a server is asked anew after an hour.
func TestQuirksAreForgotten(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		k := newQuirks("some-model")
		names := k.learn(noSchema | noUsage)
		slices.Sort(names)
		if diff := cmp.Diff([]string{quirkNames[noSchema], quirkNames[noUsage]}, names); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
		if again := k.learn(noSchema); again != nil {
			t.Errorf("%v is new again", again)
		}
		time.Sleep(remembered - time.Second) //nolint:forbidigo // the clock of the bubble
		if k.known() != noSchema|noUsage {
			t.Errorf("%b is known", k.known())
		}
		time.Sleep(time.Second) //nolint:forbidigo // the clock of the bubble
		if k.known() != 0 {
			t.Errorf("%b is still known", k.known())
		}
		k.learn(roomy | newField)
		time.Sleep(remembered) //nolint:forbidigo // the clock of the bubble
		if k.known() != roomy {
			t.Errorf("%b is known of a model that reasons", k.known())
		}
	})
}

func TestEveryQuirkHasAName(t *testing.T) {
	t.Parallel()
	var all quirk
	for _, q := range slices.Sorted(maps.Keys(quirkNames)) {
		all |= q
	}
	if want := roomy<<1 - 1; all != want {
		t.Errorf("%b have names, of %b", all, want)
	}
}
