package eval

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"sherpa/answer"
	"sherpa/retrieval"
	"sherpa/store"
)

// Asker answers questions.
type Asker interface {
	Ask(ctx context.Context, q answer.Question) (answer.Answer, error)
}

// Searcher finds passages.
type Searcher interface {
	Search(ctx context.Context, q retrieval.Query) (retrieval.Result, error)
}

// Articles gives stored articles, whose text quotes are held against.
type Articles interface {
	Article(ctx context.Context, id string) (store.Article, error)
}

// Engine is what is measured.
type Engine struct {
	Asker Asker
	// Searcher may be nil: then nothing is said of retrieval.
	Searcher Searcher
	// Articles may be nil: then nothing is said of quotes.
	Articles Articles
}

// Options says what to measure, on which questions and how.
type Options struct {
	Engine
	// Files are question files, read in order.
	Files []string
	// Questions are asked before those of Files.
	Questions []Question
	// Workers is how many conversations run at a time; 0 means 1, which alone
	// gives latencies that mean anything.
	Workers int
	// OpenDocs builds a store of the articles of one question; nil means
	// OpenDocs of this package.
	OpenDocs func(ctx context.Context, docs []Doc) (Engine, io.Closer, error)
	// Now is the time of questions that do not say when they were asked; the
	// zero value means the time of the run.
	Now time.Time
	// Offline has every question answered without a language model.
	Offline bool
	// Progress, if set, is called after every question, from one goroutine at
	// a time.
	Progress func(done, total int)
}

// Run asks every question and judges the answers. A question that goes wrong
// in itself ends the run: a report with holes would flatter.
func Run(ctx context.Context, opts Options) (Report, error) {
	read, err := ReadFiles(opts.Files)
	if err != nil {
		return Report{}, err
	}
	if opts.OpenDocs == nil {
		opts.OpenDocs = OpenDocs
	}
	questions := append(append([]Question{}, opts.Questions...), read...)
	r := runner{opts: opts, outcomes: make([]Outcome, len(questions)), articles: map[string]store.Article{}}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(max(opts.Workers, 1))
	for _, thread := range conversations(questions) {
		group.Go(func() error { return r.converse(ctx, questions, thread) })
	}
	if err := group.Wait(); err != nil {
		return Report{}, err
	}
	return newReport(opts.Files, r.outcomes), nil
}

// conversations groups the indexes of questions by thread, in order; a
// question without a thread is a conversation of its own.
func conversations(questions []Question) [][]int {
	type key struct{ file, thread string }
	var all [][]int
	at := map[key]int{}
	for i, q := range questions {
		k := key{q.File, q.Thread}
		n, seen := at[k]
		if q.Thread == "" || !seen {
			at[k] = len(all)
			all = append(all, []int{i})
			continue
		}
		all[n] = append(all[n], i)
	}
	return all
}

type runner struct {
	opts     Options
	outcomes []Outcome

	mu       sync.Mutex
	done     int
	articles map[string]store.Article // of the main store
}

// converse asks the questions of one thread in order, each with what was said
// before it.
func (r *runner) converse(ctx context.Context, questions []Question, thread []int) error {
	var history []answer.Turn
	for n, i := range thread {
		if err := ctx.Err(); err != nil {
			return err
		}
		o, err := r.one(ctx, questions[i], history, n > 0)
		if err != nil {
			return fmt.Errorf("%s:%d: question %s: %w", questions[i].File, questions[i].Line, questions[i].ID, err)
		}
		history = append(history, answer.Turn{Question: understood(o), Answer: o.Answer})
		r.outcomes[i] = o
		r.progress(len(questions))
	}
	return nil
}

// understood is the question as it was understood, each of a message that asks
// several on a line of its own.
func understood(o Outcome) string {
	if len(o.Answer.Parts) > 0 {
		return o.Answer.Meant()
	}
	if o.Answer.UnderstoodAs != "" {
		return o.Answer.UnderstoodAs
	}
	return o.Question.Text
}

func (r *runner) progress(total int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.done++
	if r.opts.Progress != nil {
		r.opts.Progress(r.done, total)
	}
}

// one asks one question, of the main store or of the store that its docs make.
func (r *runner) one(ctx context.Context, q Question, history []answer.Turn, followUp bool) (_ Outcome, err error) {
	engine := Engine{Asker: r.opts.Asker, Searcher: r.opts.Searcher, Articles: r.cached(r.opts.Articles)}
	if len(q.Docs) > 0 {
		own, closer, openErr := r.opts.OpenDocs(ctx, q.Docs)
		if openErr != nil {
			return Outcome{}, fmt.Errorf("open a store of its docs: %w", openErr)
		}
		defer func() { err = errors.Join(err, closer.Close()) }()
		engine = own
	}
	return measure(ctx, engine, r.ask(q, history), q, followUp)
}

func (r *runner) ask(q Question, history []answer.Turn) answer.Question {
	ask := answer.Question{Text: q.Text, Since: q.Since, Source: q.Source, Asked: q.Asked, History: history, Offline: r.opts.Offline}
	if ask.Asked.IsZero() {
		ask.Asked = r.opts.Now
	}
	return ask
}

// measure asks, judges the answer, and then looks at retrieval and quotes,
// outside the time that is taken.
func measure(ctx context.Context, e Engine, ask answer.Question, q Question, followUp bool) (Outcome, error) {
	began := time.Now()
	a, err := e.Asker.Ask(ctx, ask)
	wall := time.Since(began)
	if err != nil {
		return Outcome{}, err
	}
	o := judge(q, a, followUp)
	o.WallMS = float64(wall.Microseconds()) / 1000
	if len(q.Evidence) > 0 && e.Searcher != nil {
		if err := o.search(ctx, e.Searcher); err != nil {
			return o, err
		}
	}
	if e.Articles != nil {
		err = o.judgeQuotes(ctx, e.Articles)
	}
	return o, err
}

// search looks for the question's evidence with the question as the engine
// understood it.
func (o *Outcome) search(ctx context.Context, s Searcher) error {
	query := retrieval.Query{Text: understood(*o), Since: o.Question.Since, K: depth}
	if o.Question.Source != "" {
		query.Sources = []string{o.Question.Source}
	}
	result, err := s.Search(ctx, query)
	if err != nil {
		return fmt.Errorf("search: %w", err)
	}
	o.judgeHits(result.Hits)
	return nil
}

// judgeQuotes counts the quotes that are the stored article's bytes at the
// offsets that the citation gives.
func (o *Outcome) judgeQuotes(ctx context.Context, from Articles) error {
	verbatim := 0
	for _, c := range o.Answer.Citations {
		stored, err := from.Article(ctx, c.Article.ID)
		if err != nil {
			return fmt.Errorf("read article %s: %w", c.Article.ID, err)
		}
		if isVerbatim(c, stored.Text) {
			verbatim++
		}
	}
	o.mark("verbatim", float64(verbatim), len(o.Answer.Citations))
	return nil
}

func isVerbatim(c answer.Citation, stored string) bool {
	return 0 <= c.Start && c.Start < c.End && c.End <= len(stored) && stored[c.Start:c.End] == c.Quote
}

// cached remembers articles for the run, since a few are cited often.
func (r *runner) cached(from Articles) Articles {
	if from == nil {
		return nil
	}
	return cachedArticles{from, r}
}

type cachedArticles struct {
	from Articles
	run  *runner
}

func (c cachedArticles) Article(ctx context.Context, id string) (store.Article, error) {
	c.run.mu.Lock()
	stored, ok := c.run.articles[id]
	c.run.mu.Unlock()
	if ok {
		return stored, nil
	}
	stored, err := c.from.Article(ctx, id)
	if err != nil {
		return stored, err
	}
	c.run.mu.Lock()
	defer c.run.mu.Unlock()
	c.run.articles[id] = stored
	return stored, nil
}
