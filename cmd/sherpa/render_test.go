package main

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/answer"
	"sherpa/ingest"
	"sherpa/internal/config"
	"sherpa/internal/golden"
	"sherpa/retrieval"
	"sherpa/store"
)

// The articles of the pages below: a brief, an outlet's article with a link, and
// one whose words would like to paint the terminal.
var (
	brief = answer.Article{
		ID: "b1", Title: "Leaders meet", Publisher: "Sherpa brief", Published: "2025-08-16",
		BasedOn: "Leaders meet on the ice (THE COURIER)", Note: "The article prints another year.",
	}
	outlet = answer.Article{
		ID: "c2", Title: "A short meeting of two leaders", Publisher: "The Gazette", Published: "2025-08-17T08:30:00Z",
		URL: "https://gazette.example/world/2025/08/17/a-short-meeting-of-two-leaders-in-the-far-north-and-what-came-of-it.html",
	}
	hostile = answer.Article{
		ID: "d3", Title: "Red \x1b[31mtitle\x1b[0m \u202eelttil\u202c 会谈在阿拉斯加举行会谈在阿拉斯加举行会谈在阿拉斯加举行", Publisher: "新华\a社", Published: "2025-08",
	}
)

// differing is an answer on which the sources differ.
var differing = answer.Answer{
	Question: "How long did they last?", UnderstoodAs: "How long did the talks between the leaders last?", Answered: true,
	Mode: answer.ModeExtractive, Text: "Sources differ: nearly three hours [1]; two hours [2].",
	Statements: []answer.Statement{
		{Text: "The talks, which lasted nearly three hours, ended with a statement that was called “useful” by both sides.", Citations: []int{1}, Quote: true},
		{Text: "Two hours were enough, the spokesman said.", Citations: []int{2, 3}, Quote: true},
	},
	Citations: []answer.Citation{{N: 1, Article: brief}, {N: 2, Article: outlet}, {N: 3, Article: hostile}, {N: 4, Article: outlet}},
	Disagreements: []answer.Disagreement{{About: "duration", Claims: []answer.Claim{
		{Value: "nearly three hours", Citations: []int{1}}, {Value: "two hours", Citations: []int{2, 3}},
	}}},
	Coverage: answer.Coverage{Articles: 5, Reporting: 3}, Checked: answer.Checked{Statements: 2, Supported: 2, Withheld: 1},
}

var cost = 0.01

// pages are the pages that are held to goldens.
var pages = map[string]func(view) string{
	"answer_differing": func(v view) string { return renderAnswer(differing, "2025-08-17", v) },
	"answer_short": func(v view) string {
		return renderAnswer(answer.Answer{
			Answered: true, ShortAnswer: "Anchorage",
			Statements: []answer.Statement{{Text: "They met in Anchorage.", Citations: []int{1}, Quote: true}},
			Citations:  []answer.Citation{{N: 1, Article: outlet}},
			Coverage:   answer.Coverage{Articles: 5, Reporting: 1}, Checked: answer.Checked{Statements: 1, Supported: 1},
		}, "", v)
	},
	"answer_dated": func(v view) string {
		return renderAnswer(answer.Answer{
			Answered: true, ShortAnswer: "Friday", Resolved: "2025-08-15",
			Statements: []answer.Statement{{Text: "They met on Friday.", Citations: []int{1}, Quote: true}},
			Citations:  []answer.Citation{{N: 1, Article: outlet}},
			Coverage:   answer.Coverage{Articles: 5, Reporting: 1}, Checked: answer.Checked{Statements: 1, Supported: 1},
		}, "", v)
	},
	"answer_indirect": func(v view) string {
		return renderAnswer(answer.Answer{
			Answered: true, Indirect: true,
			Statements: []answer.Statement{{Text: "They met on Friday.", Citations: []int{1}, Quote: true}},
			Citations:  []answer.Citation{{N: 1, Article: outlet}},
			Coverage:   answer.Coverage{Articles: 5, Reporting: 1}, Checked: answer.Checked{Statements: 1, Supported: 1},
		}, "", v)
	},
	"answer_refused": func(v view) string {
		return renderAnswer(answer.Answer{
			Text: "The 5 articles I have do not answer this.", Mode: answer.ModeAbstained,
			Closest: []answer.Closest{{Article: "b1", Title: "Leaders meet"}, {Article: "c2", Title: "A short meeting of two leaders"}},
		}, "2025-08", v)
	},
	"answer_namesake_llm": func(v view) string {
		return renderAnswer(answer.Answer{
			Answered: true, Mode: answer.ModeLLM, Text: "There are three.", LLM: &answer.LLMUse{Model: "m-1", CostUSD: &cost},
			Disagreements: []answer.Disagreement{{About: "Norwick", Kind: "namesake", Claims: []answer.Claim{
				{Value: "a town in the north", Citations: []int{1}}, {Value: "a ship", Citations: []int{2}}, {Value: "会谈在阿拉斯加举行会谈在阿拉斯加举行", Citations: []int{3}},
			}}},
			Citations: []answer.Citation{
				{N: 1, Article: brief, Quote: "Norwick, in the north, was quiet."},
				{N: 2, Article: outlet, Quote: "The \x1b[1mNorwick “sank”."},
				{N: 3, Article: hostile, Quote: "会谈在阿拉斯加举行会谈在阿拉斯加举行会谈在阿拉斯加举行会谈在阿拉斯加举行。"},
			},
			Coverage: answer.Coverage{Articles: 3, Reporting: 3},
		}, "", v)
	},
	"answer_phrased": func(v view) string {
		return renderAnswer(answer.Answer{
			UnderstoodAs: "How long did the talks last?", Answered: true, Mode: answer.ModeLLM, LLM: &answer.LLMUse{Model: "m-1"},
			Statements: []answer.Statement{
				{Text: "Die Gespräche dauerten fast 3 Stunden.", Citations: []int{1, 2}},
				{Text: "Two hours were enough, the spokesman said.", Citations: []int{3, 4}, Quote: true},
			},
			Citations: []answer.Citation{
				{N: 1, Article: brief, Quote: "The talks, which lasted nearly three hours, ended with a statement that was called “useful” by both sides."},
				{N: 2, Article: outlet, Quote: "They spoke for almost three hours."},
				{N: 3, Article: outlet, Quote: "Two hours were enough, the spokesman said."},
				{N: 4, Article: brief, Quote: "A spokesman said that two hours were enough."},
			},
			Coverage: answer.Coverage{Articles: 5, Reporting: 2}, Checked: answer.Checked{Statements: 3, Supported: 2, Withheld: 1},
		}, "2025-08", v)
	},
	"comparison": func(v view) string {
		return renderComparison(answer.Comparison{
			Topic:         "length of the talks",
			Rows:          []answer.ComparisonRow{{Article: brief, Quote: "The talks lasted nearly three hours."}, {Article: outlet, Quote: "Two hours were enough."}},
			Disagreements: differing.Disagreements, Citations: differing.Citations,
		}, v)
	},
	"comparison_empty": func(v view) string { return renderComparison(answer.Comparison{Topic: "fish"}, v) },
	"timeline": func(v view) string {
		return renderTimeline([]answer.Event{
			{Date: "2015", Precision: "year", Event: "The last visit before that.", Citations: []answer.Citation{{N: 1, Article: brief}}},
			{Date: "2025-08", Precision: "month", Event: "The leaders confer for hours and then speak to the press for only a few minutes.", Citations: []answer.Citation{{N: 1, Article: hostile}, {N: 2, Article: hostile}}},
			{Date: "2025-08-15", Precision: "day", Event: "The leaders meet.", Citations: []answer.Citation{{N: 1, Article: outlet}, {N: 2, Article: brief}}},
		}, v)
	},
	"timeline_empty": func(v view) string { return renderTimeline(nil, v) },
	"quote_exact": func(v view) string {
		return renderQuote(answer.QuoteReport{Exact: []answer.QuoteHit{{Article: outlet, Start: 120, End: 150}, {Article: brief, Start: 1, End: 31, Folded: true}}}, v)
	},
	"quote_closest": func(v view) string {
		return renderQuote(answer.QuoteReport{Closest: []answer.QuoteMatch{
			{Article: brief, Quote: "frank and useful talks", Start: 5, End: 27, Similarity: 0.834, Diff: "frank and {+useful+} [-useless-] talks"},
		}}, v)
	},
	"quote_nothing": func(v view) string { return renderQuote(answer.QuoteReport{}, v) },
	"checks": func(v view) string {
		return renderChecks([]answer.ClaimCheck{
			{Claim: "They met in Anchorage.", Verdict: answer.Supported, Citations: []answer.Citation{{N: 1, Quote: "They met in Anchorage.", Article: outlet}}},
			{Claim: "The talks lasted nine hours.", Verdict: answer.Contradicted, Citations: []answer.Citation{{N: 2, Quote: "Two hours were enough.", Article: brief}}},
			{Claim: "It snowed.", Verdict: answer.NotCovered},
		}, v)
	},
	"checks_empty": func(v view) string { return renderChecks(nil, v) },
	"hits": func(v view) string {
		return renderHits([]retrieval.Hit{
			{
				Rank: 1, Score: 4.25, Passage: store.Passage{ID: "c2#0", Text: "They met in Anchorage.\nIt was \x1b]0;cold\x07."}, Article: store.Article{ID: "c2", Title: "A short meeting", Publisher: "The Gazette"},
				Why: &retrieval.Explanation{Score: 4.25, Parts: []retrieval.Part{{Feature: "bm25", Value: 1, Weight: 3, Points: 3}, {Feature: "near", Value: 0, Weight: 1}, {Feature: "cover", Value: 0.5, Weight: 2.5, Points: 1.25}}},
			},
			{Rank: 2, Score: 1, Passage: store.Passage{ID: "b1#3", Text: "Leaders met."}, Article: store.Article{ID: "b1", BasedOn: "an untitled report", Publisher: "Sherpa brief"}},
		}, v)
	},
	"hits_none": func(v view) string { return renderHits(nil, v) },
	"why": func(v view) string {
		return renderWhy(answer.Reasons{
			UnderstoodAs: "Where did they meet?", Kind: "place", Confidence: 0.934, Gate: []retrieval.Part{{Feature: "margin", Value: 0.5, Weight: 4, Points: 2}},
			Evidence: []answer.Evidence{
				{PassageID: "c2#0", Article: outlet, Sentence: "They met in Anchorage.", Score: 2, Parts: []retrieval.Part{{Feature: "cover", Value: 1, Weight: 2, Points: 2}}},
			},
		}, v)
	},
	"sources": func(v view) string {
		return renderSources([]store.ArticleInfo{
			{Article: store.Article{ID: "c2", Title: outlet.Title, Publisher: outlet.Publisher, Published: outlet.Published, URL: outlet.URL, DuplicateOf: "b1"}, Passages: 4},
			{Article: store.Article{ID: "an-id-without-a-title"}, Passages: 1},
		}, v)
	},
	"sources_none": func(v view) string { return renderSources(nil, v) },
	"report": func(v view) string {
		return renderReport(ingest.Report{Added: 2, Updated: 1, Passages: 9, Duplicates: 1, Skipped: []ingest.Skip{{Input: "a.pdf", Reason: "PDF is not supported: save it as text."}}}, v)
	},
	"check_damaged": func(v view) string {
		return renderCheck(store.CheckReport{Problems: []string{"article b1: its text is not what was stored"}, Repaired: []string{"the words were counted anew"}, Skipped: []string{"the index"}}, v)
	},
	"findings": func(v view) string {
		return renderFindings([]finding{
			{what: "settings", state: "cannot be used", advice: "a.yaml:1: x is not a key\na.yaml:2: y is not a key", code: 78},
			{what: "articles", state: "none", advice: "add some with `sherpa ingest`."},
			{what: "program", state: "sherpa devel"},
		}, []config.Setting{{Path: "store.path", Value: "a.db", Origin: "a.yaml:3"}, {Path: "llm.model", Origin: "default"}}, v)
	},
}

var escapes = regexp.MustCompile("\x1b\\[[0-9;]*m")

// TestPages holds every page to its golden, and to what is true of all pages.
func TestPages(t *testing.T) {
	t.Parallel()
	for name, render := range pages {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var all strings.Builder
			for _, width := range []int{80, 40} {
				fmt.Fprintf(&all, "=== %d columns\n%s", width, render(view{width: width}))
			}
			golden.Check(t, filepath.Join("testdata", "render", name+".golden"), all.String())
			for width := minWidth; width <= 100; width++ {
				fits(t, render, width)
			}
		})
	}
}

// fits checks a page at one width: no line is wider, nothing of a text reaches
// the terminal as a command, and colour changes nothing but colour.
func fits(t *testing.T, render func(view) string, width int) {
	t.Helper()
	page := render(view{width: width})
	for line := range strings.Lines(page) {
		line = strings.TrimSuffix(line, "\n")
		if textWidth(line) > width {
			t.Errorf("at width %d a line has %d columns: %q", width, textWidth(line), line)
		}
		if printable(line) != line {
			t.Errorf("at width %d control characters: %q", width, line)
		}
	}
	if diff := cmp.Diff(page, escapes.ReplaceAllString(render(view{width: width, colour: true}), "")); diff != "" {
		t.Errorf("at width %d colour changes the page (-plain +coloured):\n%s", width, diff)
	}
}

// TestModeText has a text for every part that a language model can have.
func TestModeText(t *testing.T) {
	t.Parallel()
	refused := func(why answer.Reason) answer.Answer {
		return answer.Answer{Mode: answer.ModeExtractive, LLM: &answer.LLMUse{Model: "m-1", FallbackReason: string(why)}}
	}
	for want, a := range map[string]answer.Answer{
		"Offline":                                  {Mode: answer.ModeExtractive},
		"Phrased by m-1":                           {Mode: answer.ModeLLM, LLM: &answer.LLMUse{Model: "m-1"}},
		"With the help of m-1":                     {Mode: answer.ModeAbstained, LLM: &answer.LLMUse{Model: "m-1"}},
		"Offline: m-1 took too long":               refused(answer.ReasonTimeout),
		"Offline: m-1 cannot be reached, or fails": refused(answer.ReasonUnavailable),
		"Offline: m-1 does not take the request":   refused(answer.ReasonRejected),
		"Offline: m-1 may not be asked, as the day's budget is spent":  refused(answer.ReasonBudget),
		"Offline: m-1 broke off, or gave no answer that can be read":   refused(answer.ReasonIncomplete),
		"Offline: m-1 gave no answer":                                  refused(answer.ReasonDeclined),
		"Offline: m-1 said what the articles do not bear out":          refused(answer.ReasonUnverified),
		"Offline: m-1 was of no help (some reason of a later version)": refused("some reason of a later version"),
	} {
		if got := modeText(a); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestColour(t *testing.T) {
	t.Parallel()
	page := pages["checks"](view{width: 80, colour: true})
	for _, want := range []string{"\x1b[32mSupported\x1b[0m", "\x1b[31mContradicted\x1b[0m", "\x1b[33mNot covered\x1b[0m"} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not in %q", want, page)
		}
	}
}

func TestWrap(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text string
		width      int
		want       []string
	}{
		{"empty", "", 10, []string{""}},
		{"one line", "a b c", 10, []string{"a b c"}},
		{"at spaces", "aaa bbb ccc", 7, []string{"aaa bbb", "ccc"}},
		{"white space is one space", " a\n\tb ", 10, []string{"a b"}},
		{"long word", "abcdefghij kl", 4, []string{"abcd", "efgh", "ij", "kl"}},
		{"rest of a long word takes the next", "abcdef gh", 5, []string{"abcde", "f gh"}},
		{"wide characters", "会谈在阿", 4, []string{"会谈", "在阿"}},
		{"wider than the line", "会谈", 1, []string{"会", "谈"}},
		{"combining", "e\u0301e\u0301e\u0301", 2, []string{"e\u0301e\u0301", "e\u0301"}},
		{"no width", "ab", 0, []string{"a", "b"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.want, wrap(tt.text, tt.width)); diff != "" {
				t.Errorf("wrap (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSourceNames(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		article answer.Article
		want    string
	}{
		{"brief with a publisher", brief, "Sherpa's brief of “Leaders meet on the ice” (THE COURIER), 16 August 2025"},
		{"brief of a title", answer.Article{BasedOn: "Leaders meet", Publisher: "Sherpa brief"}, "Sherpa's brief of “Leaders meet”"},
		{"brief of an untitled article", answer.Article{BasedOn: "an untitled report", Publisher: "Sherpa brief", Published: "2025-08"}, "Sherpa's brief of an untitled report, August 2025"},
		{"an article of others that is based on another", answer.Article{Title: "Ice", Publisher: "The Gazette", BasedOn: "a report"}, "“Ice”, The Gazette, based on a report"},
		{"outlet", outlet, "“A short meeting of two leaders”, The Gazette, 17 August 2025"},
		{"no title", answer.Article{ID: "x", Publisher: "The Gazette"}, "x, The Gazette"},
		{"odd date", answer.Article{ID: "x", Published: "2025"}, "x, 2025"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := sourceLine(tt.article); got != tt.want {
				t.Errorf("sourceLine = %q, want %q", got, tt.want)
			}
		})
	}
}

// FuzzWrap: no line is wider than asked (unless one character alone is), and no
// letter is lost or added.
func FuzzWrap(f *testing.F) {
	for _, seed := range []string{"", "a b", "会谈 在阿拉斯加", "\x1b[31mred", "e\u0301\u0301", "👩‍👩‍👧‍👦 family", "\u202eright", "\xff\xfe", "a\u00adb"} {
		f.Add(seed, 7)
	}
	f.Fuzz(func(t *testing.T, text string, width int) {
		width = 1 + (width&0xff)%100
		lines := wrap(text, width)
		for _, line := range lines {
			if textWidth(line) > width && len([]rune(line)) > 1 {
				t.Errorf("%d columns in %q, want at most %d", textWidth(line), line, width)
			}
		}
		want := strings.Join(strings.Fields(printable(text)), "")
		if got := strings.ReplaceAll(strings.Join(lines, ""), " ", ""); got != want {
			t.Errorf("wrap(%q) has %q, want %q", text, got, want)
		}
	})
}
