package text

import (
	"slices"
	"testing"
)

// foundIn are the expressions of a text.
func foundIn(s string) []Found {
	words := Words(s)
	var all []Found
	Expressions(len(words), func(i int) string { return Stem(words[i].Norm) }, func(x Found) { all = append(all, x) })
	return all
}

func TestExpressions(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]struct {
		first, last int
		like        string // a word that the expression stands for
	}{
		"The bridge was shut down at noon.":   {3, 4, "close"},
		"She stepped down in May.":            {1, 2, "resign"},
		"Nine people lost their lives there.": {2, 4, "die"},
		"He lost his life.":                   {1, 3, "die"},
		"They called the talks off.":          {1, 4, "cancel"},
		"They called off the talks.":          {1, 2, "cancel"},
		"The two heads of state dined.":       {2, 4, "president"},
		"Five heads of government came.":      {1, 3, "premier"},
		"The ship went down quickly.":         {2, 3, "sink"},
		"The firm laid young staff off":       {2, 5, "dismiss"},
	} {
		found := foundIn(text)
		if len(found) != 1 {
			t.Errorf("%q has %d expressions, want 1", text, len(found))
			continue
		}
		x := found[0]
		like := func(g int) bool { return slices.Contains(Groups(Stem(want.like)), g) }
		if x.First != want.first || x.Last != want.last || !slices.ContainsFunc(x.Groups(), like) {
			t.Errorf("%q: words %d to %d, which stand for %q: %v; want %d to %d", text, x.First, x.Last, want.like,
				slices.ContainsFunc(x.Groups(), like), want.first, want.last)
		}
	}
	for _, text := range []string{"", "step", "She stepped onto the stage.", "They called all four of the talks off.", "He lost the lives."} {
		if got := foundIn(text); len(got) > 0 {
			t.Errorf("%q has the expressions %v, want none", text, got)
		}
	}
}

// Of two that begin alike the longer counts.
func TestLongestExpression(t *testing.T) {
	t.Parallel()
	found := foundIn("Three men went on trial.")
	if len(found) != 1 || found[0].Last-found[0].First != 2 {
		t.Errorf("found %v, want the three words of going on trial", found)
	}
}

func TestIdiom(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{"called off": true, "lost his life": true, "death penalty": false, "gave way": true} {
		if found := foundIn(text); len(found) != 1 || found[0].Idiom() != want {
			t.Errorf("%q: %v, want one that is an idiom: %v", text, found, want)
		}
	}
}

// A particle turns a verb into another one; a preposition does not.
func TestTurnedExpressions(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"She gave up.": true, "They called it off.": true, "It came in the end.": true, "We hold on to it.": false, "Nine people lost their lives.": false,
	} {
		found := foundIn(text)
		if len(found) != 1 || found[0].Turned() != want {
			t.Errorf("%q has %v, want one expression that is turned: %v", text, found, want)
		}
	}
}
