package retrieval

import (
	"context"
	"errors"

	"sherpa/store"
)

// bytesPerNumber is the size of a number of a vector.
const bytesPerNumber = 4

// memory keeps the vectors of a model in memory. It reads each once: what is new
// is added, and what is gone is dropped when the corpus has changed.
type memory struct {
	from  Vectors
	model string
	most  int64 // bytes
	// turn is held by whoever looks for changes.
	turn chan struct{}

	// pending were read, but are not yet in current: reading may break off.
	pending []vectorRow
	current *matrix
	// last is the number of the newest vector that was read.
	last int64
	// version is the one of the corpus as of which current holds, if ready.
	version int64
	ready   bool
	// tooMany says that they take too much memory at that version.
	tooMany bool
}

func newMemory(from Vectors, model string, most int64) *memory {
	return &memory{from: from, model: model, most: most, turn: make(chan struct{}, 1), current: &matrix{}}
}

// at returns the vectors at a version of the corpus, with all that were stored
// since. What is read before ctx ends is not read again.
func (m *memory) at(ctx context.Context, version int64) (*matrix, error) {
	select {
	case m.turn <- struct{}{}:
		defer func() { <-m.turn }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if !m.ready || m.version != version {
		if err := m.drop(ctx); err != nil {
			return nil, err
		}
		m.version = version
	}
	if !m.tooMany {
		if err := m.readNew(ctx); err != nil {
			return nil, err
		}
	}
	m.ready = true
	switch {
	case m.tooMany:
		return nil, ErrTooManyVectors
	case len(m.current.rows) == 0:
		return nil, ErrNoVectors
	}
	return m.current, nil
}

// drop forgets the vectors of passages that are gone, and all of them where those
// that are there take too much memory.
func (m *memory) drop(ctx context.Context) error {
	alive, err := m.from.WithVector(ctx, m.model, store.Filter{})
	if err != nil {
		return err
	}
	m.ready = false
	m.tooMany = m.exceed(len(alive))
	if m.tooMany {
		m.forget()
		return nil
	}
	m.current, m.pending = m.current.with(m.pending).only(alive), nil
	return nil
}

// exceed reports whether so many vectors take too much memory.
func (m *memory) exceed(n int) bool {
	return int64(n)*int64(m.current.dimension)*bytesPerNumber > m.most
}

// forget drops all vectors but their dimension.
func (m *memory) forget() {
	m.current, m.pending, m.last = &matrix{dimension: m.current.dimension}, nil, 0
}

var errEnough = errors.New("enough")

// readNew reads what was stored since the last time.
func (m *memory) readNew(ctx context.Context) error {
	err := m.from.EachVector(ctx, m.model, m.last, m.add)
	if errors.Is(err, errEnough) {
		m.tooMany = true
		m.forget()
		return nil
	}
	if err != nil {
		return err
	}
	if len(m.pending) > 0 {
		m.current, m.pending = m.current.with(m.pending), nil
	}
	return nil
}

// add takes one vector in. Vectors of another dimension than those before mean
// that these were deleted and made anew. A vector without direction is left out.
func (m *memory) add(v store.Vector) error {
	if len(v.Values) != m.current.dimension {
		m.forget()
		m.current.dimension = len(v.Values)
	}
	if m.exceed(len(m.current.rows) + len(m.pending) + 1) {
		return errEnough
	}
	if unit, ok := unitVector(v.Values); ok {
		m.pending = append(m.pending, vectorRow{v.Passage, unit})
	}
	m.last = v.Num
	return nil
}
