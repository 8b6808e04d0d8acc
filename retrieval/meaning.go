package retrieval

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"time"

	"sherpa/store"
)

const (
	// defaultVectorBytes is room for 170,000 vectors of 768 numbers.
	defaultVectorBytes   = 512 << 20
	defaultQuestionLimit = 2 * time.Second
)

// The reasons why vectors take no part in a ranking, beside the errors of the
// Embedder and of the store. Result.Degraded wraps them.
var (
	// ErrNoVectors means that no passage has a vector yet.
	ErrNoVectors = errors.New("no passage has a vector of this model yet")
	// ErrTooManyVectors means that the vectors take more memory than they may.
	ErrTooManyVectors = errors.New("the vectors of the passages need more memory than they are allowed")
	// ErrOtherVectors means that the question's vector cannot be compared with those
	// of the passages.
	ErrOtherVectors = errors.New("the question's vector cannot be compared with those of the passages: has the model changed?")
)

// Embedder makes vectors of texts: those of texts that mean alike point alike.
type Embedder interface {
	// Model names what makes the vectors. Vectors of different names are never
	// compared.
	Model() string
	// Embed returns the vectors of passages in their order, and may take its time. It
	// fails with ErrTexts where these texts are the reason.
	Embed(ctx context.Context, passages []string) ([][]float32, error)
	// EmbedQuestion returns the vector of a question, at once or not at all.
	EmbedQuestion(ctx context.Context, question string) ([]float32, error)
}

// Vectors is what a search by meaning needs of the store.
type Vectors interface {
	// EachVector visits the vectors of a model that are newer than one, in order.
	EachVector(ctx context.Context, model string, after int64, visit func(store.Vector) error) error
	// WithVector lists the row ids of the passages that have a vector and pass a
	// filter, in order.
	WithVector(ctx context.Context, model string, f store.Filter) ([]int64, error)
	// PassagesByRowID returns passages; those that are gone are left out.
	PassagesByRowID(ctx context.Context, ids []int64) ([]store.Hit, error)
}

var _ Vectors = (*store.Store)(nil)

// meaning searches by vectors.
type meaning struct {
	embedder Embedder
	vectors  Vectors
	memory   *memory
	limit    time.Duration
}

// newMeaning is nil where the options lack what it needs.
func newMeaning(opts Options) *meaning {
	if opts.Embedder == nil || opts.Vectors == nil {
		return nil
	}
	return &meaning{
		embedder: opts.Embedder, vectors: opts.Vectors,
		memory: newMemory(opts.Vectors, opts.Embedder.Model(), cmp.Or(opts.VectorBytes, defaultVectorBytes)),
		limit:  cmp.Or(opts.QuestionLimit, defaultQuestionLimit),
	}
}

// near are the passages whose vectors are nearest to a question's, nearest first.
type near struct {
	hits    []store.Hit
	cosines map[int64]float64
	// all are the vectors that they were chosen from.
	all *matrix
}

// search finds at most n passages that pass a filter.
func (m *meaning) search(ctx context.Context, version int64, question string, f store.Filter, n int) (near, error) {
	ctx, cancel := context.WithTimeout(ctx, m.limit)
	defer cancel()
	all, err := m.memory.at(ctx, version)
	if err != nil {
		return near{}, fmt.Errorf("vectors of the passages: %w", err)
	}
	asked, err := m.embedder.EmbedQuestion(ctx, question)
	if err != nil {
		return near{}, fmt.Errorf("vector of the question: %w", err)
	}
	unit, ok := unitVector(asked)
	if !ok || len(unit) != all.dimension {
		return near{}, fmt.Errorf("%w (%d numbers, not %d)", ErrOtherVectors, len(asked), all.dimension)
	}
	if len(f.Sources) > 0 || f.Since != "" || f.Until != "" {
		allowed, err := m.vectors.WithVector(ctx, m.embedder.Model(), f)
		if err != nil {
			return near{}, fmt.Errorf("passages to choose from: %w", err)
		}
		all = all.only(allowed)
	}
	found, err := m.read(ctx, all.nearest(unit, n))
	found.all = all
	return found, err
}

// read reads the passages of vectors. Which of two equally near ones comes first
// does not depend on when they were stored.
func (m *meaning) read(ctx context.Context, nearest []neighbour) (near, error) {
	found := near{cosines: make(map[int64]float64, len(nearest))}
	ids := make([]int64, len(nearest))
	for i, s := range nearest {
		ids[i], found.cosines[s.passage] = s.passage, float64(s.cosine)
	}
	hits, err := m.vectors.PassagesByRowID(ctx, ids)
	if err != nil {
		return near{}, fmt.Errorf("passages that are near: %w", err)
	}
	slices.SortFunc(hits, func(x, y store.Hit) int {
		return cmp.Or(
			cmp.Compare(found.cosines[y.Passage.RowID], found.cosines[x.Passage.RowID]),
			cmp.Compare(x.Passage.ArticleID, y.Passage.ArticleID),
			cmp.Compare(x.Passage.Ordinal, y.Passage.Ordinal),
		)
	})
	found.hits = hits
	return found, nil
}

// unitVector is a vector of the same direction and length 1; ok is false if it
// has none.
func unitVector(v []float32) (unit []float32, ok bool) {
	square := 0.0
	for _, x := range v {
		square += float64(x) * float64(x)
	}
	length := math.Sqrt(square)
	if length == 0 || math.IsNaN(length) || math.IsInf(length, 0) {
		return nil, false
	}
	unit = make([]float32, len(v))
	for i, x := range v {
		unit[i] = float32(float64(x) / length)
	}
	return unit, true
}
