package eval

import (
	"math"
	"math/rand/v2"
	"slices"
)

// z95 is the normal quantile of a two-sided 95 % interval.
const z95 = 1.959963984540054

// wilson is the 95 % score interval of the share hit/of (Wilson 1927). It
// stays sensible for shares near 0 and 1 and for few cases, as here.
func wilson(hit, of int) (low, high float64) {
	if of == 0 {
		return 0, 1
	}
	n, p := float64(of), float64(hit)/float64(of)
	centre := p + z95*z95/(2*n)
	half := z95 * math.Sqrt(p*(1-p)/n+z95*z95/(4*n*n))
	scale := 1 + z95*z95/n
	return max(0, (centre-half)/scale), min(1, (centre+half)/scale)
}

// resamples is the number of bootstrap samples: enough for two digits of a
// 95 % interval.
const resamples = 1000

// bootstrap is the 95 % percentile interval of the mean of values (Efron 1979).
// Its seed is fixed, so that a report can be repeated.
func bootstrap(values []float64) (low, high float64) {
	if len(values) == 0 {
		return 0, 0
	}
	rnd := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // repeatable resampling, nothing secret
	means := make([]float64, resamples)
	for i := range means {
		sum := 0.0
		for range values {
			sum += values[rnd.IntN(len(values))]
		}
		means[i] = sum / float64(len(values))
	}
	slices.Sort(means)
	return percentile(means, 2.5), percentile(means, 97.5)
}

// percentile is the nearest-rank percentile p (0 to 100) of sorted values.
func percentile(sorted []float64, p float64) float64 {
	if len(sorted) == 0 {
		return 0
	}
	rank := int(math.Ceil(p / 100 * float64(len(sorted))))
	return sorted[min(max(rank, 1), len(sorted))-1]
}

func mean(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(max(len(values), 1))
}

// auc is the area under the ROC curve: the share of pairs of a positive and a
// negative score in which the positive one is higher, ties counting half (Mann,
// Whitney 1947). ok is false where one side is empty.
func auc(positive, negative []float64) (area float64, ok bool) {
	if len(positive) == 0 || len(negative) == 0 {
		return 0, false
	}
	positive, negative = slices.Sorted(slices.Values(positive)), slices.Sorted(slices.Values(negative))
	wins, below, upTo := 0.0, 0, 0 // counts of negative scores below p, and up to p
	for _, p := range positive {
		for below < len(negative) && negative[below] < p {
			below++
		}
		for upTo < len(negative) && negative[upTo] <= p {
			upTo++
		}
		wins += float64(below+upTo) / 2
	}
	return wins / float64(len(positive)*len(negative)), true
}

// aucInterval is the 95 % interval of an area under the ROC curve over so many
// positive and negative scores (Hanley, McNeil 1982).
func aucInterval(area float64, positive, negative int) (low, high float64) {
	n, m := float64(positive), float64(negative)
	q1, q2 := area/(2-area), 2*area*area/(1+area)
	variance := (area*(1-area) + (n-1)*(q1-area*area) + (m-1)*(q2-area*area)) / (n * m)
	half := z95 * math.Sqrt(max(0, variance))
	return max(0, area-half), min(1, area+half)
}

// harmonic is the harmonic mean of two figures, 0 where both are 0.
func harmonic(a, b float64) float64 {
	if a+b == 0 {
		return 0
	}
	return 2 * a * b / (a + b)
}
