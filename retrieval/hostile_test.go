package retrieval

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// hostile are questions that nobody means as such.
func hostile() map[string]string {
	var terms strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&terms, "unknown%d ", i)
	}
	return map[string]string{
		"empty": "", "space": " \t\n", "NUL": "summit\x00Alaska", "only NUL": "\x00\x00", "invalid UTF-8": "\xff\xfe summit \xc3",
		"quotes": `""""'"''"`, "open quote": `"summit`, "FTS5": `summit AND NOT (Alaska OR NEAR("x" "y", 5)) title:Putin ^a* -b + {c d} : e`,
		"column": "body: summit", "star": "*", "SQL": `'; DROP TABLE articles; --`, "percent": "%s %d %!(NOVERB) _%",
		"emoji": "🇺🇸🤝🇷🇺 👩‍👩‍👧 summit?", "CJK": "阿拉斯加峰会什么时候举行？", "Thai": "การประชุมสุดยอดอลาสก้า", "Arabic": "متى عقدت القمة؟",
		"marks": strings.Repeat("e\u0301", 300) + "\u0301\u0301", "bidi": "\u202etimmus\u202c", "zero width": "sum\u200bmit",
		"hyphens": strings.Repeat("-", 5000), "apostrophes": strings.Repeat("'s ", 2000), "points": strings.Repeat("U.S.", 3000),
		"1 MB of a letter": strings.Repeat("a", 1<<20), "1 MB of words": strings.Repeat("summit ", 1<<20/7), "1 MB of marks": strings.Repeat("“”", 1<<20/6),
		"1 MB of phrases": strings.Repeat(`"a b" `, 1<<20/6), "1 MB of continuation bytes": strings.Repeat("\x80", 1<<20),
		"10,000 unknown words": terms.String(), "question words": strings.Repeat("who what why how ", 500), "preambles": strings.Repeat("please tell me ", 500),
		"take": strings.Repeat("take part place with ", 500), "long phrase": `"` + strings.Repeat("the summit in ", 2000) + `"`, "digits": strings.Repeat("1,234.5 ", 1000),
	}
}

// boundedTime is far more than any of the questions takes, also on a slow machine
// with the race detector, and far less than one without limits would.
const boundedTime = 5 * time.Second

func TestHostileQuestions(t *testing.T) {
	t.Parallel()
	s := embedded(t)
	for name, q := range hostile() {
		ctx, cancel := context.WithTimeout(t.Context(), boundedTime)
		r, err := s.Search(ctx, Query{Text: q, Explain: true})
		cancel()
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		checkAnalysis(t, r.Analysis)
	}
}

// checkAnalysis checks what holds for every question.
func checkAnalysis(t *testing.T, a Analysis) {
	t.Helper()
	if len(a.Terms) > maxTerms || len(a.Phrases) > maxPhrases || len(a.Words) > maxWords || len(a.Text) > 4*maxQuestion {
		t.Errorf("%d terms, %d phrases, %d words, %d bytes", len(a.Terms), len(a.Phrases), len(a.Words), len(a.Text))
	}
	if a.Kind < 0 || a.Kind >= kindCount || !utf8.ValidString(a.Text) {
		t.Errorf("kind %d, text %q", int(a.Kind), a.Text)
	}
	seen := map[string]bool{}
	for _, term := range a.Terms {
		if term.Norm == "" || seen[term.Norm] || a.Words[term.At] != term.Norm || term.IDF < 0 {
			t.Errorf("term %+v of %q", term, a.Text)
		}
		seen[term.Norm] = true
	}
}

func FuzzAnalyse(f *testing.F) {
	for _, q := range append(questions, "Who took part in «the talks»?", "Sergei and Sergey’s U.S. visit", "which day of the week was it") {
		f.Add(q)
	}
	for _, q := range hostile() {
		f.Add(q[:min(len(q), 200)])
	}
	v, err := embedded(f).vocabulary(f.Context())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, question string) { checkAnalysis(t, v.analyse(question)) })
}

func BenchmarkHostileQuestions(b *testing.B) {
	s := embedded(b)
	for name, q := range hostile() {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				search(b, s, Query{Text: q})
			}
		})
	}
}
