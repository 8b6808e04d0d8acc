package answer

import (
	"testing"
)

// What is said of something need not be quoted, if nobody's words are asked for.
func TestSaidOfAThing(t *testing.T) {
	t.Parallel()
	r := over(t, "The harbour of Norwick\nThe harbour of Norwick remains short of cranes, and its quay is cracked.\n\nOla Lind baked bread for the choir.")
	if a := r.ask(t, Question{Text: "What is said about the harbour of Norwick?"}); !a.Answered {
		t.Errorf("it is not answered: %s", a.Text)
	}
	if a := r.ask(t, Question{Text: "What did Ola Lind say about the harbour of Norwick?"}); a.Answered {
		t.Errorf("what nobody said is answered: %s", a.Text)
	}
}
