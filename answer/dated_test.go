package answer

import (
	"strings"
	"testing"
)

// A short answer that leans on the day of writing has the date that it means.
func TestResolved(t *testing.T) {
	t.Parallel()
	const head = "---\ntitle: The Halda\npublished: 2023-11-15\n---\n" // a Wednesday
	for name, tt := range map[string]struct {
		body, question, short, resolved string
	}{
		"a weekday that was":    {"The ferry Halda sank off Brunnvik on Friday.", "When did the Halda sink?", "Friday", "2023-11-10"},
		"a weekday to come":     {"The ferry Halda will be raised on Friday.", "When will the Halda be raised?", "Friday", "2023-11-17"},
		"this morning":          {"The ferry Halda was raised this morning.", "When was the Halda raised?", "this morning", "2023-11-15"},
		"a month":               {"The ferry Halda was painted in December.", "When was the Halda painted?", "December", "2022-12"},
		"years ago":             {"The ferry Halda was built 40 years ago.", "When was the Halda built?", "40 years ago", "1983"},
		"later, after a date":   {"The Halda left Storholm on 3 May. It sank off Brunnvik two days later.", "When did the Halda sink?", "two days later", "2023-05-05"},
		"later, after nothing":  {"The Halda left Storholm. It sank off Brunnvik two days later.", "When did the Halda sink?", "two days later", ""},
		"said in a quotation":   {"“The ferry Halda sank off Brunnvik on Friday,” wrote the mayor.", "When did the Halda sink?", "Friday", ""},
		"a day of every week":   {"The ferry Halda was cleaned every Friday.", "When was the Halda cleaned?", "Friday", ""},
		"no tense tells":        {"The raising of the ferry Halda is on Friday.", "When is the raising of the Halda?", "Friday", ""},
		"a date of its own":     {"The ferry Halda sank off Brunnvik on 3 May 2021.", "When did the Halda sink?", "3 May 2021", ""},
		"last week has no date": {"The ferry Halda sank off Brunnvik last week.", "When did the Halda sink?", "last week", ""},
	} {
		a := overArticles(t, map[string]string{"a": head + tt.body}).ask(t, Question{Text: tt.question})
		if a.ShortAnswer != tt.short || a.Resolved != tt.resolved {
			t.Errorf("%s: the short answer is %q (%s), want %q (%s)", name, a.ShortAnswer, a.Resolved, tt.short, tt.resolved)
		}
		if shown := tt.short + " (" + tt.resolved + ")"; tt.resolved != "" && !strings.Contains(a.Text, shown) {
			t.Errorf("%s: %q does not show %q", name, a.Text, shown)
		}
	}
}

// An article's date may be wrong, and then another one gives another date.
func TestNotResolvedAgainstOthers(t *testing.T) {
	t.Parallel()
	r := overArticles(t, map[string]string{
		"a": "---\ntitle: The Halda\npublished: 2023-11-15\n---\nThe ferry Halda was launched at Brunnvik on Saturday.",
		"b": "---\ntitle: A launch\npublished: 2023-12-17\n---\nThe ferry Halda slid into the water at Brunnvik as it was launched in December 2023.",
	})
	if a := r.ask(t, Question{Text: "On which weekday was the ferry Halda launched?"}); a.ShortAnswer != "Saturday" || a.Resolved != "" {
		t.Errorf("the short answer is %q (%s), want Saturday alone: %s", a.ShortAnswer, a.Resolved, a.Text)
	}
}
