package retrieval

import (
	"context"
	"errors"
	"fmt"

	"sherpa/store"
)

const (
	// fillBatch is how many passages get their vectors in one step. What is done
	// before an interruption stays done.
	fillBatch = 32
	// maxRefused is after how many refused texts in a row it is not the texts.
	maxRefused = 8
)

// ErrTexts means that an Embedder can make no vectors of the texts that it was
// given, though it could of others.
var ErrTexts = errors.New("no vectors can be made of these texts")

// errAnswer says that an Embedder broke its word.
var errAnswer = errors.New("another number of vectors than of texts")

// Unfilled is what Fill needs of a store.
type Unfilled interface {
	// Stats counts the passages, and VectorStats the vectors by model.
	Stats(ctx context.Context) (store.Stats, error)
	VectorStats(ctx context.Context) ([]store.ModelVectors, error)
	// WithoutVector returns the first passages after one that lack a vector.
	WithoutVector(ctx context.Context, model string, after int64, limit int) ([]store.Hit, error)
	// PutVectors stores vectors and returns how many were new.
	PutVectors(ctx context.Context, model string, vectors []store.Vector) (int, error)
	// KeepVectors deletes the vectors of all other models, or all of them.
	KeepVectors(ctx context.Context, model string) (int, error)
}

var _ Unfilled = (*store.Store)(nil)

// FillOptions say how much is filled.
type FillOptions struct {
	// Most is how many passages are taken at the most; 0 takes all.
	Most int
	// Progress is told after each step how many passages were taken, of how many
	// that lacked a vector at the beginning; nil tells nobody.
	Progress func(taken, lacking int)
}

// Fill gives vectors to the passages of a store that lack one, and returns how
// many got one. It may be interrupted and called again at any time, also by
// several at once: it begins where there is something left. A failure ends it and
// loses nothing that was done; the Embedder is the one to try again.
//
// Texts of which no vector can be made are passed over, and tried anew by the next
// call. When all passages have been taken, the vectors of other models go; they go
// at once where the store has no room for both, and so do all where the model has
// come to make vectors of another dimension.
func Fill(ctx context.Context, st Unfilled, e Embedder, opts FillOptions) (filled int, err error) {
	f := filling{st: st, embedder: e, model: e.Model()}
	if f.lacking, err = f.count(ctx); err != nil {
		return 0, fmt.Errorf("fill in vectors: %w", err)
	}
	for taken := 0; f.lacking > 0; {
		step := fillBatch
		if opts.Most > 0 {
			step = min(step, opts.Most-taken)
		}
		f.renewed = false
		n, err := f.step(ctx, step)
		if err != nil {
			return f.filled, fmt.Errorf("fill in vectors: %w", err)
		}
		taken += n
		if opts.Progress != nil && n > 0 {
			opts.Progress(taken, f.lacking)
		}
		switch {
		case opts.Most > 0 && taken == opts.Most:
			return f.filled, nil
		case n < step && !f.renewed:
			return f.filled, f.finish(ctx)
		}
	}
	return 0, f.finish(ctx)
}

// filling is one run of Fill.
type filling struct {
	st       Unfilled
	embedder Embedder
	model    string
	// after is the last passage that was taken.
	after           int64
	filled, lacking int
	// refused counts texts that were refused one after another.
	refused int
	// others says that there are vectors of other models.
	others bool
	// cleared says that vectors were deleted to make room for others, and renewed
	// that it was all of them in the last step.
	cleared, renewed bool
}

// count says how many passages lack a vector, and sees what others there are.
func (f *filling) count(ctx context.Context) (int, error) {
	stats, err := f.st.Stats(ctx)
	if err != nil {
		return 0, err
	}
	models, err := f.st.VectorStats(ctx)
	lacking := stats.Passages
	for _, m := range models {
		if m.Model == f.model {
			lacking -= m.Vectors
		} else {
			f.others = true
		}
	}
	return max(lacking, 0), err
}

// step takes up to n passages and returns how many there were.
func (f *filling) step(ctx context.Context, n int) (int, error) {
	hits, err := f.st.WithoutVector(ctx, f.model, f.after, n)
	if err != nil || len(hits) == 0 {
		return 0, err
	}
	vectors, err := f.embed(ctx, hits)
	if err != nil {
		return 0, err
	}
	f.after = hits[len(hits)-1].Passage.RowID
	return len(hits), f.put(ctx, vectors)
}

// embed makes the vectors of passages. Where texts are refused, it looks for those
// that are not by halves.
func (f *filling) embed(ctx context.Context, hits []store.Hit) ([]store.Vector, error) {
	texts := make([]string, len(hits))
	for i := range hits {
		texts[i] = embeddedText(&hits[i])
	}
	values, err := f.embedder.Embed(ctx, texts)
	switch {
	case errors.Is(err, ErrTexts) && len(hits) == 1:
		if f.refused++; f.refused == maxRefused {
			return nil, err
		}
		return nil, nil
	case errors.Is(err, ErrTexts):
		first, err := f.embed(ctx, hits[:len(hits)/2])
		if err != nil {
			return nil, err
		}
		second, err := f.embed(ctx, hits[len(hits)/2:])
		return append(first, second...), err
	case err != nil:
		return nil, err
	case len(values) != len(hits):
		return nil, errAnswer
	}
	f.refused = 0
	vectors := make([]store.Vector, len(hits))
	for i := range hits {
		vectors[i] = store.Vector{Passage: hits[i].Passage.RowID, Values: values[i]}
	}
	return vectors, nil
}

// embeddedText is what a vector is made of: the passage under its headings, which
// often name what the passage only calls "it".
func embeddedText(h *store.Hit) string {
	text := h.Passage.Text
	for _, above := range []string{h.Passage.Heading, h.Article.Title} {
		if above != "" {
			text = above + "\n" + text
		}
	}
	return text
}

// put stores vectors, and once in a run makes room for them.
func (f *filling) put(ctx context.Context, vectors []store.Vector) error {
	n, err := f.st.PutVectors(ctx, f.model, vectors)
	if room := f.roomFor(err); room != nil && !f.cleared {
		f.cleared = true
		if err := room(ctx); err != nil {
			return err
		}
		n, err = f.st.PutVectors(ctx, f.model, vectors)
	}
	f.filled += n
	return err
}

// roomFor is what may help against an error of storing, or nil.
func (f *filling) roomFor(err error) func(context.Context) error {
	switch {
	case errors.Is(err, store.ErrFull) && f.others:
		return f.finish
	case errors.Is(err, store.ErrDimension):
		return f.renew
	}
	return nil
}

// renew deletes all vectors, since the model now makes others, and begins anew.
func (f *filling) renew(ctx context.Context) error {
	if _, err := f.st.KeepVectors(ctx, ""); err != nil {
		return fmt.Errorf("delete vectors of another dimension: %w", err)
	}
	f.after, f.renewed = 0, true
	var err error
	f.lacking, err = f.count(ctx)
	return err
}

// finish deletes what nobody asks for any more.
func (f *filling) finish(ctx context.Context) error {
	if !f.others {
		return nil
	}
	if _, err := f.st.KeepVectors(ctx, f.model); err != nil {
		return fmt.Errorf("delete vectors of other models: %w", err)
	}
	return nil
}
