package lexicon

import (
	"slices"
	"testing"

	"sherpa/internal/text"
)

func TestExcludes(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"east", "western", true},
		{"rose", "fell", true},
		{"attended", "absent", true},
		{"rose", "rises", false},
		{"east", "fell", false},
		{"harbour", "fell", false},
	} {
		if got := Excludes(Opposites[tt.a], Opposites[tt.b]); got != tt.want {
			t.Errorf("%q excludes %q: %t", tt.a, tt.b, got)
		}
	}
}

// The side that a negation of the other comes to is marked, and no other.
func TestOppositesDeny(t *testing.T) {
	t.Parallel()
	for word, want := range map[string]bool{"absent": true, "attended": false, "western": false} {
		if got := slices.ContainsFunc(Opposites[word], func(o Opposite) bool { return o.Denies }); got != want {
			t.Errorf("%q denies: %t", word, got)
		}
	}
}

func TestAlike(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"pilots", "airmen", true},
		{"grave", "tomb", true},
		{"decided", "decision", true},
		{"pilot", "tomb", false},
	} {
		groups := Alike(text.Stem(tt.b))
		if got := slices.ContainsFunc(Alike(text.Stem(tt.a)), func(g int) bool { return slices.Contains(groups, g) }); got != tt.want {
			t.Errorf("%q is like %q: %t", tt.a, tt.b, got)
		}
	}
}

// Groups of lists of others have numbers of their own.
func TestGrouped(t *testing.T) {
	t.Parallel()
	got := Grouped([]string{"mend mends repair", "repair fix"}, FreeGroups)
	if want := []int{FreeGroups, FreeGroups + 1}; !slices.Equal(got[text.Stem("repair")], want) {
		t.Errorf("groups %v, want %v", got[text.Stem("repair")], want)
	}
	if want := []int{FreeGroups}; !slices.Equal(got[text.Stem("mend")], want) {
		t.Errorf("groups %v, want %v: each line once", got[text.Stem("mend")], want)
	}
}
