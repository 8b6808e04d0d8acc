package bot_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sherpa/answer"
	"sherpa/bot"
	"sherpa/internal/fakediscord"
	"sherpa/store"
)

var _ bot.Spending = (*store.Store)(nil)

// day is a day of the statistics, so many before today.
func day(before int) string {
	return time.Now().UTC().AddDate(0, 0, -before).Format(time.DateOnly)
}

// spends notes what a model took.
func (r *rig) spends(guildID, day string, tokens int, microUSD int64) {
	r.Helper()
	_, err := r.store.ReserveSpend(r.Context(), store.SpendKey{Day: day, GuildID: guildID, UserHash: "h"}, store.Spend{PromptTokens: tokens, MicroUSD: microUSD}, store.SpendCaps{})
	if err != nil {
		r.Fatal(err)
	}
}

// modelled has a model that never answers, for one reason or another.
func modelled(caps store.SpendCaps) func(*bot.Options) {
	return func(o *bot.Options) {
		real := o.Asker
		o.Spending, o.Caps = o.Ledger.(*store.Store), caps
		o.Asker = askers{real, func(ctx context.Context, q answer.Question) (answer.Answer, error) {
			a, err := real.Ask(ctx, bot.Scope{Default: true}, q)
			a.LLM = &answer.LLMUse{Model: "m", FallbackReason: string(answer.ReasonTimeout)}
			return a, err
		}}
	}
}

func TestModelStatistics(t *testing.T) {
	t.Parallel()
	caps := store.SpendCaps{Server: store.SpendCap{Tokens: 10_000, MicroUSD: 50_000}, All: store.SpendCap{Tokens: 1_000_000}}
	r := start(t, modelled(caps))
	r.contains(r.use(admin(), "settings stats"), "Nobody asked")
	r.contains(r.ask(at(bob), asked), "Offline: the AI took too long")
	r.ask(alone(bob), asked) // counts for no server
	r.spends(guild, day(0), 1_500, 20_000)
	r.spends(guild, day(5), 4_000, 1_030_000)
	r.spends(guild, day(31), 1_000_000, 0) // too long ago
	r.spends(other, day(0), 900_000, 0)
	var m fakediscord.Message
	r.eventually("the statistics", func() bool {
		m = r.use(admin(), "settings stats")
		return strings.Contains(m.Content, "answers without it: 1")
	})
	r.contains(m, "AI today · requests: 1 · tokens: 1,500 · cost: $0.020 · answers without it: 1\n",
		"AI in the last 30 days · requests: 2 · tokens: 5,500 · cost: $1.05 · answers without it: 1\n",
		"Used of what this server may spend on AI today: 40%")
	if !m.Ephemeral() || strings.Contains(m.Content, "all servers") || strings.Contains(m.Content, "900") {
		t.Errorf("it tells of others: %q", m.Content)
	}
	r.spends(other, day(0), 100_000, 0)
	r.contains(r.use(admin(), "settings stats"), "What all servers together may spend on AI today is used up.")
}

// TestModelInDirectMessages: what a model took is kept there too, and no word.
func TestModelInDirectMessages(t *testing.T) {
	t.Parallel()
	cost := 0.25
	use := answer.LLMUse{Model: "m", PromptTokens: 700, CompletionTokens: 30, CostUSD: &cost, FallbackReason: string(answer.ReasonTimeout)}
	r := start(t, func(o *bot.Options) {
		real := o.Asker
		o.Asker = askers{real, func(ctx context.Context, q answer.Question) (answer.Answer, error) {
			a, err := real.Ask(ctx, bot.Scope{Default: true}, q)
			a.LLM = &use
			return a, err
		}}
	})
	r.ask(alone(bob), asked)
	var kept answer.Answer
	r.eventually("the record", func() bool {
		data, err := r.opts.Privacy.Kept(t.Context(), bob)
		return err == nil && len(data.Answers) == 1 && json.Unmarshal(data.Answers[0].Answer, &kept) == nil
	})
	if diff := cmp.Diff(&use, kept.LLM); diff != "" || kept.Checked.Statements == 0 || kept.Text != "" || len(kept.Statements) > 0 {
		t.Errorf("kept %+v\n%s", kept, diff)
	}
}

// TestModelIsNamed: people are told which model gets their questions, and what of
// it is kept about them.
func TestModelIsNamed(t *testing.T) {
	t.Parallel()
	r := start(t, func(o *bot.Options) { o.Model = "some_model" })
	const gets = `are given to the AI some\_model`
	r.contains(r.use(at(ada), "help"), gets)
	r.contains(r.use(at(ada), "privacy show"), "Nothing is kept about you", gets)
	key := store.SpendKey{Day: day(0), GuildID: guild, UserHash: r.opts.Privacy.Hash(ada)}
	if _, err := r.store.ReserveSpend(t.Context(), key, store.Spend{PromptTokens: 1_200, CompletionTokens: 34, MicroUSD: 5}, store.SpendCaps{}); err != nil {
		t.Fatal(err)
	}
	r.contains(r.use(at(ada), "privacy show"), `kept for two days (tokens: 1,234)`, gets)
	export := r.use(at(ada), "privacy export")
	if data := string(export.Files[0].Data); !strings.Contains(data, `"prompt_tokens": 1200`) || !strings.Contains(data, `"day": "`+day(0)) {
		t.Errorf("export: %s", data)
	}
}

// TestNoModelStatistics: without a model nothing is said of one.
func TestNoModelStatistics(t *testing.T) {
	t.Parallel()
	r := start(t)
	r.ask(at(ada), asked)
	r.eventually("the statistics", func() bool { return strings.Contains(r.use(admin(), "settings stats").Content, "Questions: 1") })
	if m := r.use(admin(), "settings stats"); strings.Contains(m.Content, "AI") {
		t.Errorf("there is no AI: %q", m.Content)
	}
}
