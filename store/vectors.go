package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
)

// MaxDimension is how many numbers a vector may have.
const MaxDimension = 16384

var (
	// ErrVector means that a stored vector is damaged. It can be made again.
	ErrVector = errors.New("a stored vector is damaged; this removes it: sherpa db check")
	// ErrDimension means that a vector has another dimension than those that are
	// stored for its model.
	ErrDimension = errors.New("the vectors of this model have another dimension")
)

// Vector is what a model of embeddings makes of a passage.
type Vector struct {
	// Num grows with every vector that is stored. It is the store's to give.
	Num int64
	// Passage is the RowID of the passage.
	Passage int64
	Values  []float32
}

// ModelVectors counts the vectors of a model.
type ModelVectors struct {
	Model     string `json:"model"`
	Dimension int    `json:"dimension"`
	Vectors   int    `json:"vectors"`
	// Bytes is the size of the vectors themselves.
	Bytes int64 `json:"bytes"`
}

// PutVectors stores the vectors of a model, all or, on an error, none, and returns
// how many were new. A passage that is gone, or has a vector of the model already,
// is passed over. Vectors have finite numbers, and all of a model as many
// (ErrDimension).
//
// Vectors can be made again, articles cannot: where more than half of the store's
// room is taken, it fails with ErrFull. The version of the corpus stays.
func (s *Store) PutVectors(ctx context.Context, model string, vectors []Vector) (stored int, err error) {
	const what = "store vectors"
	if model == "" {
		return 0, fmt.Errorf("%s: %w: no model", what, ErrInvalidRecord)
	}
	if err := checkTexts(maxName, model); err != nil {
		return 0, fmt.Errorf("%s: the model's name: %w", what, err)
	}
	for _, v := range vectors {
		if err := v.validate(); err != nil {
			return 0, fmt.Errorf("%s: %w", what, err)
		}
	}
	err = s.write(ctx, what, func(tx writeTx) error {
		if err := roomForVectors(tx, vectors); err != nil {
			return err
		}
		if err := sameDimension(tx, model, vectors); err != nil {
			return err
		}
		stored, err = insertVectors(tx, model, vectors)
		return err
	})
	if err != nil {
		return 0, err
	}
	return stored, nil
}

func (v *Vector) validate() error {
	if n := len(v.Values); n == 0 || n > MaxDimension {
		return fmt.Errorf("%w: a vector of %d numbers", ErrInvalidRecord, n)
	}
	for _, x := range v.Values {
		if !isFinite(x) {
			return fmt.Errorf("%w: a vector with a number that is not finite", ErrInvalidRecord)
		}
	}
	return nil
}

func isFinite(x float32) bool { return !math.IsNaN(float64(x)) && !math.IsInf(float64(x), 0) }

// roomForVectors keeps half of the room for articles.
func roomForVectors(tx writeTx, vectors []Vector) error {
	var used, most int64
	_, err := tx.get(`SELECT (SELECT page_count FROM pragma_page_count) - (SELECT freelist_count FROM pragma_freelist_count),
		(SELECT max_page_count FROM pragma_max_page_count)`, nil, &used, &most)
	if err != nil {
		return err
	}
	size := int64(0)
	for i := range vectors {
		size += 4 * int64(len(vectors[i].Values))
	}
	if used+size/pageSize > most/2 {
		return fmt.Errorf("half of it is kept for articles: %w", ErrFull)
	}
	return nil
}

// sameDimension holds vectors against each other and against those of the model.
func sameDimension(tx writeTx, model string, vectors []Vector) error {
	var dimension int
	if _, err := tx.get("SELECT dimension FROM vectors WHERE model = ? LIMIT 1", []any{model}, &dimension); err != nil {
		return err
	}
	for i := range vectors {
		n := len(vectors[i].Values)
		if dimension == 0 {
			dimension = n
		}
		if n != dimension {
			return fmt.Errorf("%w: %d, not %d", ErrDimension, dimension, n)
		}
	}
	return nil
}

func insertVectors(tx writeTx, model string, vectors []Vector) (stored int, err error) {
	for _, v := range vectors {
		blob := encodeVector(v.Values)
		n, err := tx.change(`INSERT INTO vectors (passage, model, dimension, seal, vector)
			SELECT id, ?1, ?2, ?3, ?4 FROM passages WHERE id = ?5 ON CONFLICT (passage, model) DO NOTHING`,
			model, len(v.Values), vectorSeal(v.Passage, model, blob), blob, v.Passage)
		if err != nil {
			return 0, err
		}
		stored += int(n)
	}
	return stored, nil
}

// encodeVector writes a vector as 32-bit numbers, the least byte first.
func encodeVector(values []float32) []byte {
	blob := make([]byte, 0, 4*len(values))
	for _, x := range values {
		blob = binary.LittleEndian.AppendUint32(blob, math.Float32bits(x))
	}
	return blob
}

// castagnoli is the polynomial that processors compute by themselves.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// vectorSeal is a checksum of a vector and of what it belongs to: a changed bit of
// a number gives another number, which nothing else would notice.
func vectorSeal(passage int64, model string, blob []byte) int64 {
	head := binary.LittleEndian.AppendUint64(nil, uint64(passage)) //nolint:gosec // the bits are kept as they are
	sum := crc32.Update(0, castagnoli, append(head, model...))
	return int64(crc32.Update(sum, castagnoli, blob))
}

// storedVector is a row of the table before it is trusted.
type storedVector struct {
	num, passage, seal int64
	model              string
	dimension          int
	blob               sql.RawBytes
}

const vectorColumns = "v.num, v.passage, v.model, v.dimension, v.seal, v.vector"

// targets lists where vectorColumns go.
func (v *storedVector) targets() []any {
	return []any{&v.num, &v.passage, &v.model, &v.dimension, &v.seal, &v.blob}
}

// values are the vector's numbers; ErrVector if they cannot be those that were
// stored.
func (v *storedVector) values() ([]float32, error) {
	if len(v.blob) == 0 || len(v.blob) != 4*v.dimension || vectorSeal(v.passage, v.model, v.blob) != v.seal {
		return nil, ErrVector
	}
	values := make([]float32, v.dimension)
	for i := range values {
		values[i] = math.Float32frombits(binary.LittleEndian.Uint32(v.blob[4*i:]))
		if !isFinite(values[i]) {
			return nil, ErrVector
		}
	}
	return values, nil
}

// newerVectors reads what is new without a look at the rest.
const newerVectors = "SELECT " + vectorColumns + " FROM vectors v WHERE v.model = ? AND v.num > ? ORDER BY v.num"

// EachVector calls visit with the vectors of a model that were stored after the
// one with the given number, oldest first, and stops at visit's first error, which
// it returns. 0 is before all. A damaged vector fails with ErrVector.
func (s *Store) EachVector(ctx context.Context, model string, after int64, visit func(Vector) error) error {
	return s.each(ctx, "read the vectors", newerVectors, []any{model, after}, func(r row) error {
		var stored storedVector
		if err := r.Scan(stored.targets()...); err != nil {
			return err
		}
		values, err := stored.values()
		if err != nil {
			return err
		}
		return visit(Vector{Num: stored.num, Passage: stored.passage, Values: values})
	})
}

// haveVector keeps SQLite by its plus sign to the index that has both columns.
const haveVector = "SELECT v.passage FROM vectors v WHERE +v.model = ?"

// WithVector lists the row ids of the passages that have a vector of a model and
// pass a filter, in order.
func (s *Store) WithVector(ctx context.Context, model string, f Filter) ([]int64, error) {
	allowed, args := f.condition("v.passage")
	query := haveVector + allowed + " ORDER BY v.passage"
	ids, err := numbers(ctx, s.reader, query, append([]any{model}, args...)...)
	return ids, failed(s.path, "list the passages with vectors", err)
}

// WithoutVector returns the first passages, in the order of their row ids, that
// come after one and lack a vector of a model.
func (s *Store) WithoutVector(ctx context.Context, model string, after int64, limit int) ([]Hit, error) {
	return s.hits(ctx, "list the passages without vectors", `FROM passages p CROSS JOIN articles a ON a.num = p.article
		WHERE p.id > ? AND NOT EXISTS (SELECT 1 FROM vectors v WHERE v.passage = p.id AND v.model = ?) ORDER BY p.id LIMIT ?`,
		after, model, limit)
}

// PassagesByRowID returns the passages with these row ids, in the order of the
// ids and without a score. Those that are gone are left out.
func (s *Store) PassagesByRowID(ctx context.Context, ids []int64) ([]Hit, error) {
	return s.hits(ctx, "read passages", `FROM json_each(?) wanted CROSS JOIN passages p ON p.id = wanted.value
		CROSS JOIN articles a ON a.num = p.article ORDER BY p.id`, jsonArray(ids))
}

// hits reads passages with their articles.
func (s *Store) hits(ctx context.Context, what, from string, args ...any) ([]Hit, error) {
	var hits []Hit
	err := s.each(ctx, what, "SELECT "+articleColumns+", "+spanColumns+" "+from, args, func(r row) error {
		var h Hit
		if err := scanArticle(r, &h.Article, spanTargets(&h.Passage)...); err != nil {
			return err
		}
		h.Passage.name(h.Article.ID)
		hits = append(hits, h)
		return nil
	})
	return hits, err
}

// VectorStats counts the vectors of every model, in the order of the models'
// names.
func (s *Store) VectorStats(ctx context.Context) ([]ModelVectors, error) {
	var list []ModelVectors
	query := `SELECT v.model, (SELECT dimension FROM vectors o WHERE o.model = v.model LIMIT 1), count(*)
		FROM vectors v GROUP BY v.model ORDER BY v.model`
	err := s.each(ctx, "count the vectors", query, nil, func(r row) error {
		var m ModelVectors
		err := r.Scan(&m.Model, &m.Dimension, &m.Vectors)
		m.Bytes = 4 * int64(m.Dimension) * int64(m.Vectors)
		list = append(list, m)
		return err
	})
	return list, err
}

// dropAtOnce is how many vectors one transaction deletes, so that the write-ahead
// log stays small and others can write in between.
const dropAtOnce = 1000

// KeepVectors deletes the vectors of all models but one, or all of them where no
// model is named, and returns how many it deleted.
func (s *Store) KeepVectors(ctx context.Context, model string) (dropped int, err error) {
	for {
		var n int64
		err := s.write(ctx, "delete vectors", func(tx writeTx) (err error) {
			n, err = tx.change("DELETE FROM vectors WHERE num IN (SELECT num FROM vectors WHERE model <> ? LIMIT ?)", model, dropAtOnce)
			return err
		})
		dropped += int(n)
		if err != nil || n < dropAtOnce {
			return dropped, err
		}
	}
}
