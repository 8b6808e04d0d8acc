package main

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"sherpa/answer"
	"sherpa/internal/config"
	"sherpa/internal/llm"
	"sherpa/store"
)

// storeLedger counts in the store what the language model takes, so that all
// processes with that store share the caps.
type storeLedger struct {
	store *store.Store
	caps  store.SpendCaps
	now   func() time.Time
	log   *slog.Logger

	mu sync.Mutex
	// warned is the last day on which the operator was told of a kind of payer.
	warned map[store.PayerKind]string
}

// newStoreLedger makes a ledger with the caps of the settings. The log hears once
// a day of each kind of payer that a cap is near.
func newStoreLedger(st *store.Store, c config.LLM, log *slog.Logger) *storeLedger {
	return &storeLedger{
		store: st, now: clock, log: log, warned: map[store.PayerKind]string{},
		caps: spendCaps(c),
	}
}

// spendCaps are the caps of the settings.
func spendCaps(c config.LLM) store.SpendCaps {
	return store.SpendCaps{
		User:   store.SpendCap{Tokens: c.DailyTokensUser},
		Server: store.SpendCap{Tokens: c.DailyTokensServer},
		All:    store.SpendCap{Tokens: c.DailyTokens, MicroUSD: c.DailyMicroUSD()},
	}
}

// Reserve counts the most that a request can take. It fails with ErrOverBudget if
// a cap is reached.
func (l *storeLedger) Reserve(ctx context.Context, by answer.Payer, most llm.Spend) (llm.Receipt, error) {
	r := llm.Receipt{Day: l.now().UTC().Format(time.DateOnly), Payer: by, Most: most}
	reserved, err := l.store.ReserveSpend(ctx, spendKey(r), store.Spend(most), l.caps)
	if err != nil {
		return llm.Receipt{}, fmt.Errorf("count what the language model may take: %w", err)
	}
	for _, kind := range reserved.Near {
		l.warn(ctx, kind, r.Day)
	}
	if reserved.Reached != "" {
		return llm.Receipt{}, fmt.Errorf("%w: the day's cap of %s is reached", llm.ErrOverBudget, payerNames[reserved.Reached])
	}
	return r, nil
}

// Settle counts what a request took. It does so even if nobody waits for the
// reply any more.
func (l *storeLedger) Settle(ctx context.Context, r llm.Receipt, took llm.Spend) error {
	err := l.store.SettleSpend(context.WithoutCancel(ctx), spendKey(r), store.Spend(r.Most), store.Spend(took))
	if err != nil {
		return fmt.Errorf("count what the language model took: %w", err)
	}
	return nil
}

func spendKey(r llm.Receipt) store.SpendKey {
	return store.SpendKey{Day: r.Day, GuildID: r.Payer.GuildID, UserHash: r.Payer.UserHash}
}

// payerNames say whose cap it is, without naming anybody.
var payerNames = map[store.PayerKind]string{
	store.PayerUser: "a user", store.PayerServer: "a server", store.PayerAll: "all together",
}

// warn tells the operator that a kind of payer is near a cap, once a day.
func (l *storeLedger) warn(ctx context.Context, kind store.PayerKind, day string) {
	l.mu.Lock()
	known := l.warned[kind] == day
	l.warned[kind] = day
	l.mu.Unlock()
	if known {
		return
	}
	l.log.LogAttrs(ctx, slog.LevelWarn, "four fifths of a day's cap for the language model are spent; answers are made without it when the cap is reached",
		slog.String("cap of", payerNames[kind]), slog.String("day", day))
}
