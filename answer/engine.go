package answer

import (
	"cmp"
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"slices"
	"time"

	"sherpa/answer/conversation"
	"sherpa/answer/draft"
	"sherpa/answer/evidence"
	"sherpa/answer/gate"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
	"sherpa/store"
)

// MaxQuestion is the length of the longest question that is answered, in code
// points. The message around it may be longer (MaxMessage).
const MaxQuestion = 500

// defaultModelTime leaves a quarter of the time that a question may take in all.
const defaultModelTime = 45 * time.Second

// passagesRead is how many passages are read closely for an answer.
const passagesRead = 30

// Searcher finds the passages that matter for a question.
type Searcher interface {
	Search(ctx context.Context, q retrieval.Query) (retrieval.Result, error)
}

// Articles gives the stored articles, for what reads beyond the best passages.
type Articles interface {
	EachArticle(ctx context.Context, visit func(store.Article) error) error
	Articles(ctx context.Context) ([]store.ArticleInfo, error)
	CountArticles(ctx context.Context) (int, error)
	Passages(ctx context.Context, articleID string) ([]store.Passage, error)
}

var (
	_ Searcher = (*retrieval.Searcher)(nil)
	_ Articles = (*store.Store)(nil)
)

// Options sets what an Engine takes from outside.
type Options struct {
	// Now is the clock; nil means time.Now.
	Now func() time.Time
	// Generator is the language model that phrases answers; nil means that they
	// are made from the articles' own sentences alone.
	Generator Generator
	// ModelTime is how long the model may take for one answer, in all its calls; 0
	// means 45 seconds.
	ModelTime time.Duration
	// Random is where the marks of prompts come from; nil means crypto/rand.
	Random io.Reader
}

// Engine answers questions. It is safe for concurrent use.
type Engine struct {
	search    Searcher
	articles  Articles
	now       func() time.Time
	generator Generator
	modelTime time.Duration
	random    io.Reader
}

// New makes an Engine.
func New(search Searcher, articles Articles, opts Options) *Engine {
	if opts.Now == nil {
		opts.Now = time.Now
	}
	if opts.Random == nil {
		opts.Random = rand.Reader
	}
	return &Engine{
		search: search, articles: articles, now: opts.Now, generator: opts.Generator, modelTime: cmp.Or(opts.ModelTime, defaultModelTime), random: opts.Random,
	}
}

// Ask answers a question from the articles: in their own sentences, or phrased by
// the language model where there is one. Several questions in one message are
// answered one by one. A question that they do not answer is no
// error, and neither is a model that fails: the answer then says so. An error
// means that the store could not be read, or that nobody waits any more.
func (e *Engine) Ask(ctx context.Context, qn Question) (Answer, error) {
	if reason := unusable(qn.Text); reason != "" {
		a := emptyAnswer(qn.Text)
		a.Text = reason
		return a, nil
	}
	qn.History = withoutChatter(qn.History)
	model, cancel := context.WithTimeout(ctx, e.modelTime)
	defer cancel()
	return e.askMessage(ctx, model, qn)
}

// askOne answers one question.
func (e *Engine) askOne(ctx, model context.Context, qn Question) (Answer, error) {
	start := e.now()
	a := emptyAnswer(qn.Text)
	f, err := e.find(ctx, model, qn, &a)
	if err != nil {
		return Answer{}, err
	}
	a.Timing.Retrieval = milliseconds(e.now().Sub(start))
	f.compose(&a)
	if a.Answered && e.generates(qn) && !a.modelFailed() {
		e.phrase(model, qn, f, &a)
	}
	if err := ctx.Err(); err != nil && a.LLM != nil {
		return Answer{}, fmt.Errorf("answer: nobody waits for the language model any more: %w", err)
	}
	a.Timing.Total = milliseconds(e.now().Sub(start))
	return a, nil
}

// generates reports whether a language model may be asked.
func (e *Engine) generates(qn Question) bool { return e.generator != nil && !qn.Offline }

// modelFailed reports whether the model was asked in vain.
func (a *Answer) modelFailed() bool { return a.LLM != nil && a.LLM.FallbackReason != "" }

// find searches for what the question means. The model has until the context
// called model ends.
func (e *Engine) find(ctx, model context.Context, qn Question, a *Answer) (*found, error) {
	if e.generates(qn) {
		return e.findUnderstood(ctx, model, qn, a)
	}
	return e.findResolved(ctx, qn, a)
}

// findResolved searches for the question as the conversation resolves it.
func (e *Engine) findResolved(ctx context.Context, qn Question, a *Answer) (*found, error) {
	asked := qn.resolved()
	if alone := conversation.Bare(asked, turnsOf(qn.History)); alone != "" {
		f, err := e.findAs(ctx, qn, asked, a)
		if err == nil {
			f.unclear = alone
		}
		return f, err
	}
	asked, err := e.inStory(ctx, qn, asked)
	if err != nil {
		return nil, err
	}
	f, err := e.findAs(ctx, qn, asked, a)
	if err == nil {
		f.unclear, err = e.unclear(ctx, qn, asked)
	}
	return f, err
}

// findAs searches for the question as it was understood.
func (e *Engine) findAs(ctx context.Context, qn Question, asked string, a *Answer) (*found, error) {
	a.UnderstoodAs, a.NoArticlesBy = "", nil
	if asked != text.Squeeze(text.Clean(qn.Text)) {
		a.UnderstoodAs = asked
	}
	topic, overview, outcome := conversation.Topic(asked)
	if overview && topic == "" {
		return e.findOverview(ctx, qn)
	}
	if overview || outcome {
		asked = topic
	}
	frame, res, err := e.searchFramed(ctx, qn, asked)
	if err != nil {
		return nil, err
	}
	if frame.disputed() {
		if f, err := e.findDisputes(ctx, frame.question, frame.aspect); f != nil || err != nil {
			return f, err
		}
	}
	a.Degraded, a.Names, a.NoArticlesBy = res.Degraded != nil, namesOf(&res.Analysis), frame.strange
	f := e.newFound(ctx, res, frame, qn)
	switch {
	case overview:
		f.draft = overviewDraft(f.q, f.all)
	case outcome:
		f.draft = cmp.Or(outcomeDraft(f.q, f.all), f.draft)
	}
	return f, nil
}

func (e *Engine) query(qn Question, asked string) retrieval.Query {
	q := retrieval.Query{Text: asked, Since: qn.Since, K: passagesRead, Event: true, Before: spokenOf(qn.History)}
	if qn.Source != "" {
		q.Sources = []string{qn.Source}
	}
	return q
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// found is what was found for a question, read closely, with the answer that the
// articles' own sentences give.
type found struct {
	q     *question.Question
	res   retrieval.Result
	all   []*evidence.Evidence
	draft *draft.Draft
	// certain says that nothing in particular was asked, so that what is there
	// answers.
	certain bool
	// unclear is the pronoun of the question that may mean anything.
	unclear string
}

func (e *Engine) newFound(ctx context.Context, res retrieval.Result, fr frame, qn Question) *found {
	f := &found{q: question.New(res.Analysis), res: res}
	f.q.ReadNames = e.nameReader(ctx)
	f.all = onlySaid(withoutSaid(evidence.Gather(f.q, res.Hits), saidBefore(qn)), saidThen(qn))
	f.draft = draftFramed(f.q, f.all, fr, res.Articles)
	return f
}

// withoutSaid leaves out the sentences that were cited before.
func withoutSaid(all []*evidence.Evidence, said []Citation) []*evidence.Evidence {
	if len(said) == 0 {
		return all
	}
	return slices.DeleteFunc(all, func(e *evidence.Evidence) bool {
		return slices.ContainsFunc(said, func(c Citation) bool { return overlaps(e, c) })
	})
}

// onlySaid leaves the sentences that were cited, if any were.
func onlySaid(all []*evidence.Evidence, said []Citation) []*evidence.Evidence {
	if len(said) == 0 {
		return all
	}
	return slices.DeleteFunc(all, func(e *evidence.Evidence) bool {
		return !slices.ContainsFunc(said, func(c Citation) bool { return overlaps(e, c) })
	})
}

// overlaps reports whether the sentence was cited, or part of it.
func overlaps(e *evidence.Evidence, c Citation) bool {
	start := e.Hit.Passage.Start
	return c.Article.ID == e.Hit.Passage.ArticleID && start+e.Sentence.Start < c.End && c.Start < start+e.Sentence.End
}

// compose fills in the answer in the articles' own sentences.
func (f *found) compose(a *Answer) {
	a.Coverage.Articles = f.res.Articles
	if f.unclear != "" {
		a.Text = unclearText(f.unclear)
		return
	}
	if question, articles := f.strangeLanguage(a.asked()); question != "" {
		a.Text = strangeText(question, articles)
		return
	}
	a.Confidence = round4(f.confidence())
	if len(f.draft.Statements) == 0 || a.Confidence < gate.Threshold {
		abstain(a, f.res)
		return
	}
	b := newBook()
	writeDraft(f.draft, a, b)
	if len(a.Statements) == 0 {
		a.Disagreements, a.Citations = []Disagreement{}, []Citation{}
		abstain(a, f.res)
		return
	}
	a.Answered, a.Mode = true, ModeExtractive
	a.Indirect = !f.certain && f.draft.IsIndirect(f.q)
	a.Coverage.Reporting = b.articles()
}

// confidence is the probability that the draft answers.
func (f *found) confidence() float64 {
	if f.certain && len(f.draft.Statements) > 0 {
		return 1
	}
	return gate.Confidence(f.q, f.all, f.draft)
}

func round4(x float64) float64 { return float64(int(x*10000+0.5)) / 10000 }
