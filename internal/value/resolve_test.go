package value

import "testing"

func TestDateOf(t *testing.T) {
	t.Parallel()
	monday := WrittenOn("2025-08-18T09:00:00Z")
	for _, tc := range []struct {
		in    string
		tense Tense
		at    Written
		want  string
	}{
		{"on Friday", Past, monday, "2025-08-15"},
		{"on Monday", Past, monday, "2025-08-18"},
		{"last Monday", Last, monday, "2025-08-11"},
		{"on Friday", Future, monday, "2025-08-22"},
		{"on Monday", Future, monday, "2025-08-18"},
		{"next Monday", Next, monday, "2025-08-25"},
		{"on Friday", Past, WrittenOn("2025-08"), ""},
		{"today", Past, monday, "2025-08-18"},
		{"this morning", Past, monday, "2025-08-18"},
		{"last night", Past, monday, "2025-08-17"},
		{"yesterday", Past, monday, "2025-08-17"},
		{"tomorrow", Future, monday, "2025-08-19"},
		{"tomorrow", Future, WrittenOn("2025-08"), ""},
		{"today", Past, WrittenOn("2025-08"), "2025-08"},
		{"today", Past, Written{Day: monday.Day, Known: ByMonth, Inferred: true}, ""},
		{"last month", Past, WrittenOn("2025-01"), "2024-12"},
		{"last year", Past, WrittenOn("2025"), "2024"},
		{"last month", Past, WrittenOn("2025"), ""},
		{"last week", Past, monday, ""},
		{"on 15 August", TenseUnknown, monday, "2025-08-15"},
		{"in January", TenseUnknown, monday, "2026-01"},
		{"in January", Past, monday, "2025-01"},
		{"in December", TenseUnknown, WrittenOn("2025-01-05"), "2024-12"},
		{"in 2015", Past, monday, "2015"},
		{"on 15 August", Past, Written{}, ""},
		{"three days ago", Past, monday, "2025-08-15"},
		{"three days ago", Past, WrittenOn("2025-08"), ""},
		{"nine months ago", Past, WrittenOn("2025-08"), "2024-11"},
		{"ten years ago", Past, WrittenOn("2025"), "2015"},
		{"about ten years ago", Past, monday, ""},
		{"two weeks ago", Past, monday, ""},
		{"three days", Past, monday, ""},
		{"30 people", Past, monday, ""},
	} {
		w, ok := DateOf(Find("They met " + tc.in + ".")[0], tc.tense, tc.at)
		got, known := w.ISO()
		if got != tc.want || ok != (tc.want != "") || ok != (known != "") {
			t.Errorf("%q, written %v, is %q (%v, %v), want %q", tc.in, tc.at, got, known, ok, tc.want)
		}
	}
}

func TestCompletedOf(t *testing.T) {
	t.Parallel()
	for _, w := range []When{{Weekday: "friday"}, {Relative: "today"}, {Relative: "week", Away: -1}, {Month: 8, Day: 15}, {Month: 2}, {Season: "spring"}} {
		if got := w.Completed(Past, Written{}); got != w {
			t.Errorf("%+v becomes %+v without a date", w, got)
		}
	}
}

func TestLater(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		from When
		gap  string
		want string
	}{
		{When{Year: 2025, Month: 8, Day: 30}, "three days later", "2025-09-02"},
		{When{Year: 2025, Month: 8, Day: 30}, "two weeks later", "2025-09-13"},
		{When{Year: 2025, Month: 11}, "two months later", "2026-01"},
		{When{Year: 2025, Month: 11, Day: 3}, "six years later", "2031"},
		{When{Year: 2025, Month: 11}, "two days later", ""},
		{When{Year: 1960, Span: decade}, "six years later", ""},
		{When{Year: 2025, Month: 8, Day: 30}, "a few days later", ""},
		{When{Weekday: "friday"}, "two days later", ""},
	} {
		if got, _ := tc.from.Later(Find("It came " + tc.gap + ".")[0]).ISO(); got != tc.want {
			t.Errorf("%s after %v is %q, want %q", tc.gap, tc.from, got, tc.want)
		}
	}
}

func TestISO(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		in    When
		want  string
		known Precision
	}{
		{When{Year: 2025, Month: 8, Day: 15, Weekday: "friday"}, "2025-08-15", ByDay},
		{When{Year: 2025, Month: 8}, "2025-08", ByMonth},
		{When{Year: 2025, Season: "spring"}, "2025", ByYear},
		{When{Year: 2021, Month: 2, Day: 30}, "2021-02", ByMonth},
		{When{Month: 8, Day: 15}, "", ""},
		{When{}, "", ""},
	} {
		if got, known := tc.in.ISO(); got != tc.want || known != tc.known {
			t.Errorf("%+v is %q (%q), want %q (%q)", tc.in, got, known, tc.want, tc.known)
		}
	}
}
