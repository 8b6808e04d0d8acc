package retrieval

// diversify takes the k best hits and numbers them. The passages of an article
// that nearly copies another come last where the other has given hits too: the
// same words twice are not two sources.
func diversify(ranked []Hit, k int) []Hit {
	first := make([]Hit, 0, len(ranked))
	var copies []Hit
	have := map[string]bool{}
	for _, h := range ranked {
		have[h.Article.ID] = true
	}
	for _, h := range ranked {
		if h.Article.DuplicateOf != "" && have[h.Article.DuplicateOf] {
			copies = append(copies, h)
			continue
		}
		first = append(first, h)
	}
	hits := append(first, copies...)
	hits = hits[:min(k, len(hits))]
	for i := range hits {
		hits[i].Rank = i + 1
	}
	return hits
}
