package bot

import (
	"context"
	"time"

	"sherpa/answer"
	"sherpa/store"
)

// countFallback counts an answer that was shown without the model that there is.
func (b *Bot) countFallback(guildID string, use *answer.LLMUse) {
	if use == nil || use.FallbackReason == "" {
		return
	}
	b.metrics.Fallback(use.FallbackReason)
	if b.Spending != nil {
		b.record("fallback", func(ctx context.Context) error { return b.Spending.CountFallback(ctx, guildID, use.FallbackReason) })
	}
}

// spent is what a model took in some days.
type spent struct {
	store.Spend
	requests, fallbacks int
}

func (s *spent) add(d store.SpendDay) {
	s.requests += d.Requests
	s.PromptTokens += d.PromptTokens
	s.CompletionTokens += d.CompletionTokens
	s.MicroUSD += d.MicroUSD
	for _, times := range d.Fallbacks {
		s.fallbacks += times
	}
}

func (s *spent) tokens() int { return s.PromptTokens + s.CompletionTokens }

// usd is the cost in US dollars.
func (s *spent) usd() float64 { return float64(s.MicroUSD) / 1e6 }

// spentIn adds days up, and those of today apart.
func spentIn(days []store.SpendDay, today string) (all, now spent) {
	for _, d := range days {
		all.add(d)
		if d.Day == today {
			now.add(d)
		}
	}
	return all, now
}

// usedOf is the part of a cap that is used, at most 1; 0 where there is no cap.
func (s *spent) usedOf(most store.SpendCap) float64 {
	used := 0.0
	if most.Tokens > 0 {
		used = float64(s.tokens()) / float64(most.Tokens)
	}
	if most.MicroUSD > 0 {
		used = max(used, float64(s.MicroUSD)/float64(most.MicroUSD))
	}
	return min(used, 1)
}

func isCapped(c store.SpendCap) bool { return c.Tokens > 0 || c.MicroUSD > 0 }

// modelStats tells what a language model took for a server, and what is left of
// today's cap. Of the others it says no more than that nothing is left for all.
func (b *Bot) modelStats(ctx context.Context, w who, since time.Time) ([]string, error) {
	if b.Spending == nil {
		return nil, nil
	}
	days, err := b.Spending.Spending(ctx, w.guildID, since)
	if err != nil {
		return nil, wrap("read what was spent", err)
	}
	ofAll, err := b.Spending.SpendingAll(ctx, b.now())
	if err != nil {
		return nil, wrap("read what all spent", err)
	}
	today := dayOf(b.now())
	month, now := spentIn(days, today)
	_, together := spentIn(ofAll, today)
	lines := []string{
		spentLine(w, w.say.Say("settings.stats_model_today"), now),
		spentLine(w, w.say.Count("settings.stats_model_days", statsDays), month),
	}
	if isCapped(b.Caps.Server) {
		lines = append(lines, w.say.Say("settings.stats_model_cap", "Share", w.say.Percent(now.usedOf(b.Caps.Server))))
	}
	if together.usedOf(b.Caps.All) >= 1 {
		lines = append(lines, w.say.Say("settings.stats_model_cap_all"))
	}
	return lines, nil
}

func spentLine(w who, when string, s spent) string {
	cost := ""
	if s.MicroUSD > 0 {
		cost = w.say.Say("settings.stats_model_cost", "Cost", w.say.Dollars(s.usd()))
	}
	return joined(when,
		w.say.Say("settings.stats_model_requests", "Number", w.say.Number(s.requests)),
		w.say.Say("settings.stats_model_tokens", "Number", w.say.Number(s.tokens())), cost,
		w.say.Say("settings.stats_model_fallbacks", "Number", w.say.Number(s.fallbacks)))
}
