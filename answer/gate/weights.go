package gate

// gateWeights weigh the signs in the log odds that there is an answer, learnt by
//
//	go run -tags sqlite_fts5 ./internal/eval/learn -what gate ARTICLES QUESTIONS...
var gateWeights = gateVector{
	gateCover:        1.08,  // the largest share of the question's weight in one sentence
	gateNames:        0.55,  // share of the question's names in the best sentence and around it
	gateUnknown:      -3.01, // share of the weight in words that the corpus lacks, squared: one such word is another way to say it
	gateStranger:     -0.21, // the question names somebody or something that the best sentences lack
	gateBare:         -0.41, // no word of it stands there itself, but names that stand everywhere
	gateFocus:        0.00,  // what is asked for by name stands in no sentence
	gateOffice:       -2.23, // who held an office that no sentence speaks of
	gateLacking:      -4.31, // a date, duration or number is needed and was not found; times the share of the question there
	gateNameless:     -3.46, // a name, list, role or quotation is needed and was not found; times that share
	gateNumber:       -2.89, // a number of the question stands neither in the sentence nor around it
	gateUnmet:        -1.74, // share of a short question's words that stand nowhere
	gateElsewhere:    -3.65, // there is a short answer, and what stands around it lacks a word that the corpus has: the share of the heaviest
	gateDoer:         -1.23, // it is asked who did something, and no sentence tells that it was done
	gateApart:        -1.03, // share of the pairs of the question's words that meet nowhere, unless a value was found
	gateWordless:     -0.51, // the same where there is no short answer
	gateOpposite:     0.00,  // the opposite of a word of the question stands there
	gateDenying:      -1.38, // the question asks for what is not so
	gateAffirmed:     0.00,  // and the sentence denies nothing
	gateBias:         0.88,  // what speaks for an answer before any sign
	gateLongArticles: 11.57, // long question: its share that the best three articles have together
	gateLongNames:    3.43,  // the same of its names
	gateLongNear:     6.23,  // neighbouring terms stand near each other in the best sentence
	gateLongUnknown:  -3.76, // share of the weight in words that the corpus lacks
	gateLongFound:    0.05,  // there is a short answer or a disagreement
	gateLongLacking:  -1.28, // a date, duration or number is needed and was not found
	gateLongBias:     -6.88, // what speaks for an answer before any sign
}
