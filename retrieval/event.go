package retrieval

import (
	"context"
	"fmt"
	"slices"
)

// severalEvents is how many articles a store has at the least that tells of several
// events. Package answer takes fewer for one story.
const severalEvents = 21

const (
	// eventCentres is how many articles may be the one that an event is found by.
	eventCentres = 12
	// longestReport is how many passages an article has at the most that tells of one
	// event: a longer one treats of many matters.
	longestReport = 15
	// sameEvent is how alike (told.alike) two articles are that tell of one event.
	sameEvent = 0.03
)

// What makes an event likely beside the score of its best article, which is at most 1:
// the sum of the squared scores of its articles, the share of the question that they
// have together, and that it was spoken of before.
const (
	supportWorth  = 0.2
	togetherWorth = 0.3
	beforeWorth   = 0.5
)

// event are the articles that tell of one matter.
type event struct {
	articles []string
	// spokenOf says that one of them was spoken of before.
	spokenOf bool
	// named says that one of them has one of the question's names.
	named bool
	worth float64
}

// rankEvent ranks the candidates. Where the store tells of several events, it asks
// once more, for passages of the articles that tell of the one that the question is
// most likely about, and weighs its words as they are spread there: in all the store
// the names of an event are rare, and any word stands somewhere.
func (s *Searcher) rankEvent(ctx context.Context, v *vocabulary, a *Analysis, q Query, candidates []candidate) ([]Hit, error) {
	if !q.Event || v.articles < severalEvents || a.Length() > 0 {
		return rank(a, candidates, q.Explain), nil
	}
	candidates, err := s.spokenOf(ctx, v, a, q, candidates)
	if err != nil {
		return nil, err
	}
	ranked := rank(a, candidates, q.Explain)
	e := findEvent(a, ranked, q.Before)
	if e == nil {
		return ranked, nil
	}
	own, err := s.candidates(ctx, v, a, q, e.articles...)
	if err != nil {
		return nil, fmt.Errorf("retrieval: candidates of an event: %w", err)
	}
	a.weighIn(own)
	return rank(a, own, q.Explain), nil
}

// spokenOf adds candidates of the articles that were spoken of before: a question that goes on
// with them may have few words of its own.
func (s *Searcher) spokenOf(ctx context.Context, v *vocabulary, a *Analysis, q Query, candidates []candidate) ([]candidate, error) {
	if len(q.Before) == 0 {
		return candidates, nil
	}
	more, err := s.candidates(ctx, v, a, q, q.Before...)
	if err != nil {
		return nil, fmt.Errorf("retrieval: candidates of articles spoken of before: %w", err)
	}
	for _, c := range more {
		if !slices.ContainsFunc(candidates, func(o candidate) bool { return o.kept == c.kept }) {
			candidates = append(candidates, c)
		}
	}
	return candidates, nil
}

// findEvent finds the event that a question is most likely about; nil if that is told by
// one article alone, or at such length that it is no news. What was spoken of before is
// one however it is told.
func findEvent(a *Analysis, ranked []Hit, before []string) *event {
	p := newProbe(a)
	articles, written := p.told(ranked)
	p.markNames(written)
	names := p.wholeNames(articles)
	var best event
	centre := 0
	for i := range articles[:min(len(articles), eventCentres)] {
		e := p.eventAround(articles, i, before, names)
		if e.worth > best.worth && (e.named || e.spokenOf || len(names) == 0) {
			best, centre = e, i
		}
	}
	if !best.spokenOf && (len(best.articles) < 2 || articles[centre].passages > longestReport) {
		return nil
	}
	return &best
}

// eventAround is the event that the article at centre tells of.
func (p *probe) eventAround(articles []told, centre int, before []string, names []termSet) event {
	var e event
	var has terms
	support := 0.0
	for i := range articles {
		t := &articles[i]
		if i == centre || t.passages <= longestReport && t.alike(&articles[centre]) >= sameEvent {
			e.articles = append(e.articles, t.article)
			has = has.or(t.has)
			support += t.score * t.score
			e.named = e.named || t.hasAny(names)
		}
	}
	e.spokenOf = slices.ContainsFunc(e.articles, func(id string) bool { return slices.Contains(before, id) })
	e.worth = beforeWorth*indicator(e.spokenOf) + articles[centre].score + supportWorth*support + togetherWorth*p.worth(has)
	return e
}
