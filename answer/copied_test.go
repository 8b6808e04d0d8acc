package answer

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCopied(t *testing.T) {
	t.Parallel()
	checkSides(t, map[string]twoSources{
		"another name in the same words": {
			"Who wrote the opera The Salt Road?",
			"The opera The Salt Road was written for the Harbour Theatre of Brunnvik by Mara Quist in the winter of a long strike.",
			"The opera The Salt Road was written for the Harbour Theatre of Brunnvik by Edvin Holm in the winter of a long strike.",
			[]string{"Edvin Holm", "Mara Quist"},
		},
		"another word in the same words": {
			"What is the Kestrel of Brunnvik?",
			"The Kestrel of Brunnvik is an old trawler that the Lund family has owned for three generations.",
			"The Kestrel of Brunnvik is an old lifeboat that the Lund family has owned for three generations.",
			[]string{"lifeboat", "trawler"},
		},
		"a part that does not answer": {
			"Who wrote the opera The Salt Road?",
			"The opera The Salt Road was written for the Harbour Theatre of Brunnvik by Mara Quist in the winter of a long strike.",
			"The opera The Salt Road was written for the Harbour Theatre of Brunnvik by Mara Quist in the winter of a short famine.",
			nil,
		},
		"both names": {
			"Who wrote the opera The Salt Road?",
			"The opera The Salt Road was written for the Harbour Theatre of Brunnvik by Mara Quist in the winter of a long strike.",
			"The opera The Salt Road was written for the Harbour Theatre of Brunnvik by Edvin Holm in the winter of a long strike. Edvin Holm and Mara Quist are two names of one composer.",
			nil,
		},
		"the same about others": {
			"Did the council of Storholm approve the new car park behind the station?",
			"The council of Brunnvik approved the new car park behind the old station after a debate of two hours on Monday.",
			"The council of Lindsund approved the new car park behind the old station after a debate of two hours on Monday.",
			nil,
		},
		"two parts differ": {
			"How many boats sailed from Brunnvik?",
			"In the race off the island of Storholm in June, 14 boats sailed from Brunnvik with the tide.",
			"In the race off the island of Storholm in August, 17 boats sailed from Brunnvik with the tide.",
			nil,
		},
	})
}

// twoSources are two articles of a sentence each, and what they must be found to
// differ in when a question is asked; nil if they do not.
type twoSources struct {
	question, a, b string
	want           []string
}

func checkSides(t *testing.T, cases map[string]twoSources) {
	t.Helper()
	for name, tt := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := over(t, "One\n"+tt.a, "Another\n"+tt.b)
			a := r.ask(t, Question{Text: tt.question})
			r.checkAnswer(t, a)
			_, values := sides(t, a)
			if diff := cmp.Diff(tt.want, values); diff != "" {
				t.Errorf("sides of %q (-want +got):\n%s", a.Text, diff)
			}
		})
	}
}

// An article that lacks the name that is asked about is no side.
func TestSideBearsName(t *testing.T) {
	t.Parallel()
	r := over(t,
		"Chapels of Avon\nThe chapel of Saint Oda in Avon was built in 1731 by the fishermen of Avon and Brunnvik.",
		"Chapels of Brunnvik\nThe chapel of the harbour was built in 1812 by the fishermen of Avon and Brunnvik.",
	)
	a := r.ask(t, Question{Text: "When was the chapel of Saint Oda built?"})
	if len(a.Disagreements) > 0 {
		t.Errorf("a disagreement: %s", a.Text)
	}
	r.checkAnswer(t, a)
}
