package store

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"sherpa/internal/text"
)

func TestWordsCountPassagesAndCapitals(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	e := entry("the-kremlin", "President Putin met Putin’s aides. Talks began.", "The talks ended; Talks of talks. Putin left.", strings.Repeat("x", 65))
	e.Passages[1].Heading = "What Witkoff Said"
	mustPut(t, s, e)
	got, err := s.Words(t.Context())
	mustDo(t, err)
	want := []WordCount{
		{"aides", 1, 0},
		{"began", 1, 0},
		{"ended", 1, 0},
		{"kremlin", 3, 0},
		{"left", 1, 0},
		{"met", 1, 0},
		{"of", 1, 0},
		{"president", 1, 0},
		{"putin", 2, 1},
		{"said", 1, 0},
		{"talks", 2, 1},
		{"the", 3, 0},
		{"what", 1, 0},
		{"witkoff", 1, 0},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestWordsEqualARecount puts and removes articles at random and compares the
// counts with a plain recount of what is left, written another way.
func TestWordsEqualARecount(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	vocabulary := []string{"Putin", "putin", "wheat.", "Kyiv", "«Łódź»", "talks", "U.S.", "cease-fire", "3.5", "普京", "“No.”", "Zelenskyy’s", "\u0301"}
	line := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(vocabulary), 1, 8).Draw(t, "words"), " ")
	})
	left := make(map[string]Entry)
	rapid.Check(t, func(rt *rapid.T) {
		var batch []Entry
		for range rapid.IntRange(0, 3).Draw(rt, "puts") {
			id := fmt.Sprintf("Id-%d", rapid.IntRange(0, 4).Draw(rt, "id"))
			e := entry(id, rapid.SliceOfN(line, 0, 3).Draw(rt, "lines")...)
			batch = append(batch, e)
			left[id] = e
		}
		mustPut(t, s, batch...)
		if ids := slices.Sorted(maps.Keys(left)); len(ids) > 0 && rapid.Bool().Draw(rt, "remove") {
			id := rapid.SampledFrom(ids).Draw(rt, "which")
			mustDo(t, s.Remove(t.Context(), id))
			delete(left, id)
		}
		got, err := s.Words(t.Context())
		mustDo(t, err)
		if diff := cmp.Diff(plainCount(left), got); diff != "" {
			rt.Fatal(diff)
		}
	})
	mustBeSound(t, s)
}

// plainCount counts sentence by sentence.
func plainCount(entries map[string]Entry) []WordCount {
	counts := make(map[string]WordCount)
	for _, e := range entries {
		for _, p := range e.Passages {
			in, capital := make(map[string]int), make(map[string]int)
			for _, w := range text.Words(e.Article.Title) {
				in[w.Norm] = 1
			}
			for _, sentence := range text.Sentences(p.Text) {
				for i, w := range text.Words(sentence.Of(p.Text)) {
					in[w.Norm] = 1
					if i > 0 && w.IsCapital() {
						capital[w.Norm] = 1
					}
				}
			}
			for norm := range in {
				c := counts[norm]
				counts[norm] = WordCount{norm, c.Passages + 1, c.Capitals + capital[norm]}
			}
		}
	}
	delete(counts, "")
	var list []WordCount
	for _, norm := range slices.Sorted(maps.Keys(counts)) {
		list = append(list, counts[norm])
	}
	return list
}
