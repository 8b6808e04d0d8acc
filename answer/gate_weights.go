package answer

// gateWeights weigh the signs in the log odds that there is an answer, learnt by
//
//	go run -tags sqlite_fts5 ./internal/eval/learn -what gate ARTICLES QUESTIONS...
var gateWeights = gateVector{
	gateCover:        1.76,  // the largest share of the question's weight in one sentence
	gateNames:        0.87,  // share of the question's names in the best sentence and around it
	gateUnknown:      -2.86, // share of the weight in words that the corpus lacks, squared: one such word is another way to say it
	gateStranger:     -0.46, // the question names somebody or something that the best sentences lack
	gateBare:         -1.20, // no word of it stands there itself, but names that stand everywhere
	gateFocus:        -0.96, // what is asked for by name stands in no sentence
	gateLacking:      -3.57, // a date, duration or number is needed and was not found; times the share of the question there
	gateNameless:     -3.50, // a name, list, role or quotation is needed and was not found; times that share
	gateNumber:       -2.26, // a number of the question stands neither in the sentence nor around it
	gateOpposite:     -0.54, // the opposite of a word of the question stands there
	gateDenying:      -1.10, // the question asks for what is not so
	gateAffirmed:     -1.43, // and the sentence denies nothing
	gateBias:         0.08,  // what speaks for an answer before any sign
	gateLongArticles: 9.38,  // long question: its share that the best three articles have together
	gateLongNames:    3.67,  // the same of its names
	gateLongNear:     4.93,  // neighbouring terms stand near each other in the best sentence
	gateLongUnknown:  -3.29, // share of the weight in words that the corpus lacks
	gateLongFound:    0.67,  // there is a short answer or a disagreement
	gateLongLacking:  0.00,  // a date, duration or number is needed and was not found
	gateLongBias:     -6.20, // what speaks for an answer before any sign
}
