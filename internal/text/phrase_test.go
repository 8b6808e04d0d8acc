package text

import (
	"testing"
)

func TestCapital(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{"": "", "who came?": "Who came?", "élan": "Élan", "NATO said": "NATO said", "«so»": "«so»", "3 came": "3 came"} {
		if got := Capital(s); got != want {
			t.Errorf("Capital(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestCount(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{0: "0 articles", 1: "1 article", 2: "2 articles"} {
		if got := Count(n, "article"); got != want {
			t.Errorf("Count(%d) = %q, want %q", n, got, want)
		}
	}
}
