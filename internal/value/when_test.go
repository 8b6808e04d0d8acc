package value

import "testing"

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
