package answer

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"sherpa/internal/text"
	"sherpa/retrieval"
)

const (
	// comparedHits is how many passages a comparison reads.
	comparedHits = 60
	// maxRows is how many articles a comparison shows.
	maxRows = 20
	// minTopicCover is the share of a topic's weight that a sentence must have
	// with its surroundings, and minTopicWords the share that it must have itself.
	minTopicCover, minTopicWords = 0.6, 0.4
	// nameBonus and leadBonus are added to a sentence's score.
	nameBonus, leadBonus = 3.0, 1.0
)

// comparedKinds are the kinds of values that a comparison looks for
// disagreements in.
var comparedKinds = []retrieval.Kind{retrieval.KindDuration, retrieval.KindDate, retrieval.KindNumber}

// Compare sets side by side what each article says of a topic: the sentence that
// says most, best article first, and the values that contradict each other.
// Articles that do not speak of the topic have no row.
func (e *Engine) Compare(ctx context.Context, topic string) (Comparison, error) {
	c := Comparison{Topic: text.Squeeze(text.Clean(topic)), Rows: []ComparisonRow{}, Disagreements: []Disagreement{}, Citations: []Citation{}}
	res, err := e.search.Search(ctx, retrieval.Query{Text: asQuestion(c.Topic), K: comparedHits})
	if err != nil {
		return c, fmt.Errorf("answer: search a topic: %w", err)
	}
	q := newQuestion(res.Analysis)
	for _, ev := range rows(q, gather(q, res.Hits)) {
		ev.fit(q)
		c.Rows = append(c.Rows, ev.row())
	}
	b := newBook()
	for _, kind := range q.kinds() {
		if d := differOn(q, kind, res.Hits); d != nil {
			c.Disagreements = append(c.Disagreements, d.write(b))
		}
	}
	c.Citations = append(c.Citations, b.citations...)
	return c, nil
}

// rows takes the sentence of each article that says most on the topic.
func rows(q *question, all []*evidence) []*evidence {
	about := slices.DeleteFunc(slices.Clone(all), func(ev *evidence) bool { return !ev.speaksOf(q) || !ev.answersKind(q) })
	slices.SortStableFunc(about, func(a, b *evidence) int { return cmp.Compare(b.says(q), a.says(q)) })
	var best []*evidence
	seen := map[string]bool{}
	for _, ev := range about {
		if !seen[ev.article()] && len(best) < maxRows {
			seen[ev.article()] = true
			best = append(best, ev)
		}
	}
	return best
}

// speaksOf reports whether the sentence is about the topic: it has enough of its
// words, and with its surroundings most of them.
func (e *evidence) speaksOf(q *question) bool {
	return q.cover(e.context) >= minTopicCover && q.cover(e.matched) >= minTopicWords
}

// says is how much the sentence says on the topic. Beside what makes a good
// answer it counts that the topic's names stand there, and that they lead.
func (e *evidence) says(q *question) float64 {
	return e.score + nameBonus*e.exactNames(q) + leadBonus*indicator(e.leads(q))
}

func (e *evidence) row() ComparisonRow {
	at := e.passage().Start
	return ComparisonRow{Article: citedArticle(e.hit.Article), Quote: e.quote(), Start: at + e.span.Start, End: at + e.span.End}
}

// differOn looks for values of one kind that contradict each other. A topic has
// no question word that would say which kind is meant, so it is asked for each.
func differOn(q *question, kind retrieval.Kind, hits []retrieval.Hit) *difference {
	asked := *q
	asked.Kind = kind
	var about []*evidence
	for _, ev := range gather(&asked, hits) {
		if ev.speaksOf(&asked) {
			about = append(about, ev)
		}
	}
	if len(about) == 0 {
		return nil
	}
	return disagreement(&asked, prefer(&asked, about))
}
