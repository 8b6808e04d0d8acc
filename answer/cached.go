package answer

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/maypok86/otter/v2"

	"sherpa/answer/conversation"
)

const (
	defaultKept = 1024
	defaultKeep = 10 * time.Minute
	// keepDegraded is how long an answer is kept that vectors may make better: as
	// long as a failing server is left alone, so that meanwhile many who ask are
	// one question still.
	keepDegraded = 30 * time.Second
)

// CacheOptions sets what a Cache keeps.
type CacheOptions struct {
	// Answers is how many answers are kept; 0 means 1024.
	Answers int
	// Keep is how long an answer is kept; 0 means ten minutes. A degraded one is
	// kept for half a minute at the most.
	Keep time.Duration
	// Now is the clock of questions that do not say when they are asked, and of
	// Answer.Timing; nil means time.Now.
	Now func() time.Time
}

// Basis is what an answer rests on besides its question. Answers are never
// exchanged between different ones.
type Basis struct {
	// Scope names whose articles are asked.
	Scope string
	// Versions names the state of all those articles: a change of any gives
	// another name.
	Versions string
	// Mode names how answers are made; empty means from the articles alone.
	Mode string
}

// Cache remembers answers in memory for a while, so that a question that many ask
// is answered once; those who ask it at the same time wait for one answer. It is
// safe for concurrent use and must be closed.
type Cache struct {
	answers *otter.Cache[cacheKey, Answer]
	now     func() time.Time
}

// cacheKey holds everything that an answer depends on. It is compared by its
// fields, so that no two of them can run into each other.
type cacheKey struct {
	basis Basis
	// asked is the question after it was resolved, and day the date of asking.
	asked, day    string
	since, source string
	// Where a model answers, and where a message asks several questions, asked is
	// the message as it was put, and conversation and locale are what it is
	// understood and answered by.
	conversation, locale string
	offline              bool
	// without is what is no answer, because it was said before, and before the articles
	// that were spoken of.
	without, before string
}

// NewCache makes an empty Cache.
func NewCache(opts CacheOptions) *Cache {
	if opts.Now == nil {
		opts.Now = time.Now
	}
	return &Cache{now: opts.Now, answers: otter.Must(&otter.Options[cacheKey, Answer]{
		MaximumSize:      cmp.Or(opts.Answers, defaultKept),
		ExpiryCalculator: otter.ExpiryWritingFunc(keeping(cmp.Or(opts.Keep, defaultKeep))),
	})}
}

// keeping says how long an answer is kept.
func keeping(longest time.Duration) func(otter.Entry[cacheKey, Answer]) time.Duration {
	return func(e otter.Entry[cacheKey, Answer]) time.Duration {
		if e.Value.Degraded {
			return min(longest, keepDegraded)
		}
		return longest
	}
}

// Close ends the Cache's own goroutine.
func (c *Cache) Close() { c.answers.StopAllGoroutines() }

// Ask returns the answer that ask would give. Its lists are shared with others
// who asked, and must not be changed. Errors are not remembered, nor is that a
// language model failed, and who gives up waiting does not stop the others.
func (c *Cache) Ask(ctx context.Context, on Basis, qn Question, ask func(context.Context, Question) (Answer, error)) (Answer, error) {
	if unusable(qn.Text) != "" {
		return ask(ctx, qn)
	}
	qn.History = withoutChatter(qn.History)
	start, mine, key := c.now(), false, c.key(on, qn)
	a, err := c.answers.Get(ctx, key, otter.LoaderFunc[cacheKey, Answer](func(ctx context.Context, _ cacheKey) (Answer, error) {
		mine = true
		return ask(ctx, qn)
	}))
	if err == nil && a.modelMayRecover() {
		c.answers.Invalidate(key)
	}
	if err != nil || mine {
		return a, err
	}
	a.Question = qn.Text
	if ofStory := a.UnderstoodAs != "" && a.UnderstoodAs != key.asked; on.Mode == "" && len(a.Parts) == 0 && !ofStory {
		a.UnderstoodAs = understood(qn)
	}
	a.Timing = Timing{Total: milliseconds(c.now().Sub(start))}
	return a, nil
}

// modelMayRecover reports whether asking again may give the model's answer.
func (a *Answer) modelMayRecover() bool {
	return a.modelFailed() && a.LLM.FallbackReason != string(ReasonUnverified)
}

func (c *Cache) key(on Basis, qn Question) cacheKey {
	if qn.Asked.IsZero() {
		qn.Asked = c.now()
	}
	k := cacheKey{basis: on, day: qn.Asked.UTC().Format(time.DateOnly), since: qn.Since, source: qn.Source}
	if list, _ := conversation.Inquiries(qn.Text); on.Mode == "" && len(list) == 1 {
		k.asked = qn.of(list[0]).resolved()
		k.before = strings.Join(spokenOf(qn.History), "\x00")
		for _, c := range saidBefore(qn.of(list[0])) {
			k.without += fmt.Sprintf("%s %d %d\x00", c.Article.ID, c.Start, c.End)
		}
		return k
	}
	k.asked = strings.Join(conversation.Lines(qn.Text), "\n")
	for _, t := range exchanges(qn.History) {
		k.conversation += t.Question + "\x00" + t.Answer + "\x00"
	}
	if on.Mode != "" {
		k.locale, k.offline = baseLanguage(qn.Language), qn.Offline
	}
	return k
}

// understood is what a message that asks one question was understood as, where
// that is not what it says.
func understood(qn Question) string {
	list, _ := conversation.Inquiries(qn.Text)
	one := list[0]
	asked := qn.of(one).resolved()
	if asked == one.Text && one.Whole {
		return ""
	}
	return asked
}
