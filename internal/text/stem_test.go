package text

import (
	"slices"
	"testing"
)

func TestStem(t *testing.T) {
	t.Parallel()
	for _, group := range [][]string{
		{"meet", "met", "meets", "meeting", "meetings"},
		{"sell", "sold", "sells", "selling"},
		{"hold", "held", "holding"},
		{"person", "people", "persons"},
		{"child", "children"},
		{"crisis", "crises"},
		{"negotiate", "negotiated", "negotiating"},
		{"live", "lives", "lived"},
		{"go", "went", "gone"},
	} {
		for _, w := range group[1:] {
			if Stem(w) != Stem(group[0]) {
				t.Errorf("Stem(%q) = %q, Stem(%q) = %q", w, Stem(w), group[0], Stem(group[0]))
			}
		}
	}
	for _, pair := range [][2]string{{"found", "find"}, {"wound", "wind"}, {"summit", "submit"}} {
		if Stem(pair[0]) == Stem(pair[1]) {
			t.Errorf("%q and %q have one stem", pair[0], pair[1])
		}
	}
	if got := Stem("is"); got != "is" {
		t.Errorf("Stem(is) = %q", got)
	}
}

func TestForms(t *testing.T) {
	t.Parallel()
	for w, want := range map[string][]string{
		"met": {"meet", "met"}, "meet": {"meet", "met"}, "broken": {"break", "broke", "broken"}, "talk": nil,
	} {
		if got := Forms(w); !slices.Equal(got, want) {
			t.Errorf("Forms(%q) = %q, want %q", w, got, want)
		}
	}
	if got := Base("talks"); got != "talks" {
		t.Errorf("Base(talks) = %q", got)
	}
}

// A form must have one base, or its stem would depend on chance.
func TestFormsHaveOneBase(t *testing.T) {
	t.Parallel()
	bases := map[string]string{}
	for base, forms := range irregularForms {
		for _, f := range forms[1:] {
			if other, ok := bases[f]; ok {
				t.Errorf("%q is a form of %q and of %q", f, base, other)
			}
			bases[f] = base
			if Fold(f) != f || Base(f) != base {
				t.Errorf("Base(%q) = %q, want %q", f, Base(f), base)
			}
		}
	}
}

func TestIsStop(t *testing.T) {
	t.Parallel()
	for w, want := range map[string]bool{"the": true, "where": true, "don't": true, "us": true, "usa": false, "summit": false, "": false, "The": false} {
		if got := IsStop(w); got != want {
			t.Errorf("IsStop(%q) = %v", w, got)
		}
	}
}

func BenchmarkStem(b *testing.B) {
	for b.Loop() {
		Stem("negotiations")
	}
}
