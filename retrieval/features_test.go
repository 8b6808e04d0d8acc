package retrieval

import (
	"fmt"
	"testing"

	"sherpa/store"
)

// TestFeatures asks of two passages that differ in one thing what a feature says
// of them.
func TestFeatures(t *testing.T) {
	t.Parallel()
	const padding = "Nothing else was on the minds of the people who stood there for hours and waited in the cold wind with their dogs and children. "
	for name, tt := range map[string]struct {
		feature, question string
		more, less        string
	}{
		"the form asked for":              {"form", "Which ferries sank?", "Two ferries sank there.", "Two ferry sinks there."},
		"an akin word":                    {"loose", "Where was the natural harbour?", "By nature a harbour lay there.", "By night a harbour lay there."},
		"a word of the lexicon":           {"loose", "When did the harbour summit begin?", "The harbour meeting came on Friday.", "The harbour kiosk came on Friday."},
		"all in one sentence":             {"sentence", "Did the captain paint the lighthouse?", "The captain left a lighthouse. Rain fell.", "The captain left. A lighthouse fell."},
		"in two sentences in a row":       {"two", "Did the captain paint the lighthouse?", "The captain left. A lighthouse fell. Rain came.", "The captain left. Rain came. A lighthouse fell."},
		"within twenty words":             {"window", "Did the captain paint the lighthouse?", "The captain left the lighthouse. " + padding, "The captain left. " + padding + "The lighthouse fell."},
		"as close as asked, in order":     {"pairs", "Who is the harbour captain?", "The harbour captain slept.", "The captain of the harbour slept."},
		"side by side with a common word": {"bigrams", "Who swam under the bridge?", "Somebody swam under a bridge.", "Somebody swam near a bridge."},
		"a run of words":                  {"run", "Who sang after the summit in Oslo?", "She sang after the summit there.", "She sang and after that summit left."},
		"in the first words":              {"early", "What is the lighthouse made of?", "The lighthouse is old. " + padding, padding + "The lighthouse is old."},
		"a date for when":                 {"kind", "When did the lighthouse fall?", "The lighthouse fell on 3 May 2024.", "The lighthouse fell without a sound."},
		"a name that is not asked about":  {"kind", "Who painted the Bank of Riga?", "Olga Berzina painted the Bank of Riga.", "Nobody has painted the Bank of Riga."},
		"a date elsewhere":                {"kind_any", "When did the old lighthouse fall?", "An old lighthouse fell. The lighthouse of 1912 stands.", "An old lighthouse fell. The lighthouse of stone stands."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := over(t, article("more", "First", tt.more), article("less", "Second", tt.less))
			values := map[string]float64{}
			for _, h := range search(t, s, Query{Text: tt.question, Explain: true}).Hits {
				values[h.Article.ID] = part(t, h, tt.feature).Value
			}
			if values["more"] <= values["less"] {
				t.Errorf("%s is %v in %q and %v in %q", tt.feature, values["more"], tt.more, values["less"], tt.less)
			}
		})
	}
}

func TestPassageBefore(t *testing.T) {
	t.Parallel()
	s := over(t,
		article("a", "First", "The lighthouse keeper was Olga Berzina.", "She retired in 2019 and left the coast."),
		article("b", "Second", "A bakery was sold to a cousin.", "The baker retired in 2018 and left the town."),
	)
	for _, h := range search(t, s, Query{Text: "When has the lighthouse keeper retired?", Explain: true}).Hits {
		want := h.Passage.ID == "a#1"
		if got := part(t, h, "before").Value > 0; got != want {
			t.Errorf("%s: the passage before counts: %v, want %v", h.Passage.ID, got, want)
		}
	}
}

// Names that the best passages share lead to one that has hardly any other word of
// a long question, and do nothing for a short one.
func TestEcho(t *testing.T) {
	t.Parallel()
	entries := []store.Entry{
		article("a", "Harbour", "The mayor Olga Berzina promised a bridge, a ferry and a harbour museum before the election."),
		article("b", "Money", "Olga Berzina, the mayor, was blamed for the debts of the harbour company and a lost election."),
		article("c", "Told", "Berzina said that the election was over."),
		article("d", "Other", "Somebody said that the election was over."),
	}
	for i := range 6 {
		entries = append(entries, article(fmt.Sprint("x", i), "Weather", "Rain fell on the coast, and the wind was cold."))
	}
	s := over(t, entries...)
	values := func(question string) map[string]float64 {
		found := map[string]float64{}
		for _, h := range search(t, s, Query{Text: question, Explain: true}).Hits {
			found[h.Article.ID] = part(t, h, "echo").Value
		}
		return found
	}
	long := values("Which mayor promised a bridge, a ferry and a harbour museum, was blamed for the debts of the company and lost an election that was over?")
	if long["c"] == 0 || long["d"] != 0 {
		t.Errorf("echo is %v with the name and %v without", long["c"], long["d"])
	}
	if short := values("Which mayor lost the election?"); short["c"] != 0 {
		t.Errorf("echo is %v for a short question", short["c"])
	}
}
