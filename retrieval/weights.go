package retrieval

// weights are the weights of the features. They were set by hand and are checked
// against those that a model learns from question sets (internal/eval/learn);
// DESIGN.md says why the learnt ones are not taken over.
var weights = vector{
	featBM25:     3.0, // BM25 as a share of the best candidate's
	featCover:    1.5, // share of the question's weight that the passage has
	featSentence: 2.0, // the same for its best sentence
	featNear:     0.8, // neighbouring terms that stand within a few words
	featPairs:    0.8, // neighbouring terms as close as in the question, in order
	featTitle:    0.5, // share of the question's weight in the article's title
	featKind:     0.4, // the best sentence has a value of the kind asked for
	featNames:    0.5, // share of the question's names that occur
	featRare:     0.3, // the rarest term occurs
	featPhrase:   2.0, // share of the phrases in quotation marks that occur
	featLead:     0.1, // the passage is the article's lead
	featRelated:  1.6, // share of the weight that only related words stand for
	featRun:      0.8, // the question's words in a row, common ones included
}
