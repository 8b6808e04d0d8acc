package eval

import (
	"context"
	"fmt"
	"regexp"
	"strings"

	"sherpa/answer"
)

// Chronicler orders dated events.
type Chronicler interface {
	Timeline(ctx context.Context, topic string) ([]answer.Event, error)
}

// eventLine is a line of a file of dated events, in their order. EventTerms
// are regular expressions that the event's sentence must match.
type eventLine struct {
	Date       string   `json:"date"`
	Precision  string   `json:"precision"`
	EventTerms []string `json:"event_terms"`
	Sources    []string `json:"sources"`
}

// TimelineResult counts the wanted events that the timeline holds with the
// right date, and says whether it is in order.
type TimelineResult struct {
	Found Tally
	// Ordered is set if the dates of the whole timeline never fall.
	Ordered bool
}

// CheckTimeline looks for the events of a file in the timeline of everything.
func CheckTimeline(ctx context.Context, c Chronicler, file string) (TimelineResult, error) {
	lines, err := readLines[eventLine](file)
	if err != nil {
		return TimelineResult{}, err
	}
	events, err := c.Timeline(ctx, "")
	if err != nil {
		return TimelineResult{}, fmt.Errorf("timeline: %w", err)
	}
	result := TimelineResult{Ordered: inOrder(events)}
	for _, line := range lines {
		found, err := line.in(events)
		if err != nil {
			return result, fmt.Errorf("%w: %s: %w", ErrQuestionFile, file, err)
		}
		result.Found.count(found, "%s %q is not in the timeline", line.Date, line.EventTerms)
	}
	return result, nil
}

// inOrder compares dates as text, which orders "2014" before "2014-03".
func inOrder(events []answer.Event) bool {
	for i := 1; i < len(events); i++ {
		if events[i].Date < events[i-1].Date {
			return false
		}
	}
	return true
}

// in reports whether one of the events has the line's date and matches all of
// its terms.
func (line eventLine) in(events []answer.Event) (bool, error) {
	var terms []*regexp.Regexp
	for _, expr := range line.EventTerms {
		re, err := regexp.Compile(expr)
		if err != nil {
			return false, fmt.Errorf("event_terms holds %q: %w", expr, err)
		}
		terms = append(terms, re)
	}
	for _, e := range events {
		if e.Date == line.Date && e.Precision == line.Precision && reports(e, terms) {
			return true, nil
		}
	}
	return false, nil
}

func reports(e answer.Event, terms []*regexp.Regexp) bool {
	said := []string{e.Event}
	for _, c := range e.Citations {
		said = append(said, c.Quote)
	}
	for _, re := range terms {
		if !re.MatchString(strings.Join(said, "\n")) {
			return false
		}
	}
	return true
}
