package evidence

// SentenceWeights weigh the features of a sentence in log odds. They are set by
// hand: what can be learnt from question sets does not carry over to other ones, as
// docs/quality-notes.md says. This fits weights to the same features, those without
// one included:
//
//	go run -tags sqlite_fts5 ./internal/eval/learn -what sentences ARTICLES QUESTIONS...
var SentenceWeights = sentenceVector{
	sfCover:     4.00,  // share of the question's weight in the sentence
	sfContext:   4.80,  // the same with the sentence before and the title
	sfPassage:   4.40,  // the passage's score as a share of the best one's
	sfRank:      1.00,  // 1 / rank of the passage
	sfKind:      1.20,  // holds a value of the kind asked for
	sfClose:     0.30,  // such a value stands in the clause of the matches
	sfNear:      0.40,  // neighbouring terms stand near each other
	sfFocus:     0.70,  // holds what is asked for by name ("treaty")
	sfNames:     0.00,  // share of the question's names
	sfShort:     -0.50, // fewer than six words
	sfLong:      0.00,  // more than 45 words
	sfFirst:     0.25,  // first sentence of its passage
	sfLead:      0.00,  // in the article's lead
	sfQuestion:  -1.50, // is a question itself
	sfRun:       1.90,  // the question's words in a row, common ones included
	sfVoice:     2.00,  // are words of whom the question asks about
	sfCause:     3.00,  // gives a cause of what is asked about
	sfQuoted:    1.00,  // quotes somebody, where somebody's words are asked for
	sfEarlier:   2.50,  // tells of the time before, where that is asked for
	sfOtherTime: -1.50, // tells of the time before, where it is not
}
