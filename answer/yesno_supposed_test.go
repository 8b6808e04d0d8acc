package answer

import (
	"testing"
)

// A verdict needs a deed that was done: what is claimed, tried or only talked about is no
// yes, and words that merely mean the same add up to none.
func TestVerdictsNeedTheDeed(t *testing.T) {
	t.Parallel()
	r := over(t, "Talks over the dam at Brunnvik\nMayor Ana Brandt and the miller Nils Aker conferred at Brunnvik for talks about draining the lake. Brandt claimed to be able to end the strike. "+
		"The miller Nils Aker, who claimed he could rebuild the mill in nine days, sought a loan. Aker remains under a county court arrest warrant for alleged fraud.",
		"What came of the talks at Brunnvik\nBrandt thanked Aker for the tone of the discussion and left the gate of the mill open. “It was a good discussion,” Brandt said before leaving Brunnvik. "+
			"The farmers were not included in the talks, leaving some questions about the water. The baker Petra Vik waited at home.")
	r.shortAnswers(t, map[string]string{
		"Did Brandt drain the lake?":                     "",
		"Did Brandt end the strike?":                     "Not reported",
		"Did Aker rebuild the mill in nine days?":        "",
		"Was Aker arrested?":                             "",
		"Did Aker walk out of the talks?":                "",
		"Did the mayor and the miller take questions?":   "",
		"Did Ana Brandt confer with Nils Aker?":          "Yes",
		"Didn't Ana Brandt confer with Nils Aker?":       "Yes",
		"Isn't it true that Brandt conferred with Aker?": "Yes",
		"Weren't the farmers included in the talks?":     "No",
		"Were the farmers not included in the talks?":    "Yes",
		"Were the farmers included in the talks?":        "No",
		"Did Sigrid Vik attend the talks?":               "",
	})
}
