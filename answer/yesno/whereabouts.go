package yesno

import (
	"slices"

	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// A question may ask where somebody or something was: "Was the summit in Norwick?", "Did Ann
// go to Norwick?"

// missesPlace reports whether words do not tell of the place by its name: what is said of the
// mayor of Norwick does not tell that something was in Norwick.
func missesPlace(q *question.Question, d *question.AskedDeed, words []retrieval.Word) bool {
	if d.Predicate >= 0 || len(d.Object) == 0 {
		return false
	}
	visit := d.Verb >= 0 && visiting[q.Terms[d.Verb].Stem] && q.Terms[d.Object[0]].At == q.Terms[d.Verb].At+1
	if !visit && !question.WhereLeads[q.WordAt(q.Terms[d.Object[0]].At-1)] {
		return d.Verb < 0 && !q.TellsAny(d.Object, words)
	}
	for i := range words {
		if q.Match(words[i : i+1])[d.Object[0]] >= question.KinShares[text.Family] && (visit || isPlaced(words[:i])) {
			return false
		}
	}
	return true
}

// visiting are the stems of verbs whose object is a place: who visited the country need not
// have been in its capital.
var visiting = text.StemSet(`visit reach enter leave left tour`)

// isPlaced reports whether words lead to a place where something was: "in", "at the port of",
// but not "possibly in".
func isPlaced(before []retrieval.Word) bool {
	if slices.ContainsFunc(before, question.IsModal) {
		return false
	}
	for i, w := range slices.Backward(before) {
		switch {
		case question.WhereLeads[w.Norm]:
			return true
		case !w.IsCapital() && !w.Stop && len(before)-i > placeReach:
			return false
		}
	}
	return false
}

// placeReach is how many words at the most stand between a preposition and the place's name
// that are no names themselves: "near the old port of Norwick".
const placeReach = 3
