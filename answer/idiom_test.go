package answer

import (
	"testing"
)

// A verb with its particle is another verb, and says what is asked.
func TestTurnedVerbs(t *testing.T) {
	t.Parallel()
	r := over(t, "The bakery of Norwick\nThe baker of Norwick, Ola Lind, has sold the flour to Tom Holt. Tom Holt will take it up the hill.\n\n"+
		"Ola Lind waived her share of the mill on Monday.\n\nThe mill of Norwick gave bread to Ola Lind and Tom Holt in the war.")
	for _, tt := range []struct{ question, want string }{
		{"Is Ola Lind giving up the mill?", "Ola Lind waived her share of the mill on Monday."},
		{"Did 4towners mention Tom Holt and the bread in the end?", "The mill of Norwick gave bread to Ola Lind and Tom Holt in the war."},
	} {
		a := r.ask(t, Question{Text: tt.question})
		if len(a.Statements) == 0 || a.Statements[0].Text != tt.want {
			t.Errorf("%s The answer is %q, want %q first", tt.question, a.Text, tt.want)
		}
	}
}
