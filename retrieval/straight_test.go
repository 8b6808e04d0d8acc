package retrieval

import "testing"

// What leads to a question is not read, and neither is a roundabout way of asking.
func TestStraight(t *testing.T) {
	t.Parallel()
	for asked, want := range map[string]string{
		"um so like who owns the mill":     "who owns the mill",
		"And was Ann there?":               "was Ann there?",
		"who is it that owns the mill now": "who owns the mill now",
		"who's the mayor":                  "who is the mayor",
		"what’s happened":                  "what has happened",
		"Ann's mill":                       "Ann's mill",
		"Well water for Norwick":           "Well water for Norwick",
		"so Ann came":                      "so Ann came",
		"and":                              "and",
		"":                                 "",
	} {
		if got := straight(asked); got != want {
			t.Errorf("%q is read as %q, want %q", asked, got, want)
		}
	}
}
