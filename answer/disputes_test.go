package answer

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// quarry are two articles that differ on how long a search took and on how many were
// hurt, and agree on the rest.
var quarry = []string{
	"The quarry of Larkfield\nA wall of the quarry at Larkfield on the Tarn gave way on Monday. Firemen searched for eleven hours with dogs and lamps. " +
		"Nine workers were injured. The quarry was opened in 1921 by Otto Lenz.",
	"Night at Larkfield\nThe Tarn quarry at Larkfield collapsed on Monday. Firemen had searched for sixteen hours when Ida Voss, the mayor, sent them home. " +
		"Fourteen workers were injured. Otto Lenz opened the quarry in 1921, and forty lorries came on its first day.",
}

func TestDisputes(t *testing.T) {
	t.Parallel()
	both := [][]string{{"Fourteen workers", "Nine workers"}, {"eleven hours", "sixteen hours"}}
	for question, want := range map[string][][]string{
		"What do the sources disagree on?":                     both,
		"Do any of the articles contradict each other?":        both,
		"What do the articles disagree on about the quarry?":   {{"eleven hours", "sixteen hours"}},
		"Are there any contradictions about the injured?":      {{"Fourteen workers", "Nine workers"}},
		"Is there any disagreement about the opening in 1921?": nil,
		"Do the articles agree on the duration?":               {{"eleven hours", "sixteen hours"}},
		"Do the sources agree on the figures?":                 {{"Fourteen workers", "Nine workers"}},
		"Do the sources agree on the day?":                     nil,
		"do they agree on the length":                          {{"eleven hours", "sixteen hours"}},
	} {
		t.Run(question, func(t *testing.T) {
			t.Parallel()
			r := over(t, quarry...)
			a := r.ask(t, Question{Text: question})
			r.checkAnswer(t, a)
			var got [][]string
			for _, d := range a.Disagreements {
				_, values := sides(t, Answer{Disagreements: []Disagreement{d}, Citations: a.Citations})
				got = append(got, values)
			}
			slices.SortFunc(got, slices.Compare[[]string])
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s\n%s", diff, a.Text)
			}
		})
	}
}

// No disagreement is no answer to what articles disagree on.
func TestDisputesNone(t *testing.T) {
	t.Parallel()
	if a := over(t, quarry[0]).ask(t, Question{Text: "What do the sources disagree on?"}); a.Answered {
		t.Errorf("answered: %s", a.Text)
	}
}

// The briefs tell how long the talks lasted and on which day they were in words of their
// own, and agree on what else they give in numbers.
func TestDisputesOfBriefs(t *testing.T) {
	t.Parallel()
	r := overBriefs(t)
	a := r.ask(t, Question{Text: "What do the sources disagree on?"})
	r.checkAnswer(t, a)
	got := map[string][]string{}
	for _, d := range a.Disagreements {
		for _, c := range d.Claims {
			got[d.About] = append(got[d.About], c.Value)
		}
		slices.Sort(got[d.About])
	}
	want := map[string][]string{"duration": {"more than three hours", "nearly three hours"}, "date": {"Friday", "Saturday"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// One side's words find a disagreement only if it is one in the words of the other, too.
func TestDisputesAreConfirmed(t *testing.T) {
	t.Parallel()
	a := over(t, "The quarry of Larkfield\nFiremen searched the quarry of Larkfield on the Tarn for eleven hours.",
		"A cake for Larkfield\nFor three hours Ida Voss of Larkfield on the Tarn baked a cake in the shape of the quarry.").
		ask(t, Question{Text: "What do the sources disagree on?"})
	if len(a.Disagreements) > 0 {
		t.Errorf("disagreements %+v", a.Disagreements)
	}
}

// How long something lasted may be told with nothing but its noun.
func TestDisputesOnLength(t *testing.T) {
	t.Parallel()
	a := over(t, "Deal at the Brunn mill\nThe union led by Ida Voss and the owners of the Brunn mill in Larkfield agreed on Friday. The deal came after 14 hours of talks.",
		"Night at the Brunn mill\nNineteen hours had passed when the talks in Larkfield were over. Ida Voss and the owners of the Brunn mill agreed on Friday.").
		ask(t, Question{Text: "What do the sources disagree on?"})
	if _, got := sides(t, a); !cmp.Equal(got, []string{"14 hours", "Nineteen hours"}) {
		t.Errorf("%q: %s", got, a.Text)
	}
}

// What one article denies and another tells is a disagreement without a value, and so is
// where somebody was.
func TestDisputesOnWhether(t *testing.T) {
	t.Parallel()
	const (
		final = "Marlow win the Heron Cup\nMarlow Rovers beat Tarn United in the final of the Heron Cup in Osterby. "
		lift  = "Rovers lift the Heron Cup\nCaptain Dario Voss lifted the Heron Cup in Osterby after Marlow Rovers had beaten Tarn United. "
	)
	for name, tt := range map[string]struct {
		a, b string
		want []string
	}{
		"an event": {
			"The police made no arrests in Osterby.", "In Osterby police detained several Tarn supporters who had thrown flares.",
			[]string{"detained several Tarn supporters", "no arrests"},
		},
		"a deed": {
			"The final was not interrupted.", "The final was interrupted by smoke from flares.",
			[]string{"final was interrupted", "final was not interrupted"},
		},
		"somebody": {
			"The mayor, Ida Holm, sat in the front row with her husband.", "The mayor, Ida Holm, stayed at home with a fever.",
			[]string{"sat in the front row with her husband", "stayed at home with a fever"},
		},
		"nothing but words":   {"“There were no arrests,” a supporter said.", "Police made no arrests.", nil},
		"no sign of it":       {"There was no sign of unrest.", "A sign at the gate warned of unrest.", nil},
		"said of somebody":    {"She has not been asked.", "The referee was asked about a penalty.", nil},
		"denied in both":      {"The final was not interrupted.", "Smoke rose, but the final was not interrupted.", nil},
		"only one speaks":     {"The police made no arrests in Osterby.", "The captain thanked the supporters.", nil},
		"what was not at all": {"There was no doubt about it.", "Some had doubts about the goalkeeper.", nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := over(t, final+tt.a, lift+tt.b)
			a := r.ask(t, Question{Text: "What do the sources disagree on?"})
			r.checkAnswer(t, a)
			_, got := sides(t, a)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s\n%s", diff, a.Text)
			}
		})
	}
}
