package answer

import (
	"context"
	"fmt"
	"io"
	"time"

	"sherpa/internal/text"
	"sherpa/retrieval"
	"sherpa/store"
)

// MaxQuestion is the length of the longest question that is answered, in code
// points.
const MaxQuestion = 500

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
	search   Searcher
	articles Articles
	now      func() time.Time
}

// New makes an Engine.
func New(search Searcher, articles Articles, opts Options) *Engine {
	if opts.Now == nil {
		opts.Now = time.Now
	}
	return &Engine{search: search, articles: articles, now: opts.Now}
}

// Ask answers a question from the articles alone. A question that they do not
// answer is no error: the answer then says so. An error means that the store
// could not be read.
func (e *Engine) Ask(ctx context.Context, qn Question) (Answer, error) {
	start := e.now()
	a := emptyAnswer(qn.Text)
	if reason := unusable(qn.Text); reason != "" {
		a.Text = reason
		return a, nil
	}
	asked := resolve(qn)
	if asked != text.Squeeze(text.Clean(qn.Text)) {
		a.UnderstoodAs = asked
	}
	res, err := e.search.Search(ctx, e.query(qn, asked))
	if err != nil {
		return Answer{}, fmt.Errorf("answer: search: %w", err)
	}
	a.Timing.Retrieval = milliseconds(e.now().Sub(start))
	compose(&a, res)
	a.Timing.Total = milliseconds(e.now().Sub(start))
	return a, nil
}

func (e *Engine) query(qn Question, asked string) retrieval.Query {
	q := retrieval.Query{Text: asked, Since: qn.Since, K: passagesRead}
	if qn.Source != "" {
		q.Sources = []string{qn.Source}
	}
	return q
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// compose fills in the answer from what was found.
func compose(a *Answer, res retrieval.Result) {
	q := newQuestion(res.Analysis)
	a.Coverage.Articles = res.Articles
	all := gather(q, res.Hits)
	d := draftAnswer(q, all)
	a.Confidence = round4(confidence(q, all, d))
	if len(d.statements) == 0 || a.Confidence < threshold {
		abstain(a, res)
		return
	}
	b := newBook()
	d.write(a, b)
	if len(a.Statements) == 0 {
		a.Disagreements, a.Citations = []Disagreement{}, []Citation{}
		abstain(a, res)
		return
	}
	a.Answered, a.Mode = true, ModeExtractive
	a.Coverage.Reporting = b.articles()
}

func round4(x float64) float64 { return float64(int(x*10000+0.5)) / 10000 }
