package answer

import (
	"testing"
)

// Two accounts of one order contradict each other, whichever way they put it.
func TestOrders(t *testing.T) {
	t.Parallel()
	const (
		port = "Ship hits crane in Kellmark\nThe freighter Nordic Heron hit a crane on the Osterkai in Kellmark. "
		quay = "Kellmark counts the cost\nThe Osterkai in Kellmark is a ruin since the Nordic Heron hit its crane. "
	)
	const question = "Did the siren sound before the crane fell?"
	for _, tt := range []articlePair{
		{
			"before and after", question, port + "The siren sounded before the crane fell.", quay + "Dockers said the siren only sounded after the crane had fallen.",
			"The siren sounded before the crane fell; Dockers said the siren only sounded after the crane had fallen",
		},
		{
			"the other way round", question, port + "The siren sounded before the crane fell.", quay + "The crane fell before the siren sounded.",
			"The siren sounded before the crane fell; The crane fell before the siren sounded",
		},
		{
			"at the beginning of the sentence", question, port + "The siren sounded before the crane fell.", quay + "After the crane fell, the siren sounded.",
			"The siren sounded before the crane fell; After the crane fell, the siren sounded",
		},
		{"told alike", question, port + "The siren sounded before the crane fell.", quay + "The crane fell after the siren had sounded.", ""},
		{"after something else", question, port + "The siren sounded before the crane fell.", quay + "The siren sounded after the tug had left.", ""},
		{"only possible", question, port + "The siren sounded before the crane fell.", quay + "The siren may have sounded after the crane fell.", ""},
	} {
		tt.check(t)
	}
}
