package answer

import "testing"

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
