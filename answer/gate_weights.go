package answer

// gateWeights weigh the signs in the log odds that there is an answer, learnt by
//
//	go run -tags sqlite_fts5 ./internal/eval/learn -what gate ARTICLES QUESTIONS...
var gateWeights = gateVector{
	gateCover:        1.01,  // the largest share of the question's weight in one sentence
	gateThin:         -0.24, // how far that share stays below two fifths: then it is not even the same matter
	gateNames:        0.00,  // share of the question's names in the best sentence and around it
	gateUnknown:      -3.56, // share of the weight in words that the corpus lacks, squared: one such word is another way to say it
	gateStranger:     0.00,  // the question names somebody or something that the best sentences lack
	gateBare:         0.00,  // no word of it stands there itself, but names that stand everywhere
	gateFocus:        -0.67, // what is asked for by name stands in no sentence
	gateOffice:       -3.20, // who held an office that no sentence speaks of; set by hand, for the sets have few
	gateLacking:      -4.53, // a date, duration or number is needed and was not found; times the share of the question there
	gateNameless:     -3.94, // a name, list, role or quotation is needed and was not found; times that share
	gateNumber:       -2.22, // a number of the question stands neither in the sentence nor around it
	gateMissing:      -2.63, // the heaviest word of the question that the best sentence lacks, as a share of its weight
	gateElsewhere:    -3.19, // there is a short answer, and what stands around it lacks a word that the corpus has: the share of the heaviest
	gateAbsent:       -1.20, // a name that not everything is about stands neither in the best sentence nor around it
	gateCauseless:    -0.98, // it asks why, and the best sentence gives no cause
	gateShortless:    -0.29, // there is neither a short answer nor a disagreement
	gateEmpty:        -2.43, // neither that nor a word of the question itself
	gateOpposite:     0.00,  // the opposite of a word of the question stands there
	gateDenying:      -1.48, // the question asks for what is not so
	gateAffirmed:     0.00,  // and the sentence denies nothing
	gateBias:         2.56,  // what speaks for an answer before any sign
	gateLongArticles: 7.28,  // long question: its share that the best three articles have together
	gateLongNames:    3.99,  // the same of its names
	gateLongNear:     3.50,  // neighbouring terms stand near each other in the best sentence
	gateLongUnknown:  -2.32, // share of the weight in words that the corpus lacks
	gateLongFound:    0.00,  // there is a short answer or a disagreement
	gateLongLacking:  -0.86, // a date, duration or number is needed and was not found
	gateLongBias:     -5.06, // what speaks for an answer before any sign
}
