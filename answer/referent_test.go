package answer

import (
	"strings"
	"testing"
)

// The quay of Norwick is opened; whom a sentence means decides what answers.
const quay = "The quay of Norwick is open\n" +
	"Mrs Ann Berg, the mayor of Norwick, met Bishop Tom Holt on the quay. He painted the bow of a boat. She painted the stern.\n\n" +
	"Berg opened a ferry line in the spring as well, and the town paid for lamps. “Nobody falls in here,” the mayor said.\n\n" +
	"Carpenter Ola Lind built the benches. “I like oak,” he said."

func TestWhomASentenceMeans(t *testing.T) {
	t.Parallel()
	r := over(t, quay)
	for _, tt := range []struct{ question, want string }{
		{"What did Ann Berg paint?", "She painted the stern."},
		{"What did Holt paint?", "He painted the bow of a boat."},
		{"What did the mayor paint?", "She painted the stern."},
		{"What did the bishop paint?", "He painted the bow of a boat."},
		{"What did Berg say?", "“Nobody falls in here,” the mayor said."},
		{"What did the carpenter say?", "“I like oak,” he said."},
	} {
		t.Run(tt.question, func(t *testing.T) {
			t.Parallel()
			a := r.ask(t, Question{Text: tt.question})
			if len(a.Statements) == 0 || a.Statements[0].Text != tt.want {
				t.Errorf("the answer is %q, want %q first", a.Text, tt.want)
			}
		})
	}
}

func TestSentencesThatGoOnAboutAThing(t *testing.T) {
	t.Parallel()
	r := over(t, "The lamps of Norwick\nA beacon stands on the pier. It burns until dawn. A dog sleeps there.")
	reasons, err := r.Why(t.Context(), Question{Text: "How long does the beacon shine?"}, 3)
	if err != nil {
		t.Fatal(err)
	}
	cover := map[string]float64{}
	for _, e := range reasons.Evidence {
		for _, p := range e.Parts {
			if p.Feature == "cover" {
				cover[e.Sentence] = p.Value
			}
		}
	}
	if whole, on := cover["A beacon stands on the pier."], cover["It burns until dawn."]; on <= 0 || on >= whole {
		t.Errorf("a sentence that goes on about a thing has %v of the question, the one that names it %v", on, whole)
	}
	if other, ok := cover["A dog sleeps there."]; !ok || other > 0 {
		t.Errorf("a sentence about something else has %v of the question (found: %v)", other, ok)
	}
}

// An article that gave a first name goes on with the last one, which then means the same,
// unless somebody else in it bears that name, too.
func TestSurnameAlone(t *testing.T) {
	t.Parallel()
	const later = "\n\nHolt has worked at the museum for 26 years."
	covers := func(first, question string) float64 {
		reasons, err := over(t, "The museum of Norwick\n"+first+later).Why(t.Context(), Question{Text: question}, 3)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range reasons.Evidence {
			for _, part := range e.Parts {
				if strings.HasPrefix(e.Sentence, "Holt has worked") && part.Feature == "cover" {
					return part.Value
				}
			}
		}
		t.Fatalf("%s is not told", question)
		return 0
	}
	own := covers("The guard Oskar Holt sat in his kitchen.", "How long has Oskar Holt worked?")
	wife := covers("The guard Oskar Holt sat in his kitchen with his wife, the nurse Tove Holt.", "How long has Tove Holt worked?")
	if own < 0.9 || wife > 0.8 {
		t.Errorf("the sentence covers %.2f of the question about him, and %.2f of that about his wife", own, wife)
	}
}
