package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"golang.org/x/sync/errgroup"

	"sherpa/answer"
	"sherpa/internal/config"
	"sherpa/internal/fakellm"
	"sherpa/internal/llm"
	"sherpa/retrieval"
	"sherpa/store"
)

// fault is something that goes wrong with a language model.
type fault struct {
	kind, name string
	step       fakellm.Step
	// base is an address in the place of the model's server.
	base string
	// limits are short ones for faults that are known by them alone, and waits is
	// how long that takes.
	limits llm.Limits
	waits  time.Duration
	// dailyTokens is the cap of a day; 0 means the default.
	dailyTokens int
	// abstains says that the model is believed when it says that there is no
	// answer.
	abstains bool
}

// shortLimits are limits that are met soon.
var shortLimits = llm.Limits{Total: 1200 * time.Millisecond, Connect: time.Second, FirstToken: 400 * time.Millisecond, Idle: 400 * time.Millisecond}

// faultsOf are all kinds of faults. The servers that they need end with the test.
func faultsOf(t *testing.T) []fault {
	t.Helper()
	all := slices.Concat(silences(t), truncations(), evasions(), redirects(t))
	for name, reply := range fakellm.Garbage() {
		all = append(all, fault{kind: "garbage", name: name, step: reply})
	}
	all = append(all,
		fault{kind: "garbage", name: "a line of 128 MiB", step: fakellm.LongLine(128 << 20)},
		fault{kind: "garbage", name: "comments for ever", step: fakellm.EndlessComments()})
	for name, step := range fakellm.Refusing() {
		all = append(all, fault{kind: "error", name: name, step: step})
	}
	slices.SortStableFunc(all, func(a, b fault) int { return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.name, b.name)) })
	return all
}

// silences are servers that cannot be reached, and those that say too little in
// too long a time.
func silences(t *testing.T) []fault {
	t.Helper()
	closed := httptest.NewServer(http.NotFoundHandler())
	closed.Close()
	unknown := httptest.NewUnstartedServer(http.NotFoundHandler())
	unknown.Config.ErrorLog = log.New(io.Discard, "", 0)
	unknown.StartTLS()
	t.Cleanup(unknown.Close)
	text := strings.Repeat("word ", 50)
	return []fault{
		{kind: "silence", name: "connection refused", base: closed.URL + "/v1"},
		{kind: "silence", name: "unknown certificate", base: unknown.URL + "/v1"},
		{kind: "silence", name: "no TLS", base: strings.Replace(closed.URL, "http", "https", 1) + "/v1"},
		{kind: "silence", name: "unknown host", base: "https://sherpa-test.invalid/v1", limits: shortLimits},
		{kind: "silence", name: "no headers", step: fakellm.Reply{Hang: true}, limits: shortLimits, waits: shortLimits.FirstToken},
		{kind: "silence", name: "no body", step: fakellm.Reply{Hang: true, Headers: true}, limits: shortLimits, waits: shortLimits.FirstToken},
		{kind: "silence", name: "first token too late", step: fakellm.Reply{Text: text, BeforeFirst: time.Minute}, limits: shortLimits, waits: shortLimits.FirstToken},
		{kind: "silence", name: "second token too late", step: fakellm.Reply{Text: text, Between: time.Minute}, limits: shortLimits, waits: shortLimits.Idle},
		{kind: "silence", name: "slow for ever", step: fakellm.Reply{Text: text, Between: 100 * time.Millisecond, Endless: true}, limits: shortLimits, waits: shortLimits.Total},
	}
}

// truncations are replies that break off.
func truncations() []fault {
	var all []fault
	for _, cut := range fakellm.Cuts {
		all = append(all, fault{kind: "truncation", name: cut.String(), step: fakellm.Reply{Cut: cut}})
	}
	for name, finish := range map[string]string{"length": "length", "content filter": "content_filter", "null": fakellm.NoFinish, "unknown": "eos", "a tool": "tool_calls"} {
		all = append(all, fault{kind: "truncation", name: "finish reason: " + name, step: fakellm.Reply{Finish: finish}})
	}
	return all
}

// evasions are whole replies that are no answer.
func evasions() []fault {
	says := func(text string) fakellm.Step {
		return fakellm.Func(func(c fakellm.Call) fakellm.Reply {
			asked := c.Chat.Messages[len(c.Chat.Messages)-1].Text
			if tokens := tokensOf(asked, "Ushakov"); len(tokens) > 0 {
				return fakellm.Reply{Text: strings.ReplaceAll(text, "TOKEN", tokens[0])}
			}
			return fakellm.Reply{Text: text}
		})
	}
	return []fault{
		{kind: "evasion", name: "a refusal", step: fakellm.Reply{Refusal: "I cannot help with that."}},
		{kind: "evasion", name: "a refusal as text", step: says("I'm sorry, but I cannot help with that."), abstains: true},
		{kind: "evasion", name: "not answerable", step: says(`{"answerable":false,"statements":[]}`), abstains: true},
		{kind: "evasion", name: "nothing", step: fakellm.Reply{Empty: true}},
		{kind: "evasion", name: "white space", step: says(" \n\t ")},
		{kind: "evasion", name: "only citations", step: says(`{"answerable":true,"statements":[{"text":"","citations":["TOKEN"]}]}`)},
		{kind: "evasion", name: "no citations", step: says(`{"answerable":true,"statements":[{"text":"Yuri Ushakov is an adviser.","citations":[]}]}`)},
		{kind: "evasion", name: "no statements", step: says(`{"answerable":true,"statements":[]}`), abstains: true},
		{kind: "evasion", name: "another language", step: says(`{"answerable":true,"statements":[{"text":"尤里·乌沙科夫是普京的顾问。","citations":["TOKEN"]}]}`)},
		{kind: "evasion", name: "something else", step: says(`{"answerable":true,"statements":[{"text":"The weather was fine.","citations":["TOKEN"]}]}`)},
		{kind: "evasion", name: "100,000 words", step: says(strings.Repeat("word ", 100_000))},
	}
}

// redirects lead to a server that must not see the key.
func redirects(t *testing.T) []fault {
	t.Helper()
	elsewhere := fakellm.New(t, fakellm.Options{})
	t.Cleanup(func() {
		if n := elsewhere.Count(); n > 0 {
			t.Errorf("%d redirects were followed", n)
		}
	})
	return []fault{
		{kind: "redirect", name: "another host", step: fakellm.Redirect(elsewhere)},
		{kind: "redirect", name: "the same host", step: fakellm.RedirectSameHost(elsewhere)},
	}
}

// outcome is how a question ended whose model had a fault.
type outcome struct {
	fault
	answer   answer.Answer
	err      error
	log      string
	attempts int
	// total is the time for the whole answer, and after what of it came after the
	// fault could be known.
	total, after time.Duration
}

// suffer asks a question of a model that has the fault, through all parts that
// the program puts together.
func (f fault) suffer(t *testing.T, st *store.Store, question string) outcome {
	t.Helper()
	server := fakellm.New(t, fakellm.Options{Key: canaryKey, Models: []string{modelName}})
	if f.step != nil {
		server.Always(f.step)
	}
	c := config.Default().LLM
	c.BaseURL, c.Model, c.APIKey = cmp.Or(f.base, server.APIURL()), modelName, canaryKey
	c.DailyTokens = cmp.Or(f.dailyTokens, c.DailyTokens)
	var lines bytes.Buffer
	logger := slog.New(slog.NewJSONHandler(&lines, nil))
	o := outcome{fault: f}
	var ended time.Time
	opts := modelOptions(c, newStoreLedger(st, c, logger), logger, func(seen llm.Observation) { o.attempts, ended = o.attempts+seen.Attempts, time.Now() })
	opts.Limits = f.limits
	client, err := llm.New(opts)
	if err != nil {
		return outcome{fault: f, err: err}
	}
	defer client.Close()
	engine := answer.New(retrieval.New(st, retrieval.Options{}), st, answering(config.Config{LLM: c}, client, logger))
	began := time.Now()
	o.answer, o.err = engine.Ask(t.Context(), answer.Question{Text: question})
	o.total = time.Since(began)
	if calls := server.Chats(); f.waits > 0 {
		o.after = o.total - f.waits*time.Duration(len(calls))
	} else if n := len(calls); n > 0 && !calls[n-1].Ended.IsZero() {
		o.after = time.Since(calls[n-1].Ended)
	} else {
		o.after = time.Since(ended)
	}
	o.after, o.log = max(o.after, 0), lines.String()
	return o
}

// seeded is a store with the embedded briefs.
func seeded(t *testing.T) *store.Store {
	t.Helper()
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "a.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() }) // all was committed
	if err := seed(t.Context(), st); err != nil {
		t.Fatal(err)
	}
	return st
}

// TestModelFaults has every fault end in the answer that there is without the
// model, soon after it is known, in silence about the key and the prompt.
func TestModelFaults(t *testing.T) {
	t.Parallel()
	needFTS5(t)
	st := seeded(t)
	plain := answer.New(retrieval.New(st, retrieval.Options{}), st, answer.Options{})
	for question, faults := range map[string][]fault{
		"Who is Yuri Ushakov?":  faultsOf(t),
		"Wer ist Yuri Ushakov?": slices.Concat(truncations(), evasions()), // has to be understood first
	} {
		offline, err := plain.Ask(t.Context(), answer.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		outcomes := make([]outcome, len(faults))
		var group errgroup.Group
		group.SetLimit(atATime())
		for i, f := range faults {
			group.Go(func() error { outcomes[i] = f.suffer(t, st, question); return nil })
		}
		_ = group.Wait() // errors are among the outcomes
		right := 0
		for i, o := range outcomes {
			if o.after > soon { // the machine is busy: once more, alone
				o = o.suffer(t, st, question)
				outcomes[i] = o
			}
			if o.isRight(t, offline) {
				right++
			}
		}
		t.Logf("%q: %d of %d faults end in the answer without the model\n%s", question, right, len(outcomes), table(outcomes))
	}
}

// soon is when an answer has to be there after its model's fault is known.
const soon = 2 * time.Second

// atATime is how many questions are asked at a time. Most of them wait, but one
// alone takes the time that it takes.
func atATime() int {
	if os.Getenv("SHERPA_FULL") != "" {
		return 1
	}
	return 12
}

// isRight holds an outcome against the answer without a model.
func (o outcome) isRight(t *testing.T, offline answer.Answer) bool {
	t.Helper()
	bad := func(format string, args ...any) bool {
		t.Errorf("%s, %s: %s", o.kind, o.name, fmt.Sprintf(format, args...))
		return false
	}
	a := o.answer
	data, _ := json.Marshal(a) // it has no type that fails
	switch {
	case o.err != nil:
		return bad("%v", o.err)
	case a.LLM == nil || a.Mode == answer.ModeLLM:
		return bad("the answer is the model's: %s", data)
	case o.abstains && a.Mode != answer.ModeAbstained, !o.abstains && a.LLM.FallbackReason == "":
		return bad("the answer does not say why it is not the model's: %s", data)
	case !o.abstains && gocmp.Diff(offline.Statements, a.Statements) != "":
		return bad("it is not the answer without the model: %s", data)
	case o.after > soon || o.total > time.Minute:
		return bad("it took %v, %v of that after the fault was known", o.total, o.after)
	case o.attempts > 6:
		return bad("%d requests", o.attempts)
	}
	for _, secret := range []string{canaryKey, "0815-2323", "THE MATERIAL", "strangers wrote"} {
		if strings.Contains(string(data)+o.log, secret) {
			return bad("%q is told: %s\n%s", secret, data, o.log)
		}
	}
	return true
}

// table is a page of outcomes, with the slowest of each kind last.
func table(outcomes []outcome) string {
	var b strings.Builder
	type sum struct {
		n            int
		after, total time.Duration
	}
	sums := map[string]*sum{}
	fmt.Fprintf(&b, "| %-10s | %-28s | %-12s | %8s | %9s | %9s |\n", "kind", "fault", "reason", "attempts", "after", "total")
	for _, o := range outcomes {
		reason := string(o.answer.Mode)
		if o.answer.LLM != nil && o.answer.LLM.FallbackReason != "" {
			reason = o.answer.LLM.FallbackReason
		}
		fmt.Fprintf(&b, "| %-10s | %-28s | %-12s | %8d | %6.0f ms | %6.0f ms |\n", o.kind, o.name, reason, o.attempts, ms(o.after), ms(o.total))
		if sums[o.kind] == nil {
			sums[o.kind] = &sum{}
		}
		s := sums[o.kind]
		s.n, s.after, s.total = s.n+1, max(s.after, o.after), max(s.total, o.total)
	}
	for _, kind := range []string{"silence", "truncation", "garbage", "error", "evasion", "redirect"} {
		if s := sums[kind]; s != nil {
			fmt.Fprintf(&b, "%-10s %3d faults, at most %4.0f ms after each was known, %5.0f ms in all\n", kind, s.n, ms(s.after), ms(s.total))
		}
	}
	return b.String()
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
