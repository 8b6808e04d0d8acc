package answer

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Pairs of articles on one event; want is empty where they do not contradict each
// other.
func TestExcluding(t *testing.T) {
	t.Parallel()
	const (
		bridge = "Storm on the Tarn\nThe storm reached Larkfield on the river Tarn in the night. "
		bank   = "Robbery in Larkfield\nTwo masked men robbed the Tarn Savings Bank in Larkfield on Friday. "
		race   = "The Tarn marathon\nThousands of people lined the streets of Larkfield for the Tarn marathon. "
		summit = "Talks in Larkfield\nThe premiers of Norland and Sudland met at Larkfield Castle for talks on the Tarn canal. "
	)
	for name, tt := range map[string]struct {
		question, a, b string
		want           []string
	}{
		"signed and not signed": {
			"Did the two premiers sign the canal treaty?",
			summit + "The two premiers signed the canal treaty in the evening.",
			summit + "The two premiers did not sign the canal treaty.",
			[]string{"two premiers did not sign the canal treaty", "two premiers signed the canal treaty"},
		},
		"no treaty was signed": {
			"Was a canal treaty signed?",
			summit + "A canal treaty was signed before dinner.",
			summit + "No canal treaty was signed at the castle.",
			[]string{"No canal treaty was signed", "canal treaty was signed"},
		},
		"not yet": {
			"Did the two premiers sign the canal treaty?",
			summit + "The two premiers signed the canal treaty in the evening.",
			summit + "The two premiers have not yet signed the canal treaty.",
			nil,
		},
		"only planned": {
			"Did the two premiers sign the canal treaty?",
			summit + "The two premiers want to sign the canal treaty.",
			summit + "The two premiers did not sign the canal treaty.",
			nil,
		},
		"another treaty": {
			"Did the two premiers sign the canal treaty?",
			summit + "The two premiers signed a fishing treaty.",
			summit + "The two premiers did not sign the canal treaty.",
			nil,
		},
		"closed and open": {
			"Was the Tarn bridge closed?",
			bridge + "The Tarn bridge was closed after a mast had fallen on it.",
			bridge + "The Tarn bridge was not closed, although a mast fell close by.",
			[]string{"bridge was closed", "bridge was not closed"},
		},
		"closed on another day": {
			"Was the Tarn bridge closed?",
			bridge + "The Tarn bridge was closed on 4 May after a mast had fallen on it.",
			bridge + "The Tarn bridge was not closed on 6 May.",
			nil,
		},
		"closed for some": {
			"Was the Tarn bridge closed?",
			bridge + "The Tarn bridge was closed after a mast had fallen on it.",
			bridge + "The Tarn bridge was not fully closed.",
			nil,
		},
		"both in one article": {
			"Was the Tarn bridge closed?",
			bridge + "The Tarn bridge was closed. In the morning the Tarn bridge was not closed.",
			bridge + "The Tarn bridge was not closed.",
			nil,
		},
		"resigned and did not": {
			"Did the mayor Ida Voss resign?",
			bridge + "The mayor Ida Voss resigned after the debate.",
			bridge + "The mayor Ida Voss did not resign after the debate.",
			[]string{"mayor Ida Voss did not resign", "mayor Ida Voss resigned"},
		},
		"somebody denies it": {
			"Did the mayor Ida Voss resign?",
			bridge + "The mayor Ida Voss resigned after the debate.",
			bridge + "A spokesman denied that the mayor Ida Voss had resigned.",
			nil,
		},
		"was there and was not": {
			"Did Karl Holm attend the talks?",
			summit + "Bishop Karl Holm attended the talks as a guest.",
			summit + "Bishop Karl Holm did not attend the talks.",
			[]string{"Bishop Karl Holm", "Bishop Karl Holm did not attend"},
		},
		"was there and stayed away": {
			"Was Karl Holm there when the talks began?",
			summit + "Bishop Karl Holm was present when the talks began.",
			summit + "Bishop Karl Holm stayed away from the talks.",
			[]string{"Bishop Karl Holm", "Bishop Karl Holm stayed away"},
		},
		"two people": {
			"Was Karl Holm there when the talks began?",
			summit + "Bishop Karl Holm was present when the talks began.",
			summit + "Bishop Otto Lenz stayed away from the talks.",
			nil,
		},
		"on the list and absent": {
			"Who attended the talks at Larkfield Castle?",
			summit + "The talks at Larkfield Castle were attended by Ida Voss, Paul Renn and Karl Holm.",
			summit + "Ida Voss and Paul Renn attended the talks at Larkfield Castle; Karl Holm was absent.",
			[]string{"Karl Holm", "Karl Holm was absent"},
		},
		"a shorter list": {
			"Who attended the talks at Larkfield Castle?",
			summit + "The talks at Larkfield Castle were attended by Ida Voss, Paul Renn and Karl Holm.",
			summit + "Ida Voss and Paul Renn attended the talks at Larkfield Castle.",
			nil,
		},
		"two winners": {
			"Who won the Tarn marathon?",
			race + "Lena Ost won the Tarn marathon in the rain.",
			race + "The Tarn marathon was won by Mia Falk after a late sprint.",
			[]string{"Lena Ost", "Mia Falk"},
		},
		"one winner": {
			"Who won the Tarn marathon?",
			race + "Lena Ost won the Tarn marathon in the rain.",
			race + "The Tarn marathon was won by Ost after a late sprint.",
			nil,
		},
		"men and women": {
			"Who won the Tarn marathon?",
			race + "Lena Ost won the women's race at the Tarn marathon.",
			race + "Jon Berg won the men's race at the Tarn marathon.",
			nil,
		},
		"another year": {
			"Who won the Tarn marathon?",
			race + "Lena Ost won the Tarn marathon in 2019.",
			race + "Mia Falk won the Tarn marathon in 2021.",
			nil,
		},
		"both are named": {
			"Who won the Tarn marathon?",
			race + "Lena Ost won the Tarn marathon in the rain. Mia Falk came in a minute later.",
			race + "Mia Falk won the Tarn marathon after a late sprint.",
			nil,
		},
		"two architects": {
			"Who designed the new library of Larkfield?",
			"A library\nThe new library of Larkfield on the Tarn was designed by the architect Olga Rehn.",
			"Books on the Tarn\nCarl Timm designed the new library of Larkfield, which has eight floors above the Tarn.",
			[]string{"Carl Timm", "Olga Rehn"},
		},
		"who paid is not who designed": {
			"Who designed the new library of Larkfield?",
			"A library\nThe new library of Larkfield on the Tarn was designed by the architect Olga Rehn.",
			"Books on the Tarn\nCarl Timm paid for the new library of Larkfield, which has eight floors above the Tarn.",
			nil,
		},
		"two mayors": {
			"Who is the mayor of Larkfield?",
			bridge + "Ida Voss, the mayor of Larkfield, thanked the firemen.",
			bridge + "Paul Renn, the mayor of Larkfield, visited a shelter.",
			[]string{"Ida Voss", "Paul Renn"},
		},
		"a former mayor": {
			"Who is the mayor of Larkfield?",
			bridge + "Ida Voss, the mayor of Larkfield, thanked the firemen.",
			bridge + "Paul Renn, the former mayor of Larkfield, visited a shelter.",
			nil,
		},
		"two rooms": {
			"Where was the stolen money found?",
			bank + "The stolen money was found in the cellar of a school.",
			bank + "The stolen money was found in a garage.",
			[]string{"a garage", "the cellar"},
		},
		"a room and its house": {
			"Where was the stolen money found?",
			bank + "The stolen money was found in a kitchen.",
			bank + "The stolen money was found in a farm house.",
			nil,
		},
		"found and counted": {
			"Where was the stolen money found?",
			bank + "The stolen money was found in the cellar of a school.",
			bank + "The stolen money was counted in a garage.",
			nil,
		},
		"two towns": {
			"Where were the robbers arrested?",
			bank + "The robbers were arrested in Osterby.",
			bank + "The robbers were arrested in Lindsund.",
			[]string{"Lindsund", "Osterby"},
		},
		"a town and its harbour": {
			"Where were the robbers arrested?",
			bank + "The robbers were arrested in Osterby.",
			bank + "The robbers were arrested near the harbour of Osterby.",
			nil,
		},
		"two offices": {
			"Who is Ida Voss?",
			summit + "Finance Minister Ida Voss spoke of a good day for the Tarn.",
			summit + "Interior Minister Ida Voss left early.",
			[]string{"Finance Minister", "Interior Minister"},
		},
		"an office told more exactly": {
			"Who is Ida Voss?",
			summit + "Finance Minister Ida Voss spoke of a good day for the Tarn.",
			summit + "Minister Ida Voss left early.",
			nil,
		},
		"an office of the past": {
			"Who is Ida Voss?",
			summit + "Finance Minister Ida Voss spoke of a good day for the Tarn.",
			summit + "Former Interior Minister Ida Voss left early.",
			nil,
		},
		"will and will not": {
			"What did Ida Voss say about the canal?",
			summit + "“We will dig the Tarn canal in the spring,” Ida Voss said.",
			summit + "“We will not dig the Tarn canal in the spring,” Ida Voss said.",
			[]string{"We will dig the Tarn canal in the spring,", "We will not dig the Tarn canal in the spring,"},
		},
		"another number quoted": {
			"What did Ida Voss say about the canal?",
			summit + "“We will dig the Tarn canal in five years,” Ida Voss said.",
			summit + "“We will dig the Tarn canal in nine years,” Ida Voss said.",
			[]string{"five years", "nine years"},
		},
		"quoted in part": {
			"What did Ida Voss say about the canal?",
			summit + "“We will dig the Tarn canal in the spring,” Ida Voss said.",
			summit + "“We will dig the Tarn canal,” Ida Voss said.",
			nil,
		},
		"other words in the same quotation": {
			"What did Ida Voss say about the canal?",
			summit + "“We will dig the Tarn canal in the spring,” Ida Voss said.",
			summit + "“We shall build the Tarn canal in the spring,” Ida Voss said.",
			[]string{"shall build", "will dig"},
		},
		"said by two": {
			"What did Ida Voss say about the canal?",
			summit + "“We will dig the Tarn canal in the spring,” Ida Voss said.",
			summit + "“We will not dig the Tarn canal in the spring,” Paul Renn said.",
			nil,
		},
		"another event": {
			"Was the bridge closed?",
			bridge + "The bridge was closed after a mast had fallen on it.",
			"Snow in Osterby\nSnow fell on Osterby and Lindsund by the sea. The bridge was not closed.",
			nil,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := over(t, tt.a, tt.b)
			a := r.ask(t, Question{Text: tt.question})
			r.checkAnswer(t, a)
			_, values := sides(t, a)
			if diff := cmp.Diff(tt.want, values); diff != "" {
				t.Errorf("%s (-want +got):\n%s\n%s", tt.question, diff, a.Text)
			}
		})
	}
}
