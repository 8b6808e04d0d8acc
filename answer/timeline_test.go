package answer

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/answer/short"
	"sherpa/internal/golden"
	"sherpa/internal/value"
)

func TestTimelineBriefs(t *testing.T) {
	t.Parallel()
	r := overBriefs(t)
	events, err := r.Timeline(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	golden.Check(t, "testdata/reports/timeline.golden", eventLines(events))
	checkEvents(t, r, events)
}

// The real articles tell of the same dates, in other words and with less said of
// when they were written.
func TestTimelineSeeds(t *testing.T) {
	t.Parallel()
	r := overPath(t, sharedPath(t, "seeds"))
	events, err := r.Timeline(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	checkEvents(t, r, events)
	var dates []string
	for _, e := range events {
		dates = append(dates, e.Date)
	}
	want := []string{"1867", "2014", "2015", "2022-02", "2024", "2025-05", "2025-08", "2026-02"}
	if diff := cmp.Diff(want, dates); diff != "" {
		t.Errorf("dates (-want +got):\n%s", diff)
	}
}

// checkEvents holds what is true of every time line.
func checkEvents(t *testing.T, r reports, events []Event) {
	t.Helper()
	for i, e := range events {
		if i > 0 && e.Date < events[i-1].Date {
			t.Errorf("%s stands after %s", e.Date, events[i-1].Date)
		}
		if want := map[string]int{string(value.ByYear): 4, string(value.ByMonth): 7, string(value.ByDay): 10}[e.Precision]; len(e.Date) != want {
			t.Errorf("date %q of precision %q", e.Date, e.Precision)
		}
		if len(e.Citations) == 0 || e.Event != e.Citations[0].Quote || len(e.Event) > short.MaxStatement {
			t.Errorf("event %q is not the first of %d citations, or too long", e.Event, len(e.Citations))
		}
		for _, c := range e.Citations {
			if at := r.at(t, c.Article.ID, c.Start, c.End); at != c.Quote {
				t.Errorf("the quote is %q, but %q stands there", c.Quote, at)
			}
		}
	}
}

// harbour are articles that leave parts of their dates to the reader. The first
// was published on a Wednesday.
var harbour = map[string]string{
	"a": `---
title: The harbour plan
published: 2023-11-15
---
The harbour council rejected the dredging contract on Friday after a debate of six hours. The council will choose another dredging firm on Monday, according to its clerk Ada Lund. The old lease of the fish market is due to expire in February. The market burnt down in March and was rebuilt by volunteers within weeks. Fishing families founded the market in the 1920s, on land that was drained in the 6th century BC. Divers found a wreck under the pier yesterday.

The wreck is thought to be the trawler Marigold, which sank in December 1911 with all hands. In April 2019 the council approved new cranes for the container terminal. Traders want the lease to run until 2040.`,
	"b": `---
title: Wreck identified
---
Divers of the harbour police found a wreck under the old pier on 14 November 2023. The trawler Marigold sank in December 1911 with all hands after a collision in fog. In April 2019 a storm tore the roof from the lighthouse of Skerry Point, and the keeper lost his cat. Her bell is to be raised in June.`,
	"c": `---
title: A misdated report
published: 2021-02-03
note: The printed date is wrong, as the events show.
---
The harbour mayor resigned on Tuesday after a quarrel over the budget. He had been elected in October by a narrow margin of votes. His successor takes office in 2024, once the count has been confirmed by the court.`,
}

func TestTimelineResolves(t *testing.T) {
	t.Parallel()
	r := overArticles(t, harbour)
	events, err := r.Timeline(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	checkEvents(t, r, events)
	golden.Check(t, "testdata/reports/timeline_harbour.golden", eventLines(events))
	again, err := r.Timeline(t.Context(), " ")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(events, again); diff != "" {
		t.Errorf("a second time line differs:\n%s", diff)
	}
}

// What is told with the year alone stands where it is told with the day.
func TestTimelineJoinsCoarserDates(t *testing.T) {
	t.Parallel()
	r := over(t,
		"Bells\nThe tower of the church at Brunnvik collapsed on 9 March 1931 in a gale.",
		"Stones\nIn 1931 the tower of the church at Brunnvik collapsed, and a new one was built of stone.",
		"Fish\nIn 1931 the fish market of Brunnvik had its best year.")
	events, err := r.Timeline(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	want := "1931 (year) In 1931 the fish market of Brunnvik had its best year. [c]\n" +
		"1931-03-09 (day) The tower of the church at Brunnvik collapsed on 9 March 1931 in a gale. [a] [b]\n"
	if diff := cmp.Diff(want, eventLines(events)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Days that recur or that somebody speaks of date nothing; "of that year" takes the
// year that was told before.
func TestTimelineLeavesOut(t *testing.T) {
	t.Parallel()
	r := overArticles(t, map[string]string{"a": "---\ntitle: The mill\npublished: 2024-06-20\n---\nThe mill at Brunnvik burnt down in 2011. " +
		"In May of that year its owner had sold the machines. The neighbours meet in the ruins every Sunday. “Today the bank sold us the land,” said one of them.\n"})
	events, err := r.Timeline(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	want := "2011 (year) The mill at Brunnvik burnt down in 2011. [a]\n2011-05 (month) In May of that year its owner had sold the machines. [a]\n"
	if diff := cmp.Diff(want, eventLines(events)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTimelineTopic(t *testing.T) {
	t.Parallel()
	r := overArticles(t, harbour)
	for topic, want := range map[string][]string{
		"Marigold":                {"1911-12"},
		"lease":                   {"2024-02", "2040"},
		"Skerry Point lighthouse": {"2019-04"},
		"penguins":                nil,
		"the and of":              nil,
		"wreck under the pier":    {"1911-12", "2023-11-14"},
	} {
		events, err := r.Timeline(t.Context(), topic)
		if err != nil {
			t.Fatal(err)
		}
		var dates []string
		for _, e := range events {
			dates = append(dates, e.Date)
		}
		if diff := cmp.Diff(want, dates); diff != "" {
			t.Errorf("Timeline(%q) (-want +got):\n%s", topic, diff)
		}
	}
}

func TestTimelineLongSentence(t *testing.T) {
	t.Parallel()
	long := "In March 1999 the council met" + strings.Repeat(" and the clerks wrote down what everybody said", 12) +
		", while the mill on the river closed in 2004 for good, although" + strings.Repeat(" its owners had promised their workers that it would not", 6) + "."
	r := overArticles(t, map[string]string{"a": "---\ntitle: Long\n---\n" + long})
	events, err := r.Timeline(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	checkEvents(t, r, events)
	if len(events) != 2 || !strings.Contains(events[0].Event, "March 1999") || !strings.Contains(events[1].Event, "closed in 2004 for good") {
		t.Errorf("events %+v", events)
	}
}

func BenchmarkTimeline(b *testing.B) {
	for name, r := range map[string]reports{"briefs": overBriefs(b), "squad2": overPath(b, sharedPath(b, "eval", "squad2", "articles.jsonl"))} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := r.Timeline(b.Context(), ""); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
