package answer

import (
	"testing"
)

// An age has no word for old, the length of a sentence is no age, who did not do it is nobody
// who did, and part of a name is not what is asked about.
func TestAgesDoersAndWholeNames(t *testing.T) {
	t.Parallel()
	r := over(t, "The trial of Halda\nNils Aker, the former mayor of Halda, was sentenced on Thursday to six and a half years in prison. The former clerk waved. Aker, 61, was convicted of fraud. "+
		"Aker himself did not take the stand. The most damaging witness was Bob Lund, who admitted everything. The younger Lund, 40, sold his shares. "+
		"Lund Marine, a builder of ferries, lost a third of its value.",
		"The next mayor of Halda\nThe firm of Ida Holm builds homes. “The land is good, and the next mayor will need homes,” said Ida Holm, who advises builders.")
	r.shortAnswers(t, map[string]string{
		"how old is Aker":               "61",
		"How old is the court?":         "",
		"who testified":                 "Bob Lund",
		"What is Lund Marine?":          "a builder of ferries",
		"Who will be the next mayor?":   "",
		"how long was Aker’s sentence?": "six and a half years",
	})
}
