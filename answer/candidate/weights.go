package candidate

import (
	"sherpa/answer/question"
)

// candidateWeights weigh the signs of candidates in log odds: a row for each sign,
// a column for each kind of question, in the order of asked. They are learnt:
// internal/eval/learn -what spans.
//
//	who, when, where, number, noun, be, do, what, how, other
var candidateWeights = [SignCount][question.ColumnCount]float32{
	cfLag:                                {1.01, 0.95, 0.83, 0.96, 1.05, 1.02, 1.16, 0.83, 1.00, 1.08},           // how far the sentence's score lies below the best one's
	cfFirst:                              {-0.29, -0.26, -0.05, -0.08, 0.18, 0.31, 0.04, 0.11, 0.26, 0.15},       // stands in the best sentence
	cfNear:                               {0.61, 0.54, 0.42, 0.48, 0.53, 0.44, 0.49, 0.48, 0.32, 0.42},           // the question's weight close by, on either side
	cfLeft:                               {0.51, 0.54, 0.49, 0.36, 0.45, 0.48, 0.53, 0.50, 0.41, 0.42},           // the same before the span
	cfRight:                              {0.15, 0.05, -0.02, 0.17, 0.13, 0.02, 0.01, 0.04, -0.04, 0.06},         // the same after it
	cfFar:                                {3.72, 3.62, 3.50, 3.41, 3.78, 3.58, 3.60, 3.52, 3.26, 3.37},           // the same farther off
	cfBoth:                               {-0.94, -0.92, -0.94, -0.90, -0.89, -0.97, -0.93, -0.89, -0.94, -0.91}, // the smaller of the two sides
	cfClause:                             {0.24, 0.09, 0.05, 0.03, 0.26, -0.13, 0.24, 0.28, 0.03, 0.15},          // the share of the question in its clause
	cfAsked:                              {-1.80, -1.85, -1.86, -1.76, -2.03, -1.70, -1.97, -1.86, -1.80, -1.61}, // the share of its own words that the question has
	cfSomeAsked:                          {0.47, 0.28, 0.30, 0.23, 0.46, 0.65, 0.18, 0.29, 0.34, 0.73},           // has a word of the question
	cfSubject:                            {0.99, 1.00, 1.16, 1.13, 1.01, 1.00, 1.00, 0.98, 1.00, 0.97},           // the next term follows, where the subject is asked for
	cfObject:                             {1.37, 1.25, 1.37, 1.17, 1.06, 1.22, 1.47, 1.23, 1.33, 1.23},           // the last term comes just before, where it is not
	cfNextRight:                          {0.45, 0.48, 0.41, 0.60, 0.69, 0.50, 0.29, 0.43, 0.27, 0.42},           // the next term follows soon
	cfNextLeft:                           {0.84, 0.73, 0.72, 0.58, 0.52, 0.97, 0.62, 0.62, 0.67, 0.65},           // the next term comes before
	cfLastLeft:                           {0.15, 0.25, 0.29, 0.24, 0.03, 0.22, 0.47, 0.32, 0.26, 0.17},           // the last term comes before
	cfLastRight:                          {-0.18, -0.03, -0.33, -0.22, -0.14, -0.29, -0.19, -0.18, -0.32, -0.20}, // the last term follows
	cfPrep:                               {2.14, 1.83, 2.13, 2.05, 2.48, 2.12, 2.08, 1.93, 2.03, 1.96},           // follows the preposition that the question gives
	cfBeLeft:                             {0.40, 0.39, 0.50, 0.44, 0.26, 0.60, 0.35, 0.29, 0.32, 0.43},           // "X is …": a form of "be" before, and a matched word before that
	cfBeRight:                            {0.20, 0.30, 0.26, 0.48, 0.21, 0.45, 0.24, 0.32, 0.32, 0.29},           // "… is X"
	cfComma:                              {-0.79, -0.83, -0.89, -0.88, -0.71, -0.84, -0.84, -0.74, -0.83, -0.80}, // "X, …": a comma before, and a matched word before that
	cfCommaR:                             {-0.70, -0.89, -1.07, -1.02, -0.97, -0.93, -1.03, -0.75, -0.99, -0.89}, // "…, X"
	cfHeadLast:                           {2.09, 2.10, 2.10, 2.07, 2.59, 2.08, 2.08, 2.08, 2.10, 2.08},           // ends in the noun that is asked for
	cfHeadIn:                             {1.56, 1.58, 1.51, 1.44, 1.81, 1.53, 1.53, 1.53, 1.60, 1.53},           // has that noun elsewhere
	cfHeadLeft:                           {0.93, 0.94, 0.91, 0.88, 1.20, 0.93, 0.93, 0.93, 0.97, 0.93},           // that noun comes just before
	cfHeadRight:                          {0.92, 1.01, 1.04, 1.11, 1.17, 1.00, 1.00, 1.00, 1.00, 1.00},           // that noun follows at once
	cfHeadNear:                           {0.13, 0.30, 0.08, 0.17, 0.57, 0.21, 0.21, 0.21, 0.08, 0.21},           // that noun stands in the sentence near by
	cfHeadOf:                             {0.95, 0.91, 0.92, 0.95, 1.07, 0.91, 0.91, 0.91, 0.89, 0.91},           // "<noun> of …", "<noun> called …"
	cfHeadIs:                             {-0.13, -0.11, -0.09, -0.11, -0.14, -0.11, -0.11, -0.11, -0.12, -0.11}, // "… is a <noun>"
	cfValue:                              {3.39, 3.85, 3.39, 3.92, 3.39, 3.39, 3.39, 3.39, 3.39, 3.39},           // is a value of the kind that is asked for
	cfValueIn:                            {0.32, 0.48, 0.32, 0.23, 0.32, 0.32, 0.32, 0.32, 0.32, 0.32},           // holds such a value and other words
	cfValueCut:                           {0.60, 0.60, 0.60, 0.74, 0.60, 0.60, 0.60, 0.60, 0.60, 0.60},           // is part of such a value
	cfName:                               {1.05, 0.62, 1.18, 0.61, 0.93, 0.59, 0.57, 0.59, 0.53, 0.66},           // is a whole name
	cfNameIn:                             {-0.13, -0.24, -0.14, -0.26, 0.08, 0.38, 0.01, -0.11, 0.09, 0.02},      // holds a whole name and other words
	cfNameCut:                            {-1.09, -1.17, -1.20, -1.15, -1.25, -1.19, -1.17, -1.16, -1.15, -1.13}, // cuts a name
	cfPerson:                             {0.09, -0.53, -0.48, -0.42, -0.34, -0.35, -0.52, -0.48, -0.51, -0.42},  // is a name that can be a person's
	cfCutLeft:                            {-0.13, -0.15, -0.34, -0.46, -0.06, -0.62, -0.37, -0.34, -0.50, -0.34}, // the word before belongs to the same phrase
	cfCutRight:                           {-0.93, -0.69, -0.84, -0.36, -0.64, -0.92, -0.90, -0.84, -0.82, -0.73}, // the word after does
	cfAnd:                                {0.45, 0.40, 0.62, 0.38, 0.61, 0.47, 0.53, 0.52, 0.48, 0.56},           // has "and" or "or" in it
	cfOf:                                 {-0.25, 0.07, -0.07, -0.07, -0.08, -0.08, 0.10, 0.17, 0.24, 0.00},      // has "of" in it
	cfPreposition:                        {-0.78, -0.56, -0.48, -0.57, -1.18, -0.76, -0.47, -0.53, 0.03, -0.48},  // has another preposition in it
	cfInnerMark:                          {-0.79, -0.73, -0.89, -0.72, -0.74, -0.72, -0.74, -0.86, -0.71, -0.65}, // has a comma in it
	cfVerb:                               {-0.80, -0.62, -0.71, -0.55, -0.85, -0.87, -0.59, -0.75, -0.47, -0.56}, // has a verb in it
	cfPossessor:                          {0.00, -0.27, -0.31, -0.24, -0.34, -0.30, -0.27, -0.24, -0.24, -0.24},  // ends in 's
	cfTitle:                              {0.19, 0.34, 0.24, 0.29, 0.47, 0.55, 0.50, 0.34, 0.41, 0.41},           // stands in the title
	cfElsewhere:                          {0.40, 0.67, 0.62, 0.51, 0.77, 0.56, 0.61, 0.35, 0.45, 0.55},           // stands in other good sentences
	cfAgain:                              {-0.73, -0.69, -0.75, -0.72, -0.73, -0.54, -0.75, -0.64, -0.65, -0.63}, // its words came earlier in the sentence
	cfPlural:                             {1.13, 1.13, 1.23, 0.80, 1.55, 1.11, 1.11, 1.11, 1.06, 1.11},           // ends in "s" where several are asked for, or has "and"
	cfQuoted:                             {-0.27, -0.10, -0.13, -0.33, 0.02, 0.01, -0.07, -0.09, 0.10, -0.07},    // stands in quotation marks or parentheses
	cfLead:                               {0.83, 0.67, 0.76, 0.67, 0.69, 0.74, 0.70, 0.63, 0.84, 0.72},           // begins the sentence
	cfTail:                               {0.37, 0.49, 0.61, 0.67, 0.59, 0.60, 0.74, 0.77, 0.73, 0.68},           // ends it
	cfBy:                                 {0.37, 0.05, -0.19, 0.04, 0.05, -0.16, 0.00, 0.02, 0.16, 0.02},         // follows one of these words: by, in, on, at, …
	cfIn:                                 {-0.94, -0.76, -0.18, -0.64, -0.66, -0.73, -0.80, -0.76, -0.67, -0.63}, // follows the word "in"
	cfOn:                                 {-0.16, 0.12, 0.10, 0.01, 0.19, -0.01, 0.00, 0.05, -0.03, 0.08},        // follows the word "on"
	cfAt:                                 {-0.31, -0.14, -0.04, -0.19, -0.13, -0.30, -0.24, -0.19, -0.17, -0.18}, // follows the word "at"
	cfOfLeft:                             {-0.80, -0.54, -0.72, -0.59, -0.28, -0.90, -0.67, -0.72, -0.82, -0.64}, // follows the word "of"
	cfAs:                                 {0.81, 0.69, 0.49, 0.62, 0.63, 1.10, 0.60, 0.61, 0.65, 0.60},           // follows the word "as"
	cfTo:                                 {-0.05, -0.06, 0.09, -0.13, -0.25, -0.24, -0.09, -0.02, -0.10, -0.11},  // follows the word "to"
	cfFrom:                               {0.06, 0.07, 0.08, 0.03, 0.08, 0.10, 0.08, 0.05, 0.09, 0.09},           // follows the word "from"
	cfFor:                                {-0.07, -0.11, -0.21, -0.06, -0.25, -0.08, -0.04, -0.14, -0.14, -0.12}, // follows the word "for"
	cfWith:                               {-0.08, -0.18, -0.24, -0.22, -0.14, -0.30, -0.12, -0.10, -0.18, -0.18}, // follows the word "with"
	cfBecause:                            {0.23, 0.24, 0.24, 0.24, 0.26, 0.21, 0.26, 0.25, 0.28, 0.23},           // follows the word "because"
	cfCalled:                             {1.43, 1.43, 1.42, 1.44, 1.60, 1.70, 1.44, 1.52, 1.46, 1.45},           // follows the word "called"
	cfThe:                                {0.56, 0.65, 0.72, 0.50, 0.57, 0.76, 0.69, 0.68, 0.36, 0.57},           // follows the word "the"
	cfAn:                                 {0.33, 0.36, 0.26, 0.46, 0.52, 0.55, 0.51, 0.28, 0.45, 0.29},           // follows the word "an"
	cfSuch:                               {-0.71, -0.68, -0.72, -0.61, -0.72, -0.67, -0.72, -0.68, -0.66, -0.67}, // follows the word "such"
	cfRare:                               {1.67, 1.58, 1.39, 1.42, 1.72, 1.68, 1.54, 1.48, 1.45, 1.48},           // how rare its words are, on average
	cfRarest:                             {1.59, 1.49, 1.25, 1.27, 1.60, 1.65, 1.51, 1.44, 1.43, 1.43},           // how rare its rarest word is
	cfLastRare:                           {0.06, -0.13, -0.18, -0.27, -0.05, -0.11, -0.12, -0.20, -0.22, -0.19},  // how rare its last word is
	cfVerbLeft:                           {0.48, 0.34, 0.69, 0.47, 0.50, 0.64, 0.96, 0.50, 0.45, 0.53},           // the question's verb comes before
	cfVerbRight:                          {-0.26, -0.17, -0.26, -0.16, -0.14, -0.26, -0.40, -0.26, -0.30, -0.27}, // the question's verb follows
	cfAgent:                              {0.56, 0.31, 0.31, 0.35, 0.35, 0.27, 0.35, 0.33, 0.39, 0.35},           // "… by" with the question's verb before it
	cfAcronym:                            {-0.69, -0.64, -0.65, -0.57, -0.68, -0.73, -0.64, -0.64, -0.64, -0.64}, // is an acronym in parentheses
	cfOutside:                            {-0.74, -0.76, -0.92, -0.94, -1.01, -0.68, -0.71, -0.54, -0.73, -0.89}, // the question's weight in the sentence, outside the span
	cfRank:                               {-0.19, -0.18, -0.13, -0.19, 0.04, 0.01, 0.01, -0.08, 0.09, 0.01},      // one over the rank of its sentence
	cfRule:                               {1.12, 0.91, 1.22, 1.18, 1.04, 1.04, 1.04, 1.04, 1.04, 1.04},           // is what the rules give
	cfRuleIn:                             {0.40, 0.37, 0.35, 0.49, 0.38, 0.38, 0.38, 0.38, 0.38, 0.38},           // has some of that
	cfPast:                               {-0.79, -0.72, -0.70, -0.67, -0.42, -0.18, -0.01, -0.44, 0.09, -0.39},  // has a participle or what may be a verb in it, after its first word
	cfAndVerb:                            {-0.10, -0.15, -0.05, -0.06, -0.11, -0.07, 0.04, -0.06, -0.14, -0.11},  // has "and" before a verb
	cfList:                               {-0.27, -0.28, -0.20, -0.22, -0.09, -0.24, -0.36, -0.29, -0.30, -0.13}, // is a list of three or more
	cfVerbPrep:                           {0.94, 0.63, 0.87, 0.91, 0.83, 0.94, 0.93, 0.93, 0.83, 0.78},           // follows the question's preposition after a term of the question
	cfGapLeft:                            {2.06, 1.92, 1.94, 1.93, 2.15, 1.95, 1.94, 2.31, 1.90, 1.96},           // the term before a question word that comes late stands before
	cfHeadSoon:                           {0.71, 0.87, 0.85, 1.06, 0.90, 0.83, 0.83, 0.83, 0.79, 0.83},           // the noun that is asked for follows within three words
	cfVerbClause:                         {0.54, 0.63, 0.55, 0.27, 0.61, 0.32, 0.94, 0.54, 0.49, 0.60},           // the question's verb stands in its clause
	cfNextClause:                         {-0.02, 0.13, 0.27, -0.09, 0.13, 0.35, 0.06, 0.13, 0.16, 0.20},         // the term after what is asked for stands in its clause
	cfTwoRight:                           {-0.31, -0.54, -0.53, -0.26, -0.49, -0.40, -0.53, -0.54, -0.55, -0.44}, // both words after it are of the question
	cfTwoLeft:                            {0.04, 0.39, 0.15, 0.20, 0.15, 0.06, 0.08, 0.10, 0.15, 0.09},           // both words before it are
	cfInner:                              {-0.25, -0.28, -0.22, -0.28, -0.40, -0.38, -0.10, -0.30, -0.14, -0.19}, // has a determiner in it that no preposition or "and" leads to
	cfLength:                             {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // (no span has no words)
	cfLength + 1:                         {-0.67, -0.44, 0.03, -0.20, -0.38, -0.40, -0.51, -0.37, -0.58, -0.48},  // has 1 word
	cfLength + 2:                         {0.39, 0.41, 0.09, 0.09, 0.24, 0.51, 0.21, 0.33, 0.11, 0.17},           // has 2 words
	cfLength + 3:                         {0.10, -0.05, -0.08, 0.28, 0.02, 0.01, -0.14, -0.02, -0.20, -0.02},     // has 3 words
	cfLength + 4:                         {-0.03, 0.01, -0.13, 0.03, 0.32, 0.02, 0.03, -0.04, -0.11, -0.02},      // has 4 words
	cfLength + 5:                         {-0.31, -0.40, -0.33, -0.47, -0.35, -0.52, -0.44, -0.36, -0.43, -0.29}, // has 5 words
	cfLength + 6:                         {-0.09, -0.08, -0.09, -0.10, -0.21, -0.21, 0.11, -0.14, 0.03, -0.14},   // has 6 words
	cfLength + 7:                         {0.30, 0.30, 0.29, 0.18, 0.10, 0.23, 0.42, 0.31, 0.48, 0.33},           // has 7 words
	cfLength + 8:                         {0.54, 0.51, 0.47, 0.48, 0.51, 0.61, 0.58, 0.55, 0.96, 0.72},           // has 8 words
	cfFormOf + int(FormPhrase):           {-0.30, -0.62, -0.32, -0.42, -0.11, -0.08, -0.26, -0.10, -0.27, -0.27}, // is a phrase
	cfFormOf + int(FormName):             {0.26, -0.38, 0.23, -0.54, 0.18, -0.04, -0.36, -0.34, -0.53, -0.26},    // is a name
	cfFormOf + int(formDate):             {-0.88, -0.04, -0.80, -0.69, -0.67, -0.89, -0.82, -0.67, -0.72, -0.66}, // is a date
	cfFormOf + int(formClock):            {-0.11, -0.10, -0.10, -0.10, -0.10, -0.10, -0.10, -0.10, -0.10, -0.10}, // is a clock
	cfFormOf + int(formDuration):         {0.30, 0.32, 0.26, 0.58, 0.25, 0.33, 0.33, 0.33, 0.33, 0.33},           // is a duration
	cfFormOf + int(formNumber):           {0.13, 0.37, 0.20, 0.64, 0.11, 0.22, 0.33, 0.21, 0.19, 0.29},           // is a number
	cfFormOf + int(formMoney):            {0.60, 0.60, 0.60, 0.50, 0.62, 0.87, 0.60, 0.60, 0.60, 0.60},           // is a money
	cfFormOf + int(formPercent):          {0.44, 0.43, 0.43, 0.56, 0.42, 0.45, 0.44, 0.45, 0.43, 0.44},           // is a percent
	cfFormOf + int(FormQuotation):        {0.27, 0.18, 0.26, 0.24, 0.29, 0.20, 0.21, 0.24, 0.34, 0.23},           // is a quotation
	cfFormOf + int(formClause):           {-0.02, -0.05, -0.07, -0.07, -0.28, -0.26, 0.31, 0.06, 0.42, 0.09},     // is a clause
	cfBefore + question.ClassNone:        {0.83, 0.67, 0.76, 0.67, 0.69, 0.74, 0.70, 0.63, 0.84, 0.72},           // before it: no word
	cfBefore + question.ClassMark:        {-0.09, -0.31, -0.28, -0.14, -0.13, -0.32, -0.34, -0.31, -0.35, -0.26}, // before it: a mark
	cfBefore + question.ClassOpen:        {-0.09, 0.03, 0.09, -0.02, 0.15, 0.22, 0.22, 0.08, 0.28, 0.10},         // before it: a bracket or quotation mark
	cfBefore + question.ClassNoun:        {-0.71, -0.67, -0.68, -0.77, -0.71, -0.99, -0.78, -0.70, -0.77, -0.72}, // before it: a noun or adjective
	cfBefore + question.ClassName:        {-1.34, -1.19, -1.38, -1.29, -1.43, -1.44, -1.39, -1.38, -1.36, -1.32}, // before it: a name
	cfBefore + question.ClassNumber:      {-0.39, -0.47, -0.45, -0.46, -0.28, -0.48, -0.44, -0.41, -0.46, -0.42}, // before it: a figure
	cfBefore + question.ClassDeterminer:  {0.02, 0.15, 0.05, 0.12, 0.01, 0.30, 0.22, 0.17, 0.02, -0.05},          // before it: a determiner
	cfBefore + question.ClassPreposition: {0.48, 0.46, 0.47, 0.45, 0.50, 0.43, 0.23, 0.40, 0.27, 0.39},           // before it: a preposition
	cfBefore + question.ClassTo:          {0.65, 0.63, 0.71, 0.62, 0.45, 0.52, 0.58, 0.67, 0.55, 0.58},           // before it: "to"
	cfBefore + question.ClassConjunction: {-0.78, -0.70, -0.75, -0.51, -0.61, -0.75, -0.66, -0.62, -0.65, -0.66}, // before it: a conjunction
	cfBefore + question.ClassBe:          {0.52, 0.42, 0.41, 0.41, 0.47, 0.40, 0.41, 0.42, 0.43, 0.43},           // before it: a form of "be"
	cfBefore + question.ClassAuxiliary:   {0.83, 0.87, 0.82, 0.93, 0.89, 0.80, 1.00, 0.87, 0.85, 0.85},           // before it: an auxiliary
	cfBefore + question.ClassPronoun:     {0.10, 0.08, 0.07, 0.07, 0.07, 0.06, 0.09, 0.08, 0.09, 0.14},           // before it: a pronoun
	cfBefore + question.ClassRelative:    {0.15, 0.08, 0.17, 0.06, -0.07, 0.04, 0.26, 0.02, 0.16, 0.10},          // before it: "where", "how" and the like
	cfBefore + question.ClassAdverb:      {0.10, 0.24, 0.11, 0.10, -0.04, 0.10, 0.10, 0.23, 0.17, 0.21},          // before it: an adverb
	cfBefore + question.ClassVerb:        {0.42, 0.40, 0.46, 0.39, 0.58, 0.62, 0.31, 0.55, 0.32, 0.43},           // before it: a verb
	cfBefore + question.ClassParticiple:  {0.20, 0.06, 0.22, 0.13, 0.25, 0.39, 0.31, 0.20, 0.30, 0.29},           // before it: a participle
	cfBefore + question.ClassNot:         {0.34, 0.35, 0.34, 0.34, 0.45, 0.32, 0.37, 0.36, 0.39, 0.35},           // before it: "not"
	cfBefore + question.ClassVerbal:      {-0.53, -0.43, -0.43, -0.42, -0.51, -0.52, -0.50, -0.54, -0.40, -0.48}, // before it: a word that may be a verb
	cfBefore + question.ClassStop:        {-0.59, -0.52, -0.59, -0.57, -0.59, -0.35, -0.54, -0.59, -0.53, -0.53}, // before it: a semicolon, a colon or a dash
	cfAfter + question.ClassNone:         {0.37, 0.49, 0.61, 0.67, 0.59, 0.60, 0.74, 0.77, 0.73, 0.68},           // after it: no word
	cfAfter + question.ClassMark:         {0.44, 0.39, 0.60, 0.29, 0.40, 0.84, 0.42, 0.80, 0.49, 0.59},           // after it: a mark
	cfAfter + question.ClassOpen:         {0.82, 0.50, 0.71, 0.64, 0.78, 1.42, 0.87, 0.72, 0.89, 0.76},           // after it: a bracket or quotation mark
	cfAfter + question.ClassNoun:         {-0.46, -0.28, -0.44, -0.16, -0.42, -0.61, -0.54, -0.52, -0.45, -0.44}, // after it: a noun or adjective
	cfAfter + question.ClassName:         {-0.77, -0.75, -0.86, -0.54, -0.82, -0.79, -0.81, -0.76, -0.77, -0.74}, // after it: a name
	cfAfter + question.ClassNumber:       {-0.93, -1.12, -0.97, -1.05, -0.96, -0.97, -0.97, -0.96, -0.97, -0.97}, // after it: a figure
	cfAfter + question.ClassDeterminer:   {-0.54, -0.26, -0.46, -0.44, -0.53, -0.60, -0.49, -0.51, -0.47, -0.44}, // after it: a determiner
	cfAfter + question.ClassPreposition:  {-0.17, -0.18, -0.23, -0.25, -0.29, -0.38, -0.35, -0.34, -0.31, -0.26}, // after it: a preposition
	cfAfter + question.ClassTo:           {-0.35, -0.42, -0.50, -0.40, -0.33, -0.47, -0.31, -0.46, -0.47, -0.42}, // after it: "to"
	cfAfter + question.ClassConjunction:  {-1.15, -0.99, -1.10, -1.07, -1.06, -1.23, -1.07, -1.05, -1.02, -1.06}, // after it: a conjunction
	cfAfter + question.ClassBe:           {0.57, 0.82, 0.68, 0.73, 0.80, 0.83, 0.81, 0.90, 0.78, 0.71},           // after it: a form of "be"
	cfAfter + question.ClassAuxiliary:    {0.59, 0.52, 0.63, 0.50, 0.66, 0.30, 0.74, 0.53, 0.47, 0.51},           // after it: an auxiliary
	cfAfter + question.ClassPronoun:      {0.53, 0.55, 0.49, 0.47, 0.47, 0.40, 0.64, 0.53, 0.45, 0.46},           // after it: a pronoun
	cfAfter + question.ClassRelative:     {0.19, 0.20, 0.31, 0.19, 0.49, 0.22, 0.23, 0.16, 0.21, 0.22},           // after it: "where", "how" and the like
	cfAfter + question.ClassAdverb:       {0.05, 0.03, 0.04, 0.06, 0.23, -0.03, -0.05, -0.02, 0.06, 0.04},        // after it: an adverb
	cfAfter + question.ClassVerb:         {0.38, 0.24, 0.23, 0.18, 0.17, 0.36, 0.18, 0.18, 0.22, 0.22},           // after it: a verb
	cfAfter + question.ClassParticiple:   {-0.01, -0.26, -0.30, -0.19, -0.52, -0.18, -0.17, -0.29, -0.23, -0.26}, // after it: a participle
	cfAfter + question.ClassNot:          {0.20, 0.20, 0.25, 0.21, 0.20, 0.19, 0.21, 0.21, 0.21, 0.21},           // after it: "not"
	cfAfter + question.ClassVerbal:       {-0.77, -0.74, -0.79, -0.71, -0.71, -0.93, -0.91, -0.86, -0.76, -0.75}, // after it: a word that may be a verb
	cfAfter + question.ClassStop:         {0.58, 0.62, 0.67, 0.48, 0.46, 0.60, 0.42, 0.56, 0.52, 0.58},           // after it: a semicolon, a colon or a dash
	cfStart + question.ClassNone:         {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: no word
	cfStart + question.ClassMark:         {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: a mark
	cfStart + question.ClassOpen:         {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: a bracket or quotation mark
	cfStart + question.ClassNoun:         {0.82, 0.66, 0.69, 0.81, 1.13, 0.98, 1.23, 1.02, 0.75, 0.78},           // begins with: a noun or adjective
	cfStart + question.ClassName:         {0.92, 0.32, 0.88, 0.28, 1.01, 0.81, 0.34, 0.33, 0.32, 0.47},           // begins with: a name
	cfStart + question.ClassNumber:       {0.26, 0.85, 0.24, 0.25, 0.39, 0.55, 0.30, 0.38, 0.35, 0.38},           // begins with: a figure
	cfStart + question.ClassDeterminer:   {-0.77, -0.81, -0.80, -0.75, -0.89, -0.88, -0.87, -0.80, -0.85, -0.84}, // begins with: a determiner
	cfStart + question.ClassPreposition:  {-0.59, -0.33, -0.27, -0.17, -0.64, -0.68, -0.57, -0.51, -0.28, -0.43}, // begins with: a preposition
	cfStart + question.ClassTo:           {0.22, 0.13, 0.18, 0.18, 0.06, 0.18, 0.26, 0.23, 0.20, 0.19},           // begins with: "to"
	cfStart + question.ClassConjunction:  {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: a conjunction
	cfStart + question.ClassBe:           {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: a form of "be"
	cfStart + question.ClassAuxiliary:    {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: an auxiliary
	cfStart + question.ClassPronoun:      {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: a pronoun
	cfStart + question.ClassRelative:     {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: "where", "how" and the like
	cfStart + question.ClassAdverb:       {-0.10, -0.03, -0.07, 0.08, -0.25, -0.29, -0.08, -0.07, 0.09, 0.11},    // begins with: an adverb
	cfStart + question.ClassVerb:         {-0.62, -0.61, -0.63, -0.58, -0.59, -0.57, -0.54, -0.47, -0.62, -0.58}, // begins with: a verb
	cfStart + question.ClassParticiple:   {-0.45, -0.53, -0.53, -0.50, -0.52, -0.45, -0.48, -0.52, -0.36, -0.45}, // begins with: a participle
	cfStart + question.ClassNot:          {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: "not"
	cfStart + question.ClassVerbal:       {-0.41, -0.36, -0.37, -0.30, -0.41, -0.34, -0.32, -0.31, -0.30, -0.34}, // begins with: a word that may be a verb
	cfStart + question.ClassStop:         {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: a semicolon, a colon or a dash
	cfEnd + question.ClassNone:           {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: no word
	cfEnd + question.ClassMark:           {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: a mark
	cfEnd + question.ClassOpen:           {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: a bracket or quotation mark
	cfEnd + question.ClassNoun:           {0.09, -0.09, -0.06, 0.12, -0.17, 0.07, 0.14, 0.20, 0.24, 0.25},        // ends with: a noun or adjective
	cfEnd + question.ClassName:           {0.90, 0.25, 0.80, 0.22, 0.58, 0.49, 0.38, 0.23, 0.18, 0.35},           // ends with: a name
	cfEnd + question.ClassNumber:         {-0.19, 0.53, -0.07, 0.14, -0.05, -0.01, -0.13, -0.01, -0.12, 0.00},    // ends with: a figure
	cfEnd + question.ClassDeterminer:     {-0.00, -0.00, -0.00, -0.00, -0.00, -0.00, -0.00, -0.00, -0.00, -0.00}, // ends with: a determiner
	cfEnd + question.ClassPreposition:    {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: a preposition
	cfEnd + question.ClassTo:             {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: "to"
	cfEnd + question.ClassConjunction:    {-0.07, -0.07, -0.07, -0.07, -0.09, -0.07, -0.07, -0.07, -0.07, -0.07}, // ends with: a conjunction
	cfEnd + question.ClassBe:             {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: a form of "be"
	cfEnd + question.ClassAuxiliary:      {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: an auxiliary
	cfEnd + question.ClassPronoun:        {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: a pronoun
	cfEnd + question.ClassRelative:       {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: "where", "how" and the like
	cfEnd + question.ClassAdverb:         {-0.74, -0.74, -0.71, -0.63, -0.75, -0.80, -0.73, -0.73, -0.72, -0.70}, // ends with: an adverb
	cfEnd + question.ClassVerb:           {-0.31, -0.27, -0.27, -0.15, -0.27, -0.27, -0.16, -0.30, -0.24, -0.24}, // ends with: a verb
	cfEnd + question.ClassParticiple:     {-0.36, -0.36, -0.28, -0.31, -0.39, -0.36, -0.25, -0.28, -0.17, -0.34}, // ends with: a participle
	cfEnd + question.ClassNot:            {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: "not"
	cfEnd + question.ClassVerbal:         {0.18, 0.22, 0.18, 0.18, 0.62, 0.43, 0.32, 0.44, 0.39, 0.24},           // ends with: a word that may be a verb
	cfEnd + question.ClassStop:           {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: a semicolon, a colon or a dash
	cfEnding + endingOther:               {0.10, -0.03, 0.05, -0.03, -0.12, -0.04, -0.15, 0.14, -0.12, -0.03},    // its last word ends as no other
	cfEnding + endingFigure:              {-0.09, 0.65, 0.06, 0.27, 0.08, 0.14, -0.00, 0.12, 0.01, 0.16},         // its last word ends as a figure
	cfEnding + endingPeople:              {0.46, 0.37, 0.44, 0.42, 0.49, 0.59, 0.34, 0.34, 0.42, 0.42},           // its last word ends as those of peoples and languages
	cfEnding + endingMatter:              {-0.11, -0.04, -0.11, 0.01, 0.17, 0.49, 0.27, 0.02, -0.05, 0.08},       // its last word ends as abstract nouns
	cfEnding + endingAgent:               {0.12, -0.04, 0.08, -0.05, 0.05, -0.08, 0.05, -0.01, -0.09, -0.08},     // its last word ends as nouns of agents
	cfEnding + endingGerund:              {-0.00, -0.05, 0.16, -0.02, -0.09, -0.07, 0.06, -0.10, -0.07, -0.01},   // its last word ends as gerunds
	cfEnding + endingPast:                {-0.42, -0.47, -0.48, -0.44, -0.53, -0.49, -0.47, -0.35, -0.26, -0.45}, // its last word ends as past participles
	cfEnding + endingAdverb:              {-0.39, -0.36, -0.27, -0.31, -0.38, -0.45, -0.29, -0.36, -0.35, -0.33}, // its last word ends as adverbs
	cfEnding + endingQuality:             {-0.14, -0.08, -0.05, -0.12, 0.10, -0.05, -0.11, -0.03, 0.15, -0.01},   // its last word ends as adjectives
	cfEnding + endingPlural:              {0.28, -0.11, -0.06, 0.12, 0.05, -0.25, 0.11, 0.06, 0.17, 0.09},        // its last word ends as plurals
}
