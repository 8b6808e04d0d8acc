package timeline

import (
	"cmp"
	"slices"
	"strings"

	"sherpa/internal/value"
)

// Event is what one or several sentences tell of one date.
type Event struct {
	Date      string
	Precision value.Precision
	Mentions  []*Mention
}

// Events are the events of some articles in the order of their dates. An event
// that several sentences tell has all of them.
func Events(all []*Article) []*Event { return joinCoarser(mergeMentions(datedMentions(all))) }

// mergeMentions joins the mentions of one event, in the order of events.
func mergeMentions(all []*Mention) []*Event {
	slices.SortStableFunc(all, compareMentions)
	var events []*Event
	first := 0 // the first event of the same date
next:
	for _, m := range all {
		date, precision := m.when.ISO()
		if len(events) > first && (events[first].Date != date || events[first].Precision != precision) {
			first = len(events)
		}
		for _, ev := range events[first:] {
			if slices.ContainsFunc(ev.Mentions, m.tellsSame) {
				ev.Mentions = append(ev.Mentions, m)
				continue next
			}
		}
		events = append(events, &Event{Date: date, Precision: precision, Mentions: []*Mention{m}})
	}
	return events
}

// joinCoarser puts what is told of an event with its year or month alone to where it
// is told with the day or month, if that is one event.
func joinCoarser(events []*Event) []*Event {
	return slices.DeleteFunc(slices.Clone(events), func(coarse *Event) bool {
		var finer []*Event
		for _, ev := range events {
			if len(ev.Date) > len(coarse.Date) && strings.HasPrefix(ev.Date, coarse.Date+"-") && coarse.Mentions[0].when.Span == "" && ev.tellsSame(coarse) {
				finer = append(finer, ev)
			}
		}
		if len(finer) != 1 {
			return false
		}
		finer[0].Mentions = append(finer[0].Mentions, coarse.Mentions...)
		return true
	})
}

// tellsSame reports whether two events of which one is dated less exactly are one.
func (ev *Event) tellsSame(o *Event) bool {
	return slices.ContainsFunc(ev.Mentions, func(m *Mention) bool { return slices.ContainsFunc(o.Mentions, m.tellsSame) })
}

// compareMentions orders by date, a year before its months and a month before its
// days; then sentences that give the whole date before those whose date was
// worked out; then by place.
func compareMentions(a, b *Mention) int {
	x, _ := a.when.ISO()
	y, _ := b.when.ISO()
	return cmp.Or(
		cmp.Compare(x, y), compareBools(a.inferred, b.inferred), cmp.Compare(a.Article.ID, b.Article.ID),
		cmp.Compare(a.Passage.Start+a.at.Start, b.Passage.Start+b.at.Start),
	)
}

// compareBools puts false before true.
func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
