package answer_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sherpa/answer"
	"sherpa/corpus"
	"sherpa/ingest"
	"sherpa/retrieval"
	"sherpa/store"
)

// briefs is an engine over the embedded corpus.
func briefs(tb testing.TB) *answer.Engine {
	tb.Helper()
	dir := filepath.Join(tb.TempDir(), "briefs")
	if err := os.CopyFS(dir, corpus.FS); err != nil {
		tb.Fatal(err)
	}
	return engineOver(tb, dir)
}

// engineOver is an engine over a folder of articles.
func engineOver(tb testing.TB, dir string) *answer.Engine {
	tb.Helper()
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
	return answer.New(retrieval.New(st, retrieval.Options{}), st, answer.Options{})
}

// claimLine is a line of the file of claims.
type claimLine struct {
	ID, Claim string
	Verdict   answer.Verdict
	Sources   []string
}

func readClaims(tb testing.TB, file string) []claimLine {
	tb.Helper()
	data, err := os.ReadFile(file)
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

func TestCheckClaims(t *testing.T) {
	t.Parallel()
	e := briefs(t)
	lines := readClaims(t, filepath.Join("testdata", "check", "claims.jsonl"))
	wrong := 0
	for _, c := range lines {
		checks, err := e.Check(t.Context(), c.Claim)
		if err != nil {
			t.Fatal(err)
		}
		if len(checks) != 1 || checks[0].Verdict != c.Verdict {
			wrong++
			t.Logf("%s: %q", c.ID, c.Claim)
			for _, k := range checks {
				t.Logf("    %s", k.Verdict)
				for _, cite := range k.Citations {
					t.Logf("      %s %q", cite.Article.ID[:3], cite.Quote)
				}
			}
		}
	}
	t.Logf("%d of %d right", len(lines)-wrong, len(lines))
}
