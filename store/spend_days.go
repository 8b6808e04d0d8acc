package store

import (
	"context"
	"time"
)

// SpendDay is what was spent on a language model on one day.
type SpendDay struct {
	// Day is YYYY-MM-DD in UTC.
	Day      string
	Requests int
	Spend
	// Fallbacks counts the answers that were made without the model, by reason.
	Fallbacks map[string]int
}

// CountFallback counts an answer that was made today without the language model,
// for its server, if there is one, and for all together.
func (s *Store) CountFallback(ctx context.Context, guildID, reason string) error {
	if err := checkTexts(maxName, guildID, reason); err != nil {
		return err
	}
	day := dayOf(s.now())
	return s.keep(ctx, "count an answer without the language model", func(tx writeTx) error {
		for _, p := range (SpendKey{GuildID: guildID}).payers(SpendCaps{}) {
			err := tx.exec(`INSERT INTO fallbacks (kind, payer, day, reason, times) VALUES (?, ?, ?, ?, 1)
				ON CONFLICT (kind, payer, day, reason) DO UPDATE SET times = times + 1`, p.kind, p.id, day, reason)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// Spending returns what a server spent on a language model from the day of since
// on, by day. Days without anything are left out.
func (s *Store) Spending(ctx context.Context, guildID string, since time.Time) ([]SpendDay, error) {
	return s.spendDays(ctx, PayerServer, guildID, since)
}

// SpendingAll returns what everybody together spent, as Spending does.
func (s *Store) SpendingAll(ctx context.Context, since time.Time) ([]SpendDay, error) {
	return s.spendDays(ctx, PayerAll, "", since)
}

// spendDays joins a payer's spending and fallbacks as of one moment.
func (s *Store) spendDays(ctx context.Context, kind PayerKind, payer string, since time.Time) ([]SpendDay, error) {
	var list []SpendDay
	err := s.each(ctx, "read what was spent", `
		SELECT day, requests, prompt, completion, micro_usd, '' AS reason, 0 FROM spending WHERE kind = ?1 AND payer = ?2 AND day >= ?3
		UNION ALL
		SELECT day, 0, 0, 0, 0, reason, times FROM fallbacks WHERE kind = ?1 AND payer = ?2 AND day >= ?3
		ORDER BY day, reason`, []any{kind, payer, dayOf(since)}, func(r row) error {
		var d SpendDay
		var reason string
		var times int
		err := r.Scan(&d.Day, &d.Requests, &d.PromptTokens, &d.CompletionTokens, &d.MicroUSD, &reason, &times)
		if len(list) == 0 || list[len(list)-1].Day != d.Day {
			list = append(list, d)
		}
		if reason != "" {
			list[len(list)-1].countFallbacks(reason, times)
		}
		return err
	})
	return list, err
}

func (d *SpendDay) countFallbacks(reason string, times int) {
	if d.Fallbacks == nil {
		d.Fallbacks = make(map[string]int)
	}
	d.Fallbacks[reason] += times
}

// spentBy returns what the user with these hashes spent, by day.
func spentBy(ctx context.Context, q queryer, hashes []string) ([]SpendDay, error) {
	users, args := anyOfThese(hashes)
	var list []SpendDay
	err := eachRow(ctx, q, `SELECT day, sum(requests), sum(prompt), sum(completion), sum(micro_usd) FROM spending
		WHERE kind = 'user' AND payer IN `+users+" GROUP BY day ORDER BY day", args, func(r row) error {
		var d SpendDay
		err := r.Scan(&d.Day, &d.Requests, &d.PromptTokens, &d.CompletionTokens, &d.MicroUSD)
		list = append(list, d)
		return err
	})
	return list, err
}
