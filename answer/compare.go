package answer

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"sherpa/answer/disagreement"
	"sherpa/answer/evidence"
	"sherpa/answer/question"
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
	// These are added to a sentence's score; see weighTopic.
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
	q := question.New(res.Analysis)
	differences, err := e.differences(ctx, q, c.Topic)
	if err != nil {
		return c, err
	}
	for _, s := range mergeRows(rows(q, evidence.Gather(q, res.Hits)), differences) {
		c.Rows = append(c.Rows, statementRow(s, q, differences))
	}
	b := newBook()
	for _, d := range differences {
		c.Disagreements = append(c.Disagreements, writeDifference(d, b))
	}
	c.Citations = append(c.Citations, b.citations...)
	return c, nil
}

// differences are what articles contradict each other in on a topic, each once: in the
// questions that it stands for, and else in the values that its sentences give.
func (e *Engine) differences(ctx context.Context, q *question.Question, topic string) ([]*disagreement.Difference, error) {
	var all []*disagreement.Difference
	seen := map[string]bool{}
	add := func(f *found) {
		if f != nil && !seen[key(f.draft.Differ)] {
			seen[key(f.draft.Differ)] = true
			all = append(all, f.draft.Differ)
		}
	}
	for _, asked := range differQuestions(q, topic) {
		f, err := e.differing(ctx, asked)
		if err != nil {
			return nil, err
		}
		add(f)
	}
	if asQuestion(topic) != topic || len(q.Names()) == len(q.Terms) {
		return all, nil // names alone are too wide a topic
	}
	more, err := e.disputes(ctx, []string{topic})
	for _, f := range more {
		add(f)
	}
	return all, err
}

// rows takes the sentence of each article that says most on the topic.
func rows(q *question.Question, all []*evidence.Evidence) []*evidence.Evidence {
	about := slices.DeleteFunc(slices.Clone(all), func(ev *evidence.Evidence) bool { return !speaksOf(ev, q) || !ev.AnswersKind(q) })
	about = withValue(q, about)
	slices.SortStableFunc(about, func(a, b *evidence.Evidence) int { return cmp.Compare(weighTopic(b, q), weighTopic(a, q)) })
	var best []*evidence.Evidence
	seen := map[string]bool{}
	for _, ev := range about {
		if !seen[ev.Article()] && len(best) < maxRows {
			seen[ev.Article()] = true
			best = append(best, ev)
		}
	}
	return best
}

// speaksOf reports whether the sentence is about the topic: it has enough of its
// words, and with its surroundings most of them.
func speaksOf(e *evidence.Evidence, q *question.Question) bool {
	return q.Cover(e.Context) >= minTopicCover && q.Cover(e.Matched) >= minTopicWords
}

// weighTopic is how much the sentence says on the topic. Beside what makes a good
// answer it counts that all of the topic's words stand there, frequent ones too,
// that its names do, that the topic leads, and that a value belongs to it where
// one is asked for.
func weighTopic(e *evidence.Evidence, q *question.Question) float64 {
	return e.Score + wordBonus*ownWords(e) + nameBonus*exactNames(e, q) + leadBonus*question.Indicator(leads(e, q)) + valueBonus*ownValue(e, q)
}

// ownValue is how closely a value that is asked for belongs to the topic; 0 if
// the sentence has none. "A third hour" and "today" tell no value.
func ownValue(e *evidence.Evidence, q *question.Question) float64 {
	best := 0.0
	for _, v := range e.Attached(q) {
		if !v.Ordinal && v.When.Relative == "" && (q.Kind != retrieval.KindDuration || v.Kind == value.Duration) {
			best = max(best, evidence.Attach(q, e, v.Span))
		}
	}
	return best
}

// withValue leaves out the sentences whose value does not belong to the topic as
// that of the best one does, where a value is asked for.
func withValue(q *question.Question, about []*evidence.Evidence) []*evidence.Evidence {
	if len(evidence.ValueKinds[q.Kind]) == 0 {
		return about
	}
	best := 0.0
	for _, ev := range about {
		best = max(best, ownValue(ev, q))
	}
	return slices.DeleteFunc(about, func(ev *evidence.Evidence) bool { v := ownValue(ev, q); return v == 0 || v < rowShare*best })
}
