package value

import (
	"testing"
	"time"
)

func TestResolve(t *testing.T) {
	t.Parallel()
	published := time.Date(2025, 8, 18, 9, 0, 0, 0, time.UTC) // a Monday
	for _, tc := range []struct {
		in   When
		want string
	}{
		{When{Weekday: "friday"}, "2025-08-15"},
		{When{Weekday: "monday"}, "2025-08-18"},
		{When{Weekday: "tuesday"}, "2025-08-12"},
		{When{Relative: "today"}, "2025-08-18"},
		{When{Relative: "tonight"}, "2025-08-18"},
		{When{Relative: "yesterday"}, "2025-08-17"},
		{When{Relative: "tomorrow"}, "2025-08-19"},
		{When{Month: 8, Day: 15}, "2025-08-15"},
		{When{Month: 8, Day: 15, Weekday: "friday"}, "2025-08-15"},
		{When{Month: 1}, "2026-01"},
		{When{Month: 2}, "2025-02"},
		{When{Year: 2015}, "2015"},
	} {
		if got := tc.in.Resolve(published).String(); got != tc.want {
			t.Errorf("%+v resolves to %s, want %s", tc.in, got, tc.want)
		}
		if got := tc.in.Resolve(time.Time{}); got != tc.in {
			t.Errorf("%+v resolves to %+v without a date", tc.in, got)
		}
	}
	if got := (When{Month: 12}).Resolve(time.Date(2025, 1, 5, 0, 0, 0, 0, time.UTC)).String(); got != "2024-12" {
		t.Errorf("December, written in January, resolves to %s", got)
	}
}

func TestWhenString(t *testing.T) {
	t.Parallel()
	for want, w := range map[string]When{
		"2025-08-15": {Year: 2025, Month: 8, Day: 15}, "2025-08": {Year: 2025, Month: 8}, "2025": {Year: 2025},
		"August 15": {Month: 8, Day: 15}, "August": {Month: 8}, "friday": {Weekday: "friday"}, "today": {Relative: "today"}, "": {},
	} {
		if got := w.String(); got != want {
			t.Errorf("%+v is written %q, want %q", w, got, want)
		}
	}
}

func TestParseDate(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]time.Time{
		"2025-08-15T10:00:00Z": time.Date(2025, 8, 15, 10, 0, 0, 0, time.UTC), "2025-08-15": time.Date(2025, 8, 15, 0, 0, 0, 0, time.UTC),
		"2025-08": time.Date(2025, 8, 1, 0, 0, 0, 0, time.UTC), "2025": time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC),
		"": {}, "15 August": {}, "2025-13-01": {},
	} {
		if got := ParseDate(in); !got.Equal(want) {
			t.Errorf("ParseDate(%q) = %v, want %v", in, got, want)
		}
	}
}
