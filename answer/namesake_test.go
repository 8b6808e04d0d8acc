package answer

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/answer/draft"
)

// sides are the values of an answer's only disagreement, sorted.
func sides(tb testing.TB, a Answer) (kind string, values []string) {
	tb.Helper()
	if len(a.Disagreements) == 0 {
		return "", nil
	}
	for _, c := range a.Disagreements[0].Claims {
		values = append(values, c.Value)
	}
	slices.Sort(values)
	return a.Disagreements[0].Kind, values
}

var norwicks = []string{
	"Norwick, Avon County, Ohio\nNorwick is a town in Avon County, Ohio. The population was 4,120 at the census of 2010. Its mill burnt down in 1931.",
	"Norwick, Shetland\nNorwick (Shetland) is a village on the island of Unst, with a long beach. The population was 63 at the census of 2010.",
	"Storm\nThe ferry line between the islands was closed on Monday because of a storm, and the mail stayed where it was.",
}

func TestNamesakes(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		question string
		articles []string
		kind     string
		want     []string
	}{
		"each has a value of its own": {"What is the population of Norwick?", norwicks, draft.KindNamesake, []string{"4,120", "63"}},
		"what each of them is": {
			`Who made the album "Open Water"?`,
			[]string{
				"Open Water (Mara Quist album)\nOpen Water is the second album by the Danish singer Mara Quist, recorded in Aarhus.",
				"Open Water (The Lanterns album)\nOpen Water is a live album by The Lanterns from Dublin, released in 1994.",
			},
			draft.KindNamesake,
			[]string{"a live album by The Lanterns from Dublin", "the second album by the Danish singer Mara Quist"},
		},
		"one thing in other words": {
			"What is Norwick?",
			[]string{
				norwicks[0],
				"A town in Ohio\nNorwick is a small town in Avon County, Ohio, on the Little Avon. The population was 4,120 at the census of 2010, and the mill burnt down in 1931.",
			},
			"", nil,
		},
		"a name within others": {
			"What did the Kestrel bring?",
			[]string{
				"The Kestrel and Plover War\nThe Kestrel and Plover War was a long quarrel between two villages in Ohio over the fishing on Lake Orr. The Kestrel brought fish.",
				"Merlin\nThe Merlin (Danish: Kestrel) is a small falcon of Norway and Iceland. The Kestrel brought mice.",
			},
			"", nil,
		},
		"a country": {
			"What did Norway export?",
			[]string{"Norway\nNorway is a country in Europe. Norway exported fish to Spain.", "A farm\nThe Norway of Olav Tveit was a farm in Ohio. Norway exported timber to Boston."},
			"", nil,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := over(t, tt.articles...)
			a := r.ask(t, Question{Text: tt.question})
			r.checkAnswer(t, a)
			kind, values := sides(t, a)
			if kind != tt.kind {
				t.Errorf("kind %q, want %q", kind, tt.kind)
			}
			if diff := cmp.Diff(tt.want, values); diff != "" {
				t.Errorf("sides (-want +got):\n%s", diff)
			}
		})
	}
}
