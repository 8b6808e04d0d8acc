package eval

import (
	"math"
	"testing"
)

func TestWilson(t *testing.T) {
	t.Parallel()
	// Reference values: Newcombe 1998, table I (method 3).
	for _, tc := range []struct {
		hit, of   int
		low, high float64
	}{
		{81, 263, 0.2553, 0.3662},
		{15, 148, 0.0624, 0.1605},
		{0, 20, 0, 0.1611},
		{1, 29, 0.0061, 0.1718},
		{20, 20, 0.8389, 1},
		{0, 0, 0, 1},
	} {
		low, high := wilson(tc.hit, tc.of)
		if !near(low, tc.low, 1e-4) || !near(high, tc.high, 1e-4) {
			t.Errorf("wilson(%d, %d) = %.4f, %.4f, want %.4f, %.4f", tc.hit, tc.of, low, high, tc.low, tc.high)
		}
	}
}

func TestBootstrap(t *testing.T) {
	t.Parallel()
	values := make([]float64, 400)
	for i := range values {
		values[i] = float64(i % 2)
	}
	low, high := bootstrap(values)
	// The normal interval of a mean of 0.5 over 400 cases is 0.5 ± 0.049.
	if !near(low, 0.451, 0.01) || !near(high, 0.549, 0.01) {
		t.Errorf("bootstrap = %.3f, %.3f, want about 0.451, 0.549", low, high)
	}
	if again, _ := bootstrap(values); again != low {
		t.Errorf("bootstrap gives %.4f, then %.4f", low, again)
	}
	if low, high := bootstrap([]float64{1, 1, 1}); low != 1 || high != 1 {
		t.Errorf("bootstrap of a constant = %v, %v", low, high)
	}
}

func TestAUC(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name               string
		positive, negative []float64
		want               float64
		ok                 bool
	}{
		{"apart", []float64{0.9, 0.8}, []float64{0.1, 0.2}, 1, true},
		{"turned round", []float64{0.1}, []float64{0.9}, 0, true},
		{"all tied", []float64{0.5, 0.5}, []float64{0.5}, 0.5, true},
		{"a tie counts half", []float64{0.5, 0.9}, []float64{0.5, 0.1}, 3.5 / 4, true},
		{"mixed", []float64{3, 5, 8}, []float64{4, 6}, 3.0 / 6, true},
		{"one side empty", []float64{1}, nil, 0, false},
	} {
		got, ok := auc(tc.positive, tc.negative)
		if ok != tc.ok || !near(got, tc.want, 1e-12) {
			t.Errorf("%s: auc = %v, %v, want %v, %v", tc.name, got, ok, tc.want, tc.ok)
		}
	}
}

func TestPercentile(t *testing.T) {
	t.Parallel()
	sorted := []float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}
	for p, want := range map[float64]float64{0: 1, 50: 5, 51: 6, 95: 10, 100: 10} {
		if got := percentile(sorted, p); got != want {
			t.Errorf("percentile %v = %v, want %v", p, got, want)
		}
	}
	if got := percentile(nil, 50); got != 0 {
		t.Errorf("percentile of nothing = %v", got)
	}
}

func near(a, b, within float64) bool { return math.Abs(a-b) <= within }

// The figures are those of the formula worked out by hand: q1 = 2/3, q2 = 0.7111.
func TestAUCInterval(t *testing.T) {
	t.Parallel()
	low, high := aucInterval(0.8, 40, 60)
	if math.Abs(low-0.7071) > 1e-3 || math.Abs(high-0.8929) > 1e-3 {
		t.Errorf("interval %.4f to %.4f", low, high)
	}
	if low, high := aucInterval(1, 1, 1); low != 1 || high != 1 {
		t.Errorf("of a perfect order: %v to %v", low, high)
	}
}
