package answer

import "testing"

// A number behind a statement is that of an article which has its figures, dates and
// names; one that tells of the matter with less or other of them is not cited for it.
func TestCitedForAllThatIsSaid(t *testing.T) {
	t.Parallel()
	r := over(t,
		"Talks at the fort\nMayor Ann Berg and Mayor Tom Holt met at Fort Norwick on the island of Tilbeck for talks about the ferry.",
		"Mayors talk\nMayor Ann Berg and Mayor Tom Holt met on the island for talks about the ferry.",
		"Ferry talks\nFort Norwick on Tilbeck was where Mayor Ann Berg and Mayor Tom Holt met for talks about the ferry.")
	a := r.ask(t, Question{Text: "Where did Ann Berg and Tom Holt meet?"})
	if a.ShortAnswer == "" || len(a.Statements) == 0 || len(a.Statements[0].Citations) != 2 {
		t.Fatalf("the first statement is cited by %d articles, want the two that name the fort: %s", len(a.Statements), a.Text)
	}
	for _, n := range a.Statements[0].Citations {
		if c := a.Citations[n-1]; c.Article.Title == "Mayors talk" {
			t.Errorf("%q is cited for the fort, which it does not name", c.Quote)
		}
	}
}
