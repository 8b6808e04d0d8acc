package eval

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"sherpa/answer"
)

// Comparison holds what the same questions gave without a language model and
// with it.
type Comparison struct {
	Offline, Model Report
	Use            ModelUse
}

// ModelUse is what a language model did over a run.
type ModelUse struct {
	// Model is its name, empty where it was never asked.
	Model string `json:"model"`
	// Asked counts the questions for which it was asked, Phrased those of them
	// whose answer is the model's.
	Asked   int `json:"asked"`
	Phrased int `json:"phrased"`
	// Statements counts what it said in those answers, Withheld what of it was
	// not borne out by what it cites.
	Statements int `json:"statements"`
	Withheld   int `json:"withheld"`
	// Fallbacks counts by reason the answers that were not the model's.
	Fallbacks        map[string]int `json:"fallbacks"`
	PromptTokens     int            `json:"prompt_tokens"`
	CompletionTokens int            `json:"completion_tokens"`
	// CostUSD is nil where no prices are known.
	CostUSD *float64 `json:"cost_usd,omitempty"`
}

// Compare asks every question twice: without the language model, and with it.
// Progress counts both.
func Compare(ctx context.Context, opts Options) (Comparison, error) {
	offline, model := opts, opts
	offline.Offline = true
	if tell := opts.Progress; tell != nil {
		offline.Progress = func(done, total int) { tell(done, 2*total) }
		model.Progress = func(done, total int) { tell(total+done, 2*total) }
	}
	var c Comparison
	var err error
	if c.Offline, err = Run(ctx, offline); err != nil {
		return c, fmt.Errorf("without the language model: %w", err)
	}
	if c.Model, err = Run(ctx, model); err != nil {
		return c, fmt.Errorf("with the language model: %w", err)
	}
	c.Use = useOf(c.Model.Outcomes)
	return c, nil
}

func useOf(outcomes []Outcome) ModelUse {
	u := ModelUse{Fallbacks: map[string]int{}}
	for i := range outcomes {
		u.add(&outcomes[i].Answer)
	}
	return u
}

func (u *ModelUse) add(a *answer.Answer) {
	if a.LLM == nil {
		return
	}
	u.Model = a.LLM.Model
	u.Asked++
	u.PromptTokens += a.LLM.PromptTokens
	u.CompletionTokens += a.LLM.CompletionTokens
	if cost := a.LLM.CostUSD; cost != nil {
		sum := *cost
		if u.CostUSD != nil {
			sum += *u.CostUSD
		}
		u.CostUSD = &sum
	}
	if a.LLM.FallbackReason != "" {
		u.Fallbacks[a.LLM.FallbackReason]++
	}
	if a.Mode == answer.ModeLLM {
		u.Phrased++
		u.Statements += a.Checked.Statements
		u.Withheld += a.Checked.Withheld
	}
}

// MarshalJSON writes the report of the run with the model, and besides it
// "offline", the report of the one without, and "llm", what the model did.
func (c Comparison) MarshalJSON() ([]byte, error) {
	data, err := json.Marshal(c.Model)
	if err != nil {
		return nil, err
	}
	out := map[string]any{}
	if err := json.Unmarshal(data, &out); err != nil {
		return nil, err
	}
	out["offline"], out["llm"] = c.Offline, c.Use
	return json.Marshal(out)
}

// WriteTable writes the figures of both runs side by side, and what the model did.
func (c Comparison) WriteTable(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%d questions\n\n%-34s %12s %12s %6s  %s\n", c.Model.Overall.Questions, "", "offline", "model", "n", "name")
	for _, f := range c.Model.Overall.Figures {
		m, _ := MetricNamed(f.Name)
		offline := "-"
		if g, ok := c.Offline.Overall.Figure(f.Name); ok {
			offline = g.Text()
		}
		fmt.Fprintf(&b, "%-34s %12s %12s %6d  %s\n", m.Title, offline, f.Text(), f.N, f.Name)
	}
	c.Use.write(&b)
	writeMisses(&b, c.Model.Misses())
	_, err := io.WriteString(w, b.String())
	return err
}

func (u ModelUse) write(b *strings.Builder) {
	fmt.Fprintf(b, "\n%-34s %s\n", "language model", u.Model)
	fmt.Fprintf(b, "%-34s %d of %d questions for which it was asked\n", "phrased", u.Phrased, u.Asked)
	fmt.Fprintf(b, "%-34s %d of %d statements\n", "withheld", u.Withheld, u.Statements)
	for _, reason := range slices.Sorted(maps.Keys(u.Fallbacks)) {
		fmt.Fprintf(b, "%-34s %d\n", "offline: "+reason, u.Fallbacks[reason])
	}
	fmt.Fprintf(b, "%-34s %d in, %d out\n", "tokens", u.PromptTokens, u.CompletionTokens)
	if u.CostUSD != nil {
		fmt.Fprintf(b, "%-34s %.4f\n", "US dollars", *u.CostUSD)
	}
}
