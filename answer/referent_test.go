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
