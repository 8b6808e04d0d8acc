package answer

import (
	"testing"
)

// A sentence is not cited for what another one says if it says the contrary.
func TestTurnedIsNotTheSame(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, a, b string
		same       bool
	}{
		{"denied", "Greta Solheim, the harbour master, was at the press conference in Kellmark.", "Greta Solheim, the harbour master, was not at the press conference in Kellmark.", false},
		{"denied by both", "Greta Solheim, the harbour master, was never at the press conference in Kellmark.", "Greta Solheim, the harbour master, was not at the press conference in Kellmark.", true},
		{"another thing denied", "Greta Solheim, the harbour master, was at the press conference in Kellmark.", "Greta Solheim, the harbour master, was at the press conference in Kellmark without a lawyer.", true},
		{"in the other order", "The warning siren in Kellmark sounded before the crane fell.", "The warning siren in Kellmark sounded after the crane fell.", false},
		{"in the same order", "The warning siren in Kellmark sounded before the crane fell.", "The siren in Kellmark sounded just before the crane fell.", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := over(t, "News\n"+tt.a, "Notes\n"+tt.b)
			a := r.ask(t, Question{Text: "What happened in Kellmark?"})
			r.checkAnswer(t, a)
			if !a.Answered || len(a.Statements) == 1 != tt.same {
				t.Errorf("%d statements: %s", len(a.Statements), a.Text)
			}
		})
	}
}
