package question

import (
	"math"
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// Question is an analysed question with what answering needs of it.
type Question struct {
	retrieval.Analysis
	Terms []retrieval.Term
	// Weight is the weight of each term, and total their sum.
	Weight []float64
	Total  float64
	// AsksName says that a name is asked for by that word.
	AsksName bool
	// OnlyNames says that the question has no other terms but names and light
	// verbs.
	OnlyNames bool
	// AskedName are the terms that make up the name of what is asked about.
	AskedName []int
	// FocusStems are the stems of what is asked for ("nuclear treaty").
	FocusStems map[string]bool
	// Limit is the value that a yes/no question is about, or nil.
	Limit *Limit
	// Choice are the two that a yes/no question puts up to choose from, or nil.
	Choice *choice
	// NamesNobody says that none of the terms is a name.
	NamesNobody bool
	// OwnNames are the terms that can only be names (TellingNames).
	OwnNames []int
	// OwnArticles says which articles have one of them, where they tell of several matters;
	// else it is nil.
	OwnArticles map[string]bool
	// Earlier says that it is asked for the time before this one.
	Earlier bool
	// Speaker are the terms of whose words are asked for.
	Speaker []int
	// Heard says that a sentence has words of theirs.
	Heard bool
	// Wanted are the sorts of values that are asked for.
	Wanted SortSet
	// wordTerms remembers what words stand for, by the numbers of their spots.
	wordTerms []wordTerms
	// Passages hold for each hit how well it has the terms, once that was asked for.
	Passages map[*retrieval.Hit][]float64
	// named are the terms that are proper names and weigh something.
	named []int
	// Deed is what a question with "how" asks the means of and one with "why" the cause,
	// or nil.
	Deed *Supposed
	// ReadNames reads the names of a whole article, and ArticleNames remembers them;
	// it is nil where only what was found counts.
	ReadNames    func(article string) WordsOfNames
	ArticleNames map[string]WordsOfNames
}

// lightShare is what a light verb weighs beside another word.
const lightShare = 0.1

// New reads an analysed question.
func New(a retrieval.Analysis) *Question {
	q := &Question{Analysis: a, Terms: a.Terms, FocusStems: map[string]bool{}, Passages: map[*retrieval.Hit][]float64{}}
	q.AsksName = slices.Contains(a.Words, "name") || slices.Contains(a.Words, "names")
	if q.AsksName && a.Kind == retrieval.KindOther {
		q.Kind = retrieval.KindPerson
	}
	if q.Kind == retrieval.KindYesNo {
		if l, ok := readLimit(q.Text); ok {
			q.Limit = &l
		}
	}
	if q.Limit == nil {
		q.Choice = q.readChoice()
	}
	asked := q.Limit.words(q.Text)
	for i := range q.Terms {
		w := q.Terms[i].IDF
		if asked[q.Terms[i].Norm] {
			w = 0 // "Was it on a Friday?" is answered by any day
		}
		if (q.IsLight(i) || q.concludes(i)) && len(q.Terms) > 1 {
			w = lightShare * min(w, q.leastIDF())
		}
		if q.Choice.Has(i) {
			w *= choiceShare
		}
		q.Weight = append(q.Weight, w)
	}
	q.Speaker = q.speakerTerms()
	q.capUnknown()
	for _, w := range q.Weight {
		q.Total += w
	}
	q.named = q.findNames()
	q.OnlyNames = true
	for i := range q.Terms {
		q.OnlyNames = q.OnlyNames && (q.Terms[i].Name || lexicon.LightVerbs[q.Terms[i].Stem])
	}
	for _, f := range a.Focus {
		q.FocusStems[text.Stem(f)] = true
	}
	q.Wanted = q.wantedSorts(q.AskedKind())
	q.AskedName = q.findAskedName()
	q.Earlier = q.AsksEarlier()
	q.NamesNobody = len(q.Names()) == 0
	if q.Kind == retrieval.KindManner || q.Kind == retrieval.KindReason {
		if s, ok := q.readSupposed(); ok {
			q.Deed = &s
		}
	}
	return q
}

// capUnknown keeps an unknown word that is no name from weighing more than the
// known ones do on average: people say things in words of their own.
func (q *Question) capUnknown() {
	sum, n := 0.0, 0
	for t := range q.Terms {
		if q.Terms[t].Known && !q.IsLight(t) && q.Weight[t] > 0 {
			sum += q.Weight[t]
			n++
		}
	}
	if n == 0 {
		return
	}
	for t := range q.Terms {
		if !q.Terms[t].Known && !q.Terms[t].Name && !q.IsSmallName(t) {
			q.Weight[t] = min(q.Weight[t], sum/float64(n))
		}
	}
}

// SaysNothing reports whether the question has only words that every text has
// ("Who?"): whatever matches them answers nothing.
func (q *Question) SaysNothing() bool {
	for t := range q.Terms {
		if !text.IsStop(q.Terms[t].Norm) && !lexicon.QuestionLeads[q.Terms[t].Norm] {
			return false
		}
	}
	return true
}

// leastIDF is the smallest weight of a term that is not light.
func (q *Question) leastIDF() float64 {
	least := math.Inf(1)
	for t := range q.Terms {
		if !q.IsLight(t) {
			least = min(least, q.Terms[t].IDF)
		}
	}
	return least
}

// IsLight reports whether a term only asks: a light verb, or a verb of speech
// where it is asked what somebody said.
func (q *Question) IsLight(t int) bool {
	stem := q.Terms[t].Stem
	if q.Terms[t].Idiom != 0 {
		return false
	}
	if q.Terms[t].Norm == "since" && q.WordAt(q.Terms[t].At+1) == "when" {
		return true
	}
	return lexicon.LightVerbs[stem] || q.Kind == retrieval.KindQuotation && (lexicon.Saying[stem] || responding[stem] || listeners[q.Terms[t].Norm])
}

// listeners are those to whom things are said.
var listeners = text.WordSet(`reporters journalists press media audience crowd`)

// Strays have the stem of a word that others relate to, and mean something else:
// leaders who conferred gave no press conference.
var Strays = text.WordSet(`conference conferences`)

// Names are the indexes of the terms that are proper names.
func (q *Question) Names() []int { return q.named }

func (q *Question) findNames() []int {
	var names []int
	for t := range q.Terms {
		if q.Terms[t].Name && q.Weight[t] > 0 {
			names = append(names, t)
		}
	}
	return names
}

// Has reports whether the question has any of the words.
func (q *Question) Has(words map[string]bool) bool {
	for _, w := range q.Words {
		if words[w] {
			return true
		}
	}
	return false
}

// AsksWord reports whether the question itself has the word.
func (q *Question) AsksWord(w retrieval.Word) bool {
	for t := range q.Terms {
		if q.Terms[t].Matches(w) {
			return true
		}
	}
	return false
}

// IsTopic reports whether the question only names what it is about ("the red
// carpet"): no words of a sentence are its answer.
func (q *Question) IsTopic() bool {
	return q.AskedKind() == retrieval.KindOther && !q.Has(lexicon.QuestionWords) && !q.Has(lexicon.Auxiliaries) && !q.Has(namings)
}

// namings are the verbs that ask for a name without a question word.
var namings = text.WordSet(`name give list state tell identify complete fill`)

// AsksWhatHappened reports whether the question asks for an event, past or to come, which
// is neither a name nor a single word.
func (q *Question) AsksWhatHappened() bool {
	what := slices.Index(q.Words, "what")
	return what >= 0 && (q.WordAt(what+1) == "happened" || q.WordAt(what+1) == "happens" || q.WordAt(len(q.Words)-1) == "next")
}

// IsNumber reports whether term t begins with a figure, and is no name like "4players".
func (q *Question) IsNumber(t int) bool {
	norm := q.Terms[t].Norm
	return norm[0] <= '9' && len(strings.TrimLeft(norm, "0123456789")) <= longestUnit
}

// longestUnit is how many letters there are at the most behind a figure ("1920s", "5mph").
const longestUnit = 3

// WordAt is word i of the question, or "" past its ends.
func (q *Question) WordAt(i int) string {
	if i < 0 || i >= len(q.Words) {
		return ""
	}
	return q.Words[i]
}
