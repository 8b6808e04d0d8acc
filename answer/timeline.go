package answer

import (
	"context"
	"fmt"
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/answer/short"
	"sherpa/answer/timeline"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// Timeline returns the dated events of the articles in the order of the events'
// dates, whatever the dates of the articles. A sentence with several dates gives
// several events; an event that several sentences tell has all their citations,
// and the text of the first. Events whose year cannot be told are left out. A
// decade and a century ("1960s", "19th century") have the precision of a year and
// the date of their first year. With a topic, only events that match it are
// returned; a blank topic matches everything.
//
// Events of equal dates stand in the order of their first citation.
func (e *Engine) Timeline(ctx context.Context, topic string) ([]Event, error) {
	told, err := e.datedArticles(ctx)
	if err != nil {
		return nil, fmt.Errorf("answer: read the articles' dates: %w", err)
	}
	events := timeline.Events(told)
	if topic = text.Squeeze(text.Clean(topic)); topic != "" {
		if events, err = e.onTopic(ctx, topic, events); err != nil {
			return nil, err
		}
	}
	b := newBook()
	list := make([]Event, 0, len(events))
	for _, ev := range events {
		list = append(list, citeEvent(ev, b))
	}
	return list, nil
}

// datedArticles reads all articles.
func (e *Engine) datedArticles(ctx context.Context) ([]*timeline.Article, error) {
	infos, err := e.articles.Articles(ctx)
	if err != nil {
		return nil, err
	}
	all := make([]*timeline.Article, 0, len(infos))
	for _, info := range infos {
		passages, err := e.articles.Passages(ctx, info.ID)
		if err != nil {
			return nil, err
		}
		all = append(all, timeline.Read(info.Article, passages, short.MaxStatement))
	}
	return all, nil
}

// citeEvent cites the event's sentences, each once.
func citeEvent(ev *timeline.Event, b *book) Event {
	out := Event{Date: ev.Date, Precision: string(ev.Precision), Event: ev.Mentions[0].Quote()}
	var cited []int
	for _, m := range ev.Mentions {
		n := b.cite(&evidence.Evidence{Hit: &retrieval.Hit{Passage: m.Passage, Article: m.Article.Article}}, m.Span)
		if !slices.Contains(cited, n) {
			cited = append(cited, n)
			out.Citations = append(out.Citations, b.citations[n-1])
		}
	}
	return out
}

// onTopic keeps the events of which a sentence, with its article's title, matches
// the topic: it has all names, or half of the weight of all words, and at least
// one of the words stands in the sentence itself.
func (e *Engine) onTopic(ctx context.Context, topic string, events []*timeline.Event) ([]*timeline.Event, error) {
	res, err := e.search.Search(ctx, retrieval.Query{Text: topic, K: 1})
	if err != nil {
		return nil, fmt.Errorf("answer: analyse a topic: %w", err)
	}
	q := question.New(res.Analysis)
	var kept []*timeline.Event
	for _, ev := range events {
		if slices.ContainsFunc(ev.Mentions, func(m *timeline.Mention) bool { return isAbout(q, m) }) {
			kept = append(kept, ev)
		}
	}
	return kept, nil
}

// topicShare is the share of a topic's weight that makes a sentence match.
const topicShare = 0.5

func isAbout(q *question.Question, m *timeline.Mention) bool {
	own := q.Match(m.Words)
	if q.Cover(own) == 0 {
		return false
	}
	evidence.Raise(own, q.Match(m.Article.TitleWords))
	return q.Cover(own) >= topicShare || hasNames(q, own)
}

// hasNames reports whether a match has all names of the question, and there are
// any.
func hasNames(q *question.Question, matched []float64) bool {
	names := q.Names()
	for _, t := range names {
		if matched[t] < 1 {
			return false
		}
	}
	return len(names) > 0
}
