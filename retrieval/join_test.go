package retrieval

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"sherpa/store/storetest"
)

// coast and lake are corpora of different towns that share some words.
func coast(tb testing.TB) *Searcher {
	tb.Helper()
	return over(tb,
		article("ferry", "Ferry to Norvik", "The ferry Halda took fifty minutes to Norvik.", "Captain Thorsby thanked the crew."),
		article("library", "Library", "The library of Norvik opened on Saturday."),
	)
}

func lake(tb testing.TB) *Searcher {
	tb.Helper()
	return over(tb,
		article("boat", "Boat on the lake", "The boat Halta crossed the lake of Brenn.", "Its captain is called Moor."),
		article("church", "Church", "The church of Brenn opened on Sunday."),
	)
}

func both(tb testing.TB, k int, question string, corpora ...*Searcher) Result {
	tb.Helper()
	results := make([]Result, len(corpora))
	for i, c := range corpora {
		results[i] = search(tb, c, Query{Text: question, K: k})
	}
	return Join(k, results...)
}

func TestJoinOfOneIsThatOne(t *testing.T) {
	t.Parallel()
	r := search(t, coast(t), Query{Text: "Who is the captain of the Halda?"})
	if diff := cmp.Diff(r, Join(1, r), cmpopts.IgnoreUnexported(Analysis{}, Passage{}, Referent{}, Mention{})); diff != "" {
		t.Errorf("(-alone +joined):\n%s", diff)
	}
	if got := Join(3); len(got.Hits) > 0 || got.Articles > 0 {
		t.Errorf("nothing joined is %+v", got)
	}
}

func TestJoinTakesWhoKnows(t *testing.T) {
	t.Parallel()
	a, b := coast(t), lake(t)
	for _, tt := range []struct {
		question, first string
		terms           []string
	}{
		{"When did the library of Norvik open?", "library", []string{"library", "norvik", "open"}},
		{"When did the church of Brenn open?", "church", []string{"church", "brenn", "open"}},
		// Each has a name that the other takes for a slip.
		{"How long did the Halda take?", "ferry", []string{"halda"}},
		{"Which lake did the Halta cross?", "boat", []string{"lake", "halta", "cross"}},
		{"When did the librray open?", "library", []string{"library", "open"}},
	} {
		for _, order := range [][]*Searcher{{a, b}, {b, a}} {
			r := both(t, 5, tt.question, order...)
			if r.Articles != 4 || len(r.Hits) == 0 || r.Hits[0].Article.ID != tt.first {
				t.Errorf("%q: %d articles, hits %v; want %s first", tt.question, r.Articles, passageIDs(r.Hits), tt.first)
			}
			for _, term := range tt.terms {
				if !slices.Contains(norms(r.Analysis.Terms), term) {
					t.Errorf("%q is read as %q, without %q", tt.question, norms(r.Analysis.Terms), term)
				}
			}
		}
	}
}

// TestJoinLeavesOutWhoKnowsNothing: a corpus that shares a common word or none is
// no reason for another order.
func TestJoinLeavesOutWhoKnowsNothing(t *testing.T) {
	t.Parallel()
	a, b := coast(t), lake(t)
	for _, q := range []string{"How long did the ferry to Norvik take?", "Whom did captain Thorsby thank?"} {
		alone, joined := search(t, a, Query{Text: q}), both(t, 0, q, a, b)
		if diff := cmp.Diff(passageIDs(alone.Hits), passageIDs(joined.Hits)); diff != "" {
			t.Errorf("%q (-alone +joined):\n%s", q, diff)
		}
	}
}

// TestJoinByRank: corpora that know a question alike take turns, and ranks count
// from one.
func TestJoinByRank(t *testing.T) {
	t.Parallel()
	town := func(name string) *Searcher {
		return over(t,
			article(name+"-1", "Fair", "The winter fair of Oslo opened in "+name+" with music and dance."),
			article(name+"-2", "Fair", "The winter fair of Oslo opened."),
			article(name+"-3", "Fair", "In Oslo there is a fair, people of "+name+" say."),
		)
	}
	r := both(t, 4, "When did the winter fair of Oslo open?", town("Havn"), town("Skar"))
	if len(r.Hits) != 4 {
		t.Fatalf("hits %v", passageIDs(r.Hits))
	}
	from := map[string]int{}
	for i, h := range r.Hits {
		from[h.Article.ID[:4]]++
		if h.Rank != i+1 {
			t.Errorf("hit %d has rank %d", i, h.Rank)
		}
	}
	// The same sentence stands in both: it is taken from the first.
	if from["Havn"] == 0 || from["Skar"] == 0 || slices.Contains(passageIDs(r.Hits), "Skar-2#0") {
		t.Errorf("hits %v", passageIDs(r.Hits))
	}
}

func TestJoinAddsVersions(t *testing.T) {
	t.Parallel()
	st := storetest.New(t)
	a, b := New(st, Options{}), coast(t)
	last := int64(-1)
	for _, id := range []string{"", "one", "two"} {
		if id != "" {
			put(t, st, article(id, id, "Something of "+id+"."))
		}
		r := both(t, 5, "Something?", a, b)
		if r.Version <= last {
			t.Errorf("version %d after %d", r.Version, last)
		}
		last = r.Version
	}
}
