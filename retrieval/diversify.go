package retrieval

// diversify takes the k best hits and numbers them. The passages of an article
// that nearly copies another come last where the other has given hits too: the
// same words twice are not two sources.
func diversify(ranked []Hit, k int) []Hit {
	hits := copiesLast(ranked)
	hits = hits[:min(k, len(hits))]
	for i := range hits {
		hits[i].Rank = i + 1
	}
	return hits
}

// copiesLast puts the hits of copies behind the others. Mostly there are none, and
// nothing is moved.
func copiesLast(ranked []Hit) []Hit {
	var first, copies []Hit
	for i := range ranked {
		switch {
		case isCopy(&ranked[i], ranked):
			if copies == nil {
				first = append(first, ranked[:i]...)
			}
			copies = append(copies, ranked[i])
		case copies != nil:
			first = append(first, ranked[i])
		}
	}
	if copies == nil {
		return ranked
	}
	return append(first, copies...)
}

// isCopy reports whether a hit is of an article that nearly copies one of another hit.
func isCopy(h *Hit, among []Hit) bool {
	if h.Article.DuplicateOf == "" {
		return false
	}
	for i := range among {
		if among[i].Article.ID == h.Article.DuplicateOf {
			return true
		}
	}
	return false
}
