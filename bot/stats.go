package bot

import (
	"context"
	"strings"
	"time"

	"sherpa/bot/customid"
	"sherpa/bot/payload"
	"sherpa/bot/render"
	"sherpa/store"
)

const (
	// maxGaps is how many unanswered topics are listed.
	maxGaps = 100
	// statsDays is how many days the statistics tell of.
	statsDays = 30
	// mostPercent is how many percent of the questions count as most.
	mostPercent = 95
)

// gaps lists what was asked and not found in the articles.
func (b *Bot) gaps(ctx context.Context, w who, page int) (shown, error) {
	all, err := b.ledger.Gaps(ctx, w.guildID, maxGaps)
	if err != nil {
		return shown{}, wrap("list the gaps", err)
	}
	items := make([]render.Item, 0, len(all))
	for _, g := range all {
		note := joined(w.say.Count("settings.gap_times", g.Times), w.say.Say("settings.gap_last", "Date", w.say.Day(g.Last)))
		items = append(items, render.Item{Text: g.Topic, Note: note})
	}
	turn := customid.ID{Action: customid.GapsPage, Asker: w.user.ID}
	pages := render.In(w.say).List(w.say.Count("settings.gaps", len(all)), w.say.Say("settings.gaps_none"), items, turn)
	return done(pages.Private().Page(page)), nil
}

// stats tells how a server's questions fared in the last days.
func (b *Bot) stats(ctx context.Context, w who) (shown, error) {
	since := b.now().Add(-statsDays * 24 * time.Hour)
	days, err := b.ledger.Tallies(ctx, w.guildID, since)
	if err != nil {
		return shown{}, wrap("read the statistics", err)
	}
	lines, sum := []string{w.say.Say("settings.stats_none")}, sumOf(days)
	if sum.Asked > 0 {
		model, err := b.modelStats(ctx, w, since)
		if err != nil {
			return shown{}, err
		}
		lines = append(statsLines(w, sum), model...)
	}
	return done(payload.Message{Content: strings.Join(lines, "\n"), Ephemeral: true}), nil
}

func statsLines(w who, t store.Tally) []string {
	number, share := w.say.Number, func(n int) string { return w.say.Percent(float64(n) / float64(t.Asked)) }
	return []string{
		w.say.Count("settings.stats", statsDays),
		w.say.Say("settings.stats_asked", "Number", number(t.Asked)),
		w.say.Say("settings.stats_answered", "Number", number(t.Answered), "Share", share(t.Answered)),
		w.say.Say("settings.stats_refused", "Number", number(t.Refused), "Share", share(t.Refused)),
		w.say.Say("settings.stats_failed", "Number", number(t.Failed), "Share", share(t.Failed)),
		joined(w.say.Say("settings.stats_time", "Mean", seconds(w, t.LatencySum/time.Duration(t.Asked)), "Slowest", seconds(w, t.Slowest)), within(w, t)),
		w.say.Say("settings.stats_votes", "Up", number(t.Up), "Down", number(t.Down)),
	}
}

// sumOf adds days up.
func sumOf(days []store.Tally) store.Tally {
	var t store.Tally
	for _, d := range days {
		t.Asked += d.Asked
		t.Answered += d.Answered
		t.Refused += d.Refused
		t.Failed += d.Failed
		t.Up += d.Up
		t.Down += d.Down
		t.LatencySum += d.LatencySum
		t.Slowest = max(t.Slowest, d.Slowest)
		t.Latencies.Add(d.Latencies)
	}
	return t
}

// within tells how fast the most were, where that was counted.
func within(w who, t store.Tally) string {
	half, most := t.Within(50), t.Within(mostPercent)
	if most == 0 {
		return ""
	}
	return w.say.Say("settings.stats_within", "Half", seconds(w, half), "Share", w.say.Percent(mostPercent/100.), "Most", seconds(w, most))
}

// seconds tells a time, rounded up, for most are bounds.
func seconds(w who, d time.Duration) string {
	digits, least := 1, 100*time.Millisecond
	if d < time.Second {
		digits, least = 2, 10*time.Millisecond
	}
	d = (d + least - 1).Truncate(least)
	return w.say.Say("settings.stats_seconds", "Seconds", w.say.Decimal(d.Seconds(), digits))
}
