package answer

// gateWeights weigh the signs in the log odds that there is an answer. A logistic
// regression is fitted to the same signs by
//
//	go run -tags sqlite_fts5 ./internal/eval/learn -what gate ARTICLES QUESTIONS...
//
// Signs without a weight are kept for it and for explanations.
var gateWeights = gateVector{
	gateCover:    0.00,  // the best sentence's share of the question's weight
	gateContext:  0.30,  // the same with the sentence before and the title
	gatePassage:  0.50,  // the same in the whole passage
	gateUnion:    0.50,  // the same in all statements together
	gateExact:    0.00,  // share of the weight that is matched word for word
	gateNames:    0.00,  // share of the question's names in the passage; 1 if it has none
	gateUnknown:  -3.50, // share of the weight in words that the corpus lacks
	gateStranger: -2.00, // the question names somebody or something that the corpus lacks
	gateMissing:  0.00,  // share of the heaviest word that the passage lacks
	gateFound:    1.50,  // a value of the expected kind was found
	gateLacking:  -3.50, // a date, duration or number is needed and was not found
	gateNameless: -2.20, // a name, list, role or quotation is asked for and was not found
	gateNear:     0.50,  // neighbouring terms stand near each other
	gateScope:    0.00,  // the best clause's share of the weight
	gateBias:     0.65,  // what speaks for an answer before any sign
}
