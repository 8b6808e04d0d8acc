package answer

import (
	"strings"
	"testing"

	"sherpa/answer/candidate"
	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/retrieval"
)

// brunnvik is an article that short answers are looked for in.
const brunnvik = "The harbour of Brunnvik\nThe lighthouse of Brunnvik was designed by the engineer Karin Lind in 1924. " +
	"The Kestrel is an old trawler that the Lund family has owned for three generations. " +
	"The council paid 3.5 million euros for the new breakwater, and about 15 percent of the sum came from a lottery. " +
	"A storm damaged the fish market, the chapel and the customs house in January. " +
	"The painter Edvin Holm called his picture of the pier “The Long Quay”. " +
	"The crew of the Kestrel waited three and a half hours for the lifeboat. " +
	"Shares in the shipping company Nordlys fell 4.2 percent after gusts of 148 kilometres per hour."

func TestShortAnswers(t *testing.T) {
	t.Parallel()
	r := over(t, brunnvik, "A bakery\nThe bakery of Storholm sells rye bread. The baker rises at four. Nobody else bakes on the island.")
	for _, tt := range []struct{ question, want string }{
		{"Who designed the lighthouse of Brunnvik?", "engineer Karin Lind"},
		{"When was the lighthouse of Brunnvik designed?", "1924"},
		{"What does the bakery of Storholm sell?", "rye bread"},
		{"Which family has owned the Kestrel for three generations?", "Lund"},
		{"What did the council pay for the new breakwater?", "3.5 million euros"},
		{"How long did the crew of the Kestrel wait for the lifeboat?", "three and a half hours"},
		{"Which buildings did a storm damage in January?", "fish market, the chapel and the customs house"},
		{"What did Edvin Holm call his picture of the pier?", "“The Long Quay”"},
		{"How far did the shares of Nordlys fall?", "4.2 percent"},
		{"How strong were the gusts?", "148 kilometres per hour"},
		{"Why does nobody else bake on the island?", ""},
	} {
		a := r.ask(t, Question{Text: tt.question})
		r.checkAnswer(t, a)
		if a.ShortAnswer != tt.want {
			t.Errorf("%s %q, want %q, in %s", tt.question, a.ShortAnswer, tt.want, a.Text)
		}
	}
}

// Who and where are not answered by a date or a figure, and nothing is by a
// denial.
func TestCandidateFits(t *testing.T) {
	t.Parallel()
	r := over(t, brunnvik)
	for _, asked := range []string{"Who built the pier in 1924?", "Where is the breakwater of 3.5 million euros?"} {
		for _, c := range r.candidatesOf(t, asked) {
			if c.Fits(question.New(r.analysis(t, asked))) && c.Form != candidate.FormName && c.Form != candidate.FormPhrase && c.Form != candidate.FormQuotation {
				t.Errorf("%s may be answered by %q", asked, c.Text())
			}
		}
	}
}

func TestCandidateSameAs(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		a, b string
		want bool
	}{
		"words and figures":      {"The talks took three and a half hours.", "The talks took 3.5 hours.", true},
		"hours and minutes":      {"The talks took 90 minutes.", "The talks took 1.5 hours.", true},
		"another duration":       {"The talks took three hours.", "The talks took four hours.", false},
		"ways to write money":    {"The pier cost $1.5 million.", "The pier cost 1.5 million dollars.", true},
		"another currency":       {"The pier cost 15 euros.", "The pier cost 15 dollars.", false},
		"a share":                {"It took 15% of the sum.", "It took 15 percent of the sum.", true},
		"an article more":        {"They found a red boat.", "They found the red boats.", true},
		"another noun":           {"They found a red boat.", "They found a red buoy.", false},
		"a date in another form": {"It opened on 3 May 2026.", "It opened on May 3, 2026.", true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a, b := lastPhrase(t, tt.a), lastPhrase(t, tt.b)
			if got := a.SameAs(b); got != tt.want {
				t.Errorf("%q and %q are the same: %t, want %t", a.Text(), b.Text(), got, tt.want)
			}
		})
	}
}

// lastPhrase is the candidate that a sentence's value, or its last words, make.
func lastPhrase(t *testing.T, sentence string) candidate.Candidate {
	t.Helper()
	r := over(t, "The harbour\n"+sentence)
	all := r.candidatesOf(t, "harbour")
	best := candidate.Candidate{}
	for _, c := range all {
		if _, ok := c.Value(); ok && len(c.From.Sentence.Values) > 0 && c.Span == c.From.Sentence.Values[0].Span {
			return c
		}
		if c.Next == len(c.From.Words()) && c.Next-c.First == 2 {
			best = c
		}
	}
	if best.From == nil {
		t.Fatalf("no candidate in %q", sentence)
	}
	return best
}

// analysis reads a question with the vocabulary of the articles.
func (r reports) analysis(t *testing.T, question string) retrieval.Analysis {
	t.Helper()
	res, err := r.search.Search(t.Context(), retrieval.Query{Text: question, K: passagesRead})
	if err != nil {
		t.Fatal(err)
	}
	return res.Analysis
}

// candidatesOf are the candidates of the best sentences for a question.
func (r reports) candidatesOf(t *testing.T, asked string) []candidate.Candidate {
	t.Helper()
	res, err := r.search.Search(t.Context(), retrieval.Query{Text: asked, K: passagesRead})
	if err != nil {
		t.Fatal(err)
	}
	q := question.New(res.Analysis)
	return candidate.Best(q, evidence.Gather(q, res.Hits))
}

// Whoever is asked for is somebody: neither a thing nor the end of another clause.
func TestWhoIsSomebody(t *testing.T) {
	t.Parallel()
	r := over(t, "The port of Brunnvik\nThe dispute was mediated and a deal on pay was signed shortly before sunrise. The fund was running dry, Norvald was sailing to Halda.",
		"The ferry\nIn winter the sailors repaired the old ferry.")
	for question, wrong := range map[string]string{"Who mediated the dispute?": "deal", "Who led the fund?": "dry", "Who is Norvald?": "running"} {
		if got := r.ask(t, Question{Text: question}).ShortAnswer; strings.Contains(got, wrong) {
			t.Errorf("%s: %q", question, got)
		}
	}
	if got := r.ask(t, Question{Text: "Who repaired the old ferry?"}).ShortAnswer; !strings.Contains(strings.ToLower(got), "sailors") {
		t.Errorf("who repaired the ferry: %q, want the sailors", got)
	}
}

// What a sentence denies is no answer without the word that denies it.
func TestDeniedIsNoAnswer(t *testing.T) {
	t.Parallel()
	r := over(t, "The talks\nNo signed treaty came out of the talks at Brunnvik. The mayor of Brunnvik came home without a prize.")
	for asked, wrong := range map[string]string{
		"What came out of the talks at Brunnvik?":        "signed treaty",
		"What did the mayor of Brunnvik come home with?": "prize",
	} {
		if short := r.ask(t, Question{Text: asked}).ShortAnswer; short == wrong || short == "a "+wrong {
			t.Errorf("%s: %q", asked, short)
		}
	}
}
