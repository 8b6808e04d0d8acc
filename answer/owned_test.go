package answer

import (
	"testing"
)

// What somebody's goal or plan is stands in no sentence on another's.
func TestWhoseThing(t *testing.T) {
	t.Parallel()
	r := over(t, "The strike at the port of Halda\n“We talked for long,” Ann Berg said before leaving Norwick, stressing that her goal is to “find a way back to work.” "+
		"Carl Vik met her at the gate. The dockers' plan was praised. The strike goes on.")
	for question, want := range map[string]string{
		"What is Ann Berg's goal?":  "“find a way back to work.”",
		"What was Carl Vik's goal?": "",
	} {
		if a := r.ask(t, Question{Text: question}); a.ShortAnswer != want || a.Answered != (want != "") {
			t.Errorf("%s %q, want %q: %s", question, a.ShortAnswer, want, a.Text)
		}
	}
}
