package answer

import (
	"strings"
	"testing"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/answer/yesno"
	"sherpa/retrieval"
)

const twoSides = `# Fishing talks in Tromsø

Turkish Prime Minister Ann Lund met German President Paul Roy in Tromsø for talks about fishing on Monday. The harbour was closed.

The Turkish delegation around Lund included Trade Minister Ole Dam, adviser Karen Holt and Fisheries Minister Ib Krogh.
Trade Minister Jean Petit and adviser Louise Morel represented Germany.
Lund gave Roy a model of a ship.
`

func TestCompanions(t *testing.T) {
	t.Parallel()
	r := overArticles(t, map[string]string{"talks": twoSides})
	turks := "Trade Minister Ole Dam, adviser Karen Holt and Fisheries Minister Ib Krogh"
	germans := "Trade Minister Jean Petit and adviser Louise Morel"
	for _, tc := range []struct{ question, short string }{
		{"Who accompanied Lund at the talks?", turks},
		{"Who accompanied Roy at the talks?", germans},
		{"Which Turkish ministers were part of Lund’s delegation?", turks},
		{"Which Germans took part in the talks?", germans},
		{"Who represented Germany at the talks?", germans},
		{"who were the germans at the table", germans},
		{"Which Germans were at the table?", germans},
	} {
		if got := r.ask(t, Question{Text: tc.question}); got.ShortAnswer != tc.short {
			t.Errorf("%s: %q, want %q", tc.question, got.ShortAnswer, tc.short)
		}
	}
}

// A house in the title of a member does not end the list, and a shorter list of another
// article is a statement of its own, cited for those alone whom it names.
func TestCompanionsOfSeveralArticles(t *testing.T) {
	t.Parallel()
	const fuller = "The Turkish delegation around Lund included Trade Minister Ole Dam, adviser Karen Holt and Blue House Chief of Staff Ib Krogh."
	r := overArticles(t, map[string]string{
		"talks": "# Fishing talks in Tromsø\n\nTurkish Prime Minister Ann Lund met German President Paul Roy in Tromsø for talks about fishing on Monday.\n\n" + fuller,
		"quay":  "# Talks by the quay\n\nThe two met by the quay in Tromsø on Monday.\n\nLund was joined by Trade Minister Ole Dam and adviser Karen Holt.",
	})
	a := r.ask(t, Question{Text: "Who was in the Turkish delegation?"})
	if want := "Trade Minister Ole Dam, adviser Karen Holt and Blue House Chief of Staff Ib Krogh"; a.ShortAnswer != want {
		t.Errorf("short answer %q, want %q", a.ShortAnswer, want)
	}
	for _, s := range a.Statements {
		if s.Text == fuller && len(s.Citations) != 1 {
			t.Errorf("the list is cited from %d articles", len(s.Citations))
		}
	}
	if len(a.Statements) != 2 {
		t.Errorf("statements %+v", a.Statements)
	}
}

// Where all of the side that is asked about have been told, the other side is no answer.
func TestCompanionsOfAnotherSide(t *testing.T) {
	t.Parallel()
	r := overArticles(t, map[string]string{"talks": strings.ReplaceAll(twoSides, "delegation around Lund", "delegation in the talks")})
	const question = "Who took part in the talks from Germany?"
	first := r.ask(t, Question{Text: question})
	if !strings.Contains(first.Text, "Jean Petit") {
		t.Fatalf("the first answer is %s", first.Text)
	}
	if got := r.ask(t, Question{Text: "Who else?", History: []Turn{{Question: question, Answer: first}}}); strings.Contains(got.Text, "Ole Dam") {
		t.Errorf("who else came from Germany: %s", got.Text)
	}
}

func TestEverybodyWhoCame(t *testing.T) {
	t.Parallel()
	r := overArticles(t, map[string]string{"talks": twoSides})
	a := r.ask(t, Question{Text: "Who attended the talks?"})
	if a.ShortAnswer != "" {
		t.Errorf("the short answer %q is half of those who came", a.ShortAnswer)
	}
	if !strings.Contains(a.Text, "Ole Dam") || !strings.Contains(a.Text, "Louise Morel") {
		t.Errorf("not both sides: %s", a.Text)
	}
}

func TestParties(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ sentence, owner, list string }{
		{"Lund was joined by Ole Dam and Karen Holt.", "Lund", "Ole Dam and Karen Holt"},
		{"Yesterday Ole Dam and Karen Holt accompanied Lund.", "Lund", "Ole Dam and Karen Holt"},
		{"For Lund, Ole Dam and Karen Holt joined, while Roy came by train.", "Lund", "Ole Dam and Karen Holt"},
		{"The Turkish team included Ole Dam and Karen Holt.", "Turkish", "Ole Dam and Karen Holt"},
		{"The book included Ole Dam and Karen Holt.", "", ""},
		{"Lund was joined by Ole Dam.", "", ""},
	} {
		r := overArticles(t, map[string]string{"one": "# Talks\n\n" + tc.sentence + "\n"})
		res, err := r.search.Search(t.Context(), retrieval.Query{Text: "Lund and Roy, Dam and Holt", K: passagesRead})
		if err != nil {
			t.Fatal(err)
		}
		owner, list := "", ""
		for _, e := range evidence.Gather(question.New(res.Analysis), res.Hits) {
			for _, p := range yesno.Parties(e) {
				list = p.Span().Of(e.Passage().Text)
				for _, w := range p.Owner {
					if w.IsCapital() && !w.Stop {
						owner = w.Text
					}
				}
			}
		}
		if owner != tc.owner || list != tc.list {
			t.Errorf("%s: %q of %q, want %q of %q", tc.sentence, list, owner, tc.list, tc.owner)
		}
	}
}
