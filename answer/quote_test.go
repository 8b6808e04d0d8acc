package answer

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/answer/wording"
)

// quayside are articles with the marks and spellings that quotations meet.
var quayside = map[string]string{
	"a": `---
title: The quay reopens
---
The mayor called the new quay “a gift to the town” and said: “We didn’t wait for anybody’s permission.” The crowd of three hundred people cheered for nearly ten minutes — and then it rained.

A brass band played while the ferry drew near, and the harbour master cut a red ribbon with a borrowed knife. Nobody could say who had lost the scissors, but everybody had a view on it.`,
	"b": `---
title: Rain at the reopening
---
At the quay the mayor spoke of “a present to the town” before the rain began. The crowd of five hundred people cheered for nearly ten minutes and went home wet. The ferry drew near too late for most of them, its captain admitted.`,
}

// standing is where a quotation was found, with the words that stand there.
type standing struct {
	Article, Words string
	Folded         bool
}

func TestQuoteExact(t *testing.T) {
	t.Parallel()
	r := overArticles(t, quayside)
	for name, tc := range map[string]struct {
		quote string
		want  []standing
	}{
		"as it stands":            {"a gift to the town", []standing{{"a", "a gift to the town", false}}},
		"in quotation marks":      {`"a gift to the town"`, []standing{{"a", "a gift to the town", false}}},
		"in marks with ellipses":  {"“… a gift to the town…”", []standing{{"a", "a gift to the town", false}}},
		"two articles":            {"cheered for nearly ten minutes", []standing{{"a", "cheered for nearly ten minutes", false}, {"b", "cheered for nearly ten minutes", false}}},
		"other apostrophes":       {"We didn't wait for anybody's permission", []standing{{"a", "We didn’t wait for anybody’s permission", true}}},
		"other capitals":          {"THE HARBOUR MASTER", []standing{{"a", "the harbour master", true}}},
		"another dash and spaces": {"ten  minutes - and then", []standing{{"a", "ten minutes — and then", true}}},
		"the asker's full stop":   {"“before the rain began and.”", nil},
		"a comma inside":          {"“went home wet,”", []standing{{"b", "went home wet", false}}},
		"across paragraphs":       {"then it rained. A brass band", []standing{{"a", "then it rained.\n\nA brass band", true}}},
		"parts in order":          {"the ferry drew near … a borrowed knife", []standing{{"a", "the ferry drew near, and the harbour master cut a red ribbon with a borrowed knife", false}}},
		"nearest parts":           {"the ... permission", []standing{{"a", "the town” and said: “We didn’t wait for anybody’s permission", false}}},
		"parts out of order":      {"a borrowed knife … the ferry drew near", nil},
		"no part of a word":       {"rib", nil},
		"several in one article":  {"and the", []standing{{"a", "and the", false}}},
		"quotations at both ends": {"“We” or “they”", nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := r.Quote(t.Context(), tc.quote)
			if err != nil {
				t.Fatal(err)
			}
			var found []standing
			for _, hit := range got.Exact {
				found = append(found, standing{hit.Article.ID, r.at(t, hit.Article.ID, hit.Start, hit.End), hit.Folded})
			}
			if diff := cmp.Diff(tc.want, found); diff != "" {
				t.Errorf("Quote(%q) (-want +got):\n%s", tc.quote, diff)
			}
			if len(found) > 0 && len(got.Closest) > 0 {
				t.Error("words that stand there have a closest wording too")
			}
		})
	}
}

func TestQuoteClosest(t *testing.T) {
	t.Parallel()
	r := overArticles(t, quayside)
	for name, tc := range map[string]struct {
		quote string
		want  []string // diffs
	}{
		"a word changed": {"a crowd of four hundred people cheered", []string{
			"[-a-] {+The+} crowd of [-four-] {+three+} hundred people cheered", "[-a-] {+The+} crowd of [-four-] {+five+} hundred people cheered",
		}},
		"a word left out": {"cut a ribbon with a borrowed knife", []string{"cut a {+red+} ribbon with a borrowed knife"}},
		"a word too many": {"before the heavy rain began", []string{"before the [-heavy-] rain began"}},
		"marks in between": {"the ferry drew slowly near, and the harbour master cut", []string{
			"the ferry drew [-slowly-] near, and the harbour master cut", "The ferry drew [-slowly-] near [-and the harbour master cut-]",
		}},
		"with an ellipsis":  {"a brass band sang … with a borrowed knife", []string{"A brass band [-sang-] {+played+} … with a borrowed knife"}},
		"nothing like it":   {"parliament adjourned the budget debate", nil},
		"common words only": {"of it and the who had", nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := r.Quote(t.Context(), tc.quote)
			if err != nil {
				t.Fatal(err)
			}
			var diffs []string
			for _, m := range got.Closest {
				diffs = append(diffs, m.Diff)
				if at := r.at(t, m.Article.ID, m.Start, m.End); at != m.Quote {
					t.Errorf("the quote is %q, but %q stands there", m.Quote, at)
				}
				if m.Similarity < wording.MinSimilarity || m.Similarity > 1 {
					t.Errorf("similarity %v", m.Similarity)
				}
			}
			if diff := cmp.Diff(tc.want, diffs); diff != "" {
				t.Errorf("Quote(%q) (-want +got):\n%s", tc.quote, diff)
			}
		})
	}
}

func TestQuoteRefuses(t *testing.T) {
	t.Parallel()
	r := overArticles(t, quayside)
	for name, tc := range map[string]struct {
		quote string
		want  error
	}{
		"nothing":        {"", ErrQuoteEmpty},
		"white space":    {" \n\t ", ErrQuoteEmpty},
		"marks only":     {"“…”", ErrQuoteEmpty},
		"a megabyte":     {strings.Repeat("a ", 1<<19), ErrQuoteTooLong},
		"long, in bytes": {strings.Repeat("é", MaxQuote), nil},
	} {
		if _, err := r.Quote(t.Context(), tc.quote); !errors.Is(err, tc.want) {
			t.Errorf("%s: error %v, want %v", name, err, tc.want)
		}
	}
}

func BenchmarkQuote(b *testing.B) {
	brief := overBriefs(b)
	large := overPath(b, sharedPath(b, "eval", "squad2", "articles.jsonl"))
	for name, r := range map[string]reports{"briefs": brief, "squad2": large} {
		for kind, words := range map[string]string{
			"exact":   "the situation in Ukraine",
			"closest": "the talks between both of the presidents were frank, substantial and very useful for the people of the region",
		} {
			b.Run(name+"/"+kind, func(b *testing.B) {
				for b.Loop() {
					if _, err := r.Quote(b.Context(), words); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
