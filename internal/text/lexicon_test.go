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

func TestGroupEntries(t *testing.T) {
	t.Parallel()
	var words []string
	for e := range GroupEntries(Groups(Stem("truce"))) {
		words = append(words, strings.Join(e.Words, " "))
	}
	for _, w := range []string{"ceasefire", "armistice", "truce", "lay arms"} {
		if !slices.Contains(words, w) {
			t.Errorf("%q is not among the words for truce: %q", w, words)
		}
	}
	if got := Groups("marbl"); got != nil {
		t.Errorf("groups of marble: %v, want none", got)
	}
	// A word may stand in several groups.
	if got := Groups(Stem("agreement")); len(got) < 2 {
		t.Errorf("agreement is in groups %v, want several", got)
	}
}

// The nearest kinship comes first.
func TestKinship(t *testing.T) {
	t.Parallel()
	for pair, want := range map[[2]string]Kinship{
		{"decide", "decision"}: Family, {"collision", "collide"}: Family, {"truce", "ceasefire"}: Synonym, {"paint", "painter"}: Neighbour,
	} {
		a, b := Groups(Stem(pair[0])), Groups(Stem(pair[1]))
		i := slices.IndexFunc(a, func(g int) bool { return slices.Contains(b, g) })
		if i < 0 || KinshipOf(a[i]) != want {
			t.Errorf("%q and %q meet in group %d of %v, want kinship %d", pair[0], pair[1], i, a, want)
		}
		if !slices.IsSorted(a) {
			t.Errorf("groups of %q are not in order: %v", pair[0], a)
		}
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

// What people say stands for what news writes.
func TestColloquialExpressions(t *testing.T) {
	t.Parallel()
	for said, written := range map[string]string{
		"Two lads got nicked.": "arrested", "Her aunt tagged along.": "accompanied", "She filled the crew in.": "briefed",
		"They rang the baker up.": "telephoned", "The whole street chipped in.": "contributed", "It went bust.": "bankrupt",
		"They stuck to their guns.": "insisted", "She turned herself in.": "surrendered", "He got cold feet.": "withdrew", "They put their names on it.": "signed",
	} {
		found := foundIn(said)
		if len(found) != 1 || !slices.ContainsFunc(found[0].Groups(), func(g int) bool { return slices.Contains(Groups(Stem(written)), g) }) {
			t.Errorf("%q has %v, want one expression for %q", said, found, written)
		}
	}
}

// A group of one word relates nothing, a word that is not folded is never found,
// and an expression needs a word that is not common, to stand for it.
func TestLexiconIsWellFormed(t *testing.T) {
	t.Parallel()
	for _, g := range relatedGroups {
		if len(g.entries) < 2 {
			t.Errorf("group %q relates nothing", g.entries)
		}
		for _, entry := range g.entries {
			words := strings.Fields(expressionJoints.Replace(entry))
			for _, w := range words {
				if w != possessive && (w != Fold(w) || len(Words(w)) != 1) {
					t.Errorf("%q in %q is not one folded word", w, g.entries)
				}
			}
			if isExpression(entry) && !slices.ContainsFunc(words, func(w string) bool { return w != possessive && !IsStop(w) }) {
				t.Errorf("%q in %q has common words alone", entry, g.entries)
			}
			if strings.Contains(entry, parting) && len(words) != 2 {
				t.Errorf("%q in %q is not parted into two", entry, g.entries)
			}
		}
	}
}

// Words of one group are related, and expressions share the group.
func TestRelatedHoldsInEveryGroup(t *testing.T) {
	t.Parallel()
	for g := range relatedGroups {
		for _, entry := range relatedGroups[g].entries {
			of := Groups(Stem(entry))
			if isExpression(entry) {
				of = foundIn(expressionJoints.Replace(entry))[0].Groups()
			}
			if !slices.Contains(of, g) {
				t.Errorf("%q is not in its group %q", entry, relatedGroups[g].entries)
			}
		}
	}
}
