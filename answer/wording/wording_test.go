package wording

import (
	"strings"
	"testing"

	"sherpa/internal/text"
)

// Whatever is quoted from whatever text, places lie in it, on whole characters,
// and what is found again by its own words is found.
func FuzzRead(f *testing.F) {
	for _, seed := range [][2]string{
		{"We didn’t get there", "“We didn't get there…”"},
		{"a b c d", "a … d"},
		{"É\u0301cole — “x”", "e\u0301cole"},
		{"北京的会议", "京的"},
		{"one two three", "one four three"},
		{"…", "..."},
		{"a\x00b", "\x00"},
		{"ß ss SS", "SS"},
		{"\xff\xfe", "\xff"},
		{"a...b…c", "a … c"},
	} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, article, quoted string) {
		if len(article) > 2000 || len(quoted) > 500 {
			return
		}
		w := Read(quoted)
		if text.CountWords(w.Text) == 0 {
			return // which nobody looks for
		}
		for _, p := range w.Readings() {
			end := 0
			for _, place := range p.Find(article) {
				if place.Start < end || place.End <= place.Start || place.End > len(article) {
					t.Fatalf("place %v of %q in %q", place, quoted, article)
				}
				end = place.End
				if len(p.folded) == 1 && !strings.Contains(foldText(place.Of(article)).text, p.folded[0]) {
					t.Fatalf("%q was found as %q", p.folded[0], place.Of(article))
				}
			}
		}
		checkAlignment(t, article, w.Text)
	})
}

func checkAlignment(t *testing.T, article, quoted string) {
	t.Helper()
	q, words := readQuoted(quoted), text.Words(article)
	al := align(q, words)
	if al.from < 0 || al.to < al.from || al.to > len(words) || al.similarity < 0 || al.similarity > 1 {
		t.Fatalf("alignment %+v of %q with %q", al, quoted, article)
	}
	if diff := al.diff(quoted, q, article, words); al.distance > 0 && !strings.ContainsAny(diff, "+-") {
		t.Fatalf("%q differs from %q by %d words, which %q does not show", quoted, article, al.distance, diff)
	}
}
