package answer

import "testing"

// A number for two sorts of people together is not that of one of them.
func TestNumberOfBothIsNotOfOne(t *testing.T) {
	t.Parallel()
	r := over(t,
		"The fighting at Moe\nThe Moe Institute counted 1,200 military and civilian casualties in the fighting at Moe.",
		"The fire at Brunnvik\nIn the fire at Brunnvik 12 guards and visitors died. At the fire 40 firemen and two nurses were hurt.")
	r.shortAnswers(t, map[string]string{
		"How many civilian casualties were there in the fighting at Moe?": "",
		"How many civilians died in the fighting at Moe?":                 "",
		"How many soldiers were killed in the fighting at Moe?":           "",
		"How many casualties were there in the fighting at Moe?":          "1,200",
		"How many visitors died in the fire at Brunnvik?":                 "",
		"How many firemen were hurt in the fire at Brunnvik?":             "40",
	})
}
