package answer

import (
	"slices"
	"testing"
	"time"

	"sherpa/answer/prompt"
)

// ofAnswer is how many statements an answer has in the benchmarks.
const ofAnswer = 5

// BenchmarkVerifyAnswer tells what it takes to hold the statements of a model's
// answer against what they cite.
func BenchmarkVerifyAnswer(b *testing.B) {
	r := overPhrased(b)
	type statement struct {
		of   *phrasing
		said prompt.Said
	}
	var all []statement
	for _, c := range readPhrased(b, "phrased.jsonl") {
		p, refs := r.cite(b, c)
		all = append(all, statement{p, prompt.Said{Text: c.Right, Cited: refs}})
	}
	reportTimes(b, func(n int) {
		for k := range ofAnswer {
			s := all[(n*ofAnswer+k)%len(all)]
			s.of.verified(s.said)
		}
	})
}

// reportTimes runs a benchmark and reports the median and the slowest hundredth.
func reportTimes(b *testing.B, run func(n int)) {
	b.Helper()
	var took []time.Duration
	for n := 0; b.Loop(); n++ {
		start := time.Now()
		run(n)
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds()), "p50-µs")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "p99-µs")
}
