package llm

import (
	"context"
	"errors"
	"math"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"sherpa/answer"
	"sherpa/answer/prompt"
	"sherpa/internal/fakellm"
)

// journal is a ledger that keeps what it is told.
type journal struct {
	mu               sync.Mutex
	reserved, took   []Spend
	refuse, unsettle error
	cancelled        bool // a context had ended when it settled
}

func (j *journal) Reserve(_ context.Context, by answer.Payer, most Spend) (Receipt, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.refuse != nil {
		return Receipt{}, j.refuse
	}
	j.reserved = append(j.reserved, most)
	return Receipt{Payer: by, Most: most}, nil
}

func (j *journal) Settle(ctx context.Context, _ Receipt, took Spend) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.cancelled = j.cancelled || ctx.Err() != nil
	j.took = append(j.took, took)
	return j.unsettle
}

// TestCharged shows what is charged whatever a server says: never less than the
// text that was seen.
func TestCharged(t *testing.T) {
	t.Parallel()
	const text = "Anna Weiß chaired the meeting, and left at noon."
	sent, got := sentBy(plain()), measured(text)
	for name, tt := range map[string]struct {
		said             fakellm.Usage
		prompt, complete int
	}{
		"honest":       {fakellm.Usage{Prompt: 40, Completion: 12}, 40, 12},
		"missing":      {fakellm.Usage{Missing: true}, sent.many, got.many},
		"zero":         {fakellm.Usage{}, sent.many, got.many},
		"negative":     {fakellm.Usage{Prompt: -5, Completion: -1 << 40}, sent.many, got.many},
		"one":          {fakellm.Usage{Prompt: 1, Completion: 1}, sent.few, got.few},
		"a billion":    {fakellm.Usage{Prompt: 1e9, Completion: 1e9}, mostTokens, mostTokens},
		"10^12":        {fakellm.Usage{Prompt: 1e12, Completion: 1e12}, mostTokens, mostTokens},
		"beyond an id": {fakellm.Usage{Prompt: math.MaxInt64, Completion: math.MaxInt64}, mostTokens, mostTokens},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := fakellm.New(t, fakellm.Options{})
			s.Script(fakellm.Reply{Text: text, Usage: &tt.said})
			var j journal
			c := connect(t, s, func(o *Options) { o.Ledger, o.Prices = &j, &Prices{Input: 3, Output: 15} })
			reply, err := generate(t.Context(), c, plain())
			if err != nil {
				t.Fatal(err)
			}
			want := Spend{tt.prompt, tt.complete, int64(3*tt.prompt + 15*tt.complete)}
			if diff := cmp.Diff([]Spend{want}, j.took); diff != "" {
				t.Errorf("what was charged (-want +got)\n%s", diff)
			}
			cost := float64(want.MicroUSD) / 1e6
			if diff := cmp.Diff(answer.Usage{PromptTokens: tt.prompt, CompletionTokens: tt.complete, CostUSD: &cost}, reply.Usage); diff != "" {
				t.Errorf("what the answer shows (-want +got)\n%s", diff)
			}
			if diff := cmp.Diff([]Spend{{sent.many, 700, int64(3*sent.many + 15*700)}}, j.reserved); diff != "" {
				t.Errorf("what was reserved (-want +got)\n%s", diff)
			}
		})
	}
}

// TestOddUsage shows that a reply is not lost for its bill.
func TestOddUsage(t *testing.T) {
	t.Parallel()
	for _, usage := range []string{
		`null`, `{}`, `[]`, `"many"`, `7`, `{"prompt_tokens":"12"}`, `{"prompt_tokens":1e400,"completion_tokens":1e-400}`,
		`{"prompt_tokens":{},"completion_tokens":[]}`, `{"prompt_tokens":-1.5,"completion_tokens":false}`,
	} {
		s := fakellm.New(t, fakellm.Options{})
		s.Script(fakellm.Reply{Status: 200, Body: `{"choices":[{"message":{"content":"text"},"finish_reason":"stop"}],"usage":` + usage + `}`})
		got, err := generate(t.Context(), connect(t, s, nil), plain())
		if err != nil || got.Usage.PromptTokens < sentBy(plain()).few || got.Usage.CompletionTokens < 1 {
			t.Errorf("%s: %+v, %v", usage, got, err)
		}
	}
}

// TestFailedAttemptsAreCharged shows what is charged for attempts that failed:
// the prompt where the model may have read it.
func TestFailedAttemptsAreCharged(t *testing.T) {
	t.Parallel()
	sent := sentBy(plain()).many
	free, read := Spend{}, Spend{PromptTokens: sent}
	for name, tt := range map[string]struct {
		step fakellm.Step
		want []Spend
	}{
		"refused":          {fakellm.Unauthorized(), []Spend{free}},
		"a limit of rates": {fakellm.RateLimited(time.Millisecond), []Spend{free, free, free}},
		"redirected":       {fakellm.Reply{Status: 307}, []Spend{free}},
		"failed":           {fakellm.HTMLPage(500), []Spend{read, read, read}},
		"stalled":          {fakellm.Reply{Hang: true}, []Spend{read}},
		"half":             {fakellm.Reply{Text: strings.Repeat("a", 60), Piece: 3, Cut: fakellm.CutHalf}, []Spend{{PromptTokens: sent, CompletionTokens: 10}}},
		"cut at its limit": {
			fakellm.Reply{Text: "text", Finish: "length", Usage: &fakellm.Usage{Prompt: 50, Completion: 700}},
			[]Spend{{PromptTokens: 50, CompletionTokens: 700}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := fakellm.New(t, fakellm.Options{})
			s.Always(tt.step)
			var j journal
			c := connect(t, s, func(o *Options) {
				if o.Ledger = &j; name == "stalled" {
					o.Limits = quick
				}
			})
			if _, err := generate(t.Context(), c, plain()); err == nil {
				t.Fatal("it gives a reply")
			}
			if diff := cmp.Diff(tt.want, j.took); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// TestRetriesAreCharged shows that a reply's usage holds the attempts before it.
func TestRetriesAreCharged(t *testing.T) {
	t.Parallel()
	s := fakellm.New(t, fakellm.Options{})
	s.Script(fakellm.HTMLPage(500), fakellm.Reply{Text: "text", Usage: &fakellm.Usage{Prompt: 50, Completion: 7}})
	seen := make(chan Observation, 1)
	c := connect(t, s, func(o *Options) { o.Observe = func(o Observation) { seen <- o } })
	got, err := generate(t.Context(), c, plain())
	if err != nil {
		t.Fatal(err)
	}
	want := Spend{PromptTokens: sentBy(plain()).many + 50, CompletionTokens: 7}
	if u := got.Usage; u.PromptTokens != want.PromptTokens || u.CompletionTokens != want.CompletionTokens || u.CostUSD != nil {
		t.Errorf("%+v, not %+v", u, want)
	}
	o := <-seen
	if o.Outcome != "ok" || o.Attempts != 2 || o.Spent != want || o.Duration <= 0 {
		t.Errorf("what was observed is %+v", o)
	}
}

// TestHiddenThoughtsAreCharged shows that all that was allowed is charged where a
// model's thoughts are hidden and nobody counts them.
func TestHiddenThoughtsAreCharged(t *testing.T) {
	t.Parallel()
	s := fakellm.New(t, fakellm.Options{Models: []string{"o3"}})
	s.Script(fakellm.Reply{Text: "text", Usage: &fakellm.Usage{Missing: true}}, fakellm.Reply{Text: "text", Usage: &fakellm.Usage{Prompt: 50, Completion: 900}})
	c := connect(t, s, func(o *Options) { o.Model = "o3" })
	for _, want := range []int{5600, 900} {
		got, err := generate(t.Context(), c, plain())
		if err != nil || got.Usage.CompletionTokens != want {
			t.Errorf("%+v, %v", got.Usage, err)
		}
	}
}

func TestLedgerThatFails(t *testing.T) {
	t.Parallel()
	s := fakellm.New(t, fakellm.Options{})
	j := journal{refuse: errors.New("the disk is full")}
	c := connect(t, s, func(o *Options) { o.Ledger = &j })
	if _, err := generate(t.Context(), c, plain()); reasonOf(err) != answer.ReasonUnavailable {
		t.Errorf("it ends with %v", err)
	}
	j.refuse = ErrOverBudget
	if _, err := generate(t.Context(), c, plain()); reasonOf(err) != answer.ReasonBudget || !errors.Is(err, ErrOverBudget) {
		t.Errorf("it ends with %v", err)
	}
	if n := len(s.Chats()); n != 0 {
		t.Errorf("%d requests", n)
	}
	j.refuse, j.unsettle = nil, errors.New("the disk is full")
	if _, err := generate(t.Context(), c, plain()); err != nil {
		t.Errorf("what cannot be settled loses the reply: %v", err)
	}
}

// TestCapHolds shows that a hundred at once go over a cap by one request at most.
func TestCapHolds(t *testing.T) {
	t.Parallel()
	for name, caps := range map[string]Caps{
		"user": {User: Cap{Tokens: 5000}}, "server": {Server: Cap{Tokens: 5000}}, "all": {All: Cap{Tokens: 5000}},
		"money": {All: Cap{MicroUSD: 5000}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := fakellm.New(t, fakellm.Options{NoSpec: true})
			s.Always(fakellm.Reply{Text: "text", Usage: &fakellm.Usage{Prompt: 300, Completion: 100}})
			m := NewMemoryLedger(caps, nil)
			c := connect(t, s, func(o *Options) {
				o.Ledger, o.Prices = m, &Prices{Input: 1, Output: 1}
				o.Limits = Limits{}
			})
			var all sync.WaitGroup
			for range 100 {
				all.Go(func() {
					if _, err := generate(t.Context(), c, plain()); err != nil && reasonOf(err) != answer.ReasonBudget {
						t.Error(err)
					}
				})
			}
			all.Wait()
			for { // what is left of the cap
				if _, err := generate(t.Context(), c, plain()); err != nil {
					break
				}
			}
			spent := m.Spent(AccountAll, "")
			if total := spent.PromptTokens + spent.CompletionTokens; total < 5000 || total >= 5400 || total != 400*len(s.Chats()) {
				t.Errorf("%d tokens are spent with %d requests", total, len(s.Chats()))
			}
		})
	}
}

// TestCharge holds for all texts and all that servers can say.
func TestCharge(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		sent := sentBy(prompt.Prompt{Messages: []prompt.Message{{Text: rapid.String().Draw(t, "sent")}}})
		got := measured(rapid.String().Draw(t, "got"))
		told := &usage{rapid.Int().Draw(t, "prompt"), rapid.Int().Draw(t, "completion"), 0}
		p, c := charge(sent, got, told, 700, rapid.Bool().Draw(t, "hidden"))
		if p < sent.few || c < got.few || p > mostTokens || c > mostTokens || p < min(told.prompt, mostTokens) || c < min(told.completion, mostTokens) {
			t.Fatalf("%d and %d for %+v, %+v, %+v", p, c, sent, got, told)
		}
		if s := (&Prices{maxPrice, maxPrice}).priced(p, c); s.MicroUSD < 0 {
			t.Fatalf("%+v", s)
		}
	})
}

// TestMeasured shows what texts are taken for: words of Latin letters have a
// token or two, signs and other letters up to one each.
func TestMeasured(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]measure{
		"":                 {0, 0},
		"The communiqué":   {2, 5},
		"в воскресенье.":   {3, 13},
		"会議は日曜日":           {1, 6},
		"[k7f2] [9x3q] 12": {2, 12},
	} {
		if diff := cmp.Diff(want, measured(text), cmp.AllowUnexported(measure{})); diff != "" {
			t.Errorf("%q (-want +got)\n%s", text, diff)
		}
	}
}
