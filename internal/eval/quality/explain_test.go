package quality

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/answer"
	"sherpa/internal/eval"
	"sherpa/retrieval"
)

func part(sign string, value, points float64) retrieval.Part {
	return retrieval.Part{Feature: sign, Value: value, Points: points}
}

// weighedOnce are two sentences, of which the second holds the answer of every's
// questions.
var weighedOnce = answer.Reasons{
	Kind: "date",
	Evidence: []answer.Evidence{
		{Article: answer.Article{ID: "g"}, Sentence: "Two.", Parts: []retrieval.Part{part("cover", 0.8, 3.2), part("kind", 0, 0), part("odd", 1, 0.5)}},
		{Article: answer.Article{ID: "x"}, Sentence: "One, elsewhere."},
		{Article: answer.Article{ID: "g"}, Sentence: "One.", Parts: []retrieval.Part{part("cover", 0.5, 2), part("kind", 1, 1.2), part("odd", 0, 0)}},
	},
	Gate: []retrieval.Part{part("bias", 1, 0.7), part("found", 1, 1.5), part("near", 1, 0.5), part("strange", 1, 0.9), part("unknown", 1, -3.5)},
}

func TestWords(t *testing.T) {
	t.Parallel()
	r := scriptedResult(t, Set{Name: "s"}, 1)
	byClass := map[Class]*eval.Outcome{}
	for i := range r.Report.Outcomes {
		o := &r.Report.Outcomes[i]
		byClass[classify(o)] = o
	}
	const (
		date   = "What is asked for was taken to be: date."
		first  = "The passage with the answer stood 1st in the search."
		lost   = "The passage with the answer is not among the first 20 of the search."
		third  = "The first sentence that holds it stood 3rd of 3 weighed."
		cover  = "The one preferred has 80 % of the question's weight, the right one 50 %."
		ahead  = "The one preferred has more of the question's words (+1.2), and has more of the sign `odd` (+0.5)."
		behind = "The right one holds a value of the kind asked for (+1.2)."
		most   = "What spoke for it most: a value of the kind asked for was found (+1.5); the sign `strange` (+0.9)."
		spoke  = "What spoke against it: words of the question that the articles lack (-3.5)."
	)
	for class, want := range map[Class][]string{
		Unfounded:     {"Answered with a confidence of 0.80, though the articles do not say.", date, most},
		Refused:       {"Refused: a confidence of 0.30.", date, first, third, cover, ahead, behind, spoke},
		RefusedLost:   {"Refused: a confidence of 0.30.", date, lost, third, cover, ahead, behind, spoke},
		OtherSentence: {"Answered with a confidence of 0.90 and 1 statement.", date, first, third, cover, ahead, behind, most},
		WrongShort: {
			"With a confidence of 0.90, the short answer, of 1 word, shares no word with the right one, which the first statement holds.", date, first,
			"The sentence that was shown first holds the answer, or part of it.", most,
		},
		FalseAlarm: {
			"With a confidence of 0.90, 2 values (number) set against each other, though the articles agree.", date,
			"The sentence that was shown first holds the answer, or part of it.", most,
		},
		MissedConflict: {
			"With a confidence of 0.90, 1 article cited and nothing set against each other.", date,
			"The sentence that was shown first holds the answer, or part of it.", most,
		},
	} {
		got := newAccount(candidate{class: class, outcome: byClass[class]}, weighedOnce).words()
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", class, diff)
		}
	}
	bare := newAccount(candidate{class: Refused, outcome: byClass[Refused]}, answer.Reasons{}).words()
	if diff := cmp.Diff([]string{
		"Refused: a confidence of 0.30.", first, "None of the 0 sentences that were weighed holds the answer in its own words.",
		"No single sign speaks against it; there is too little for it.",
	}, bare); diff != "" {
		t.Errorf("without anything weighed (-want +got):\n%s", diff)
	}
}

func TestOrdinal(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 13: "13th", 21: "21st", 102: "102nd", 111: "111th"} {
		if got := ordinal(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

// What a disagreement is about may be words of a foreign question.
func TestMatter(t *testing.T) {
	t.Parallel()
	for want, d := range map[string]answer.Disagreement{
		"date":     {About: "date"},
		"namesake": {About: "the mayor of Port Lemming", Kind: "namesake"},
		"other":    {About: "the harbour of Port Lemming"},
	} {
		if got := matter(d); got != want {
			t.Errorf("%+v: %q, want %q", d, got, want)
		}
	}
}
