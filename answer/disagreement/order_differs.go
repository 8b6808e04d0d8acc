package disagreement

import (
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// order is what a yes/no question puts before or after something else: "Did the bell ring
// before the doors opened?"
type order struct {
	q *question.Question
	// word is "before" or "after", and first and second are the terms on either side of it.
	word          string
	first, second []int
}

// OtherOrder is what each word of order comes to where the two things change sides.
var OtherOrder = map[string]string{"before": "after", "after": "before"}

// ordersDiffer finds an article that puts two things into the asked order, and another
// that puts them into the other one.
func ordersDiffer(q *question.Question, m *Matters) *Difference {
	o, ok := readOrder(q)
	if !ok {
		return nil
	}
	var yes, no []Account
	for _, e := range m.Best {
		switch s, word := o.told(e); word {
		case "":
		case o.word:
			yes = append(yes, s)
		default:
			no = append(no, s)
		}
	}
	return firstOpposed("order", m, withoutArticles(yes, no), withoutArticles(no, yes), func(Account, Account) bool { return true })
}

// readOrder reads which order a question asks for, if it has terms on either side of the
// only word for one.
func readOrder(q *question.Question) (order, bool) {
	at := slices.IndexFunc(q.Words, func(w string) bool { return OtherOrder[w] != "" })
	if at < 0 || q.Has(lexicon.NotCues) {
		return order{}, false
	}
	o := order{q: q, word: q.Words[at]}
	for t := range q.Terms {
		switch {
		case q.Weight[t] == 0 || q.Terms[t].At == at:
		case q.Terms[t].At < at:
			o.first = append(o.first, t)
		default:
			o.second = append(o.second, t)
		}
	}
	return o, len(o.first) > 0 && len(o.second) > 0
}

// told is the part of a sentence that puts the two things into an order, and how it stands
// to the asked one: the word for the order of the first to the second thing, or "".
func (o order) told(e *evidence.Evidence) (Account, string) {
	words := e.Words()
	if e.IsQuestion() || e.HasDenial() || slices.ContainsFunc(words, question.IsModal) || slices.ContainsFunc(words, isAlleged) {
		return Account{}, ""
	}
	for i, w := range words {
		if OtherOrder[w.Norm] == "" {
			continue
		}
		before, after := o.sides(e, i)
		s := Account{From: e, at: text.Span{Start: words[0].Start, End: words[len(words)-1].End}}
		switch {
		case o.has(before, o.first) && o.has(after, o.second):
			return s, w.Norm
		case o.has(before, o.second) && o.has(after, o.first):
			return s, OtherOrder[w.Norm]
		}
	}
	return Account{}, ""
}

// sides are the words on either side of a word for an order; what begins with it ends at the
// comma before the main clause.
func (o order) sides(e *evidence.Evidence, at int) (before, after []retrieval.Word) {
	words := e.Words()
	dependent := evidence.Unbroken(words[at+1:])
	if at > openingWords {
		return words[:at], words[at+1:]
	}
	return words[at+1+len(dependent):], dependent
}

// openingWords is how many words may stand before "after" at the beginning of a sentence:
// "Shortly after".
const openingWords = 1

// has reports whether words have all of some terms.
func (o order) has(words []retrieval.Word, terms []int) bool {
	m := o.q.Match(words)
	return !slices.ContainsFunc(terms, func(t int) bool { return m[t] < question.RelatedShare })
}
