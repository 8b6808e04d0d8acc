package llm

import (
	"errors"
	"fmt"
	"log/slog"
	"math"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sherpa/answer"
	"sherpa/internal/fakellm"
)

// embedder returns an Embedder of a fake server, and closes it with the test.
func embedder(tb testing.TB, s *fakellm.Server, change func(*EmbedOptions)) *Embedder {
	tb.Helper()
	o := EmbedOptions{
		BaseURL: s.APIURL(), Model: fakellm.DefaultModel, APIKey: canary,
		Batch: 3 * time.Second, Question: 2 * time.Second,
	}
	if change != nil {
		change(&o)
	}
	e, err := NewEmbedder(o)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(e.Close)
	return e
}

// vectorOf is the vector that the fake server makes of a text.
func vectorOf(text string) []float32 {
	var v []float32
	for _, x := range fakellm.Vector(text, fakellm.DefaultDimension) {
		v = append(v, float32(x))
	}
	return v
}

// nearly ignores what is lost where a number is written down.
var nearly = cmp.Comparer(func(x, y float32) bool { return math.Abs(float64(x-y)) < 1e-6 })

func TestEmbed(t *testing.T) {
	t.Parallel()
	s := fakellm.New(t, fakellm.Options{Key: canary})
	e := embedder(t, s, func(o *EmbedOptions) { o.QuestionPrefix, o.PassagePrefix = "query: ", "passage: " })
	texts := []string{"The ferry reached Norvik.", "Wheat and gas.", "A\x00 bidi\u202e text"}
	got, err := e.Embed(t.Context(), texts)
	if err != nil {
		t.Fatal(err)
	}
	want := [][]float32{vectorOf("passage: " + texts[0]), vectorOf("passage: " + texts[1]), vectorOf("passage: A bidi text")}
	if diff := cmp.Diff(want, got, nearly); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	question, err := e.EmbedQuestion(t.Context(), asked)
	if diff := cmp.Diff(vectorOf("query: "+asked), question, nearly); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	if none, err := e.Embed(t.Context(), nil); len(none) != 0 || err != nil || s.Count() != 2 {
		t.Errorf("nothing to embed gives %v, %v after %d calls", none, err, s.Count())
	}
}

// TestEmbedRequest shows what a server is sent, and that it is not who asked.
func TestEmbedRequest(t *testing.T) {
	t.Parallel()
	s := fakellm.New(t, fakellm.Options{})
	e := embedder(t, s, func(o *EmbedOptions) { o.Dimension = 32 })
	v, err := e.EmbedQuestion(t.Context(), asked)
	if err != nil || len(v) != 32 {
		t.Fatalf("%d numbers, %v", len(v), err)
	}
	call := s.Embeddings()[0]
	want := `{"dimensions":32,"encoding_format":"float","input":["` + asked + `"],"model":"` + fakellm.DefaultModel + `"}`
	if diff := cmp.Diff(want, strings.TrimSpace(string(call.Body))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if agent := call.Header.Get("User-Agent"); !strings.HasPrefix(agent, "sherpa/") {
		t.Errorf("User-Agent is %q", agent)
	}
}

func TestEmbedInRequestsOfBoundedSize(t *testing.T) {
	t.Parallel()
	s := fakellm.New(t, fakellm.Options{})
	e := embedder(t, s, nil)
	for _, tt := range []struct {
		name, text  string
		n           int
		sizes       []int
		longestSent int
	}{
		{"many short ones", "word", 150, []int{64, 64, 22}, 4},
		{"long ones", strings.Repeat("wörd ", 1000), 14, []int{6, 6, 2}, 5000},
		{"one beyond all", strings.Repeat("ü", 100_000), 1, []int{1}, maxPoints},
	} {
		before := len(s.Embeddings())
		vectors, err := e.Embed(t.Context(), slices.Repeat([]string{tt.text}, tt.n))
		if err != nil || len(vectors) != tt.n {
			t.Errorf("%s: %d vectors, %v", tt.name, len(vectors), err)
		}
		var sizes []int
		for _, c := range s.Embeddings()[before:] {
			sizes = append(sizes, len(c.Inputs))
			if n := len([]rune(c.Inputs[0])); n != tt.longestSent {
				t.Errorf("%s: a text of %d code points was sent", tt.name, n)
			}
		}
		if diff := cmp.Diff(tt.sizes, sizes); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// vectors is a reply with these vectors, written as a server would.
func vectors(data string) fakellm.Reply {
	return fakellm.Reply{Status: http.StatusOK, Body: `{"object":"list","data":[` + data + `],"model":"m","usage":{"prompt_tokens":8,"total_tokens":8}}`}
}

// TestEmbedReplies: vectors stand in the order of their texts, or there are none.
func TestEmbedReplies(t *testing.T) {
	t.Parallel()
	right := [][]float32{{1, 0}, {0, -0.5}}
	for _, tt := range []struct {
		name  string
		reply fakellm.Reply
		want  [][]float32
	}{
		{"in order", vectors(`{"index":0,"embedding":[1,0]},{"index":1,"embedding":[0,-0.5]}`), right},
		{"out of order", vectors(`{"index":1,"embedding":[0,-5e-1]},{"index":0,"embedding":[1.0,0]}`), right},
		{"without places", vectors(`{"embedding":[1,0]},{"embedding":[0,-0.5]}`), right},
		{"a byte order mark", fakellm.Reply{Status: 200, Body: "\ufeff" + vectors(`{"index":0,"embedding":[1,0]},{"index":1,"embedding":[0,-0.5]}`).Body}, right},
		{"too few", vectors(`{"index":0,"embedding":[1,0]}`), nil},
		{"too many", vectors(`{"index":0,"embedding":[1,0]},{"index":1,"embedding":[1,0]},{"index":2,"embedding":[1,0]}`), nil},
		{"one place twice", vectors(`{"index":0,"embedding":[1,0]},{"index":0,"embedding":[1,0]}`), nil},
		{"a place beyond", vectors(`{"index":0,"embedding":[1,0]},{"index":2,"embedding":[1,0]}`), nil},
		{"a place before", vectors(`{"index":0,"embedding":[1,0]},{"index":-1,"embedding":[1,0]}`), nil},
		{"empty vectors", vectors(`{"index":0,"embedding":[]},{"index":1,"embedding":[]}`), nil},
		{"an empty vector", vectors(`{"index":0,"embedding":[1,0]},{"index":1,"embedding":[]}`), nil},
		{"no vector", vectors(`{"index":0,"embedding":[1,0]},{"index":1}`), nil},
		{"other lengths", vectors(`{"index":0,"embedding":[1,0]},{"index":1,"embedding":[1,0,0]}`), nil},
		{"null for a number", vectors(`{"index":0,"embedding":[1,0]},{"index":1,"embedding":[null,1]}`), nil},
		{"NaN", vectors(`{"index":0,"embedding":[1,0]},{"index":1,"embedding":[NaN,1]}`), nil},
		{"beyond 32 bits", vectors(`{"index":0,"embedding":[1,0]},{"index":1,"embedding":[1e39,1]}`), nil},
		{"a word for a number", vectors(`{"index":0,"embedding":[1,0]},{"index":1,"embedding":["1",1]}`), nil},
		{"base64", vectors(`{"index":0,"embedding":"AACAPwAAAAA="},{"index":1,"embedding":"AACAPwAAAAA="}`), nil},
		{"an error", fakellm.Reply{Status: 200, Body: `{"error":{"message":"overloaded"}}`}, nil},
		{"a page", fakellm.Reply{Status: 200, Body: "<html><body>Welcome</body></html>"}, nil},
		{"null", fakellm.Reply{Status: 200, Body: "null"}, nil},
		{"nothing", fakellm.Reply{Status: 200, Body: ""}, nil},
		{"too much", fakellm.Reply{Status: 200, Body: `{"data":[`, BodyEnd: strings.Repeat(" ", 1<<16), BodyTimes: 1 << 9}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := fakellm.New(t, fakellm.Options{})
			s.ScriptPath(fakellm.PathEmbeddings, tt.reply)
			got, err := embedder(t, s, nil).Embed(t.Context(), []string{"one", "two"})
			if diff := cmp.Diff(tt.want, got); diff != "" || (err == nil) != (tt.want != nil) {
				t.Errorf("%v (-want +got):\n%s", err, diff)
			}
			if e, ok := errors.AsType[*EmbedError](err); err != nil && (!ok || e.Reason != answer.ReasonIncomplete && tt.name != "an error") {
				t.Errorf("the error is %#v", err)
			}
		})
	}
}

// TestEmbedAnotherDimension: once a model has made vectors of a dimension, another
// one is not the same model's.
func TestEmbedAnotherDimension(t *testing.T) {
	t.Parallel()
	s := fakellm.New(t, fakellm.Options{})
	e := embedder(t, s, nil)
	s.ScriptPath(fakellm.PathEmbeddings, vectors(`{"embedding":[1,0]}`), vectors(`{"embedding":[1,0,0]}`))
	if _, err := e.Embed(t.Context(), []string{"one"}); err != nil {
		t.Fatal(err)
	}
	if v, err := e.EmbedQuestion(t.Context(), "one"); err == nil {
		t.Errorf("got %v", v)
	}
	asked := embedder(t, s, func(o *EmbedOptions) { o.Dimension = 5 })
	s.ScriptPath(fakellm.PathEmbeddings, vectors(`{"embedding":[1,0,0]}`))
	if v, err := asked.EmbedQuestion(t.Context(), "one"); err == nil {
		t.Errorf("asked for 5 numbers, got %v", v)
	}
}

// TestEmbedIsPaidFor: everything that is sent is counted, with what its server
// says or more, and nothing is sent beyond the cap.
func TestEmbedIsPaidFor(t *testing.T) {
	t.Parallel()
	price := 0.5
	costs := func(tokens int) Spend { return Spend{PromptTokens: tokens, MicroUSD: int64(tokens+1) / 2} }
	for _, tt := range []struct {
		name  string
		usage fakellm.Usage
		want  Spend
	}{
		{"told", fakellm.Usage{Prompt: 1000}, Spend{PromptTokens: 1000, MicroUSD: 500}},
		{"nothing told", fakellm.Usage{Missing: true}, costs(measured(asked).many + perMessage)},
		{"too little told", fakellm.Usage{Prompt: 1}, costs(measured(asked).few + 1)},
	} {
		ledger := NewMemoryLedger(Caps{All: Cap{Tokens: 1}}, nil)
		var seen []Observation
		s := fakellm.New(t, fakellm.Options{})
		e := embedder(t, s, func(o *EmbedOptions) {
			o.Price, o.Ledger, o.Observe = &price, ledger, func(o Observation) { o.Duration = 0; seen = append(seen, o) }
		})
		s.ScriptPath(fakellm.PathEmbeddings, fakellm.Reply{Usage: &tt.usage})
		if _, err := e.EmbedQuestion(t.Context(), asked); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, ledger.Spent(AccountAll, "")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
		if _, err := e.Embed(t.Context(), []string{asked}); !errors.Is(err, ErrOverBudget) || s.Count() != 1 {
			t.Errorf("%s: %v after %d calls, want ErrOverBudget after 1", tt.name, err, s.Count())
		}
		want := []Observation{{Outcome: "ok", Attempts: 1, Spent: tt.want}, {Outcome: string(answer.ReasonBudget)}}
		if diff := cmp.Diff(want, seen); diff != "" {
			t.Errorf("%s: observed (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestNewEmbedder(t *testing.T) {
	t.Parallel()
	for name, o := range map[string]EmbedOptions{
		"no model":      {BaseURL: "https://api.example/v1"},
		"plain http":    {BaseURL: "http://api.example/v1", Model: "m"},
		"a broken key":  {BaseURL: "https://api.example/v1", Model: "m", APIKey: canary + "\n"},
		"a dimension":   {BaseURL: "https://api.example/v1", Model: "m", Dimension: maxDimension + 1},
		"no dimension":  {BaseURL: "https://api.example/v1", Model: "m", Dimension: -1},
		"a wrong price": {BaseURL: "https://api.example/v1", Model: "m", Price: new(float64(-1))},
	} {
		e, err := NewEmbedder(o)
		if err == nil {
			e.Close()
			t.Errorf("%s is taken", name)
			continue
		}
		if strings.Contains(strings.ReplaceAll(err.Error(), "llm.allow_http", ""), "llm.") || strings.Contains(err.Error(), canary) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestEmbedderNames: what gives other vectors has another name.
func TestEmbedderNames(t *testing.T) {
	t.Parallel()
	names := map[string]bool{}
	for _, o := range []EmbedOptions{
		{Model: "m"},
		{Model: "n"},
		{Model: "m", Dimension: 256},
		{Model: "m", PassagePrefix: "passage: "},
		{Model: "m", PassagePrefix: "text: "},
		{Model: "m", Dimension: 256, PassagePrefix: "text: "},
	} {
		names[o.name()] = true
	}
	if len(names) != 6 {
		t.Errorf("names: %v", names)
	}
	if same := (EmbedOptions{Model: "m", QuestionPrefix: "query: ", BaseURL: "https://b.example"}); same.name() != "m" {
		t.Errorf("name %q", same.name())
	}
}

// TestEmbedLog: the log tells of the server's state, and nothing of texts or keys.
func TestEmbedLog(t *testing.T) {
	t.Parallel()
	var log strings.Builder
	s := fakellm.New(t, fakellm.Options{})
	e := embedder(t, s, func(o *EmbedOptions) {
		o.Limits.Failures, o.Log = 1, slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	})
	s.ScriptPath(fakellm.PathEmbeddings, fakellm.Reply{Status: 500, Body: asked + canary})
	if _, err := e.EmbedQuestion(t.Context(), asked); err == nil {
		t.Fatal("no error")
	}
	if got := log.String(); !strings.Contains(got, "for=vectors") || strings.Contains(got, canary) || strings.Contains(got, asked[:20]) {
		t.Errorf("log:\n%s", got)
	}
}

func ExampleEmbedder() {
	_, err := NewEmbedder(EmbedOptions{BaseURL: "http://models.example/v1", Model: "m"})
	fmt.Println(err)
	// Output: model of vectors: embedding.base_url begins with https:// (http:// only for this machine, or with llm.allow_http)
}

// FuzzEmbeddings: whatever a server says, there is one vector of finite numbers
// for each text, or a fault.
func FuzzEmbeddings(f *testing.F) {
	for _, seed := range []string{
		vectors(`{"index":1,"embedding":[0,-5e-1]},{"index":0,"embedding":[1.0,0]}`).Body, vectors(`{"embedding":[1]},{"embedding":[null]}`).Body,
		`{"data":[{"index":0,"embedding":[]},{}],"usage":{"prompt_tokens":-1}}`, `{"error":{"message":"no"}}`, "null", "[]", "\ufeff{}", `{"data":[{"index":1e9}]}`,
	} {
		f.Add([]byte(seed))
	}
	e, err := NewEmbedder(EmbedOptions{BaseURL: "https://api.example/v1", Model: "m"})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, object []byte) {
		e.dimension.Store(0)
		r := e.request([]string{"one", "two"}, "", 0)
		got, fault := readEmbeddings(object, r.cleaner())
		if fault != nil {
			return
		}
		vectors, fault := r.take(got)
		if fault != nil {
			return
		}
		if len(vectors) != 2 || len(vectors[0]) == 0 || len(vectors[0]) != len(vectors[1]) {
			t.Fatalf("%v", vectors)
		}
		for _, x := range slices.Concat(vectors...) {
			if math.IsNaN(float64(x)) || math.IsInf(float64(x), 0) {
				t.Errorf("the number %v", x)
			}
		}
	})
}
