package retrieval

import (
	"cmp"
	"slices"
)

// matrix holds vectors of one dimension and of length 1, in the order of their
// passages. It is never changed.
type matrix struct {
	dimension int
	rows      []vectorRow
}

// vectorRow is the vector of a passage, named by its row id.
type vectorRow struct {
	passage int64
	unit    []float32
}

func byPassage(r vectorRow, passage int64) int { return cmp.Compare(r.passage, passage) }

// has reports whether a passage has a vector.
func (m *matrix) has(passage int64) bool {
	_, ok := slices.BinarySearchFunc(m.rows, passage, byPassage)
	return ok
}

// only keeps the vectors of some passages, which come in order.
func (m *matrix) only(passages []int64) *matrix {
	kept := &matrix{dimension: m.dimension}
	for _, r := range m.rows {
		for len(passages) > 0 && passages[0] < r.passage {
			passages = passages[1:]
		}
		if len(passages) > 0 && passages[0] == r.passage {
			kept.rows = append(kept.rows, r)
		}
	}
	return kept
}

// with adds vectors; of several of one passage the last one stays.
func (m *matrix) with(rows []vectorRow) *matrix {
	all := slices.Concat(m.rows, rows)
	slices.SortStableFunc(all, func(x, y vectorRow) int { return cmp.Compare(x.passage, y.passage) })
	kept := all[:0]
	for i, r := range all {
		if i+1 == len(all) || all[i+1].passage != r.passage {
			kept = append(kept, r)
		}
	}
	return &matrix{dimension: m.dimension, rows: kept}
}

// neighbour is a passage with the cosine of its vector and another.
type neighbour struct {
	passage int64
	cosine  float32
}

// nearest are the n passages whose vectors point most like a vector of length 1,
// nearest first. Those that point away from it are left out.
func (m *matrix) nearest(unit []float32, n int) []neighbour {
	var best []neighbour
	least := float32(0)
	for _, r := range m.rows {
		cosine := dot(unit, r.unit)
		if cosine <= least {
			continue
		}
		best = append(best, neighbour{r.passage, cosine})
		if len(best) == 2*n {
			best = nearestOf(best, n)
			least = best[n-1].cosine
		}
	}
	return nearestOf(best, n)
}

func nearestOf(list []neighbour, n int) []neighbour {
	slices.SortFunc(list, func(x, y neighbour) int {
		return cmp.Or(cmp.Compare(y.cosine, x.cosine), cmp.Compare(x.passage, y.passage))
	})
	return list[:min(n, len(list))]
}

// dot is the inner product. Four sums side by side take half the time of one.
func dot(a, b []float32) float32 {
	var s0, s1, s2, s3 float32
	for len(a) >= 4 && len(b) >= 4 {
		x, y := (*[4]float32)(a), (*[4]float32)(b)
		s0 += x[0] * y[0]
		s1 += x[1] * y[1]
		s2 += x[2] * y[2]
		s3 += x[3] * y[3]
		a, b = a[4:], b[4:]
	}
	for i := range min(len(a), len(b)) {
		s0 += a[i] * b[i]
	}
	return s0 + s1 + s2 + s3
}
