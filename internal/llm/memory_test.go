package llm

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"sherpa/answer"
)

var _ Ledger = (*MemoryLedger)(nil)

func TestMemoryLedger(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var warned []Account
		m := NewMemoryLedger(Caps{User: Cap{Tokens: 100}, Server: Cap{MicroUSD: 50}, All: Cap{Tokens: 1000}}, func(a Account) { warned = append(warned, a) })
		ann, bob := answer.Payer{GuildID: "g", UserHash: "ann"}, answer.Payer{GuildID: "g", UserHash: "bob"}
		reserve := func(by answer.Payer, s Spend, works bool) Receipt {
			t.Helper()
			r, err := m.Reserve(t.Context(), by, s)
			if works != (err == nil) || err != nil && !errors.Is(err, ErrOverBudget) {
				t.Fatalf("%+v for %+v: %v", s, by, err)
			}
			return r
		}
		first := reserve(ann, Spend{60, 20, 10}, true)
		if err := m.Settle(t.Context(), first, Spend{30, 5, 4}); err != nil {
			t.Fatal(err)
		}
		reserve(ann, Spend{60, 20, 10}, true)  // 115 of 100: over by one request
		reserve(ann, Spend{1, 1, 1}, false)    // and by no other
		reserve(bob, Spend{10, 10, 36}, true)  // the server has 50 of 50
		reserve(bob, Spend{1, 1, 0}, false)    // which holds for all its users
		reserve(answer.Payer{}, Spend{}, true) // and for nobody else
		if diff := cmp.Diff([]Account{AccountUser, AccountUser, AccountServer}[1:], warned[len(warned)-2:]); diff != "" {
			t.Errorf("who was warned of (-want +got)\n%s", diff)
		}
		if got, want := m.Spent(AccountAll, ""), (Spend{100, 35, 50}); got != want {
			t.Errorf("%+v is spent in all, not %+v", got, want)
		}
		late := reserve(answer.Payer{}, Spend{1, 1, 1}, true)
		time.Sleep(24 * time.Hour) //nolint:forbidigo // the clock of the bubble
		if err := m.Settle(t.Context(), late, Spend{900, 900, 900}); err != nil {
			t.Fatal(err)
		}
		if got := m.Spent(AccountAll, ""); got != (Spend{}) {
			t.Errorf("%+v is spent on a new day", got)
		}
		reserve(ann, Spend{60, 20, 10}, true)
	})
}

// TestMemoryLedgerCaps holds that whatever is asked for, no cap is exceeded by
// more than one request.
func TestMemoryLedgerCaps(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		limit := Cap{Tokens: rapid.IntRange(0, 500).Draw(t, "tokens"), MicroUSD: rapid.Int64Range(0, 500).Draw(t, "money")}
		m := NewMemoryLedger(Caps{User: limit, Server: limit, All: limit}, nil)
		for range rapid.IntRange(0, 40).Draw(t, "requests") {
			by := answer.Payer{GuildID: rapid.SampledFrom([]string{"", "g", "h"}).Draw(t, "server"), UserHash: rapid.SampledFrom([]string{"", "a", "b"}).Draw(t, "user")}
			most := Spend{rapid.IntRange(0, 100).Draw(t, "prompt"), rapid.IntRange(0, 100).Draw(t, "completion"), rapid.Int64Range(0, 100).Draw(t, "cost")}
			before := m.Spent(AccountAll, "")
			r, err := m.Reserve(t.Context(), by, most)
			if err != nil {
				if after := m.Spent(AccountAll, ""); after != before {
					t.Fatalf("what is refused is counted: %+v, then %+v", before, after)
				}
				continue
			}
			if limit.reached(before, 1, 1) {
				t.Fatalf("%+v goes beyond %+v a second time", before, limit)
			}
			if rapid.Bool().Draw(t, "settled") {
				if err := m.Settle(t.Context(), r, Spend{most.PromptTokens / 2, 0, 0}); err != nil {
					t.Fatal(err)
				}
			}
		}
	})
}
