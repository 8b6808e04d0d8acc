package retrieval

import (
	"fmt"
	"strings"
	"testing"

	"sherpa/internal/golden"
)

// ranked are questions on the embedded corpus, each with words of the passages
// that answer it; "|" parts passages of several briefs.
var ranked = []struct{ question, passage string }{
	{"Where was the summit held?", "was held at Elmendorf-Richardson|was the scene of a summit|conferred at Joint Base"},
	{"How long did the talks last?", "lasted nearly three hours|for more than three hours|into a third hour"},
	{"Who was in the Russian delegation?", "The Russian delegation around Putin included|Sergey Lavrov and adviser|Sergei Lavrov and presidential aide"},
	{"Who came with Trump?", "U.S. delegation included|Trump was joined by"},
	{"What did Trump call the meeting?", "very profound|respectful and necessary|very productive"},
	{"Why was Alaska chosen?", "carries historical symbolism"},
	{"When did Russia sell Alaska?", "in 1867"},
	{"When does the last nuclear treaty expire?", "expires in February"},
	{"What did Putin lay on the graves?", "placed flowers"},
	{"Whose graves did Putin visit?", "graves of Soviet pilots"},
	{"How many villages did Ukraine retake?", "retaken six villages"},
	{"How many casualties has the war caused?", "1.2 million"},
	{"Which court wants to arrest Putin?", "International Criminal Court"},
	{"What would happen to buyers of Russian oil?", "buyers of Russian crude"},
	{"Who said that the mood was excellent?", "“excellent”"},
	{"Who is the Russian ambassador to the US?", "Alexander Darchiev"},
	{"What did the backdrop read?", "Pursuing Peace"},
	{"Where will the next meeting be?", "Next time, in Moscow|as the place of the next meeting|possibly in Moscow"},
	{"What did Zelensky ask for?", "just peace|counting on Trump"},
	{"Was Zelenskij invited to the summit?", "conspicuous absentee|was absent from the summit|excluded from the summit|had no part in the talks"},
	{"how long was the pres conferense", "only a few minutes"},
	{"“turn the page and go back to cooperation”", "turn the page"},
	{"icebreakers for gas projects", "nuclear-powered icebreakers"},
	{"What does Moscow demand of Ukraine?", "Moscow requires"},
	{"What is the best outcome according to the Council on Foreign Relations?", "Council on Foreign Relations"},
	{"What kind of car did the presidents ride in?", "presidential limousine"},
}

// TestRank keeps the rank of the first right passage of each question, so that a
// change in ranking shows as a difference.
func TestRank(t *testing.T) {
	t.Parallel()
	s := embedded(t)
	var out strings.Builder
	var at1, at5, mrr float64
	for _, q := range ranked {
		rank := firstRight(search(t, s, Query{Text: q.question}).Hits, q.passage)
		fmt.Fprintf(&out, "%2d  %s\n", rank, q.question)
		at1 += indicator(rank == 1)
		at5 += indicator(rank >= 1 && rank <= 5)
		if rank > 0 {
			mrr += 1 / float64(rank)
		}
	}
	n := float64(len(ranked))
	fmt.Fprintf(&out, "\nrecall@1 %.3f, recall@5 %.3f, MRR@10 %.3f\n", at1/n, at5/n, mrr/n)
	golden.Check(t, "testdata/rank.golden", out.String())
}

// firstRight is the rank of the first hit that holds one of the words; 0 if none
// does.
func firstRight(hits []Hit, words string) int {
	for _, h := range hits {
		for w := range strings.SplitSeq(words, "|") {
			if strings.Contains(h.Passage.Text, w) {
				return h.Rank
			}
		}
	}
	return 0
}
