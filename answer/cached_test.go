package answer

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// keptBasis is what the answers of these tests rest on.
var keptBasis = Basis{Scope: "default", Versions: "7"}

func newCache(t *testing.T, opts CacheOptions) *Cache {
	t.Helper()
	c := NewCache(opts)
	t.Cleanup(c.Close)
	return c
}

// counted answers with the question, and counts how often it was asked.
type counted struct{ n atomic.Int32 }

func (c *counted) ask(_ context.Context, qn Question) (Answer, error) {
	c.n.Add(1)
	a := emptyAnswer(qn.Text)
	a.UnderstoodAs = understood(qn)
	return a, nil
}

func TestCacheAnswersAsTheEngineDoes(t *testing.T) {
	t.Parallel()
	e, c := overBriefs(t), newCache(t, CacheOptions{})
	first := Question{Text: "How long did the talks last?"}
	turn, err := e.Ask(t.Context(), first)
	if err != nil {
		t.Fatal(err)
	}
	for _, qn := range []Question{
		first,
		{Text: "  How long  did the talks last?"},
		{Text: "And why?", History: []Turn{{Question: first.Text, Answer: turn}}},
		{Text: "Who is the king of Norway?"},
		{Text: " "},
	} {
		want, err := e.Ask(t.Context(), qn)
		if err != nil {
			t.Fatal(err)
		}
		for range 2 {
			got, err := c.Ask(t.Context(), keptBasis, qn, e.Ask)
			if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(Answer{}, "Timing")); diff != "" || err != nil {
				t.Errorf("%q (-want +got): %v\n%s", qn.Text, err, diff)
			}
		}
	}
}

func TestCacheKeys(t *testing.T) {
	t.Parallel()
	noon := time.Date(2025, 8, 20, 12, 0, 0, 0, time.UTC)
	c := newCache(t, CacheOptions{})
	plain := Question{Text: "How long did the talks last?", Asked: noon}
	with := func(change func(*Basis, *Question)) cacheKey {
		on, qn := keptBasis, plain
		change(&on, &qn)
		return c.key(on, qn)
	}
	keys := map[cacheKey]string{with(func(*Basis, *Question) {}): "plain"}
	for name, change := range map[string]func(*Basis, *Question){
		"scope":             func(b *Basis, _ *Question) { b.Scope = "12" },
		"another scope":     func(b *Basis, _ *Question) { b.Scope = "123" },
		"version":           func(b *Basis, _ *Question) { b.Versions = "8" },
		"scope and version": func(b *Basis, _ *Question) { b.Scope, b.Versions = "default7", "" },
		"mode":              func(b *Basis, _ *Question) { b.Mode = "model" },
		"text":              func(_ *Basis, q *Question) { q.Text = "How long did the meal last?" },
		"day":               func(_ *Basis, q *Question) { q.Asked = noon.AddDate(0, 0, 1) },
		"since":             func(_ *Basis, q *Question) { q.Since = "2025-08-16" },
		"source":            func(_ *Basis, q *Question) { q.Source = "2025-08-16" },
		"conversation":      func(_ *Basis, q *Question) { q.Text, q.History = "And why?", []Turn{{Question: "Who won?"}} },
	} {
		key := with(change)
		if other, known := keys[key]; known {
			t.Errorf("%s and %s have one key", name, other)
		}
		keys[key] = name
	}
	same := with(func(_ *Basis, q *Question) { q.Text, q.Asked = "How long did  the talks last? ", noon.Add(time.Hour) })
	if keys[same] != "plain" {
		t.Error("the same question an hour later has another key")
	}
}

func TestCacheForgets(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := NewCache(CacheOptions{Keep: time.Minute})
		defer c.Close()
		var asked counted
		ask := func() {
			if _, err := c.Ask(t.Context(), keptBasis, Question{Text: "Who won?", Asked: time.Unix(0, 0)}, asked.ask); err != nil {
				t.Fatal(err)
			}
		}
		ask()
		ask()
		<-time.After(2 * time.Minute)
		ask()
		if n := asked.n.Load(); n != 2 {
			t.Errorf("asked %d times, want 2", n)
		}
	})
}

func TestCacheRemembersNoError(t *testing.T) {
	t.Parallel()
	c := newCache(t, CacheOptions{})
	broken := errors.New("broken")
	fail := func(context.Context, Question) (Answer, error) { return Answer{}, broken }
	if _, err := c.Ask(t.Context(), keptBasis, Question{Text: "Who won?"}, fail); !errors.Is(err, broken) {
		t.Errorf("error %v, want %v", err, broken)
	}
	var asked counted
	if _, err := c.Ask(t.Context(), keptBasis, Question{Text: "Who won?"}, asked.ask); err != nil || asked.n.Load() != 1 {
		t.Errorf("asked %d times, %v", asked.n.Load(), err)
	}
}

// TestCacheAsksOnce: many who ask the same at one time get one answer, each with
// the question in their own words; who gives up does not take it from the others.
func TestCacheAsksOnce(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := NewCache(CacheOptions{})
		defer c.Close()
		var asked counted
		answer := make(chan struct{})
		slow := func(ctx context.Context, qn Question) (Answer, error) {
			select {
			case <-answer:
				return asked.ask(ctx, qn)
			case <-ctx.Done():
				return Answer{}, ctx.Err()
			}
		}
		impatient, giveUp := context.WithCancel(t.Context())
		var waiting sync.WaitGroup
		waiting.Go(func() {
			if _, err := c.Ask(impatient, keptBasis, Question{Text: "Who won?"}, slow); !errors.Is(err, context.Canceled) {
				t.Errorf("error %v, want %v", err, context.Canceled)
			}
		})
		synctest.Wait() // the impatient one asks first
		for _, words := range []string{"Who won?", " Who won?", "Who  won? "} {
			waiting.Go(func() {
				a, err := c.Ask(t.Context(), keptBasis, Question{Text: words}, slow)
				if err != nil || a.Question != words {
					t.Errorf("%q: answer to %q, %v", words, a.Question, err)
				}
			})
		}
		synctest.Wait()
		giveUp()
		synctest.Wait()
		close(answer)
		waiting.Wait()
		if n := asked.n.Load(); n != 1 {
			t.Errorf("asked %d times, want 1", n)
		}
	})
}
