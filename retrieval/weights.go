package retrieval

// Weights that are set by hand; DESIGN.md says why.
const (
	phraseWeight = 2.0
	echoWeight   = 1.2
)

// weights are the weights of the features for short questions; the features that only
// long ones have weigh nothing. They are learnt from question sets:
//
//	go run -tags sqlite_fts5 ./internal/eval/learn -what passages -decay 0.001 -rounds 120 -shares 1,0.25,0.13 -write
//		SQUAD2 QUESTIONS embedded internal/eval/testdata/summit/questions.jsonl MHR_FACTS QUESTIONS
var weights = vector{
	featBM25:     1.56,         // BM25 as a share of the best candidate's
	featForm:     1.33,         // share of the question's weight that the passage has in the very forms
	featCover:    0.68,         // the same in any form
	featLoose:    1.62,         // the same with related and akin words
	featTerms:    0.87,         // share of the terms, each counted alike
	featNames:    0.88,         // share of the names
	featRare:     0.20,         // the rarest term occurs
	featSentence: 1.41,         // share of the weight in the best sentence, half for related and akin words
	featTwo:      1.30,         // the same for two sentences in a row
	featContext:  1.52,         // the same for a sentence with the article's title
	featWindow:   1.43,         // the same for twenty words in a row
	featPairs:    1.22,         // neighbouring terms as close as in the question, in order
	featBigrams:  1.83,         // pairs of the question's words side by side
	featRun:      0.87,         // the question's words in a row, common ones included
	featPhrase:   phraseWeight, // share of the phrases in quotation marks that occur
	featEarly:    1.22,         // share of the weight in the first words
	featKind:     1.04,         // the best sentence has a value of the kind asked for
	featKindAny:  0.94,         // some sentence with a term has one
	featTitle:    1.65,         // share of the weight in the article's title
	featLead:     0.46,         // the passage is the article's lead
	featBefore:   1.97,         // share of the weight that only the passage before has
	featArticle:  0.61,         // the article's BM25 as a share of the best article's
	featEcho:     echoWeight,   // share of the names that the best passages share; long questions only
}
