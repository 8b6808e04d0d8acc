package fakellm_test

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/internal/fakellm"
	"sherpa/internal/fakeserver"
)

func TestScript(t *testing.T) {
	t.Parallel()
	m := fakellm.New(t, fakellm.Options{Model: func(p fakellm.Prompt) string { return "model: " + p.Messages[0].Text }})
	c := newClient(t, m)
	said := func() string { return *read(t, c.chat(ask(false)).body).Choices[0].Message.Content }
	m.Script(fakellm.Reply{Text: "one"}, fakellm.Func(func(c fakellm.Call) fakellm.Reply {
		return fakellm.Reply{Text: fmt.Sprintf("call %d to %s", c.Number, c.Chat.Model)}
	}), fakellm.Reply{})
	var got []string
	for range 3 {
		got = append(got, said())
	}
	if m.Unplayed() != 0 {
		t.Errorf("%d steps are left", m.Unplayed())
	}
	m.Handle(func(c fakellm.Call) fakellm.Reply { return fakellm.Reply{Text: "handled " + c.Key()} })
	got = append(got, said())
	m.Script(fakellm.Reply{Text: "two"})
	got = append(got, said(), said())
	m.Always(fakellm.Reply{Text: "always"})
	got = append(got, said())
	m.Handle(nil)
	got = append(got, said())
	want := []string{"one", "call 2 to fake-model", "model: Where was it?", "handled sk-secret", "two", "handled sk-secret", "always", "model: Where was it?"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestCalls(t *testing.T) {
	t.Parallel()
	m := fakellm.New(t, fakellm.Options{Keep: 2, Key: "sk-secret"})
	c := newClient(t, m)
	for range 3 {
		c.chat(ask(true))
	}
	c.chat(`{"model":"fake-model","messages":[{"role":"system","content":"S"},{"role":"user","content":[{"type":"text","text":"U"}]}],` +
		`"stream":true,"stream_options":{"include_usage":true},"max_completion_tokens":70,"temperature":0.5,` +
		`"response_format":{"type":"json_schema","json_schema":{"name":"answer","strict":true,"schema":{"type":"object","properties":{},"required":[],"additionalProperties":false}}}}`)
	calls := m.Calls()
	if len(calls) != 2 || m.Count() != 4 || calls[1].Number != 4 || calls[1].Status != http.StatusOK || calls[1].Header.Get("Authorization") != "Bearer sk-secret" {
		t.Fatalf("%d calls are kept of %d: %+v", len(calls), m.Count(), calls)
	}
	got := *calls[1].Chat
	got.Fields = nil
	half := 0.5
	want := fakellm.Chat{
		Model: "fake-model", Messages: []fakellm.Message{{Role: "system", Text: "S"}, {Role: "user", Text: "U"}},
		Stream: true, IncludeUsage: true, SchemaName: "answer", MaxTokens: 70, Temperature: &half,
		Schema: json.RawMessage(`{"type":"object","properties":{},"required":[],"additionalProperties":false}`),
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestServersThatRefuse(t *testing.T) {
	t.Parallel()
	schema := `"response_format":{"type":"json_schema","json_schema":{"name":"a","strict":true,"schema":{"type":"object","properties":{},"required":[],"additionalProperties":false}}}`
	include := `"stream_options":{"include_usage":true}`
	for _, tt := range []struct {
		name   string
		opts   fakellm.Options
		body   string
		status int
		says   string
	}{
		{"schema", fakellm.Options{Refuse: []string{"response_format"}}, ask(true, schema), 400, "'response_format'"},
		{"schema, Ollama", fakellm.Options{Refuse: []string{"response_format"}, Dialect: fakellm.Ollama}, ask(true, schema), 400, `"code":null`},
		{"schema, llama.cpp", fakellm.Options{Refuse: []string{"response_format"}, Dialect: fakellm.LlamaCpp}, ask(true, schema), 400, `"code":400`},
		{"schema, vLLM", fakellm.Options{Refuse: []string{"response_format"}, Dialect: fakellm.VLLM}, ask(true, schema), 400, `"object":"error"`},
		{"no schema", fakellm.Options{Refuse: []string{"response_format"}}, ask(true), 200, "stop"},
		{"stream options", fakellm.Options{Refuse: []string{"stream_options"}}, ask(true, include), 400, "supplied: stream_options"},
		{"temperature", fakellm.Options{Refuse: []string{"temperature"}}, ask(true, `"temperature":0.2`), 400, "does not support 0.2"},
		{"temperature 1", fakellm.Options{Refuse: []string{"temperature"}}, ask(true, `"temperature":1`), 200, "stop"},
		{"max_tokens", fakellm.Options{Refuse: []string{"max_tokens"}}, ask(true, `"max_tokens":9`), 400, "Use 'max_completion_tokens'"},
		{"max_completion_tokens", fakellm.Options{Refuse: []string{"max_tokens"}}, ask(true, `"max_completion_tokens":9`), 200, "stop"},
		{"model", fakellm.Options{Models: []string{"gpt-9"}}, ask(true), 404, "model_not_found"},
		{"any model", fakellm.Options{Models: []string{fakellm.AnyModel}}, ask(true), 200, "stop"},
		{"key", fakellm.Options{Key: "sk-other"}, ask(true), 401, "Incorrect API key"},
		{"stream", fakellm.Options{Ignore: []string{"stream"}}, ask(true), 200, `"object":"chat.completion"`},
		{"usage", fakellm.Options{Ignore: []string{"stream_options"}}, ask(true, include), 200, "[DONE]"},
		{"schema that is overlooked", fakellm.Options{Ignore: []string{"response_format"}}, ask(false, schema), 200, "NOT ANSWERED"},
		{"schema that is kept", fakellm.Options{}, ask(false, schema), 200, `{\"answerable\":false`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			m := fakellm.New(t, tt.opts)
			got := newClient(t, m).chat(tt.body)
			if got.err != nil || got.status != tt.status || !strings.Contains(got.body, tt.says) {
				t.Errorf("%d %q: %v", got.status, got.body, got.err)
			}
			if tt.name == "usage" && strings.Contains(got.body, "usage") {
				t.Errorf("usage is told: %q", got.body)
			}
		})
	}
}

func TestEmbeddings(t *testing.T) {
	t.Parallel()
	m := fakellm.New(t, fakellm.Options{Dimension: 200})
	c := newClient(t, m)
	var reply struct {
		Data []struct {
			Index     int
			Embedding []float64
		}
	}
	body := `{"model":"fake-model","input":["the bridge of Vale opened","Vale bridge opens","a cat slept","..."]}`
	got := c.post(fakellm.PathEmbeddings, body)
	if err := json.Unmarshal([]byte(got.body), &reply); err != nil || len(reply.Data) != 4 || len(reply.Data[3].Embedding) != 200 {
		t.Fatalf("%.200q: %v", got.body, err)
	}
	near := cosine(reply.Data[0].Embedding, reply.Data[1].Embedding)
	if far := cosine(reply.Data[0].Embedding, reply.Data[2].Embedding); near < 0.5 || far > 0.2 {
		t.Errorf("like texts are %f near, others %f", near, far)
	}
	if again := c.post(fakellm.PathEmbeddings, body); again.body != got.body {
		t.Error("the vectors are others the second time")
	}
	var coded struct {
		Data []struct{ Embedding string }
	}
	got = c.post(fakellm.PathEmbeddings, `{"model":"fake-model","input":"one","dimensions":3,"encoding_format":"base64"}`)
	if err := json.Unmarshal([]byte(got.body), &coded); err != nil {
		t.Fatal(err)
	}
	if raw, err := base64.StdEncoding.DecodeString(coded.Data[0].Embedding); err != nil || len(raw) != 12 {
		t.Errorf("%d bytes: %v", len(raw), err)
	}
	m.ScriptPath(fakellm.PathEmbeddings, fakellm.Reply{Vectors: [][]float64{{1, 2}}}, fakellm.Overloaded())
	if got := c.post(fakellm.PathEmbeddings, body); !strings.Contains(got.body, `"embedding":[1,2]`) {
		t.Errorf("%q", got.body)
	}
	if got := c.post(fakellm.PathEmbeddings, body); got.status != 529 {
		t.Errorf("%d", got.status)
	}
	if calls := m.Embeddings(); len(calls) != 5 || len(calls[0].Inputs) != 4 {
		t.Errorf("%d calls", len(calls))
	}
}

func cosine(a, b []float64) (sum float64) {
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum / math.Sqrt(square(a)*square(b))
}

func square(v []float64) (sum float64) {
	for _, x := range v {
		sum += x * x
	}
	return sum
}

func TestModels(t *testing.T) {
	t.Parallel()
	m := fakellm.New(t, fakellm.Options{Models: []string{"a", "b", fakellm.AnyModel}})
	resp, err := newClient(t, m).open(timed(t), http.MethodGet, fakellm.PathModels, "")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	var list struct{ Data []struct{ ID string } }
	if err := json.NewDecoder(resp.Body).Decode(&list); err != nil || len(list.Data) != 2 || list.Data[1].ID != "b" {
		t.Errorf("%+v: %v", list, err)
	}
}

func TestManyAtOnce(t *testing.T) {
	t.Parallel()
	m := fakellm.New(t, fakellm.Options{Model: fakellm.Hostile(1)})
	c := newClient(t, m)
	var all sync.WaitGroup
	for range 40 {
		all.Go(func() {
			if got := c.chat(ask(true)); got.status != http.StatusOK {
				t.Errorf("%d: %v", got.status, got.err)
			}
		})
	}
	all.Wait()
	if m.Count() != 40 {
		t.Errorf("%d calls", m.Count())
	}
}

// failing is how a test fails in which this request is made.
func failing(t *testing.T, opts fakellm.Options, body string) string {
	t.Helper()
	r := &fakeserver.Recorder{}
	m := fakellm.New(r, opts)
	newClient(t, m).chat(body)
	return strings.Join(r.End(), "; ")
}

func TestRules(t *testing.T) {
	t.Parallel()
	schema := func(s string) string {
		return ask(true, `"response_format":{"type":"json_schema","json_schema":{"name":"a","strict":true,"schema":`+s+`}}`)
	}
	for _, tt := range []struct{ name, body, want string }{
		{"nothing wrong", ask(true, `"max_completion_tokens":5`), ""},
		{"two bounds", ask(true, `"max_tokens":5,"max_completion_tokens":5`), "both set"},
		{"options without a stream", ask(false, `"stream_options":{"include_usage":true}`), "stream_options without stream"},
		{"tools", ask(true, `"tools":[{"type":"function","function":{"name":"x"}}]`), "tools are offered"},
		{"a strict schema", schema(`{"type":"object","properties":{"a":{"type":"array","items":{"type":"string"}}},"required":["a"],"additionalProperties":false}`), ""},
		{"additional properties", schema(`{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}`), "the schema allows additional"},
		{"a property not required", schema(`{"type":"object","properties":{"a":{"type":"array","items":{"type":"object","properties":{"b":{"type":"string"}},"required":[],"additionalProperties":false}}},"required":["a"],"additionalProperties":false}`), "the schema.a.items requires [], not [b]"},
		{"a schema without a name", ask(true, `"response_format":{"type":"json_schema","json_schema":{"name":"a b","schema":{"type":"object"}}}`), `name "a b" is none`},
	} {
		got := failing(t, fakellm.Options{NoSpec: true}, tt.body)
		if (tt.want == "") != (got == "") || !strings.Contains(got, tt.want) {
			t.Errorf("%s: the test failed with %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestSpec sends what only the OpenAPI description knows to be wrong.
func TestSpec(t *testing.T) {
	t.Parallel()
	fakeserver.RequireDescription(t, "openai-openapi.json")
	for _, tt := range []struct {
		name, body string
		wrong      bool
	}{
		{"nothing", ask(true, `"temperature":0.2`, `"max_completion_tokens":5`, `"stream_options":{"include_usage":true}`), false},
		{"a field that there is not", ask(true, `"temprature":0.2`), true},
		{"too hot", ask(true, `"temperature":7`), true},
		{"a role that is none", `{"model":"fake-model","messages":[{"role":"narrator","content":"x"}]}`, true},
		{"no content", `{"model":"fake-model","messages":[{"role":"user"}]}`, true},
		{"a bound that is a text", ask(true, `"max_completion_tokens":"many"`), true},
		{"a format that is none", ask(true, `"response_format":{"type":"xml"}`), true},
	} {
		failures := failing(t, fakellm.Options{}, tt.body)
		if wrong := strings.Contains(failures, "OpenAPI"); wrong != tt.wrong {
			t.Errorf("%s: the test failed with %q", tt.name, failures)
		}
		if failures := failing(t, fakellm.Options{NoSpec: true}, tt.body); failures != "" {
			t.Errorf("%s: the test failed without the description: %q", tt.name, failures)
		}
	}
}
