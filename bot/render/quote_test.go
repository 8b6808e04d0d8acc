package render

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDifferences(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		diff string
		want []difference
	}{
		{"the same", nil},
		{"lasted [-two-] {+three+} hours", []difference{{"two", "three"}}},
		{"a [-b-] c {+d e+} f", []difference{{"b", ""}, {"", "d e"}}},
		{"[-a-] {+b+} [-c-]", []difference{{"a", "b"}, {"c", ""}}},
		{"[-a] {+b", nil},
	} {
		if diff := cmp.Diff(tt.want, differences(tt.diff), cmp.AllowUnexported(difference{})); diff != "" {
			t.Errorf("%q (-want +got)\n%s", tt.diff, diff)
		}
	}
}

func FuzzDifferences(f *testing.F) {
	f.Add("lasted [-two-] {+three+} hours")
	f.Add("[--] {++} [-{+-]+}")
	f.Fuzz(func(t *testing.T, diff string) {
		for _, d := range differences(diff) {
			if len(d.missing)+len(d.added) > len(diff) {
				t.Errorf("%q has no %q", diff, d)
			}
		}
	})
}
