package answer

import (
	"testing"
)

// Whom somebody thanks or blames for a deed did it, a minister is one of the country that is
// asked about, and no country is somebody.
func TestWhoDidAndWhoHolds(t *testing.T) {
	t.Parallel()
	r := over(t, "The summit of Halda\nAna Brandt thanked Nils Aker for proposing Halda as the place of the meeting. The Norwegian delegation included Finance Minister Ivar Lund and Defence Minister Petra Vik.",
		"The summit of Halda\nThe French delegation included Trade Minister Paul Roux and Foreign Secretary Jean Valse.")
	r.shortAnswers(t, map[string]string{
		"Who proposed Halda?":                               "Nils Aker",
		"Who is the Norwegian finance minister?":            "Finance Minister Ivar Lund",
		"Who is the French defence minister?":               "",
		"Who holds the post of Norwegian finance minister?": "Finance Minister Ivar Lund",
	})
}
