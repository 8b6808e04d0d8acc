package answer

import (
	"strings"

	"sherpa/answer/verify"
)

// verify holds an answer in the articles' own sentences against its citations.
// What fails is withheld and counted: a statement that its quotes do not bear
// out, and a short answer that stands in none of them.
func (a *Answer) verify() {
	kept := a.Statements[:0]
	for _, s := range a.Statements {
		if a.supports(s) {
			kept = append(kept, s)
		}
	}
	a.Checked = Checked{Statements: len(a.Statements), Supported: len(kept), Withheld: len(a.Statements) - len(kept)}
	a.Statements = kept
	a.checkShort()
}

// checkShort drops a short answer that stands in no citation, and the date of one
// that is dropped.
func (a *Answer) checkShort() {
	if a.ShortAnswer != "" && !verdicts[a.ShortAnswer] && !a.quotes(strings.Trim(a.ShortAnswer, "“”")) {
		a.ShortAnswer = ""
	}
	if a.ShortAnswer == "" {
		a.Resolved = ""
	}
}

// verdicts are the short answers to yes/no questions, which stand in no quote.
var verdicts = map[string]bool{"Yes": true, "No": true, "Not reported": true}

// supports reports whether the statement's citations bear it out: a quotation
// byte for byte, any other sentence by verification.
func (a *Answer) supports(s Statement) bool {
	if len(s.Citations) == 0 {
		return false
	}
	quotes := make([]string, len(s.Citations))
	for i, n := range s.Citations {
		quotes[i] = a.Citations[n-1].Quote
	}
	if s.Quote {
		return s.Text == quotes[0]
	}
	v := verify.Sentence(s.Text, quotes)
	return v.OK()
}

// quotes reports whether the words stand in one of the citations.
func (a *Answer) quotes(words string) bool {
	for _, c := range a.Citations {
		if strings.Contains(c.Quote, words) {
			return true
		}
	}
	return false
}
