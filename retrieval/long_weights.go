package retrieval

// longWeights are the weights of the features for long questions, learnt by
//
//	go run -tags sqlite_fts5 ./internal/eval/learn -what long -decay 0.001 -rounds 100 -write MHR_FACTS QUESTIONS
var longWeights = vector{
	featBM25:     1.33,  // BM25 as a share of the best candidate's
	featForm:     0.77,  // share of the question's weight that the passage has in the very forms
	featCover:    0.23,  // the same in any form
	featLoose:    0.77,  // the same with related and akin words
	featTerms:    0.07,  // share of the terms, each counted alike
	featNames:    -0.73, // share of the names
	featRare:     -0.21, // the rarest term occurs
	featSentence: 1.05,  // share of the weight in the best sentence, half for related and akin words
	featTwo:      0.64,  // the same for two sentences in a row
	featContext:  1.38,  // the same for a sentence with the article's title
	featWindow:   1.11,  // the same for twenty words in a row
	featPairs:    -0.27, // neighbouring terms as close as in the question, in order
	featBigrams:  0.71,  // pairs of the question's words side by side
	featRun:      0.59,  // the question's words in a row, common ones included
	featPhrase:   0.94,  // share of the phrases in quotation marks that occur
	featEarly:    2.14,  // share of the weight in the first words
	featKind:     -0.54, // the best sentence has a value of the kind asked for
	featKindAny:  1.09,  // some sentence with a term has one
	featTitle:    1.57,  // share of the weight in the article's title
	featLead:     0.77,  // the passage is the article's lead
	featBefore:   -0.39, // share of the weight that only the passage before has
	featArticle:  0.79,  // the article's BM25 as a share of the best article's
	featEcho:     0.41,  // share of the names that the best passages share; long questions only
	featPart:     1.42,  // the weight of the terms that it has of four in a row, as a share of the most that four weigh
	featClause:   1.59,  // the same of six, title included
	featStretch:  1.29,  // the same of ten
	featTelling:  0.94,  // share of the terms, title included, each weighted by how few candidates have it
	featAlone:    0.67,  // how many terms it has that few candidates have
	featWords:    -0.50, // how many words the passage has
	featTopic:    1.02,  // the name that the best passages share most
}
