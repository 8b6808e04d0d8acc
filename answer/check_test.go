package answer_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/answer"
	"sherpa/corpus"
	"sherpa/ingest"
	"sherpa/retrieval"
	"sherpa/store"
)

// briefStore is a store of the embedded corpus.
func briefStore(tb testing.TB) *store.Store {
	tb.Helper()
	dir := filepath.Join(tb.TempDir(), "briefs")
	if err := os.CopyFS(dir, corpus.FS); err != nil {
		tb.Fatal(err)
	}
	ctx := context.Background()
	st, err := store.Open(ctx, filepath.Join(tb.TempDir(), "test.db"), store.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := st.Close(); err != nil {
			tb.Error(err)
		}
	})
	report, err := ingest.New(st, ingest.Options{}).Run(ctx, []string{dir})
	if err != nil {
		tb.Fatal(err)
	}
	if report.Added != 5 {
		tb.Fatalf("ingested %+v, want five articles", report)
	}
	return st
}

// briefs is an engine over the embedded corpus.
func briefs(tb testing.TB) *answer.Engine {
	tb.Helper()
	st := briefStore(tb)
	return answer.New(retrieval.New(st, retrieval.Options{}), st, answer.Options{})
}

// claimLine is a line of the file of claims.
type claimLine struct {
	ID, Claim string
	Verdict   answer.Verdict
	Sources   []string
}

func readClaims(tb testing.TB) []claimLine {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "check", "claims.jsonl"))
	if err != nil {
		tb.Fatal(err)
	}
	var lines []claimLine
	for line := range strings.Lines(string(data)) {
		var c claimLine
		if err := json.Unmarshal([]byte(line), &c); err != nil {
			tb.Fatal(err)
		}
		lines = append(lines, c)
	}
	return lines
}

// TestCheckClaims holds the verdicts on claims in other words than the briefs'.
func TestCheckClaims(t *testing.T) {
	t.Parallel()
	e := briefs(t)
	lines := readClaims(t)
	right, cited, decided := 0, 0, 0
	for _, c := range lines {
		checks, err := e.Check(t.Context(), c.Claim)
		if err != nil {
			t.Fatal(err)
		}
		if len(checks) != 1 || checks[0].Verdict != c.Verdict {
			t.Logf("%s: %+v, want %s", c.ID, checks, c.Verdict)
			continue
		}
		right++
		if c.Verdict == answer.NotCovered {
			continue
		}
		decided++
		if citesAny(checks[0], c.Sources) {
			cited++
		} else {
			t.Logf("%s cites none of %v: %+v", c.ID, c.Sources, checks[0].Citations)
		}
	}
	t.Logf("%d of %d verdicts, %d of %d sources", right, len(lines), cited, decided)
	if right*100 < len(lines)*95 {
		t.Errorf("%d of %d verdicts are right, want 95 %%", right, len(lines))
	}
	if cited*100 < decided*95 {
		t.Errorf("%d of %d verdicts cite a right article, want 95 %%", cited, decided)
	}
}

func citesAny(c answer.ClaimCheck, ids []string) bool {
	for _, cite := range c.Citations {
		if slices.Contains(ids, cite.Article.ID) {
			return true
		}
	}
	return false
}

func TestCheckTexts(t *testing.T) {
	t.Parallel()
	e := briefs(t)
	for name, tc := range map[string]struct {
		text string
		want map[string]answer.Verdict
	}{
		"empty":                 {"", map[string]answer.Verdict{}},
		"white space":           {" \n\t ", map[string]answer.Verdict{}},
		"a greeting":            {"Good morning everyone! Thanks a lot.", map[string]answer.Verdict{}},
		"a question":            {"Did Trump and Putin sign an agreement in Alaska?", map[string]answer.Verdict{}},
		"a claim in small talk": {"Hi all. The talks lasted nine days. Is that right?", map[string]answer.Verdict{"The talks lasted nine days.": answer.Contradicted}},
		"a compound sentence": {"Putin laid flowers on the graves of Soviet pilots, and Trump greeted him with a red carpet.", map[string]answer.Verdict{
			"Putin laid flowers on the graves of Soviet pilots": answer.Supported, "Trump greeted him with a red carpet.": answer.Supported,
		}},
		"nothing of it": {"The mayor of Lisbon opened a swimming pool.", map[string]answer.Verdict{"The mayor of Lisbon opened a swimming pool.": answer.NotCovered}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			checks, err := e.Check(t.Context(), tc.text)
			if err != nil {
				t.Fatal(err)
			}
			got := map[string]answer.Verdict{}
			for _, c := range checks {
				got[c.Claim] = c.Verdict
				if c.Citations == nil {
					t.Errorf("%q has nil citations, which JSON shows as null", c.Claim)
				}
			}
			if diff := cmp.Diff(tc.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestCheckCitesBytes holds every quote against the stored article.
func TestCheckCitesBytes(t *testing.T) {
	t.Parallel()
	st := briefStore(t)
	e := answer.New(retrieval.New(st, retrieval.Options{}), st, answer.Options{})
	texts := map[string]string{}
	err := st.EachArticle(t.Context(), func(a store.Article) error {
		texts[a.ID] = a.Text
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	quotes := 0
	for _, c := range readClaims(t) {
		checks, err := e.Check(t.Context(), c.Claim)
		if err != nil {
			t.Fatal(err)
		}
		for _, check := range checks {
			for i, cite := range check.Citations {
				quotes++
				if cite.N != i+1 || texts[cite.Article.ID][cite.Start:cite.End] != cite.Quote {
					t.Errorf("%s: citation %d is not in its place: %+v", c.ID, i+1, cite)
				}
			}
		}
	}
	if quotes < 40 {
		t.Errorf("only %d quotes", quotes)
	}
}

// TestCheckCitesBothSides: where articles disagree, a claim that one supports
// cites the other one too.
func TestCheckCitesBothSides(t *testing.T) {
	t.Parallel()
	checks, err := briefs(t).Check(t.Context(), "The talks in Alaska lasted nearly three hours.")
	if err != nil {
		t.Fatal(err)
	}
	if len(checks) != 1 || checks[0].Verdict != answer.Supported {
		t.Fatalf("got %+v", checks)
	}
	if !citesAny(checks[0], []string{"001_bc0681c6d51fa3c6"}) || !citesAny(checks[0], []string{"004_6ea355a1571119f7"}) {
		t.Errorf("cites %+v", checks[0].Citations)
	}
}

func TestCheckLongTexts(t *testing.T) {
	t.Parallel()
	e := briefs(t)
	for name, s := range map[string]string{
		"sentences":     strings.Repeat("The talks lasted nine days in Alaska. ", 30_000),
		"one sentence":  strings.Repeat("talks and hours in Alaska ", 40_000),
		"one word":      strings.Repeat("a", 1<<20),
		"quotes":        strings.Repeat("“", 1<<18),
		"control bytes": strings.Repeat("\x00\xff", 1<<19),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			checks, err := e.Check(t.Context(), s)
			if err != nil {
				t.Fatal(err)
			}
			if len(checks) > 20 {
				t.Errorf("%d claims", len(checks))
			}
		})
	}
}

func BenchmarkCheck(b *testing.B) {
	e := briefs(b)
	for b.Loop() {
		if _, err := e.Check(b.Context(), "The talks lasted more than nine hours."); err != nil {
			b.Fatal(err)
		}
	}
}

// A claim of a word or two must be told, not only have its words in the articles.
func TestCheckShortClaims(t *testing.T) {
	t.Parallel()
	e := briefs(t)
	for claim, want := range map[string]answer.Verdict{
		"They signed a ceasefire.":             answer.Contradicted,
		"The leaders signed a peace deal.":     answer.Contradicted,
		"A ceasefire was agreed.":              answer.Contradicted,
		"Zelensky was there.":                  answer.Contradicted,
		"Zelensky was at the summit.":          answer.Contradicted,
		"Lavrov is the finance minister.":      answer.Contradicted,
		"Trump laid flowers on graves.":        answer.Contradicted,
		"Trump and Putin did not shake hands":  answer.Contradicted,
		"Putin was there.":                     answer.Supported,
		"Lavrov was there.":                    answer.Supported,
		"Zelensky was excluded.":               answer.Supported,
		"The summit was in Alaska.":            answer.Supported,
		"No deal was reached.":                 answer.Supported,
		"There was no ceasefire.":              answer.Supported,
		"Trump and Putin shook hands.":         answer.Supported,
		"Putin was arrested.":                  answer.NotCovered,
		"He left early.":                       answer.NotCovered,
		"The summit was held in Moscow.":       answer.NotCovered,
		"Russia attacked Poland.":              answer.NotCovered,
		"Trump promised weapons.":              answer.NotCovered,
		"Trump lifted the sanctions.":          answer.NotCovered,
		"Putin accepted a ceasefire.":          answer.NotCovered,
		"The war is over.":                     answer.Contradicted,
		"Sanctions were lifted.":               answer.NotCovered,
		"The two leaders exchanged prisoners.": answer.NotCovered,
		"Trump and Putin signed a deal.":       answer.Contradicted,
		"They announced a ceasefire.":          answer.Contradicted,
		"Sanctions were eased.":                answer.NotCovered,
		"Putin will visit Washington.":         answer.NotCovered,
		"The next meeting will be in Moscow.":  answer.Supported,
		"Putin laid flowers on graves.":        answer.Supported,
	} {
		checks, err := e.Check(t.Context(), claim)
		if err != nil {
			t.Fatal(err)
		}
		if len(checks) != 1 || checks[0].Verdict != want || (want == answer.NotCovered) != (len(checks[0].Citations) == 0) {
			t.Errorf("%s %+v, want %s", claim, checks, want)
		}
	}
}
