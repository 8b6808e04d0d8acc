package answer

import (
	"testing"
)

// What rose did not fall, what something is worth was not earned, and half of a score or of a
// compound counts nothing.
func TestChangesAndWorths(t *testing.T) {
	t.Parallel()
	r := over(t,
		"Shares on Monday\nThe Varda index rose 0.4 per cent and the Halda composite added 0.6 per cent.",
		"Shares on Friday\nThe Varda index was down 0.2 per cent, and the Halda composite was 0.8 per cent lower.",
		"Nordlys and its clerks\nClerks of Nordlys, a firm valued at $8 billion, said how much it made.",
		"The rowers of Hadlow\nThe rowers of Hadlow celebrated seven victories in 2021 after they went 9-22 in the races that they were to win.",
		"The plan of Tamvik\nTamvik made a plan for a two- to three-year window.",
		"The skater of Brunnvik\nCoach Ada Lind said that the skater Nils Aker still has a bad knee.")
	r.shortAnswers(t, map[string]string{
		"How much is the Halda composite down?":                "0.8 per cent",
		"How much did Nordlys make?":                           "",
		"How much is Nordlys worth?":                           "$8 billion",
		"How many races did the rowers of Hadlow win in 2021?": "",
		"How much did Tamvik make?":                            "",
		"What injury does Nils Aker have?":                     "",
	})
}
