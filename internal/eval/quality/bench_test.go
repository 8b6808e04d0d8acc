package quality

import (
	"flag"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"sherpa/answer"
	"sherpa/internal/eval"
)

var benchSet = flag.String("set", "", "a folder with a question set, which the benchmarks ask too")

// BenchmarkAnswer measures whole answers to the questions of a set, one after
// the other, and beside them those of the simple method: p50 and p99 are of
// single answers.
func BenchmarkAnswer(b *testing.B) {
	sets := []Set{{Name: "embedded", Articles: Embedded, Questions: filepath.Join("..", "testdata", "summit", "questions.jsonl")}}
	if *benchSet != "" {
		set, ok := setOf(*benchSet)
		if !ok || set.Articles == "" {
			b.Fatalf("%s is no set with articles", *benchSet)
		}
		sets = append(sets, set)
	}
	for _, set := range sets {
		under, err := newBench(b.Context(), filepath.Join(b.TempDir(), "bench.db"), set)
		if err != nil {
			b.Fatal(err)
		}
		simple, err := newPlain(b.Context(), under.store)
		if err != nil {
			b.Fatal(err)
		}
		questions, err := eval.ReadFiles([]string{set.Questions})
		if err != nil {
			b.Fatal(err)
		}
		b.Run(set.Name+"/sherpa", func(b *testing.B) { benchmarkAsk(b, under.answer, questions) })
		b.Run(set.Name+"/plain", func(b *testing.B) { benchmarkAsk(b, simple, questions) })
		if err := under.store.Close(); err != nil {
			b.Error(err)
		}
	}
}

func benchmarkAsk(b *testing.B, engine eval.Asker, questions []eval.Question) {
	b.Helper()
	b.ReportAllocs()
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		began := time.Now()
		if _, err := engine.Ask(b.Context(), answer.Question{Text: questions[i%len(questions)].Text}); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(began))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
}
