package retrieval

import "math/bits"

// termSet is a set of a question's terms, each by its place among them. There are
// at most maxTerms.
type termSet uint64

func (s termSet) with(t int) termSet { return s | 1<<t }

func (s termSet) without(o termSet) termSet { return s &^ o }

func (s termSet) has(t int) bool { return s>>t&1 == 1 }

func (s termSet) size() int { return bits.OnesCount64(uint64(s)) }

// sum adds up the weights of the terms in the set.
func (s termSet) sum(weights []float64) float64 {
	sum := 0.0
	for ; s != 0; s &= s - 1 {
		sum += weights[bits.TrailingZeros64(uint64(s))]
	}
	return sum
}
