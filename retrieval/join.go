package retrieval

import (
	"errors"
	"slices"
)

const (
	// joinShare is the share of the best passage's evidence that the best one of
	// another corpus needs. Every corpus has a best passage, also for what it knows
	// nothing of. DESIGN.md says what was measured.
	joinShare = 0.6
	// correctedWorth is what a word counts that a corpus only has after
	// correction: what one takes for a slip may be a name in another.
	correctedWorth = 0.5
)

// Join makes one result of what several corpora found for one question, at most k
// hits (10 if k is 0 or less). Each corpus was searched by itself, so that the
// words and counts of one say nothing of another; what is joined are the ranks, by
// reciprocal rank fusion.
//
// The question is read as the corpus reads it that knows it best, whose hits come
// first where ranks are equal. A corpus that knows far less of it has no hits in
// the result. A passage that stands in several corpora, word for word, is taken
// from the first of them. Version is the sum of the versions, which grows with
// every change; Degraded joins what any of them says. One result alone is returned as it is.
func Join(k int, results ...Result) Result {
	if len(results) == 1 {
		return results[0]
	}
	if k <= 0 {
		k = defaultK
	}
	var joined Result
	for _, r := range results {
		joined.Articles += r.Articles
		joined.Version += r.Version
		joined.Degraded = errors.Join(joined.Degraded, r.Degraded)
	}
	if len(results) == 0 {
		return joined
	}
	lead := leading(results)
	joined.Analysis = results[lead].Analysis
	joined.Hits = fuse(results, lead)
	joined.Hits = joined.Hits[:min(k, len(joined.Hits))]
	for i := range joined.Hits {
		h := &joined.Hits[i]
		h.Rank, h.Spots = i+1, joined.Analysis.spotter.spots(nil, h.Parsed) // the others read the question in another way
	}
	return joined
}

// leading is the index of the result whose corpus knows the question best; the
// first one if they are equal.
func leading(results []Result) int {
	lead, most := 0, results[0].knows()
	for i := 1; i < len(results); i++ {
		if known := results[i].knows(); known > most {
			lead, most = i, known
		}
	}
	return lead
}

// knows says how much a corpus has of the question: what its best passage has,
// less a part of the share of the words that had to be corrected.
func (r *Result) knows() float64 {
	total, typed := r.Analysis.TotalIDF(), 0.0
	if total == 0 {
		return 0
	}
	for i := range r.Analysis.Terms {
		worth := 1.0
		if r.Analysis.Terms[i].Asked != "" {
			worth = correctedWorth
		}
		typed += worth * r.Analysis.Terms[i].IDF
	}
	return bestEvidence(&r.Analysis, r.Hits) * typed / total
}

// bestEvidence is the best hit's evidence for a question as it was read.
func bestEvidence(a *Analysis, hits []Hit) float64 {
	best := 0.0
	for i := range hits {
		best = max(best, evidence(a, &hits[i]))
	}
	return best
}

// evidence is a hit's score without its BM25, which counts as a share of the best
// one in its own corpus: what a corpus finds first has all of it, however little
// that is.
func evidence(a *Analysis, h *Hit) float64 {
	of := []candidate{{kept: &kept{article: h.Article, parsed: h.Parsed}}}
	return features(a, of, a.spots(of))[0].score(weightsFor(a))
}

// takesPart reports whether the hits of other hold beside those of the lead,
// whichever of the two reads the question.
func takesPart(lead, other *Result) bool {
	holds := func(a *Analysis) bool {
		return bestEvidence(a, other.Hits) >= joinShare*bestEvidence(a, lead.Hits)
	}
	return holds(&lead.Analysis) && holds(&other.Analysis)
}

// fuse joins the hits by rank, those of the leading result first where ranks are
// equal.
func fuse(results []Result, lead int) []Hit {
	var all []weighted
	taking := taking(results, lead)
	first := firstPlaces(results, taking)
	for _, i := range taking {
		rank := 0
		for _, h := range results[i].Hits {
			if first[h.Passage.Text] == i {
				rank++
				all = append(all, weighted{h, reciprocal(rank)})
			}
		}
	}
	return heaviestFirst(all)
}

// taking are the indexes of the results that take part, lead first.
func taking(results []Result, lead int) []int {
	order := []int{lead}
	for i := range results {
		if i != lead && takesPart(&results[lead], &results[i]) {
			order = append(order, i)
		}
	}
	return order
}

// firstPlaces says of every passage's text which of the results has it first.
func firstPlaces(results []Result, among []int) map[string]int {
	first := map[string]int{}
	for _, i := range slices.Sorted(slices.Values(among)) {
		for k := range results[i].Hits {
			text := results[i].Hits[k].Passage.Text
			if _, known := first[text]; !known {
				first[text] = i
			}
		}
	}
	return first
}
