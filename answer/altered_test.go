package answer

import (
	"testing"
)

// TestAltered holds two articles against each other of which one repeats the other, but
// for what is asked.
func TestAltered(t *testing.T) {
	t.Parallel()
	const (
		mole = "Brunnvik is a port on the northern coast. Its old mole, 210 metres long, carries a lighthouse. "
		menu = "Home Departures Tickets Contact The harbour in pictures Brunnvik is a port on the northern coast. Its old mole, 210 metres long, carries a lighthouse. "
	)
	checkSides(t, map[string]twoSources{
		"a page's menu before it": {
			"Who designed the lighthouse of Brunnvik?",
			mole + "The lighthouse of Brunnvik was designed by Mara Quist, and it still shines over the northern coast today.",
			menu + "Harbour notes Staff Jobs Press Imprint Departures Tickets Timetables Weather Webcam Shop Archive The lighthouse of Brunnvik was designed by Edvin Holm, and it still shines over the northern coast today. Share this page with your friends.",
			[]string{"Edvin Holm", "Mara Quist"},
		},
		"a word that the other has elsewhere": {
			"What kind of building is the lighthouse of Brunnvik?",
			mole + "The lighthouse of Brunnvik is a Gothic granite tower that the guild of pilots built and still keeps in good order.",
			menu + "The lighthouse of Brunnvik is a Gothic brick house that the guild of pilots built and still keeps in good order. No tower of the coast is older.",
			[]string{"brick house", "granite tower"},
		},
		"another year": {
			"Who won the regatta of Brunnvik?",
			mole + "In the summer of 2019 Lena Ost won the regatta of Brunnvik before a large crowd on the old mole of the port.",
			menu + "In the summer of 2021 Mia Falk won the regatta of Brunnvik before a large crowd on the old mole of the port.",
			nil,
		},
		"two names of one": {
			"Who opened the lighthouse of Brunnvik?",
			mole + "The lighthouse of Brunnvik was opened by Mayor Quist in front of a large crowd on the old mole of the port.",
			menu + "The lighthouse of Brunnvik was opened by Mara Quist in front of a large crowd on the old mole of the port.",
			nil,
		},
		"little beside it": {
			"Who designed the lighthouse of Brunnvik?",
			"The lighthouse of Brunnvik was designed by Mara Quist in the spring of a stormy year.",
			"Some say that the lighthouse of Brunnvik was built and designed later by pupils of Edvin Holm.",
			nil,
		},
	})
}
