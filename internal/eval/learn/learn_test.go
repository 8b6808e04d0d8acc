package main

import (
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// ordered are questions whose right candidate has more of the first feature; the
// second says nothing.
func ordered() []group {
	var groups []group
	for i := range 12 {
		noise := float64(i % 3)
		groups = append(groups, group{
			fold: string(rune('a' + i%4)), weight: 1,
			x: [][]float64{{0.2, noise}, {0.9, 1 - noise}, {0.4, noise}}, right: []bool{false, true, false},
		})
	}
	return groups
}

func TestRankingLearnsWhatTells(t *testing.T) {
	t.Parallel()
	groups := ordered()
	fit := func(in []group) []float64 { return fitRanking(in, nil, settings{rounds: 100, decay: 1e-3}) }
	w := fit(groups)
	if w[0] < 1 || math.Abs(w[1]) > w[0]/2 {
		t.Errorf("weights are %.2f", w)
	}
	if got, want := rankingFigures(groups, crossValidate(groups, 3, fit)), "first 1.0000  one of three 1.0000"; got != want {
		t.Errorf("cross-validated: %s, want %s", got, want)
	}
}

// TestEvidenceIsLearntForEachRightOne has right candidates of two kinds: one is told by
// the first feature, the other by the second.
func TestEvidenceIsLearntForEachRightOne(t *testing.T) {
	t.Parallel()
	wrong := slices.Repeat([][]float64{{0.4, 0.4}}, 12)
	var groups []group
	for range 8 {
		g := group{weight: 1, every: true}
		for _, x := range slices.Concat(wrong, [][]float64{{1, 0.3}, {0.3, 1}}) {
			g.add(x, x[0] != x[1])
		}
		groups = append(groups, g)
	}
	w := fitEvidence(groups, nil, settings{rounds: 100, decay: 1e-3})
	if w[0] <= 0 || w[1] <= 0 {
		t.Errorf("weights are %.2f", w)
	}
	if got, want := evidenceFigures(groups, scores(groups, w)), "among the first ten 1.0000  first 1.0000"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestCrossValidateKeepsArticlesTogether(t *testing.T) {
	t.Parallel()
	groups := ordered()
	crossValidate(groups, 4, func(in []group) []float64 {
		seen := map[string]bool{}
		for _, g := range in {
			seen[g.fold] = true
		}
		if len(in) != 9 || len(seen) != 3 {
			t.Errorf("fitted to %d groups of %d articles", len(in), len(seen))
		}
		return make([]float64, 2)
	})
}

func TestGateTellsApart(t *testing.T) {
	t.Parallel()
	var groups []group
	for i := range 20 {
		x := float64(i) / 20
		groups = append(groups, group{weight: 1, x: [][]float64{{x, x, 1}}, right: []bool{i >= 10}})
	}
	w := fitGate(groups, []string{"cover", "lacking", "bias"}, settings{rounds: 300, decay: 1e-4})
	if w[1] > 0 {
		t.Errorf("what is lacking speaks for an answer: %.2f", w)
	}
	if got := auc(groups, scores(groups, w)); got != 1 {
		t.Errorf("AUC is %.3f", got)
	}
	tied := []group{{x: [][]float64{{1}}, right: []bool{true}}, {x: [][]float64{{1}}, right: []bool{false}}}
	if got := auc(tied, scores(tied, []float64{1})); got != 0.5 {
		t.Errorf("AUC of ties is %.3f", got)
	}
}

func TestSharesOfSets(t *testing.T) {
	t.Parallel()
	sets := []set{{groups: ordered()}, {groups: ordered()[:3]}}
	if err := share(sets, "1,0.5"); err != nil {
		t.Fatal(err)
	}
	for i, want := range []float64{1, 0.5} {
		if got := totalWeight(sets[i].groups); math.Abs(got-want) > 1e-9 {
			t.Errorf("set %d counts %.3f, want %.3f", i, got, want)
		}
	}
	if err := share(sets, "1"); err == nil {
		t.Error("one share for two sets is taken")
	}
}

func TestWrite(t *testing.T) {
	t.Parallel()
	weights := func(w ...float64) func(string) error {
		return func(file string) error { return writeWeights(file, w) }
	}
	rows := func(w ...[]float64) func(string) error {
		return func(file string) error { return writeRows(file, w) }
	}
	const (
		lines = "package p\n\nvar w = vector{\n\tlong: 1.0, // first\n\tb:    -2, // second: 3.0, // kept\n}\n\nconst other = 5.0\n"
		table = "package p\n\nvar w = table{\n\tlong: {1.0, 2}, // first\n\tb:    {},       // second {3}, // kept\n}\n"
	)
	for name, tt := range map[string]struct {
		source string
		write  func(file string) error
		want   string
		fault  string
	}{
		"weights": {
			lines, weights(-0.126, 12),
			"package p\n\nvar w = vector{\n\tlong: -0.13, // first\n\tb:    12.00, // second: 3.0, // kept\n}\n\nconst other = 5.0\n", "",
		},
		"too few weights": {lines, weights(1), lines, "1 weights for 2 lines"},
		"rows": {
			table, rows([]float64{-0.126, 12}, []float64{3}),
			"package p\n\nvar w = table{\n\tlong: {-0.13, 12.00}, // first\n\tb:    {3.00},         // second {3}, // kept\n}\n", "",
		},
		"too many rows": {table, rows(nil, nil, nil), table, "3 weights for 2 lines"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			file := filepath.Join(dir, "weights.go")
			if err := os.WriteFile(file, []byte(tt.source), 0o600); err != nil {
				t.Fatal(err)
			}
			if err := tt.write(file); (err == nil) != (tt.fault == "") || err != nil && !strings.Contains(err.Error(), tt.fault) {
				t.Errorf("err = %v, want %q", err, tt.fault)
			}
			got, err := fs.ReadFile(os.DirFS(dir), "weights.go")
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}
