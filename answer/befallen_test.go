package answer

import (
	"testing"
)

// Who was arrested is not who arrested somebody, and what was stolen from somebody he did not
// steal.
func TestWhoDidItAndWhomItBefell(t *testing.T) {
	t.Parallel()
	r := over(t,
		"Raid in Brunnvik\nSwedish Police arrested a man and a woman over the theft at the Moe Museum. The chalice of Queen Ada, stolen in March, was not found. "+
			"Tor Berg criticised the delay, but his brother, Ole Berg, praised the captain.",
		"The museum\nThe Count, whose aunt wore the crown at her wedding, was said to be sad. Nils Aker is the head of security in the building. Elin Rud was appointed keeper of the lamps.")
	r.shortAnswers(t, map[string]string{
		"Who was arrested?":          "",
		"Who has been arrested?":     "",
		"Who was criticised?":        "",
		"Who criticised the delay?":  "Tor Berg",
		"Who was appointed?":         "Elin Rud",
		"Who stole the chalice?":     "",
		"Who wore the crown?":        "",
		"Who designed the building?": "",
	})
}
