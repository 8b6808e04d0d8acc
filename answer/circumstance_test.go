package answer

import (
	"strings"
	"testing"
)

// What somebody did after something, or what happens on a condition, comes before what else is
// told of it.
func TestCircumstancesFirst(t *testing.T) {
	t.Parallel()
	r := over(t, "The talks of Norwick\nExperts called the talks a success for Ann Berg, who left the quay behind and wants to lead. Ann Berg planted a birch after the talks. "+
		"The main goal of the talks was a truce over the fares. Ann Berg warned that the ferry would stop if no truce was reached.")
	for question, want := range map[string]string{
		"What did Ann Berg do after the talks?": "Ann Berg planted",
		"What happens if there is no truce?":    "Ann Berg warned",
	} {
		if a := r.ask(t, Question{Text: question}); len(a.Statements) == 0 || !strings.HasPrefix(a.Statements[0].Text, want) {
			t.Errorf("%s %s", question, a.Text)
		}
	}
}
