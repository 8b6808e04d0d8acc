package text

import (
	"slices"
	"strings"
	"testing"
)

func TestRelated(t *testing.T) {
	t.Parallel()
	for pair, want := range map[[2]string]bool{
		{"meeting", "summit"}: true, {"summit", "meeting"}: true, {"negotiations", "talks"}: true,
		{"Russia", "Moscow"}: true, {"Kremlin", "Russian"}: true, {"truce", "ceasefire"}: true, {"died", "casualties"}: true,
		{"met", "confer"}:     true, // an irregular form
		{"Russia", "Ukraine"}: false, {"began", "ended"}: false, {"increase", "decrease"}: false,
		{"marble", "granite"}: false, {"marble", "marble"}: false, // not in the lexicon
		{"", "summit"}: false,
	} {
		if got := Related(Stem(Fold(pair[0])), Stem(Fold(pair[1]))); got != want {
			t.Errorf("%q and %q are related: %v, want %v", pair[0], pair[1], got, want)
		}
	}
}

func TestRelatedWords(t *testing.T) {
	t.Parallel()
	words := RelatedWords(Stem("truce"))
	for _, w := range []string{"ceasefire", "armistice", "truce"} {
		if !slices.Contains(words, w) {
			t.Errorf("%q is not among the words for truce: %q", w, words)
		}
	}
	if got := RelatedWords("marbl"); got != nil {
		t.Errorf("words for marble: %q, want none", got)
	}
	// A word may stand in several groups.
	if got := Groups(Stem("agreement")); len(got) < 2 {
		t.Errorf("agreement is in groups %v, want several", got)
	}
}

func TestIsCountry(t *testing.T) {
	t.Parallel()
	for word, want := range map[string]bool{
		"russia": true, "russians": true, "moscow": true, "usa": true, "kyiv": true, "kiev": true, "ussr": true, "dutch": true,
		"meeting": false, "anchorage": false, "": false, "russ": false,
	} {
		if got := IsCountry(word); got != want {
			t.Errorf("%q names a country: %v, want %v", word, got, want)
		}
	}
}

// A group of one word relates nothing, and a word that is not folded is never
// found.
func TestLexiconIsWellFormed(t *testing.T) {
	t.Parallel()
	for _, g := range relatedGroups {
		words := strings.Fields(g)
		if len(words) < 2 {
			t.Errorf("group %q relates nothing", g)
		}
		for _, w := range words {
			if w != Fold(w) || len(Words(w)) != 1 {
				t.Errorf("%q in %q is not one folded word", w, g)
			}
		}
	}
}

// The relation is symmetric, and every word of a group is related to its first.
func TestRelatedHoldsInEveryGroup(t *testing.T) {
	t.Parallel()
	for _, g := range relatedGroups {
		words := strings.Fields(g)
		first := Stem(words[0])
		for _, w := range words {
			if s := Stem(w); !Related(first, s) || !Related(s, first) {
				t.Errorf("%q and %q of one group are not related", words[0], w)
			}
		}
	}
}
