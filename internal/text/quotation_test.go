package text

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestQuotations(t *testing.T) {
	t.Parallel()
	for s, want := range map[string][]string{
		"He called it “a gift” and “a trick”.": {"a gift", "a trick"},
		`She said "no" twice.`:                 {"no"},
		"Sie sagte „nein“ dazu.":               {"nein"},
		"Elle a dit « non » hier.":             {" non "},
		"The town's clerk didn't come.":        nil,
		"It was 'too late' for him.":           {"too late"},
		"He began “and never ended":            nil,
		"It can't be 'Ann's idea' at all.":     {"Ann's idea"},
		"":                                     nil,
	} {
		var got []string
		for _, q := range Quotations(s) {
			got = append(got, q.Of(s))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", s, diff)
		}
	}
}
