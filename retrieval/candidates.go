package retrieval

import (
	"context"
	"slices"
	"strings"

	"sherpa/internal/text"
	"sherpa/store"
)

const (
	// candidateLimit is how many passages are scored. On 1,216 passages the
	// right one is among the first 60 by BM25 in more than 99 of 100 questions.
	candidateLimit = 60
	// strictTerms is how many of the rarest terms the strict round asks for.
	strictTerms = 3
)

// fieldWeights are the weights of BM25's fields.
var fieldWeights = store.Weights{Title: 1.2, Lead: 1.1, Body: 1}

// candidate is a passage that may answer, before it is scored.
type candidate struct {
	bm25    float64
	article store.Article
	parsed  *Passage
}

// candidates finds passages in up to three rounds - any term, all of the rarest
// terms, related words - and joins them without duplicates.
func (s *Searcher) candidates(ctx context.Context, v *vocabulary, a *Analysis, q Query) ([]candidate, error) {
	filter := store.Filter{Since: q.Since, Until: q.Until, Sources: q.Sources}
	limit := max(candidateLimit, 2*q.K)
	seen := map[string]bool{}
	var found []candidate
	for round, m := range rounds(v, a) {
		if round == relatedRound && len(found) >= candidateLimit/2 {
			break
		}
		hits, err := s.index.Search(ctx, store.Search{Match: m, Filter: filter, Weights: fieldWeights, Limit: limit})
		if err != nil {
			return nil, err
		}
		for i := range hits {
			if !seen[hits[i].Passage.ID] {
				seen[hits[i].Passage.ID] = true
				found = append(found, candidate{bm25: hits[i].BM25, article: hits[i].Article, parsed: s.passage(v, &hits[i])})
			}
		}
	}
	return found, nil
}

// rounds are the searches to make, relaxed first: its BM25, which sums over
// all terms, is the one that counts where both find a passage.
func rounds(v *vocabulary, a *Analysis) []store.Match {
	known := make([]*Term, 0, len(a.Terms))
	for i := range a.Terms {
		if a.Terms[i].Known || len(a.Terms) == 1 {
			known = append(known, &a.Terms[i])
		}
	}
	all := make([]store.Match, len(known))
	for i, t := range known {
		all[i] = termMatch(t)
	}
	for _, p := range a.Phrases {
		all = append(all, store.Match{Op: store.OpPhrase, Term: p})
	}
	strict := store.Match{}
	if len(known) > strictTerms {
		strict = strictMatch(known)
	}
	return []store.Match{{Op: store.OpAny, Of: all}, strict, relatedMatch(v, a)}
}

// relatedRound is the last round, which only a question that finds little gets.
const relatedRound = 2

// relatedMatch looks for words that news uses for the words of the question
// ("meeting" for "summit").
func relatedMatch(v *vocabulary, a *Analysis) store.Match {
	m := store.Match{Op: store.OpAny}
	for i := range a.Terms {
		for _, w := range text.RelatedWords(a.Terms[i].Stem) {
			if _, ok := v.words[w]; ok {
				m.Of = append(m.Of, store.Match{Term: w})
			}
		}
	}
	return m
}

// termMatch looks for a term in all the spellings that the corpus has.
func termMatch(t *Term) store.Match {
	spellings := append(t.forms(), t.Variants...)
	if len(spellings) == 1 {
		return store.Match{Term: spellings[0]}
	}
	m := store.Match{Op: store.OpAny}
	for _, s := range spellings {
		m.Of = append(m.Of, store.Match{Term: s})
	}
	return m
}

// forms are the words to look for: the term itself, the irregular forms that the
// index's stemmer does not join, and an acronym also with points, which the
// index splits ("u s").
func (t *Term) forms() []string {
	if t.Norm == "usa" {
		return []string{"usa", "us", "u s"}
	}
	if t.Acronym {
		return []string{t.Norm, strings.Join(strings.Split(t.Norm, ""), " ")}
	}
	if forms := text.Forms(t.Norm); len(forms) > 0 {
		return slices.Clone(forms)
	}
	return []string{t.Norm}
}

// strictMatch asks for all of the rarest terms.
func strictMatch(known []*Term) store.Match {
	rarest := slices.Clone(known)
	slices.SortStableFunc(rarest, func(x, y *Term) int {
		switch {
		case x.IDF > y.IDF:
			return -1
		case x.IDF < y.IDF:
			return 1
		}
		return 0
	})
	m := store.Match{Op: store.OpAll}
	for _, t := range rarest[:strictTerms] {
		m.Of = append(m.Of, termMatch(t))
	}
	return m
}
