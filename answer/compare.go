package answer

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"sherpa/internal/text"
	"sherpa/internal/value"
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
	// rowShare is the share of the best sentence's ownValue that others need.
	rowShare = 0.6
	// These are added to a sentence's score; see says.
	wordBonus, nameBonus, leadBonus, valueBonus = 8.0, 4.0, 1.0, 5.0
)

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
	differences, err := e.differences(ctx, q, c.Topic)
	if err != nil {
		return c, err
	}
	for _, s := range mergeRows(rows(q, gather(q, res.Hits)), differences) {
		c.Rows = append(c.Rows, s.row(q, differences))
	}
	b := newBook()
	for _, d := range differences {
		c.Disagreements = append(c.Disagreements, d.write(b))
	}
	c.Citations = append(c.Citations, b.citations...)
	return c, nil
}

// differences are what articles contradict each other in on a topic, each once: in the
// questions that it stands for, and else in the values that its sentences give.
func (e *Engine) differences(ctx context.Context, q *question, topic string) ([]*difference, error) {
	var all []*difference
	seen := map[string]bool{}
	add := func(f *found) {
		if f != nil && !seen[f.draft.differ.key()] {
			seen[f.draft.differ.key()] = true
			all = append(all, f.draft.differ)
		}
	}
	for _, question := range q.differQuestions(topic) {
		f, err := e.differing(ctx, question)
		if err != nil {
			return nil, err
		}
		add(f)
	}
	if asQuestion(topic) != topic || len(q.names()) == len(q.terms) {
		return all, nil // names alone are too wide a topic
	}
	more, err := e.disputes(ctx, []string{topic})
	for _, f := range more {
		add(f)
	}
	return all, err
}

// rows takes the sentence of each article that says most on the topic.
func rows(q *question, all []*evidence) []*evidence {
	about := slices.DeleteFunc(slices.Clone(all), func(ev *evidence) bool { return !ev.speaksOf(q) || !ev.answersKind(q) })
	about = withValue(q, about)
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
// answer it counts that all of the topic's words stand there, frequent ones too,
// that its names do, that the topic leads, and that a value belongs to it where
// one is asked for.
func (e *evidence) says(q *question) float64 {
	return e.score + wordBonus*e.ownWords() + nameBonus*e.exactNames(q) + leadBonus*indicator(e.leads(q)) + valueBonus*e.ownValue(q)
}

// ownValue is how closely a value that is asked for belongs to the topic; 0 if
// the sentence has none. "A third hour" and "today" tell no value.
func (e *evidence) ownValue(q *question) float64 {
	best := 0.0
	for _, v := range e.attached(q) {
		if !v.Ordinal && v.When.Relative == "" && (q.Kind != retrieval.KindDuration || v.Kind == value.Duration) {
			best = max(best, q.attach(e, v.Span))
		}
	}
	return best
}

// withValue leaves out the sentences whose value does not belong to the topic as
// that of the best one does, where a value is asked for.
func withValue(q *question, about []*evidence) []*evidence {
	if len(valueKinds[q.Kind]) == 0 {
		return about
	}
	best := 0.0
	for _, ev := range about {
		best = max(best, ev.ownValue(q))
	}
	return slices.DeleteFunc(about, func(ev *evidence) bool { v := ev.ownValue(q); return v == 0 || v < rowShare*best })
}
