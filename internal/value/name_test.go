package value

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/internal/text"
)

func TestNames(t *testing.T) {
	t.Parallel()
	for s, want := range map[string][]string{
		"no names, i think":                                 nil,
		"Then Donald Trump met Vladimir Putin.":             {"Donald Trump", "Vladimir Putin"},
		"The summit in Anchorage":                           {"Anchorage"},
		"He met Secretary of State Marco Rubio":             {"Secretary of State Marco Rubio"},
		"in Trump’s Washington":                             {"Trump’s", "Washington"},
		"On Friday Trump and Putin met in Alaska on Monday": {"Trump", "Putin", "Alaska"},
		"On August 15 Trump flew":                           {"Trump"},
		"with Trump August 15":                              {"Trump"},
		"Ursula von der Leyen and Bashar al-Assad":          {"Ursula von der Leyen", "Bashar al-Assad"},
		"at Joint Base Elmendorf-Richardson, Alaska":        {"Joint Base Elmendorf-Richardson", "Alaska"},
		"Gen. Mark Milley and J. D. Vance":                  {"Gen. Mark Milley", "J. D. Vance"},
		"he left Washington. Putin stayed":                  {"Washington", "Putin"},
		"Procter & Gamble":                                  {"Procter & Gamble"},
		"on Apollo 11 and Boeing 747":                       {"Apollo 11", "Boeing"},
		"the WHO said, and Who said":                        {"WHO"},
		"Will Smith spoke":                                  {"Will Smith"},
		"Will Putin visit Moscow?":                          {"Putin", "Moscow"},
		"“We met,” I told Theresa May":                      {"Theresa May"},
		"THE SUMMIT":                                        {"SUMMIT"},
		"Friday":                                            nil,
	} {
		t.Run(s, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, n := range Names(s, text.Words(s)) {
				got = append(got, n.Of(s))
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("Names(%q) (-want +got):\n%s", s, diff)
			}
		})
	}
}

func TestInitialNames(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{
		"Talks began": true, "The Kremlin agreed": false, "He said: “Talks began”": true, "in Alaska": false,
	} {
		names := Names(s, text.Words(s))
		if len(names) != 1 || names[0].Initial != want {
			t.Errorf("Names(%q) = %+v, want one with Initial %v", s, names, want)
		}
	}
}

func FuzzNames(f *testing.F) {
	for _, s := range []string{"", "Ursula von der Leyen met U.S. Secretary of State Marco Rubio.", "The", "Trump’s Washington", "A-B. C & D 5", "Al al-Al", "August 15", "WHO"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		words := text.Words(s)
		next, end := 0, 0
		for _, n := range Names(s, words) {
			if n.First < next || n.Next <= n.First || n.Next > len(words) {
				t.Fatalf("Names(%q): words %d to %d after %d", s, n.First, n.Next, next)
			}
			if n.Start < end || n.Start != words[n.First].Start || n.End != words[n.Next-1].End {
				t.Fatalf("Names(%q): %v does not cover its words", s, n.Span)
			}
			next, end = n.Next, n.End
		}
	})
}

func BenchmarkNames(b *testing.B) {
	words := text.Words(sentence)
	b.ReportAllocs()
	for b.Loop() {
		Names(sentence, words)
	}
}
