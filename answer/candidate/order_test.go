package candidate

import (
	"slices"
	"testing"

	"sherpa/answer/evidence"
)

func TestOrderByCandidates(t *testing.T) {
	t.Parallel()
	best := make([]*evidence.Evidence, searchedSentences+2)
	for i := range best {
		best[i] = &evidence.Evidence{At: i}
	}
	best[2].Score = 0.4
	ranked := []Candidate{{From: best[0], score: 2}, {From: best[1], score: 1.9}, {From: best[1], score: 1.9}, {From: best[2], score: 1.8}}
	var got []int
	for _, e := range OrderSentences(best, ranked) {
		got = append(got, e.At)
	}
	// Two good candidates come before one that is a little better, and so does a
	// better score of the sentence itself; those without any stay.
	if want := []int{1, 2, 0, 3, 4, 5, 6, 7, 8, 9}; !slices.Equal(got, want) {
		t.Errorf("the sentences are in the order %v, want %v", got, want)
	}
	if !slices.Equal(OrderSentences(best, nil), best) {
		t.Error("without candidates the order changes")
	}
}
