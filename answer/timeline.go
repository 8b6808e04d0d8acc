package answer

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"sherpa/internal/text"
	"sherpa/internal/value"
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
	events := joinCoarser(mergeMentions(datedMentions(told)))
	if topic = text.Squeeze(text.Clean(topic)); topic != "" {
		if events, err = e.onTopic(ctx, topic, events); err != nil {
			return nil, err
		}
	}
	b := newBook()
	list := make([]Event, 0, len(events))
	for _, ev := range events {
		list = append(list, ev.write(b))
	}
	return list, nil
}

// event is what one or several sentences tell of one date.
type event struct {
	date      string
	precision value.Precision
	mentions  []*mention
}

// write cites the event's sentences, each once.
func (ev *event) write(b *book) Event {
	out := Event{Date: ev.date, Precision: string(ev.precision), Event: ev.mentions[0].quote()}
	var cited []int
	for _, m := range ev.mentions {
		n := b.cite(&evidence{hit: &retrieval.Hit{Passage: m.passage, Article: m.article.Article}}, m.span)
		if !slices.Contains(cited, n) {
			cited = append(cited, n)
			out.Citations = append(out.Citations, b.citations[n-1])
		}
	}
	return out
}

// mergeMentions joins the mentions of one event, in the order of events.
func mergeMentions(all []*mention) []*event {
	slices.SortStableFunc(all, compareMentions)
	var events []*event
	first := 0 // the first event of the same date
next:
	for _, m := range all {
		date, precision := m.when.ISO()
		if len(events) > first && (events[first].date != date || events[first].precision != precision) {
			first = len(events)
		}
		for _, ev := range events[first:] {
			if slices.ContainsFunc(ev.mentions, m.tellsSame) {
				ev.mentions = append(ev.mentions, m)
				continue next
			}
		}
		events = append(events, &event{date: date, precision: precision, mentions: []*mention{m}})
	}
	return events
}

// joinCoarser puts what is told of an event with its year or month alone to where it
// is told with the day or month, if that is one event.
func joinCoarser(events []*event) []*event {
	return slices.DeleteFunc(slices.Clone(events), func(coarse *event) bool {
		var finer []*event
		for _, ev := range events {
			if len(ev.date) > len(coarse.date) && strings.HasPrefix(ev.date, coarse.date+"-") && coarse.mentions[0].when.Span == "" && ev.tellsSame(coarse) {
				finer = append(finer, ev)
			}
		}
		if len(finer) != 1 {
			return false
		}
		finer[0].mentions = append(finer[0].mentions, coarse.mentions...)
		return true
	})
}

// tellsSame reports whether two events of which one is dated less exactly are one.
func (ev *event) tellsSame(o *event) bool {
	return slices.ContainsFunc(ev.mentions, func(m *mention) bool { return slices.ContainsFunc(o.mentions, m.tellsSame) })
}

// compareMentions orders by date, a year before its months and a month before its
// days; then sentences that give the whole date before those whose date was
// worked out; then by place.
func compareMentions(a, b *mention) int {
	x, _ := a.when.ISO()
	y, _ := b.when.ISO()
	return cmp.Or(
		cmp.Compare(x, y), cmp.Compare(indicator(a.inferred), indicator(b.inferred)), cmp.Compare(a.article.ID, b.article.ID),
		cmp.Compare(a.passage.Start+a.at.Start, b.passage.Start+b.at.Start),
	)
}

// onTopic keeps the events of which a sentence, with its article's title, matches
// the topic: it has all names, or half of the weight of all words, and at least
// one of the words stands in the sentence itself.
func (e *Engine) onTopic(ctx context.Context, topic string, events []*event) ([]*event, error) {
	res, err := e.search.Search(ctx, retrieval.Query{Text: topic, K: 1})
	if err != nil {
		return nil, fmt.Errorf("answer: analyse a topic: %w", err)
	}
	q := newQuestion(res.Analysis)
	var kept []*event
	for _, ev := range events {
		if slices.ContainsFunc(ev.mentions, func(m *mention) bool { return m.isAbout(q) }) {
			kept = append(kept, ev)
		}
	}
	return kept, nil
}

// topicShare is the share of a topic's weight that makes a sentence match.
const topicShare = 0.5

func (m *mention) isAbout(q *question) bool {
	own := q.match(m.words)
	if q.cover(own) == 0 {
		return false
	}
	raise(own, q.match(m.article.title))
	return q.cover(own) >= topicShare || q.hasNames(own)
}

// hasNames reports whether a match has all names of the question, and there are
// any.
func (q *question) hasNames(matched []float64) bool {
	names := q.names()
	for _, t := range names {
		if matched[t] < 1 {
			return false
		}
	}
	return len(names) > 0
}
