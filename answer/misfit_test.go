package answer

import (
	"testing"
)

// Who only tells of a deed did not do it, nobody is what somebody wants, and no clause is what
// something is. What is said of somebody was not said to him, and what some of a kind did not
// do is nothing that two others did not do.
func TestMisfits(t *testing.T) {
	t.Parallel()
	r := overBriefs(t)
	r.shortAnswers(t, map[string]string{
		"Who won the summit?":                  "",
		"What are severe consequences?":        "",
		"What did Zelensky want from Trump?":   "",
		"What language did the leaders speak?": "",
		"Was Zelensky told about the talks?":   "Not reported",
		"Did the two leaders talk alone?":      "Yes",
	})
}
