package value

import "testing"

func TestExcludes(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"three hours", "five hours", true},
		{"nearly three hours", "2 h 45 min", false},
		{"nearly three hours", "more than three hours", true},
		{"three to four hours", "3.5 hours", false},
		{"three to four hours", "five hours", true},
		{"three and a half years", "3.5 years", false},
		{"two years ago", "two years", false},
		{"94,000 people", "93,871 people", false},
		{"94,000 people", "91,000 people", true},
		{"41 people", "57 people", true},
		{"120 people", "118 people", true},
		{"dozens of people", "41 people", false},
		{"dozens of people", "500 people", true},
		{"more than 300 people", "310 people", false},
		{"12 people", "12 boats", false},
		{"12 people", "30 boats", false},
		{"30 miles", "48 km", false},
		{"30 miles", "80 km", true},
		{"148 km/h", "92 mph", false},
		{"6 feet", "1.83 metres", false},
		{"30 °C", "86 °F", false},
		{"30 °C", "100 °F", true},
		{"30 degrees", "35 degrees", true},
		{"500 tonnes", "550 tons", false},
		{"9 metres", "9 people", false},
		{"58 percent", "57.6 percent", false},
		{"58 percent", "60 percent", true},
		{"$84 million", "$84.3 million", false},
		{"$23 million", "$18 million", true},
		{"$23 million", "€18 million", false},
		{"aged 58", "a 58-year-old", false},
		{"aged 58", "a 61-year-old", true},
		{"11:30 a.m.", "11:32 a.m.", false},
		{"11:30 a.m.", "12:30 p.m.", true},
		{"7 p.m. EST", "0000 GMT", false},
		{"7 p.m. EST", "0600 GMT", true},
		{"7 p.m.", "2300 GMT", false},
		{"shortly before noon", "11:40 a.m.", false},
		{"11:55 p.m.", "midnight", false},
		{"half past three", "3:30 p.m.", false},
		{"half past three", "4:30 p.m.", true},
		{"3:30", "15:30", false},
		{"03:30", "15:30", true},
		{"May 15-17", "May 16", false},
		{"May 15-17", "May 19", true},
		{"spring 2024", "April 2024", false},
		{"spring 2024", "October 2024", true},
		{"the 1990s", "1996", false},
	} {
		a, b := Find(tt.a)[0], Find(tt.b)[0]
		if got := Excludes(a, b); got != tt.want {
			t.Errorf("%q excludes %q: %v, want %v", tt.a, tt.b, got, tt.want)
		}
		if Excludes(a, b) != Excludes(b, a) {
			t.Errorf("%q and %q: the order counts", tt.a, tt.b)
		}
	}
}
