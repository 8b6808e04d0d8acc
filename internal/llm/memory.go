package llm

import (
	"context"
	"fmt"
	"sync"
	"time"

	"sherpa/answer"
)

// Account is whose spending is counted.
type Account string

// The accounts that a request is counted on.
const (
	AccountUser   Account = "user"
	AccountServer Account = "server"
	AccountAll    Account = "all"
)

// Cap is how much may be spent in a day; 0 means no cap.
type Cap struct {
	Tokens   int
	MicroUSD int64
}

// Caps are the caps of each user, of each server and of all together. They hold
// what is spent to one request above them.
type Caps struct{ User, Server, All Cap }

// MemoryLedger counts what one process spends in a day, in UTC, and forgets it
// when it ends. It is safe for use by many at once.
type MemoryLedger struct {
	caps Caps
	warn func(Account)

	mu       sync.Mutex
	day      string
	accounts map[accountKey]*account
}

// accountKey names an account; its id is empty for that of all.
type accountKey struct {
	kind Account
	id   string
}

// account is what was spent on one account in a day.
type account struct {
	spent  Spend
	warned bool
}

// NewMemoryLedger returns a ledger. It calls warn, if that is not nil, once a day
// for each account that has spent four fifths of its cap.
func NewMemoryLedger(caps Caps, warn func(Account)) *MemoryLedger {
	if warn == nil {
		warn = func(Account) {}
	}
	return &MemoryLedger{caps: caps, warn: warn, accounts: map[accountKey]*account{}}
}

// Reserve counts most, unless a cap is reached. A request that is let through
// may go beyond the cap, and no other one after it.
func (m *MemoryLedger) Reserve(_ context.Context, by answer.Payer, most Spend) (Receipt, error) {
	near, r, err := m.reserve(by, most)
	for _, kind := range near {
		m.warn(kind)
	}
	return r, err
}

func (m *MemoryLedger) reserve(by answer.Payer, most Spend) (near []Account, r Receipt, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.turn()
	r = Receipt{Day: m.day, Payer: by, Most: most}
	keys := accountsOf(by)
	for _, k := range keys {
		if m.caps.of(k.kind).reached(m.account(k).spent, 1, 1) {
			return nil, r, fmt.Errorf("%w: the cap of %s", ErrOverBudget, k.kind)
		}
	}
	for _, k := range keys {
		a := m.account(k)
		a.spent = a.spent.plus(most)
		if !a.warned && m.caps.of(k.kind).reached(a.spent, 4, 5) {
			a.warned = true
			near = append(near, k.kind)
		}
	}
	return near, r, nil
}

// Settle puts took in the place of what was reserved. What was reserved on
// another day is forgotten with it.
func (m *MemoryLedger) Settle(_ context.Context, r Receipt, took Spend) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.turn()
	if r.Day != m.day {
		return nil
	}
	less := Spend{-r.Most.PromptTokens, -r.Most.CompletionTokens, -r.Most.MicroUSD}
	for _, k := range accountsOf(r.Payer) {
		a := m.account(k)
		a.spent = a.spent.plus(less).plus(took)
	}
	return nil
}

// Spent is what an account has spent today, with what is reserved. The id is
// empty for AccountAll.
func (m *MemoryLedger) Spent(kind Account, id string) Spend {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.turn()
	return m.account(accountKey{kind, id}).spent
}

// turn forgets everything when a day has passed.
func (m *MemoryLedger) turn() {
	if today := time.Now().UTC().Format(time.DateOnly); today != m.day {
		m.day = today
		clear(m.accounts)
	}
}

func (m *MemoryLedger) account(k accountKey) *account {
	a := m.accounts[k]
	if a == nil {
		a = &account{}
		m.accounts[k] = a
	}
	return a
}

// accountsOf are the accounts that by's requests are counted on.
func accountsOf(by answer.Payer) []accountKey {
	keys := []accountKey{{AccountAll, ""}}
	if by.GuildID != "" {
		keys = append(keys, accountKey{AccountServer, by.GuildID})
	}
	if by.UserHash != "" {
		keys = append(keys, accountKey{AccountUser, by.UserHash})
	}
	return keys
}

func (c Caps) of(kind Account) Cap {
	switch kind {
	case AccountUser:
		return c.User
	case AccountServer:
		return c.Server
	}
	return c.All
}

// reached says whether part/whole of a cap is spent.
func (c Cap) reached(s Spend, part, whole int64) bool {
	tokens := int64(s.PromptTokens) + int64(s.CompletionTokens)
	return c.Tokens > 0 && tokens*whole >= int64(c.Tokens)*part || c.MicroUSD > 0 && s.MicroUSD*whole >= c.MicroUSD*part
}
