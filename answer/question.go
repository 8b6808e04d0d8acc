package answer

import (
	"math"
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// question is an analysed question with what answering needs of it.
type question struct {
	retrieval.Analysis
	terms []retrieval.Term
	// weight is the weight of each term, and total their sum.
	weight []float64
	total  float64
	// asksName says that a name is asked for by that word.
	asksName bool
	// onlyNames says that the question has no other terms but names and light
	// verbs.
	onlyNames bool
	// askedName are the terms that make up the name of what is asked about.
	askedName []int
	// focus are the stems of what is asked for ("nuclear treaty").
	focus map[string]bool
	// limit is the value that a yes/no question is about, or nil.
	limit *limit
	// choice are the two that a yes/no question puts up to choose from, or nil.
	choice *choice
	// namesNobody says that none of the terms is a name.
	namesNobody bool
	// ownNames are the terms that can only be names (tellingNames).
	ownNames []int
	// ownArticles says which articles have one of them, where they tell of several matters;
	// else it is nil.
	ownArticles map[string]bool
	// earlier says that it is asked for the time before this one.
	earlier bool
	// speaker are the terms of whose words are asked for.
	speaker []int
	// heard says that a sentence has words of theirs.
	heard bool
	// wanted are the sorts of values that are asked for.
	wanted sortSet
	// wordTerms remembers what words stand for, by the numbers of their spots.
	wordTerms []wordTerms
	// passages hold for each hit how well it has the terms, once that was asked for.
	passages map[*retrieval.Hit][]float64
	// named are the terms that are proper names and weigh something.
	named []int
	// deed is what a question with "how" asks the means of and one with "why" the cause,
	// or nil.
	deed *supposed
	// readNames reads the names of a whole article, and articleNames remembers them;
	// it is nil where only what was found counts.
	readNames    func(article string) wordsOfNames
	articleNames map[string]wordsOfNames
}

// lightShare is what a light verb weighs beside another word.
const lightShare = 0.1

// newQuestion reads an analysed question.
func newQuestion(a retrieval.Analysis) *question {
	q := &question{Analysis: a, terms: a.Terms, focus: map[string]bool{}, passages: map[*retrieval.Hit][]float64{}}
	q.asksName = slices.Contains(a.Words, "name") || slices.Contains(a.Words, "names")
	if q.asksName && a.Kind == retrieval.KindOther {
		q.Kind = retrieval.KindPerson
	}
	if q.Kind == retrieval.KindYesNo {
		if l, ok := readLimit(q.Text); ok {
			q.limit = &l
		}
	}
	if q.limit == nil {
		q.choice = q.readChoice()
	}
	asked := q.limit.words(q.Text)
	for i := range q.terms {
		w := q.terms[i].IDF
		if asked[q.terms[i].Norm] {
			w = 0 // "Was it on a Friday?" is answered by any day
		}
		if (q.isLight(i) || q.concludes(i)) && len(q.terms) > 1 {
			w = lightShare * min(w, q.leastIDF())
		}
		if q.choice.has(i) {
			w *= choiceShare
		}
		q.weight = append(q.weight, w)
	}
	q.speaker = q.speakerTerms()
	q.capUnknown()
	for _, w := range q.weight {
		q.total += w
	}
	q.named = q.findNames()
	q.onlyNames = true
	for i := range q.terms {
		q.onlyNames = q.onlyNames && (q.terms[i].Name || lexicon.LightVerbs[q.terms[i].Stem])
	}
	for _, f := range a.Focus {
		q.focus[text.Stem(f)] = true
	}
	q.wanted = q.wantedSorts(q.kind())
	q.askedName = q.findAskedName()
	q.earlier = q.asksEarlier()
	q.namesNobody = len(q.names()) == 0
	if q.Kind == retrieval.KindManner || q.Kind == retrieval.KindReason {
		if s, ok := q.readSupposed(); ok {
			q.deed = &s
		}
	}
	return q
}

// capUnknown keeps an unknown word that is no name from weighing more than the
// known ones do on average: people say things in words of their own.
func (q *question) capUnknown() {
	sum, n := 0.0, 0
	for t := range q.terms {
		if q.terms[t].Known && !q.isLight(t) && q.weight[t] > 0 {
			sum += q.weight[t]
			n++
		}
	}
	if n == 0 {
		return
	}
	for t := range q.terms {
		if !q.terms[t].Known && !q.terms[t].Name && !q.isSmallName(t) {
			q.weight[t] = min(q.weight[t], sum/float64(n))
		}
	}
}

// saysNothing reports whether the question has only words that every text has
// ("Who?"): whatever matches them answers nothing.
func (q *question) saysNothing() bool {
	for t := range q.terms {
		if !text.IsStop(q.terms[t].Norm) && !lexicon.QuestionLeads[q.terms[t].Norm] {
			return false
		}
	}
	return true
}

// leastIDF is the smallest weight of a term that is not light.
func (q *question) leastIDF() float64 {
	least := math.Inf(1)
	for t := range q.terms {
		if !q.isLight(t) {
			least = min(least, q.terms[t].IDF)
		}
	}
	return least
}

// isLight reports whether a term only asks: a light verb, or a verb of speech
// where it is asked what somebody said.
func (q *question) isLight(t int) bool {
	stem := q.terms[t].Stem
	if q.terms[t].Idiom != 0 {
		return false
	}
	if q.terms[t].Norm == "since" && q.wordAt(q.terms[t].At+1) == "when" {
		return true
	}
	return lexicon.LightVerbs[stem] || q.Kind == retrieval.KindQuotation && (lexicon.Saying[stem] || responding[stem] || listeners[q.terms[t].Norm])
}

// listeners are those to whom things are said.
var listeners = wordSet(`reporters journalists press media audience crowd`)

// strays have the stem of a word that others relate to, and mean something else:
// leaders who conferred gave no press conference.
var strays = wordSet(`conference conferences`)

// names are the indexes of the terms that are proper names.
func (q *question) names() []int { return q.named }

func (q *question) findNames() []int {
	var names []int
	for t := range q.terms {
		if q.terms[t].Name && q.weight[t] > 0 {
			names = append(names, t)
		}
	}
	return names
}

// has reports whether the question has any of the words.
func (q *question) has(words map[string]bool) bool {
	for _, w := range q.Words {
		if words[w] {
			return true
		}
	}
	return false
}

// asksWord reports whether the question itself has the word.
func (q *question) asksWord(w retrieval.Word) bool {
	for t := range q.terms {
		if q.terms[t].Matches(w) {
			return true
		}
	}
	return false
}

// isTopic reports whether the question only names what it is about ("the red
// carpet"): no words of a sentence are its answer.
func (q *question) isTopic() bool {
	return q.kind() == retrieval.KindOther && !q.has(lexicon.QuestionWords) && !q.has(lexicon.Auxiliaries) && !q.has(namings)
}

// namings are the verbs that ask for a name without a question word.
var namings = wordSet(`name give list state tell identify complete fill`)
