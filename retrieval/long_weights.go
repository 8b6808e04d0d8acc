package retrieval

// longWeights are the weights of the features for long questions, learnt by
//
//	go run -tags sqlite_fts5 ./internal/eval/learn -what long -decay 0.001 -rounds 100 -write MHR_FACTS QUESTIONS
var longWeights = vector{
	featBM25:     1.19,  // BM25 as a share of the best candidate's
	featForm:     0.77,  // share of the question's weight that the passage has in the very forms
	featCover:    0.26,  // the same in any form
	featLoose:    0.57,  // the same with related and akin words
	featTerms:    0.05,  // share of the terms, each counted alike
	featNames:    -0.81, // share of the names
	featRare:     -0.24, // the rarest term occurs
	featSentence: 0.88,  // share of the weight in the best sentence, half for related and akin words
	featTwo:      0.51,  // the same for two sentences in a row
	featContext:  1.26,  // the same for a sentence with the article's title
	featWindow:   0.91,  // the same for twenty words in a row
	featPairs:    -0.17, // neighbouring terms as close as in the question, in order
	featBigrams:  0.65,  // pairs of the question's words side by side
	featRun:      0.61,  // the question's words in a row, common ones included
	featPhrase:   0.98,  // share of the phrases in quotation marks that occur
	featEarly:    1.96,  // share of the weight in the first words
	featKind:     -0.94, // the best sentence has a value of the kind asked for
	featKindAny:  0.50,  // some sentence with a term has one
	featTitle:    1.50,  // share of the weight in the article's title
	featLead:     0.72,  // the passage is the article's lead
	featBefore:   -0.31, // share of the weight that only the passage before has
	featArticle:  0.83,  // the article's BM25 as a share of the best article's
	featEcho:     0.34,  // share of the names that the best passages share; long questions only
	featPart:     1.52,  // the weight of the terms that it has of four in a row, as a share of the most that four weigh
	featClause:   1.68,  // the same of six, title included
	featStretch:  1.39,  // the same of ten
	featTelling:  1.04,  // share of the terms, title included, each weighted by how few candidates have it
	featAlone:    0.83,  // how many terms it has that few candidates have
	featWords:    -0.85, // how many words the passage has
	featTopic:    1.10,  // the name that the best passages share most
}
