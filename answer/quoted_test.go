package answer

import (
	"testing"
)

// Where somebody's words are asked for, a quotation comes before a report of them.
func TestQuotationsComeFirst(t *testing.T) {
	t.Parallel()
	r := over(t, "The kiln of Norwick is out\n"+
		"The kiln of Norwick went out on Monday.\n\n"+
		"Potter Ann Berg said the kiln was old and the town knew it. “Nobody has swept that kiln for years,” Berg said.\n\n"+
		"The kiln was built by two brothers.")
	const want = "“Nobody has swept that kiln for years,” Berg said."
	a := r.ask(t, Question{Text: "What did Berg say about the kiln?"})
	if len(a.Statements) == 0 || a.Statements[0].Text != want {
		t.Errorf("the answer is %q, want %q first", a.Text, want)
	}
}
