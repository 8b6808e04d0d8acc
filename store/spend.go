package store

import (
	"context"
	"fmt"
	"time"
)

// PayerKind is on whose account a request to a language model is counted.
type PayerKind string

// The payers of a request: who asked, the server it was asked in, and everybody
// together.
const (
	PayerUser   PayerKind = "user"
	PayerServer PayerKind = "server"
	PayerAll    PayerKind = "all"
)

// mostSpent bounds what one request may add, and everyMost what a day may hold,
// so that no number from a model's server makes a sum run over.
const (
	mostSpent = 1_000_000_000_000_000
	everyMost = 100 * mostSpent
)

// Spend is what requests to a language model take. Negative numbers count as 0.
type Spend struct {
	PromptTokens, CompletionTokens int
	// MicroUSD is millionths of a US dollar; 0 where no prices are known.
	MicroUSD int64
}

func (s Spend) tokens() int { return s.PromptTokens + s.CompletionTokens }

// bounded leaves out what no request takes.
func (s Spend) bounded() Spend {
	return Spend{
		PromptTokens:     min(max(s.PromptTokens, 0), mostSpent),
		CompletionTokens: min(max(s.CompletionTokens, 0), mostSpent),
		MicroUSD:         min(max(s.MicroUSD, 0), mostSpent),
	}
}

// SpendKey says when and by whom something is spent.
type SpendKey struct {
	// Day is YYYY-MM-DD in UTC.
	Day string
	// GuildID is empty outside servers, UserHash at a terminal.
	GuildID, UserHash string
}

func (k SpendKey) check() error {
	if _, err := time.Parse(time.DateOnly, k.Day); err != nil {
		return fmt.Errorf("%w: the day is not written YYYY-MM-DD", ErrInvalidRecord)
	}
	return checkTexts(maxName, k.GuildID, k.UserHash)
}

// SpendCap is how much may be spent in a day; 0 means no cap.
type SpendCap struct {
	Tokens   int
	MicroUSD int64
}

func (c SpendCap) reached(s Spend) bool {
	return c.Tokens > 0 && s.tokens() >= c.Tokens || c.MicroUSD > 0 && s.MicroUSD >= c.MicroUSD
}

// near reports whether four fifths are spent.
func (c SpendCap) near(s Spend) bool {
	return c.Tokens > 0 && s.tokens() >= c.Tokens-c.Tokens/5 || c.MicroUSD > 0 && s.MicroUSD >= c.MicroUSD-c.MicroUSD/5
}

// SpendCaps are the caps of one user, of one server and of all together.
type SpendCaps struct{ User, Server, All SpendCap }

// Reservation says what became of an attempt to reserve.
type Reservation struct {
	// Reached is the payer whose cap is reached, the narrowest of them: then
	// nothing is reserved. It is empty if something is.
	Reached PayerKind
	// Near are the payers who have spent four fifths of a cap or more. Each is
	// named once a day, by whichever process comes first.
	Near []PayerKind
}

// ReserveSpend counts the most that a request can take, for its user, its server
// and all together, unless one of them has reached a cap of the day. It is exact
// over all processes: what they spend goes over a cap by one request at the most.
// A read-only store reserves nothing and fails with ErrReadOnly.
func (s *Store) ReserveSpend(ctx context.Context, key SpendKey, most Spend, caps SpendCaps) (r Reservation, err error) {
	if err := key.check(); err != nil {
		return r, fmt.Errorf("reserve for a language model: %w", err)
	}
	payers := key.payers(caps)
	err = s.keep(ctx, "reserve for a language model", func(tx writeTx) error {
		for _, p := range payers {
			if err := p.look(tx, key.Day, &r); err != nil {
				return err
			}
		}
		if r.Reached != "" {
			return nil
		}
		for _, p := range payers {
			if err := p.add(tx, key.Day, most.bounded()); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return Reservation{}, err
	}
	return r, nil
}

// SettleSpend puts what a request took in the place of what was reserved for it
// under the same key. Records that were deleted meanwhile stay deleted.
func (s *Store) SettleSpend(ctx context.Context, key SpendKey, reserved, took Spend) error {
	if err := key.check(); err != nil {
		return fmt.Errorf("settle with a language model: %w", err)
	}
	reserved, took = reserved.bounded(), took.bounded()
	return s.keep(ctx, "settle with a language model", func(tx writeTx) error {
		for _, p := range key.payers(SpendCaps{}) {
			err := tx.exec(`UPDATE spending SET prompt = max(0, min(?1, prompt + ?2)), completion = max(0, min(?1, completion + ?3)),
				micro_usd = max(0, min(?1, micro_usd + ?4)) WHERE kind = ?5 AND payer = ?6 AND day = ?7`,
				everyMost, took.PromptTokens-reserved.PromptTokens, took.CompletionTokens-reserved.CompletionTokens,
				took.MicroUSD-reserved.MicroUSD, p.kind, p.id, key.Day)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// payer is on whose account something is spent, and how much that may be.
type payer struct {
	kind PayerKind
	id   string
	cap  SpendCap
}

// payers are all who pay for a request, the narrowest first.
func (k SpendKey) payers(caps SpendCaps) []payer {
	var list []payer
	if k.UserHash != "" {
		list = append(list, payer{PayerUser, k.UserHash, caps.User})
	}
	if k.GuildID != "" {
		list = append(list, payer{PayerServer, k.GuildID, caps.Server})
	}
	return append(list, payer{PayerAll, "", caps.All})
}

// look says in r whether the payer has reached a cap, or is near one for the
// first time that day.
func (p payer) look(tx writeTx, day string, r *Reservation) error {
	var spent Spend
	var warned bool
	known, err := tx.get("SELECT prompt, completion, micro_usd, warned FROM spending WHERE kind = ? AND payer = ? AND day = ?",
		[]any{p.kind, p.id, day}, &spent.PromptTokens, &spent.CompletionTokens, &spent.MicroUSD, &warned)
	if err != nil || !known {
		return err
	}
	if r.Reached == "" && p.cap.reached(spent) {
		r.Reached = p.kind
	}
	if warned || !p.cap.near(spent) {
		return nil
	}
	r.Near = append(r.Near, p.kind)
	return tx.exec("UPDATE spending SET warned = 1 WHERE kind = ? AND payer = ? AND day = ?", p.kind, p.id, day)
}

// add counts a request and what it may take.
func (p payer) add(tx writeTx, day string, most Spend) error {
	return tx.exec(`INSERT INTO spending (kind, payer, day, requests, prompt, completion, micro_usd, warned) VALUES (?1, ?2, ?3, 1, ?4, ?5, ?6, 0)
		ON CONFLICT (kind, payer, day) DO UPDATE SET requests = requests + 1, prompt = min(?7, prompt + excluded.prompt),
			completion = min(?7, completion + excluded.completion), micro_usd = min(?7, micro_usd + excluded.micro_usd)`,
		p.kind, p.id, day, most.PromptTokens, most.CompletionTokens, most.MicroUSD, everyMost)
}
