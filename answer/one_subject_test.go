package answer

import (
	"testing"
)

// Values that are given for other things, other moments or another measure than what is
// asked, and so contradict nothing.
func TestValuesOfOtherThings(t *testing.T) {
	t.Parallel()
	const (
		port = "Ship hits crane in Kellmark\nThe freighter Nordic Heron hit a crane on the Osterkai in Kellmark. "
		quay = "Kellmark counts the cost\nThe Osterkai in Kellmark is a ruin since the Nordic Heron hit its crane. "
		vote = "Pell wins Dunmere\nNora Pell has beaten Victor Hale in the election of the mayor of Dunmere. "
		town = "Dunmere has voted\nNora Pell is to follow Victor Hale as mayor of Dunmere. "
	)
	for _, tt := range []articlePair{
		{"another subject", "How long was the port closed?", port + "The port was closed for two days.", quay + "The road to the harbour was closed for three hours.", ""},
		{"the same subject", "How long was the port closed?", port + "The port was closed for two days.", quay + "The port was closed for three days.", "three days; two days"},
		{"a person for a thing", "How much did the town spend on the election?", vote + "The town spent 86,000 pounds on the election.", town + "She spent 12,000 pounds on her campaign for the election.", ""},
		{
			"another thing of one noun", "How long did the count of postal votes take?", vote + "The count of postal votes had taken four hours.",
			town + "The count in the Corn Exchange took nine hours.", "",
		},
		{"a name alone", "How long is the Nordic Heron?", port + "The Nordic Heron waited at anchor for nine hours.", quay + "The Nordic Heron lay at the Osterkai for six hours.", ""},
		{"a margin and a number", "How many votes did Pell win?", vote + "Pell won by 412 votes.", town + "Pell won 8,204 votes.", ""},
		{"two margins", "By how many votes did Pell win?", vote + "Pell won by 412 votes.", town + "Pell won by 312 votes.", "312 votes; 412 votes"},
		{
			"a building and its city", "Where was the memorial held?", "The night the crane came down\nThe Nordic Heron hit the Osterkai. A memorial for the dead dockers was held on Saturday in the Seamen's Church.",
			"Dockers mourned\nSome 1,500 people came to the memorial for the two dockers who died in Kellmark when the Nordic Heron hit the Osterkai. A bishop spoke.", "",
		},
		{
			"who will do it", "Who will lead the inquiry?", port + "The inquiry will be led by Judge Karin Holt.", quay + "The inquiry will be led by Admiral Nils Torp.",
			"Judge Karin Holt; Admiral Nils Torp",
		},
		{"who was to do it", "Who led the inquiry?", port + "The inquiry was led by Judge Karin Holt.", quay + "The inquiry will be led by Admiral Nils Torp.", ""},
	} {
		tt.check(t)
	}
}

// What is of the day of writing, or of another year, contradicts nothing of another day.
func TestValuesOfOtherDays(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, question, a, b string }{
		{
			"still", "How many dockers are missing?", "The Nordic Heron hit a crane on the Osterkai in Kellmark. Three dockers were still missing.",
			"The Nordic Heron hit a crane on the Osterkai in Kellmark. Two dockers are still missing.",
		},
		{
			"another year", "By how many votes did Pell win?", "Nora Pell beat Victor Hale in the election of the mayor of Dunmere by 412 votes.",
			"Nora Pell, mayor of Dunmere, beat Victor Hale in the election of 2022 by 140 votes.",
		},
	} {
		r := overArticles(t, map[string]string{
			"a": "---\nid: a\ntitle: News\nlang: en\npublished: 2026-05-04\n---\n\n" + tt.a + "\n",
			"b": "---\nid: b\ntitle: Notes\nlang: en\npublished: 2026-05-08\n---\n\n" + tt.b + "\n",
		})
		if a := r.ask(t, Question{Text: tt.question}); len(a.Disagreements) > 0 || !a.Answered {
			t.Errorf("%s: answered %v, %v", tt.name, a.Answered, a.Disagreements)
		}
	}
}

// What is still to come is no side of when something was, and "begin" tells as much as "start".
func TestWhenItBeganHasOneDate(t *testing.T) {
	t.Parallel()
	r := over(t, "The war in Halda\nThe invasion of Halda began in February 2022. Leaders met on Friday to end the war in Halda.",
		"Leaders meet\nThe leaders held a meeting on Saturday as a first step to end the war in Halda. The START treaty on Halda approaches its expiration in February 2026.")
	a := r.ask(t, Question{Text: "When did the war in Halda begin?"})
	if len(a.Disagreements) > 0 || a.ShortAnswer != "February 2022" {
		t.Errorf("%q: %s", a.ShortAnswer, a.Text)
	}
}
