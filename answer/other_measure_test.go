package answer

import "testing"

// What is asked how often is told by no duration, whose something is by nobody but its owner, and
// those who died by no number of casualties, nor by that of another place than is asked about.
func TestOtherMeasures(t *testing.T) {
	t.Parallel()
	r := over(t, "The siege of Norwick\nAnn Berg and Tom Lund met in Norwick for three hours. An estimate counted 9,000 casualties in the siege. A shell killed one person in Holm. "+
		"Ann Berg placed flowers on the graves of Soviet pilots. Tom Lund called Ann Berg brave. The bell rings every two hours. Talks were held on Norwick and on the ferries of both towns.")
	r.shortAnswers(t, map[string]string{
		"How long did Ann Berg and Tom Lund meet?":     "three hours",
		"How often did Ann Berg and Tom Lund meet?":    "",
		"How many casualties were there in the siege?": "9,000",
		"How many people died in the siege?":           "",
		"How many people were killed in Holm?":         "one",
		"How many people were killed in the siege?":    "",
		"Whose graves did Ann Berg visit?":             "",
		"Whose pilots were brave?":                     "",
	})
}
