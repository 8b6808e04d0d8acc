package answer

import "testing"

// Who only tells what is quoted is no answer to anything but who says it.
func TestToldAccordingTo(t *testing.T) {
	t.Parallel()
	overBriefs(t).shortAnswers(t, map[string]string{"What's next according to Putin?": ""})
	over(t, "News from Brunnvik\nThe next step is for the council of Brunnvik, according to Ann Berg: “I am not here to build.” Tom Holt could come next, the board said.").
		shortAnswers(t, map[string]string{"What is next for Brunnvik according to the board?": ""})
}
