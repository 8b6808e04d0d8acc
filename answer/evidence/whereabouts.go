package evidence

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// Where somebody or something was is told behind a preposition: "met Bob in Norwick". A place that
// only tells of which war or which mayor somebody speaks is none where anybody was.

// TellsWhere reports whether the sentence tells that those of whom it tells were in a place.
func (e *Evidence) TellsWhere(q *question.Question, place int) bool {
	words := e.Words()
	for i := range words {
		if NamesPlace(q, place, words[i:i+1]) && IsPlaced(words[:i]) && e.isWhere(i) {
			return true
		}
	}
	return false
}

// NamesPlace reports whether a word names the place of a term.
func NamesPlace(q *question.Question, place int, word []retrieval.Word) bool {
	return q.Match(word)[place] >= question.KinShares[text.Family]
}

// IsPlaced reports whether words lead to a place where something was: "in", "at the port of",
// but not "possibly in".
func IsPlaced(before []retrieval.Word) bool {
	return !slices.ContainsFunc(before, question.IsModal) && placeLead(before) >= 0
}

// placeLead is the preposition behind which a place stands that words lead to, or -1.
func placeLead(before []retrieval.Word) int {
	for i, w := range slices.Backward(before) {
		class, closed := question.ClassWords[w.Norm]
		switch {
		case question.WhereLeads[w.Norm]:
			return i
		case closed && class != question.ClassDeterminer && w.Norm != "of", w.Verbal, !w.IsCapital() && len(before)-i > placeReach:
			return -1
		}
	}
	return -1
}

// placeReach is how many words at the most stand between a preposition and the place's name
// that are no names themselves: "near the old port of Norwick".
const placeReach = 3

// isWhere reports whether the place that word i of the sentence names is where those were of whom
// it tells: neither where the war is of which they spoke, nor one that somebody only speaks of, or
// that is to come.
func (e *Evidence) isWhere(i int) bool {
	words := e.Words()
	lead := placeLead(words[:i])
	if e.IsQuoted(words[i].Span) || slices.ContainsFunc(words[:i], func(w retrieval.Word) bool { return Futures[w.Norm] }) {
		return false
	}
	if lead == 0 {
		return true
	}
	if words[lead].Norm == "on" && question.Gatherings[words[lead-1].Norm] {
		return false // what talks were about
	}
	w := words[lead-1]
	return w.Verbal || w.IsCapital() || question.IsClosed(w.Norm) || question.IsParticiple(w.Norm) || strings.HasSuffix(w.Norm, "ly") ||
		question.Gatherings[w.Norm] || lexicon.PlaceNouns[w.Norm] || !e.Adjoin(lead-1) || w.Norm[0] <= '9'
}
