package timeline

import (
	"slices"
	"testing"
	"time"

	"sherpa/internal/text"
	"sherpa/internal/value"
)

func TestCompleted(t *testing.T) {
	t.Parallel()
	day := value.Written{Day: time.Date(2025, 8, 20, 9, 0, 0, 0, time.UTC), Known: value.ByDay} // a Wednesday
	month := value.Written{Day: time.Date(2025, 8, 1, 0, 0, 0, 0, time.UTC), Known: value.ByMonth}
	year := value.Written{Day: time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC), Known: value.ByYear}
	inferred := month
	inferred.Inferred = true
	for name, tc := range map[string]struct {
		sentence string
		at       value.Written
		want     string
	}{
		"until a day to come, as said": {"The plant would stay shut until 3 September, he said.", day, "2025-09-03"},
		"a passive to come":            {"He stays at home until he is sentenced on 5 September.", day, "2025-09-05"},
		"can be made":                  {"Applications can be made from 6 September.", day, "2025-09-06"},
		"until the nearer day":         {"He said that the plant was shut until 3 September.", day, "2025-09-03"},
		"what would be":                {"Work would start in October, she said.", day, "2025-10"},
		"a weekday that was":           {"They met on Friday.", day, "2025-08-15"},
		"the day of writing":           {"They met on Wednesday.", day, "2025-08-20"},
		"a weekday to come":            {"They will meet on Friday.", day, "2025-08-22"},
		"next weekday":                 {"The vote is next Wednesday.", day, "2025-08-27"},
		"last weekday":                 {"The vote was last Wednesday.", day, "2025-08-13"},
		"today":                        {"They met today.", day, "2025-08-20"},
		"yesterday":                    {"They met yesterday.", day, "2025-08-19"},
		"tomorrow":                     {"They will meet tomorrow.", day, "2025-08-21"},
		"a month that was":             {"They met in October.", day, "2024-10"},
		"a month to come":              {"The pact is due to expire in February.", day, "2026-02"},
		"expires":                      {"The pact expires in August.", day, "2025-08"},
		"last, in the same month":      {"The pact lapsed last August.", day, "2024-08"},
		"a day of the month before":    {"They met on August 15.", day, "2025-08-15"},
		"a day of the month, ahead":    {"They met on August 25.", day, "2024-08-25"},
		"no tense: the nearest":        {"Elections in September.", day, "2025-09"},
		"a month, of a month":          {"They met in May.", month, "2025-05"},
		"today, of a month":            {"They met today.", month, "2025-08"},
		"today, of an inferred month":  {"They met today.", inferred, ""},
		"a weekday, of a month":        {"They met on Friday.", month, ""},
		"a month, of a year":           {"They met in May.", year, ""},
		"a month, of nothing":          {"They met in May.", value.Written{}, ""},
		"a year":                       {"They met in 1999.", value.Written{}, "1999"},
		"a decade":                     {"They met in the 1960s.", value.Written{}, "1960"},
		"no such day":                  {"They met on February 30, 2021.", value.Written{}, "2021-02"},
	} {
		words := stemmed(text.Words(tc.sentence))
		values := value.Find(tc.sentence)
		i := slices.IndexFunc(values, func(v value.Value) bool { return v.Kind == value.Date })
		if i < 0 {
			t.Fatalf("%s: no date in %q", name, tc.sentence)
		}
		m := &Mention{Words: words, at: values[i]}
		first, next := m.dateWords()
		if got, _ := values[i].When.Completed(TenseOf(words, first, next), tc.at).ISO(); got != tc.want {
			t.Errorf("%s: %q is %q, want %q", name, tc.sentence, got, tc.want)
		}
	}
}

func TestDoubtsDate(t *testing.T) {
	t.Parallel()
	for note, want := range map[string]bool{
		"":                                   false,
		"The printed date is wrong.":         true,
		"That cannot be the date of it.":     true,
		"Updated on a later date.":           false,
		"The name is wrong. The date stands": false,
	} {
		if got := doubtsDate(note); got != want {
			t.Errorf("doubtsDate(%q) = %v", note, got)
		}
	}
}
