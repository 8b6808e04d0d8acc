package retrieval

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"sherpa/internal/text"
	"sherpa/store"
)

const (
	// candidateLimit is how many passages a round finds, and about how many are
	// scored; see DESIGN.md for how many right ones are among them.
	candidateLimit = 60
	// longLimit is the same for a long question, whose parts are told in several
	// passages.
	longLimit = 200
	// briefPassages is how many passages a store has at the most that is searched in a few
	// milliseconds.
	briefPassages = 10_000
	// fewCandidates is below how many the round of related words is made.
	fewCandidates = candidateLimit / 2
	// strictTerms is how many of the rarest terms the strict round asks for.
	strictTerms = 3
)

// fieldWeights are the weights of BM25's fields.
var fieldWeights = store.Weights{Title: 1.2, Lead: 1.1, Body: 1}

// candidate is a passage that may answer, before it is scored.
type candidate struct {
	bm25 float64
	*kept
}

// gathering joins the candidates of several rounds without duplicates. The BM25
// of the first round that finds a passage counts.
type gathering struct {
	searcher *Searcher
	vocab    *vocabulary
	search   store.Search // Match is set by each round
	seen     map[int64]bool
	found    []candidate
}

// candidates finds passages in rounds. The first asks for any of the terms, and
// its BM25, which sums over all terms, is the one that counts. The second asks for
// all of the rarest, which many passages with frequent terms may have pushed
// out of a full first round. The third, which only a question that finds little gets, asks
// for related words.
//
// Where articles are named, only theirs are found.
func (s *Searcher) candidates(ctx context.Context, v *vocabulary, a *Analysis, q Query, articles ...string) ([]candidate, error) {
	limit := candidateLimit
	if a.Length() > 0 {
		limit = longLimit
	}
	g := gathering{searcher: s, vocab: v, seen: make(map[int64]bool, limit), search: store.Search{
		Filter:  store.Filter{Since: q.Since, Until: q.Until, Sources: q.Sources, Articles: articles},
		Weights: fieldWeights,
		Limit:   max(limit, 2*q.K),
		Brief:   v.passages <= briefPassages,
	}}
	known := knownTerms(a)
	if err := g.round(ctx, anyMatch(known, a.Phrases)); err != nil {
		return nil, err
	}
	if len(known) > strictTerms && len(g.found) >= g.search.Limit {
		if err := g.round(ctx, strictMatch(known)); err != nil {
			return nil, err
		}
	}
	if len(g.found) < min(fewCandidates, v.passages) {
		if err := g.round(ctx, relatedMatch(v, a)); err != nil {
			return nil, err
		}
	}
	return g.found, nil
}

// round adds what m finds.
func (g *gathering) round(ctx context.Context, m store.Match) error {
	g.search.Match = m
	ranked, err := g.searcher.index.Rank(ctx, g.search)
	if err != nil {
		return err
	}
	ranked = slices.DeleteFunc(ranked, func(r store.Ranked) bool { return g.seen[r.RowID] })
	kept, err := g.searcher.passages(ctx, g.vocab, ranked)
	if err != nil {
		return err
	}
	for i, r := range ranked {
		g.seen[r.RowID] = true
		if kept[i] != nil {
			g.found = append(g.found, candidate{bm25: r.BM25, kept: kept[i]})
		}
	}
	return nil
}

// knownTerms are the terms that the corpus has. A single term is asked for in any
// case: the index knows words that the vocabulary may lack.
func knownTerms(a *Analysis) []*Term {
	known := make([]*Term, 0, len(a.Terms))
	for i := range a.Terms {
		if a.Terms[i].Known || len(a.Terms) == 1 {
			known = append(known, &a.Terms[i])
		}
	}
	return known
}

// anyMatch asks for any of the terms and phrases.
func anyMatch(known []*Term, phrases []string) store.Match {
	m := store.Match{Op: store.OpAny}
	for _, t := range known {
		m.Of = append(m.Of, termMatch(t))
	}
	for _, p := range phrases {
		m.Of = append(m.Of, store.Match{Op: store.OpPhrase, Term: p})
	}
	return m
}

// strictMatch asks for all of the rarest terms.
func strictMatch(known []*Term) store.Match {
	rarest := slices.Clone(known)
	slices.SortStableFunc(rarest, func(x, y *Term) int { return cmp.Compare(y.IDF, x.IDF) })
	m := store.Match{Op: store.OpAll}
	for _, t := range rarest[:strictTerms] {
		m.Of = append(m.Of, termMatch(t))
	}
	return m
}

// relatedWords is how many related words are asked for at the most: FTS5 counts
// the passages of each before it ranks any.
const relatedWords = 12

// relatedMatch asks for words that news uses for the words of the question
// ("meeting" for "summit"): one for each term in turn, so that none crowds out
// the others.
func relatedMatch(v *vocabulary, a *Analysis) store.Match {
	lists := make([][]store.Match, len(a.Terms))
	longest := 0
	for i := range a.Terms {
		lists[i] = v.relatedTo(&a.Terms[i])
		longest = max(longest, len(lists[i]))
	}
	m := store.Match{Op: store.OpAny}
	for rank := range longest {
		for _, words := range lists {
			if rank < len(words) && len(m.Of) < relatedWords {
				m.Of = append(m.Of, words[rank])
			}
		}
	}
	return m
}

// relatedTo asks for what the lexicon has for a term, as far as the corpus has it, each
// word once.
func (v *vocabulary) relatedTo(t *Term) []store.Match {
	seen := []string{t.Stem}
	var matches []store.Match
	for e := range text.GroupEntries(t.Groups) {
		if len(matches) == relatedWords || slices.ContainsFunc(e.Stems, func(s string) bool { return v.stems[s] == 0 || slices.Contains(seen, s) }) {
			continue
		}
		seen = append(seen, e.Stems...)
		all := store.Match{Op: store.OpAll}
		for i, w := range e.Words {
			all.Of = append(all.Of, termMatch(&Term{Norm: w, Stem: e.Stems[i]}))
		}
		matches = append(matches, all)
	}
	return matches
}

// termMatch asks for a term in all the spellings that the corpus has.
func termMatch(t *Term) store.Match {
	m := store.Match{Op: store.OpAny}
	for _, s := range slices.Concat(t.forms(), t.Variants) {
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
	for _, base := range []string{t.Norm, t.Stem} { // "selling" has the forms of "sell"
		if forms := text.Forms(base); len(forms) > 0 {
			return append([]string{t.Norm}, slices.DeleteFunc(slices.Clone(forms), func(f string) bool { return f == t.Norm })...)
		}
	}
	return []string{t.Norm}
}
