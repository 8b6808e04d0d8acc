package eval

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/answer"
)

// twoMinds answers without the model as one engine does, and with it as another.
type twoMinds struct{ offline, model *scripted }

func (m twoMinds) Ask(ctx context.Context, q answer.Question) (answer.Answer, error) {
	if q.Offline {
		return m.offline.Ask(ctx, q)
	}
	return m.model.Ask(ctx, q)
}

// phrased is what a model made of an answer.
func phrased(a answer.Answer, withheld int, usd float64) answer.Answer {
	a.Mode = answer.ModeLLM
	a.Checked = answer.Checked{Statements: 1 + withheld, Supported: 1, Withheld: withheld}
	a.LLM = &answer.LLMUse{Model: "m-1", PromptTokens: 100, CompletionTokens: 10}
	if usd > 0 {
		a.LLM.CostUSD = &usd
	}
	return a
}

func fellBack(a answer.Answer, why answer.Reason) answer.Answer {
	a.LLM = &answer.LLMUse{Model: "m-1", PromptTokens: 7, FallbackReason: string(why)}
	return a
}

// compared are four questions: one that the model mends, one that it spoils, one
// for which it fails, and one for which it is not asked.
func compared(t *testing.T) (twoMinds, Options) {
	t.Helper()
	wrong, right := timed(said("a: One."), 2, 0.5), timed(said("a: Two."), 2, 0.5)
	declined := timed(abstained, 9, 0.5)
	declined.LLM = &answer.LLMUse{Model: "m-1", PromptTokens: 50, CompletionTokens: 5}
	minds := twoMinds{
		&scripted{answers: map[string]answer.Answer{"mended": wrong, "spoilt": right, "failed": right, "none": abstained}},
		&scripted{answers: map[string]answer.Answer{
			"mended": timed(phrased(right, 2, 0.25), 30, 0.5), "spoilt": declined,
			"failed": timed(fellBack(right, answer.ReasonTimeout), 40, 0.5), "none": abstained,
		}},
	}
	return minds, Options{Engine: Engine{Asker: minds}, Files: []string{questionFile(t,
		`{"id":"1","question":"mended","answers":["two"]}`, `{"id":"2","question":"spoilt","answers":["two"]}`,
		`{"id":"3","question":"failed","answers":["two"]}`, `{"id":"4","question":"none","answerable":false}`)}}
}

func TestCompare(t *testing.T) {
	t.Parallel()
	minds, opts := compared(t)
	var steps []int
	opts.Progress = func(done, total int) { steps = append(steps, 10*done+total) }
	c, err := Compare(t.Context(), opts)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]int{18, 28, 38, 48, 58, 68, 78, 88}, steps); diff != "" {
		t.Errorf("progress (-want +got):\n%s", diff)
	}
	quarter := 0.25
	want := ModelUse{
		Model: "m-1", Asked: 3, Phrased: 1, Statements: 3, Withheld: 2, Fallbacks: map[string]int{"timeout": 1},
		PromptTokens: 157, CompletionTokens: 15, CostUSD: &quarter,
	}
	if diff := cmp.Diff(want, c.Use); diff != "" {
		t.Errorf("use (-want +got):\n%s", diff)
	}
	for name, figure := range map[string][2]float64{"right": {0.75, 0.75}, "answered": {1, 2.0 / 3}, "abstain_precision": {1, 0.5}} {
		offline, _ := c.Offline.Metric(name)
		model, _ := c.Model.Metric(name)
		if offline != figure[0] || model != figure[1] {
			t.Errorf("%s: %v and %v, want %v", name, offline, model, figure)
		}
	}
	for _, q := range minds.offline.asked {
		if !q.Offline {
			t.Errorf("%q was asked with the model", q.Text)
		}
	}
	if len(minds.offline.asked) != 4 || len(minds.model.asked) != 4 {
		t.Errorf("%d and %d questions", len(minds.offline.asked), len(minds.model.asked))
	}
}

// TestCompareConversations has each run go on from its own answers.
func TestCompareConversations(t *testing.T) {
	t.Parallel()
	minds := twoMinds{
		&scripted{answers: map[string]answer.Answer{"Who?": said("a: He."), "And he?": abstained}},
		&scripted{answers: map[string]answer.Answer{"Who?": phrased(said("a: She."), 0, 0), "And he?": abstained}},
	}
	_, err := Compare(t.Context(), Options{Engine: Engine{Asker: minds}, Files: []string{questionFile(t,
		`{"thread":"t","question":"Who?"}`, `{"thread":"t","question":"And he?"}`)}})
	if err != nil {
		t.Fatal(err)
	}
	for want, s := range map[string]*scripted{"He.": minds.offline, "She.": minds.model} {
		if before := s.asked[1].History; len(before) != 1 || before[0].Answer.Statements[0].Text != want {
			t.Errorf("the conversation is %+v, want %q", before, want)
		}
	}
}

func TestComparisonAsJSON(t *testing.T) {
	t.Parallel()
	_, opts := compared(t)
	c, err := Compare(t.Context(), opts)
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Questions int
		Right     float64
		Answered  float64
		LLM       map[string]any `json:"llm"`
		Offline   struct {
			Questions int
			Answered  float64
			LLM       any `json:"llm"`
		}
	}
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	if got.Questions != 4 || got.Answered == got.Offline.Answered || got.Offline.Questions != 4 || got.Offline.LLM != nil {
		t.Errorf("%+v", got)
	}
	want := map[string]any{
		"model": "m-1", "asked": 3.0, "phrased": 1.0, "statements": 3.0, "withheld": 2.0, "fallbacks": map[string]any{"timeout": 1.0},
		"prompt_tokens": 157.0, "completion_tokens": 15.0, "cost_usd": 0.25,
	}
	if diff := cmp.Diff(want, got.LLM); diff != "" {
		t.Errorf("llm (-want +got):\n%s", diff)
	}
}

func TestComparisonTable(t *testing.T) {
	t.Parallel()
	_, opts := compared(t)
	c, err := Compare(t.Context(), opts)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := c.WriteTable(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"4 questions\n\n                                        offline        model      n  name\n",
		"answered right                            0.750        0.750      4  right\n",
		"answerable questions answered             1.000        0.667      3  answered\n",
		"latency p99                             2.00 ms     40.00 ms      4  p99_ms\n",
		"\nlanguage model                     m-1\n" +
			"phrased                            1 of 3 questions for which it was asked\n" +
			"withheld                           2 of 3 statements\n" +
			"offline: timeout                   1\n" +
			"tokens                             157 in, 15 out\n" +
			"US dollars                         0.2500\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in:\n%s", want, b.String())
		}
	}
	c.Use.CostUSD = nil
	b.Reset()
	if err := c.WriteTable(&b); err != nil || strings.Contains(b.String(), "dollars") {
		t.Errorf("money without prices (%v):\n%s", err, b.String())
	}
	for line := range strings.Lines(b.String()) {
		if len(line) > 101 {
			t.Errorf("%d columns: %s", len(line)-1, line)
		}
	}
}

// TestCompareFails says in which of the two runs.
func TestCompareFails(t *testing.T) {
	t.Parallel()
	for want, unscripted := range map[string]func(twoMinds) *scripted{
		"without the language model: ": func(m twoMinds) *scripted { return m.offline },
		"with the language model: ":    func(m twoMinds) *scripted { return m.model },
	} {
		minds, opts := compared(t)
		delete(unscripted(minds).answers, "failed")
		if _, err := Compare(t.Context(), opts); !errors.Is(err, errUnscripted) || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}
