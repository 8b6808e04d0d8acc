package answer

// candidateWeights weigh the signs of candidates in log odds: a row for each sign,
// a column for each kind of question, in the order of asked. They are learnt:
// internal/eval/learn -what spans.
//
//	who, when, where, number, noun, be, do, what, how, other
var candidateWeights = [cfCount][askedCount]float32{
	cfLag:                         {1.00, 0.91, 0.83, 0.86, 0.99, 0.94, 1.20, 0.82, 1.05, 1.06},           // how far the sentence's score lies below the best one's
	cfFirst:                       {-0.21, -0.28, -0.03, 0.03, 0.28, 0.33, 0.08, 0.25, 0.24, 0.12},        // stands in the best sentence
	cfNear:                        {0.64, 0.53, 0.43, 0.51, 0.56, 0.44, 0.52, 0.48, 0.31, 0.45},           // the question's weight close by, on either side
	cfLeft:                        {0.53, 0.55, 0.50, 0.39, 0.44, 0.48, 0.54, 0.50, 0.39, 0.43},           // the same before the span
	cfRight:                       {0.17, 0.03, -0.00, 0.19, 0.17, 0.03, 0.04, 0.04, -0.02, 0.08},         // the same after it
	cfFar:                         {3.77, 3.63, 3.52, 3.47, 3.84, 3.59, 3.64, 3.52, 3.23, 3.41},           // the same farther off
	cfBoth:                        {-0.99, -0.98, -1.00, -0.97, -0.94, -1.04, -0.99, -0.95, -1.01, -0.97}, // the smaller of the two sides
	cfClause:                      {0.19, 0.09, -0.04, 0.01, 0.27, -0.13, 0.23, 0.24, 0.02, 0.14},         // the share of the question in its clause
	cfAsked:                       {-1.93, -1.96, -1.97, -1.85, -2.11, -1.79, -2.04, -1.95, -1.88, -1.67}, // the share of its own words that the question has
	cfSomeAsked:                   {0.51, 0.29, 0.34, 0.25, 0.44, 0.70, 0.25, 0.33, 0.36, 0.85},           // has a word of the question
	cfSubject:                     {0.90, 0.95, 1.10, 1.08, 0.98, 0.95, 0.95, 0.93, 0.95, 0.93},           // the next term follows, where the subject is asked for
	cfObject:                      {1.33, 1.22, 1.31, 1.13, 1.02, 1.19, 1.42, 1.20, 1.30, 1.20},           // the last term comes just before, where it is not
	cfNextRight:                   {0.40, 0.41, 0.38, 0.56, 0.69, 0.51, 0.27, 0.40, 0.24, 0.40},           // the next term follows soon
	cfNextLeft:                    {0.87, 0.80, 0.79, 0.62, 0.58, 0.93, 0.68, 0.65, 0.68, 0.69},           // the next term comes before
	cfLastLeft:                    {0.20, 0.32, 0.34, 0.30, 0.11, 0.29, 0.51, 0.38, 0.32, 0.22},           // the last term comes before
	cfLastRight:                   {-0.18, -0.10, -0.34, -0.25, -0.19, -0.36, -0.23, -0.22, -0.34, -0.24}, // the last term follows
	cfPrep:                        {2.07, 1.77, 2.03, 1.97, 2.47, 2.01, 2.02, 1.89, 1.97, 1.90},           // follows the preposition that the question gives
	cfBeLeft:                      {0.40, 0.36, 0.48, 0.42, 0.25, 0.56, 0.37, 0.28, 0.29, 0.40},           // "X is …": a form of "be" before, and a matched word before that
	cfBeRight:                     {0.28, 0.38, 0.35, 0.55, 0.28, 0.51, 0.29, 0.40, 0.37, 0.36},           // "… is X"
	cfComma:                       {-0.87, -0.89, -0.94, -0.96, -0.85, -0.77, -0.93, -0.86, -0.88, -0.87}, // "X, …": a comma before, and a matched word before that
	cfCommaR:                      {-0.69, -0.86, -1.05, -1.02, -1.03, -0.95, -1.02, -0.70, -0.98, -0.90}, // "…, X"
	cfHeadLast:                    {2.01, 2.00, 2.04, 1.95, 2.44, 1.99, 1.99, 1.99, 2.00, 1.99},           // ends in the noun that is asked for
	cfHeadIn:                      {1.74, 1.77, 1.71, 1.64, 2.00, 1.70, 1.70, 1.70, 1.76, 1.70},           // has that noun elsewhere
	cfHeadLeft:                    {0.81, 0.81, 0.80, 0.76, 1.02, 0.80, 0.80, 0.80, 0.83, 0.80},           // that noun comes just before
	cfHeadRight:                   {1.09, 1.17, 1.20, 1.26, 1.37, 1.16, 1.16, 1.16, 1.16, 1.16},           // that noun follows at once
	cfHeadNear:                    {0.12, 0.28, 0.10, 0.17, 0.51, 0.20, 0.20, 0.20, 0.08, 0.20},           // that noun stands in the sentence near by
	cfHeadOf:                      {1.02, 0.97, 1.00, 1.00, 1.14, 0.97, 0.97, 0.97, 0.95, 0.97},           // "<noun> of …", "<noun> called …"
	cfHeadIs:                      {-0.18, -0.16, -0.14, -0.16, -0.20, -0.16, -0.16, -0.16, -0.17, -0.16}, // "… is a <noun>"
	cfValue:                       {3.43, 3.86, 3.43, 4.00, 3.43, 3.43, 3.43, 3.43, 3.43, 3.43},           // is a value of the kind that is asked for
	cfValueIn:                     {0.62, 0.82, 0.62, 0.60, 0.62, 0.62, 0.62, 0.62, 0.62, 0.62},           // holds such a value and other words
	cfValueCut:                    {0.45, 0.43, 0.45, 0.56, 0.45, 0.45, 0.45, 0.45, 0.45, 0.45},           // is part of such a value
	cfName:                        {1.15, 0.70, 1.28, 0.72, 1.05, 0.67, 0.66, 0.68, 0.61, 0.76},           // is a whole name
	cfNameIn:                      {0.00, -0.17, -0.12, -0.12, 0.17, 0.52, 0.08, -0.01, 0.23, 0.15},       // holds a whole name and other words
	cfNameCut:                     {-1.09, -1.19, -1.19, -1.17, -1.31, -1.19, -1.18, -1.17, -1.14, -1.15}, // cuts a name
	cfPerson:                      {0.10, -0.49, -0.37, -0.36, -0.27, -0.33, -0.47, -0.42, -0.47, -0.36},  // is a name that can be a person's
	cfCutLeft:                     {-0.01, -0.10, -0.18, -0.34, -0.01, -0.50, -0.21, -0.24, -0.39, -0.22}, // the word before belongs to the same phrase
	cfCutRight:                    {-0.85, -0.54, -0.74, -0.29, -0.49, -0.83, -0.82, -0.74, -0.73, -0.64}, // the word after does
	cfAnd:                         {0.58, 0.45, 0.71, 0.49, 0.73, 0.51, 0.62, 0.56, 0.53, 0.61},           // has "and" or "or" in it
	cfOf:                          {-0.21, 0.11, -0.01, 0.06, 0.00, -0.09, 0.14, 0.24, 0.29, 0.03},        // has "of" in it
	cfPreposition:                 {-0.71, -0.52, -0.48, -0.52, -1.11, -0.66, -0.35, -0.42, 0.13, -0.40},  // has another preposition in it
	cfInnerMark:                   {-0.54, -0.22, -0.62, -0.34, -0.48, -0.55, -0.53, -0.64, -0.50, -0.27}, // has a comma in it
	cfVerb:                        {-0.48, -0.37, -0.46, -0.32, -0.45, -0.63, -0.34, -0.45, -0.29, -0.18}, // has a verb in it
	cfPossessor:                   {-0.01, -0.29, -0.31, -0.26, -0.38, -0.32, -0.29, -0.26, -0.27, -0.25}, // ends in 's
	cfTitle:                       {0.21, 0.32, 0.25, 0.33, 0.49, 0.63, 0.54, 0.39, 0.44, 0.45},           // stands in the title
	cfElsewhere:                   {0.28, 0.72, 0.46, 0.54, 0.78, 0.52, 0.52, 0.35, 0.42, 0.51},           // stands in other good sentences
	cfAgain:                       {-0.75, -0.69, -0.72, -0.73, -0.69, -0.60, -0.77, -0.65, -0.66, -0.62}, // its words came earlier in the sentence
	cfPlural:                      {1.17, 1.16, 1.29, 0.87, 1.59, 1.15, 1.15, 1.15, 1.10, 1.15},           // ends in "s" where several are asked for, or has "and"
	cfQuoted:                      {0.10, 0.34, 0.18, 0.03, 0.37, 0.41, 0.27, 0.26, 0.47, 0.28},           // stands in quotation marks or parentheses
	cfLead:                        {0.84, 0.67, 0.83, 0.74, 0.74, 0.77, 0.73, 0.66, 0.86, 0.77},           // begins the sentence
	cfTail:                        {0.43, 0.60, 0.67, 0.72, 0.63, 0.70, 0.82, 0.77, 0.79, 0.71},           // ends it
	cfBy:                          {0.36, 0.02, -0.20, 0.02, 0.00, -0.16, -0.01, -0.00, 0.14, -0.00},      // follows one of these words: by, in, on, at, …
	cfIn:                          {-0.78, -0.54, -0.05, -0.51, -0.53, -0.60, -0.70, -0.64, -0.54, -0.49}, // follows the word "in"
	cfOn:                          {-0.26, -0.00, -0.06, -0.11, 0.07, -0.14, -0.11, -0.05, -0.14, -0.03},  // follows the word "on"
	cfAt:                          {-0.24, -0.04, 0.04, -0.11, -0.03, -0.23, -0.17, -0.11, -0.11, -0.11},  // follows the word "at"
	cfOfLeft:                      {-0.80, -0.64, -0.65, -0.57, -0.31, -0.89, -0.65, -0.70, -0.80, -0.64}, // follows the word "of"
	cfAs:                          {0.72, 0.69, 0.48, 0.60, 0.66, 1.05, 0.57, 0.61, 0.62, 0.58},           // follows the word "as"
	cfTo:                          {-0.08, -0.04, 0.12, -0.11, -0.21, -0.15, -0.05, 0.00, -0.06, -0.08},   // follows the word "to"
	cfFrom:                        {-0.10, -0.08, -0.11, -0.13, -0.06, -0.07, -0.09, -0.13, -0.10, -0.07}, // follows the word "from"
	cfFor:                         {-0.01, -0.06, -0.17, -0.02, -0.24, -0.06, -0.00, -0.10, -0.10, -0.08}, // follows the word "for"
	cfWith:                        {-0.12, -0.21, -0.31, -0.23, -0.17, -0.33, -0.17, -0.13, -0.22, -0.23}, // follows the word "with"
	cfBecause:                     {0.21, 0.22, 0.22, 0.22, 0.24, 0.20, 0.25, 0.23, 0.26, 0.21},           // follows the word "because"
	cfCalled:                      {1.42, 1.43, 1.41, 1.43, 1.58, 1.65, 1.43, 1.50, 1.45, 1.44},           // follows the word "called"
	cfThe:                         {0.54, 0.73, 0.67, 0.56, 0.62, 0.79, 0.67, 0.70, 0.39, 0.61},           // follows the word "the"
	cfAn:                          {0.38, 0.41, 0.35, 0.49, 0.57, 0.58, 0.57, 0.35, 0.47, 0.36},           // follows the word "an"
	cfSuch:                        {-0.68, -0.66, -0.69, -0.60, -0.70, -0.65, -0.70, -0.65, -0.64, -0.65}, // follows the word "such"
	cfRare:                        {1.51, 1.39, 1.20, 1.25, 1.55, 1.47, 1.36, 1.29, 1.27, 1.31},           // how rare its words are, on average
	cfRarest:                      {1.65, 1.53, 1.30, 1.35, 1.68, 1.67, 1.53, 1.48, 1.49, 1.50},           // how rare its rarest word is
	cfLastRare:                    {0.11, -0.12, -0.17, -0.23, -0.04, -0.13, -0.12, -0.20, -0.18, -0.16},  // how rare its last word is
	cfVerbLeft:                    {0.52, 0.39, 0.74, 0.53, 0.59, 0.75, 1.10, 0.56, 0.55, 0.61},           // the question's verb comes before
	cfVerbRight:                   {-0.24, -0.11, -0.18, -0.07, -0.04, -0.15, -0.31, -0.18, -0.23, -0.19}, // the question's verb follows
	cfAgent:                       {0.69, 0.41, 0.40, 0.44, 0.45, 0.36, 0.45, 0.42, 0.49, 0.44},           // "… by" with the question's verb before it
	cfAcronym:                     {-1.13, -1.25, -1.09, -1.02, -1.13, -1.15, -1.09, -1.09, -1.09, -1.09}, // is an acronym in parentheses
	cfOutside:                     {-0.65, -0.67, -0.80, -0.76, -0.78, -0.62, -0.61, -0.43, -0.64, -0.78}, // the question's weight in the sentence, outside the span
	cfRank:                        {-0.36, -0.42, -0.33, -0.32, -0.12, -0.18, -0.13, -0.13, -0.09, -0.16}, // one over the rank of its sentence
	cfRule:                        {1.17, 0.89, 1.21, 1.24, 1.07, 1.07, 1.07, 1.07, 1.07, 1.07},           // is what the rules give
	cfRuleIn:                      {0.34, 0.36, 0.26, 0.38, 0.31, 0.31, 0.31, 0.31, 0.31, 0.31},           // has some of that
	cfPast:                        {-0.77, -0.73, -0.70, -0.68, -0.39, -0.12, -0.02, -0.38, 0.11, -0.40},  // has a participle or what may be a verb in it, after its first word
	cfAndVerb:                     {-0.14, -0.17, -0.09, -0.09, -0.10, -0.10, 0.01, -0.09, -0.15, -0.14},  // has "and" before a verb
	cfList:                        {-0.53, -0.55, -0.41, -0.48, -0.41, -0.47, -0.63, -0.57, -0.60, -0.39}, // is a list of three or more
	cfVerbPrep:                    {1.03, 0.68, 0.94, 0.95, 0.90, 1.01, 1.00, 1.01, 0.90, 0.85},           // follows the question's preposition after a term of the question
	cfGapLeft:                     {2.17, 2.04, 2.07, 2.07, 2.33, 2.06, 2.05, 2.43, 2.02, 2.09},           // the term before a question word that comes late stands before
	cfHeadSoon:                    {0.80, 0.95, 0.92, 1.13, 0.99, 0.92, 0.92, 0.92, 0.89, 0.92},           // the noun that is asked for follows within three words
	cfVerbClause:                  {0.27, 0.41, 0.40, 0.12, 0.44, 0.28, 0.84, 0.40, 0.39, 0.45},           // the question's verb stands in its clause
	cfNextClause:                  {0.04, 0.34, 0.43, -0.00, 0.24, 0.45, 0.22, 0.25, 0.27, 0.30},          // the term after what is asked for stands in its clause
	cfTwoRight:                    {-0.32, -0.57, -0.52, -0.29, -0.47, -0.41, -0.53, -0.54, -0.55, -0.45}, // both words after it are of the question
	cfTwoLeft:                     {0.02, 0.27, 0.09, 0.15, 0.13, 0.03, 0.03, 0.07, 0.13, 0.05},           // both words before it are
	cfLength:                      {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // (no span has no words)
	cfLength + 1:                  {-0.64, -0.43, 0.00, -0.15, -0.30, -0.31, -0.45, -0.31, -0.54, -0.44},  // has 1 word
	cfLength + 2:                  {0.42, 0.51, 0.21, 0.08, 0.25, 0.51, 0.27, 0.35, 0.15, 0.21},           // has 2 words
	cfLength + 3:                  {0.10, -0.04, -0.12, 0.27, 0.03, 0.00, -0.16, -0.00, -0.17, -0.02},     // has 3 words
	cfLength + 4:                  {-0.04, -0.02, -0.14, -0.00, 0.24, 0.06, 0.01, -0.09, -0.12, -0.04},    // has 4 words
	cfLength + 5:                  {-0.29, -0.39, -0.29, -0.45, -0.35, -0.50, -0.46, -0.34, -0.42, -0.32}, // has 5 words
	cfLength + 6:                  {-0.22, -0.23, -0.25, -0.22, -0.30, -0.33, -0.02, -0.26, -0.10, -0.24}, // has 6 words
	cfLength + 7:                  {0.38, 0.39, 0.40, 0.26, 0.19, 0.28, 0.51, 0.40, 0.62, 0.46},           // has 7 words
	cfLength + 8:                  {0.42, 0.37, 0.33, 0.38, 0.38, 0.44, 0.46, 0.40, 0.74, 0.55},           // has 8 words
	cfFormOf + int(formPhrase):    {-0.20, -0.52, -0.13, -0.27, 0.02, 0.01, -0.08, -0.00, -0.12, -0.24},   // is a phrase
	cfFormOf + int(formName):      {0.28, -0.36, 0.20, -0.58, 0.11, -0.11, -0.35, -0.37, -0.53, -0.32},    // is a name
	cfFormOf + int(formDate):      {-0.88, -0.07, -0.83, -0.70, -0.69, -0.90, -0.82, -0.68, -0.72, -0.67}, // is a date
	cfFormOf + int(formClock):     {-0.14, -0.12, -0.12, -0.12, -0.12, -0.12, -0.12, -0.12, -0.12, -0.12}, // is a clock
	cfFormOf + int(formDuration):  {0.20, 0.23, 0.16, 0.44, 0.16, 0.22, 0.24, 0.23, 0.24, 0.23},           // is a duration
	cfFormOf + int(formNumber):    {0.15, 0.39, 0.22, 0.71, 0.19, 0.28, 0.35, 0.27, 0.22, 0.34},           // is a number
	cfFormOf + int(formMoney):     {0.58, 0.58, 0.58, 0.48, 0.59, 0.85, 0.58, 0.58, 0.58, 0.58},           // is a money
	cfFormOf + int(formPercent):   {0.42, 0.41, 0.41, 0.54, 0.40, 0.44, 0.42, 0.44, 0.41, 0.43},           // is a percent
	cfFormOf + int(formQuotation): {0.19, 0.09, 0.17, 0.17, 0.22, 0.14, 0.13, 0.17, 0.25, 0.16},           // is a quotation
	cfFormOf + int(formClause):    {-0.09, -0.08, -0.13, -0.12, -0.33, -0.27, 0.21, 0.00, 0.31, 0.15},     // is a clause
	cfBefore + wcNone:             {0.84, 0.67, 0.83, 0.74, 0.74, 0.77, 0.73, 0.66, 0.86, 0.77},           // before it: no word
	cfBefore + wcMark:             {-0.25, -0.39, -0.41, -0.29, -0.40, -0.41, -0.51, -0.51, -0.49, -0.41}, // before it: a mark
	cfBefore + wcOpen:             {-0.27, -0.28, -0.15, -0.24, -0.03, 0.05, 0.00, -0.12, 0.10, -0.11},    // before it: a bracket or quotation mark
	cfBefore + wcNoun:             {-0.66, -0.66, -0.61, -0.75, -0.68, -0.90, -0.66, -0.63, -0.70, -0.66}, // before it: a noun or adjective
	cfBefore + wcName:             {-1.39, -1.28, -1.42, -1.34, -1.53, -1.50, -1.45, -1.45, -1.41, -1.38}, // before it: a name
	cfBefore + wcNumber:           {-0.19, -0.23, -0.26, -0.20, -0.07, -0.28, -0.24, -0.21, -0.27, -0.21}, // before it: a figure
	cfBefore + wcDeterminer:       {0.04, 0.27, 0.17, 0.13, -0.01, 0.34, 0.37, 0.20, 0.12, 0.05},          // before it: a determiner
	cfBefore + wcPreposition:      {0.45, 0.51, 0.46, 0.42, 0.54, 0.51, 0.27, 0.39, 0.30, 0.43},           // before it: a preposition
	cfBefore + wcTo:               {0.59, 0.62, 0.70, 0.60, 0.44, 0.53, 0.57, 0.64, 0.54, 0.57},           // before it: "to"
	cfBefore + wcConjunction:      {-0.80, -0.75, -0.80, -0.56, -0.67, -0.76, -0.71, -0.67, -0.71, -0.70}, // before it: a conjunction
	cfBefore + wcBe:               {0.65, 0.52, 0.52, 0.51, 0.59, 0.53, 0.57, 0.55, 0.56, 0.55},           // before it: a form of "be"
	cfBefore + wcAuxiliary:        {0.56, 0.58, 0.55, 0.63, 0.61, 0.53, 0.67, 0.58, 0.58, 0.57},           // before it: an auxiliary
	cfBefore + wcPronoun:          {-0.01, -0.04, -0.04, -0.04, -0.05, -0.05, -0.03, -0.04, -0.03, -0.02}, // before it: a pronoun
	cfBefore + wcRelative:         {0.17, 0.13, 0.15, 0.14, 0.11, 0.15, 0.12, 0.12, 0.13, 0.13},           // before it: "where", "how" and the like
	cfBefore + wcAdverb:           {0.10, 0.31, 0.16, 0.13, -0.01, 0.12, 0.15, 0.23, 0.19, 0.25},          // before it: an adverb
	cfBefore + wcVerb:             {0.33, 0.26, 0.30, 0.27, 0.50, 0.43, 0.25, 0.43, 0.23, 0.31},           // before it: a verb
	cfBefore + wcParticiple:       {0.23, 0.07, 0.16, 0.12, 0.20, 0.35, 0.26, 0.19, 0.30, 0.26},           // before it: a participle
	cfBefore + wcNot:              {0.35, 0.35, 0.35, 0.35, 0.46, 0.33, 0.38, 0.36, 0.39, 0.36},           // before it: "not"
	cfBefore + wcVerbal:           {-0.62, -0.53, -0.52, -0.53, -0.61, -0.60, -0.59, -0.61, -0.53, -0.59}, // before it: a word that may be a verb
	cfAfter + wcNone:              {0.43, 0.60, 0.67, 0.72, 0.63, 0.70, 0.82, 0.77, 0.79, 0.71},           // after it: no word
	cfAfter + wcMark:              {0.45, 0.23, 0.64, 0.26, 0.38, 0.85, 0.30, 0.87, 0.52, 0.52},           // after it: a mark
	cfAfter + wcOpen:              {0.89, 0.61, 0.81, 0.65, 0.85, 1.41, 0.92, 0.76, 0.91, 0.81},           // after it: a bracket or quotation mark
	cfAfter + wcNoun:              {-0.47, -0.30, -0.43, -0.17, -0.37, -0.58, -0.56, -0.51, -0.45, -0.43}, // after it: a noun or adjective
	cfAfter + wcName:              {-0.85, -0.83, -0.93, -0.64, -0.94, -0.89, -0.90, -0.85, -0.88, -0.84}, // after it: a name
	cfAfter + wcNumber:            {-0.53, -0.62, -0.57, -0.64, -0.54, -0.57, -0.56, -0.56, -0.57, -0.56}, // after it: a figure
	cfAfter + wcDeterminer:        {-0.29, -0.07, -0.15, -0.24, -0.12, -0.35, -0.26, -0.30, -0.28, -0.20}, // after it: a determiner
	cfAfter + wcPreposition:       {-0.08, -0.10, -0.22, -0.20, -0.24, -0.33, -0.34, -0.35, -0.28, -0.21}, // after it: a preposition
	cfAfter + wcTo:                {-0.31, -0.32, -0.44, -0.35, -0.30, -0.44, -0.25, -0.41, -0.39, -0.33}, // after it: "to"
	cfAfter + wcConjunction:       {-1.15, -0.94, -1.08, -1.05, -1.05, -1.21, -1.04, -1.04, -0.99, -1.04}, // after it: a conjunction
	cfAfter + wcBe:                {0.57, 0.86, 0.71, 0.82, 0.81, 0.85, 0.82, 0.94, 0.82, 0.74},           // after it: a form of "be"
	cfAfter + wcAuxiliary:         {0.65, 0.54, 0.67, 0.51, 0.68, 0.30, 0.75, 0.54, 0.50, 0.54},           // after it: an auxiliary
	cfAfter + wcPronoun:           {0.54, 0.57, 0.49, 0.47, 0.44, 0.43, 0.66, 0.54, 0.46, 0.50},           // after it: a pronoun
	cfAfter + wcRelative:          {0.00, 0.02, 0.01, 0.00, 0.11, 0.00, 0.06, -0.01, 0.03, 0.01},          // after it: "where", "how" and the like
	cfAfter + wcAdverb:            {-0.01, 0.02, 0.01, 0.05, 0.17, -0.05, -0.07, -0.03, 0.04, 0.01},       // after it: an adverb
	cfAfter + wcVerb:              {0.37, 0.23, 0.27, 0.17, 0.16, 0.34, 0.17, 0.18, 0.21, 0.22},           // after it: a verb
	cfAfter + wcParticiple:        {0.06, -0.19, -0.21, -0.15, -0.47, -0.08, -0.13, -0.20, -0.16, -0.19},  // after it: a participle
	cfAfter + wcNot:               {0.18, 0.19, 0.23, 0.19, 0.18, 0.17, 0.19, 0.19, 0.19, 0.19},           // after it: "not"
	cfAfter + wcVerbal:            {-0.88, -0.88, -0.91, -0.80, -0.77, -0.97, -0.97, -0.94, -0.86, -0.83}, // after it: a word that may be a verb
	cfStart + wcNone:              {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: no word
	cfStart + wcMark:              {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: a mark
	cfStart + wcOpen:              {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: a bracket or quotation mark
	cfStart + wcNoun:              {0.79, 0.69, 0.67, 0.74, 1.19, 1.01, 1.20, 1.03, 0.67, 0.76},           // begins with: a noun or adjective
	cfStart + wcName:              {0.96, 0.31, 0.86, 0.30, 1.00, 0.69, 0.37, 0.31, 0.29, 0.50},           // begins with: a name
	cfStart + wcNumber:            {0.18, 0.79, 0.16, 0.17, 0.30, 0.44, 0.24, 0.31, 0.28, 0.31},           // begins with: a figure
	cfStart + wcDeterminer:        {-0.95, -0.99, -0.97, -0.95, -1.06, -1.05, -1.03, -0.99, -1.01, -1.00}, // begins with: a determiner
	cfStart + wcPreposition:       {-0.58, -0.35, -0.24, -0.07, -0.63, -0.62, -0.56, -0.50, -0.26, -0.41}, // begins with: a preposition
	cfStart + wcTo:                {0.34, 0.25, 0.31, 0.29, 0.17, 0.29, 0.35, 0.37, 0.34, 0.30},           // begins with: "to"
	cfStart + wcConjunction:       {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: a conjunction
	cfStart + wcBe:                {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: a form of "be"
	cfStart + wcAuxiliary:         {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: an auxiliary
	cfStart + wcPronoun:           {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: a pronoun
	cfStart + wcRelative:          {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: "where", "how" and the like
	cfStart + wcAdverb:            {-0.10, -0.02, -0.05, 0.10, -0.24, -0.27, -0.04, -0.06, 0.14, 0.08},    // begins with: an adverb
	cfStart + wcVerb:              {-0.51, -0.51, -0.53, -0.49, -0.51, -0.43, -0.47, -0.39, -0.50, -0.48}, // begins with: a verb
	cfStart + wcParticiple:        {-0.36, -0.44, -0.45, -0.41, -0.45, -0.37, -0.41, -0.44, -0.28, -0.36}, // begins with: a participle
	cfStart + wcNot:               {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: "not"
	cfStart + wcVerbal:            {-0.35, -0.29, -0.30, -0.24, -0.34, -0.25, -0.23, -0.22, -0.23, -0.26}, // begins with: a word that may be a verb
	cfEnd + wcNone:                {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: no word
	cfEnd + wcMark:                {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: a mark
	cfEnd + wcOpen:                {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: a bracket or quotation mark
	cfEnd + wcNoun:                {0.09, -0.14, -0.03, 0.14, -0.18, 0.00, 0.13, 0.17, 0.19, 0.25},        // ends with: a noun or adjective
	cfEnd + wcName:                {0.98, 0.32, 0.86, 0.28, 0.66, 0.63, 0.46, 0.32, 0.34, 0.39},           // ends with: a name
	cfEnd + wcNumber:              {-0.06, 0.70, 0.04, 0.27, 0.04, 0.14, 0.01, 0.12, -0.01, 0.14},         // ends with: a figure
	cfEnd + wcDeterminer:          {-0.02, -0.02, -0.02, -0.02, -0.02, -0.02, -0.02, -0.02, -0.02, -0.02}, // ends with: a determiner
	cfEnd + wcPreposition:         {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: a preposition
	cfEnd + wcTo:                  {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: "to"
	cfEnd + wcConjunction:         {-0.06, -0.06, -0.06, -0.06, -0.07, -0.05, -0.06, -0.06, -0.06, -0.06}, // ends with: a conjunction
	cfEnd + wcBe:                  {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: a form of "be"
	cfEnd + wcAuxiliary:           {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: an auxiliary
	cfEnd + wcPronoun:             {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: a pronoun
	cfEnd + wcRelative:            {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: "where", "how" and the like
	cfEnd + wcAdverb:              {-0.83, -0.77, -0.76, -0.68, -0.79, -0.86, -0.78, -0.77, -0.76, -0.74}, // ends with: an adverb
	cfEnd + wcVerb:                {-0.50, -0.46, -0.44, -0.35, -0.45, -0.46, -0.37, -0.49, -0.48, -0.42}, // ends with: a verb
	cfEnd + wcParticiple:          {-0.40, -0.40, -0.34, -0.36, -0.42, -0.41, -0.33, -0.31, -0.22, -0.38}, // ends with: a participle
	cfEnd + wcNot:                 {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: "not"
	cfEnd + wcVerbal:              {0.16, 0.17, 0.12, 0.14, 0.57, 0.38, 0.31, 0.39, 0.38, 0.22},           // ends with: a word that may be a verb
	cfEnding + endingOther:        {0.11, -0.01, 0.02, -0.01, -0.16, -0.02, -0.13, 0.10, -0.10, -0.04},    // its last word ends as no other
	cfEnding + endingFigure:       {-0.02, 0.75, 0.11, 0.34, 0.12, 0.23, 0.08, 0.18, 0.06, 0.23},          // its last word ends as a figure
	cfEnding + endingPeople:       {0.55, 0.47, 0.57, 0.52, 0.60, 0.67, 0.47, 0.45, 0.60, 0.53},           // its last word ends as those of peoples and languages
	cfEnding + endingMatter:       {-0.15, -0.15, -0.20, -0.08, 0.09, 0.43, 0.16, -0.03, -0.10, -0.02},    // its last word ends as abstract nouns
	cfEnding + endingAgent:        {0.13, -0.02, 0.13, -0.03, 0.05, -0.10, 0.04, -0.02, -0.13, -0.04},     // its last word ends as nouns of agents
	cfEnding + endingGerund:       {-0.03, -0.05, 0.14, -0.03, -0.08, -0.06, 0.04, -0.10, -0.09, -0.03},   // its last word ends as gerunds
	cfEnding + endingPast:         {-0.45, -0.49, -0.52, -0.47, -0.56, -0.52, -0.52, -0.36, -0.30, -0.47}, // its last word ends as past participles
	cfEnding + endingAdverb:       {-0.50, -0.43, -0.34, -0.39, -0.43, -0.52, -0.36, -0.43, -0.41, -0.39}, // its last word ends as adverbs
	cfEnding + endingQuality:      {-0.09, -0.11, -0.01, -0.09, 0.11, -0.01, -0.10, -0.00, 0.18, 0.01},    // its last word ends as adjectives
	cfEnding + endingPlural:       {0.27, -0.11, -0.06, 0.09, 0.08, -0.30, 0.13, 0.04, 0.11, 0.06},        // its last word ends as plurals
}
