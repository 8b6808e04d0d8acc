package eval

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"

	"sherpa/answer"
	"sherpa/retrieval"
)

// Checker says of each claim in a text what the articles say of it.
type Checker interface {
	Check(ctx context.Context, text string) ([]answer.ClaimCheck, error)
}

// Chronicler orders dated events.
type Chronicler interface {
	Timeline(ctx context.Context, topic string) ([]answer.Event, error)
}

// Tally counts right cases and describes the others.
type Tally struct {
	Right, Of int
	Wrong     []string
}

func (t *Tally) count(right bool, format string, args ...any) {
	t.Of++
	if right {
		t.Right++
		return
	}
	t.Wrong = append(t.Wrong, fmt.Sprintf(format, args...))
}

// claimLine is a line of a file of claims. Sources are the articles that
// support or contradict the claim, any of which will do.
type claimLine struct {
	ID      string         `json:"id"`
	Claim   string         `json:"claim"`
	Verdict answer.Verdict `json:"verdict"`
	Sources []string       `json:"sources"`
}

// ClaimResult counts right verdicts and, among those on claims that articles
// support or contradict, the ones that cite such an article.
type ClaimResult struct {
	Verdicts, Sources Tally
}

// CheckClaims checks every claim of a file of claims.
func CheckClaims(ctx context.Context, c Checker, file string) (ClaimResult, error) {
	var result ClaimResult
	lines, err := readLines[claimLine](file)
	if err != nil {
		return result, err
	}
	for _, line := range lines {
		checks, err := c.Check(ctx, line.Claim)
		if err != nil {
			return result, fmt.Errorf("check claim %s: %w", line.ID, err)
		}
		got := jointVerdict(checks)
		right := got == line.Verdict
		result.Verdicts.count(right, "%s: %s, want %s: %s", line.ID, got, line.Verdict, line.Claim)
		if right && got != answer.NotCovered {
			cited := citedBy(checks)
			ok := len(goldAmong(cited, line.Sources)) > 0
			result.Sources.count(ok, "%s: cites %q, none of %q", line.ID, cited, line.Sources)
		}
	}
	return result, nil
}

// jointVerdict joins the verdicts on the parts of a claim: contradicted if a
// part is, supported if all parts are.
func jointVerdict(checks []answer.ClaimCheck) answer.Verdict {
	joint := answer.NotCovered
	for i, c := range checks {
		switch {
		case c.Verdict == answer.Contradicted:
			return answer.Contradicted
		case i == 0:
			joint = c.Verdict
		case c.Verdict == answer.NotCovered:
			joint = answer.NotCovered
		}
	}
	return joint
}

func citedBy(checks []answer.ClaimCheck) []string {
	var ids []string
	for _, c := range checks {
		for _, cite := range c.Citations {
			ids = append(ids, cite.Article.ID)
		}
	}
	return ids
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

// misspeltLine is a query as meant and as mistyped.
type misspeltLine struct {
	ID       string `json:"id"`
	Query    string `json:"query"`
	Misspelt string `json:"misspelt"`
}

// CheckMisspelt counts the mistyped queries that find, in the first place, the
// passage that the query as meant finds there.
func CheckMisspelt(ctx context.Context, s Searcher, file string) (Tally, error) {
	var tally Tally
	lines, err := readLines[misspeltLine](file)
	if err != nil {
		return tally, err
	}
	for _, line := range lines {
		meant, err := first(ctx, s, line.Query)
		if err != nil {
			return tally, err
		}
		got, err := first(ctx, s, line.Misspelt)
		if err != nil {
			return tally, err
		}
		tally.count(meant != "" && got == meant, "%s: %q finds %q, %q finds %q", line.ID, line.Misspelt, got, line.Query, meant)
	}
	return tally, nil
}

// first is the id of the best passage, or empty.
func first(ctx context.Context, s Searcher, query string) (string, error) {
	result, err := s.Search(ctx, retrieval.Query{Text: query, K: 1})
	if err != nil {
		return "", fmt.Errorf("search %q: %w", query, err)
	}
	if len(result.Hits) == 0 {
		return "", nil
	}
	return result.Hits[0].Passage.ID, nil
}

// readLines decodes a JSONL file strictly.
func readLines[T any](file string) (lines []T, err error) {
	f, err := os.Open(file) //nolint:gosec // the caller names the file that they want to be read
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", file, err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	err = eachLine(io.Reader(f), file, func(_ int, line []byte) error {
		var v T
		if err := decodeStrict(line, &v); err != nil {
			return err
		}
		lines = append(lines, v)
		return nil
	})
	return lines, err
}
