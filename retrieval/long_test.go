package retrieval

import (
	"strings"
	"testing"
)

// longQuestion has more than longTerms terms, in three parts.
const longQuestion = "Which shipyard built the ferry Aurora for the islands in winter, sold four crane barges to a Danish dredging firm, " +
	"and dismissed sixty welders after the harbour strike, according to both articles?"

// TestLongFeatures asks of two passages what a feature of long questions says of them.
func TestLongFeatures(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct{ feature, more, less string }{
		"one part, four terms":     {"part", "Four crane barges went to a Danish buyer.", "A Danish barge and a ferry passed the harbour."},
		"one part, with the title": {"clause", "A Danish dredging firm has the crane barges.", "The welders of the islands saw a Danish ferry in winter."},
		"one part, ten terms":      {"stretch", "Four crane barges were sold to a Danish dredging firm.", "The shipyard and its welders saw four Danish strike ferries."},
		"the length":               {"words", "The welders of the harbour stood there for many hours and sang old songs.", "The welders sang."},
		"a name that is shared":    {"topic", "Aurora was late.", "The ferry was late."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := over(t,
				article("more", "First", tt.more), article("less", "Second", tt.less),
				article("one", "Third", "In winter the ferry Aurora was built for the islands."),
				article("two", "Fourth", "On the islands the ferry Aurora came from the shipyard."),
			)
			values := map[string]float64{}
			for _, h := range search(t, s, Query{Text: longQuestion, Explain: true}).Hits {
				values[h.Article.ID] = part(t, h, tt.feature).Value
			}
			if values["more"] <= values["less"] {
				t.Errorf("%s is %v in %q and %v in %q", tt.feature, values["more"], tt.more, values["less"], tt.less)
			}
		})
	}
}

// TestRelatingWordsAreNoPart asks whether a passage gains by the words in which a
// question speaks of articles.
func TestRelatingWordsAreNoPart(t *testing.T) {
	t.Parallel()
	s := over(t, article("a", "First", "According to both articles the barges are Danish."), article("b", "Second", "The barges are Danish."))
	values := map[string]float64{}
	for _, h := range search(t, s, Query{Text: longQuestion, Explain: true}).Hits {
		values[h.Article.ID] = part(t, h, "clause").Value
	}
	if len(values) != 2 || values["a"] != values["b"] {
		t.Errorf("values are %v, want the same", values)
	}
}

func TestWeightsBetweenShortAndLong(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]float64{1: 0, shortTerms: 0, 12: 0.5, longTerms: 1, 30: 1} {
		a := &Analysis{Terms: make([]Term, n)}
		if got := a.Length(); got != want {
			t.Errorf("%d terms: length %v, want %v", n, got, want)
		}
		w := weightsFor(a)
		if got, want := w[featTitle], (1-want)*weights[featTitle]+want*longWeights[featTitle]; got != want {
			t.Errorf("%d terms: the title weighs %v, want %v", n, got, want)
		}
	}
}

// TestPartsAddUp asks whether an explanation of a long question gives its score.
func TestPartsAddUp(t *testing.T) {
	t.Parallel()
	s := over(t, article("a", "Barges", "Four crane barges were sold."), article("b", "Ferry", strings.Repeat("The ferry Aurora came. ", 3)))
	for _, h := range search(t, s, Query{Text: longQuestion, Explain: true}).Hits {
		sum := 0.0
		for _, p := range h.Why.Parts {
			sum += p.Points
		}
		if sum != h.Score || h.Why.Score != h.Score {
			t.Errorf("%s: parts %v, explained %v, score %v", h.Passage.ID, sum, h.Why.Score, h.Score)
		}
	}
}
