package answer

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// regatta are articles that tell of one event and differ on how long it lasted.
var regatta = map[string]string{
	"a": `---
title: Regatta on the lake
published: 2023-06-12
---
The regatta on Lake Morven lasted four hours and drew forty boats from the whole county. Spectators in the village of Morven lined the shore from early morning on. The mayor of Morven, Ines Falk, handed out the prizes.`,
	"b": `---
title: Forty boats on Lake Morven
published: 2023-06-13
---
The regatta on Lake Morven lasted six hours because the wind dropped at noon. A swan delayed the last start. The harbour of Morven stayed closed to motor boats all day, and the village was full of guests.`,
	"c": `---
title: Bakery closes
published: 2023-06-14
---
The old bakery in the high street of Tarn closes at the end of the month. Its owner, who has baked there for thirty years, found nobody who wanted to take over the shop and the ovens.`,
}

func TestCompare(t *testing.T) {
	t.Parallel()
	r := overArticles(t, regatta)
	for topic, tc := range map[string]struct {
		rows   map[string]string
		differ map[string][]string
	}{
		"length of the regatta": {
			map[string]string{
				"a": "The regatta on Lake Morven lasted four hours and drew forty boats from the whole county.",
				"b": "The regatta on Lake Morven lasted six hours because the wind dropped at noon.",
			},
			map[string][]string{"duration": {"four hours", "six hours"}},
		},
		"old bakery": {map[string]string{"c": "The old bakery in the high street of Tarn closes at the end of the month."}, map[string][]string{}},
		"penguins":   {map[string]string{}, map[string][]string{}},
		"":           {map[string]string{}, map[string][]string{}},
	} {
		got, err := r.Compare(t.Context(), topic)
		if err != nil {
			t.Fatal(err)
		}
		rows := map[string]string{}
		for _, row := range got.Rows {
			rows[row.Article.ID] = row.Quote
			if at := r.at(t, row.Article.ID, row.Start, row.End); at != row.Quote {
				t.Errorf("the quote is %q, but %q stands there", row.Quote, at)
			}
		}
		if diff := cmp.Diff(tc.rows, rows); diff != "" {
			t.Errorf("rows of Compare(%q) (-want +got):\n%s", topic, diff)
		}
		differ := map[string][]string{}
		for _, d := range got.Disagreements {
			for _, c := range d.Claims {
				differ[d.About] = append(differ[d.About], c.Value)
			}
		}
		if diff := cmp.Diff(tc.differ, differ); diff != "" {
			t.Errorf("disagreements of Compare(%q) (-want +got):\n%s", topic, diff)
		}
		checkNumbers(t, r, got)
	}
}

// checkNumbers holds that claims refer to citations that are there, each with the
// value in its quote.
func checkNumbers(t *testing.T, r reports, c Comparison) {
	t.Helper()
	for i, cite := range c.Citations {
		if cite.N != i+1 || r.at(t, cite.Article.ID, cite.Start, cite.End) != cite.Quote {
			t.Errorf("citation %d: %+v", i+1, cite)
		}
	}
	for _, d := range c.Disagreements {
		for _, claim := range d.Claims {
			for _, n := range claim.Citations {
				if n < 1 || n > len(c.Citations) {
					t.Errorf("the claim %q refers to citation %d of %d", claim.Value, n, len(c.Citations))
				}
			}
		}
	}
}

// Of people much is said that does not concern one thing: a name alone sets no
// values against each other.
func TestCompareNames(t *testing.T) {
	t.Parallel()
	r := overBriefs(t)
	for _, topic := range []string{"Trump", "Putin", "Trump Putin"} {
		got, err := r.Compare(t.Context(), topic)
		if err != nil {
			t.Fatal(err)
		}
		articles := 0
		for _, row := range got.Rows {
			articles += row.Articles()
		}
		if articles != 5 || len(got.Disagreements) > 0 {
			t.Errorf("Compare(%q): %d articles, disagreements %+v", topic, articles, got.Disagreements)
		}
	}
}

// What several articles tell alike is one row, and a row says in which disagreement it
// takes a side.
func TestCompareMerges(t *testing.T) {
	t.Parallel()
	r := over(t,
		"Regatta at Morven\nThe regatta on Lake Morven near Tarn lasted four hours and drew forty boats from the county.",
		"Boats on Lake Morven\nForty boats came to Lake Morven near Tarn. The regatta on Lake Morven lasted six hours because the wind dropped.",
		"Wind at Morven\nThe regatta on Lake Morven near Tarn lasted six hours because the wind dropped at noon.",
	)
	got, err := r.Compare(t.Context(), "length of the regatta")
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string][]string{}
	for _, row := range got.Rows {
		for _, also := range row.Also {
			rows[row.Article.ID] = append(rows[row.Article.ID], also.Article.ID)
			if at := r.at(t, also.Article.ID, also.Start, also.End); at != also.Quote {
				t.Errorf("the quote is %q, but %q stands there", also.Quote, at)
			}
		}
		if diff := cmp.Diff([]int{0}, row.Differs); diff != "" {
			t.Errorf("%q differs in (-want +got):\n%s", row.Quote, diff)
		}
	}
	if len(got.Rows) != 2 || len(rows["b"])+len(rows["c"]) != 1 || len(got.Disagreements) != 1 {
		t.Errorf("rows %+v, disagreements %+v", got.Rows, got.Disagreements)
	}
}

func TestAsQuestion(t *testing.T) {
	t.Parallel()
	for topic, want := range map[string]string{
		"length of the talks":        "How long did the talks last?",
		"the duration of the race":   "How long did the race last?",
		"summit date":                "When did summit take place?",
		"number of boats":            "How many boats?",
		"the day on which it broke":  "On which day it broke?",
		"exact place where they met": "Where they met?",
		"reason why she left":        "Why she left?",
		"venue":                      "venue",
		"date palms":                 "date palms",
		"the summit":                 "the summit",
		"":                           "",
	} {
		if got := asQuestion(topic); got != want {
			t.Errorf("asQuestion(%q) = %q, want %q", topic, got, want)
		}
	}
}

func BenchmarkCompare(b *testing.B) {
	for name, r := range map[string]reports{"briefs": overBriefs(b), "squad2": overPath(b, sharedPath(b, "eval", "squad2", "articles.jsonl"))} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := r.Compare(b.Context(), "war in Ukraine"); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
