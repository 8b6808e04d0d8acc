package candidate

import (
	"sherpa/answer/question"
)

// spanFeature is one sign that a span is the short answer.
type spanFeature = int

// The signs. Those of classes and forms are blocks of one sign each.
const (
	cfLag         spanFeature = iota // how far the sentence's score lies below the best one's
	cfFirst                          // stands in the best sentence
	cfNear                           // the question's weight close by, on either side
	cfLeft                           // the same before the span
	cfRight                          // the same after it
	cfFar                            // the same farther off
	cfBoth                           // the smaller of the two sides
	cfClause                         // the share of the question in its clause
	cfAsked                          // the share of its own words that the question has
	cfSomeAsked                      // has a word of the question
	cfSubject                        // the next term follows, where the subject is asked for
	cfObject                         // the last term comes just before, where it is not
	cfNextRight                      // the next term follows soon
	cfNextLeft                       // the next term comes before
	cfLastLeft                       // the last term comes before
	cfLastRight                      // the last term follows
	cfPrep                           // follows the preposition that the question gives
	cfBeLeft                         // "X is …": a form of "be" before, and a matched word before that
	cfBeRight                        // "… is X"
	cfComma                          // "X, …": a comma before, and a matched word before that
	cfCommaR                         // "…, X"
	cfHeadLast                       // ends in the noun that is asked for
	cfHeadIn                         // has that noun elsewhere
	cfHeadLeft                       // that noun comes just before
	cfHeadRight                      // that noun follows at once
	cfHeadNear                       // that noun stands in the sentence near by
	cfHeadOf                         // "<noun> of …", "<noun> called …"
	cfHeadIs                         // "… is a <noun>"
	cfValue                          // is a value of the kind that is asked for
	cfValueIn                        // holds such a value and other words
	cfValueCut                       // is part of such a value
	cfName                           // is a whole name
	cfNameIn                         // holds a whole name and other words
	cfNameCut                        // cuts a name
	cfPerson                         // is a name that can be a person's
	cfCutLeft                        // the word before belongs to the same phrase
	cfCutRight                       // the word after does
	cfAnd                            // has "and" or "or" in it
	cfOf                             // has "of" in it
	cfPreposition                    // has another preposition in it
	cfInnerMark                      // has a comma in it
	cfVerb                           // has a verb in it
	cfPossessor                      // ends in 's
	cfTitle                          // stands in the title
	cfElsewhere                      // stands in other good sentences
	cfAgain                          // its words came earlier in the sentence
	cfPlural                         // ends in "s" where several are asked for, or has "and"
	cfQuoted                         // stands in quotation marks or parentheses
	cfLead                           // begins the sentence
	cfTail                           // ends it
	cfBy                             // follows one of these words: by, in, on, at, …
	cfIn
	cfOn
	cfAt
	cfOfLeft
	cfAs
	cfTo
	cfFrom
	cfFor
	cfWith
	cfBecause
	cfCalled
	cfThe
	cfAn
	cfSuch
	cfRare                                        // how rare its words are, on average
	cfRarest                                      // how rare its rarest word is
	cfLastRare                                    // how rare its last word is
	cfVerbLeft                                    // the question's verb comes before
	cfVerbRight                                   // the question's verb follows
	cfAgent                                       // "… by" with the question's verb before it
	cfAcronym                                     // is an acronym in parentheses
	cfOutside                                     // the question's weight in the sentence, outside the span
	cfRank                                        // one over the rank of its sentence
	cfRule                                        // is what the rules give
	cfRuleIn                                      // has some of that
	cfPast                                        // has a participle or what may be a verb in it, after its first word
	cfAndVerb                                     // has "and" before a verb
	cfList                                        // is a list of three or more
	cfVerbPrep                                    // follows the question's preposition after a term of the question
	cfGapLeft                                     // the term before a question word that comes late stands before
	cfHeadSoon                                    // the noun that is asked for follows within three words
	cfVerbClause                                  // the question's verb stands in its clause
	cfNextClause                                  // the term after what is asked for stands in its clause
	cfTwoRight                                    // both words after it are of the question
	cfTwoLeft                                     // both words before it are
	cfInner                                       // has a determiner in it that no preposition or "and" leads to
	cfLength                                      // its length in words, 1 to 8
	cfFormOf     = cfLength + 9                   // its form
	cfBefore     = cfFormOf + int(formCount)      // the class of the word before it
	cfAfter      = cfBefore + question.ClassCount // the class of the word after it
	cfStart      = cfAfter + question.ClassCount  // the class of its first word
	cfEnd        = cfStart + question.ClassCount  // the class of its last word
	cfEnding     = cfEnd + question.ClassCount    // the ending of its last word
	SignCount    = cfEnding + endingCount
)

// leftWords maps words to the sign that a span follows them.
var leftWords = map[string]spanFeature{
	"by": cfBy, "in": cfIn, "on": cfOn, "at": cfAt, "of": cfOfLeft, "as": cfAs, "to": cfTo, "from": cfFrom, "for": cfFor, "with": cfWith,
	"because": cfBecause, "called": cfCalled, "named": cfCalled, "known": cfCalled, "the": cfThe, "a": cfAn, "an": cfAn, "such": cfSuch,
	"like": cfSuch, "including": cfSuch,
}

// sign is a feature with its value.
type sign struct {
	Feature spanFeature
	Value   float64
}

// signs is what tells a candidate; it is reused from one to the next.
type signs []sign

func (s *signs) add(f spanFeature, v float64) {
	if v != 0 {
		*s = append(*s, sign{f, v})
	}
}

func (s *signs) is(f spanFeature, ok bool) {
	if ok {
		*s = append(*s, sign{f, 1})
	}
}
