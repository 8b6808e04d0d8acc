package retrieval

// weights are the weights of the features. internal/eval/learn found them; DESIGN.md
// says from what.
var weights = vector{
	featBM25:     1.54, // BM25 as a share of the best candidate's
	featForm:     1.34, // share of the question's weight that the passage has in the very forms
	featCover:    0.68, // the same in any form
	featLoose:    1.53, // the same with related and akin words
	featTerms:    0.87, // share of the terms, each counted alike
	featNames:    0.79, // share of the names
	featRare:     0.18, // the rarest term occurs
	featSentence: 1.43, // share of the weight in the best sentence, half for related and akin words
	featTwo:      1.27, // the same for two sentences in a row
	featContext:  1.54, // the same for a sentence with the article's title
	featWindow:   1.42, // the same for twenty words in a row
	featPairs:    1.32, // neighbouring terms as close as in the question, in order
	featBigrams:  1.88, // pairs of the question's words side by side
	featRun:      0.79, // the question's words in a row, common ones included
	featPhrase:   2.00, // share of the phrases in quotation marks that occur
	featEarly:    0.89, // share of the weight in the first words
	featKind:     1.01, // the best sentence has a value of the kind asked for
	featKindAny:  0.91, // some sentence with a term has one
	featTitle:    1.10, // share of the weight in the article's title
	featLead:     0.55, // the passage is the article's lead
	featBefore:   1.85, // share of the weight that only the passage before has
	featArticle:  0.64, // the article's BM25 as a share of the best article's
	featEcho:     1.00, // share of the names that the best passages share; long questions only
}
