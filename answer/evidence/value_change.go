package evidence

import (
	"sherpa/answer/clause"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// changes are the words that tell whether something went up or down.
var changes = text.ByWord(map[int]string{
	1: `up rise rises rose risen rising gain gains gained gaining climb climbs climbed climbing add added jump jumps jumped surge surges surged grow grows grew
		grown growth increase increases increased higher advanced soar soared`,
	-1: `down fall falls fell fallen falling drop drops dropped dropping slip slips slipped slid sink sank decline declines declined decrease decreases decreased
		lower tumble tumbled plunge plunged slump slumped shed lose loses lost losing`,
})

// behindChange is how many words behind a value may tell that: "0.8 per cent lower".
const behindChange = 2

// changeFits reports whether a value does not tell that something rose where it is asked how
// much that fell, or the other way round.
func (e *Evidence) changeFits(q *question.Question, v value.Value) bool {
	asked := 0
	for _, w := range q.Words {
		asked += changes[w]
	}
	if asked == 0 {
		return true
	}
	told := e.changeAt(v)
	return told == 0 || told*asked > 0
}

// changeAt is 1 if a value tells how much something rose, by the word that stands nearest before it
// in its clause or else close behind, -1 if it tells how much it fell, and else 0.
func (e *Evidence) changeAt(v value.Value) int {
	words := e.Words()
	first, next := WordsWithin(words, v.Span)
	if first == next {
		return 0
	}
	for i := first - 1; i >= clause.At(e.Clauses(), first).Start; i-- {
		if c := changes[words[i].Norm]; c != 0 {
			return c
		}
	}
	for i := next; i < min(next+behindChange, len(words)); i++ {
		if c := changes[words[i].Norm]; c != 0 {
			return c
		}
	}
	return 0
}

// worths are the words of a question for what something is worth, and valuations lead up to a
// sum that tells it: nobody paid or earned that.
var (
	worths     = text.WordSet(`worth value valued valuation cost costs price`)
	valuations = text.WordSet(`valued valuation worth`)
)

// isValuation reports whether a sum tells what something is worth: "a firm valued at $8 billion".
func (e *Evidence) isValuation(v value.Value) bool {
	words := e.Words()
	i, _ := WordsWithin(words, v.Span)
	i--
	for i > 0 && (words[i].Stop || Measuring[words[i].Norm]) {
		i--
	}
	return v.Kind == value.Money && i >= 0 && valuations[words[i].Norm]
}
