package main

import (
	"math"
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

func TestReplaceWeights(t *testing.T) {
	t.Parallel()
	source := "package p\n\nvar w = vector{\n\tlong: 1.0, // first\n\tb:    -2, // second: 3.0, // kept\n}\n\nconst other = 5.0\n"
	got, err := replaceWeights([]byte(source), []float64{-0.126, 12})
	if err != nil {
		t.Fatal(err)
	}
	want := "package p\n\nvar w = vector{\n\tlong: -0.13, // first\n\tb:    12.00, // second: 3.0, // kept\n}\n\nconst other = 5.0\n"
	if string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if _, err := replaceWeights([]byte(source), []float64{1}); err == nil || !strings.Contains(err.Error(), "1 weights for 2 lines") {
		t.Errorf("too few weights: %v", err)
	}
}
