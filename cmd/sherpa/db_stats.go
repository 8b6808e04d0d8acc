package main

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"sherpa/store"
)

type dbStatsCmd struct {
	JSON bool `name:"json" help:"Print JSON."`
}

// Run counts.
func (c dbStatsCmd) Run(ctx context.Context, a *app) error {
	return a.withStore(ctx, func(st *store.Store) error {
		counted, err := st.Stats(ctx)
		if err != nil {
			return err
		}
		days, err := st.SpendingAll(ctx, time.Time{})
		if err != nil {
			return err
		}
		vectors, err := st.VectorStats(ctx)
		if err != nil {
			return err
		}
		stats := storeStats{Stats: counted, LLM: spendingOf(days, clock()), Vectors: vectors}
		return a.show(c.JSON, stats, func(view) string { return renderStats(stats) })
	})
}

// storeStats are the store's counts, and what a language model took, if one was
// ever used.
type storeStats struct {
	store.Stats
	LLM *spending `json:"llm,omitempty"`
	// Vectors are those of passages, by model, if any were made.
	Vectors []store.ModelVectors `json:"vectors,omitempty"`
}

// spending is what a language model took of late. Days are those of UTC.
type spending struct {
	Today spent `json:"today"`
	Month spent `json:"last_30_days"`
}

type spent struct {
	Requests         int `json:"requests"`
	PromptTokens     int `json:"prompt_tokens"`
	CompletionTokens int `json:"completion_tokens"`
	// CostUSD is 0 where no prices are known.
	CostUSD float64 `json:"cost_usd,omitempty"`
	// Fallbacks are the answers that were made without the model, by reason.
	Fallbacks map[string]int `json:"fallbacks,omitempty"`
}

// spendingOf adds days up; nil if there are none.
func spendingOf(days []store.SpendDay, now time.Time) *spending {
	if len(days) == 0 {
		return nil
	}
	since := func(day time.Time) spent {
		from := day.UTC().Format(time.DateOnly)
		return sumOf(slices.DeleteFunc(slices.Clone(days), func(d store.SpendDay) bool { return d.Day < from }))
	}
	return &spending{Today: since(now), Month: since(now.AddDate(0, 0, -29))}
}

func sumOf(days []store.SpendDay) spent {
	sum := spent{Fallbacks: map[string]int{}}
	micro := int64(0)
	for _, d := range days {
		sum.Requests += d.Requests
		sum.PromptTokens += d.PromptTokens
		sum.CompletionTokens += d.CompletionTokens
		micro += d.MicroUSD
		for reason, times := range d.Fallbacks {
			sum.Fallbacks[reason] += times
		}
	}
	sum.CostUSD = float64(micro) / 1e6
	return sum
}

// renderStats lists the store's counts.
func renderStats(s storeStats) string {
	var b strings.Builder
	for _, row := range []struct {
		name  string
		value any
	}{
		{"file", s.Path},
		{"articles", s.Articles},
		{"passages", s.Passages},
		{"words", s.Words},
		{"bytes", s.Bytes},
		{"schema", s.Schema},
		{"version", s.Version},
		{"oldest", s.Oldest},
		{"newest", s.Newest},
	} {
		fmt.Fprintf(&b, "%-9s %v\n", row.name, row.value)
	}
	for _, v := range s.Vectors {
		fmt.Fprintf(&b, "%-9s %d by %s, of %d numbers each\n", "vectors", v.Vectors, v.Model, v.Dimension)
	}
	if s.LLM != nil {
		b.WriteString(renderSpending(*s.LLM))
	}
	return printableLines(b.String())
}

// renderSpending sets today beside the last 30 days.
func renderSpending(s spending) string {
	var b strings.Builder
	row := func(name string, today, month any) { fmt.Fprintf(&b, "%-25s %14v %14v\n", name, today, month) }
	b.WriteByte('\n')
	row("language model", "today", "last 30 days")
	row("requests", s.Today.Requests, s.Month.Requests)
	row("tokens of prompts", s.Today.PromptTokens, s.Month.PromptTokens)
	row("tokens of replies", s.Today.CompletionTokens, s.Month.CompletionTokens)
	if s.Month.CostUSD > 0 {
		row("US dollars", fmt.Sprintf("%.4f", s.Today.CostUSD), fmt.Sprintf("%.4f", s.Month.CostUSD))
	}
	for _, reason := range slices.Sorted(maps.Keys(s.Month.Fallbacks)) {
		row("offline: "+reason, s.Today.Fallbacks[reason], s.Month.Fallbacks[reason])
	}
	return b.String()
}
