package answer

import (
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// A question may ask for the time before this one: "When was Ann last in Norwick?",
// "Had she been there before?" What tells that says so: "her first visit since 2015".

// asksEarlier reports whether the question asks when something was the last time, or
// whether it ever was.
func (q *question) asksEarlier() bool {
	switch q.Kind {
	case retrieval.KindDate:
		return q.has(previously) || slices.ContainsFunc(lastPlaces(q.Words), q.isAdverb)
	case retrieval.KindYesNo:
		return q.has(perfects) && (q.has(previously) || q.Words[len(q.Words)-1] == "before")
	}
	return false
}

var (
	previously = wordSet(`ever previously`)
	// perfects begin a question for what has been.
	perfects = wordSet(`did has have had hasn't haven't hadn't`)
	// ownWords stand before "last" where it describes a noun ("the last train").
	ownWords = wordSet(`the a an this that his her its their my our your`)
	// spells make a date of "last" ("last week").
	spells = wordSet(`second minute hour day night morning evening week weekend month quarter year decade century spring summer autumn fall winter`)
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
func (q *question) isAdverb(i int) bool {
	next := q.wordAt(i + 1)
	if next == "time" {
		return true
	}
	return next != "" && !ownWords[q.wordAt(i-1)] && !spells[next] && !lexicon.Calendar[next]
}

// markReach is how many words behind "first" and around "last" what they tell of stands
// at the most.
const markReach = 4

// tellsEarlier reports whether the sentence tells of the time before, of what the
// question asks: "her first visit since 2015", "it last rang in May".
func (e *evidence) tellsEarlier(q *question) bool {
	words := e.words()
	return slices.ContainsFunc(e.clauses(), func(c text.Span) bool {
		for i := c.Start; i < c.End; i++ {
			if q.marksEarlier(words[c.Start:c.End], i-c.Start) {
				return true
			}
		}
		return false
	})
}

// marksEarlier reports whether word i of a clause marks what the question asks for as
// the first or last of its kind. The first "to do" something else is not meant.
func (q *question) marksEarlier(clause []retrieval.Word, i int) bool {
	switch clause[i].Norm {
	case "first", "never":
		behind := clause[i+1:]
		to := slices.IndexFunc(behind, func(w retrieval.Word) bool { return w.Norm == "to" })
		if to >= 0 && to+1 < len(behind) && (behind[to+1].Verbal || toBe[behind[to+1].Norm]) && !slices.ContainsFunc(behind[to+1:], q.asksWord) {
			return false
		}
		return slices.ContainsFunc(behind[:min(len(behind), markReach)], q.asksWord) || slices.ContainsFunc(behind, func(w retrieval.Word) bool { return w.Norm == "since" })
	case "last", "previous", "previously":
		return slices.ContainsFunc(clause[max(0, i-markReach):min(len(clause), i+1+markReach)], q.asksWord)
	}
	return false
}

// isEarlier reports whether a date can be that of the time before, if one is asked for.
func (e *evidence) isEarlier(q *question, v value.Value) bool {
	if !q.earlier || v.Kind != value.Date {
		return true
	}
	first := false
	for _, w := range e.clauseAround(v.Span) {
		switch {
		case lastTimes[w.Norm]:
			return w.Start < v.Start || !e.datedBehind(w.End) // "made in 1811 and last worn in 1968"
		case w.Norm == "since" && w.Start < v.Start:
			return first
		}
		first = first || firstTimes[w.Norm]
	}
	return false
}

// datedBehind reports whether a date stands behind a place of the passage in its clause.
func (e *evidence) datedBehind(at int) bool {
	c := e.clauseWords(text.Span{Start: at, End: at})
	return len(c) > 0 && slices.ContainsFunc(e.sentence.Values, func(v value.Value) bool { return v.Kind == value.Date && v.Start >= at && v.End <= c[len(c)-1].End })
}

// earlierCover is the share of the question that a sentence must have to tell whether
// something ever was.
const earlierCover = 0.5

// everWas answers whether something was so before: who comes for the first time since
// 2015 has been there, who comes for the first time has not.
func everWas(q *question, best []*evidence) string {
	if !q.earlier {
		return ""
	}
	d := q.readDeed()
	i := slices.IndexFunc(best, func(e *evidence) bool {
		return e.tellsEarlier(q) && e.settled(q) >= earlierCover && !e.missesPartner(q, &d)
	})
	if i < 0 {
		return ""
	}
	verdict := yesIf(!best[i].has(firstTimes) || best[i].has(againMarks))
	moveFirst(best, best[i])
	return verdict
}

var (
	// firstTimes ask whether something ever was before.
	firstTimes = wordSet(`first never not`)
	// lastTimes ask when it last was.
	lastTimes = wordSet(`last previous previously`)
	// againMarks tell that something had been before.
	againMarks = wordSet(`since last previous previously`)
)
