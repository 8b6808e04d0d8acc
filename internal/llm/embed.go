package llm

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"sync/atomic"
	"time"
	"unicode/utf8"

	openai "github.com/sashabaranov/go-openai"

	"sherpa/answer"
	"sherpa/answer/prompt"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// Embedder makes vectors with a model behind the same kind of server. It is safe
// for use by many at once.
type Embedder struct {
	options EmbedOptions
	client  *Client
	// Questions and passages have a breaker each: a server may be quick enough for
	// the ones only.
	questions, passages *breaker
	// points is how many code points a request may have: fewer where the server was
	// too slow.
	points atomic.Int64
	// dimension is that of the first vector.
	dimension atomic.Int64
}

var _ retrieval.Embedder = (*Embedder)(nil)

// NewEmbedder returns an Embedder for the model that o names. It sends nothing
// yet.
func NewEmbedder(o EmbedOptions) (*Embedder, error) {
	if err := o.check(); err != nil {
		return nil, fmt.Errorf("model of vectors: %w", err)
	}
	o.Batch, o.Question = cmp.Or(o.Batch, 10*time.Second), cmp.Or(o.Question, 2*time.Second)
	c := o.client()
	e := &Embedder{
		options: o, client: &Client{options: c, http: newHTTP(c)},
		questions: newBreaker(c.Limits, c.Log), passages: newBreaker(c.Limits, c.Log),
	}
	e.points.Store(mostPoints)
	e.dimension.Store(int64(o.Dimension))
	return e, nil
}

// Close closes the connections that wait for further use.
func (e *Embedder) Close() { e.client.Close() }

// Model names what makes the vectors: the model, with what else changes them.
func (e *Embedder) Model() string { return e.options.name() }

// EmbedQuestion returns the vector of a question. It is tried once, for a short
// time.
func (e *Embedder) EmbedQuestion(ctx context.Context, question string) ([]float32, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, e.options.Question, &limit{"no vector of the question", e.options.Question})
	defer cancel()
	r := e.request([]string{question}, e.options.QuestionPrefix, e.options.Question)
	vectors, f := r.observed(func() ([][]float32, *fault) { return r.through(ctx, e.questions) })
	if f != nil {
		return nil, embedError(f)
	}
	return vectors[0], nil
}

// Embed returns the vectors of passages in their order. It sends as many requests
// as that takes, and each again where it may help. It fails with
// retrieval.ErrTexts where the server objects to the texts.
func (e *Embedder) Embed(ctx context.Context, passages []string) ([][]float32, error) {
	all := make([][]float32, 0, len(passages))
	for len(passages) > 0 {
		n := e.fit(passages)
		vectors, f := e.batch(ctx, passages[:n])
		switch {
		case f != nil && f.health == ill && errors.Is(f, context.DeadlineExceeded) && n > 1 && e.narrow():
			continue
		case f != nil:
			return nil, embedError(f)
		}
		all, passages = append(all, vectors...), passages[n:]
	}
	return all, nil
}

// fit is how many of the texts go into the next request.
func (e *Embedder) fit(texts []string) int {
	left := int(e.points.Load())
	for n, t := range texts {
		left -= min(utf8.RuneCountInString(t), maxPoints)
		if n == maxTexts || n > 0 && left < 0 {
			return n
		}
	}
	return len(texts)
}

// narrow makes further requests smaller, if they can be.
func (e *Embedder) narrow() bool {
	points := e.points.Load()
	e.points.Store(max(points/2, leastPoints))
	return points > leastPoints
}

// batch makes the vectors of texts that go into one request.
func (e *Embedder) batch(ctx context.Context, texts []string) ([][]float32, *fault) {
	l := e.client.options.Limits
	ctx, cancel := context.WithTimeoutCause(ctx, l.Total, &limit{"no vectors", l.Total})
	defer cancel()
	r := e.request(texts, e.options.PassagePrefix, e.options.Batch)
	return r.observed(func() ([][]float32, *fault) {
		return repeat(ctx, l, func() ([][]float32, *fault) { return r.through(ctx, e.passages) })
	})
}

// embedding is one request for vectors with all its attempts.
type embedding struct {
	*call
	embedder *Embedder
	texts    []string
	patience time.Duration
}

func (e *Embedder) request(texts []string, prefix string, patience time.Duration) *embedding {
	r := &embedding{call: &call{client: e.client}, embedder: e, patience: patience}
	for _, t := range texts {
		if points := []rune(t); len(points) > maxPoints {
			t = string(points[:maxPoints])
		}
		r.texts = append(r.texts, prefix+text.Clean(t))
	}
	return r
}

// observed tells how the request ended.
func (r *embedding) observed(send func() ([][]float32, *fault)) ([][]float32, *fault) {
	began := time.Now()
	vectors, f := send()
	outcome := "ok"
	if f != nil {
		outcome = f.outcome()
	}
	r.client.observe(r.call, began, outcome)
	return vectors, f
}

// through sends the request unless its server failed too often.
func (r *embedding) through(ctx context.Context, b *breaker) (vectors [][]float32, f *fault) {
	_, f = through(b, func() (*reply, *fault) {
		var f *fault
		vectors, f = r.attempt(ctx)
		return nil, f
	})
	return vectors, f
}

// attempt sends the request once, within the budget.
func (r *embedding) attempt(ctx context.Context) ([][]float32, *fault) {
	if ctx.Err() != nil {
		return nil, ended(ctx)
	}
	var sent measure
	for _, t := range r.texts {
		sent = sent.plus(measured(t)).plus(measure{few: 1, many: perMessage})
	}
	receipt, f := r.reserve(ctx, sent.many, 0)
	if f != nil {
		return nil, f
	}
	var took Spend
	defer func() { r.settle(ctx, receipt, took) }()
	r.attempts++
	got, x, f := r.send(ctx)
	if x.sent.Load() && (f == nil || f.refused == nil || f.refused.status >= http.StatusInternalServerError) {
		prompt, _ := charge(sent, measure{}, got.Usage, 0, false)
		took = r.client.options.Prices.priced(prompt, 0)
	}
	if f != nil {
		return nil, f
	}
	return r.take(got)
}

// send sends the request and reads what comes back.
func (r *embedding) send(ctx context.Context) (embeddings, *exchange, *fault) {
	o := r.client.options
	ctx, w := newWatch(ctx)
	defer w.stop()
	x := &exchange{http: r.client.http, watch: w, limits: o.Limits, patience: r.patience, userAgent: o.UserAgent, whole: true}
	_, err := r.client.protocol(x).CreateEmbeddings(ctx, openai.EmbeddingRequest{
		Input: r.texts, Model: openai.EmbeddingModel(o.Model), Dimensions: r.embedder.options.Dimension,
		EncodingFormat: openai.EmbeddingEncodingFormatFloat,
	})
	if x.object == nil || ctx.Err() != nil || errors.Is(err, errBody) {
		f := x.faultOf(ctx, cmp.Or(err, error(unusableError("the reply is empty"))), false, r.cleaner())
		return embeddings{}, x, f.objectsTo(r.texts)
	}
	// The library takes what is missing, or not a number, for 0.
	got, f := readEmbeddings(x.object, r.cleaner())
	return got, x, f
}

// cleaner keeps the key and the texts out of errors.
func (r *embedding) cleaner() cleaner {
	c := cleaner{key: string(r.client.options.APIKey)}
	for _, t := range r.texts {
		c.prompt = append(c.prompt, prompt.Message{Text: t})
	}
	return c
}

// objectsTo marks the refusals that other texts may be spared.
func (f *fault) objectsTo(texts []string) *fault {
	if f.refused == nil || len(texts) == 0 {
		return f
	}
	switch f.refused.status {
	case http.StatusBadRequest, http.StatusRequestEntityTooLarge, http.StatusUnprocessableEntity:
		f.cause = retrieval.ErrTexts
	case http.StatusInternalServerError: // llama.cpp's, for a text beyond its model
		if tooLong.MatchString(f.refused.message) {
			f.cause, f.again, f.health = retrieval.ErrTexts, false, well
		}
	}
	return f
}

// EmbedError says why there are no vectors.
type EmbedError struct {
	Reason answer.Reason
	// Err is for the operator. It holds no key and no text.
	Err error
}

// Error is for the operator.
func (e *EmbedError) Error() string {
	return "model of vectors: " + string(e.Reason) + ": " + e.Err.Error()
}

// Unwrap returns the cause.
func (e *EmbedError) Unwrap() error { return e.Err }

// embedError is a fault as callers get it.
func embedError(f *fault) error {
	shown := *f
	shown.text = ofVectors(f.text)
	return &EmbedError{Reason: f.reason, Err: &shown}
}
