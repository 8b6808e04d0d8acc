package question

import (
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// A question may ask for the time before this one: "When was Ann last in Norwick?",
// "Had she been there before?" What tells that says so: "her first visit since 2015".

// AsksEarlier reports whether the question asks when something was the last time, or
// whether it ever was.
func (q *Question) AsksEarlier() bool {
	switch q.Kind {
	case retrieval.KindDate:
		return q.Has(previously) || q.endsBefore() || slices.ContainsFunc(lastPlaces(q.Words), q.isAdverb)
	case retrieval.KindYesNo:
		return q.Has(Perfects) && (q.Has(previously) || q.endsBefore())
	}
	return false
}

// endsBefore reports whether the question's last word puts it into the time before.
func (q *Question) endsBefore() bool { return q.Words[len(q.Words)-1] == "before" }

var (
	previously = text.WordSet(`ever previously`)
	// Perfects begin a question for what has been.
	Perfects = text.WordSet(`did has have had hasn't haven't hadn't`)
	// ownWords stand before "last" where it describes a noun ("the last train").
	ownWords = text.WordSet(`the a an this that his her its their my our your`)
	// spells make a date of "last" ("last week").
	spells = text.WordSet(`second minute hour day night morning evening week weekend month quarter year decade century spring summer autumn fall winter`)
)

// lastPlaces are the places of "last" in a question.
func lastPlaces(words []string) []int {
	var places []int
	for i, w := range words {
		if w == "last" {
			places = append(places, i)
		}
	}
	return places
}

// isAdverb reports whether "last" at word i tells when: it describes no noun but
// "time", and ends no question as its verb.
func (q *Question) isAdverb(i int) bool {
	next := q.WordAt(i + 1)
	if next == "time" {
		return true
	}
	return next != "" && !ownWords[q.WordAt(i-1)] && !spells[next] && !lexicon.Calendar[next]
}

// LooksBack reports whether the question may ask of a time before what the articles
// report: it says so itself, or names what is told of that time.
func (q *Question) LooksBack() bool {
	return q.Earlier || q.Has(lookingBack)
}

// lookingBack are words for the time before.
var lookingBack = text.WordSet(`last before earlier previous previously prior former formerly ever since past until till history historic`)

// markReach is how many words behind "first" and around "last" what they tell of stands
// at the most.
const markReach = 4

// MarksEarlier reports whether word i of a clause marks what the question asks for as
// the first or last of its kind. The first "to do" something else is not meant.
func (q *Question) MarksEarlier(clause []retrieval.Word, i int) bool {
	switch clause[i].Norm {
	case "first", "never":
		behind := clause[i+1:]
		to := slices.IndexFunc(behind, func(w retrieval.Word) bool { return w.Norm == "to" })
		if to >= 0 && to+1 < len(behind) && (behind[to+1].Verbal || ToBe[behind[to+1].Norm]) && !slices.ContainsFunc(behind[to+1:], q.AsksWord) {
			return false
		}
		return slices.ContainsFunc(behind[:min(len(behind), markReach)], q.AsksWord) || slices.ContainsFunc(behind, func(w retrieval.Word) bool { return w.Norm == "since" })
	case "last", "previous", "previously":
		return slices.ContainsFunc(clause[max(0, i-markReach):min(len(clause), i+1+markReach)], q.AsksWord)
	}
	return false
}

// EarlierCover is the share of the question that a sentence must have to tell whether
// something ever was.
const EarlierCover = 0.5

var (
	// FirstTimes ask whether something ever was before.
	FirstTimes = text.WordSet(`first never not`)
	// LastTimes ask when it last was.
	LastTimes = text.WordSet(`last previous previously`)
	// AgainMarks tell that something had been before.
	AgainMarks = text.WordSet(`since last previous previously`)
)
