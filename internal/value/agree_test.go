package value

import "testing"

// one is the only value of a text.
func one(t *testing.T, s string) Value {
	t.Helper()
	found := Find(s)
	if len(found) != 1 {
		t.Fatalf("Find(%q) = %+v, want one value", s, found)
	}
	return found[0]
}

func TestAgree(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		a, b              string
		agree, comparable bool
	}{
		{"nearly three hours", "more than three hours", false, true},
		{"nearly three hours", "2 hours 45 minutes", true, true},
		{"three hours", "more than three hours", true, true},
		{"three hours", "nearly three hours", true, true},
		{"three hours", "180 minutes", true, true},
		{"three hours", "five hours", false, true},
		{"three hours", "four days", false, true},
		{"three hours", "eight decades", false, false},
		{"a third hour", "nearly three hours", true, false},
		{"1562", "the 16th century", true, true},
		{"1600", "the 16th century", true, true},
		{"1562", "the 1560s", true, true},
		{"the 1560s", "the 16th century", true, true},
		{"1570", "the 1560s", false, true},
		{"1562", "the 17th century", false, true},
		{"the 15th century", "the 16th century", true, true}, // they share a year
		{"Friday", "Saturday", false, true},
		{"Friday", "August 15, 2025", true, true},
		{"Saturday", "August 15, 2025", false, true},
		{"August 2025", "2025-08-15", true, true},
		{"July 2025", "2025-08-15", false, true},
		{"August 15", "August 16", false, true},
		{"Friday", "2025", true, false},
		{"3,559 people", "3,560 people", false, true},
		{"1.2 million people", "1,200,000 people", true, true},
		{"three people", "three countries", false, false},
		{"three countries", "3 country", true, true},
		{"three miles", "half a mile", false, true},
		{"three miles", "three km", false, false},
		{"$5", "€5", false, false},
		{"$5", "more than $4", true, true},
		{"5%", "five percent", true, true},
		{"5%", "6%", false, true},
		{"5%", "5 people", false, false},
		{"the third", "three", true, false},
		{"19:00 GMT", "7 p.m.", true, true},
		{"19:00 GMT", "7 p.m. ET", false, false},
		{"19:00", "19:05", false, true},
	} {
		t.Run(tc.a+" / "+tc.b, func(t *testing.T) {
			t.Parallel()
			a, b := one(t, tc.a), one(t, tc.b)
			if Agree(a, b) != tc.agree || Agree(b, a) != tc.agree {
				t.Errorf("Agree = %v and %v, want %v", Agree(a, b), Agree(b, a), tc.agree)
			}
			if Comparable(a, b) != tc.comparable || Comparable(b, a) != tc.comparable {
				t.Errorf("Comparable = %v and %v, want %v", Comparable(a, b), Comparable(b, a), tc.comparable)
			}
		})
	}
}

func TestKindNames(t *testing.T) {
	t.Parallel()
	for kind, want := range map[Kind]string{Number: "number", Percent: "percentage", Money: "money", Duration: "duration", Date: "date", Clock: "time"} {
		if kind.String() != want {
			t.Errorf("%d is called %q", kind, kind)
		}
	}
}
