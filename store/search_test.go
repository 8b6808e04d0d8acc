package store

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSearchMatches(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	e := entry("alaska-summit", "The talks lasted nearly three hours.", "Zelenskyy called for a cease-fire in the U.S. capital.", "Café owners waited.")
	e.Passages[2].Heading = "Waiting outside"
	mustPut(t, s, e)
	cases := map[string]struct {
		match Match
		want  []string
	}{
		"stem":            {term("talk"), []string{"alaska-summit#0"}},
		"case":            {term("ZELENSKYY"), []string{"alaska-summit#1"}},
		"accent":          {term("cafe"), []string{"alaska-summit#2"}},
		"hyphen":          {term("cease-fire"), []string{"alaska-summit#1"}},
		"points":          {term("U.S."), []string{"alaska-summit#1"}},
		"heading":         {term("outside"), []string{"alaska-summit#2"}},
		"phrase":          {phrase("nearly three hours"), []string{"alaska-summit#0"}},
		"other order":     {phrase("three nearly hours"), []string{}},
		"prefix":          {prefix("zelen"), []string{"alaska-summit#1"}},
		"any":             {anyOf(term("cafe"), term("missing")), []string{"alaska-summit#2"}},
		"all":             {allOf(term("cafe"), term("missing")), []string{}},
		"all over fields": {allOf(term("alaska"), term("cafe")), []string{"alaska-summit#2"}},
		"nothing":         {Match{}, []string{}},
		"marks only":      {anyOf(term("?"), term("--")), []string{}},
	}
	for name, c := range cases {
		if diff := cmp.Diff(c.want, find(t, s, c.match)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestSearchOrderAndWeights(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	mustPut(t, s,
		entry("a", "Wheat prices rose again today.", "Nothing else was said there."),
		entry("b", "Nothing else was said there.", "Wheat prices rose again today."),
		entry("wheat", "Nothing else was said there."),
		entry("c", "Wheat prices rose again today."),
		entry("d", "Other things fell."), entry("e", "Other things fell."), entry("f", "Other things fell."), entry("g", "Other things fell."))
	order := func(w Weights) []string {
		hits, err := s.Search(t.Context(), Search{Match: term("wheat"), Weights: w, Limit: 10})
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for i, h := range hits {
			ids = append(ids, h.Passage.ID)
			if h.BM25 <= 0 || (i > 0 && h.BM25 > hits[i-1].BM25) {
				t.Errorf("scores are not in order: %+v", hits)
			}
		}
		return ids
	}
	// Equal scores stand in the order of the store.
	if diff := cmp.Diff([]string{"a#0", "b#1", "wheat#0", "c#0"}, order(Weights{})); diff != "" {
		t.Error(diff)
	}
	if got := order(Weights{Title: 10, Lead: 1, Body: 1}); got[0] != "wheat#0" {
		t.Errorf("title first: %v", got)
	}
	if got := order(Weights{Title: 1, Lead: 10, Body: 1}); !slices.Equal(got[:2], []string{"a#0", "c#0"}) {
		t.Errorf("leads first: %v", got)
	}
	if got := order(Weights{Title: 1, Lead: 1, Body: 10}); got[0] != "b#1" {
		t.Errorf("body first: %v", got)
	}
}

func TestSearchFilters(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	for _, a := range []struct{ id, published, publisher string }{
		{"001_a", "2025-08-15", "BBC News"},
		{"002_b", "2025-08-16T23:30:00+02:00", "Der Spiegel"},
		{"003_c", "2025-09", "Świat"},
		{"004_d", "", "bbc news"},
	} {
		e := entry(a.id, "The summit ended.")
		e.Article.Published, e.Article.Publisher = a.published, a.publisher
		mustPut(t, s, e)
	}
	cases := map[string]struct {
		filter Filter
		want   []string
	}{
		"none":           {Filter{}, []string{"001_a#0", "002_b#0", "003_c#0", "004_d#0"}},
		"since":          {Filter{Since: "2025-08-16"}, []string{"002_b#0", "003_c#0"}},
		"until":          {Filter{Until: "2025-08-16"}, []string{"001_a#0", "002_b#0"}},
		"day":            {Filter{Since: "2025-08-16", Until: "2025-08-16"}, []string{"002_b#0"}},
		"month of a day": {Filter{Since: "2025-09-10", Until: "2025-09-12"}, []string{"003_c#0"}},
		"year":           {Filter{Since: "2025", Until: "2025"}, []string{"001_a#0", "002_b#0", "003_c#0"}},
		"later":          {Filter{Since: "2025-10-01"}, []string{}},
		"id":             {Filter{Sources: []string{"002_b"}}, []string{"002_b#0"}},
		"beginnings":     {Filter{Sources: []string{"001", "003"}}, []string{"001_a#0", "003_c#0"}},
		"publisher":      {Filter{Sources: []string{"bbc NEWS"}}, []string{"001_a#0", "004_d#0"}},
		"folded":         {Filter{Sources: []string{"ŚWIAT"}}, []string{"003_c#0"}},
		"articles":       {Filter{Articles: []string{"003_c", "001"}}, []string{"003_c#0"}},
		"unknown":        {Filter{Sources: []string{"nobody"}}, []string{}},
		"blank":          {Filter{Sources: []string{""}}, []string{"001_a#0", "002_b#0", "003_c#0", "004_d#0"}},
		"hostile":        {Filter{Since: "' OR 1", Until: `"`, Sources: []string{"%", "'", "\xff", `["`}}, []string{}},
		"all of it":      {Filter{Since: "2025-08-15", Sources: []string{"BBC News"}}, []string{"001_a#0"}},
	}
	for name, c := range cases {
		hits, err := s.Search(t.Context(), Search{Match: term("summit"), Filter: c.filter, Limit: 10})
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		got := []string{}
		for _, h := range hits {
			got = append(got, h.Passage.ID)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestHitCarriesPassageAndArticle(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	e := entry("a", "Größe zählt — immer.", "Und „sie“ nicht.")
	e.Article.Publisher, e.Article.Published = "P", "2025-08-15"
	mustPut(t, s, e)
	hits, err := s.Search(t.Context(), Search{Match: term("sie"), Limit: 1})
	if err != nil || len(hits) != 1 {
		t.Fatal(hits, err)
	}
	p := hits[0].Passage
	if e.Article.Text[p.Start:p.End] != p.Text || p.ID != "a#1" || p.ArticleID != "a" || p.RowID == 0 {
		t.Errorf("passage %+v", p)
	}
	a := hits[0].Article
	if a.ID != "a" || a.Publisher != "P" || a.Published != "2025-08-15" || a.Hash != e.Article.Hash || a.Text != "" {
		t.Errorf("article %+v", a)
	}
}

func TestScriptsWithoutSpaces(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	mustPut(t, s,
		entry("zh", "普京和特朗普在阿拉斯加会谈", "会谈持续了三个小时。苹果发布iPhone"),
		entry("ja", "首脳会談はアラスカで行われた。"),
		entry("th", "การประชุมสุดยอดจัดขึ้นที่อะแลสกา"),
		entry("en", "The talks in Alaska lasted three hours."))
	cases := map[string]struct {
		match Match
		want  []string
	}{
		"run":           {term("特朗普在哪里"), []string{"zh#0"}},
		"two":           {term("持续"), []string{"zh#1"}},
		"one":           {term("了"), []string{"zh#1"}},
		"last two":      {term("会谈"), []string{"zh#0", "zh#1"}},
		"phrase":        {phrase("三个小时"), []string{"zh#1"}},
		"no phrase":     {phrase("小时三个"), []string{}},
		"all":           {allOf(term("持续"), term("三个小时")), []string{"zh#1"}},
		"not all":       {allOf(term("阿拉斯加"), term("三个小时")), []string{}},
		"with English":  {allOf(term("iphone"), term("苹果发")), []string{"zh#1"}},
		"kana":          {term("アラスカ"), []string{"ja#0"}},
		"thai":          {term("อะแลสกา"), []string{"th#0"}},
		"English alone": {term("alaska"), []string{"en#0"}},
		"both scripts":  {anyOf(term("alaska"), phrase("アラスカ")), []string{"en#0", "ja#0"}},
	}
	for name, c := range cases {
		got := find(t, s, c.match)
		slices.Sort(got)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	mustDo(t, s.Remove(t.Context(), "zh"))
	if got := find(t, s, term("会谈")); len(got) != 0 {
		t.Errorf("removed and found: %v", got)
	}
	mustBeSound(t, s)
}

func TestSearchLimit(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	mustPut(t, s, numbered(0, 20)...)
	all := find(t, s, term("delegation"))
	hits, err := s.Search(t.Context(), Search{Match: term("delegation"), Limit: 7})
	if err != nil || len(hits) != 7 || len(all) != 20 {
		t.Fatalf("%d and %d hits, %v", len(hits), len(all), err)
	}
	for i, h := range hits {
		if h.Passage.ID != all[i] {
			t.Errorf("hit %d is %s, without the limit %s", i, h.Passage.ID, all[i])
		}
	}
}
