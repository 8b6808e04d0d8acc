package answer

// candidateWeights weigh the signs of candidates in log odds: a row for each sign,
// a column for each kind of question, in the order of asked. They are learnt:
// internal/eval/learn -what spans.
//
//	who, when, where, number, noun, be, do, what, how, other
var candidateWeights = [cfCount][askedCount]float32{
	cfLag:                         {0.99, 0.89, 0.80, 0.86, 0.98, 0.95, 1.17, 0.84, 1.04, 1.06},           // how far the sentence's score lies below the best one's
	cfFirst:                       {-0.22, -0.30, -0.01, 0.01, 0.27, 0.31, 0.06, 0.26, 0.23, 0.12},        // stands in the best sentence
	cfNear:                        {0.62, 0.55, 0.43, 0.49, 0.56, 0.45, 0.50, 0.48, 0.30, 0.44},           // the question's weight close by, on either side
	cfLeft:                        {0.57, 0.64, 0.54, 0.42, 0.51, 0.54, 0.59, 0.55, 0.45, 0.48},           // the same before the span
	cfRight:                       {0.10, -0.03, -0.06, 0.12, 0.10, -0.03, -0.04, -0.02, -0.10, 0.01},     // the same after it
	cfFar:                         {3.70, 3.59, 3.48, 3.41, 3.79, 3.57, 3.59, 3.49, 3.18, 3.36},           // the same farther off
	cfBoth:                        {-1.02, -1.00, -1.02, -0.99, -0.97, -1.05, -1.01, -0.97, -1.03, -0.99}, // the smaller of the two sides
	cfClause:                      {0.18, 0.03, -0.05, -0.04, 0.20, -0.18, 0.18, 0.20, -0.03, 0.12},       // the share of the question in its clause
	cfAsked:                       {-1.84, -1.88, -1.88, -1.78, -2.04, -1.73, -1.98, -1.89, -1.82, -1.61}, // the share of its own words that the question has
	cfSomeAsked:                   {0.51, 0.30, 0.35, 0.27, 0.43, 0.69, 0.23, 0.32, 0.35, 0.81},           // has a word of the question
	cfSubject:                     {0.92, 0.96, 1.11, 1.09, 0.99, 0.96, 0.96, 0.94, 0.96, 0.93},           // the next term follows, where the subject is asked for
	cfObject:                      {1.35, 1.25, 1.32, 1.14, 1.02, 1.20, 1.44, 1.21, 1.29, 1.21},           // the last term comes just before, where it is not
	cfNextRight:                   {0.47, 0.45, 0.41, 0.62, 0.73, 0.56, 0.31, 0.44, 0.28, 0.44},           // the next term follows soon
	cfNextLeft:                    {0.85, 0.83, 0.76, 0.62, 0.59, 1.00, 0.67, 0.66, 0.69, 0.70},           // the next term comes before
	cfLastLeft:                    {0.16, 0.28, 0.28, 0.21, 0.03, 0.23, 0.47, 0.32, 0.25, 0.17},           // the last term comes before
	cfLastRight:                   {-0.17, -0.06, -0.32, -0.20, -0.16, -0.35, -0.21, -0.19, -0.31, -0.20}, // the last term follows
	cfPrep:                        {2.07, 1.76, 2.01, 1.95, 2.46, 2.02, 2.01, 1.88, 1.96, 1.89},           // follows the preposition that the question gives
	cfBeLeft:                      {0.39, 0.36, 0.46, 0.41, 0.25, 0.56, 0.34, 0.27, 0.29, 0.41},           // "X is …": a form of "be" before, and a matched word before that
	cfBeRight:                     {0.27, 0.36, 0.34, 0.55, 0.26, 0.49, 0.29, 0.36, 0.37, 0.35},           // "… is X"
	cfComma:                       {-0.84, -0.86, -0.91, -0.90, -0.76, -0.86, -0.90, -0.77, -0.86, -0.83}, // "X, …": a comma before, and a matched word before that
	cfCommaR:                      {-0.72, -0.91, -1.05, -1.03, -0.99, -0.94, -1.03, -0.76, -1.01, -0.90}, // "…, X"
	cfHeadLast:                    {2.06, 2.06, 2.07, 2.03, 2.50, 2.04, 2.04, 2.04, 2.06, 2.04},           // ends in the noun that is asked for
	cfHeadIn:                      {1.62, 1.63, 1.55, 1.50, 1.86, 1.57, 1.57, 1.57, 1.64, 1.57},           // has that noun elsewhere
	cfHeadLeft:                    {0.97, 0.98, 0.95, 0.92, 1.24, 0.97, 0.97, 0.97, 1.00, 0.97},           // that noun comes just before
	cfHeadRight:                   {1.06, 1.13, 1.17, 1.21, 1.33, 1.13, 1.13, 1.13, 1.11, 1.13},           // that noun follows at once
	cfHeadNear:                    {0.15, 0.31, 0.10, 0.15, 0.57, 0.22, 0.22, 0.22, 0.08, 0.22},           // that noun stands in the sentence near by
	cfHeadOf:                      {0.97, 0.92, 0.95, 0.96, 1.07, 0.92, 0.92, 0.92, 0.91, 0.92},           // "<noun> of …", "<noun> called …"
	cfHeadIs:                      {-0.16, -0.14, -0.12, -0.14, -0.17, -0.14, -0.14, -0.14, -0.15, -0.14}, // "… is a <noun>"
	cfValue:                       {3.52, 3.98, 3.52, 4.06, 3.52, 3.52, 3.52, 3.52, 3.52, 3.52},           // is a value of the kind that is asked for
	cfValueIn:                     {0.49, 0.65, 0.49, 0.46, 0.49, 0.49, 0.49, 0.49, 0.49, 0.49},           // holds such a value and other words
	cfValueCut:                    {0.39, 0.38, 0.39, 0.48, 0.39, 0.39, 0.39, 0.39, 0.39, 0.39},           // is part of such a value
	cfName:                        {1.04, 0.61, 1.15, 0.60, 0.96, 0.58, 0.54, 0.58, 0.51, 0.65},           // is a whole name
	cfNameIn:                      {0.00, -0.14, -0.09, -0.15, 0.13, 0.52, 0.10, -0.01, 0.23, 0.13},       // holds a whole name and other words
	cfNameCut:                     {-1.02, -1.12, -1.13, -1.10, -1.20, -1.13, -1.11, -1.10, -1.08, -1.07}, // cuts a name
	cfPerson:                      {0.08, -0.50, -0.41, -0.39, -0.27, -0.33, -0.50, -0.44, -0.49, -0.38},  // is a name that can be a person's
	cfCutLeft:                     {-0.09, -0.18, -0.30, -0.46, -0.05, -0.63, -0.31, -0.32, -0.48, -0.32}, // the word before belongs to the same phrase
	cfCutRight:                    {-0.92, -0.67, -0.81, -0.37, -0.56, -0.91, -0.89, -0.81, -0.79, -0.71}, // the word after does
	cfAnd:                         {0.53, 0.43, 0.68, 0.47, 0.70, 0.51, 0.62, 0.54, 0.52, 0.60},           // has "and" or "or" in it
	cfOf:                          {-0.20, 0.12, -0.01, 0.04, 0.01, -0.07, 0.16, 0.25, 0.31, 0.06},        // has "of" in it
	cfPreposition:                 {-0.72, -0.46, -0.44, -0.59, -1.11, -0.65, -0.38, -0.43, 0.12, -0.41},  // has another preposition in it
	cfInnerMark:                   {-0.75, -0.64, -0.83, -0.66, -0.62, -0.65, -0.73, -0.80, -0.69, -0.57}, // has a comma in it
	cfVerb:                        {-0.47, -0.37, -0.48, -0.33, -0.47, -0.63, -0.38, -0.47, -0.30, -0.31}, // has a verb in it
	cfPossessor:                   {-0.02, -0.30, -0.32, -0.28, -0.39, -0.33, -0.30, -0.27, -0.28, -0.27}, // ends in 's
	cfTitle:                       {0.25, 0.42, 0.27, 0.36, 0.53, 0.66, 0.57, 0.43, 0.47, 0.49},           // stands in the title
	cfElsewhere:                   {0.30, 0.70, 0.50, 0.57, 0.78, 0.54, 0.56, 0.37, 0.44, 0.54},           // stands in other good sentences
	cfAgain:                       {-0.76, -0.69, -0.73, -0.75, -0.72, -0.58, -0.77, -0.66, -0.68, -0.64}, // its words came earlier in the sentence
	cfPlural:                      {1.18, 1.17, 1.31, 0.88, 1.60, 1.17, 1.17, 1.17, 1.11, 1.17},           // ends in "s" where several are asked for, or has "and"
	cfQuoted:                      {-0.18, -0.01, -0.06, -0.20, 0.09, 0.14, 0.03, 0.01, 0.21, 0.02},       // stands in quotation marks or parentheses
	cfLead:                        {0.83, 0.68, 0.83, 0.71, 0.71, 0.75, 0.73, 0.64, 0.84, 0.76},           // begins the sentence
	cfTail:                        {0.41, 0.56, 0.64, 0.70, 0.61, 0.68, 0.81, 0.74, 0.76, 0.69},           // ends it
	cfBy:                          {0.39, 0.06, -0.17, 0.06, 0.06, -0.12, 0.04, 0.04, 0.20, 0.05},         // follows one of these words: by, in, on, at, …
	cfIn:                          {-0.78, -0.61, -0.04, -0.50, -0.53, -0.61, -0.70, -0.65, -0.54, -0.50}, // follows the word "in"
	cfOn:                          {-0.26, -0.02, -0.08, -0.12, 0.06, -0.14, -0.12, -0.07, -0.15, -0.04},  // follows the word "on"
	cfAt:                          {-0.23, -0.04, 0.08, -0.08, -0.02, -0.22, -0.15, -0.10, -0.09, -0.09},  // follows the word "at"
	cfOfLeft:                      {-0.76, -0.53, -0.62, -0.54, -0.26, -0.85, -0.61, -0.65, -0.77, -0.60}, // follows the word "of"
	cfAs:                          {0.80, 0.76, 0.54, 0.66, 0.70, 1.13, 0.64, 0.67, 0.69, 0.64},           // follows the word "as"
	cfTo:                          {-0.09, -0.06, 0.10, -0.10, -0.22, -0.16, -0.07, -0.01, -0.07, -0.09},  // follows the word "to"
	cfFrom:                        {-0.08, -0.07, -0.09, -0.11, -0.04, -0.05, -0.07, -0.12, -0.08, -0.06}, // follows the word "from"
	cfFor:                         {0.02, -0.03, -0.14, 0.02, -0.20, -0.04, 0.02, -0.07, -0.08, -0.06},    // follows the word "for"
	cfWith:                        {-0.06, -0.16, -0.26, -0.18, -0.13, -0.28, -0.11, -0.09, -0.16, -0.16}, // follows the word "with"
	cfBecause:                     {0.20, 0.22, 0.22, 0.22, 0.24, 0.19, 0.24, 0.23, 0.25, 0.20},           // follows the word "because"
	cfCalled:                      {1.40, 1.40, 1.39, 1.40, 1.55, 1.62, 1.40, 1.47, 1.43, 1.41},           // follows the word "called"
	cfThe:                         {0.56, 0.70, 0.68, 0.58, 0.61, 0.79, 0.66, 0.70, 0.39, 0.57},           // follows the word "the"
	cfAn:                          {0.38, 0.41, 0.34, 0.50, 0.58, 0.60, 0.58, 0.36, 0.49, 0.35},           // follows the word "an"
	cfSuch:                        {-0.66, -0.63, -0.66, -0.56, -0.68, -0.62, -0.68, -0.62, -0.62, -0.62}, // follows the word "such"
	cfRare:                        {1.53, 1.42, 1.24, 1.28, 1.58, 1.51, 1.39, 1.32, 1.31, 1.33},           // how rare its words are, on average
	cfRarest:                      {1.60, 1.50, 1.27, 1.29, 1.66, 1.65, 1.50, 1.45, 1.47, 1.46},           // how rare its rarest word is
	cfLastRare:                    {0.09, -0.11, -0.15, -0.24, -0.04, -0.12, -0.12, -0.20, -0.18, -0.18},  // how rare its last word is
	cfVerbLeft:                    {0.54, 0.40, 0.75, 0.54, 0.62, 0.74, 1.09, 0.57, 0.58, 0.62},           // the question's verb comes before
	cfVerbRight:                   {-0.27, -0.14, -0.22, -0.13, -0.09, -0.20, -0.36, -0.23, -0.28, -0.23}, // the question's verb follows
	cfAgent:                       {0.68, 0.39, 0.40, 0.44, 0.43, 0.36, 0.44, 0.41, 0.49, 0.44},           // "… by" with the question's verb before it
	cfAcronym:                     {-0.66, -0.61, -0.61, -0.53, -0.65, -0.68, -0.61, -0.60, -0.61, -0.60}, // is an acronym in parentheses
	cfOutside:                     {-0.57, -0.61, -0.70, -0.66, -0.72, -0.55, -0.53, -0.36, -0.57, -0.69}, // the question's weight in the sentence, outside the span
	cfRank:                        {-0.35, -0.41, -0.30, -0.32, -0.11, -0.18, -0.13, -0.12, -0.08, -0.15}, // one over the rank of its sentence
	cfRule:                        {1.20, 0.97, 1.24, 1.27, 1.11, 1.11, 1.11, 1.11, 1.11, 1.11},           // is what the rules give
	cfRuleIn:                      {0.36, 0.39, 0.34, 0.48, 0.37, 0.37, 0.37, 0.37, 0.37, 0.37},           // has some of that
	cfPast:                        {-0.78, -0.72, -0.73, -0.67, -0.38, -0.17, -0.03, -0.40, 0.09, -0.39},  // has a participle or what may be a verb in it, after its first word
	cfAndVerb:                     {-0.14, -0.19, -0.11, -0.11, -0.15, -0.13, -0.01, -0.10, -0.17, -0.16}, // has "and" before a verb
	cfList:                        {-0.40, -0.40, -0.34, -0.34, -0.19, -0.37, -0.51, -0.41, -0.47, -0.26}, // is a list of three or more
	cfVerbPrep:                    {1.04, 0.70, 0.95, 0.95, 0.90, 1.02, 1.01, 1.02, 0.90, 0.85},           // follows the question's preposition after a term of the question
	cfGapLeft:                     {2.19, 2.05, 2.08, 2.08, 2.33, 2.07, 2.07, 2.44, 2.04, 2.10},           // the term before a question word that comes late stands before
	cfHeadSoon:                    {0.72, 0.86, 0.84, 1.02, 0.90, 0.82, 0.82, 0.82, 0.78, 0.82},           // the noun that is asked for follows within three words
	cfVerbClause:                  {0.30, 0.43, 0.39, 0.13, 0.45, 0.25, 0.84, 0.41, 0.43, 0.47},           // the question's verb stands in its clause
	cfNextClause:                  {0.03, 0.32, 0.43, -0.01, 0.21, 0.39, 0.18, 0.24, 0.26, 0.29},          // the term after what is asked for stands in its clause
	cfTwoRight:                    {-0.30, -0.54, -0.50, -0.24, -0.47, -0.36, -0.51, -0.52, -0.53, -0.42}, // both words after it are of the question
	cfTwoLeft:                     {-0.01, 0.34, 0.05, 0.13, 0.11, 0.03, 0.03, 0.06, 0.12, 0.04},          // both words before it are
	cfLength:                      {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // (no span has no words)
	cfLength + 1:                  {-0.62, -0.39, 0.03, -0.13, -0.30, -0.34, -0.45, -0.31, -0.53, -0.43},  // has 1 word
	cfLength + 2:                  {0.42, 0.41, 0.18, 0.03, 0.24, 0.49, 0.22, 0.34, 0.12, 0.18},           // has 2 words
	cfLength + 3:                  {0.13, -0.02, -0.08, 0.33, 0.03, 0.07, -0.10, 0.01, -0.14, 0.02},       // has 3 words
	cfLength + 4:                  {-0.06, 0.01, -0.15, 0.01, 0.26, 0.05, 0.02, -0.09, -0.12, -0.04},      // has 4 words
	cfLength + 5:                  {-0.19, -0.28, -0.18, -0.37, -0.24, -0.40, -0.37, -0.25, -0.32, -0.17}, // has 5 words
	cfLength + 6:                  {-0.14, -0.13, -0.15, -0.10, -0.24, -0.27, 0.09, -0.18, 0.02, -0.18},   // has 6 words
	cfLength + 7:                  {0.29, 0.29, 0.27, 0.16, 0.10, 0.21, 0.41, 0.33, 0.53, 0.32},           // has 7 words
	cfLength + 8:                  {0.32, 0.29, 0.24, 0.27, 0.31, 0.34, 0.36, 0.33, 0.62, 0.47},           // has 8 words
	cfFormOf + int(formPhrase):    {-0.25, -0.54, -0.16, -0.33, -0.02, 0.02, -0.14, -0.03, -0.14, -0.21},  // is a phrase
	cfFormOf + int(formName):      {0.26, -0.40, 0.17, -0.58, 0.08, -0.15, -0.40, -0.39, -0.54, -0.31},    // is a name
	cfFormOf + int(formDate):      {-0.81, 0.01, -0.75, -0.63, -0.62, -0.84, -0.75, -0.61, -0.66, -0.61},  // is a date
	cfFormOf + int(formClock):     {-0.09, -0.08, -0.08, -0.08, -0.08, -0.08, -0.08, -0.08, -0.08, -0.08}, // is a clock
	cfFormOf + int(formDuration):  {0.21, 0.23, 0.17, 0.44, 0.17, 0.22, 0.25, 0.24, 0.25, 0.24},           // is a duration
	cfFormOf + int(formNumber):    {0.15, 0.40, 0.24, 0.71, 0.22, 0.23, 0.37, 0.26, 0.23, 0.34},           // is a number
	cfFormOf + int(formMoney):     {0.59, 0.58, 0.58, 0.48, 0.59, 0.86, 0.59, 0.59, 0.58, 0.59},           // is a money
	cfFormOf + int(formPercent):   {0.43, 0.42, 0.42, 0.56, 0.41, 0.46, 0.44, 0.45, 0.42, 0.44},           // is a percent
	cfFormOf + int(formQuotation): {0.22, 0.12, 0.19, 0.20, 0.24, 0.17, 0.16, 0.20, 0.28, 0.18},           // is a quotation
	cfFormOf + int(formClause):    {-0.12, -0.12, -0.16, -0.15, -0.36, -0.29, 0.18, -0.03, 0.25, 0.02},    // is a clause
	cfBefore + wcNone:             {0.83, 0.68, 0.83, 0.71, 0.71, 0.75, 0.73, 0.64, 0.84, 0.76},           // before it: no word
	cfBefore + wcMark:             {-0.12, -0.33, -0.27, -0.17, -0.21, -0.34, -0.39, -0.33, -0.37, -0.28}, // before it: a mark
	cfBefore + wcOpen:             {-0.11, 0.00, 0.05, 0.01, 0.13, 0.23, 0.18, 0.07, 0.28, 0.08},          // before it: a bracket or quotation mark
	cfBefore + wcNoun:             {-0.59, -0.59, -0.55, -0.67, -0.60, -0.88, -0.60, -0.56, -0.64, -0.60}, // before it: a noun or adjective
	cfBefore + wcName:             {-1.33, -1.20, -1.39, -1.28, -1.44, -1.45, -1.39, -1.39, -1.35, -1.32}, // before it: a name
	cfBefore + wcNumber:           {-0.29, -0.35, -0.36, -0.35, -0.18, -0.38, -0.34, -0.31, -0.37, -0.32}, // before it: a figure
	cfBefore + wcDeterminer:       {0.01, 0.21, 0.15, 0.10, -0.06, 0.30, 0.34, 0.16, 0.07, -0.05},         // before it: a determiner
	cfBefore + wcPreposition:      {0.44, 0.42, 0.44, 0.36, 0.51, 0.42, 0.22, 0.38, 0.29, 0.39},           // before it: a preposition
	cfBefore + wcTo:               {0.55, 0.55, 0.64, 0.56, 0.39, 0.48, 0.51, 0.59, 0.49, 0.51},           // before it: "to"
	cfBefore + wcConjunction:      {-0.80, -0.75, -0.78, -0.56, -0.66, -0.76, -0.70, -0.65, -0.69, -0.70}, // before it: a conjunction
	cfBefore + wcBe:               {0.58, 0.45, 0.44, 0.46, 0.51, 0.45, 0.48, 0.47, 0.49, 0.47},           // before it: a form of "be"
	cfBefore + wcAuxiliary:        {0.82, 0.84, 0.81, 0.89, 0.89, 0.78, 1.00, 0.85, 0.84, 0.84},           // before it: an auxiliary
	cfBefore + wcPronoun:          {0.02, 0.00, -0.00, 0.00, -0.01, -0.01, 0.01, 0.00, 0.00, 0.07},        // before it: a pronoun
	cfBefore + wcRelative:         {0.18, 0.14, 0.15, 0.15, 0.11, 0.15, 0.12, 0.12, 0.13, 0.13},           // before it: "where", "how" and the like
	cfBefore + wcAdverb:           {0.10, 0.29, 0.13, 0.10, -0.03, 0.13, 0.10, 0.20, 0.16, 0.20},          // before it: an adverb
	cfBefore + wcVerb:             {0.31, 0.24, 0.28, 0.27, 0.48, 0.39, 0.22, 0.40, 0.19, 0.29},           // before it: a verb
	cfBefore + wcParticiple:       {0.27, 0.15, 0.25, 0.21, 0.25, 0.39, 0.32, 0.26, 0.38, 0.33},           // before it: a participle
	cfBefore + wcNot:              {0.27, 0.28, 0.28, 0.28, 0.38, 0.26, 0.31, 0.29, 0.31, 0.28},           // before it: "not"
	cfBefore + wcVerbal:           {-0.61, -0.53, -0.53, -0.53, -0.61, -0.60, -0.58, -0.62, -0.53, -0.58}, // before it: a word that may be a verb
	cfBefore + wcStop:             {-0.55, -0.49, -0.57, -0.55, -0.56, -0.32, -0.52, -0.57, -0.50, -0.50}, // before it: a semicolon, a colon or a dash
	cfAfter + wcNone:              {0.41, 0.56, 0.64, 0.70, 0.61, 0.68, 0.81, 0.74, 0.76, 0.69},           // after it: no word
	cfAfter + wcMark:              {0.46, 0.44, 0.64, 0.34, 0.43, 0.90, 0.44, 0.91, 0.59, 0.62},           // after it: a mark
	cfAfter + wcOpen:              {0.86, 0.49, 0.77, 0.58, 0.82, 1.35, 0.88, 0.70, 0.87, 0.77},           // after it: a bracket or quotation mark
	cfAfter + wcNoun:              {-0.42, -0.25, -0.40, -0.16, -0.33, -0.56, -0.52, -0.48, -0.44, -0.40}, // after it: a noun or adjective
	cfAfter + wcName:              {-0.87, -0.84, -0.95, -0.68, -0.96, -0.91, -0.92, -0.87, -0.88, -0.85}, // after it: a name
	cfAfter + wcNumber:            {-0.91, -1.10, -0.94, -1.00, -0.93, -0.95, -0.94, -0.94, -0.94, -0.94}, // after it: a figure
	cfAfter + wcDeterminer:        {-0.30, -0.08, -0.15, -0.24, -0.14, -0.36, -0.27, -0.31, -0.30, -0.21}, // after it: a determiner
	cfAfter + wcPreposition:       {-0.09, -0.13, -0.23, -0.16, -0.25, -0.35, -0.35, -0.32, -0.28, -0.23}, // after it: a preposition
	cfAfter + wcTo:                {-0.36, -0.37, -0.49, -0.40, -0.34, -0.48, -0.30, -0.46, -0.44, -0.41}, // after it: "to"
	cfAfter + wcConjunction:       {-1.12, -0.93, -1.08, -1.05, -1.05, -1.20, -1.03, -1.03, -0.98, -1.03}, // after it: a conjunction
	cfAfter + wcBe:                {0.54, 0.85, 0.68, 0.79, 0.79, 0.81, 0.80, 0.89, 0.80, 0.72},           // after it: a form of "be"
	cfAfter + wcAuxiliary:         {0.64, 0.53, 0.64, 0.51, 0.67, 0.28, 0.76, 0.52, 0.49, 0.53},           // after it: an auxiliary
	cfAfter + wcPronoun:           {0.51, 0.54, 0.45, 0.44, 0.42, 0.40, 0.63, 0.51, 0.43, 0.44},           // after it: a pronoun
	cfAfter + wcRelative:          {0.02, 0.03, 0.02, 0.02, 0.12, 0.01, 0.07, -0.00, 0.04, 0.02},          // after it: "where", "how" and the like
	cfAfter + wcAdverb:            {-0.05, -0.02, -0.02, 0.01, 0.15, -0.11, -0.11, -0.07, -0.02, -0.03},   // after it: an adverb
	cfAfter + wcVerb:              {0.36, 0.22, 0.26, 0.17, 0.14, 0.34, 0.17, 0.17, 0.20, 0.20},           // after it: a verb
	cfAfter + wcParticiple:        {0.04, -0.18, -0.25, -0.14, -0.45, -0.08, -0.13, -0.20, -0.16, -0.20},  // after it: a participle
	cfAfter + wcNot:               {0.20, 0.20, 0.25, 0.20, 0.19, 0.19, 0.21, 0.21, 0.21, 0.20},           // after it: "not"
	cfAfter + wcVerbal:            {-0.91, -0.89, -0.93, -0.82, -0.76, -0.99, -1.00, -0.95, -0.87, -0.85}, // after it: a word that may be a verb
	cfAfter + wcStop:              {0.52, 0.48, 0.59, 0.43, 0.41, 0.56, 0.37, 0.49, 0.47, 0.52},           // after it: a semicolon, a colon or a dash
	cfStart + wcNone:              {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: no word
	cfStart + wcMark:              {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: a mark
	cfStart + wcOpen:              {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: a bracket or quotation mark
	cfStart + wcNoun:              {0.82, 0.68, 0.71, 0.80, 1.17, 1.02, 1.18, 1.05, 0.68, 0.76},           // begins with: a noun or adjective
	cfStart + wcName:              {1.02, 0.38, 0.88, 0.37, 1.09, 0.79, 0.41, 0.36, 0.36, 0.52},           // begins with: a name
	cfStart + wcNumber:            {0.08, 0.66, 0.08, 0.08, 0.21, 0.32, 0.13, 0.21, 0.18, 0.21},           // begins with: a figure
	cfStart + wcDeterminer:        {-0.98, -1.00, -0.99, -0.97, -1.08, -1.07, -1.05, -1.01, -1.03, -1.03}, // begins with: a determiner
	cfStart + wcPreposition:       {-0.83, -0.59, -0.51, -0.59, -0.88, -0.88, -0.81, -0.76, -0.55, -0.67}, // begins with: a preposition
	cfStart + wcTo:                {0.35, 0.27, 0.33, 0.32, 0.18, 0.32, 0.38, 0.39, 0.36, 0.33},           // begins with: "to"
	cfStart + wcConjunction:       {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: a conjunction
	cfStart + wcBe:                {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: a form of "be"
	cfStart + wcAuxiliary:         {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: an auxiliary
	cfStart + wcPronoun:           {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: a pronoun
	cfStart + wcRelative:          {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: "where", "how" and the like
	cfStart + wcAdverb:            {0.18, 0.30, 0.24, 0.57, 0.02, 0.00, 0.23, 0.23, 0.47, 0.44},           // begins with: an adverb
	cfStart + wcVerb:              {-0.45, -0.46, -0.49, -0.44, -0.44, -0.39, -0.37, -0.34, -0.46, -0.42}, // begins with: a verb
	cfStart + wcParticiple:        {-0.42, -0.50, -0.51, -0.47, -0.50, -0.42, -0.47, -0.49, -0.35, -0.44}, // begins with: a participle
	cfStart + wcNot:               {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: "not"
	cfStart + wcVerbal:            {-0.37, -0.31, -0.32, -0.25, -0.36, -0.28, -0.25, -0.24, -0.23, -0.28}, // begins with: a word that may be a verb
	cfStart + wcStop:              {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: a semicolon, a colon or a dash
	cfEnd + wcNone:                {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: no word
	cfEnd + wcMark:                {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: a mark
	cfEnd + wcOpen:                {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: a bracket or quotation mark
	cfEnd + wcNoun:                {0.11, -0.13, -0.03, 0.13, -0.15, 0.01, 0.14, 0.18, 0.19, 0.23},        // ends with: a noun or adjective
	cfEnd + wcName:                {1.00, 0.37, 0.93, 0.34, 0.68, 0.65, 0.47, 0.35, 0.36, 0.46},           // ends with: a name
	cfEnd + wcNumber:              {-0.09, 0.65, 0.01, 0.23, 0.03, 0.09, -0.02, 0.09, -0.04, 0.10},        // ends with: a figure
	cfEnd + wcDeterminer:          {-0.00, -0.00, -0.00, -0.00, -0.00, -0.00, -0.00, -0.00, -0.00, -0.00}, // ends with: a determiner
	cfEnd + wcPreposition:         {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: a preposition
	cfEnd + wcTo:                  {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: "to"
	cfEnd + wcConjunction:         {-0.06, -0.06, -0.06, -0.06, -0.08, -0.06, -0.06, -0.06, -0.06, -0.06}, // ends with: a conjunction
	cfEnd + wcBe:                  {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: a form of "be"
	cfEnd + wcAuxiliary:           {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: an auxiliary
	cfEnd + wcPronoun:             {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: a pronoun
	cfEnd + wcRelative:            {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: "where", "how" and the like
	cfEnd + wcAdverb:              {-0.89, -0.85, -0.83, -0.75, -0.87, -0.92, -0.85, -0.84, -0.85, -0.82}, // ends with: an adverb
	cfEnd + wcVerb:                {-0.51, -0.47, -0.47, -0.38, -0.45, -0.48, -0.37, -0.51, -0.49, -0.44}, // ends with: a verb
	cfEnd + wcParticiple:          {-0.40, -0.39, -0.35, -0.35, -0.42, -0.41, -0.31, -0.31, -0.20, -0.38}, // ends with: a participle
	cfEnd + wcNot:                 {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: "not"
	cfEnd + wcVerbal:              {0.16, 0.18, 0.12, 0.14, 0.55, 0.41, 0.31, 0.40, 0.39, 0.21},           // ends with: a word that may be a verb
	cfEnd + wcStop:                {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: a semicolon, a colon or a dash
	cfEnding + endingOther:        {0.14, 0.01, 0.08, -0.02, -0.14, 0.00, -0.11, 0.11, -0.10, -0.04},      // its last word ends as no other
	cfEnding + endingFigure:       {-0.04, 0.72, 0.10, 0.32, 0.11, 0.20, 0.06, 0.17, 0.04, 0.21},          // its last word ends as a figure
	cfEnding + endingPeople:       {0.50, 0.42, 0.48, 0.47, 0.55, 0.63, 0.41, 0.40, 0.53, 0.48},           // its last word ends as those of peoples and languages
	cfEnding + endingMatter:       {-0.14, -0.09, -0.15, -0.03, 0.12, 0.44, 0.23, -0.02, -0.07, 0.05},     // its last word ends as abstract nouns
	cfEnding + endingAgent:        {0.11, -0.06, 0.08, -0.06, 0.05, -0.12, 0.01, -0.05, -0.15, -0.11},     // its last word ends as nouns of agents
	cfEnding + endingGerund:       {-0.03, -0.06, 0.13, -0.04, -0.08, -0.06, 0.04, -0.10, -0.09, -0.02},   // its last word ends as gerunds
	cfEnding + endingPast:         {-0.44, -0.48, -0.51, -0.45, -0.56, -0.51, -0.49, -0.36, -0.27, -0.46}, // its last word ends as past participles
	cfEnding + endingAdverb:       {-0.49, -0.42, -0.33, -0.37, -0.42, -0.50, -0.35, -0.42, -0.40, -0.39}, // its last word ends as adverbs
	cfEnding + endingQuality:      {-0.12, -0.11, -0.01, -0.10, 0.12, -0.01, -0.10, -0.00, 0.17, 0.01},    // its last word ends as adjectives
	cfEnding + endingPlural:       {0.28, -0.11, -0.06, 0.10, 0.05, -0.28, 0.10, 0.07, 0.12, 0.10},        // its last word ends as plurals
}
