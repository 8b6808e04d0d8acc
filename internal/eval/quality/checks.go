package quality

import (
	"context"
	"fmt"

	"sherpa/internal/eval"
)

// Checks are files, beside a set's questions, for what else the engine does over
// the same articles. Each may be empty.
type Checks struct {
	// Claims are held against the articles, Events looked for in their timeline.
	Claims string `yaml:"claims"`
	Events string `yaml:"events"`
	// Misspelt are search queries as meant and as mistyped.
	Misspelt string `yaml:"misspelt"`
}

func (c *Checks) files() []*string { return []*string{&c.Claims, &c.Events, &c.Misspelt} }

// Checked is how many cases of one kind were right.
type Checked struct {
	What  string
	Tally eval.Tally
}

// check runs the files of the set that are there.
func (b *bench) check(ctx context.Context) ([]Checked, error) {
	var all []Checked
	if file := b.set.Checks.Claims; file != "" {
		got, err := eval.CheckClaims(ctx, b.answer, file)
		if err != nil {
			return nil, fmt.Errorf("check claims: %w", err)
		}
		all = append(all, Checked{"claims with the right verdict", got.Verdicts}, Checked{"of those decided, with a right source", got.Sources})
	}
	if file := b.set.Checks.Events; file != "" {
		got, err := eval.CheckTimeline(ctx, b.answer, file)
		if err != nil {
			return nil, fmt.Errorf("look for events: %w", err)
		}
		what := "dated events found by `timeline`, in order"
		if !got.Ordered {
			what = "dated events found by `timeline`, out of order"
		}
		all = append(all, Checked{what, got.Found})
	}
	if file := b.set.Checks.Misspelt; file != "" {
		got, err := eval.CheckMisspelt(ctx, b.search, file)
		if err != nil {
			return nil, fmt.Errorf("search misspelt: %w", err)
		}
		all = append(all, Checked{"misspelt queries that keep their first hit", got})
	}
	return all, nil
}
