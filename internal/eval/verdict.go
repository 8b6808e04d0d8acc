package eval

import "strings"

// What a question file and a short answer call the two verdicts, in lower case.
const (
	yes = "yes"
	no  = "no"
)

// verdictOf is the verdict that a short answer begins with, or "".
func verdictOf(short string) string {
	switch first, _, _ := strings.Cut(strings.ToLower(short), "."); strings.TrimSpace(first) {
	case yes:
		return yes
	case no:
		return no
	}
	return ""
}

// claims reports whether a short answer claims anything: one that says that
// nothing is reported does not.
func claims(short string) bool {
	return short != "" && !strings.HasPrefix(strings.ToLower(short), "not reported")
}

// judgeVerdict compares a yes or no with the one that the file gives. That none
// is said is no fault, as a wrong one is: the sentences are there to be read.
func (o *Outcome) judgeVerdict() {
	if o.Question.Verdict == "" {
		return
	}
	said := verdictOf(o.Answer.ShortAnswer)
	o.markBool("verdict_shown", said != "")
	if said != "" {
		o.markBool("verdict_right", said == o.Question.Verdict)
	}
}
