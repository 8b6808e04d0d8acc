package answer

// candidateWeights weigh the signs of candidates in log odds: a row for each sign,
// a column for each kind of question, in the order of asked. They are learnt:
// internal/eval/learn -what spans.
//
//	who, when, where, number, noun, be, do, what, how, other
var candidateWeights = [cfCount][askedCount]float32{
	cfLag:                         {1.02, 0.97, 0.77, 0.82, 0.90, 0.82, 1.23, 0.68, 1.07, 1.03},           // how far the sentence's score lies below the best one's
	cfFirst:                       {-0.17, -0.48, -0.04, 0.25, 0.38, 0.54, -0.08, 0.56, 0.32, 0.24},       // stands in the best sentence
	cfNear:                        {1.20, 0.92, 0.89, 1.07, 1.09, 0.93, 0.92, 1.16, 0.48, 0.89},           // the question's weight close by, on either side
	cfLeft:                        {1.25, 1.41, 1.39, 0.92, 1.32, 1.34, 1.23, 1.59, 1.09, 1.19},           // the same before the span
	cfRight:                       {0.11, -0.34, -0.35, 0.31, -0.09, -0.25, -0.16, -0.28, -0.46, -0.15},   // the same after it
	cfFar:                         {3.66, 3.43, 3.35, 3.14, 3.64, 3.38, 3.38, 3.41, 2.55, 2.93},           // the same farther off
	cfBoth:                        {-2.07, -2.03, -2.01, -1.97, -1.81, -2.17, -2.02, -1.87, -2.06, -1.96}, // the smaller of the two sides
	cfClause:                      {0.40, 0.33, 0.13, 0.10, 0.59, -0.01, 0.74, 0.71, -0.04, 0.38},         // the share of the question in its clause
	cfAsked:                       {-2.02, -1.94, -1.98, -1.55, -2.21, -1.63, -2.04, -1.96, -1.73, -1.35}, // the share of its own words that the question has
	cfSomeAsked:                   {0.66, 0.32, 0.54, 0.26, 0.53, 1.05, 0.85, 0.41, 0.25, 1.45},           // has a word of the question
	cfSubject:                     {0.74, 0.99, 1.56, 1.24, 1.07, 1.03, 1.03, 0.99, 1.05, 0.97},           // the next term follows, where the subject is asked for
	cfObject:                      {1.99, 1.68, 1.64, 1.47, 1.14, 1.49, 1.88, 1.51, 1.81, 1.51},           // the last term comes just before, where it is not
	cfNextRight:                   {0.54, 0.50, 0.58, 0.64, 1.19, 0.93, 0.37, 0.54, 0.07, 0.51},           // the next term follows soon
	cfNextLeft:                    {1.42, 1.27, 1.49, 1.04, 1.39, 1.72, 0.96, 1.07, 1.03, 1.28},           // the next term comes before
	cfLastLeft:                    {-0.17, 0.21, 0.03, 0.11, -0.34, 0.07, 0.46, 0.34, 0.14, -0.13},        // the last term comes before
	cfLastRight:                   {0.12, 0.20, -0.24, 0.05, 0.03, -0.47, 0.05, 0.03, -0.35, -0.06},       // the last term follows
	cfPrep:                        {2.75, 2.13, 2.65, 2.75, 3.37, 2.92, 2.80, 2.58, 2.64, 2.45},           // follows the preposition that the question gives
	cfBeLeft:                      {0.04, 0.23, 0.45, 0.45, 0.10, 0.69, 0.23, -0.01, 0.04, 0.32},          // "X is …": a form of "be" before, and a matched word before that
	cfBeRight:                     {0.13, 0.29, 0.31, 0.73, 0.15, 0.56, 0.07, 0.23, 0.19, 0.23},           // "… is X"
	cfComma:                       {-0.95, -1.10, -1.15, -1.11, -0.80, -0.68, -1.14, -0.86, -1.03, -0.97}, // "X, …": a comma before, and a matched word before that
	cfCommaR:                      {-0.67, -0.96, -1.21, -1.35, -1.31, -1.17, -1.35, -0.57, -1.19, -1.07}, // "…, X"
	cfHeadLast:                    {2.21, 2.11, 2.09, 2.10, 2.73, 2.07, 2.07, 2.07, 2.07, 2.07},           // ends in the noun that is asked for
	cfHeadIn:                      {1.71, 1.84, 1.69, 1.53, 2.08, 1.67, 1.67, 1.67, 1.77, 1.67},           // has that noun elsewhere
	cfHeadLeft:                    {1.05, 1.08, 1.03, 0.97, 1.41, 1.07, 1.07, 1.07, 1.25, 1.07},           // that noun comes just before
	cfHeadRight:                   {1.79, 1.97, 2.02, 2.12, 2.62, 1.95, 1.95, 1.95, 1.94, 1.95},           // that noun follows at once
	cfHeadNear:                    {0.06, 0.42, 0.03, 0.25, 0.62, 0.23, 0.23, 0.23, -0.01, 0.23},          // that noun stands in the sentence near by
	cfHeadOf:                      {1.43, 1.20, 1.27, 1.27, 1.28, 1.20, 1.20, 1.20, 1.17, 1.20},           // "<noun> of …", "<noun> called …"
	cfHeadIs:                      {0.08, 0.13, 0.20, 0.12, 0.15, 0.13, 0.13, 0.13, 0.11, 0.13},           // "… is a <noun>"
	cfValue:                       {3.61, 4.38, 3.61, 5.02, 3.61, 3.61, 3.61, 3.61, 3.61, 3.61},           // is a value of the kind that is asked for
	cfValueIn:                     {0.70, 1.15, 0.70, 0.57, 0.70, 0.70, 0.70, 0.70, 0.70, 0.70},           // holds such a value and other words
	cfValueCut:                    {0.41, 0.35, 0.41, 0.54, 0.41, 0.41, 0.41, 0.41, 0.41, 0.41},           // is part of such a value
	cfName:                        {1.17, 0.76, 1.40, 0.74, 1.25, 0.66, 0.58, 0.60, 0.58, 0.76},           // is a whole name
	cfNameIn:                      {0.36, -0.32, -0.07, -0.17, 0.37, 0.93, 0.08, 0.17, 0.53, 0.37},        // holds a whole name and other words
	cfNameCut:                     {-0.65, -1.06, -0.94, -1.03, -1.19, -1.05, -1.02, -0.98, -0.90, -0.96}, // cuts a name
	cfPerson:                      {1.01, -0.30, -0.17, 0.07, -0.04, 0.10, -0.32, -0.17, -0.14, -0.00},    // is a name that can be a person's
	cfCutLeft:                     {-0.16, -0.37, -0.35, -0.53, -0.07, -1.07, -0.50, -0.59, -0.96, -0.61}, // the word before belongs to the same phrase
	cfCutRight:                    {-1.16, -0.81, -0.98, -0.09, -0.57, -1.01, -1.36, -1.15, -1.07, -0.84}, // the word after does
	cfAnd:                         {0.48, 0.15, 0.87, 0.57, 0.73, 0.39, 0.52, 0.49, 0.49, 0.44},           // has "and" or "or" in it
	cfOf:                          {-0.36, 0.25, -0.01, 0.22, -0.17, -0.14, 0.33, 0.52, 0.27, -0.03},      // has "of" in it
	cfPreposition:                 {-1.02, -0.53, -0.48, -0.35, -1.59, -0.62, -0.22, -0.09, 0.61, -0.31},  // has another preposition in it
	cfInnerMark:                   {-0.38, 0.04, -0.59, 0.24, -0.39, -0.45, -0.67, -0.82, -0.54, 0.28},    // has a comma in it
	cfVerb:                        {-0.51, -0.30, -0.34, -0.16, -0.34, -0.76, -0.21, -0.53, -0.31, 0.16},  // has a verb in it
	cfPossessor:                   {-0.13, -0.74, -0.85, -0.72, -0.93, -0.77, -0.69, -0.67, -0.68, -0.67}, // ends in 's
	cfTitle:                       {-0.55, -0.21, -0.37, -0.10, -0.01, 0.50, 0.49, 0.10, 0.14, 0.16},      // stands in the title
	cfElsewhere:                   {-0.00, 0.79, 0.25, 0.50, 0.58, 0.23, 0.45, 0.08, 0.26, 0.36},          // stands in other good sentences
	cfAgain:                       {-1.10, -0.88, -0.99, -1.08, -0.90, -0.89, -1.11, -0.84, -1.05, -0.72}, // its words came earlier in the sentence
	cfPlural:                      {1.38, 1.34, 1.78, 0.67, 1.97, 1.32, 1.32, 1.32, 1.15, 1.32},           // ends in "s" where several are asked for, or has "and"
	cfQuoted:                      {0.05, 0.69, 0.21, -0.02, 0.56, 0.72, 0.50, 0.45, 1.06, 0.48},          // stands in quotation marks or parentheses
	cfLead:                        {1.11, 0.60, 0.92, 0.61, 0.80, 0.93, 0.94, 0.65, 1.02, 0.85},           // begins the sentence
	cfTail:                        {0.27, 0.50, 0.56, 0.86, 0.64, 0.77, 0.92, 0.87, 0.84, 0.85},           // ends it
	cfBy:                          {0.94, 0.08, -0.42, 0.22, 0.10, -0.12, 0.03, 0.17, 0.39, 0.05},         // follows one of these words: by, in, on, at, …
	cfIn:                          {-0.94, -0.43, 0.63, -0.43, -0.56, -0.56, -0.87, -0.78, -0.50, -0.35},  // follows the word "in"
	cfOn:                          {-0.30, 0.28, 0.09, -0.07, 0.38, -0.12, 0.00, 0.13, -0.06, 0.10},       // follows the word "on"
	cfAt:                          {-0.03, 0.54, 0.74, 0.28, 0.33, -0.02, 0.16, 0.25, 0.26, 0.26},         // follows the word "at"
	cfOfLeft:                      {-0.75, -0.50, -0.59, -0.37, -0.14, -1.15, -0.59, -0.71, -0.90, -0.49}, // follows the word "of"
	cfAs:                          {0.87, 1.04, 0.50, 0.67, 0.73, 1.48, 0.66, 0.71, 0.75, 0.61},           // follows the word "as"
	cfTo:                          {0.11, 0.16, 0.52, 0.03, 0.06, 0.03, 0.27, 0.27, 0.15, 0.10},           // follows the word "to"
	cfFrom:                        {0.03, 0.08, -0.03, -0.08, 0.10, 0.08, 0.03, -0.16, 0.03, 0.11},        // follows the word "from"
	cfFor:                         {-0.08, 0.15, -0.28, 0.26, -0.32, -0.03, 0.26, -0.06, -0.09, 0.04},     // follows the word "for"
	cfWith:                        {-0.05, -0.06, -0.34, -0.08, 0.07, -0.25, 0.17, 0.31, -0.16, -0.06},    // follows the word "with"
	cfBecause:                     {0.99, 0.99, 1.00, 0.99, 1.10, 0.93, 1.02, 1.01, 1.18, 0.98},           // follows the word "because"
	cfCalled:                      {1.69, 1.78, 1.67, 1.74, 1.99, 2.01, 1.78, 2.04, 1.76, 1.73},           // follows the word "called"
	cfThe:                         {0.36, 0.95, 0.56, 0.48, 0.58, 0.90, 0.18, 0.60, 0.09, 0.52},           // follows the word "the"
	cfAn:                          {-0.13, -0.00, -0.10, 0.05, 0.59, 0.12, 0.19, -0.22, -0.13, -0.01},     // follows the word "an"
	cfSuch:                        {-0.89, -0.81, -0.92, -0.65, -0.92, -0.69, -0.87, -0.80, -0.82, -0.80}, // follows the word "such"
	cfLength:                      {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // (no span has no words)
	cfLength + 1:                  {-0.83, -0.57, 0.10, -0.09, -0.52, -0.48, -0.58, -0.27, -0.40, -0.51},  // has 1 word
	cfLength + 2:                  {0.23, 0.82, -0.01, -0.07, 0.06, 0.27, -0.01, 0.44, -0.13, -0.03},      // has 2 words
	cfLength + 3:                  {0.36, 0.08, -0.02, 0.69, -0.05, 0.37, -0.04, 0.45, -0.36, 0.06},       // has 3 words
	cfLength + 4:                  {-0.20, -0.30, -0.43, -0.17, 0.29, -0.23, -0.38, -0.52, -0.48, -0.28},  // has 4 words
	cfLength + 5:                  {0.07, -0.13, 0.04, -0.25, 0.28, -0.18, -0.29, -0.36, -0.34, -0.11},    // has 5 words
	cfLength + 6:                  {-0.73, -0.94, -1.02, -0.88, -0.96, -1.07, -0.74, -1.11, -0.77, -0.99}, // has 6 words
	cfLength + 7:                  {0.38, 0.41, 0.54, 0.20, 0.26, 0.41, 0.95, 0.31, 0.59, 0.44},           // has 7 words
	cfLength + 8:                  {0.69, 0.64, 0.60, 0.61, 0.60, 0.85, 1.10, 0.99, 1.81, 1.37},           // has 8 words
	cfFormOf + int(formPhrase):    {-0.11, -0.97, -0.01, -0.27, 0.11, 0.30, 0.06, 0.15, -0.08, -0.30},     // is a phrase
	cfFormOf + int(formName):      {0.45, -0.36, 0.46, -0.96, 0.30, -0.22, -0.34, -0.36, -0.75, -0.43},    // is a name
	cfFormOf + int(formDate):      {-1.20, 0.27, -1.09, -0.85, -0.74, -1.34, -1.04, -0.75, -0.88, -0.79},  // is a date
	cfFormOf + int(formClock):     {-0.30, -0.28, -0.28, -0.27, -0.27, -0.27, -0.27, -0.27, -0.27, -0.27}, // is a clock
	cfFormOf + int(formDuration):  {0.04, -0.06, -0.07, 0.61, -0.09, -0.03, 0.07, 0.06, 0.07, 0.06},       // is a duration
	cfFormOf + int(formNumber):    {-0.10, 0.56, 0.11, 0.95, 0.08, 0.03, 0.29, 0.20, 0.00, 0.31},          // is a number
	cfFormOf + int(formMoney):     {1.15, 1.13, 1.13, 0.82, 1.19, 1.85, 1.13, 1.15, 1.19, 1.15},           // is a money
	cfFormOf + int(formPercent):   {0.48, 0.45, 0.45, 0.75, 0.36, 0.57, 0.48, 0.53, 0.36, 0.49},           // is a percent
	cfFormOf + int(formQuotation): {0.84, 0.54, 0.65, 0.69, 0.71, 0.66, 0.49, 0.67, 1.01, 0.66},           // is a quotation
	cfFormOf + int(formClause):    {-0.02, -0.09, -0.10, -0.15, -0.42, -0.31, 0.44, -0.15, 0.60, 0.40},    // is a clause
	cfBefore + wcNone:             {1.11, 0.60, 0.92, 0.61, 0.80, 0.93, 0.94, 0.65, 1.02, 0.85},           // before it: no word
	cfBefore + wcMark:             {-0.16, -0.66, -0.41, -0.42, -0.50, -0.41, -0.85, -0.77, -0.76, -0.58}, // before it: a mark
	cfBefore + wcOpen:             {-0.81, -0.85, -0.48, -0.36, -0.20, -0.15, -0.20, -0.31, 0.24, -0.31},  // before it: a bracket or quotation mark
	cfBefore + wcNoun:             {-0.74, -0.70, -0.53, -0.59, -0.88, -1.16, -0.56, -0.72, -0.62, -0.77}, // before it: a noun or adjective
	cfBefore + wcName:             {-1.77, -1.43, -1.80, -1.78, -2.05, -2.00, -2.16, -1.96, -1.73, -1.81}, // before it: a name
	cfBefore + wcNumber:           {-0.14, -0.28, -0.36, -0.39, 0.20, -0.34, -0.34, -0.26, -0.38, -0.24},  // before it: a figure
	cfBefore + wcDeterminer:       {-0.29, 0.18, -0.21, -0.12, -0.43, -0.20, -0.16, -0.26, -0.56, -0.34},  // before it: a determiner
	cfBefore + wcPreposition:      {0.40, 0.71, 0.45, 0.35, 0.49, 0.37, -0.01, 0.12, 0.07, 0.33},          // before it: a preposition
	cfBefore + wcTo:               {0.56, 0.56, 0.78, 0.46, 0.19, 0.16, 0.43, 0.58, 0.35, 0.41},           // before it: "to"
	cfBefore + wcConjunction:      {-1.40, -1.28, -1.37, -0.85, -1.26, -1.31, -1.26, -1.20, -1.08, -1.20}, // before it: a conjunction
	cfBefore + wcBe:               {0.92, 0.65, 0.67, 0.70, 0.89, 0.89, 0.63, 0.60, 0.91, 0.74},           // before it: a form of "be"
	cfBefore + wcAuxiliary:        {0.30, 0.43, 0.40, 0.55, 0.47, 0.33, 0.52, 0.39, 0.48, 0.39},           // before it: an auxiliary
	cfBefore + wcPronoun:          {0.16, 0.12, 0.04, 0.16, 0.07, 0.16, 0.24, 0.11, 0.12, 0.14},           // before it: a pronoun
	cfBefore + wcRelative:         {0.49, 0.22, 0.24, 0.27, 0.09, 0.17, 0.07, 0.13, 0.16, 0.19},           // before it: "where", "how" and the like
	cfBefore + wcAdverb:           {-0.37, 0.20, -0.09, -0.31, -0.54, -0.21, -0.16, -0.03, -0.19, -0.01},  // before it: an adverb
	cfBefore + wcVerb:             {0.44, 0.43, 0.51, 0.40, 0.85, 1.30, 0.43, 1.51, 0.31, 0.56},           // before it: a verb
	cfBefore + wcParticiple:       {0.18, 0.05, 0.13, 0.22, 0.28, 0.60, 1.21, 0.28, 0.40, 0.58},           // before it: a participle
	cfBefore + wcNot:              {0.93, 0.99, 0.96, 0.97, 1.50, 0.79, 1.16, 0.98, 1.14, 1.00},           // before it: "not"
	cfAfter + wcNone:              {0.27, 0.50, 0.56, 0.86, 0.64, 0.77, 0.92, 0.87, 0.84, 0.85},           // after it: no word
	cfAfter + wcMark:              {0.32, -0.13, 0.44, 0.04, 0.30, 1.13, 0.35, 1.41, 0.84, 0.48},          // after it: a mark
	cfAfter + wcOpen:              {0.79, 0.21, 0.68, 0.02, 0.67, 1.53, 1.02, 0.49, 0.91, 0.57},           // after it: a bracket or quotation mark
	cfAfter + wcNoun:              {-0.50, -0.32, -0.51, -0.11, -0.39, -0.78, -0.72, -0.85, -0.64, -0.53}, // after it: a noun or adjective
	cfAfter + wcName:              {-1.24, -1.44, -1.58, -0.93, -1.52, -1.39, -1.50, -1.36, -1.43, -1.34}, // after it: a name
	cfAfter + wcNumber:            {-0.69, -0.98, -0.89, -1.06, -0.85, -0.91, -0.90, -0.86, -0.87, -0.86}, // after it: a figure
	cfAfter + wcDeterminer:        {-0.58, 0.01, -0.32, -0.40, -0.14, -0.78, -0.58, -0.63, -0.59, -0.44},  // after it: a determiner
	cfAfter + wcPreposition:       {-0.16, -0.00, -0.04, 0.04, -0.27, -0.39, -0.51, -0.60, -0.35, -0.01},  // after it: a preposition
	cfAfter + wcTo:                {-0.41, -0.49, -0.73, -0.62, -0.29, -0.67, -0.50, -0.74, -0.91, -0.53}, // after it: "to"
	cfAfter + wcConjunction:       {-1.38, -0.88, -1.30, -1.19, -1.28, -1.35, -1.16, -1.17, -1.04, -1.11}, // after it: a conjunction
	cfAfter + wcBe:                {0.41, 1.04, 0.66, 0.95, 0.73, 0.77, 0.56, 1.30, 0.81, 0.66},           // after it: a form of "be"
	cfAfter + wcAuxiliary:         {0.57, 0.39, 0.63, 0.35, 0.68, -0.15, 0.86, 0.37, 0.28, 0.39},          // after it: an auxiliary
	cfAfter + wcPronoun:           {0.52, 0.76, 0.47, 0.48, 0.35, 0.30, 0.77, 0.62, 0.40, 0.47},           // after it: a pronoun
	cfAfter + wcRelative:          {0.02, 0.06, 0.05, 0.06, 0.43, -0.00, 0.24, -0.02, 0.07, 0.04},         // after it: "where", "how" and the like
	cfAfter + wcAdverb:            {-0.28, -0.21, -0.05, -0.15, 0.12, -0.43, -0.46, -0.33, -0.12, -0.22},  // after it: an adverb
	cfAfter + wcVerb:              {0.20, -0.13, 0.09, -0.16, -0.26, 0.07, -0.26, -0.20, -0.08, -0.08},    // after it: a verb
	cfAfter + wcParticiple:        {0.06, -0.36, -0.53, -0.22, -0.83, 0.24, -0.11, -0.39, -0.21, -0.36},   // after it: a participle
	cfAfter + wcNot:               {0.81, 0.81, 1.09, 0.81, 0.77, 0.80, 0.78, 0.81, 0.81, 0.82},           // after it: "not"
	cfStart + wcNone:              {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: no word
	cfStart + wcMark:              {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: a mark
	cfStart + wcOpen:              {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: a bracket or quotation mark
	cfStart + wcNoun:              {0.69, 0.67, 0.32, 0.75, 1.27, 1.09, 1.18, 1.00, 0.38, 0.51},           // begins with: a noun or adjective
	cfStart + wcName:              {0.96, 0.16, 0.93, 0.02, 1.07, 0.41, 0.44, 0.19, 0.02, 0.40},           // begins with: a name
	cfStart + wcNumber:            {-0.04, 0.89, -0.12, -0.09, 0.26, 0.33, 0.10, 0.20, 0.08, 0.18},        // begins with: a figure
	cfStart + wcDeterminer:        {0.02, -0.34, 0.27, -0.18, -0.52, 0.19, 0.27, 0.14, -0.27, -0.12},      // begins with: a determiner
	cfStart + wcPreposition:       {-1.28, -0.99, -0.89, -0.76, -1.33, -1.49, -1.48, -1.36, -0.65, -1.13}, // begins with: a preposition
	cfStart + wcTo:                {0.05, -0.16, -0.05, -0.07, -0.15, -0.04, -0.02, -0.04, 0.08, -0.06},   // begins with: "to"
	cfStart + wcConjunction:       {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: a conjunction
	cfStart + wcBe:                {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: a form of "be"
	cfStart + wcAuxiliary:         {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: an auxiliary
	cfStart + wcPronoun:           {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: a pronoun
	cfStart + wcRelative:          {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: "where", "how" and the like
	cfStart + wcAdverb:            {-0.34, -0.11, -0.19, 0.45, -0.59, -0.80, -0.23, -0.19, 0.14, 0.10},    // begins with: an adverb
	cfStart + wcVerb:              {-1.26, -1.26, -1.27, -1.22, -1.23, -1.10, -1.34, -0.97, -1.26, -1.23}, // begins with: a verb
	cfStart + wcParticiple:        {-0.63, -0.69, -0.79, -0.64, -0.62, -0.39, -0.69, -0.79, -0.32, -0.48}, // begins with: a participle
	cfStart + wcNot:               {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // begins with: "not"
	cfEnd + wcNone:                {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: no word
	cfEnd + wcMark:                {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: a mark
	cfEnd + wcOpen:                {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: a bracket or quotation mark
	cfEnd + wcNoun:                {0.16, -0.56, -0.20, -0.01, 0.08, -0.04, 0.23, 0.45, 0.54, 0.41},       // ends with: a noun or adjective
	cfEnd + wcName:                {1.33, 0.41, 1.07, 0.29, 0.78, 0.96, 0.56, 0.29, 0.35, 0.39},           // ends with: a name
	cfEnd + wcNumber:              {0.19, 1.59, 0.40, 0.70, 0.57, 0.61, 0.37, 0.53, 0.19, 0.55},           // ends with: a figure
	cfEnd + wcDeterminer:          {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: a determiner
	cfEnd + wcPreposition:         {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: a preposition
	cfEnd + wcTo:                  {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: "to"
	cfEnd + wcConjunction:         {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: a conjunction
	cfEnd + wcBe:                  {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: a form of "be"
	cfEnd + wcAuxiliary:           {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: an auxiliary
	cfEnd + wcPronoun:             {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: a pronoun
	cfEnd + wcRelative:            {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: "where", "how" and the like
	cfEnd + wcAdverb:              {-1.84, -1.66, -1.67, -1.51, -1.69, -1.83, -1.67, -1.70, -1.72, -1.65}, // ends with: an adverb
	cfEnd + wcVerb:                {-0.68, -0.70, -0.60, -0.41, -0.46, -0.53, -0.39, -0.71, -0.55, -0.55}, // ends with: a verb
	cfEnd + wcParticiple:          {-1.15, -1.06, -0.85, -0.92, -1.04, -1.12, -0.98, -0.76, -0.76, -1.04}, // ends with: a participle
	cfEnd + wcNot:                 {0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00},           // ends with: "not"
}
