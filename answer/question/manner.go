package question

import (
	"sherpa/internal/text"
	"sherpa/retrieval"
)

var (
	// MeansMarks begin a phrase of means whatever follows.
	MeansMarks = text.WordSet(`via through using aboard onboard`)
	// WithMarks begin a phrase of means of a thing.
	WithMarks = text.WordSet(`by with`)
	// Carriers are what one goes, speaks or lives by, behind "on", "in" and "from".
	Carriers = text.WordSet(`foot horseback bicycle bike motorcycle car cars taxi bus coach train tram plane aeroplane airplane jet aircraft helicopter ship boat ferry yacht
		lorry truck van limousine limo motorcade convoy ambulance cash instalments installments person secret writing phone telephone radio television generators
		generator batteries battery screen shoebox envelope bag bags disguise stages steps hand hands`)
	// CarrierMarks lead to one of the carriers.
	CarrierMarks = text.WordSet(`on in from`)
	// Motions are the stems of verbs of going somewhere, which any of them may tell.
	Motions = text.StemSet(`go went gone get got travel come came arrive fly flew flown drive drove driven ride rode ridden sail walk reach reached return`)
)

// AsksOfJourney reports whether the question asks how somebody went somewhere, which is
// told by any verb of going.
func (q *Question) AsksOfJourney() bool {
	return q.Kind == retrieval.KindManner && q.Deed != nil && q.Deed.Motion
}
