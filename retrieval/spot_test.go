package retrieval

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWordTable(t *testing.T) {
	t.Parallel()
	table := newWordTable()
	for id := int32(3); id < 3000; id += 3 {
		table.put(id, id/3)
		table.put(id, 7000) // the first number stays
	}
	for id := range int32(4000) {
		want := int32(0)
		if id%3 == 0 && id < 3000 {
			want = id / 3
		}
		if got := table.number(id); got != want {
			t.Fatalf("word %d has number %d, want %d", id, got, want)
		}
	}
}

// spotted are the words at a hit's spots.
func spotted(h *Hit) []string {
	var words []string
	for _, s := range h.Spots {
		words = append(words, h.Parsed.Words[s.At].Norm)
	}
	return words
}

// TestSpots: the words themselves, of their family, of like meaning and akin; of an
// expression only what the expression means.
func TestSpots(t *testing.T) {
	t.Parallel()
	s := over(t, article("a", "Harbour", "The truce was signed when Ann Berg called the talks off. Nobody decided to calm the naturalists, and someone called again."))
	for question, want := range map[string][]string{
		"Who decided on the ceasefire?":   {"truce", "decided"},
		"Which decision was signed?":      {"signed", "decided"},
		"Who cancelled the natural park?": {"called", "off", "naturalists"},
	} {
		r := search(t, s, Query{Text: question})
		if diff := cmp.Diff(want, spotted(&r.Hits[0])); diff != "" {
			t.Errorf("%q (-want +got):\n%s", question, diff)
		}
	}
}

// TestNumbersOfWords: the number of a word is the one of its spots, in whichever of
// several corpora it stands, and words of one number are equal.
func TestNumbersOfWords(t *testing.T) {
	t.Parallel()
	for _, corpora := range [][]*Searcher{{coast(t)}, {coast(t), lake(t)}, {lake(t), coast(t)}} {
		r := both(t, 9, "Which captain opened the library or the church?", corpora...)
		words := map[int]string{}
		for i := range r.Hits {
			h := &r.Hits[i]
			for at := range h.Parsed.Words {
				w := &h.Parsed.Words[at]
				n, known := r.Analysis.Number(w)
				k := slices.IndexFunc(h.Spots, func(s Spot) bool { return int(s.At) == at })
				switch {
				case !known || (n > 0) != (k >= 0) || k >= 0 && int(h.Spots[k].Number) != n:
					t.Errorf("%s: %q has number %d (known: %t), and spots %v", h.Passage.ID, w.Norm, n, known, h.Spots)
				case n > 0 && words[n] != "" && words[n] != w.Norm:
					t.Errorf("%q and %q have one number", words[n], w.Norm)
				}
				words[n] = w.Norm
			}
		}
		if len(words) < 4 {
			t.Errorf("only %d words are spots", len(words))
		}
	}
}
