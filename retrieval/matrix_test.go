package retrieval

import (
	"cmp"
	"math"
	"slices"
	"testing"

	diff "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestNearest compares with cosines that are worked out plainly, in 64 bits.
func TestNearest(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		dimension := rapid.IntRange(1, 9).Draw(t, "dimension")
		numbers := rapid.SliceOfN(rapid.Float32Range(-4, 4), dimension, dimension)
		vectors := rapid.SliceOfN(numbers, 0, 60).Draw(t, "vectors")
		asked := numbers.Draw(t, "asked")
		n := rapid.IntRange(1, 20).Draw(t, "n")
		unit, ok := unitVector(asked)
		if !ok {
			t.Skip("no direction")
		}
		m := &matrix{dimension: dimension}
		var want []float64
		for i, v := range vectors {
			if u, ok := unitVector(v); ok {
				m.rows = append(m.rows, vectorRow{int64(i), u})
				if c := plainCosine(asked, v); c > 1e-6 {
					want = append(want, c)
				}
			}
		}
		slices.SortFunc(want, func(x, y float64) int { return cmp.Compare(y, x) })
		want = want[:min(n, len(want))]
		got := m.nearest(unit, n)
		if len(got) < len(want) || len(got) > n {
			t.Fatalf("%d found, want %d", len(got), len(want))
		}
		for i := range want {
			exact := plainCosine(asked, vectors[got[i].passage])
			if math.Abs(float64(got[i].cosine)-exact) > 1e-5 || math.Abs(want[i]-exact) > 1e-5 {
				t.Fatalf("place %d has the cosine %v (worked out %v), want %v", i, exact, got[i].cosine, want[i])
			}
		}
	})
}

func plainCosine(a, b []float32) float64 {
	var ab, aa, bb float64
	for i := range a {
		ab += float64(a[i]) * float64(b[i])
		aa += float64(a[i]) * float64(a[i])
		bb += float64(b[i]) * float64(b[i])
	}
	return ab / math.Sqrt(aa*bb)
}

func TestUnitVector(t *testing.T) {
	t.Parallel()
	big := float32(math.MaxFloat32)
	for name, tt := range map[string]struct{ from, want []float32 }{
		"shorter":   {[]float32{3, 4}, []float32{0.6, 0.8}},
		"very long": {[]float32{big, 0, -big}, []float32{math.Sqrt2 / 2, 0, -math.Sqrt2 / 2}},
		"zeros":     {[]float32{0, 0}, nil},
		"nothing":   {nil, nil},
		"infinite":  {[]float32{float32(math.Inf(1)), 1}, nil},
		"no number": {[]float32{float32(math.NaN()), 1}, nil},
	} {
		got, ok := unitVector(tt.from)
		if d := diff.Diff(tt.want, got); d != "" || ok != (tt.want != nil) {
			t.Errorf("%s: %v (-want +got):\n%s", name, ok, d)
		}
	}
}

func TestMatrix(t *testing.T) {
	t.Parallel()
	rows := func(ids ...int64) (list []vectorRow) {
		for i, id := range ids {
			list = append(list, vectorRow{id, []float32{float32(i)}})
		}
		return list
	}
	passages := func(m *matrix) (ids []int64) {
		for _, r := range m.rows {
			ids = append(ids, r.passage)
		}
		return ids
	}
	first := (&matrix{dimension: 1}).with(rows(5, 2, 9))
	more := first.with(rows(7, 2))
	if d := diff.Diff([]int64{2, 5, 7, 9}, passages(more)); d != "" || more.rows[0].unit[0] != 1 {
		t.Errorf("the later vector of 2 is %v (-want +got):\n%s", more.rows[0].unit, d)
	}
	if d := diff.Diff([]int64{2, 5, 9}, passages(first)); d != "" || first.rows[0].unit[0] != 1 {
		t.Errorf("the first was changed (-want +got):\n%s", d)
	}
	if d := diff.Diff([]int64{5, 9}, passages(more.only([]int64{1, 5, 6, 9, 12}))); d != "" {
		t.Errorf("only (-want +got):\n%s", d)
	}
	if !more.has(7) || more.has(6) || more.only(nil).has(7) {
		t.Error("has")
	}
}
