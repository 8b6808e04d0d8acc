package texts

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// written is how one language writes the same things; ~ is a space that does not
// break.
type written struct {
	Number, Decimal, Percent, Quote, List string
	Day, First, Month, Year, Time, Other  string
}

func TestWriting(t *testing.T) {
	t.Parallel()
	for language, want := range map[string]written{
		"en": {"1,234,567", "0.93", "93%", "“so”", "a, b and c", "16 August 2025", "1 May 2025", "August 2025", "2025", "16 August 2025", "soon"},
		"es": {"1.234.567", "0,93", "93~%", "«so»", "a, b y c", "16 de agosto de 2025", "1 de mayo de 2025", "agosto de 2025", "2025", "16 de agosto de 2025", "soon"},
		"fr": {"1~234~567", "0,93", "93~%", "«~so~»", "a, b et c", "16 août 2025", "1er mai 2025", "août 2025", "2025", "16 août 2025", "soon"},
		"de": {"1.234.567", "0,93", "93~%", "„so“", "a, b und c", "16. August 2025", "1. Mai 2025", "August 2025", "2025", "16. August 2025", "soon"},
		"ru": {"1~234~567", "0,93", "93~%", "«so»", "a, b и c", "16 августа 2025 г.", "1 мая 2025 г.", "август 2025 г.", "2025", "16 августа 2025 г.", "soon"},
		"uk": {"1~234~567", "0,93", "93%", "«so»", "a, b та c", "16 серпня 2025 р.", "1 травня 2025 р.", "серпень 2025 р.", "2025", "16 серпня 2025 р.", "soon"},
	} {
		t.Run(language, func(t *testing.T) {
			t.Parallel()
			s := For(language)
			got := written{
				tilde(s.Number(1234567)), s.Decimal(0.934, 2), tilde(s.Percent(0.934)), tilde(s.Quote("so")),
				s.List([]string{"a", "b", "c"}),
				s.Date("2025-08-16"), s.Date("2025-05-01"), s.Date("2025-08"), s.Date("2025"), s.Date("2025-08-16T23:30:00+02:00"), s.Date("soon"),
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestDollars(t *testing.T) {
	t.Parallel()
	for usd, want := range map[float64]string{
		0: "$0.00", 1234.5: "$1,234.50", 3.051: "$3.05", 0.4: "$0.40", 0.02: "$0.020", 0.00123: "$0.0012", 0.00000004: "$0.000000",
	} {
		if got := For("en").Dollars(usd); got != want {
			t.Errorf("%v is %q, want %q", usd, got, want)
		}
	}
	for language, want := range map[string]string{"es": "0,40~US$", "fr": "0,40~$~US", "de": "0,40~$", "ru": "0,40~$", "uk": "0,40~$"} {
		if got := tilde(For(language).Dollars(0.4)); got != want {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
	}
}

func tilde(text string) string { return strings.ReplaceAll(text, "\u00a0", "~") }

func TestListOfFew(t *testing.T) {
	t.Parallel()
	for want, items := range map[string][]string{"": nil, "a": {"a"}, "a und b": {"a", "b"}} {
		if got := For("de").List(items); got != want {
			t.Errorf("List(%v) = %q, want %q", items, got, want)
		}
	}
}
