package ingest_test

import (
	"fmt"
	"math/bits"
	"path/filepath"
	"strings"
	"testing"

	"sherpa/ingest"
	"sherpa/store"
	"sherpa/store/storetest"
)

const original = `Norvik reopens its ferry line
The harbour council of Norvik agreed late on Monday to reopen the ferry line to the outer islands before the winter storms arrive. The boat leaves the old pier on Friday with 40 passengers on board, and it will sail three times a week until spring.
Half of the islanders had moved to the mainland since the line was closed, the mayor said after the vote. She called the decision a late answer to a simple question, and thanked those who had stayed for their patience.
The islands pay a third of the cost, and the state pays the rest. Nobody knows yet who will repair the pier.
`

func TestNearDuplicates(t *testing.T) {
	t.Parallel()
	change := func(oldNew ...string) string { return strings.NewReplacer(oldNew...).Replace(original) }
	tests := []struct {
		name, text string
		duplicate  bool
	}{
		{"the same text", original, true},
		{"another title", change("Norvik reopens its ferry line", "Ferry sails again"), true},
		{"some words changed", change("late on Monday", "on Monday", "a simple question", "an easy question", "arrive", "come"), true},
		{"a sentence more", original + "The council meets again in spring.\n", true},
		{"other accents and case", change("harbour council", "Harbour Council"), true},
		{"another figure", change("40 passengers", "80 passengers"), false},
		{"another number word", change("three times", "five times"), false},
		{"another day", change("Friday", "Sunday"), false},
		{"another name", change("council of Norvik", "council of Sandvik"), false},
		{"half of it", original[:len(original)/2], false},
		{"something else", "Gulls\nGulls sleep in the harbour of Norvik. They leave when the boat comes.", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			st := storetest.New(t)
			report := run(t, st, writeFiles(t, map[string]string{"a.txt": original, "b.txt": tt.text}))
			checkDuplicate(t, st, report, tt.duplicate)

			// The same in two runs, where the store has the earlier one.
			st = storetest.New(t)
			dir := writeFiles(t, map[string]string{"a.txt": original, "b.txt": tt.text})
			run(t, st, filepath.Join(dir, "a.txt"))
			report = run(t, st, filepath.Join(dir, "b.txt"))
			checkDuplicate(t, st, report, tt.duplicate)
		})
	}
}

func checkDuplicate(t *testing.T, st *store.Store, report ingest.Report, duplicate bool) {
	t.Helper()
	want, count := "", 0
	if duplicate {
		want, count = "a", 1
	}
	b, err := st.Article(t.Context(), "b")
	if err != nil || b.DuplicateOf != want || report.Duplicates != count {
		t.Errorf("duplicate of %q (%v), %d counted; want %q, %d", b.DuplicateOf, err, report.Duplicates, want, count)
	}
	if a, err := st.Article(t.Context(), "a"); err != nil || a.DuplicateOf != "" {
		t.Errorf("the original is a duplicate of %q (%v)", a.DuplicateOf, err)
	}
}

// TestManyDuplicates floods a store with variants of one text: all of them point
// to the one original, also those that are nearer to each other than to it.
func TestManyDuplicates(t *testing.T) {
	t.Parallel()
	st := storetest.New(t)
	files := map[string]string{"0.txt": original}
	const variants = 300
	for i := range variants {
		word := sentence("variant", 1+i%9)
		files[fmt.Sprintf("v%03d.txt", i)] = strings.Replace(original, "repair the pier.", "repair the pier. "+word, 1)
	}
	report := run(t, st, writeFiles(t, files))
	if report.Added != variants+1 || report.Duplicates != variants {
		t.Errorf("%d added, %d duplicates, want %d and %d", report.Added, report.Duplicates, variants+1, variants)
	}
	articles, err := st.Articles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range articles {
		if a.ID != "0" && a.DuplicateOf != "0" {
			t.Errorf("%s is a duplicate of %q, want 0", a.ID, a.DuplicateOf)
		}
	}
}

// TestOriginalStaysOriginal updates an article that others repeat.
func TestOriginalStaysOriginal(t *testing.T) {
	t.Parallel()
	st := storetest.New(t)
	dir := writeFiles(t, map[string]string{"a.txt": original, "b.txt": original + "More follows.\n"})
	run(t, st, dir)
	rewrite(t, filepath.Join(dir, "a.txt"), strings.Replace(original, "late on Monday", "on Monday", 1))
	if got := run(t, st, dir); got.Updated != 1 || got.Duplicates != 0 {
		t.Errorf("report %+v", got)
	}
	if a, err := st.Article(t.Context(), "a"); err != nil || a.DuplicateOf != "" {
		t.Errorf("the original is a duplicate of %q (%v)", a.DuplicateOf, err)
	}
}

func TestSimhash(t *testing.T) {
	t.Parallel()
	if ingest.Simhash("") != 0 || ingest.Simhash("– …") != 0 {
		t.Error("a text without words has a hash")
	}
	if ingest.Simhash("The Ferry sails") != ingest.Simhash("the ferry SAILS!") {
		t.Error("case and punctuation change the hash")
	}
	near := bits.OnesCount64(ingest.Simhash(original) ^ ingest.Simhash(strings.Replace(original, "late ", "", 1)))
	far := bits.OnesCount64(ingest.Simhash(original) ^ ingest.Simhash(ferry))
	if near > 8 || far < 16 {
		t.Errorf("%d bits for one word, %d for another text", near, far)
	}
}
