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

	"sherpa/retrieval"
)

// keptBasis is what the answers of these tests rest on.
var keptBasis = Basis{Scope: "default", Versions: "7"}

func newCache(t *testing.T) *Cache {
	t.Helper()
	c := NewCache(CacheOptions{})
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
	e, c := overBriefs(t), newCache(t)
	first := Question{Text: "How long did the talks last?"}
	turn, err := e.Ask(t.Context(), first)
	if err != nil {
		t.Fatal(err)
	}
	sameFromCache(t, e, c,
		first,
		Question{Text: "  How long  did the talks last?"},
		Question{Text: "And why?", History: []Turn{{Question: first.Text, Answer: turn}}},
		Question{Text: "Who is the king of Norway?"},
		Question{Text: " "},
	)
}

// sameFromCache checks that the cache gives the engine's answers, when it is asked
// for the first time and when it remembers them.
func sameFromCache(t *testing.T, e reports, c *Cache, questions ...Question) {
	t.Helper()
	for _, qn := range questions {
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
	c := newCache(t)
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
	for name, c := range map[string]struct {
		keep, lives time.Duration
		degraded    bool
	}{
		"default":            {0, 10 * time.Minute, false},
		"chosen":             {time.Minute, time.Minute, false},
		"degraded":           {0, 30 * time.Second, true},
		"degraded, and soon": {time.Second, time.Second, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				cache := NewCache(CacheOptions{Keep: c.keep})
				defer cache.Close()
				var asked counted
				ask := func() int32 {
					_, err := cache.Ask(t.Context(), keptBasis, Question{Text: "Who won?", Asked: time.Unix(0, 0)}, func(ctx context.Context, qn Question) (Answer, error) {
						a, err := asked.ask(ctx, qn)
						a.Degraded = c.degraded
						return a, err
					})
					if err != nil {
						t.Fatal(err)
					}
					return asked.n.Load()
				}
				ask()
				<-time.After(c.lives - time.Millisecond)
				before := ask()
				<-time.After(2 * time.Millisecond)
				if after := ask(); before != 1 || after != 2 {
					t.Errorf("asked %d times before it was too old, and %d times after", before, after)
				}
			})
		})
	}
}

// unseeing finds by words alone, although vectors should take part.
type unseeing struct{ Searcher }

func (s unseeing) Search(ctx context.Context, q retrieval.Query) (retrieval.Result, error) {
	res, err := s.Searcher.Search(ctx, q)
	res.Degraded = retrieval.ErrNoVectors
	return res, err
}

// TestDegradedAnswersSaySo, whatever becomes of the question.
func TestDegradedAnswersSaySo(t *testing.T) {
	t.Parallel()
	plain := overBriefs(t)
	for name, c := range map[string]struct {
		question string
		model    Generator
		mode     Mode
	}{
		"quoted":   {"How long did the talks last?", nil, ModeExtractive},
		"refused":  {"Who is the king of Norway?", nil, ModeAbstained},
		"phrased":  {whereMet, &scripted{answer: says(said{scene, []string{sceneWords}})}, ModeLLM},
		"declined": {"How long did the talks last?", &scripted{raw: `{"answerable":false,"statements":[]}`}, ModeAbstained},
	} {
		for _, search := range []Searcher{plain.search, unseeing{plain.search}} {
			e := New(search, plain.articles, Options{Generator: c.model})
			_, want := search.(unseeing)
			a, err := e.Ask(t.Context(), Question{Text: c.question})
			if err != nil || a.Mode != c.mode || a.Degraded != want {
				t.Errorf("%s: mode %q, degraded %v, %v; want %q, %v", name, a.Mode, a.Degraded, err, c.mode, want)
			}
		}
	}
}

func TestCacheRemembersNoError(t *testing.T) {
	t.Parallel()
	c := newCache(t)
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

// What was spoken of before may decide which event a question is about.
func TestCacheKeepsConversationsApart(t *testing.T) {
	t.Parallel()
	c, asked := newCache(t), counted{}
	cites := func(article string) []Turn {
		return []Turn{{Question: "Where?", Answer: Answer{Citations: []Citation{{Article: Article{ID: article}}}}}}
	}
	for _, history := range [][]Turn{cites("a"), cites("b"), cites("a")} {
		if _, err := c.Ask(t.Context(), keptBasis, Question{Text: "How long did the ferry stay?", History: history}, asked.ask); err != nil {
			t.Fatal(err)
		}
	}
	if n := asked.n.Load(); n != 2 {
		t.Errorf("asked %d times, want once for each conversation", n)
	}
}
